import type { Theme } from "../api/bindings";

/** The page follows the choice of the person; without one the desktop's. */
export function showTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}
