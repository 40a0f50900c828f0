import type {
  DiagnosisView,
  Everything,
  JoinView,
  PreflightView,
  ReminderView,
  Settings,
  Shortcut,
  Understood,
  UpdateView,
  View,
} from "../src/api/bindings";
import {
  agenda,
  ailing,
  at,
  error,
  everything,
  KEY,
  healthy,
  layers,
  meeting,
  NOW,
  otherKey,
  profile,
  refused,
  room,
  school,
  setup,
  stopped,
  unreachable,
  unverified,
  UNTIL,
} from "./world";

/** A designed state: what Rust says, and what the person has done since. */
export interface State {
  everything: Everything;
  /** What the bridge answers to `understand`. */
  understood?: Understood;
  /** Typed into the field. */
  typed?: string;
  /** Pressed one after the other, by their `data-focus`. */
  pressed?: string[];
  /** What the bridge answers to `diagnose`; nothing yet if it goes on. */
  diagnosis?: DiagnosisView | "running";
  /** Codes with which commands are refused. */
  refuses?: Record<string, string>;
  /** Events of Rust's, once the page is there, and what they carry. */
  emits?: Record<string, unknown>;
  /** The page it is of: the window's, unless it is said. */
  page?: "reminder";
}

const withView = (some: Partial<View>): State => ({ everything: everything(some) });
const none = { revision: 1, meetings: [], rooms: [] };
const firstRun = (some: Partial<View> = {}): State => ({
  everything: { ...everything({ profiles: [], ...some }), agenda: none },
});
const typing = (typed: string, understood: Understood): State => ({
  ...withView({}),
  typed,
  understood,
});

const planning = agenda().meetings[1]?.key ?? null;
const target = "Weekly planning";
const joining: Record<string, JoinView> = {
  preparing: { state: "preparing", target, key: planning, step: "signing-in", since: NOW - 6000 },
  opened: {
    state: "opened",
    target,
    key: planning,
    route: "room-hash",
    at: NOW,
    worksOnce: true,
  },
  failed: {
    state: "failed",
    target,
    key: planning,
    profile: "work",
    hasPage: true,
    error: refused,
  },
};

const stale = profile({
  list: {
    state: "stale",
    loadedAt: at("09:58"),
    until: UNTIL,
    error: unreachable,
    nextTry: NOW + 120_000,
  },
});

const LONG =
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft, Jahreshauptversammlung";
const long = meeting(LONG, at("15:00"), 90, {
  roomName: "Sitzungssaal für besonders lange Raumbezeichnungen im Nordflügel",
});
const arabic = meeting("اجتماع الفريق 12:30 – مراجعة", at("12:30"), 30, { roomName: "قاعة 3" });

const many = (length: number) =>
  Array.from({ length }, (_, index) =>
    meeting(`Meeting ${index} ${index % 7 ? "sync" : "review"}`, NOW + index * 1_800_000, 25, {
      key: `many:${index}`,
    }),
  );
/** So many meetings, for tests of speed. */
export const listing = (length: number): State => ({
  everything: { ...everything(), agenda: agenda({ meetings: many(length) }) },
});

const invitation: Understood = {
  kind: "invitation",
  meetings: [
    {
      title: "Vorstandssitzung",
      start: at("18:00"),
      end: at("19:30"),
      openFrom: at("17:55"),
      zone: "America/New_York",
      organiser: "Ada Okafor",
      repeats: true,
      cancelled: false,
      known: "new",
      host: "meet.example.org",
    },
    {
      title: "Vorstandssitzung (Dezember)",
      start: at("18:00", "2026-12-14"),
      end: at("19:30", "2026-12-14"),
      openFrom: at("17:55", "2026-12-14"),
      zone: "Europe/Berlin",
      organiser: "Ada Okafor",
      repeats: false,
      cancelled: true,
      known: "new",
      host: "meet.example.org",
    },
  ],
};

const board = meeting("Board meeting", at("10:30"), 45, {
  profile: null,
  place: "meet.example.net",
  organiser: "Ada Okafor",
  own: false,
  openFrom: at("10:25"),
  way: "invitation",
  remembered: true,
});

/** The settings with some chosen, on a desktop that may lack something. */
const settings = (some: Partial<Settings>, desktop: Partial<View> = {}): State => ({
  ...withView({ settings: { ...everything().view.settings, ...some }, ...desktop }),
  pressed: ["settings"],
});
const unverifiedSetup = firstRun({
  setup: setup({ layers: stopped(unverified), stage: { state: "failed", error: unverified } }),
});

