import type { InvitedView } from "../api/bindings";
import { text, texts } from "../i18n.svelte";
import { dayAfter } from "./moment";

/** When a meeting of an invitation is, in the person's zone, and who invites. */
export function invitedTimes({ start, end, organiser, repeats }: InvitedView): string {
  const { formats } = texts;
  const parts: string[] = [];
  if (start !== null) {
    const until = end !== null && end < dayAfter(start) ? `–${formats.time(end)}` : "";
    parts.push(`${formats.shortDay(start)}, ${formats.time(start)}${until}`);
  }
  if (repeats) parts.push(text("window-choice-repeats"));
  if (organiser !== null) parts.push(organiser);
  return parts.join(" · ");
}
