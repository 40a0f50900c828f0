// Written by `cargo xtask bindings` from launcher-core's view types. Not to be edited.

export type AboutView = "server" | "invitations" | "computer";

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
 * The same as people and scripts see it.
 */
export type CertificateView = { 
/**
 * The fingerprint of its key, to compare it with what the administrator of the
 * server says.
 */
key: string, };

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
export type Copy = { "what": "join-link" } | { "what": "room-link", key: string, } | { "what": "app-link", key: string, } | { "what": "join-details" } | { "what": "report" } | { "what": "introduction", link: string, } | { "what": "key", key: string, };

/**
 * What the doctor found. Names servers: it is for the person, and for nobody else.
 */
export type DiagnosisView = { 
/**
 * The worst of all findings.
 */
grade: Grade, sections: Array<SectionView>, };

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
 * The certificate that could not be verified, where its key could be trusted
 * all the same.
 */
certificate?: CertificateView | null, 
/**
 * The chain of causes, for a report.
 */
detail?: Array<string>, };

/**
 * What a viewer gets first: everything.
 */
export type Everything = { view: View, agenda: Agenda, };

/**
 * One thing that was looked at.
 */
export type FindingView = { topic: Topic, 
/**
 * The topic, in a word or two.
 */
label: string, grade: Grade, 
/**
 * The stable name of the fact.
 */
name: string, 
/**
 * The fact.
 */
message: string, 
/**
 * What to do next, if anything is to be done.
 */
hint: string | null, };

/**
 * What came of it; the worse, the greater.
 */
export type Grade = "good" | "note" | "warning" | "failed";

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
known: Array<string>, 
/**
 * It was an introduction, and the window asks about it.
 */
asked: boolean, };

/**
 * The introduction of a saved server. Holds no secret.
 */
export type IntroducedView = { 
/**
 * `openmeetings://add-server?…`
 */
link: string, 
/**
 * The link as a QR code, in SVG.
 */
picture: string, 
/**
 * The fingerprint of the key in it, if it was asked for.
 */
key: string | null, };

/**
 * One meeting of an invitation.
 */
export type InvitedView = { title: string, start: number | null, end: number | null, 
/**
 * From when on the server lets guests in.
 */
openFrom: number | null, 
/**
 * The zone its times were written in.
 */
zone: string | null, organiser: string | null, repeats: boolean, cancelled: boolean, 
/**
 * What the agenda has of it already.
 */
known: Known, 
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
 * What the agenda has of a meeting of an invitation.
 */
export type Known = "new" | "listed" | "changes" | "outdated";

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
loadedAt: number | null, 
/**
 * Up to when it holds all appointments.
 */
until: number | null, } | { "state": "ready", loadedAt: number, 
/**
 * Up to when it holds all appointments.
 */
until: number, 
/**
 * What this account was not allowed to read.
 */
refused: Array<Part>, } | { "state": "stale", loadedAt: number | null, 
/**
 * Up to when it holds all appointments.
 */
until: number | null, error: ErrorView, 
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
key: string, 
/**
 * The saved server it is on; `null` for an invitation to another one.
 */
profile: string | null, 
/**
 * The name of the saved server, or the host.
 */
place: string, title: string, roomId: number | null, roomName: string, start: number, end: number, organiser: string, 
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
openFrom: number | null, way: Way, 
/**
 * It is here because the person wanted to remember an invitation.
 */
remembered: boolean, 
/**
 * It will be joined by itself when it begins.
 */
armed: boolean, };

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
 * What the organisation laid down.
 */
export type PolicyView = { organisation: string | null, 
/**
 * Whom to ask.
 */
contact: string | null, 
/**
 * The names of the settings that cannot be changed.
 */
locked: Array<string>, 
/**
 * The policy cannot be used: what it could lock is locked.
 */
error: ErrorView | null, };

/**
 * Whether joining will work, as was found out shortly before.
 */
export type PreflightView = { "state": "unknown" } | { "state": "running" } | { "state": "green" } | { "state": "yellow", reason: string, } | { "state": "red", error: ErrorView, };

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
colour: Colour | null, browser: string | null, 
/**
 * Whom to ask for help; empty for nobody.
 */
help: string, };

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
browser: string | null, 
/**
 * Whom to ask for help. Shown as it is.
 */
help: string | null, serverVersion: string | null, route: AccountRoute, 
/**
 * The server takes the password in the address of a call (before 9.0).
 */
passwordInAddress: boolean, 
/**
 * What is trusted of it beside what the computer trusts.
 */
trust: TrustView | null, 
/**
 * Handed out by the organisation: it cannot be removed.
 */
managed: boolean, 
/**
 * The names of the fields that cannot be changed.
 */
locked: Array<string>, list: ListView, check: CheckView | null, };

/**
 * What a link wants.
 */
export type QuestionKind = "room" | "invitation" | "add-server";

/**
 * A link the launcher does not follow by itself.
 */
export type QuestionView = { 
/**
 * To be given back with the answer.
 */
number: number, 
/**
 * The server as the link names it, punycode shown.
 */
server: string, 
/**
 * The room it leads to, if it leads to one.
 */
room: string | null, asks: QuestionKind, 
/**
 * What an introduction calls the server.
 */
name: string | null, 
/**
 * The fingerprint of the key that an introduction names.
 */
key: string | null, 
/**
 * Whom an introduction names for help. Shown as it is.
 */
help: string | null, 
/**
 * Saved servers it may mean; several if it fits several.
 */
profiles: Array<Named>, };

/**
 * A version that is newer than this one.
 */
export type Release = { version: string, 
/**
 * What is new, as lines of plain text; may be empty.
 */
notes: string, };

