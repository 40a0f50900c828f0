# Die Texte des Fensters. Fehler kommen fertig formuliert aus errors.ftl.
# Kurz, genau, ohne Anrede, wo es geht. Ein Hinweis ist ein Satz ohne Punkt.

window-product = OpenMeetings Launcher

## Verbs and words used in several places

window-join = Beitreten
window-cancel = Abbrechen
window-close = Schließen
window-back = Zurück
window-continue = Weiter
window-save = Speichern
window-undo = Rückgängig
window-try-again = Erneut versuchen
window-try-now = Jetzt versuchen
window-copy = Kopieren
window-copy-link = Link kopieren
window-copy-app-link = openmeetings://-Link kopieren
window-copy-details = Details kopieren
window-copied = Kopiert
window-link-copied = Link kopiert
window-more = Mehr
window-forget = Vergessen
window-forgotten = „{ $title }“ wurde aus der Liste genommen
window-remembered = aus einer Einladung
window-arm = Automatisch beitreten
window-armed = tritt automatisch bei
window-rejoin = { $target } wieder beitreten
window-loading = Wird geladen
window-saving = Wird gespeichert
window-verb-change-password = Passwort ändern
window-verb-open-page = Im Browser öffnen
window-verb-try-again = Erneut versuchen
window-key-control =
    { $system ->
        [mac] ⌘
       *[other] Strg
    }
window-key-shift =
    { $system ->
        [mac] ⇧
       *[other] Umschalt
    }
window-key-enter = Enter
window-key-escape = Esc

## State of the whole

window-start-failed = Der Launcher kann noch nichts anzeigen
window-connection-lost = Der Hintergrundteil des Launchers wurde beendet und wird neu gestartet. Angezeigt wird der letzte Stand.
window-server-says = Der Server sagt: „{ $words }“

## First run and adding a server

window-first-title = Zur ersten Besprechung
window-first-lead = Einfügen, was Sie bekommen haben, oder eine Einladungsdatei hier ablegen.
window-first-field = Besprechungslink oder Adresse Ihres Servers
window-first-not-understood = Das ist weder ein Besprechungslink noch die Adresse eines Servers
window-add-title = Server hinzufügen
window-add-lead = Seine Adresse einfügen oder einen Link zu einem seiner Räume.
window-account-login = Konto
window-account-password = Passwort
window-account-keychain = Das Passwort liegt im Schlüsselbund dieses Computers
window-account-unprotected = Diese Verbindung ist nicht verschlüsselt: Das Passwort ist unterwegs lesbar, und Browser verweigern dort Kamera und Mikrofon.
window-account-in-address = Dieser Server ist älter als 9.0: Das Passwort steht in der Adresse des Aufrufs und kann in seinem Protokoll landen.
window-account-without = Ohne Konto fortfahren
window-account-without-hint = Die Anmeldung geschieht im Browser, und Ihre Besprechungen werden nicht aufgelistet
window-sign-in = Anmelden
window-sign-in-unprotected = Ungeschützt anmelden
window-keychain-offer = Das Passwort kann stattdessen im Arbeitsspeicher bleiben; nach dem Beenden wird erneut danach gefragt
window-keychain-until-quit = Bis zum Beenden behalten
window-route-room-hash = { $login } kann Räume direkt betreten.
window-soap-means = Wer das Passwort dieses Kontos hat, kann jeden Raum des Servers als beliebige Person betreten. Wer den Server verwaltet, kann ihm das Recht `SOAP` entziehen; dann werden Räume nicht mehr direkt betreten, und Sie melden sich im Browser an.
window-route-room-page = { $login } meldet sich im Browser an.
window-route-unknown = Ob { $login } Räume direkt betreten kann, zeigt sich beim Beitreten.
window-route-no-account = Die Anmeldung geschieht im Browser.
window-added-title = Server hinzugefügt
window-added-names-hint = Vor- und Nachname sehen die anderen im Raum; bleiben sie leer, gilt der Anmeldename
window-added-done = Besprechungen zeigen

## The check, layer by layer

