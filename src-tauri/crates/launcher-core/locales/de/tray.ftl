# Das Symbol im Infobereich: sein Menü und was neben dem Zeiger erscheint.
# Je eine Zeile, so kurz es geht: Ein Menü ist so breit wie sein breitester Eintrag.

tray-title = OpenMeetings Launcher

tray-next = { $meeting } · { $when }
tray-when-on = jetzt, bis { $time }
tray-when-minutes = in { $minutes } min
tray-when-at = um { $time }
tray-when-tomorrow = morgen um { $time }
tray-when-day = { $day }, { $time }

tray-join = Beitreten: { $meeting }
tray-opens-at = { $meeting } · öffnet um { $time }
tray-no-room = { $meeting } · kein Raum

tray-row = { $time } · { $meeting }
tray-untitled = (ohne Titel)
tray-more = Mehr…
tray-loading = Besprechungen werden geladen
tray-nothing = Heute keine Besprechungen
tray-nothing-more = Heute keine weiteren Besprechungen
tray-no-servers = Noch kein Server gespeichert
tray-add-server = Server hinzufügen…
tray-all-failed = Die Besprechungen ließen sich nicht laden

tray-joining = Beitritt: { $target }
tray-cancel = Abbrechen

tray-field = Mit Link oder Nummer beitreten…
tray-rooms = Räume
tray-room = { $room } · { $server }
tray-rejoin = Erneut beitreten: { $room }

tray-open = Öffnen
tray-settings = Einstellungen
tray-quit = Beenden
