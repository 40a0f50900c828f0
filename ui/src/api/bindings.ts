// Written by `cargo xtask bindings` from launcher-core's view types. Not to be edited.

/**
 * The way into rooms that an account has.
 */
export type AccountRoute = "unknown" | "room-hash" | "room-page";

/**
 * The meetings and rooms of all servers.
 */
export type Agenda = { 
/**
 * Counts changes of the lists, apart from those of the view.
 */
revision: number, 
/**
 * By start, then name.
 */
meetings: Array<MeetingView>, 
/**
 * Favourites first, then by name.
 */
rooms: Array<RoomView>, };

/**
 * A browser that can be chosen for a server.
 */
export type BrowserView = { id: string, name: string, };

/**
 * The check of a saved server.
 */
export type CheckView = { "state": "running", layers: Array<LayerView>, } | { "state": "passed", layers: Array<LayerView>, } | { "state": "failed", layers: Array<LayerView>, error: ErrorView, };

/**
 * The colours a server can have; viewers choose shades that suit their theme.
 */
export type Colour = "green" | "violet" | "blue" | "orange" | "pink" | "teal" | "yellow" | "grey";

/**
 * What can be put on the clipboard.
 */
export type Copy = { "what": "join-link" } | { "what": "room-link", key: string, } | { "what": "app-link", key: string, } | { "what": "join-details" } | { "what": "report" };

/**
 * A [`LauncherError`] as people and scripts see it.
 */
export type ErrorView = { 
/**
 * The stable name of the reason.
 */
code: string, 
/**
 * What could not be done, to what.
 */
message: string, 
/**
 * What to do next.
 */
hint: string, 
/**
 * What the server itself said, in the person's language, if it has a text.
 */
server?: string | null, 
/**
 * The chain of causes, for a report.
 */
detail?: Array<string>, };

/**
 * What a viewer gets first: everything.
 */
export type Everything = { view: View, agenda: Agenda, };

/**
 * What an import came to.
 */
export type Imported = { 
/**
 * Names of the servers that came in.
 */
added: Array<string>, 
/**
 * Names of those that were there already.
 */
known: Array<string>, };

/**
 * One meeting of an invitation.
 */
export type InvitedView = { title: string, start: number | null, end: number | null, 
/**
 * The zone its times were written in.
 */
zone: string | null, organiser: string | null, repeats: boolean, cancelled: boolean, 
/**
 * The server its link leads to; without one there is nothing to join.
 */
host: string | null, };

/**
 * How far a join has come.
 */
export type JoinStep = "signing-in" | "opening";

export type JoinView = { "state": "idle" } | { "state": "preparing", 
/**
 * What is joined, for people.
 */
target: string, 
/**
 * The row it was asked for on, if on one.
 */
key: string | null, step: JoinStep, since: number, } | { "state": "opened", target: string, key: string | null, route: Route, at: number, 
/**
 * The address holds a key that works once.
 */
worksOnce: boolean, } | { "state": "failed", target: string, key: string | null, 
/**
 * The server it failed on, if it is a saved one.
 */
profile: string | null, 
/**
 * Whether the room page can be opened instead.
 */
hasPage: boolean, error: ErrorView, };

/**
 * Where a password is kept.
 */
export type Keep = "in-keychain" | "until-quit";

/**
 * The language of texts.
 */
export type Language = "system" | "en" | "de" | "ar";

/**
 * What a check looks at, in order.
 */
export type Layer = "reach" | "encryption" | "version" | "login" | "rights";

/**
 * One finished layer of a check.
 */
export type LayerView = { layer: Layer, 
/**
 * How long it took.
 */
milliseconds: number, 
/**
 * What was found, such as the address or the version.
 */
found: string | null, } & ({ "outcome": "passed" } | { "outcome": "warning", warning: Warning, } | { "outcome": "failed", error: ErrorView, });

export type Level = "info" | "warning" | "error";

export type LinkAnswer = { "answer": "join-on", profile: string, } | { "answer": "join-as-given" } | { "answer": "add-server" } | { "answer": "dismiss" };

export type LinkWhat = "invitation" | "room-page" | "room-hash";

/**
 * How fresh the lists of a server are. What was once good is kept.
 */
export type ListView = { "state": "not-loaded" } | { "state": "loading", 
/**
 * The age of the list that is still shown.
 */
loadedAt: number | null, } | { "state": "ready", loadedAt: number, 
/**
 * What this account was not allowed to read.
 */
refused: Array<Part>, } | { "state": "stale", loadedAt: number | null, error: ErrorView, 
/**
 * When it is tried again by itself.
 */
nextTry: number | null, };

/**
 * One appointment.
 */
export type MeetingView = { 
/**
 * Names the row for intents; stable through refreshes.
 */
key: string, profile: string, title: string, roomId: number | null, roomName: string, start: number, end: number, organiser: string, 
/**
 * Whether the account of the server owns it.
 */
own: boolean, 
/**
 * IANA name of the organiser's zone.
 */
zone: string | null, 
/**
 * From when on the server lets this account in; `null` is always.
 */
openFrom: number | null, way: Way, };

/**
 * A saved server, by id and name.
 */
export type Named = { id: string, name: string, };

/**
 * A short message to the person.
 */
export type NoticeView = { level: Level, text: string, };

/**
 * The parts a list is put together from.
 */
export type Part = "calendar" | "public-rooms";

/**
 * A profile as a person fills it in.
 */
