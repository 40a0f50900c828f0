import type { MeetingView, RoomView } from "../api/bindings";

type Row = MeetingView | RoomView;

/** The menu of a row: one for all rows, since there may be a thousand. */
class RowMenu {
  /** A new object each time, so that the same row can be asked for again. */
  target = $state.raw<{ row: Row; anchor: HTMLElement } | null>(null);

  open(anchor: HTMLElement, row: Row): void {
    this.target = { row, anchor };
  }

  openAt(event: Event & { currentTarget: HTMLElement }, row: Row): void {
    if (row.way === "none") return;
    event.preventDefault();
    this.open(event.currentTarget, row);
  }

  close(): void {
    this.target = null;
  }
}

export const rowMenu = new RowMenu();
