import { listen } from "@tauri-apps/api/event";
import type { Agenda, NoticeView, View } from "./bindings";

export type Connection = "lost" | "restored";

/** What each event carries. */
export interface Events {
  "state-changed": View;
  "agenda-changed": Agenda;
  notice: NoticeView;
  /** The path of a file dropped on the window. */
  dropped: string;
  connection: Connection;
  /** The window was to close, and nothing would be left to see. */
  closing: null;
}

/** Calls `act` for each such event; resolves to what ends it. */
export const on = <Name extends keyof Events>(name: Name, act: (payload: Events[Name]) => void) =>
  listen<Events[Name]>(name, (event) => act(event.payload));
