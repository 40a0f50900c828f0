import type {
  Agenda,
  DiagnosisView,
  ErrorView,
  Everything,
  FindingView,
  LayerView,
  MeetingView,
  ProfileView,
  RoomView,
  SectionView,
  SetupView,
} from "../src/api/bindings";

/** Everything the mocked bridge shows: the day of somebody with two servers. */

const MINUTE = 60_000;
/** Tests set the clock to this moment: a Monday, 10:04 in Berlin. */
export const NOW = Date.parse("2026-11-23T10:04:00+01:00");

/** Up to when lists hold all appointments. */
export const UNTIL = NOW + 4 * 24 * 60 * MINUTE;

export function at(time: string, day = "2026-11-23"): number {
  return Date.parse(`${day}T${time}:00+01:00`);
}

export function error(code: string, message: string, hint: string, server?: string): ErrorView {
  return { code, message, hint, ...(server === undefined ? {} : { server }) };
}

export const profile = (some: Partial<ProfileView> = {}): ProfileView => ({
  id: "work",
  name: "Work",
  address: "https://meet.example.org/openmeetings/",
  host: "meet.example.org",
  encrypted: true,
  login: "jo.doe",
  firstName: "Jo",
  lastName: "Doe",
  email: null,
  language: null,
  moderator: false,
  audioVideoTest: true,
  colour: "green",
  browser: null,
  help: "it@example.org",
  serverVersion: "9.0.0",
  route: "room-hash",
  passwordInAddress: false,
  trust: null,
  managed: false,
  locked: [],
  list: { state: "ready", loadedAt: NOW, until: UNTIL, refused: [] },
  check: null,
  ...some,
});

export const school = (some: Partial<ProfileView> = {}): ProfileView =>
  profile({
    id: "school",
    name: "School",
    address: "https://lernen.example.net/",
    host: "lernen.example.net",
    login: "doe@example.org",
    firstName: null,
    lastName: null,
    colour: "violet",
    serverVersion: "8.1.0",
    route: "room-page",
    passwordInAddress: true,
    ...some,
  });

export function meeting(
  title: string,
  start: number,
  minutes: number,
  some: Partial<MeetingView> = {},
): MeetingView {
  return {
    key: `${some.profile ?? "work"}:${title}:${start}`,
    profile: "work",
    title,
    roomId: 12,
    roomName: "Studio",
    start,
    end: start + minutes * MINUTE,
    organiser: "Jo Doe",
    own: true,
    zone: null,
    openFrom: null,
    way: "room-hash",
    place: "Work",
    remembered: false,
    armed: false,
    ...some,
  };
}

export function room(id: number, name: string, some: Partial<RoomView> = {}): RoomView {
  return {
    key: `room:${id}`,
    profile: "work",
    id,
    name,
    kind: "conference",
    closed: false,
    favourite: false,
    lastJoined: null,
    way: "room-hash",
    ...some,
  };
}

export const agenda = (some: Partial<Agenda> = {}): Agenda => ({
  revision: 1,
  meetings: [
    meeting("Stand-up", at("08:30"), 15, { roomName: "Daily" }),
    meeting("Weekly planning", at("10:00"), 60, { roomName: "Public Conference Room" }),
    meeting("Design review: first run and reminders", at("11:00"), 60, {
      organiser: "Ada Okafor",
      own: false,
      zone: "America/New_York",
      openFrom: at("10:55"),
    }),
    meeting("1:1 with Ada", at("14:00"), 30, { roomName: "Room 12" }),
    meeting("Lunch walk", at("16:30"), 45, { roomName: "", roomId: null, way: "none" }),
    meeting("Nachtwache: Serverumzug", at("23:00"), 180),
    meeting("Elternabend 7b", at("09:00", "2026-11-24"), 45, {
      profile: "school",
      roomName: "Klassenzimmer",
      way: "room-page",
    }),
    meeting("Research day", at("00:00", "2026-11-26"), 24 * 60, { roomName: "Lab" }),
  ],
  rooms: [
    room(1, "Public Conference Room", { favourite: true }),
    room(2, "Studio", { favourite: true, lastJoined: NOW - 86_400_000 }),
    room(3, "Klassenzimmer", { profile: "school", way: "room-page", lastJoined: NOW - 9_000_000 }),
    room(4, "Daily"),
    room(5, "Board room", { closed: true }),
    room(6, "", { profile: "school", way: "room-page" }),
    room(7, "Auditorium", { kind: "presentation" }),
    room(8, "Interview corner", { kind: "interview" }),
    ...Array.from({ length: 6 }, (_, index) => room(20 + index, `Room ${20 + index}`)),
  ],
  ...some,
});