window-layer-reach = Gefunden
window-layer-reach-running = Server wird gesucht
window-layer-encryption = Verschlüsselt
window-layer-encryption-running = Verschlüsselung wird geprüft
window-layer-version = OpenMeetings
window-layer-version-running = Version wird abgefragt
window-layer-login = Angemeldet
window-layer-login-running = Anmeldung läuft
window-layer-rights = Rechte
window-layer-rights-running = Rechte des Kontos werden abgefragt
window-warning-not-encrypted = Nicht verschlüsselt
window-warning-not-encrypted-why = Alles ist unterwegs lesbar, auch das Passwort
window-warning-password-in-address = Passwort in der Adresse
window-warning-password-in-address-why = Server vor 9.0 nehmen das Passwort in der Adresse eines Aufrufs entgegen
window-milliseconds = { $ms } ms
window-slow-login = Server lehnen ein falsches Passwort erst nach bis zu 15 Sekunden ab. Es läuft noch.

## The field

window-field = Suchen, Link einfügen oder Raumnummer
window-field-clear = Feld leeren
window-enter-will = Enter: { $what }
window-choice-room = Raum { $room } beitreten
window-choice-invitation = Besprechung auf { $host } beitreten
window-choice-link = Über den Link zu { $host } beitreten
window-choice-on-server = auf { $server }
window-choice-as-guest = als eingeladener Gast
window-choice-works-once = der Link gilt einmal
window-choice-not-encrypted = nicht verschlüsselt
window-choice-cancelled = Abgesagt
window-choice-no-link = Enthält keinen Link zum Beitreten
window-invitation-opens = offen ab { $time }
window-choice-repeats = wiederholt sich
window-choice-listed = in Ihrer Liste
window-choice-outdated = eine neuere Fassung ist in Ihrer Liste
window-choice-remember = Merken
window-choice-update = Eintrag in der Liste ändern
window-choice-take-out = Aus der Liste nehmen
window-choice-server = Server { $host } hinzufügen
window-choice-server-known = Einstellungen von { $server } zeigen
window-search-none = Nichts gefunden für „{ $query }“

## Joining

window-join-joining = { $target } wird beigetreten
window-join-signing-in = Anmeldung läuft
window-join-signing-in-to = Anmeldung bei { $server }
window-join-opening = Browser wird geöffnet
window-join-opened = Im Browser geöffnet
window-join-opened-announced = { $target } ist im Browser geöffnet
window-join-works-once = Der Link gilt einmal; „Erneut beitreten“ erzeugt einen neuen.
window-join-again = Erneut beitreten
window-way-room-hash = Tritt direkt ein
window-way-room-page = Der Browser fragt nach der Anmeldung
window-way-invitation = Tritt als eingeladener Gast ein
window-way-room-page-sentence = Der Browser fragt nach der Anmeldung.
window-way-none = Kein Raum
window-opens-at = Öffnet um { $time } · { $way }
window-as-person = als { $person }

## Meetings

window-next-now = Jetzt · hat gerade begonnen
window-next-started = Jetzt · begann { $ago }
window-next-soon = Demnächst · { $when }
window-next-at = Demnächst · um { $time }
window-day-today = Heute
window-day-tomorrow = Morgen
window-all-day = Ganztägig
window-until = bis { $time }
window-moment-now = jetzt
window-in-minutes = in { $minutes } min
window-moment-ended = beendet
window-untitled = (ohne Titel)
window-duration-minutes = { $minutes } min
window-duration-hours = { $hours } h
window-duration-both = { $hours } h { $minutes } min
window-foreign-time = { $time } beim Organisator ({ $zone })
window-empty-title = Heute ist nichts geplant
window-empty-rooms = Besprechungen, zu denen Sie eingeladen sind, erscheinen hier. Räume lassen sich jederzeit betreten.
window-empty-no-rooms = Besprechungen, zu denen Sie eingeladen sind, erscheinen hier.
# Below the list: up to which day it holds all meetings.
window-later-until = Alle Besprechungen bis { $day } werden angezeigt
window-later-none = Keine Besprechungen bis { $day }
window-later-show = Spätere Besprechungen anzeigen
window-later-loading = Spätere Besprechungen werden geladen

## Rooms

window-rooms = Räume
window-rooms-all = Alle { $count }
window-rooms-fewer = Weniger
window-room-unnamed = (ohne Namen) { $number }
window-room-closed = geschlossen
window-room-presentation = Präsentation
window-room-interview = Interview
window-room-favourite = Favorit: { $room }

## How fresh the lists are

