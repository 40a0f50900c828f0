import type { MeetingView, RoomView } from "../api/bindings";
import { app } from "../state/app.svelte";
import { clock } from "../state/clock.svelte";
import { query } from "../state/query.svelte";
import { featured } from "./featured";
import { matching } from "./filter";
import { startOfDay } from "./moment";
import { isJoinable } from "./row-keys";

/** What the screen of meetings shows of the agenda, now and for this query. */
export class Lists {
  readonly searching: boolean = $derived(query.search.trim() !== "");

  /** Yesterday's rows are in the list of the server, and of no use here. */
  readonly current: MeetingView[] = $derived.by(() => {
    const today = startOfDay(clock.now);
    return app.agenda.meetings.filter(({ start, end }) => start >= today || end > today);
  });

  readonly next: MeetingView | null = $derived(featured(this.current, clock.now));

  /** The card shows the next one, so the list below need not. */
  readonly meetings: readonly MeetingView[] = $derived(
    this.searching
      ? matching(this.current, query.search, app.profiles)
      : this.current.filter((meeting) => meeting !== this.next),
  );

  readonly rooms: readonly RoomView[] = $derived(
    matching(app.agenda.rooms, query.search, app.profiles),
  );

  /** There never was a list, and one is on its way. */
  readonly awaited: boolean = $derived(
    this.current.length === 0 &&
      app.agenda.rooms.length === 0 &&
      app.view.profiles.some(({ login, list }) => {
        const isWaiting =
          list.state === "not-loaded" || (list.state === "loading" && list.loadedAt === null);
        return login !== null && isWaiting;
      }),
  );

  /** What Enter in the field joins, if the text is a search and nothing else. */
  readonly entered: MeetingView | RoomView | null = $derived.by(() => {
    if (!this.searching || query.understood.kind !== "search") return null;
    const { now } = clock;
    const ahead = this.meetings.find((meeting) => meeting.end > now && isJoinable(meeting));
    return ahead ?? this.rooms.find(isJoinable) ?? null;
  });
}
