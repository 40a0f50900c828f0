# Why something could not be done: one key per reason, `error-` and the name of
# the `Code`.
#
# Message: what could not be done, to what, in one sentence. `hint`: what to do
# next, imperative, for a person at the window. `hint-cli`: the same on the
# command line, where that differs. Backticks round literals, no full stop after
# a single sentence.

error-bad-credentials = Could not log in to “{ $server }” as { $login }: name or password refused
    .hint = Check the password. Accounts from LDAP or Google cannot log in here: open the room in the browser instead
error-account-not-active = Could not log in to “{ $server }”: the account { $login } is not activated
    .hint = Use the link in the mail that came with the registration, or ask the administrator of the server
error-no-group = Could not log in to “{ $server }”: the account { $login } is in no group
    .hint = Ask the administrator of the server to put the account into a group
error-right-missing = The account { $login } may not do this on “{ $server }”
    .hint = Ask the administrator of the server for the right `SOAP`, or open the room in the browser
error-account-needed = “{ $server }” cannot be asked for meetings without an account
    .hint = Add a login name to the server, or join a room by its number or link
    .hint-cli = Add a login name to the profile, or name a room by its number or link

error-host-unknown = No server called “{ $server }” could be found
    .hint = Check the address and the connection to the network
error-server-unreachable = “{ $server }” could not be reached
    .hint = Check the address, the port and the connection to the network
error-connection-cut = The connection to “{ $server }” broke off
    .hint = Try again
error-timed-out = “{ $server }” did not answer in time
    .hint = Try again, or ask the administrator of the server
error-proxy-needs-login = The proxy of this network wants to know who you are before it leads to “{ $server }”
    .hint = Ask whoever looks after the network how programs sign in to the proxy, or for an exception for this server
error-proxy-refused = The proxy of this network does not lead to “{ $server }”
    .hint = Open any page in the browser: the network may want a sign-in first. If it does not, ask whoever looks after the network
error-tls-failed = No encrypted connection to “{ $server }” could be agreed on
    .hint = Check whether the address should begin with `http://`, and ask the administrator of the server
error-certificate-untrusted = { $issuer ->
    [none] “{ $server }” shows a certificate that nobody this computer trusts has signed
   *[other] “{ $server }” shows a certificate that was signed by “{ $issuer }”, whom this computer does not trust
}
    .hint = Ask the administrator of the server for a certificate of a known authority, or for the file with the certificate of theirs; nothing was sent
error-certificate-incomplete = { $issuer ->
    [none] “{ $server }” leaves out the certificate of whoever signed its own
   *[other] “{ $server }” leaves out the certificate of “{ $issuer }”, who signed its own
}
    .hint = Ask the administrator of the server to send the whole chain, often called `fullchain`: browsers may fetch what is missing by themselves, other programs do not; nothing was sent
error-certificate-wrong-name = { $names ->
    [none] “{ $server }” shows a certificate for another name
   *[other] “{ $server }” shows a certificate that is for another name: { $names }
}
    .hint = Use the name the certificate was made for, or ask the administrator of the server; nothing was sent
error-certificate-expired = { $until ->
    [none] “{ $server }” shows a certificate that has expired
   *[other] “{ $server }” shows a certificate that expired on { $until }
}
    .hint = Ask the administrator of the server to renew it, and check the date of this computer; nothing was sent
error-certificate-not-yet-valid = { $from ->
    [none] “{ $server }” shows a certificate that is not valid yet
   *[other] “{ $server }” shows a certificate that is only valid from { $from }
}
    .hint = Is the clock of this computer right? If it is, ask the administrator of the server; nothing was sent
error-certificate-invalid = “{ $server }” shows a certificate that is broken or was taken back
    .hint = Ask the administrator of the server for a new one; nothing was sent
error-certificate-is-default = “{ $server }” shows the certificate of every OpenMeetings download, whose key is public
    .hint = Anybody could pose as this server. Ask its administrator for a certificate of its own; nothing was sent
