# The texts of the window. Errors come worded from errors.ftl and are not here.
# Short, exact, sentence case. A hint is one sentence without a full stop.

window-product = OpenMeetings Launcher

## Verbs and words used in several places

window-join = Join
window-cancel = Cancel
window-close = Close
window-back = Back
window-continue = Continue
window-save = Save
window-undo = Undo
window-try-again = Try again
window-try-now = Try now
window-copy = Copy
window-copy-link = Copy link
window-copy-app-link = Copy openmeetings:// link
window-copy-details = Copy details
window-copied = Copied
window-link-copied = Link copied
window-more = More
window-forget = Forget
window-forgotten = “{ $title }” was taken out of the list
window-remembered = from an invitation
window-arm = Join automatically
window-armed = joins automatically
window-rejoin = Rejoin { $target }
window-loading = Loading
window-saving = Saving
window-verb-change-password = Change password
window-verb-open-page = Open in the browser
window-verb-try-again = Try again
window-key-control =
    { $system ->
        [mac] ⌘
       *[other] Ctrl
    }
window-key-shift =
    { $system ->
        [mac] ⇧
       *[other] Shift
    }
window-key-enter = Enter
window-key-escape = Esc

## State of the whole

window-start-failed = The launcher cannot show anything yet
window-connection-lost = The background part of the launcher has ended and is being started again. What you see is as it was.
window-server-says = The server says: “{ $words }”

## First run and adding a server

window-first-title = Join your first meeting
window-first-lead = Paste what you were sent, or drop an invitation file here.
window-first-field = Meeting link or your server’s address
window-first-not-understood = This is neither a meeting link nor the address of a server
window-add-title = Add a server
window-add-lead = Paste its address, or any link to one of its rooms.
window-account-login = Account
window-account-password = Password
window-account-keychain = The password is kept in the keychain of this computer
window-account-unprotected = This connection is not encrypted: the password travels readable, and browsers refuse camera and microphone there.
window-account-in-address = This server is older than 9.0: the password travels in the address of the call, and may end up in its log.
window-account-without = Continue without an account
window-account-without-hint = The browser will ask you to sign in, and your meetings are not listed
window-sign-in = Sign in
window-sign-in-unprotected = Sign in unprotected
window-keychain-offer = The password can be kept in memory instead, and is asked for again after the launcher was quit
window-keychain-until-quit = Keep until I quit
window-route-room-hash = { $login } can enter rooms directly.
window-soap-means = Whoever has the password of this account can enter every room of the server, as anybody. An administrator can take the right `SOAP` away from it; then rooms are no longer entered directly, and you sign in in the browser.
window-route-room-page = { $login } will sign in in the browser.
window-route-unknown = Whether { $login } can enter rooms directly will show when joining.
window-route-no-account = You will sign in in the browser.
window-added-title = Server added
window-added-names-hint = The first and last name are what others in the room see; empty, the login name is used
window-added-done = Show meetings

## The check, layer by layer

window-layer-reach = Found
window-layer-reach-running = Looking for the server
window-layer-encryption = Encrypted
window-layer-encryption-running = Checking the encryption
window-layer-version = OpenMeetings
window-layer-version-running = Asking for the version
window-layer-login = Signed in
window-layer-login-running = Signing in
window-layer-rights = Rights
window-layer-rights-running = Asking what the account may do
window-warning-not-encrypted = Not encrypted
window-warning-not-encrypted-why = Everything can be read on the way, the password too
window-warning-password-in-address = Password in the address
window-warning-password-in-address-why = Servers before 9.0 take the password in the address of a call
window-milliseconds = { $ms } ms
window-slow-login = Servers take up to 15 seconds to refuse a password. Still waiting.

## The field

