import type { MeetingView, RoomView } from "../api/bindings";
import { copy } from "../api/commands";
import { text } from "../i18n.svelte";
import { joinRow } from "../join/begin";
import { attempt, toasts } from "../state/toasts.svelte";

/** The keys of a row that has the focus: Enter joins, Ctrl+C copies its link. */
export function rowKeys(event: KeyboardEvent, row: MeetingView | RoomView): void {
  const isOnRow = event.target === event.currentTarget;
  const withControl = event.ctrlKey || event.metaKey;
  if (event.key === "Enter" && isOnRow && !withControl) {
    event.preventDefault();
    if (isJoinable(row)) joinRow(row.key);
  } else if (event.key.toLowerCase() === "c" && withControl) {
    // What is selected to be copied goes first.
    if (getSelection()?.toString() || row.way === "none") return;
    event.preventDefault();
    void copyLink(row.key);
  }
}

export function isJoinable(row: MeetingView | RoomView): boolean {
  return row.way !== "none" && !("closed" in row && row.closed);
}

export async function copyLink(key: string): Promise<void> {
  if (await attempt(copy({ what: "room-link", key }))) toasts.show(text("window-link-copied"));
}

export async function copyAppLink(key: string): Promise<void> {
  if (await attempt(copy({ what: "app-link", key }))) toasts.show(text("window-link-copied"));
}
