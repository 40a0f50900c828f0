# What the command line, the tray and notifications say alike.

# What was or is being joined.
target-room = room { $room } on { $server }
target-invitation = an invitation to { $server }
target-key = a room on { $server }

# $weekday: 1 (Monday) to 7; $month: 1 to 12.
date-day = { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }, { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }

# $kind: `conference`, `presentation`, `interview` or `other`
room-kind = { $kind ->
        [conference] conference
        [presentation] presentation
        [interview] interview
       *[other] other
    }
room-closed = closed
room-nameless = (no name)

check-layer-reach = reached
check-layer-encryption = encrypted
check-layer-version = OpenMeetings
check-layer-login = login
check-layer-rights = rights
check-key-as-introduced = The key is the one of the introduction: { $key }
check-warning-not-encrypted = no: everything, the password included, can be read on the way
check-warning-password-in-address = servers before 9.0 take the password in an address, which proxies may log
check-route-room-hash = This account can enter rooms directly
check-route-room-page = This account will sign in in the browser
check-route-unknown = The server is fine; no account was checked

# Below the title of a meeting, in a notification.
reminder-starts = Starts at { $time }
reminder-began = Began at { $time }

# What should be known before joining, in a reminder.
preflight-green = Ready to join
caution-room-full = The room is full: somebody has to leave first
caution-plain-http = The page is not encrypted: the browser will refuse camera and microphone
caution-signs-in-in-browser = The browser will ask to sign in

# What the shortcut does, as the desktop shows it.
shortcut-join-next = Join the next meeting

# Said by a program that ends by a fault of its own. $place: a file and a line in it.
program-broke = OpenMeetings Launcher has a fault and broke, at { $place }. Start it again; if it breaks again, report this line, in which there is nothing of yours
