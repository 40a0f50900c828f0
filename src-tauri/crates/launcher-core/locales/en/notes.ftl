# What the background part says in notifications, beside errors.

note-joining = Joining { $target }
note-cancel = Cancel
note-opened = Opened in the browser: { $target }
note-join-again = Join again
note-closing = OpenMeetings Launcher goes on in the background
    .hint = It stays in the tray, reminds of meetings and opens links. Quit it from there, or choose in the settings what closing the window does
note-no-tray = This desktop shows no tray icons
    .hint = OpenMeetings Launcher runs in the background all the same. Start it again to open its window
note-settings = Settings
note-quit = Quit
note-join = Join
note-snooze = Remind me later
note-opens = Lets you in from { $time }
note-many = { $count } meetings begin soon
note-joins = Joins by itself in 10 seconds
note-stop = Stop
