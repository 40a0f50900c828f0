import type { MeetingView, RoomView } from "../api/bindings";

type Row = MeetingView | RoomView;

/** The menu of a row: one for all rows, since there may be a thousand. */
class RowMenu {
  row = $state.raw<Row | null>(null);
  anchor = $state.raw<HTMLElement | null>(null);

  open(anchor: HTMLElement, row: Row): void {
    this.anchor = anchor;
    this.row = row;
  }

  openAt(event: Event & { currentTarget: HTMLElement }, row: Row): void {
    if (row.way === "none") return;
    event.preventDefault();
    this.open(event.currentTarget, row);
  }

  close(): void {
    this.row = null;
  }
}

export const rowMenu = new RowMenu();
