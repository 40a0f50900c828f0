import type { MeetingView } from "../api/bindings";
import { dayAfter, startOfDay } from "./moment";

export interface Day {
  start: number;
  when: "today" | "tomorrow" | "later";
  meetings: MeetingView[];
}

/**
 * The meetings by the day they begin. What began earlier and is not over stands
 * under today; what was over before today is left out. `meetings` is in order.
 */
export function groupByDay(meetings: readonly MeetingView[], now: number): Day[] {
  const today = startOfDay(now);
  const tomorrow = dayAfter(now);
  const days = new Map<number, Day>();
  for (const meeting of meetings) {
    if (meeting.end <= today && meeting.start < today) continue;
    const start = Math.max(startOfDay(meeting.start), today);
    let day = days.get(start);
    if (!day) {
      const when = start === today ? "today" : start === tomorrow ? "tomorrow" : "later";
      days.set(start, (day = { start, when, meetings: [] }));
    }
    day.meetings.push(meeting);
  }
  return [...days.values()].sort((a, b) => a.start - b.start);
}