window-field = Search, paste a link or type a room number
window-field-clear = Clear the field
window-enter-will = Enter: { $what }
window-choice-room = Join room { $room }
window-choice-invitation = Join the meeting on { $host }
window-choice-link = Join by the link to { $host }
window-choice-on-server = on { $server }
window-choice-as-guest = as the invited guest
window-choice-works-once = the link works once
window-choice-not-encrypted = not encrypted
window-choice-cancelled = Cancelled
window-choice-no-link = Holds no link to join by
window-invitation-opens = opens at { $time }
window-choice-repeats = repeats
window-choice-listed = in your list
window-choice-outdated = a newer version is in your list
window-choice-remember = Remember
window-choice-update = Update the one in the list
window-choice-take-out = Take it out of the list
window-choice-server = Add the server { $host }
window-choice-server-known = Show the settings of { $server }
window-search-none = Nothing found for “{ $query }”

## Joining

window-join-joining = Joining { $target }
window-join-signing-in = Signing in
window-join-signing-in-to = Signing in to { $server }
window-join-opening = Opening your browser
window-join-opened = Opened in your browser
window-join-opened-announced = { $target } is open in your browser
window-join-works-once = The link works once; Join again makes a fresh one.
window-join-again = Join again
window-way-room-hash = Enters directly
window-way-room-page = The browser will ask you to sign in
window-way-invitation = Enters as the invited guest
window-way-room-page-sentence = The browser will ask you to sign in.
window-way-none = No room
window-opens-at = Opens at { $time } · { $way }
window-as-person = as { $person }

## Meetings

window-next-now = Now · just started
window-next-started = Now · started { $ago }
window-next-soon = Next · { $when }
window-next-at = Next · at { $time }
window-day-today = Today
window-day-tomorrow = Tomorrow
window-all-day = All day
window-until = until { $time }
window-moment-now = now
window-in-minutes = in { $minutes } min
window-moment-ended = ended
window-untitled = (no title)
window-duration-minutes = { $minutes } min
window-duration-hours = { $hours } h
window-duration-both = { $hours } h { $minutes } min
window-foreign-time = { $time } where the organiser is ({ $zone })
window-empty-title = Nothing planned for today
window-empty-rooms = Meetings you are invited to appear here. You can enter a room at any time.
window-empty-no-rooms = Meetings you are invited to appear here.
# Below the list: up to which day it holds all meetings.
window-later-until = All meetings up to { $day } are shown
window-later-none = No meetings up to { $day }
window-later-show = Show later meetings
window-later-loading = Loading later meetings

## Rooms

window-rooms = Rooms
window-rooms-all = All { $count }
window-rooms-fewer = Fewer
window-room-unnamed = (no name) { $number }
window-room-closed = closed
window-room-presentation = presentation
window-room-interview = interview
window-room-favourite = Favourite: { $room }

## How fresh the lists are

window-list-stale = Showing what was known at { $time }.
window-list-next-try = Trying again { $when }.
window-list-refused-calendar = This account may not read the calendar of { $server }: only rooms are shown.
window-list-refused-public-rooms = This account may not list the rooms of { $server }: only meetings are shown.
window-list-refused-both = This account may read neither the calendar nor the rooms of { $server }.
window-list-no-account = Without an account, { $server } shows no meetings here.
window-list-add-account = Add an account
window-status-servers = Servers
window-status-updated = Updated { $time }
window-status-as-of = As of { $time }
window-status-updating = Updating
window-status-refresh = Refresh
window-status-offline = { $server }: not reachable
window-status-sign-in = { $server }: sign-in refused
window-status-password = { $server }: password needed
window-status-no-account = { $server }: no account

## Links from outside

window-question-title = Open this link?
window-question-room = A link leads to a room on { $server }.
window-question-invitation = A link invites you to a meeting on { $server }.
window-question-add-server = A link wants to add the server { $server }.
window-question-server-label = Server
window-question-room-label = Room
window-question-key-label = Key
window-question-unsigned = It is signed by nobody and proves nothing about who made it. Add the server only if you expected this.
window-question-known = The server is there already: { $names }. Nothing is changed.
window-question-join-on = Join on { $server }
window-question-as-given = Join in the browser, without an account
window-question-add = Add this server
window-question-dismiss = Do nothing

window-closing-title = Close the window?
window-closing-words = This desktop shows no tray icon, so nothing of the launcher would be left to see. Reminders and links go on if it keeps running; start it again to open the window.
window-closing-remember = Do so from now on
window-closing-keep = Keep running

## Settings

