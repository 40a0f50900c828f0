# The icon in the tray: its menu, and what shows beside the pointer.
# One line each, as short as it gets: a menu is as wide as its widest entry.

tray-title = OpenMeetings Launcher

# What is now or next. $when: one of the four below
tray-next = { $meeting } · { $when }
tray-when-on = now, until { $time }
tray-when-minutes = in { $minutes } min
tray-when-at = at { $time }
tray-when-tomorrow = tomorrow at { $time }
tray-when-day = { $day }, { $time }

# $meeting: `tray-next`
tray-join = Join { $meeting }
tray-opens-at = { $meeting } · opens at { $time }
tray-no-room = { $meeting } · no room

# One of the other meetings of today, by the time it begins
tray-row = { $time } · { $meeting }
tray-untitled = (no title)
tray-more = More…
tray-loading = Loading the meetings
tray-nothing = No meetings today
tray-nothing-more = No more meetings today
tray-no-servers = No server is saved yet
tray-add-server = Add a server…
tray-all-failed = The meetings could not be loaded

tray-joining = Joining { $target }
tray-cancel = Cancel

# Opens the window at the field for links and numbers
tray-field = Join by link or number…
tray-rooms = Rooms
tray-room = { $room } · { $server }
tray-rejoin = Rejoin { $room }

tray-open = Open
tray-settings = Settings
tray-quit = Quit