export type ProfileDraft = { 
/**
 * Empty takes the name of the host.
 */
name: string, address: string, login: string, firstName: string, lastName: string, email: string, language: number | null, wishes: Wishes, 
/**
 * Without one a free colour is taken.
 */
colour: Colour | null, browser: string | null, };

/**
 * A saved server and what is known of it.
 */
export type ProfileView = { id: string, name: string, address: string, host: string, 
/**
 * Whether the address is https.
 */
encrypted: boolean, 
/**
 * Without one the browser signs in, and no list can be loaded.
 */
login: string | null, firstName: string | null, lastName: string | null, email: string | null, 
/**
 * The server's number of the language of room pages; `null`: that of the
 * computer.
 */
language: number | null, moderator: boolean, audioVideoTest: boolean, colour: Colour, 
/**
 * The browser for its rooms; `null`: the system's choice.
 */
browser: string | null, serverVersion: string | null, route: AccountRoute, 
/**
 * The server takes the password in the address of a call (before 9.0).
 */
passwordInAddress: boolean, list: ListView, check: CheckView | null, };

/**
 * What a link wants.
 */
export type QuestionKind = "room" | "invitation" | "add-server";

/**
 * A link the launcher does not follow by itself.
 */
export type QuestionView = { 
/**
 * The server as the link names it, punycode shown.
 */
server: string, 
/**
 * The room it leads to, if it leads to one.
 */
room: string | null, asks: QuestionKind, 
/**
 * Saved servers it may mean; several if it fits several.
 */
profiles: Array<Named>, };

export type RoomKindView = "conference" | "presentation" | "interview" | "other";

/**
 * One public room.
 */
export type RoomView = { 
/**
 * Names the row for intents; stable through refreshes.
 */
key: string, profile: string, id: number, 
/**
 * May be empty: servers allow it.
 */
name: string, kind: RoomKindView, 
/**
 * The administrator closed it.
 */
closed: boolean, favourite: boolean, 
/**
 * When it was last joined from this launcher.
 */
lastJoined: number | null, way: Way, };

/**
 * How a join reaches the room.
 */
export type Route = "room-hash" | "room-page" | "as-given";

/**
 * The choices of the person. What a file or viewer leaves out is the default;
 * what it adds is passed over.
 */
export type Settings = { theme: Theme, language: Language, 
/**
 * Start with the session of the person.
 */
startAtLogin: boolean, 
/**
 * At login only the background part starts, without a window.
 */
startHidden: boolean, 
/**
 * Closing the window leaves the background part running.
 */
closeToTray: boolean, 
/**
 * Minutes before a meeting; `null` reminds of nothing.
 */
remindMinutes: number | null, 
/**
 * Minutes between refreshes; `null` refreshes only when asked.
 */
refreshMinutes: number | null, };

/**
 * How far adding a server has come.
 */
export type SetupStage = { "state": "checking", layer: Layer, since: number, } | { "state": "found" } | { "state": "ready", login: string, route: AccountRoute, } | { "state": "failed", error: ErrorView, };

/**
 * The server that is being added.
 */
export type SetupView = { 
/**
 * The address as the person gave it.
 */
given: string, 
/**
 * Where the server answers, once that is known.
 */
address: string | null, host: string, 
/**
 * The name a link suggests.
 */
name: string | null, 
/**
 * Whether the address found is https.
 */
encrypted: boolean, 
/**
 * The server takes the password in the address of a call (before 9.0): to
 * be said before the first login.
 */
passwordInAddress: boolean, 
/**
 * The layers that are done, in order.
 */
layers: Array<LayerView>, stage: SetupStage, };

export type Theme = "system" | "light" | "dark";

/**
 * What a pasted or typed text, or a dropped file, means.
 */
export type Understood = { "kind": "nothing" } | { "kind": "room", number: string, profiles: Array<Named>, } | { "kind": "link", what: LinkWhat, host: string, encrypted: boolean, room: string | null, 
/**
 * The saved server it belongs to.
 */
profile: Named | null, 
/**
 * What happens on Enter; for links of others the browser decides.
 */
way: Way | null, } | { "kind": "invitation", meetings: Array<InvitedView>, } | { "kind": "server", 
/**
 * As it will be checked.
 */
address: string, host: string, 
/**
 * The name a link suggests.
 */
name: string | null, 
/**
 * The saved server at this address.
 */
profile: Named | null, } | { "kind": "search" } | { "kind": "refused", error: ErrorView, };

/**
 * Everything but the lists.
 */
export type View = { 
/**
 * Counts changes; a viewer ignores what is older than what it shows.
 */
revision: number, 
/**
 * The saved servers, in the person's order.
 */
profiles: Array<ProfileView>, 
/**
 * The server that is being added, if one is.
 */
setup: SetupView | null, join: JoinView, 
/**
 * A link that waits for the person's decision.
 */
question: QuestionView | null, 
/**
 * The server removed a moment ago: it can be brought back.
 */
removed: Named | null, settings: Settings, 
/**
 * The language of texts in force, as a BCP 47 tag, such as `de`.
 */
language: string, 
/**
 * The browsers found on this computer, beside the system's own choice.
 */
browsers: Array<BrowserView>, 
/**
 * The version of the program that holds the state.
 */
version: string, };

export type Warning = "not-encrypted" | "password-in-address";

/**
 * What *Join* will do.
 */
export type Way = "room-hash" | "room-page" | "none";

/**
 * What the person would like in every room of a server.
 */
export type Wishes = { moderator: boolean, audioVideoTest: boolean, };
