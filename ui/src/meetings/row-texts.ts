import type { InvitedView, MeetingView, Way } from "../api/bindings";
import { text, texts } from "../i18n.svelte";
import { dayAfter, durationOf, isAllDay, momentOf, startOfDay } from "./moment";

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "1 h 30 min". */
export function durationText(meeting: MeetingView): string {
  const { hours, minutes } = durationOf(meeting);
  if (hours === 0) return text("window-duration-minutes", { minutes });
  if (minutes === 0) return text("window-duration-hours", { hours });
  return text("window-duration-both", { hours, minutes });
}

/** The two lines at the beginning of a row: when, and how long or in which state. */
export function timeTexts(meeting: MeetingView, now: number): { when: string; state: string } {
  const { formats } = texts;
  const moment = momentOf(meeting, now);
  const began = meeting.start < startOfDay(now);
  const when = isAllDay(meeting) || began ? null : formats.time(meeting.start);
  const state =
    moment === "ended"
      ? text("window-moment-ended")
      : began
        ? untilText(meeting, now)
        : moment === "now"
          ? text("window-moment-now")
          : moment === "soon"
            ? text("window-in-minutes", {
                minutes: Math.max(1, Math.round((meeting.start - now) / 60_000)),
              })
            : when === null
              ? ""
              : durationText(meeting);
  return { when: when ?? text(began ? "window-moment-now" : "window-all-day"), state };
}

/** "until 11:00", with the day if that is another one. */
export function untilText({ end }: MeetingView, now: number): string {
  const { formats } = texts;
  const until = end <= dayAfter(now) ? formats.time(end) : formats.shortDay(end - 1);
  return text("window-until", { time: until });
}

export function wayText(way: Way): string {
  return text(`window-way-${way}`);
}

/** What *Join* will do, and from when on. */
export function joinHint(meeting: MeetingView, now: number): string {
  const { openFrom, way } = meeting;
  return openFrom !== null && openFrom > now
    ? text("window-opens-at", { time: texts.formats.time(openFrom), way: wayText(way) })
    : wayText(way);
}

/** Invitations may leave their times out. */
type Zoned = Pick<InvitedView, "zone" | "start" | "end">;

/** The time where the organiser is, if clocks there show another. */
export function foreignTime({ zone, start, end }: Zoned): string | null {
  if (zone === null || zone === HERE || start === null) return null;
  const until = end ?? start;
  const there = texts.formats.timeIn(zone, start, until);
  const same = texts.formats.timeIn(HERE, start, until);
  return there === null || there === same
    ? null
    : text("window-foreign-time", { time: there, zone });
}