window-list-stale = Angezeigt wird der Stand von { $time }.
window-list-next-try = Nächster Versuch { $when }.
window-list-refused-calendar = Dieses Konto darf den Kalender von { $server } nicht lesen: Es werden nur Räume gezeigt.
window-list-refused-public-rooms = Dieses Konto darf die Räume von { $server } nicht auflisten: Es werden nur Besprechungen gezeigt.
window-list-refused-both = Dieses Konto darf weder den Kalender noch die Räume von { $server } lesen.
window-list-no-account = Ohne Konto zeigt { $server } hier keine Besprechungen.
window-list-add-account = Konto hinzufügen
window-status-servers = Server
window-status-updated = Aktualisiert { $time }
window-status-as-of = Stand { $time }
window-status-updating = Wird aktualisiert
window-status-refresh = Aktualisieren
window-status-offline = { $server }: nicht erreichbar
window-status-sign-in = { $server }: Anmeldung abgelehnt
window-status-password = { $server }: Passwort nötig
window-status-no-account = { $server }: kein Konto

## Links from outside

window-question-title = Diesen Link öffnen?
window-question-room = Ein Link führt in einen Raum auf { $server }.
window-question-invitation = Ein Link lädt zu einer Besprechung auf { $server } ein.
window-question-add-server = Ein Link möchte den Server { $server } hinzufügen.
window-question-server-label = Server
window-question-room-label = Raum
window-question-key-label = Schlüssel
window-question-unsigned = Niemand hat ihn unterschrieben, und er beweist nicht, von wem er stammt. Fügen Sie den Server nur hinzu, wenn Sie damit gerechnet haben.
window-question-known = Der Server ist schon vorhanden: { $names }. Es wird nichts geändert.
window-question-join-on = Auf { $server } beitreten
window-question-as-given = Im Browser beitreten, ohne Konto
window-question-add = Diesen Server hinzufügen
window-question-dismiss = Nichts tun

window-closing-title = Fenster schließen?
window-closing-words = Diese Arbeitsumgebung zeigt keine Symbole in der Leiste; vom Launcher wäre nichts mehr zu sehen. Erinnerungen und Links gehen weiter, wenn er weiterläuft; starten Sie ihn noch einmal, um das Fenster zu öffnen.
window-closing-remember = Künftig immer so
window-closing-keep = Weiterlaufen lassen

## Settings

window-settings = Einstellungen
window-servers = Server
window-servers-none = Noch ist kein Server gespeichert
window-server-add = Hinzufügen
window-server-up = { $server } nach oben
window-server-down = { $server } nach unten
window-server-no-account = kein Konto, Anmeldung im Browser
window-server-route-room-hash = { $login } · tritt direkt ein
window-server-route-room-page = { $login } · Anmeldung im Browser
window-import = Importieren
window-export = Exportieren
window-export-hint = Ohne Passwörter
window-exported = Gespeichert als { $path }
window-imported = Hinzugefügt: { $names }.
window-imported-known = Schon vorhanden: { $names }.
window-imported-nothing = Die Datei enthält keine Server

