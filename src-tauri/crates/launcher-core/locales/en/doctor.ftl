# What the doctor finds: one key per fact. Message: the fact. `hint`: what to do next,
# where something can be done. No full stop after a single sentence.

doctor-about-server = Server
doctor-about-invitations = Invitations
doctor-about-computer = This computer

# What was looked at. These stand in a column.
doctor-topic-address = address
doctor-topic-encryption = encryption
doctor-topic-version = version
doctor-topic-login = login
doctor-topic-rights = rights
doctor-topic-speed = speed
doctor-topic-clock = clock
doctor-topic-strict-transport = browsers
doctor-topic-open-address = open address
doctor-topic-foreign-pages = other pages
doctor-topic-path = path
doctor-topic-invitations = invitations
doctor-topic-saved-servers = saved servers
doctor-topic-policy = organisation
doctor-topic-keychain = keychain
doctor-topic-browser = browser
doctor-topic-links = links
doctor-topic-tray = tray
doctor-topic-resident = background
doctor-topic-proxy = proxy
doctor-topic-folders = folders
doctor-topic-disk = disk

doctor-not-looked-at = On this system it is not looked at

## Servers

doctor-reached = OpenMeetings answers at { $address }
doctor-encrypted = The connection is encrypted and the certificate good
doctor-not-encrypted = The connection is not encrypted: everything, the password included, can be read on the way
    .hint = Ask the administrator of the server for an address that begins with `https://`. Until then browsers refuse camera and microphone
doctor-not-encrypted-here = The connection is not encrypted, and does not leave this computer

doctor-version-fine = No problems are known of OpenMeetings { $version }
doctor-version-unreadable = The server calls its version “{ $version }”, which is none
    .hint = If logging in fails, ask the administrator of the server which version it really is
doctor-version-no-keys = OpenMeetings { $version } is older than 3.2: the launcher can bring nobody into its rooms directly
    .hint = Ask the administrator of the server to update it
doctor-version-password-in-address = OpenMeetings { $version } takes passwords in an address, which the server and proxies write to their logs
    .hint = Use a password that you have nowhere else, and ask the administrator of the server to update to 9.0 or newer
doctor-version-open-cookie = Browsers send the sign-in of OpenMeetings { $version } along when other pages call it
    .hint = Sign out in the browser after a meeting, and ask the administrator of the server to update it
doctor-version-case-of-logins = OpenMeetings { $version } tells capital letters in login names from small ones
    .hint = If logging in fails, write the login name just as it was registered
doctor-version-bare-errors = OpenMeetings { $version } does not say why it refuses something
    .hint = If something fails, ask the administrator of the server: its log says more

doctor-login-made = Logging in took { $milliseconds } ms
doctor-login-slow = Logging in took { $milliseconds } ms: that long every join waits
    .hint = Ask the administrator of the server whether it has too much to do
doctor-login-no-account = No login was tried: no account is saved for this server
doctor-login-no-password = No login was tried: no password for this server can be had
    .hint = Enter the password of the server again
    .hint-cli = Save it with `openmeetings profile set-password`
doctor-rights-keys = The account can enter rooms directly
doctor-rights-page = The account may not make keys to rooms: the browser asks to sign in
    .hint = To enter directly, ask the administrator of the server for the right `SOAP`

doctor-speed-fine = It answers within { $milliseconds } ms
doctor-speed-slow = It takes { $milliseconds } ms for a simple answer
    .hint = Check whether other pages are slow, too. If not, ask the administrator of the server
doctor-clock-right = Its clock and that of this computer differ by { $seconds } s
doctor-clock-untold = It does not say what time it has
doctor-clock-ahead = Its clock is { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } ahead of that of this computer: meetings begin at another time than shown
    .hint = Let this computer set its clock by itself. If it is right, tell the administrator of the server
doctor-clock-behind = Its clock is { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } behind that of this computer: meetings begin at another time than shown
    .hint = Let this computer set its clock by itself. If it is right, tell the administrator of the server
doctor-foreign-pages-none = Pages of others cannot read its answers
doctor-foreign-pages-named = Pages of one other server that it names may read its answers
doctor-foreign-pages-all = Pages of anybody may read its answers
    .hint = Tell the administrator of the server: the setting `rest.allow.origin` should name one server, or nothing
doctor-path-usual = It is where OpenMeetings usually is
doctor-path-other = It is below { $path }, not below `/openmeetings/`: links need that part
doctor-strict-transport-on = { $days ->
        [one] It tells browsers to come by encrypted connections only, for { $days } day
       *[other] It tells browsers to come by encrypted connections only, for { $days } days
    }
