import type { MeetingView } from "../api/bindings";

const MINUTE = 60_000;
/** A meeting this near says how long it is until then. */
const NEAR = 60 * MINUTE;

export type Moment = "ended" | "now" | "soon" | "later";
type Span = Pick<MeetingView, "start" | "end">;

export function momentOf({ start, end }: Span, now: number): Moment {
  if (now >= end && now > start) return "ended";
  if (now >= start) return "now";
  return start - now <= NEAR ? "soon" : "later";
}

/** From midnight to a midnight, where this computer is. */
export function isAllDay({ start, end }: Span): boolean {
  return end > start && startOfDay(start) === start && startOfDay(end) === end;
}

export function startOfDay(at: number): number {
  const day = new Date(at);
  day.setHours(0, 0, 0, 0);
  return day.getTime();
}

/** The first moment of the day so many days on; days of 23 and 25 hours count as one. */
export function dayAfter(at: number, days = 1): number {
  const day = new Date(startOfDay(at));
  day.setDate(day.getDate() + days);
  return day.getTime();
}

/** The last day that is over before a moment, or just ends with it. */
export function lastWholeDay(until: number): number {
  return dayAfter(until, -1);
}

/** Whole hours and the minutes beside them. */
export function durationOf({ start, end }: Span): { hours: number; minutes: number } {
  const minutes = Math.max(0, Math.round((end - start) / MINUTE));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
