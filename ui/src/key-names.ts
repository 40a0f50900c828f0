import { text } from "./i18n.svelte";

/** Keys that are called otherwise elsewhere; what is not here is called as it is. */
type Named = "control" | "shift" | "enter" | "escape";
export type Key = Named | (string & {});

const NAMED = new Set<string>(["control", "shift", "enter", "escape"] satisfies Named[]);
const isMac = navigator.userAgent.includes("Mac");

/** Keys as they are printed on the keyboard: "Ctrl Shift Enter", "⌘ J". */
export function keysText(...keys: Key[]): string {
  const system = isMac ? "mac" : "other";
  const names = keys.map((key) => (NAMED.has(key) ? text(`window-key-${key}`, { system }) : key));
  return names.join(" ");
}

/** The same for `aria-keyshortcuts`, which knows no languages. */
export const ariaKeys = (keys: string): string => `${isMac ? "Meta" : "Control"}+${keys}`;