error-certificate-other-key = { $source ->
    [trusted] “{ $server }” now has the key { $shown }. The key that was trusted is { $expected }
   *[introduction] “{ $server }” has the key { $shown }, not { $expected } as its introduction says
}
    .hint = { $source ->
        [trusted] Somebody may be posing as this server. Ask its administrator, on another way, whether the key was changed. Only then take the old trust back in the settings of the server, and trust the new key; nothing was sent
       *[introduction] Ask whoever introduced the server to you, on another way, which key is right. Until then do not add it; nothing was sent
    }
    .hint-cli = { $source ->
        [trusted] Somebody may be posing as this server. Ask its administrator, on another way, whether the key was changed. Only then take the old trust back with `openmeetings profile trust --remove`; nothing was sent
       *[introduction] Ask whoever introduced the server to you, on another way, which key is right. Until then do not add it; nothing was sent
    }
# $path: of a file
error-authorities-unreadable = No certificate can be read in { $path }
    .hint = Choose the file with the certificate of the authority, in PEM; such files often end in `.pem` or `.crt`
error-nothing-to-trust = There is no key here that could be trusted
    .hint = Check the server again, and compare the key that is shown then

error-not-open-meetings = “{ $server }” answers, but not as an OpenMeetings server
    .hint = Check the path of the address, often `/openmeetings/`, and whether the network wants a sign-in first
error-redirected-elsewhere = “{ $server }” sends callers elsewhere
    .hint = Check the address and whether the network wants a sign-in first. It pointed to { $target }
error-server-failed = “{ $server }” could not do it
    .hint = Try again later, or ask the administrator of the server
error-answer-unreadable = The answer of “{ $server }” could not be read
    .hint = Try again later. If it stays like this, report it with the details

error-secret-missing = The password for “{ $server }” as { $login } is not known
    .hint = Enter the password of the server again
    .hint-cli = Give it with `--password-stdin`, or save it with `openmeetings profile set-password`
error-keychain-missing = This computer offers no keychain for passwords
    .hint = Start a keychain such as GNOME Keyring or KWallet, or keep the password only until the launcher ends
    .hint-cli = Start a keychain such as GNOME Keyring or KWallet, or give the password with `--password-stdin`
error-keychain-locked = The keychain is locked
    .hint = Unlock it and try again
    .hint-cli = Unlock it and try again, or give the password with `--password-stdin`
error-keychain-failed = The keychain could not do it
    .hint = Try again, or keep the password only until the launcher ends
    .hint-cli = Try again, or give the password with `--password-stdin`
error-soap-password-not-kept = { $organisation ->
        [none] Your organisation does not want the password of { $login } on “{ $server }” to be kept: whoever has it can enter every room as anybody
       *[other] { $organisation } does not want the password of { $login } on “{ $server }” to be kept: whoever has it can enter every room as anybody
    }
    .hint = It is known until the launcher ends, and asked for again then. An administrator of the server can take the right `SOAP` away
    .hint-cli = Give it with `--password-stdin` each time. An administrator of the server can take the right `SOAP` away

error-address-malformed = This is no address of a server: { $reason }
    .hint = Give an address such as `https://meet.example.org/openmeetings`
error-not-encrypted = Only an unencrypted address answers: { $target }
    .hint = Ask the administrator of the server for `https`. If you accept that everything can be read on the way, write the address out with `http://`; nothing was sent
error-link-malformed = This link cannot be used: { $reason }
    .hint = Copy the whole link from the invitation and try again
error-link-unknown-server = No saved server is “{ $server }”
    .hint = Add the server, or open the link of the invitation in the browser
    .hint-cli = Add it with `openmeetings profile add`, or open the link of the invitation in the browser
# $source: `file` or `pasted`
error-invitation-unreadable = { $source ->
        [pasted] The pasted invitation could not be read: { $reason }
       *[file] The invitation { $target } could not be read: { $reason }
    }
    .hint = Save the invitation from the mail again and try once more
