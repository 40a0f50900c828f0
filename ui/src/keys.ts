import { refresh } from "./api/commands";
import { joinLastRoom, joinWhatIsNext } from "./join/begin";
import { app } from "./state/app.svelte";
import { navigation } from "./state/navigation.svelte";
import { attempt } from "./state/toasts.svelte";
import { zoom } from "./state/zoom";

/** What takes the keys that are typed: everything else passes letters to the field. */
const EDITABLE = "input, textarea, select, [role=radio], [role=menu], dialog";

function isEditable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(EDITABLE) !== null;
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("dialog") !== null;
}

function field(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>("[data-query]");
}

const WITH_CONTROL: Record<string, () => void> = {
  j: focusField,
  r: () => void attempt(refresh(null)),
  enter: joinWhatIsNext,
  ",": () => {
    if (navigation.screen.name === "meetings" && !app.view.setup) {
      navigation.open({ name: "settings" }, "settings");
    }
  },
  "+": () => zoom(1),
  "=": () => zoom(1),
  "-": () => zoom(-1),
  "0": () => zoom(0),
};

function focusField(): void {
  if (!field() && !app.view.setup) navigation.home();
  field()?.focus();
  field()?.select();
}

/** The keys that work everywhere in the window. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase();
    const act = event.altKey
      ? undefined
      : event.shiftKey && key === "enter"
        ? joinLastRoom
        : WITH_CONTROL[key];
    if (!act) return;
    event.preventDefault();
    act();
  } else if (event.key === "Escape" && navigation.screen.name !== "meetings") {
    // A question is closed, and what is behind it stays.
    if (isInDialog(event.target)) return;
    if (!app.view.setup && !(event.target instanceof HTMLSelectElement)) navigation.back();
  } else if (event.key.length === 1 && event.key !== " " && !event.altKey) {
    // The letter itself lands where the focus is by the time it is typed.
    if (!isEditable(event.target)) field()?.focus();
  }
}