window-settings = Settings
window-servers = Servers
window-servers-none = No server is saved yet
window-server-add = Add
window-server-up = Move { $server } up
window-server-down = Move { $server } down
window-server-no-account = no account, signs in in the browser
window-server-route-room-hash = { $login } · enters directly
window-server-route-room-page = { $login } · signs in in the browser
window-import = Import
window-export = Export
window-export-hint = Without passwords
window-exported = Saved as { $path }
window-imported = Added { $names }.
window-imported-known = Already there: { $names }.
window-imported-nothing = The file holds no servers

window-introduce = Introduce to another machine…
window-introduce-hint = As a QR code or link, without account and password
window-introduce-title = Introduce “{ $server }”
window-introduce-words = Point the camera of the other machine at the picture, or send the link. It holds the address and what you add here, and no secret.
window-introduce-picture = QR code that introduces “{ $server }”
window-introduce-link = Link
window-introduce-key = With the key of the server
window-introduce-key-hint = The other machine then adds this server and no other
window-server-help = Help contact
window-server-help-hint = E-mail address, phone number or https address
window-help-with = Help: { $contact }
window-reminders = Reminders and lists
window-setting-remind = Before a meeting
window-setting-remind-hint = A notification with Join and Snooze
window-setting-remind-never = Never
window-setting-floating = Float above all windows
window-setting-floating-hint = A small window that stays until it is answered; not while notifications are turned off
window-setting-auto-join = Allow joining automatically
window-setting-auto-join-hint = Each meeting is chosen in its menu. It is joined after a countdown of 10 seconds, and never while the screen is locked
window-setting-login-ahead = Sign in ahead
window-setting-login-ahead-hint = While a meeting is near or this window is in front, so that joining does not wait. Not on servers before OpenMeetings 9
window-setting-shortcut = Join the next meeting from anywhere
window-setting-shortcut-hint = Keys that work in every program
window-shortcut-choose = Choose keys
window-shortcut-press = Press the keys …
window-shortcut-remove = Remove
window-shortcut-taken = These keys are taken by the desktop or another program: choose others
window-shortcut-invalid = This keyboard has no such keys: choose others
window-shortcut-unsupported = This desktop gives programs no keys. Bind this command to some in its settings
window-ask-login = Start the launcher at login, so that reminders and links are ready?
window-ask-login-no = Not now
window-setting-refresh = Refresh the lists
window-setting-refresh-hint = While the window is open and before meetings; at other times about once an hour, and never while the screen is locked
window-setting-refresh-never = Only when asked
window-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
window-this-computer = This computer
window-setting-start = Start at login
window-setting-hidden = Start without a window
window-setting-hidden-hint = At login, only the tray icon appears
window-setting-close = Keep running when the window is closed
window-setting-close-hint = Reminders need it
window-setting-updates = Look for updates
window-setting-updates-hint = Once a day; you are asked before anything is installed
window-setting-without-tray = Closing, without a tray icon
window-setting-without-tray-hint = This desktop shows none
window-without-tray-ask = Ask
window-without-tray-keep-running = Keep running
window-without-tray-quit = Quit
window-setting-theme = Theme
window-theme-system = As the system
window-theme-light = Light
window-theme-dark = Dark
window-setting-language = Language
window-language-system = As the system
window-keys = Keys in this window
window-keys-field = Go to the field
window-keys-rows = Go through meetings and rooms
window-keys-join = Join the one chosen
window-keys-next = Join what is on now, or begins within a quarter of an hour
window-keys-rejoin = Back to where you were last
window-keys-copy = Copy the link of the one chosen
window-keys-zoom = Larger, smaller, as it was
window-diagnostics = Diagnostics
window-diagnose = Look for problems
window-diagnose-hint = Looks at your servers and at this computer, and says what to do. Signs in nowhere and changes nothing
window-diagnose-running = Looking … A server that does not answer takes half a minute
window-diagnosis-good = Everything is well
window-diagnosis-note = Nothing has to be done
window-diagnosis-warning = It works, but something should be done
window-diagnosis-failed = Something does not work
window-finding-good = Well:
window-finding-note = Note:
window-finding-warning = Warning:
window-finding-failed = Does not work:
window-findings-good = { $count ->
        [one] { $count } thing is well
       *[other] { $count } things are well
    }
