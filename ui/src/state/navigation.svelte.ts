import { tick } from "svelte";

export type Screen =
  | { name: "meetings" }
  | { name: "settings" }
  | { name: "add-server" }
  /** `known` are the servers there were before: the other one is new. */
  | { name: "added"; known: string[] }
  | { name: "server"; id: string; at?: "password" };

/** Which screen is open, and where the focus goes when one is left. */
class Navigation {
  screen = $state.raw<Screen>({ name: "meetings" });
  #openers: string[] = [];

  /** `opener` is the `data-focus` of what was pressed: the focus returns to it. */
  open(screen: Screen, opener = ""): void {
    this.#openers.push(opener);
    this.screen = screen;
    void focusOn(null);
  }

  back(): void {
    const opener = this.#openers.pop();
    this.screen = { name: this.screen.name === "server" ? "settings" : "meetings" };
    void focusOn(opener ?? null);
  }

  home(): void {
    this.#openers = [];
    this.screen = { name: "meetings" };
    void focusOn(null);
  }
}

/** Without a name, or if it is gone, what the new screen offers first. */
async function focusOn(name: string | null): Promise<void> {
  await tick();
  const named = name && document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(name)}"]`);
  if (named) named.focus();
  else focusFirst();
}

function focusFirst(): void {
  document.querySelector<HTMLElement>("[data-autofocus]")?.focus();
}

/** What had the focus is gone: it goes to what the screen offers first. */
export async function catchFocus(): Promise<void> {
  await tick();
  if (document.activeElement === document.body) focusFirst();
}

export const navigation = new Navigation();
