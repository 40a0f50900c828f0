import type { Settings } from "../api/bindings";
import { changeSettings } from "../api/commands";
import { app } from "../state/app.svelte";
import { attempt } from "../state/toasts.svelte";

/** Changes some of the settings, and says what fails. True if it went well. */
export const change = (some: Partial<Settings>): Promise<boolean> =>
  attempt(changeSettings({ ...app.view.settings, ...some }));
