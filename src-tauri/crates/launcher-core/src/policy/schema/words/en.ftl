# The texts of the templates for group policies that are not in the schema.

about = What an organisation lays down for OpenMeetings Launcher.
supported = OpenMeetings Launcher 0.1 or later

section = OpenMeetings Launcher
section-settings = Settings that people cannot change
section-defaults = Settings until people change them
section-explained = What is enabled or disabled here is laid down, and shown with a lock. What is not configured is the person’s own. As soon as one policy here is set for the computer, those for the user are passed over.
section-settings-explained = The person sees each with a lock, and cannot change it.
section-defaults-explained = Where the person has not chosen. The person can change each.

switch-explained = Enabled: yes. Disabled: no. Not configured: as the launcher or the person has it.
line-explained = Enabled: the text below, at most { $most } letters. Disabled or not configured: nothing is laid down.
choice-explained = Enabled: the choice below. Disabled or not configured: nothing is laid down.
minutes-explained = Enabled: the minutes below, { $least } to { $most }. Disabled: never. Not configured: as the launcher or the person has it.
list-explained = Enabled: the list below, one to a row. Disabled or not configured: nothing is laid down.

organisation = Name of the organisation
contact = Whom to ask
servers = Servers that everybody has
servers-rows = A row is an address, or a JSON object with the fields of a server as in policy.schema.json.
allowedServers = Allowed servers
allowedServers-rows = To allow no others, list one of the servers that everybody has.
certificateAuthorities = Trusted certificates
updates = Look for updates
storeSoapPasswords = Keep passwords of accounts with the right SOAP

autoJoin = Joining without a click
closeToTray = Keep running when the window is closed
floatingReminders = Reminders above all windows
language = Language
language-system = As Windows has it
language-en = English
language-de = German
language-ar = Arabic
loginAhead = Sign in ahead of joining
refreshMinutes = Refresh lists
remindMinutes = Remind before meetings
shortcut = Keys that join the next meeting
startAtLogin = Start when the person signs in
startHidden = Start without a window
theme = Theme
theme-system = As Windows has it
theme-light = Light
theme-dark = Dark
withoutTray = Closing the window without a tray icon
withoutTray-ask = Ask
withoutTray-keep-running = Keep running
withoutTray-quit = Quit