export function everything(some: Partial<Everything["view"]> = {}): Everything {
  return {
    view: {
      revision: 1,
      profiles: [profile(), school()],
      setup: null,
      join: { state: "idle" },
      question: null,
      removed: null,
      forgotten: null,
      wanted: null,
      reminders: [],
      tray: "shown",
      shortcut: "off",
      updates: {
        off: null,
        stage: { state: "current" },
        asks: false,
        waitsUntil: null,
        checkedAt: at("08:00"),
      },
      lastRoom: null,
      hasLater: true,
      policy: null,
      settings: {
        theme: "system",
        language: "system",
        startAtLogin: false,
        startHidden: true,
        closeToTray: true,
        remindMinutes: 5,
        refreshMinutes: 15,
        startAtLoginAsked: true,
        floatingReminders: false,
        autoJoin: false,
        loginAhead: true,
        shortcut: null,
        checkForUpdates: true,
        withoutTray: "ask",
      },
      language: "en",
      browsers: [
        { id: "firefox", name: "Firefox" },
        { id: "chromium", name: "Chromium" },
      ],
      version: "0.4.0",
      ...some,
    },
    agenda: agenda(),
  };
}

export const layers = {
  reach: {
    layer: "reach",
    milliseconds: 12,
    found: "https://meet.example.org/openmeetings/",
    outcome: "passed",
  },
  encryption: { layer: "encryption", milliseconds: 31, found: "TLS 1.3", outcome: "passed" },
  plain: {
    layer: "encryption",
    milliseconds: 0,
    found: null,
    outcome: "warning",
    warning: "not-encrypted",
  },
  version: { layer: "version", milliseconds: 8, found: "9.0.0", outcome: "passed" },
  login: { layer: "login", milliseconds: 213, found: "jo.doe", outcome: "passed" },
  rights: { layer: "rights", milliseconds: 24, found: null, outcome: "passed" },
} satisfies Record<string, LayerView>;

export const refused = error(
  "bad-credentials",
  "Could not log in to “Work” as jo.doe: name or password refused",
  "Check the password. Accounts from LDAP or Google cannot log in here: open the room in the browser instead",
  "Username/email and/or password are incorrect.",
);

export const KEY = "sha256//BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=";

export const unverified: ErrorView = {
  ...error(
    "certificate-untrusted",
    "“meet.example.org” shows a certificate that was signed by “Example authority”, whom this computer does not trust",
    "Ask the administrator of the server for a certificate of a known authority, or for the file with the certificate of theirs; nothing was sent",
  ),
  certificate: { key: KEY },
};

export const otherKey = error(
  "certificate-other-key",
  `“meet.example.org” now has the key ${KEY.replaceAll("Bwc", "CAg")}. The key that was trusted is ${KEY}`,
  "Somebody may be posing as this server. Ask its administrator, on another way, whether the key was changed. Only then take the old trust back in the settings of the server, and trust the new key; nothing was sent",
);

/** A check that stopped at the certificate. */
export const stopped = (why: ErrorView): LayerView[] => [
  layers.reach,
  { layer: "encryption", milliseconds: 40, found: null, outcome: "failed", error: why },
];

