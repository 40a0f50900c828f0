import type { MeetingView } from "../api/bindings";
import { dayAfter, isAllDay } from "./moment";

/** So early the next meeting takes the card from the one that is ending. */
const EARLY = 5 * 60_000;

/**
 * The one meeting that is now or next: what is on or about to begin, the latest
 * first; else the next of today. An all-day entry only if there is nothing else.
 */
export function featured(meetings: readonly MeetingView[], now: number): MeetingView | null {
  const midnight = dayAfter(now);
  const open = meetings.filter(({ start, end, way }) => {
    return way !== "none" && end > now && start < midnight;
  });
  const timed = open.filter((meeting) => !isAllDay(meeting));
  const on = timed.filter(({ start }) => start - EARLY <= now);
  return on.at(-1) ?? timed[0] ?? open[0] ?? null;
}