error-meeting-cancelled = The meeting “{ $target }” was cancelled
    .hint = Ask the organiser if that is a surprise
error-meeting-changed = The meeting “{ $target }” was changed by its organiser
    .hint = It is in the agenda as it is now; look at its time
error-invitation-not-remembered = “{ $target }” cannot be put into the agenda: { $reason }
    .hint = Ask the organiser for a complete invitation
error-invitation-outdated = A newer version of “{ $target }” is in the agenda already
    .hint = Look for the newest mail about it if that is a surprise
error-invitation-conflict = “{ $target }” in the agenda was not changed: { $reason }
    .hint = Ask the organiser. If the new invitation is right, take the meeting out of the agenda and remember the new one
error-invitations-damaged = The remembered meetings could not be read; the file was set aside as { $path }
    .hint = Open the invitations again to remember them
error-invitations-newer = The remembered meetings in { $path } were written by a newer version of this program
    .hint = Install the newer version again; until then no meeting of an invitation is remembered
error-invitations-failed = The remembered meetings in { $path } could not be read or written
    .hint = Check that the folder exists, is yours and has room
error-nothing-to-join = There is nothing to join: { $reason }
    .hint = Ask the organiser for the link
error-nothing-now = No meeting goes on now, and none begins within a quarter of an hour
    .hint = Choose a meeting or room from the list
error-nothing-joined-yet = No room was joined yet
    .hint = Join one from the list; after that it can be joined again

error-field-invalid = The profile cannot be saved: { $reason }
    .hint = Correct it and try again
error-profile-unknown = There is no profile “{ $profile }”
    .hint = Choose a server from the list
    .hint-cli = See `openmeetings profile list`
error-profile-needed = Several servers are saved and nothing says which one is meant: { $candidates }
    .hint = Choose the server
    .hint-cli = Name one with `--profile`
error-no-profiles = No server is saved yet
    .hint = Add a server
    .hint-cli = Add one with `openmeetings profile add`, or name one with `--url`
error-meeting-unknown = No room or meeting is called “{ $target }”
    .hint = Look for it in the list
    .hint-cli = See `openmeetings meetings`
# $source: `name`, or `pasted` for an invitation without a name
error-meeting-ambiguous = { $source ->
        [pasted] The invitation holds several meetings: { $candidates }
       *[name] “{ $target }” fits several: { $candidates }
    }
    .hint = Write more of the name, or give the number of the room
error-room-unknown = There is no room { $room } on “{ $server }”
    .hint = Look for the room in the list
    .hint-cli = See `openmeetings meetings` for the rooms of the server
error-room-closed = “{ $room }” on “{ $server }” is closed
    .hint = Ask the organiser to open the room; joining shows where people are sent instead

error-browser-failed = The browser could not be started
    .hint = Copy the link and open it yourself
    .hint-cli = Open the address yourself; it is shown with `--print`
error-profiles-damaged = The saved servers could not be read; the file was set aside as { $path }
    .hint = Add the servers again, or mend the file and put it back
error-profiles-newer = The saved servers in { $path } were written by a newer version of this program
    .hint = Install the newer version again; the file was not touched
error-profiles-failed = The saved servers in { $path } could not be read or written
    .hint = Check that the folder exists, is yours and has room
error-settings-damaged = The settings could not be read; the file was set aside as { $path }
    .hint = Look through the settings and choose again what you had changed
error-settings-newer = The settings in { $path } were written by a newer version of this program
    .hint = Install the newer version again; until then the usual settings are used and nothing is changed
error-settings-failed = The settings in { $path } could not be read or written
    .hint = Check that the folder exists, is yours and has room
error-nothing-removed = There is no removed server to bring back
    .hint = Add the server again
error-meeting-gone = This meeting is not on the list any more
    .hint = Refresh the list and choose again
error-no-setup = There is no server being added to do this for
    .hint = Begin again with the address of the server
error-nothing-to-copy = There is nothing to copy
    .hint = Join first, then copy the link
