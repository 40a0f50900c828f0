import { text } from "../i18n.svelte";

const MINUTE = 60_000;

/** "in 4 min", in the last minute "in 40 s", then "began 2 min ago". */
export function countdown(start: number, now: number): string {
  const left = start - now;
  if (left > MINUTE) return text("window-in-minutes", { minutes: Math.ceil(left / MINUTE) });
  if (left > 0) return text("window-in-seconds", { seconds: Math.ceil(left / 1000) });
  const minutes = Math.floor(-left / MINUTE);
  return minutes === 0
    ? text("window-reminder-begins")
    : text("window-reminder-began", { minutes });
}