export const unreachable = error(
  "server-unreachable",
  "“Work” could not be reached",
  "Check the address, often `/openmeetings/`, and the connection to the network",
);

export const setup = (some: Partial<SetupView> = {}): SetupView => ({
  given: "meet.example.org",
  address: "https://meet.example.org/openmeetings/",
  host: "meet.example.org",
  name: null,
  help: null,
  encrypted: true,
  passwordInAddress: false,
  trust: null,
  layers: [layers.reach, layers.encryption, layers.version],
  stage: { state: "found" },
  ...some,
});

const finding = (
  topic: FindingView["topic"],
  grade: FindingView["grade"],
  name: string,
  message: string,
  hint: string | null = null,
): FindingView => ({ topic, label: topic, grade, name, message, hint });

const computer = (findings: FindingView[]): SectionView => ({
  about: "computer",
  title: "This computer",
  address: null,
  findings,
});
const well = [
  finding("policy", "good", "policy-none", "No organisation has laid down anything"),
  finding("keychain", "good", "keychain-open", "The keychain is open"),
  finding("browser", "good", "browser-found", "Rooms are opened in Firefox"),
  finding("folders", "good", "folders-fine", "The launcher can write its files"),
];

/** What the doctor finds where nothing has to be done. */
export const healthy: DiagnosisView = {
  grade: "good",
  sections: [
    {
      about: "server",
      title: "Work",
      address: "https://meet.example.org/openmeetings/",
      findings: [
        finding("version", "good", "version-fine", "No problems are known of OpenMeetings 9.1.0"),
        finding("speed", "good", "speed-fine", "It answers within 12 ms"),
      ],
    },
    computer(well),
  ],
};

/** What it finds where much is in the way. */
export const ailing: DiagnosisView = {
  grade: "failed",
  sections: [
    {
      about: "server",
      title: "Work",
      address: "https://meet.example.org/openmeetings/",
      findings: [
        finding(
          "version",
          "warning",
          "version-password-in-address",
          "OpenMeetings 8.1.0 takes passwords in an address, which the server and proxies write to their logs",
          "Use a password that you have nowhere else, and ask the administrator of the server to update to 9.0 or newer",
        ),
        finding("speed", "good", "speed-fine", "It answers within 12 ms"),
        finding("browser", "note", "not-looked-at", "On this system it is not looked at"),
        finding("links", "note", "not-looked-at", "On this system it is not looked at"),
        finding(
          "clock",
          "warning",
          "clock-ahead",
          "Its clock is 4 minutes ahead of that of this computer: meetings begin at another time than shown",
          "Let this computer set its clock by itself. If it is right, tell the administrator of the server",
        ),
        finding(
          "foreign-pages",
          "warning",
          "foreign-pages-all",
          "Pages of anybody may read its answers",
          "Tell the administrator of the server: the setting `rest.allow.origin` should name one server, or nothing",
        ),
      ],
    },
    {
      about: "server",
      title: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
      address: "https://konferenzen.dampfschifffahrtsgesellschaft.example.org/openmeetings/",
      findings: [
        finding(
          "address",
          "failed",
          "server-unreachable",
          "“konferenzen.dampfschifffahrtsgesellschaft.example.org” could not be reached",
          "Check the address, the port and the connection to the network",
        ),
      ],
    },
    {
      about: "invitations",
      title: "Invitations",
      address: null,
      findings: [
        finding(
          "invitations",
          "warning",
          "invitations-lead-here",
          "An invitation in the agenda leads to the computer of whoever opens it: its server does not know its own address",
          "Ask who invited you for the address of the server. Its administrator has to set `application.base.url`",
        ),
      ],
    },
    computer([
      finding(
        "tray",
        "note",
        "tray-none",
        "The desktop shows no tray",
        "On GNOME install the extension “AppIndicator”. Without a tray the window has to be opened from the menu",
      ),
      ...well,
    ]),
  ],
};