error-introduction-not-encrypted = “{ $profile }” cannot be introduced: its address is not encrypted
    .hint = Ask the administrator of the server for `https`, or use *Export*
error-too-long-for-qr = The introduction is too long for a QR code
    .hint = Pass the link on instead, or give the server a shorter name
error-list-not-fetched = “{ $server }” gave no list of servers
    .hint = There must be plain text or JSON at this address; the launcher follows no redirect to another one
error-import-unreadable = Nothing was imported: { $reason }
    .hint = Choose a file that was written by *Export*, an introduction, or a list with one address a line
error-file-not-read = The file { $path } could not be read
    .hint = Check that it exists and is yours to read
error-file-not-written = The file { $path } could not be written
    .hint = Choose another folder, or check that this one is yours and has room
error-resident-gone = The background part of the launcher ended before it was done
    .hint = Try again in a moment: a new one is being started
error-resident-failed = The background part of the launcher could not be started
    .hint = Try again. If it stays like this, install the launcher again or report it with the details
error-window-failed = The window could not be opened: { $path } does not start
    .hint = Install the launcher again. The tray and the command line go on working
error-resident-running = OpenMeetings Launcher is running already
    .hint = Open its window instead of starting it again
error-newer-running = A newer version of OpenMeetings Launcher is running
    .hint = Close this one and start the newer version
error-too-many-viewers = Too many programs are connected to the launcher
    .hint = Close some of them and try again
error-clipboard-failed = Nothing could be put on the clipboard
    .hint = Try again, or write it down by hand
error-autostart-failed = The start at login could not be changed
    .hint = Check that the folder for programs that start at login is yours and has room
error-folder-failed = The folder { $path } could not be opened
    .hint = Open it in the file manager
error-interrupted = The work was interrupted
    .hint = Try again

# Updates of the launcher itself. Each says what became of the update.
error-update-unreachable = The server of updates could not be reached
    .hint = Check the connection to the network and try again
error-update-not-found = The server of updates has no update for this computer
    .hint = Try again later
error-update-cut = The download of the update broke off; nothing was changed
    .hint = Check the connection to the network and try again
error-update-not-genuine = The update is not signed by the makers of the launcher. It was not installed; nothing was changed
    .hint = Do not install it by hand. If it stays like this, report it with the details
error-update-no-space = The update was not installed: the disk is full
    .hint = Make room and try again
error-update-not-writable = The update was not installed: you may not change the program’s file or its folder
    .hint = Move the program into a folder of your own, or ask the administrator of the computer
error-update-failed = The update was not installed
    .hint = Try again. If it stays like this, report it with the details

# What is put into the messages above as { $reason }. Begins in lower case, for
# it follows a colon.

reason-address-empty = the address is empty
reason-address-too-long = the address is too long
reason-address-blank = the address has a blank in it
reason-address-control-character = the address has a control character in it
reason-address-scheme = the address begins with “{ $scheme }:”, not with https: or http:
reason-address-credentials = the address has a user name or password in it; leave out everything up to the “@”
reason-address-no-host = the address names no server
reason-address-host-name = the name of the server has characters that no host name has
reason-address-port = the port of the address is not a number up to 65535
reason-address-ip = the IP address is not valid
reason-address-malformed = the address cannot be read

reason-link-no-room = the address leads to no room: it has no hash?invitation=, no hash?secure= and no #room/
reason-link-hash = the link is damaged: its hash is missing or not complete
reason-link-room = the link is damaged: the room after #room/ is missing or cannot be read
reason-link-malformed = the link cannot be read
reason-link-empty = it is empty
reason-link-room-number = rooms have numbers from 1 on
reason-link-no-file = it names no file of this computer
reason-link-neither = it is neither a link nor an invitation file
reason-link-too-many = so many came at once that some page or program must be sending them
reason-link-no-introduction = it leads to a room and introduces no server

