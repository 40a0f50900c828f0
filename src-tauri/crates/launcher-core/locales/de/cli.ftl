# Was nur die Kommandozeile sagt.

cli-error = Fehler: { $text }
cli-hint = Tipp: { $text }
cli-server = Server: { $text }
cli-warning = Warnung: { $text }
# Before the password is asked for or sent.
cli-caution-readable = Diese Verbindung ist nicht verschlüsselt: Das Passwort wird lesbar übertragen, und Browser verweigern dort Kamera und Mikrofon
cli-caution-in-address = Dieser Server ist älter als 9.0: Das Passwort steht in der Adresse eines Aufrufs, die der Server und Proxys aufschreiben können
cli-certificate-key = Der Schlüssel ist { $key }; nennt die Administration des Servers denselben, vertrauen Sie ihm mit `openmeetings profile trust`
cli-see-help = Siehe `openmeetings --help`

cli-runtime-failed = Das Programm konnte nicht gestartet werden: { $reason }
cli-no-folder = Der Ordner für Einstellungen wurde nicht gefunden: Es ist kein Benutzerordner festgelegt
cli-trust-unread = Die Datei { $path } ist nicht lesbar: { $reason }
cli-password-unread = Das Passwort konnte nicht gelesen werden: { $reason }
cli-password-none = Von der Standardeingabe kam kein Passwort
cli-password-question = Passwort von { $login } auf { $server }:
cli-profile-without-account = „{ $name }“ hat kein Konto, für das ein Passwort festgelegt werden kann

cli-wait-join = Beitritt läuft
cli-wait-server = Server wird gesucht
cli-wait-meeting = Besprechung wird gesucht
cli-wait-check = Prüfung läuft
cli-wait-doctor = alles wird angesehen
cli-wait-add = Server wird geprüft
cli-wait-list = Liste wird geholt
cli-wait-slow = { $what } (auf ein falsches Passwort antworten Server langsam)

cli-opened = { $target } im Browser geöffnet
cli-opened-page = { $target } im Browser geöffnet, der nach der Anmeldung fragt
cli-opened-as-given = { $target } unverändert im Browser geöffnet

cli-meetings-none = keine Besprechungen und keine öffentlichen Räume
cli-meetings-rooms = Räume
cli-meetings-ended = beendet
cli-meetings-now = jetzt
cli-meetings-by = von { $organiser }
cli-meetings-room = Raum { $room }
cli-meetings-calendar-refused = Dieses Konto darf den Kalender nicht lesen
cli-meetings-rooms-refused = Dieses Konto darf die öffentlichen Räume nicht lesen
cli-meetings-loaded = Stand { $day }, { $time }: { $name }
cli-meetings-not-loaded = Von „{ $name }“ wurde noch nichts geladen: --cached weglassen oder OpenMeetings Launcher starten

cli-check-passed = OK
cli-check-warning = Hinweis
cli-check-failed = FEHLER
cli-doctor-warning = ACHTUNG
cli-check-took = { $milliseconds } ms

cli-doctor-well = Es ist nichts zu tun
cli-doctor-look = Es funktioniert, aber etwas sollte getan werden: siehe die Zeilen mit ACHTUNG
cli-doctor-failed = Etwas funktioniert nicht: siehe die Zeilen mit FEHLER

cli-profiles-none = Noch ist kein Server gespeichert. Fügen Sie einen mit `openmeetings profile add` hinzu
cli-profiles-no-account = kein Konto
cli-profile-removed = „{ $name }“ entfernt
cli-profile-password-forgotten = Das Passwort für { $name } wird vergessen; der Server bleibt: Ihre Organisation hat ihn festgelegt
cli-profile-password-saved = Passwort von { $login } auf „{ $name }“ im Schlüsselbund gespeichert
cli-profile-saved = „{ $name }“ gespeichert ({ $address })
cli-profile-saved-hash = „{ $name }“ gespeichert ({ $address }): Das Konto kann Räume direkt betreten
cli-profile-saved-page = „{ $name }“ gespeichert ({ $address }): Das Konto meldet sich im Browser an

cli-profile-name = Name
cli-profile-address = Adresse
cli-profile-account = Konto
cli-profile-shown-as = angezeigt als
cli-profile-email = E-Mail
cli-profile-help = Hilfe
cli-profile-version = Version
cli-profile-rooms = Räume
cli-profile-trust = vertraut
cli-profile-trust-computer = wem dieser Computer vertraut
cli-profile-route-hash = direkt zu betreten
cli-soap-means = Wer das Passwort dieses Kontos hat, kann jeden Raum des Servers als beliebige Person betreten. Wer den Server verwaltet, kann ihm das Recht `SOAP` entziehen; dann werden Räume nicht mehr direkt betreten, und Sie melden sich im Browser an
cli-profile-route-page = nach Anmeldung im Browser zu betreten
cli-profile-route-unknown = noch nicht versucht

cli-profile-trust-none = Bei { $server } gilt, wem dieser Computer vertraut
cli-profile-trust-key = Bei { $server } wird nur dem Schlüssel { $key } vertraut
cli-profile-trust-authorities = Bei { $server } wird zusätzlich diesen Zertifizierungsstellen vertraut: { $names }

cli-import-unread = { $source } kann nicht gelesen werden: { $reason }
cli-import-added = { $line } hinzugefügt: „{ $name }“ ({ $address })
cli-import-added-open = { $line } hinzugefügt: „{ $name }“ ({ $address }), nicht verschlüsselt: Alles, auch das Passwort, kann unterwegs gelesen werden
cli-import-known = { $line } schon vorhanden: „{ $name }“
cli-import-refused = { $line } abgelehnt: { $reason }
cli-import-line = Zeile { $line }
cli-import-server = Server
cli-import-dry-run = Es wurde nichts gespeichert: Das war eine Probe
cli-introduced = Eine Vorstellung möchte einen Server hinzufügen. Niemand hat sie unterschrieben, und sie beweist nicht, von wem sie stammt
cli-introduced-key = Schlüssel
cli-introduced-known = Der Server ist schon als „{ $name }“ vorhanden; es wurde nichts geändert
cli-introduced-question = Diesen Server speichern? [j/N]
# The first letter that means yes.
cli-introduced-yes = j
cli-introduced-not = Es wurde nichts gespeichert
cli-introduced-unasked = niemand kann gefragt werden, ob dieser Server gespeichert werden soll; wenn Sie wissen, woher die Vorstellung stammt, ergänzen Sie --yes

cli-nothing-runs = OpenMeetings Launcher läuft nicht
cli-running-already = OpenMeetings Launcher läuft bereits

cli-policy-fine = Die Richtlinie { $path } ist in Ordnung. Sie legt fest:
cli-policy-source = Auf diesem Computer gilt, aus { $path }:
cli-policy-none = Keine Organisation hat für diesen Computer etwas festgelegt. Einstellungen:
cli-policy-origin-policy = von der Organisation festgelegt
cli-policy-origin-person = von Ihnen gewählt
cli-policy-origin-default = Anfang von der Organisation
cli-policy-origin-built-in = eingebaut
cli-policy-none-for-browsers = Auf diesem Computer gibt es keine Richtlinie; nennen Sie eine mit `--policy FILE`
