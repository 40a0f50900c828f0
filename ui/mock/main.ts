import { emit } from "@tauri-apps/api/event";
import { mockIPC, mockWindows } from "@tauri-apps/api/mocks";
import { Bridge } from "./bridge";
import { listing, states } from "./states";

/**
 * The window on a bridge that answers from `states.ts`. The address chooses:
 * `mock.html?state=failed&language=ar&theme=dark`, or `mock.html?meetings=10000`.
 */
const wanted = new URLSearchParams(location.search);
const many = wanted.get("meetings");
const state = many ? listing(Number(many)) : states[wanted.get("state") ?? "meetings"];
if (!state) throw new Error("There is no such state");
const { view } = state.everything;
view.language = wanted.get("language") ?? "en";
view.settings = {
  ...view.settings,
  theme: wanted.get("theme") === "dark" ? "dark" : "light",
};

const bridge = new Bridge(state);
const mock = { bridge, emit, states: Object.keys(states), settled: false };
Object.assign(window, { mock });
mockWindows("main");
mockIPC((command, args) => bridge.answer(command, args), { shouldMockEvents: true });

const shown = (selector: string) =>
  new Promise<HTMLElement>((resolve) => {
    const look = () => {
      const found = document.querySelector<HTMLElement>(selector);
      if (found) resolve(found);
      else setTimeout(look, 10);
    };
    look();
  });

await (state.page === "reminder" ? import("../src/reminder/main") : import("../src/main"));
for (const press of state.pressed ?? []) (await shown(`[data-focus="${press}"]`)).click();
if (state.typed !== undefined) {
  const field = (await shown("[data-query]")) as HTMLInputElement;
  field.focus();
  field.value = state.typed;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
for (const [event, payload] of Object.entries(state.emits ?? {})) {
  await shown("main");
  await emit(event, payload);
}

// The texts of the language are there, and a text that was typed is understood.
await shown("main");
setTimeout(() => (mock.settled = true), state.understood === undefined ? 40 : 220);
