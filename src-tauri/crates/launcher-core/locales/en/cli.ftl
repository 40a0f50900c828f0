# What only the command line says.

cli-error = error: { $text }
cli-hint = hint: { $text }
cli-server = server: { $text }
cli-warning = warning: { $text }
# Before the password is asked for or sent.
cli-caution-readable = this connection is not encrypted: the password travels readable, and browsers refuse camera and microphone there
cli-caution-in-address = this server is older than 9.0: the password travels in the address of a call, which the server and proxies may write down
cli-certificate-key = its key is { $key }; if the administrator of the server says the same, trust it with `openmeetings profile trust`
cli-see-help = See `openmeetings --help`

cli-runtime-failed = The program could not be started: { $reason }
cli-no-folder = the folder for settings could not be found: no home folder is set
cli-trust-unread = the file { $path } cannot be read: { $reason }
cli-password-unread = the password could not be read: { $reason }
cli-password-none = no password came from standard input
# Followed by what is typed, which is not shown.
cli-password-question = Password of { $login } on { $server }:
cli-profile-without-account = “{ $name }” has no account to set a password for

cli-wait-join = joining
cli-wait-server = looking for the server
cli-wait-meeting = looking for the meeting
cli-wait-check = checking
cli-wait-doctor = looking at everything
cli-wait-add = checking the server
cli-wait-list = fetching the list
cli-wait-slow = { $what } (servers answer a wrong password slowly)

cli-opened = Opened { $target } in the browser
cli-opened-page = Opened { $target } in the browser, which will ask you to sign in
cli-opened-as-given = Opened { $target } in the browser, as given

cli-meetings-none = no meetings and no public rooms
cli-meetings-rooms = Rooms
cli-meetings-ended = ended
cli-meetings-now = now
cli-meetings-by = by { $organiser }
cli-meetings-room = room { $room }
cli-meetings-calendar-refused = the calendar may not be read by this account
cli-meetings-rooms-refused = the public rooms may not be read by this account
cli-meetings-loaded = As of { $day }, { $time }: { $name }
cli-meetings-not-loaded = Nothing was loaded yet of “{ $name }”: leave out --cached, or start the launcher

# The marks stand in a column.
cli-check-passed = ok
cli-check-warning = note
cli-check-failed = FAIL
cli-doctor-warning = WARN
cli-check-took = { $milliseconds } ms

cli-doctor-well = Nothing has to be done
cli-doctor-look = It works, but something should be done: see the lines with WARN
cli-doctor-failed = Something does not work: see the lines with FAIL

cli-profiles-none = No server is saved yet. Add one with `openmeetings profile add`
cli-profiles-no-account = no account
cli-profile-removed = Removed “{ $name }”
cli-profile-password-forgotten = Forgetting the password for { $name }, which stays: your organisation has set it
cli-profile-password-saved = Saved the password of { $login } on “{ $name }” in the keychain
cli-profile-saved = Saved “{ $name }” ({ $address })
cli-profile-saved-hash = Saved “{ $name }” ({ $address }): it can enter rooms directly
cli-profile-saved-page = Saved “{ $name }” ({ $address }): it will sign in in the browser

# These stand in a column.
cli-profile-name = name
cli-profile-address = address
cli-profile-account = account
cli-profile-shown-as = shown as
cli-profile-email = e-mail
cli-profile-help = help
cli-profile-version = version
cli-profile-rooms = rooms
cli-profile-trust = trusted
cli-profile-trust-computer = what this computer trusts
cli-profile-route-hash = entered directly
cli-soap-means = Whoever has the password of this account can enter every room of the server, as anybody. An administrator can take the right `SOAP` away from it; then rooms are no longer entered directly, and you sign in in the browser
cli-profile-route-page = entered after signing in in the browser
cli-profile-route-unknown = not tried yet

cli-profile-trust-none = Of { $server } is trusted what this computer trusts
cli-profile-trust-key = Of { $server } only the key { $key } is trusted
cli-profile-trust-authorities = Of { $server } these authorities are trusted as well: { $names }

cli-import-unread = { $source } cannot be read: { $reason }
cli-import-added = { $line } added: “{ $name }” ({ $address })
cli-import-added-open = { $line } added: “{ $name }” ({ $address }), not encrypted: everything, the password included, can be read on the way
cli-import-known = { $line } there already: “{ $name }”
cli-import-refused = { $line } refused: { $reason }
cli-import-line = line { $line }
cli-import-server = server
cli-import-dry-run = Nothing was saved: this was a trial
cli-introduced = An introduction wants to add a server. It is signed by nobody and proves nothing about who made it
cli-introduced-key = key
cli-introduced-known = The server is there already, as “{ $name }”; nothing was changed
cli-introduced-question = Save this server? [y/N]
# The first letter that means yes.
cli-introduced-yes = y
cli-introduced-not = Nothing was saved
cli-introduced-unasked = nobody can be asked whether to save this server; if you know where the introduction comes from, add --yes

cli-nothing-runs = OpenMeetings Launcher is not running
cli-running-already = OpenMeetings Launcher is running already

cli-policy-fine = The policy { $path } is fine. It lays down:
cli-policy-source = In force on this computer, from { $path }:
cli-policy-none = No organisation has laid down anything for this computer. Settings:
cli-policy-origin-policy = set by the organisation
cli-policy-origin-person = chosen by you
cli-policy-origin-default = start set by the organisation
cli-policy-origin-built-in = built in
cli-policy-none-for-browsers = There is no policy on this computer; name one with `--policy FILE`