window-report = Report
window-report-hint = A report for whoever helps you, with what was found. It holds no names, no addresses, no passwords and no links
window-report-show = Show report
window-report-copy = Copy report
window-log-folder = Open log folder
window-about = About
window-version = Version { $version }
window-update-title = Version { $version } is available
window-update-notes = What is new
window-update-install = Install and restart
window-update-later = Later
window-update-skip = Skip this version
window-update-check = Check for updates
window-update-checking = Looking for a newer version …
window-update-current = This is the newest version
window-update-downloading = Downloading version { $version } …
window-update-downloading-percent = Downloading version { $version }: { $percent } %
window-update-ready = Installing version { $version } …
window-update-waits = Version { $version } is installed after your meeting, from { $time } on
window-update-after-meeting = You are or soon will be in a meeting: it is installed from { $time } on
window-update-restarts = The launcher restarts. Meetings in the browser go on
window-update-off-without-updates = This build of the launcher looks for no updates
window-update-off-packaged = Updates come with the packages of this computer
window-update-off-policy = Updates are switched off by the administrator of this computer
window-licences = Licences
window-quit = Quit the launcher
window-quit-hint = Ends the tray icon, reminders and links too

## A server

window-server = Server
window-server-name = Name
window-server-colour = Colour
window-colour-green = green
window-colour-violet = violet
window-colour-blue = blue
window-colour-orange = orange
window-colour-pink = pink
window-colour-teal = teal
window-colour-yellow = yellow
window-colour-grey = grey
window-server-address = Address
window-server-address-hint = The password stays with this server: after a change of host it is asked for again
window-server-login-hint = Empty, the browser signs in
window-server-person = Shown to others in rooms
window-server-first-name = First name
window-server-last-name = Last name
window-server-email = E-mail
window-server-rooms = In rooms
window-server-language = Language of the room page
window-server-language-own = As this computer
window-server-browser = Browser
window-server-browser-system = As the system
window-server-moderator = Ask to be moderator
window-server-moderator-hint = If the account may enter directly
window-server-test = Test audio and video first
window-server-test-hint = The room page asks before entering
window-server-saved = Saved
window-server-remove = Remove this server
window-server-remove-hint = Can be undone for a moment
window-server-removed = { $server } was removed
window-server-version = OpenMeetings { $version }
window-check = Account and server
window-check-now = Check now
window-check-running = Checking
window-check-passed = All is well
window-check-failed = Something is in the way
window-trust-title = If you know better
window-trust-words = Who runs this server can tell you its key, or give you the file with the certificate of their authority. Without one of them, leave it: somebody else may be answering.
window-trust-copy = Copy key
window-trust-file = Choose a certificate file…
window-trust-key = Trust this key…
window-trust-question = Trust this key of “{ $server }”?
window-trust-question-words = Compare it, letter by letter, with what the administrator tells you on another way, such as by telephone. Whoever has this key can read all that you send there, the password too.
window-trust-key-same = It is the same: trust this key
window-trusted = Trusted
window-trusted-key = This key and no other is accepted, whatever its certificate says:
window-trusted-authorities = Certificates signed by these are accepted as well:
window-trusted-take-back = Take back
window-trusted-take-back-hint = Then only what this computer trusts counts
window-password = Password
window-password-new = New password for { $login }
window-password-saved = Password saved

# The floating reminder.
window-in-seconds = in { $seconds } s
window-reminder-begins = begins now
window-reminder-began = began { $minutes } min ago
window-reminder-joins = Joins by itself in { $seconds } s
window-reminder-opens = Opens at { $time }
window-reminder-snooze = Snooze
window-reminder-dismiss = Dismiss
window-reminder-stop = Stop
window-reminder-many = { $count } meetings at once
window-preflight-running = Checking the server …
window-preflight-green = Ready to join

window-locked = { $organisation ->
        [none] Set by your organisation
       *[other] Set by { $organisation }
    }{ $contact ->
        [none] { "" }
       *[other] { "; " }ask { $contact }
    }