reason-deep-link-scheme = it does not begin with openmeetings://
reason-deep-link-too-long = it is too long
reason-deep-link-characters = it has characters no link has
reason-deep-link-secret = it holds a password, a session or the key of a room, which no link may
reason-deep-link-unknown = it has a part this version does not know
reason-deep-link-twice = it names the same thing twice
reason-deep-link-no-room = it names no room
reason-deep-link-no-server = it names no server
reason-deep-link-name = the name in it is too long or has characters no name has
reason-deep-link-key = the key in it is not `sha256//` and 44 characters
reason-deep-link-help = its help contact is neither an e-mail address, a phone number nor an https address

reason-invitation-too-large = it is larger than any invitation
reason-invitation-no-calendar = it is not a calendar file
reason-invitation-no-event = it holds no event
reason-invitation-too-many = it holds more than { $most ->
        [one] one event
       *[other] { $most } events
    }; a single invitation is needed
reason-invitation-answer = it is an answer to an invitation, not an invitation
reason-invitation-no-time = the invitation names no time
reason-invitation-over = it is over
reason-invitation-none = it is no invitation
reason-invitation-other-host = the new invitation leads to another server than the one in the agenda
reason-invitation-other-organiser = the new invitation comes from another organiser than the one in the agenda
reason-invitation-no-link = { $source ->
        [pasted] the invitation holds no link to an OpenMeetings room
       *[file] { $file } holds no link to an OpenMeetings room
    }

reason-file-missing = the file does not exist
reason-file-not-allowed = this account may not read it
reason-file-unreadable = reading failed

reason-meeting-no-room = “{ $meeting }” has no room
reason-server-only = { $address } is the address of a server, and of no room on it

reason-import-too-large = it is too large
reason-import-kind = it is of another kind or version
reason-import-format = it is not written as an export is
reason-import-empty = it has no server in it
reason-import-line = line { $line }: { $reason }
reason-import-server = “{ $server }”: { $reason }

reason-field-name-too-long = its name is longer than { $longest ->
        [one] one character
       *[other] { $longest } characters
    }
reason-field-name-taken = another profile is called “{ $name }” already
# $field: `name`, `login`, `first-name`, `last-name`, `email` or `browser`
reason-field-too-long = { $field ->
        [login] the login name
        [first-name] the first name
        [last-name] the last name
        [email] the e-mail address
        [browser] the browser
       *[name] the name
    } is longer than { $longest ->
        [one] one character
       *[other] { $longest } characters
    }
reason-field-control-character = { $field ->
        [login] the login name
        [first-name] the first name
        [last-name] the last name
        [email] the e-mail address
        [browser] the browser
       *[name] the name
    } has a control character in it
reason-field-email = the e-mail address has no “@” with something on both sides
reason-field-help = the help contact is neither an e-mail address, a phone number nor an https address

# What an organisation laid down. `organisation` and `contact` are `none` where
# the policy does not name them.
error-policy-locked = { $organisation ->
        [none] `{ $field }` is set by your organisation and cannot be changed here
       *[other] `{ $field }` is set by { $organisation } and cannot be changed here
    }
    .hint = { $contact ->
        [none] Ask whoever looks after this computer
       *[other] Ask { $contact }
    }
error-server-not-allowed = { $organisation ->
        [none] Your organisation does not allow the server { $server } on this computer
       *[other] { $organisation } does not allow the server { $server } on this computer
    }
    .hint = { $contact ->
        [none] Open the link in a browser if you trust it, or ask whoever looks after this computer
       *[other] Open the link in a browser if you trust it, or ask { $contact }
    }
error-policy-unreadable = { $line ->
        [none] What your organisation has set for this computer cannot be used: `{ $field }` in { $path } is wrong
       *[other] What your organisation has set for this computer cannot be used: line { $line } of { $path } is wrong (`{ $field }`)
    }
    .hint = Nothing that it could set can be changed until it is right; your servers still work. Tell whoever looks after this computer
    .hint-cli = Check it with `openmeetings policy check`; until it is right nothing that it could set can be changed