const diagnosing = (diagnosis: DiagnosisView | "running"): State => ({
  ...settings({}),
  pressed: ["settings", "diagnose"],
  diagnosis,
});
const policy = {
  organisation: "Example University",
  contact: "help@example.org",
  locked: ["language", "autoJoin", "remindMinutes", "shortcut"],
  error: null,
};
const managed = profile({ managed: true, locked: ["address", "name", "colour", "moderator"] });
const shortcut = (shortcut: Shortcut) => settings({ shortcut: "Shift+Super+J" }, { shortcut });

const reminder = (some: Partial<ReminderView> = {}): ReminderView => ({
  key: some.title ?? "review",
  title: "Design review: first run",
  start: NOW + 4 * 60_000,
  end: NOW + 64 * 60_000,
  organiser: "Ada Okafor",
  place: "Work",
  openFrom: null,
  preflight: { state: "green" },
  joinsAt: null,
  ...some,
});
const reminding = (...reminders: Partial<ReminderView>[]): State => ({
  ...withView({ reminders: reminders.map(reminder) }),
  page: "reminder",
});
const yellow: PreflightView = {
  state: "yellow",
  reason: "The page is not encrypted: the browser will refuse camera and microphone",
};
/** The longest that there is to say. */
const red: PreflightView = {
  state: "red",
  error: error(
    "keychain-missing",
    "This computer offers no keychain for passwords",
    "Start a keychain such as GNOME Keyring or KWallet, or keep the password only until the launcher ends",
  ),
};

const release = {
  version: "1.4.0",
  notes: [
    "Reminders say which browser opens the room",
    "- Rooms joined lately are found by typing",
    "- <b>Not bold</b>: notes are text",
    "- The list of meetings needs half the time",
    "- Arabic texts were read once more",
    "- Servers behind a proxy are found again",
    "- Smaller things, too many to name",
  ].join("\n"),
};
const updating = (stage: UpdateView, some: Partial<View["updates"]> = {}): State =>
  withView({
    updates: { off: null, stage, asks: true, waitsUntil: null, checkedAt: NOW, ...some },
  });
const inSettings = (state: State): State => ({ ...state, pressed: ["settings"] });
const notGenuine = error(
  "update-not-genuine",
  "The update is not signed by the makers of the launcher. It was not installed; nothing was changed",
  "Do not install it by hand. If it stays like this, report it with the details",
);