window-introduce = Einem anderen Gerät vorstellen…
window-introduce-hint = Als QR-Code oder Link, ohne Konto und Passwort
window-introduce-title = „{ $server }“ vorstellen
window-introduce-words = Richten Sie die Kamera des anderen Geräts auf das Bild, oder senden Sie den Link. Er enthält die Adresse und was Sie hier ergänzen, und kein Geheimnis.
window-introduce-picture = QR-Code, der „{ $server }“ vorstellt
window-introduce-link = Link
window-introduce-key = Mit dem Schlüssel des Servers
window-introduce-key-hint = Das andere Gerät fügt dann nur diesen Server hinzu und keinen anderen
window-server-help = Hilfekontakt
window-server-help-hint = E-Mail-Adresse, Telefonnummer oder https-Adresse
window-help-with = Hilfe: { $contact }
window-reminders = Erinnerungen und Listen
window-setting-remind = Vor einer Besprechung
window-setting-remind-hint = Eine Benachrichtigung mit „Beitreten“ und „Später“
window-setting-remind-never = Nie
window-setting-floating = Über allen Fenstern schweben
window-setting-floating-hint = Ein kleines Fenster, das bleibt, bis es beantwortet ist; nicht, solange Benachrichtigungen ausgeschaltet sind
window-setting-auto-join = Automatisches Beitreten erlauben
window-setting-auto-join-hint = Jede Besprechung wird in ihrem Menü ausgewählt. Beigetreten wird nach einem Countdown von 10 Sekunden, und nie bei gesperrtem Bildschirm
window-setting-login-ahead = Im Voraus anmelden
window-setting-login-ahead-hint = Solange eine Besprechung naht oder dieses Fenster vorn ist, damit das Beitreten nicht wartet. Nicht auf Servern vor OpenMeetings 9
window-setting-shortcut = Der nächsten Besprechung von überall beitreten
window-setting-shortcut-hint = Tasten, die in jedem Programm wirken
window-shortcut-choose = Tasten wählen
window-shortcut-press = Tasten drücken …
window-shortcut-remove = Entfernen
window-shortcut-taken = Diese Tasten hat die Arbeitsumgebung oder ein anderes Programm: Wählen Sie andere
window-shortcut-invalid = Diese Tastatur hat solche Tasten nicht: Wählen Sie andere
window-shortcut-unsupported = Diese Arbeitsumgebung gibt Programmen keine Tasten. Legen Sie diesen Befehl in ihren Einstellungen auf Tasten Ihrer Wahl
window-ask-login = Den Launcher bei der Anmeldung starten, damit Erinnerungen und Links bereit sind?
window-ask-login-no = Jetzt nicht
window-setting-refresh = Listen aktualisieren
window-setting-refresh-hint = Solange das Fenster offen ist und vor Besprechungen; sonst etwa einmal in der Stunde, und nie bei gesperrtem Bildschirm
window-setting-refresh-never = Nur auf Wunsch
window-minutes =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
window-this-computer = Dieser Computer
window-setting-start = Bei der Anmeldung starten
window-setting-hidden = Ohne Fenster starten
window-setting-hidden-hint = Bei der Anmeldung erscheint nur das Symbol in der Leiste
window-setting-close = Weiterlaufen, wenn das Fenster geschlossen wird
window-setting-close-hint = Erinnerungen brauchen das
window-setting-updates = Nach Aktualisierungen suchen
window-setting-updates-hint = Einmal am Tag; vor der Installation werden Sie gefragt
window-setting-without-tray = Schließen ohne Symbol in der Leiste
window-setting-without-tray-hint = Diese Arbeitsumgebung zeigt keines
window-without-tray-ask = Nachfragen
window-without-tray-keep-running = Weiterlaufen
window-without-tray-quit = Beenden
window-setting-theme = Design
window-theme-system = Wie das System
window-theme-light = Hell
window-theme-dark = Dunkel
window-setting-language = Sprache
window-language-system = Wie das System
window-keys = Tasten in diesem Fenster
window-keys-field = Zum Feld gehen
window-keys-rows = Durch Besprechungen und Räume gehen
window-keys-join = Der gewählten Besprechung beitreten
window-keys-next = Der laufenden Besprechung beitreten, oder der in der nächsten Viertelstunde
window-keys-rejoin = Wieder dorthin, wo Sie zuletzt waren
window-keys-copy = Den Link der gewählten kopieren
window-keys-zoom = Größer, kleiner, wie zuvor
window-diagnostics = Diagnose
window-diagnose = Nach Problemen suchen
window-diagnose-hint = Sieht sich Ihre Server und diesen Computer an und sagt, was zu tun ist. Meldet sich nirgends an und ändert nichts
window-diagnose-running = Wird angesehen … Ein Server, der nicht antwortet, braucht eine halbe Minute
window-diagnosis-good = Alles in Ordnung
window-diagnosis-note = Es ist nichts zu tun
window-diagnosis-warning = Es funktioniert, aber etwas sollte getan werden
window-diagnosis-failed = Etwas funktioniert nicht
window-finding-good = In Ordnung:
window-finding-note = Hinweis:
window-finding-warning = Warnung:
window-finding-failed = Funktioniert nicht:
window-findings-good = { $count ->
        [one] { $count } Punkt ist in Ordnung
       *[other] { $count } Punkte sind in Ordnung
    }
window-report = Bericht
window-report-hint = Ein Bericht für alle, die Ihnen helfen. Er enthält, was gefunden wurde, aber keine Namen, Adressen, Passwörter und Links
window-report-show = Bericht zeigen
window-report-copy = Bericht kopieren
window-log-folder = Protokollordner öffnen
window-about = Über
window-version = Version { $version }
window-update-title = Version { $version } ist verfügbar
window-update-notes = Was neu ist
window-update-install = Installieren und neu starten
window-update-later = Später
window-update-skip = Diese Version überspringen
window-update-check = Nach Aktualisierungen suchen
window-update-checking = Eine neuere Version wird gesucht …
window-update-current = Das ist die neueste Version
window-update-downloading = Version { $version } wird heruntergeladen …
window-update-downloading-percent = Version { $version } wird heruntergeladen: { $percent } %
window-update-ready = Version { $version } wird installiert …
window-update-waits = Version { $version } wird nach Ihrer Besprechung installiert, ab { $time }
window-update-after-meeting = Sie sind oder kommen gleich in eine Besprechung: Installiert wird ab { $time }
window-update-restarts = Der Launcher startet neu. Besprechungen im Browser laufen weiter
window-update-off-without-updates = Dieser Launcher wurde ohne Aktualisierungen gebaut
window-update-off-packaged = Aktualisierungen kommen mit den Paketen dieses Computers
window-update-off-policy = Aktualisierungen sind von der Verwaltung dieses Computers abgeschaltet
window-licences = Lizenzen
window-quit = Launcher beenden
window-quit-hint = Beendet auch Symbol, Erinnerungen und Links

