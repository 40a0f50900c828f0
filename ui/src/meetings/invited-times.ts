import type { InvitedView } from "../api/bindings";
import { text, texts } from "../i18n.svelte";
import { dayAfter } from "./moment";

/** When a meeting of an invitation is, in the person's zone, and who invites. */
export function invitedTimes(invited: InvitedView, now: number): string {
  const { start, end, openFrom, organiser, repeats, host } = invited;
  const { formats } = texts;
  const parts: string[] = [];
  if (start !== null) {
    const until = end !== null && end < dayAfter(start) ? `–${formats.time(end)}` : "";
    parts.push(`${formats.shortDay(start)}, ${formats.time(start)}${until}`);
  }
  if (host !== null && openFrom !== null && openFrom > now && !invited.cancelled) {
    parts.push(text("window-invitation-opens", { time: formats.time(openFrom) }));
  }
  if (repeats) parts.push(text("window-choice-repeats"));
  if (organiser !== null) parts.push(organiser);
  return parts.join(" · ");
}
