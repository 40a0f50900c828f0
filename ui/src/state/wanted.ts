import { tick } from "svelte";
import type { Wanted } from "../api/bindings";
import { app } from "./app.svelte";
import { navigation } from "./navigation.svelte";
import { query } from "./query.svelte";

/** Goes to what the window was called for. */
export function goTo(wanted: Wanted): void {
  switch (wanted.what) {
    case "settings":
      if (navigation.screen.name !== "settings") navigation.open({ name: "settings" }, "settings");
      break;
    case "query":
      navigation.home();
      void focusField();
      break;
    case "text":
      query.set(wanted.text);
      // Found in the field once the server that is being added is there.
      if (app.view.setup) break;
      if (navigation.screen.name !== "add-server") navigation.home();
      void focusField();
      break;
  }
}

async function focusField(): Promise<void> {
  await tick();
  document.querySelector<HTMLElement>("[data-query]")?.focus();
}