## A server

window-server = Server
window-server-name = Name
window-server-colour = Farbe
window-colour-green = Grün
window-colour-violet = Violett
window-colour-blue = Blau
window-colour-orange = Orange
window-colour-pink = Rosa
window-colour-teal = Petrol
window-colour-yellow = Gelb
window-colour-grey = Grau
window-server-address = Adresse
window-server-address-hint = Das Passwort gehört zu diesem Server: Nach einem Wechsel wird erneut danach gefragt
window-server-login-hint = Bleibt das Feld leer, geschieht die Anmeldung im Browser
window-server-person = Für andere in Räumen sichtbar
window-server-first-name = Vorname
window-server-last-name = Nachname
window-server-email = E-Mail
window-server-rooms = In Räumen
window-server-language = Sprache der Raumseite
window-server-language-own = Wie dieser Computer
window-server-browser = Browser
window-server-browser-system = Wie das System
window-server-moderator = Um Moderation bitten
window-server-moderator-hint = Wenn das Konto direkt eintreten darf
window-server-test = Erst Ton und Bild testen
window-server-test-hint = Die Raumseite fragt vor dem Eintreten
window-server-saved = Gespeichert
window-server-remove = Diesen Server entfernen
window-server-remove-hint = Lässt sich kurz danach rückgängig machen
window-server-removed = { $server } wurde entfernt
window-server-version = OpenMeetings { $version }
window-check = Konto und Server
window-check-now = Jetzt prüfen
window-check-running = Wird geprüft
window-check-passed = Alles in Ordnung
window-check-failed = Etwas steht im Weg
window-trust-title = Wenn Sie es besser wissen
window-trust-words = Wer diesen Server betreibt, kann Ihnen seinen Schlüssel nennen oder die Datei mit dem Zertifikat der eigenen Zertifizierungsstelle geben. Ohne eines von beiden lassen Sie es: Vielleicht antwortet jemand anderes.
window-trust-copy = Schlüssel kopieren
window-trust-file = Zertifikatsdatei wählen …
window-trust-key = Diesem Schlüssel vertrauen …
window-trust-question = Diesem Schlüssel von „{ $server }“ vertrauen?
window-trust-question-words = Vergleichen Sie ihn Zeichen für Zeichen mit dem, was Ihnen die Administration auf anderem Weg sagt, etwa am Telefon. Wer diesen Schlüssel hat, kann alles lesen, was Sie dorthin senden, auch das Passwort.
window-trust-key-same = Er ist gleich: diesem Schlüssel vertrauen
window-trusted = Vertraut
window-trusted-key = Dieser Schlüssel wird angenommen und kein anderer, was auch immer im Zertifikat steht:
window-trusted-authorities = Auch Zertifikate von diesen Ausstellern werden angenommen:
window-trusted-take-back = Zurücknehmen
window-trusted-take-back-hint = Dann zählt nur, wem dieser Computer vertraut
window-password = Passwort
window-password-new = Neues Passwort für { $login }
window-password-saved = Passwort gespeichert

# Die schwebende Erinnerung.
window-in-seconds = in { $seconds } s
window-reminder-begins = beginnt jetzt
window-reminder-began = begann vor { $minutes } min
window-reminder-joins = Tritt in { $seconds } s von selbst bei
window-reminder-opens = Öffnet um { $time }
window-reminder-snooze = Später
window-reminder-dismiss = Verwerfen
window-reminder-stop = Anhalten
window-reminder-many = { $count } Besprechungen zugleich
window-preflight-running = Server wird geprüft …
window-preflight-green = Bereit zum Beitreten

window-locked = { $organisation ->
        [none] Von Ihrer Organisation festgelegt
       *[other] Von { $organisation } festgelegt
    }{ $contact ->
        [none] { "" }
       *[other] { "; " }fragen Sie { $contact }
    }