doctor-strict-transport-off = It does not tell browsers to come by encrypted connections only
    .hint = The administrator of the server can have the header `Strict-Transport-Security` sent
doctor-open-address-closed = Without encryption it does not answer
doctor-open-address-redirects = Without encryption it sends callers to the encrypted address
doctor-open-address-told = It also answers without encryption, but tells browsers not to come that way
doctor-open-address-answers = It also answers without encryption: whoever leaves out `https://` can be listened to
    .hint = Tell the administrator of the server: the address that is not encrypted should lead to the encrypted one
doctor-browser-chosen-gone = The browser chosen for it is not on this computer: { $browser }
    .hint = Choose another browser in the settings of the server

## Invitations

doctor-invitation-fine = It leads to { $host }
doctor-invitation-leads-here = It leads to the computer of whoever opens it: the server does not know its own address
    .hint = Ask who invited you for the address of the server. Its administrator has to set `application.base.url`
doctor-invitations-fine = { $count ->
        [one] The invitation in the agenda leads to a server
       *[other] All { $count } invitations in the agenda lead to a server
    }
doctor-invitations-lead-here = { $count ->
        [one] An invitation in the agenda leads to the computer of whoever opens it: its server does not know its own address
       *[other] { $count } invitations in the agenda lead to the computer of whoever opens them: their servers do not know their own address
    }
    .hint = Ask who invited you for the address of the server. Its administrator has to set `application.base.url`

## This computer

doctor-saved = { $count ->
        [one] { $count } server is saved
       *[other] { $count } servers are saved
    }
doctor-saved-none = No server is saved
    .hint = Add one
    .hint-cli = Add one with `openmeetings profile add`
doctor-policy-none = No organisation has laid down anything
doctor-policy-in-force = An organisation has laid something down, in { $source }
doctor-keychain-open = The keychain is open
doctor-keychain-empty = The keychain is there, and is made when the first password is saved
doctor-keychain-locked = The keychain is locked: it will ask for its password
doctor-keychain-missing = There is no keychain: passwords cannot be saved
    .hint = Start a keychain such as GNOME Keyring or KWallet, or keep passwords only until the launcher ends
doctor-keychain-silent = The keychain does not answer
    .hint = Look whether it asks you something in another window. If not, sign out of this computer and in again
doctor-browser-found = Rooms are opened in { $browser }
doctor-browser-gone = Rooms would be opened in { $browser }, whose program is not there
    .hint = Choose another browser in the settings of this computer, or install it again
doctor-browser-none = This computer has no browser that it opens addresses in
    .hint = Install a browser, or choose one in the settings of this computer
doctor-links-ours = Links to meetings are opened by the launcher
doctor-links-other = Links to meetings are opened by another program: { $entry }
    .hint = Choose OpenMeetings Launcher for `openmeetings` links in the settings of this computer, or install it again
doctor-links-gone = Links to meetings are to be opened by the launcher, but its program is not found
    .hint = Install the launcher again
doctor-links-nobody = No program opens links to meetings
    .hint = Install the launcher from a package, or paste links into its window
doctor-tray-shown = The desktop shows icons in a tray
doctor-tray-none = The desktop shows no tray
    .hint = On GNOME install the extension “AppIndicator”. Without a tray the window has to be opened from the menu
doctor-resident-runs = The part in the background runs, and is of this version
doctor-resident-none = The part in the background does not run: nobody reminds you of meetings
    .hint = Open the launcher. The settings can have it start at login
    .hint-cli = Start it with `openmeetings tray`
doctor-resident-other = The part in the background is of another version: { $version }
    .hint = Quit the launcher and start it again
    .hint-cli = End it with `openmeetings quit`, and start it again
doctor-resident-silent = The part in the background does not answer
    .hint = End the program `openmeetings` or sign out of this computer, and start the launcher again
doctor-proxy-none = Servers are reached directly
doctor-proxy = Servers are reached through the proxy { $host }
doctor-folders-fine = The launcher can write its files
doctor-folders-none = There is no home folder to keep files in
    .hint = Ask whoever looks after this computer
doctor-folder-locked = Nothing can be written into { $path }
    .hint = Check to whom the folder belongs, and whether the disk is full
doctor-disk-fine = { $megabytes } MB are free
doctor-disk-full = Only { $megabytes } MB are free
    .hint = Delete what is not needed any more
