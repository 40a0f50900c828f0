import type { Agenda, ErrorView, ProfileView, View } from "../api/bindings";
import { look } from "../api/commands";
import { on } from "../api/events";

const NOTHING: View = {
  revision: -1,
  profiles: [],
  setup: null,
  join: { state: "idle" },
  question: null,
  removed: null,
  forgotten: null,
  wanted: null,
  reminders: [],
  tray: "unknown",
  shortcut: "off",
  updates: {
    off: "without-updates",
    stage: { state: "unknown" },
    asks: false,
    waitsUntil: null,
    checkedAt: null,
  },
  lastRoom: null,
  hasLater: false,
  policy: null,
  settings: {
    theme: "system",
    language: "system",
    startAtLogin: false,
    startHidden: true,
    closeToTray: true,
    remindMinutes: null,
    refreshMinutes: null,
    startAtLoginAsked: true,
    floatingReminders: false,
    autoJoin: false,
    loginAhead: true,
    shortcut: null,
    checkForUpdates: true,
    withoutTray: "ask",
  },
  language: "en",
  browsers: [],
  version: "",
};

/**
 * What Rust says is true, and the only copy of it. Everything on screen is
 * derived from here; nothing writes to it but Rust's own words.
 */
export class AppStore {
  view = $state.raw<View>(NOTHING);
  agenda = $state.raw<Agenda>({ revision: -1, meetings: [], rooms: [] });
  /** The first look has come back. */
  ready = $state(false);
  /** Why the first look did not come back. */
  failure = $state.raw<ErrorView | null>(null);
  /** The background part is there. */
  connected = $state(true);

  readonly profiles: Map<string, ProfileView> = $derived(
    new Map(this.view.profiles.map((profile) => [profile.id, profile])),
  );

  /** Listens, then looks, so that nothing between the two is missed. */
  async start(): Promise<void> {
    await Promise.all([
      on("state-changed", (view) => this.takeView(view)),
      on("agenda-changed", (agenda) => this.takeAgenda(agenda)),
      on("connection", (connection) => {
        this.connected = connection === "restored";
        if (this.connected) void this.lookAfresh();
      }),
    ]);
    await this.lookAfresh();
  }

  /** Another background part counts from the start again: its word replaces all. */
  async lookAfresh(): Promise<void> {
    try {
      const { view, agenda } = await look();
      this.view = view;
      this.agenda = agenda;
      this.failure = null;
      this.ready = true;
    } catch (error) {
      this.failure = error as ErrorView;
    }
  }

  takeView(view: View): void {
    if (view.revision > this.view.revision) this.view = view;
  }

  takeAgenda(agenda: Agenda): void {
    if (agenda.revision > this.agenda.revision) this.agenda = agenda;
  }
}

export const app = new AppStore();