/**
 * What the person says to a reminder.
 */
export type ReminderAnswer = "join" | "snooze" | "dismiss";

/**
 * A meeting the person is reminded of now.
 */
export type ReminderView = { 
/**
 * The row of the agenda.
 */
key: string, 
/**
 * May be empty.
 */
title: string, start: number, end: number, organiser: string, 
/**
 * The name of the saved server, or the host.
 */
place: string, 
/**
 * From when on the server lets this person in; `null` is always.
 */
openFrom: number | null, preflight: PreflightView, 
/**
 * When it is joined without asking, unless that is stopped.
 */
joinsAt: number | null, };

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
 * What was found about one server, or about this computer.
 */
export type SectionView = { about: AboutView, 
/**
 * The name of the server, or a heading.
 */
title: string, 
/**
 * Of a server, if it could be read.
 */
address: string | null, findings: Array<FindingView>, };

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
 * Minutes between refreshes while somebody looks or a meeting is near; `null`
 * refreshes only when asked.
 */
refreshMinutes: number | null, 
/**
 * Whether to start at login was asked once; it is not asked again.
 */
startAtLoginAsked: boolean, 
/**
 * Reminders also float above all windows until they are answered.
 */
floatingReminders: boolean, 
/**
 * Single meetings may be armed to be joined without a click.
 */
autoJoin: boolean, 
/**
 * A login is made ahead while a join is near, so that the click need not wait.
 */
loginAhead: boolean, 
/**
 * What joins the next meeting from anywhere, such as `Super+Shift+J`.
 */
shortcut: string | null, 
/**
 * Whether the launcher looks for newer versions by itself, once a day.
 */
checkForUpdates: boolean, 
/**
 * What closing the window does on a desktop that shows no tray icons.
 */
withoutTray: WithoutTray, };

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
 * The help contact of an introduction. Shown as it is.
 */
help: string | null, 
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
 * What the person decided to trust of it.
 */
trust: TrustView | null, 
/**
 * The layers that are done, in order.
 */
layers: Array<LayerView>, stage: SetupStage, };

/**
 * Whether the shortcut that joins the next meeting works.
 */
export type Shortcut = "off" | "active" | "taken" | "invalid" | "unsupported";

export type Theme = "system" | "light" | "dark";

/**
 * What was looked at.
 */
export type Topic = "address" | "encryption" | "version" | "login" | "rights" | "speed" | "clock" | "strict-transport" | "open-address" | "foreign-pages" | "path" | "invitations" | "saved-servers" | "policy" | "keychain" | "browser" | "links" | "tray" | "resident" | "proxy" | "folders" | "disk";

/**
 * Whether the desktop shows the tray icon.
 */
export type Tray = "unknown" | "shown" | "no-host";

export type TrustView = { "kind": "key", 
/**
 * Its fingerprint.
 */
key: string, } | { "kind": "authorities", 
/**
 * What they are called. Shown as it is.
 */
names: Array<string>, };

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
profile: Named | null, 
/**
 * Somebody recommends it: to be asked about by *join text*, as a link is.
 */
introduced: boolean, } | { "kind": "search" } | { "kind": "refused", error: ErrorView, };

/**
 * What the person says to an update that is offered.
 */
export type UpdateAnswer = "later" | "skip";

/**
 * How far an update has come.
 */
export type UpdateView = { "state": "unknown" } | { "state": "checking" } | { "state": "current" } | { "state": "available", release: Release, } | { "state": "downloading", release: Release, 
/**
 * 0 to 100, if the server says how long it is.
 */
percent: number | null, } | { "state": "ready", release: Release, } | { "state": "failed", release: Release | null, error: ErrorView, };

/**
 * What there is to say about updates of the launcher.
 */
export type UpdatesView = { 
/**
 * Why this launcher is not updated by itself; `null` if it is.
 */
off: WhyOff | null, stage: UpdateView, 
/**
 * Whether the person is asked without having looked for it.
 */
asks: boolean, 
/**
 * Until when meetings keep it waiting.
 */
waitsUntil: number | null, 
/**
 * When the server of updates was last asked.
 */
checkedAt: number | null, };

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
removed: Named | null, 
/**
 * The title of the remembered meeting taken out a moment ago: it can be
 * brought back.
 */
forgotten: string | null, 
/**
 * What the window was asked to show and has not shown yet.
 */
wanted: Wanted | null, 
/**
 * What the person is reminded of now, by start.
 */
reminders: Array<ReminderView>, tray: Tray, shortcut: Shortcut, updates: UpdatesView, 
/**
 * What *Rejoin* would join.
 */
lastRoom: string | null, 
/**
 * Whether lists can be made to hold later meetings.
 */
hasLater: boolean, 
/**
 * The settings in force.
 */
settings: Settings, 
/**
 * What the organisation laid down.
 */
policy: PolicyView | null, 
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

/**
 * What the window goes to. It stays in the view until the window says that it
 * went there, so that one that is only starting finds it, too.
 */
export type Wanted = { "what": "settings" } | { "what": "query" } | { "what": "text", text: string, };

export type Warning = "not-encrypted" | "password-in-address";

/**
 * What *Join* will do.
 */
export type Way = "room-hash" | "room-page" | "invitation" | "none";

/**
 * Why this launcher is not updated by itself.
 */
export type WhyOff = "without-updates" | "packaged" | "policy";

/**
 * What the person would like in every room of a server.
 */
export type Wishes = { moderator: boolean, audioVideoTest: boolean, };

/**
 * What closing the window does where nothing of the launcher would be left to
 * see.
 */
export type WithoutTray = "ask" | "keep-running" | "quit";