export const states: Record<string, State> = {
  meetings: withView({}),
  "meetings-remembered": {
    everything: {
      ...everything({
        lastRoom: "Studio",
        forgotten: "Elternabend 7b",
        settings: { ...everything().view.settings, startAtLoginAsked: false, autoJoin: true },
      }),
      agenda: agenda({
        meetings: [board, meeting("Weekly planning", at("13:00"), 60, { armed: true })],
      }),
    },
  },
  "meetings-long": {
    everything: {
      ...everything(),
      agenda: agenda({ meetings: [...agenda().meetings.slice(0, 2), arabic, long] }),
    },
  },
  "meetings-many": listing(1000),
  empty: {
    everything: {
      ...everything({ profiles: [stale, school()] }),
      agenda: agenda({ meetings: [] }),
    },
  },
  loading: {
    everything: {
      ...everything({
        profiles: [profile({ list: { state: "loading", loadedAt: null, until: null } })],
      }),
      agenda: none,
    },
  },
  banners: withView({
    profiles: [
      profile({ list: { state: "ready", loadedAt: NOW, until: UNTIL, refused: ["calendar"] } }),
      school({
        list: {
          state: "stale",
          loadedAt: at("08:12"),
          until: UNTIL,
          error: refused,
          nextTry: null,
        },
      }),
      profile({ id: "club", name: "Club", login: null, colour: "orange" }),
    ],
  }),
  lost: { ...withView({}), emits: { connection: "lost" } },
  joining: withView({ join: joining["preparing"] as JoinView }),
  opened: withView({ join: joining["opened"] as JoinView }),
  failed: withView({ join: joining["failed"] as JoinView }),
  "failed-elsewhere": withView({
    join: { ...(joining["failed"] as object), key: null, error: unreachable } as JoinView,
  }),
  search: typing("review", { kind: "search" }),
  "search-none": typing("zebra", { kind: "search" }),
  "search-room": typing("12", {
    kind: "room",
    number: "12",
    profiles: [
      { id: "work", name: "Work" },
      { id: "school", name: "School" },
    ],
  }),
  "search-link": typing("https://meet.example.org/openmeetings/#room/12", {
    kind: "link",
    what: "room-page",
    host: "meet.example.org",
    encrypted: true,
    room: "12",
    profile: { id: "work", name: "Work" },
    way: "room-hash",
  }),
  "search-invitation": typing("BEGIN:VCALENDAR…", invitation),
  "search-server": typing("club.example.com", {
    kind: "server",
    address: "https://club.example.com/",
    host: "club.example.com",
    name: null,
    profile: null,
    introduced: false,
  }),
  "search-refused": typing("https://meet.example.org/openmeetings/#room/", {
    kind: "refused",
    error: error(
      "link-malformed",
      "This link cannot be used: it names no room",
      "Copy the whole link from the invitation and try again",
    ),
  }),
  question: withView({
    question: {
      number: 1,
      server: "meet.example.org",
      room: "12",
      asks: "room",
      name: null,
      key: null,
      help: null,
      profiles: [
        { id: "work", name: "Work" },
        { id: "school", name: "School" },
      ],
    },
  }),
  "question-unknown": withView({
    question: {
      number: 1,
      server: "xn--mnchen-3ya.example",
      room: "7",
      asks: "room",
      name: null,
      key: null,
      help: null,
      profiles: [],
    },
  }),
  "question-introduction": withView({
    question: {
      number: 1,
      server: "xn--mnchen-3ya.example:5443/openmeetings",
      room: null,
      asks: "add-server",
      name: "Our rooms",
      key: "sha256//BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=",
      help: "+49 30 1234567",
      profiles: [],
    },
  }),
  "question-known": withView({
    question: {
      number: 1,
      server: "meet.example.org",
      room: null,
      asks: "add-server",
      name: "Our rooms",
      key: null,
      help: null,
      profiles: [{ id: "work", name: "Work" }],
    },
  }),
  "first-run": firstRun(),
  "first-run-link": {
    ...firstRun(),
    typed: "https://meet.example.org/openmeetings/hash?invitation=0815",
    understood: {
      kind: "link",
      what: "invitation",
      host: "meet.example.org",
      encrypted: true,
      room: null,
      profile: null,
      way: null,
    },
  },
  "first-run-invitation": {
    ...firstRun({ wanted: { what: "text", text: "/home/jo/invitation.ics" } }),
    understood: invitation,
  },
  "first-run-opened": firstRun({
    join: {
      state: "opened",
      target: "meet.example.org",
      key: null,
      route: "as-given",
      at: NOW,
      worksOnce: false,
    },
  }),
  checking: firstRun({
    setup: setup({
      layers: [layers.reach, layers.encryption, layers.version],
      stage: { state: "checking", layer: "login", since: NOW - 7000 },
    }),
  }),
  check: firstRun({ setup: setup({ stage: { state: "found" } }) }),
  "check-plain": firstRun({
    setup: setup({
      address: "http://meet.example.org:5080/openmeetings/",
      encrypted: false,
      passwordInAddress: true,
      layers: [
        { ...layers.reach, found: "http://meet.example.org:5080/openmeetings/" },
        layers.plain,
        { ...layers.version, found: "8.1.0" },
      ],
    }),
  }),
  "check-failed": firstRun({
    setup: setup({
      layers: [
        layers.reach,
        {
          layer: "encryption",
          milliseconds: 40,
          found: null,
          outcome: "failed",
          error: error(
            "certificate-is-default",
            "“meet.example.org” shows the certificate of every OpenMeetings download, whose key is public",
            "Anybody could pose as this server. Ask its administrator for a certificate of its own; nothing was sent",
          ),
        },
      ],
      stage: { state: "failed", error: error("certificate-is-default", "", "") },
    }),
  }),
  "check-unverified": unverifiedSetup,
  "trust-question": { ...unverifiedSetup, pressed: ["trust-key"] },
  "check-refused": firstRun({
    setup: setup({
      layers: [
        layers.reach,
        layers.encryption,
        layers.version,
        { layer: "login", milliseconds: 9120, found: null, outcome: "failed", error: refused },
      ],
      stage: { state: "failed", error: refused },
    }),
  }),
  keychain: {
    ...firstRun({
      setup: setup({
        layers: [layers.reach, layers.encryption, layers.version, layers.login, layers.rights],
        stage: { state: "ready", login: "jo.doe", route: "room-hash" },
      }),
    }),
    refuses: { save_server: "keychain-locked" },
  },
  added: firstRun({
    setup: setup({
      layers: [layers.reach, layers.encryption, layers.version, layers.login, layers.rights],
      stage: { state: "ready", login: "jo.doe", route: "room-hash" },
    }),
  }),
  guest: {
    everything: { ...everything({ profiles: [] }), agenda: { ...none, meetings: [board] } },
  },
  closing: { ...withView({ tray: "no-host" }), emits: { closing: null } },
  settings: settings({}),
  "diagnosis-running": diagnosing("running"),
  "diagnosis-good": diagnosing(healthy),
  "diagnosis-failed": diagnosing(ailing),
  "settings-no-host": settings({}, { tray: "no-host" }),
  "settings-listening": { ...settings({}), pressed: ["settings", "shortcut"] },
  "settings-shortcut": shortcut("active"),
  "settings-shortcut-taken": shortcut("taken"),
  "settings-shortcut-invalid": shortcut("invalid"),
  "settings-shortcut-unsupported": shortcut("unsupported"),
  "settings-managed": settings({}, { policy }),
  "settings-policy-broken": settings(
    {},
    {
      policy: {
        organisation: null,
        contact: null,
        locked: Object.keys(everything().view.settings),
        error: {
          code: "policy-unreadable",
          message:
            "What your organisation has set for this computer cannot be used: line 4 of /etc/openmeetings-launcher/policy.json is wrong (`settings.autoJoin`)",
          hint: "Nothing that it could set can be changed until it is right; your servers still work. Tell whoever looks after this computer",
          detail: ['invalid type: string "no", expected a boolean'],
        },
      },
    },
  ),
  "server-managed": {
    ...withView({ policy, profiles: [managed, school()] }),
    pressed: ["settings", "server-work"],
  },
  server: { ...withView({}), pressed: ["settings", "server-work"] },
  "server-checked": {
    ...withView({
      profiles: [
        profile({
          check: {
            state: "passed",
            layers: [layers.reach, layers.encryption, layers.version, layers.login, layers.rights],
          },
        }),
        school(),
      ],
    }),
    pressed: ["settings", "server-work"],
  },
  "server-other-key": {
    ...withView({
      profiles: [
        profile({
          trust: { kind: "key", key: KEY },
          check: { state: "failed", layers: stopped(otherKey), error: otherKey },
        }),
      ],
    }),
    pressed: ["settings", "server-work"],
  },
  "server-plain": {
    ...withView({
      profiles: [
        profile({
          address: "http://meet.example.org:5080/openmeetings/",
          encrypted: false,
          passwordInAddress: true,
          trust: { kind: "authorities", names: ["Example authority", "Zertifizierungsstelle 2"] },
        }),
      ],
    }),
    pressed: ["settings", "server-work"],
  },
  "settings-plain": {
    ...withView({ profiles: [profile({ encrypted: false }), school()] }),
    pressed: ["settings"],
  },
  removed: {
    ...withView({ profiles: [profile()], removed: { id: "school", name: "School" } }),
    pressed: ["settings"],
  },
  introduce: { ...withView({}), pressed: ["settings", "server-work", "introduce"] },
  "add-server": { ...withView({}), pressed: ["settings", "add-server"] },
  "rooms-only": {
    everything: {
      ...everything({ profiles: [profile()] }),
      agenda: { revision: 1, meetings: [], rooms: [room(1, "Public Conference Room")] },
    },
  },
  update: updating({ state: "available", release }),
  "update-downloading": updating({ state: "downloading", release, percent: 40 }),
  "update-waits": updating({ state: "ready", release }, { waitsUntil: at("12:00") }),
  "update-failed": updating({ state: "failed", release, error: notGenuine }),
  "settings-update": inSettings(
    updating({ state: "available", release }, { asks: false, waitsUntil: at("12:00") }),
  ),
  "settings-update-off": inSettings(
    updating({ state: "unknown" }, { off: "packaged", asks: false }),
  ),
  "reminder-unknown": reminding({ preflight: { state: "unknown" } }),
  "reminder-running": reminding({ preflight: { state: "running" } }),
  "reminder-green": reminding({}),
  "reminder-yellow": reminding({ preflight: yellow }),
  "reminder-red": reminding({ preflight: red }),
  "reminder-door": reminding({ openFrom: NOW + 120_000, organiser: "" }),
  "reminder-began": reminding({ start: NOW - 130_000 }),
  "reminder-countdown": reminding({ start: NOW + 8000, joinsAt: NOW + 8000 }),
  "reminder-countdown-red": reminding({ start: NOW, joinsAt: NOW + 8000, preflight: red }),
  "reminder-long": reminding({
    title: LONG,
    organiser: "Donaudampfschifffahrtsgesellschaftskapitänswitwe",
    place: "konferenzen.dampfschifffahrtsgesellschaft.example.org",
    preflight: red,
  }),
  "reminder-several": reminding(
    { title: "Stand-up", start: NOW - 60_000 },
    { title: LONG, preflight: yellow },
    { title: "اجتماع الفريق 12:30 – مراجعة", organiser: "", preflight: red },
  ),
};
