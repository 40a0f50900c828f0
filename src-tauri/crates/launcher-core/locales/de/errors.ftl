# Warum etwas nicht ging. Was die Schlüssel bedeuten, steht in en/errors.ftl.

error-bad-credentials = Anmeldung an „{ $server }“ als { $login } fehlgeschlagen: Name oder Passwort abgelehnt
    .hint = Prüfen Sie das Passwort. Konten aus LDAP oder Google können sich hier nicht anmelden: Öffnen Sie den Raum stattdessen im Browser
error-account-not-active = Anmeldung an „{ $server }“ fehlgeschlagen: Das Konto { $login } ist nicht aktiviert
    .hint = Verwenden Sie den Link in der Registrierungsmail, oder fragen Sie die Administration des Servers
error-no-group = Anmeldung an „{ $server }“ fehlgeschlagen: Das Konto { $login } gehört zu keiner Gruppe
    .hint = Bitten Sie die Administration des Servers, das Konto einer Gruppe zuzuordnen
error-right-missing = Das Konto { $login } darf das auf „{ $server }“ nicht
    .hint = Bitten Sie die Administration des Servers um das Recht `SOAP`, oder öffnen Sie den Raum im Browser
error-account-needed = Ohne Konto lassen sich von „{ $server }“ keine Besprechungen abrufen
    .hint = Geben Sie für den Server einen Anmeldenamen an, oder treten Sie einem Raum über Nummer oder Link bei
    .hint-cli = Geben Sie im Profil einen Anmeldenamen an, oder nennen Sie einen Raum mit Nummer oder Link

error-host-unknown = Kein Server namens „{ $server }“ gefunden
    .hint = Prüfen Sie die Adresse und die Netzwerkverbindung
error-server-unreachable = „{ $server }“ ist nicht erreichbar
    .hint = Prüfen Sie Adresse, Port und Netzwerkverbindung
error-connection-cut = Die Verbindung zu „{ $server }“ ist abgebrochen
    .hint = Versuchen Sie es erneut
error-timed-out = „{ $server }“ hat nicht rechtzeitig geantwortet
    .hint = Versuchen Sie es erneut, oder fragen Sie die Administration des Servers
error-proxy-needs-login = Der Proxy dieses Netzes will eine Anmeldung, bevor er zu „{ $server }“ führt
    .hint = Fragen Sie, wer das Netz betreut, wie sich Programme am Proxy anmelden, oder bitten Sie um eine Ausnahme für diesen Server
error-proxy-refused = Der Proxy dieses Netzes führt nicht zu „{ $server }“
    .hint = Öffnen Sie irgendeine Seite im Browser: Vielleicht verlangt das Netz erst eine Anmeldung. Wenn nicht, fragen Sie, wer das Netz betreut
error-tls-failed = Mit „{ $server }“ kam keine verschlüsselte Verbindung zustande
    .hint = Prüfen Sie, ob die Adresse mit `http://` beginnen muss, und fragen Sie die Administration des Servers
error-certificate-untrusted = { $issuer ->
    [none] „{ $server }“ zeigt ein Zertifikat, dessen Aussteller dieser Computer nicht vertraut
   *[other] „{ $server }“ zeigt ein Zertifikat von „{ $issuer }“; diesem Aussteller vertraut dieser Computer nicht
}
    .hint = Bitten Sie die Administration des Servers um ein Zertifikat einer bekannten Zertifizierungsstelle oder um die Datei mit dem Zertifikat der eigenen; es wurde nichts gesendet
error-certificate-incomplete = { $issuer ->
    [none] „{ $server }“ lässt das Zertifikat seines Ausstellers weg
   *[other] „{ $server }“ lässt das Zertifikat seines Ausstellers „{ $issuer }“ weg
}
    .hint = Bitten Sie die Administration des Servers, die ganze Zertifikatskette zu senden, oft `fullchain` genannt: Browser holen sich das Fehlende manchmal selbst, andere Programme nicht; es wurde nichts gesendet
error-certificate-wrong-name = { $names ->
    [none] „{ $server }“ zeigt ein Zertifikat für einen anderen Namen
   *[other] „{ $server }“ zeigt ein Zertifikat für einen anderen Namen: { $names }
}
    .hint = Verwenden Sie den Namen, für den das Zertifikat ausgestellt ist, oder fragen Sie die Administration des Servers; es wurde nichts gesendet
error-certificate-expired = { $until ->
    [none] „{ $server }“ zeigt ein Zertifikat, das abgelaufen ist
   *[other] „{ $server }“ zeigt ein Zertifikat, das am { $until } abgelaufen ist
}
    .hint = Bitten Sie die Administration des Servers, es zu erneuern, und prüfen Sie das Datum dieses Computers; es wurde nichts gesendet
error-certificate-not-yet-valid = { $from ->
    [none] „{ $server }“ zeigt ein Zertifikat, das noch nicht gültig ist
   *[other] „{ $server }“ zeigt ein Zertifikat, das erst ab { $from } gültig ist
}
    .hint = Geht die Uhr dieses Computers richtig? Wenn ja, fragen Sie die Administration des Servers; es wurde nichts gesendet
error-certificate-invalid = „{ $server }“ zeigt ein Zertifikat, das beschädigt ist oder zurückgezogen wurde
    .hint = Bitten Sie die Administration des Servers um ein neues; es wurde nichts gesendet
error-certificate-is-default = „{ $server }“ zeigt das Zertifikat, das jedem OpenMeetings-Download beiliegt; dessen Schlüssel ist öffentlich
    .hint = Jeder könnte sich als dieser Server ausgeben. Bitten Sie seine Administration um ein eigenes Zertifikat; es wurde nichts gesendet
error-certificate-other-key = { $source ->
    [trusted] „{ $server }“ hat jetzt den Schlüssel { $shown }. Vertraut wurde dem Schlüssel { $expected }
   *[introduction] „{ $server }“ hat den Schlüssel { $shown }, nicht { $expected } wie in seiner Vorstellung
}
    .hint = { $source ->
        [trusted] Jemand könnte sich als dieser Server ausgeben. Fragen Sie seine Administration auf anderem Weg, ob der Schlüssel geändert wurde. Nehmen Sie erst dann in den Einstellungen des Servers das alte Vertrauen zurück und vertrauen Sie dem neuen Schlüssel; es wurde nichts gesendet
       *[introduction] Fragen Sie die Person, die Ihnen den Server vorgestellt hat, auf anderem Weg nach dem richtigen Schlüssel. Fügen Sie ihn bis dahin nicht hinzu; es wurde nichts gesendet
    }
    .hint-cli = { $source ->
        [trusted] Jemand könnte sich als dieser Server ausgeben. Fragen Sie seine Administration auf anderem Weg, ob der Schlüssel geändert wurde. Nehmen Sie erst dann mit `openmeetings profile trust --remove` das alte Vertrauen zurück; es wurde nichts gesendet
       *[introduction] Fragen Sie die Person, die Ihnen den Server vorgestellt hat, auf anderem Weg nach dem richtigen Schlüssel. Fügen Sie ihn bis dahin nicht hinzu; es wurde nichts gesendet
    }
# $path: of a file
error-authorities-unreadable = In { $path } ist kein Zertifikat zu lesen
    .hint = Wählen Sie die Datei mit dem Zertifikat der Zertifizierungsstelle, in PEM; solche Dateien enden oft auf `.pem` oder `.crt`
error-nothing-to-trust = Hier gibt es keinen Schlüssel, dem man vertrauen könnte
    .hint = Prüfen Sie den Server noch einmal und vergleichen Sie den Schlüssel, der dann gezeigt wird

error-not-open-meetings = „{ $server }“ antwortet, aber nicht als OpenMeetings-Server
    .hint = Prüfen Sie den Pfad der Adresse, oft `/openmeetings/`, und ob das Netzwerk zuerst eine Anmeldung verlangt
error-redirected-elsewhere = „{ $server }“ leitet auf eine andere Adresse um
    .hint = Prüfen Sie die Adresse und ob das Netzwerk zuerst eine Anmeldung verlangt. Umgeleitet wurde auf { $target }
error-server-failed = „{ $server }“ konnte das nicht ausführen
    .hint = Versuchen Sie es später erneut, oder fragen Sie die Administration des Servers
error-answer-unreadable = Die Antwort von „{ $server }“ ist nicht lesbar
    .hint = Versuchen Sie es später erneut. Bleibt es dabei, melden Sie den Fehler mit den Details

error-secret-missing = Das Passwort von { $login } für „{ $server }“ ist nicht bekannt
    .hint = Geben Sie das Passwort des Servers erneut ein
    .hint-cli = Übergeben Sie es mit `--password-stdin`, oder speichern Sie es mit `openmeetings profile set-password`
error-keychain-missing = Dieser Computer hat keinen Schlüsselbund für Passwörter
    .hint = Starten Sie einen Schlüsselbund wie GNOME Keyring oder KWallet, oder behalten Sie das Passwort nur bis zum Beenden des Launchers
    .hint-cli = Starten Sie einen Schlüsselbund wie GNOME Keyring oder KWallet, oder übergeben Sie das Passwort mit `--password-stdin`
error-keychain-locked = Der Schlüsselbund ist gesperrt
    .hint = Entsperren Sie ihn, und versuchen Sie es erneut
    .hint-cli = Entsperren Sie ihn, und versuchen Sie es erneut, oder übergeben Sie das Passwort mit `--password-stdin`
error-keychain-failed = Der Schlüsselbund konnte das nicht ausführen
    .hint = Versuchen Sie es erneut, oder behalten Sie das Passwort nur bis zum Beenden des Launchers
    .hint-cli = Versuchen Sie es erneut, oder übergeben Sie das Passwort mit `--password-stdin`
error-soap-password-not-kept = { $organisation ->
        [none] Ihre Organisation möchte nicht, dass das Passwort von { $login } auf „{ $server }“ behalten wird: Wer es hat, kann jeden Raum als beliebige Person betreten
       *[other] { $organisation } möchte nicht, dass das Passwort von { $login } auf „{ $server }“ behalten wird: Wer es hat, kann jeden Raum als beliebige Person betreten
    }
    .hint = Es ist bis zum Ende des Launchers bekannt und wird danach wieder erfragt. Wer den Server verwaltet, kann das Recht `SOAP` entziehen
    .hint-cli = Übergeben Sie es jedes Mal mit `--password-stdin`. Wer den Server verwaltet, kann das Recht `SOAP` entziehen

error-address-malformed = Das ist keine Adresse eines Servers: { $reason }
    .hint = Geben Sie eine Adresse wie `https://meet.example.org/openmeetings` an
error-not-encrypted = Nur eine unverschlüsselte Adresse antwortet: { $target }
    .hint = Bitten Sie die Administration des Servers um `https`. Wenn Sie hinnehmen, dass unterwegs alles mitgelesen werden kann, schreiben Sie die Adresse mit `http://` aus; es wurde nichts gesendet
error-link-malformed = Dieser Link ist nicht verwendbar: { $reason }
    .hint = Kopieren Sie den ganzen Link aus der Einladung, und versuchen Sie es erneut
error-link-unknown-server = „{ $server }“ ist kein gespeicherter Server
    .hint = Fügen Sie den Server hinzu, oder öffnen Sie den Link der Einladung im Browser
    .hint-cli = Fügen Sie ihn mit `openmeetings profile add` hinzu, oder öffnen Sie den Link der Einladung im Browser
error-invitation-unreadable = { $source ->
        [pasted] Die eingefügte Einladung ist nicht lesbar: { $reason }
       *[file] Die Einladung { $target } ist nicht lesbar: { $reason }
    }
    .hint = Speichern Sie die Einladung erneut aus der Mail, und versuchen Sie es noch einmal
error-meeting-cancelled = Die Besprechung „{ $target }“ wurde abgesagt
    .hint = Fragen Sie den Organisator, falls Sie das überrascht
error-meeting-changed = Die Besprechung „{ $target }“ wurde geändert
    .hint = Sie steht jetzt geändert in der Terminliste; prüfen Sie die Zeit
error-invitation-not-remembered = „{ $target }“ kann nicht in die Terminliste aufgenommen werden: { $reason }
    .hint = Bitten Sie um eine vollständige Einladung
error-invitation-outdated = Von „{ $target }“ steht schon eine neuere Fassung in der Terminliste
    .hint = Suchen Sie die neueste Mail dazu, falls Sie das überrascht
error-invitation-conflict = „{ $target }“ in der Terminliste wurde nicht geändert: { $reason }
    .hint = Fragen Sie nach. Wenn die neue Einladung stimmt, nehmen Sie die Besprechung aus der Terminliste und merken Sie sich die neue
error-invitations-damaged = Die gemerkten Besprechungen waren nicht lesbar; die Datei liegt jetzt unter { $path }
    .hint = Öffnen Sie die Einladungen erneut, um sie zu merken
error-invitations-newer = Die gemerkten Besprechungen in { $path } hat eine neuere Version dieses Programms geschrieben
    .hint = Installieren Sie wieder die neuere Version; bis dahin wird keine Besprechung aus Einladungen gemerkt
error-invitations-failed = Die gemerkten Besprechungen in { $path } konnten nicht gelesen oder geschrieben werden
    .hint = Prüfen Sie, ob der Ordner existiert, Ihnen gehört und Platz hat
error-nothing-to-join = Es gibt nichts, dem Sie beitreten können: { $reason }
    .hint = Fragen Sie den Organisator nach dem Link
error-nothing-now = Jetzt läuft keine Besprechung, und in der nächsten Viertelstunde beginnt keine
    .hint = Wählen Sie eine Besprechung oder einen Raum aus der Liste
error-nothing-joined-yet = Es wurde noch kein Raum betreten
    .hint = Betreten Sie einen aus der Liste; danach kann er wieder betreten werden

error-field-invalid = Das Profil kann nicht gespeichert werden: { $reason }
    .hint = Korrigieren Sie die Angabe, und versuchen Sie es erneut
error-profile-unknown = Es gibt kein Profil „{ $profile }“
    .hint = Wählen Sie einen Server aus der Liste
    .hint-cli = Siehe `openmeetings profile list`
error-profile-needed = Mehrere Server sind gespeichert, und es ist offen, welcher gemeint ist: { $candidates }
    .hint = Wählen Sie den Server aus
    .hint-cli = Nennen Sie einen mit `--profile`
error-no-profiles = Noch ist kein Server gespeichert
    .hint = Fügen Sie einen Server hinzu
    .hint-cli = Fügen Sie einen mit `openmeetings profile add` hinzu, oder nennen Sie einen mit `--url`
error-meeting-unknown = Kein Raum und keine Besprechung heißt „{ $target }“
    .hint = Suchen Sie in der Liste
    .hint-cli = Siehe `openmeetings meetings`
error-meeting-ambiguous = { $source ->
        [pasted] Die Einladung enthält mehrere Besprechungen: { $candidates }
       *[name] „{ $target }“ passt auf mehrere: { $candidates }
    }
    .hint = Geben Sie mehr vom Namen an, oder die Nummer des Raums
error-room-unknown = Auf „{ $server }“ gibt es keinen Raum { $room }
    .hint = Suchen Sie den Raum in der Liste
    .hint-cli = Die Räume des Servers zeigt `openmeetings meetings`
error-room-closed = „{ $room }“ auf „{ $server }“ ist geschlossen
    .hint = Bitten Sie die Organisation, den Raum zu öffnen; beim Beitreten sehen Sie, wohin stattdessen geleitet wird

error-browser-failed = Der Browser konnte nicht gestartet werden
    .hint = Kopieren Sie den Link, und öffnen Sie ihn selbst
    .hint-cli = Öffnen Sie die Adresse selbst; `--print` zeigt sie an
error-profiles-damaged = Die gespeicherten Server sind nicht lesbar; die Datei liegt jetzt unter { $path }
    .hint = Fügen Sie die Server neu hinzu, oder reparieren Sie die Datei und legen Sie sie zurück
error-profiles-newer = Die gespeicherten Server in { $path } stammen von einer neueren Version dieses Programms
    .hint = Installieren Sie wieder die neuere Version; die Datei blieb unverändert
error-profiles-failed = Die gespeicherten Server in { $path } konnten nicht gelesen oder geschrieben werden
    .hint = Prüfen Sie, ob der Ordner vorhanden ist, Ihnen gehört und Platz hat
error-settings-damaged = Die Einstellungen sind nicht lesbar; die Datei liegt jetzt unter { $path }
    .hint = Sehen Sie die Einstellungen durch, und wählen Sie erneut, was Sie geändert hatten
error-settings-newer = Die Einstellungen in { $path } stammen von einer neueren Version dieses Programms
    .hint = Installieren Sie wieder die neuere Version; bis dahin gelten die üblichen Einstellungen, und nichts wird geändert
error-settings-failed = Die Einstellungen in { $path } konnten nicht gelesen oder geschrieben werden
    .hint = Prüfen Sie, ob der Ordner vorhanden ist, Ihnen gehört und Platz hat
error-nothing-removed = Es gibt keinen entfernten Server, der zurückgeholt werden kann
    .hint = Fügen Sie den Server neu hinzu
error-meeting-gone = Diese Besprechung steht nicht mehr in der Liste
    .hint = Aktualisieren Sie die Liste, und wählen Sie erneut
error-no-setup = Es wird gerade kein Server hinzugefügt
    .hint = Beginnen Sie erneut mit der Adresse des Servers
error-nothing-to-copy = Es gibt nichts zu kopieren
    .hint = Treten Sie zuerst bei, und kopieren Sie dann den Link
error-introduction-not-encrypted = „{ $profile }“ kann nicht vorgestellt werden: Die Adresse ist nicht verschlüsselt
    .hint = Bitten Sie die Administration des Servers um `https`, oder verwenden Sie *Exportieren*
error-too-long-for-qr = Die Vorstellung ist zu lang für einen QR-Code
    .hint = Geben Sie stattdessen den Link weiter, oder nennen Sie den Server kürzer
error-list-not-fetched = „{ $server }“ hat keine Liste von Servern geliefert
    .hint = Unter dieser Adresse muss reiner Text oder JSON stehen; einer Umleitung folgt der Launcher nicht
error-import-unreadable = Es wurde nichts importiert: { $reason }
    .hint = Wählen Sie eine Datei, die mit *Exportieren* geschrieben wurde, eine Vorstellung oder eine Liste mit einer Adresse je Zeile
error-file-not-read = Die Datei { $path } konnte nicht gelesen werden
    .hint = Prüfen Sie, ob sie vorhanden ist und Sie sie lesen dürfen
error-file-not-written = Die Datei { $path } konnte nicht geschrieben werden
    .hint = Wählen Sie einen anderen Ordner, oder prüfen Sie, ob dieser Ihnen gehört und Platz hat
error-resident-gone = Der Hintergrundteil des Launchers wurde beendet, bevor er fertig war
    .hint = Versuchen Sie es gleich noch einmal: Er wird neu gestartet
error-resident-failed = Der Hintergrundteil des Launchers konnte nicht gestartet werden
    .hint = Versuchen Sie es erneut. Bleibt es dabei, installieren Sie den Launcher neu oder melden Sie es mit den Einzelheiten
error-window-failed = Das Fenster konnte nicht geöffnet werden: { $path } startet nicht
    .hint = Installieren Sie den Launcher neu. Symbol und Befehlszeile funktionieren weiter
error-resident-running = OpenMeetings Launcher läuft bereits
    .hint = Öffnen Sie das Fenster, statt ihn noch einmal zu starten
error-newer-running = Eine neuere Version von OpenMeetings Launcher läuft
    .hint = Schließen Sie diese und starten Sie die neuere Version
error-too-many-viewers = Zu viele Programme sind mit dem Launcher verbunden
    .hint = Schließen Sie einige davon und versuchen Sie es erneut
error-clipboard-failed = In die Zwischenablage konnte nichts gelegt werden
    .hint = Versuchen Sie es erneut, oder schreiben Sie es von Hand ab
error-autostart-failed = Der Start bei der Anmeldung konnte nicht geändert werden
    .hint = Prüfen Sie, ob der Ordner für Programme, die bei der Anmeldung starten, Ihnen gehört und Platz hat
error-folder-failed = Der Ordner { $path } konnte nicht geöffnet werden
    .hint = Öffnen Sie ihn in der Dateiverwaltung
error-interrupted = Der Vorgang wurde unterbrochen
    .hint = Versuchen Sie es erneut

# Aktualisierungen des Launchers selbst.
error-update-unreachable = Der Server für Aktualisierungen ist nicht erreichbar
    .hint = Prüfen Sie die Netzwerkverbindung und versuchen Sie es erneut
error-update-not-found = Der Server für Aktualisierungen hat keine für diesen Computer
    .hint = Versuchen Sie es später erneut
error-update-cut = Das Herunterladen der Aktualisierung brach ab; nichts wurde geändert
    .hint = Prüfen Sie die Netzwerkverbindung und versuchen Sie es erneut
error-update-not-genuine = Die Aktualisierung ist nicht von den Herstellern des Launchers signiert. Sie wurde nicht installiert; nichts wurde geändert
    .hint = Installieren Sie sie nicht von Hand. Bleibt es dabei, melden Sie es mit den Einzelheiten
error-update-no-space = Die Aktualisierung wurde nicht installiert: Der Datenträger ist voll
    .hint = Schaffen Sie Platz und versuchen Sie es erneut
error-update-not-writable = Die Aktualisierung wurde nicht installiert: Sie dürfen die Datei des Programms oder ihren Ordner nicht ändern
    .hint = Verschieben Sie das Programm in einen eigenen Ordner oder fragen Sie die Verwaltung des Computers
error-update-failed = Die Aktualisierung wurde nicht installiert
    .hint = Versuchen Sie es erneut. Bleibt es dabei, melden Sie es mit den Einzelheiten

reason-address-empty = Die Adresse ist leer
reason-address-too-long = Die Adresse ist zu lang
reason-address-blank = Die Adresse enthält ein Leerzeichen
reason-address-control-character = Die Adresse enthält ein Steuerzeichen
reason-address-scheme = Die Adresse beginnt mit „{ $scheme }:“ statt mit https: oder http:
reason-address-credentials = Die Adresse enthält einen Benutzernamen oder ein Passwort; lassen Sie alles bis zum „@“ weg
reason-address-no-host = Die Adresse nennt keinen Server
reason-address-host-name = Der Name des Servers enthält Zeichen, die in Hostnamen nicht vorkommen
reason-address-port = Der Port der Adresse ist keine Zahl bis 65535
reason-address-ip = Die IP-Adresse ist ungültig
reason-address-malformed = Die Adresse ist nicht lesbar

reason-link-no-room = Die Adresse führt in keinen Raum: Es fehlt hash?invitation=, hash?secure= oder #room/
reason-link-hash = Der Link ist beschädigt: Sein Hash fehlt oder ist unvollständig
reason-link-room = Der Link ist beschädigt: Der Raum nach #room/ fehlt oder ist nicht lesbar
reason-link-malformed = Der Link ist nicht lesbar
reason-link-empty = Er ist leer
reason-link-room-number = Raumnummern beginnen bei 1
reason-link-no-file = Er nennt keine Datei auf diesem Computer
reason-link-neither = Es ist weder ein Link noch eine Einladungsdatei
reason-link-too-many = Es kamen so viele auf einmal, dass eine Seite oder ein Programm sie schicken muss
reason-link-no-introduction = Er führt in einen Raum und stellt keinen Server vor

reason-deep-link-scheme = Er beginnt nicht mit openmeetings://
reason-deep-link-too-long = Er ist zu lang
reason-deep-link-characters = Er enthält Zeichen, die in Links nicht vorkommen
reason-deep-link-secret = Er enthält ein Passwort, eine Sitzung oder den Schlüssel eines Raums, was kein Link darf
reason-deep-link-unknown = Er enthält einen Teil, den diese Version nicht kennt
reason-deep-link-twice = Er nennt dasselbe zweimal
reason-deep-link-no-room = Er nennt keinen Raum
reason-deep-link-no-server = Er nennt keinen Server
reason-deep-link-name = Der Name darin ist zu lang oder enthält Zeichen, die in Namen nicht vorkommen
reason-deep-link-key = Der Schlüssel darin besteht nicht aus `sha256//` und 44 Zeichen
reason-deep-link-help = Der Hilfekontakt darin ist weder eine E-Mail-Adresse noch eine Telefonnummer noch eine https-Adresse

reason-invitation-too-large = Sie ist größer als jede Einladung
reason-invitation-no-calendar = Sie ist keine Kalenderdatei
reason-invitation-no-event = Sie enthält keinen Termin
reason-invitation-too-many = Sie enthält mehr als { $most ->
        [one] einen Termin
       *[other] { $most } Termine
    }; nötig ist eine einzelne Einladung
reason-invitation-answer = Sie ist die Antwort auf eine Einladung und selbst keine
reason-invitation-no-time = Die Einladung nennt keine Zeit
reason-invitation-over = Sie ist vorbei
reason-invitation-none = Das ist keine Einladung
reason-invitation-other-host = Die neue Einladung führt zu einem anderen Server als die in der Terminliste
reason-invitation-other-organiser = Die neue Einladung kommt von jemand anderem als die in der Terminliste
reason-invitation-no-link = { $source ->
        [pasted] Die Einladung enthält keinen Link in einen OpenMeetings-Raum
       *[file] { $file } enthält keinen Link in einen OpenMeetings-Raum
    }

reason-file-missing = Die Datei ist nicht vorhanden
reason-file-not-allowed = Dieses Benutzerkonto darf sie nicht lesen
reason-file-unreadable = Das Lesen ist fehlgeschlagen

reason-meeting-no-room = „{ $meeting }“ hat keinen Raum
reason-server-only = { $address } ist die Adresse eines Servers, aber keines Raums darauf

reason-import-too-large = Sie ist zu groß
reason-import-kind = Sie hat eine andere Art oder Version
reason-import-format = Sie hat nicht die Form eines Exports
reason-import-empty = Es steht kein Server darin
reason-import-line = Zeile { $line }: { $reason }
reason-import-server = „{ $server }“: { $reason }

reason-field-name-too-long = Sein Name ist länger als { $longest ->
        [one] ein Zeichen
       *[other] { $longest } Zeichen
    }
reason-field-name-taken = Ein anderes Profil heißt bereits „{ $name }“
reason-field-too-long = { $field ->
        [login] Der Anmeldename
        [first-name] Der Vorname
        [last-name] Der Nachname
        [email] Die E-Mail-Adresse
        [browser] Der Browser
       *[name] Der Name
    } ist länger als { $longest ->
        [one] ein Zeichen
       *[other] { $longest } Zeichen
    }
reason-field-control-character = { $field ->
        [login] Der Anmeldename
        [first-name] Der Vorname
        [last-name] Der Nachname
        [email] Die E-Mail-Adresse
        [browser] Der Browser
       *[name] Der Name
    } enthält ein Steuerzeichen
reason-field-email = Die E-Mail-Adresse hat kein „@“ mit Zeichen davor und dahinter
reason-field-help = Der Hilfekontakt ist weder eine E-Mail-Adresse noch eine Telefonnummer noch eine https-Adresse

# What an organisation laid down. `organisation` and `contact` are `none` where
# the policy does not name them.
error-policy-locked = { $organisation ->
        [none] `{ $field }` ist von Ihrer Organisation festgelegt und lässt sich hier nicht ändern
       *[other] `{ $field }` ist von { $organisation } festgelegt und lässt sich hier nicht ändern
    }
    .hint = { $contact ->
        [none] Fragen Sie, wer diesen Computer betreut
       *[other] Fragen Sie { $contact }
    }
error-server-not-allowed = { $organisation ->
        [none] Ihre Organisation erlaubt den Server { $server } auf diesem Computer nicht
       *[other] { $organisation } erlaubt den Server { $server } auf diesem Computer nicht
    }
    .hint = { $contact ->
        [none] Öffnen Sie den Link im Browser, wenn Sie ihm trauen, oder fragen Sie, wer diesen Computer betreut
       *[other] Öffnen Sie den Link im Browser, wenn Sie ihm trauen, oder fragen Sie { $contact }
    }
error-policy-unreadable = { $line ->
        [none] Was Ihre Organisation für diesen Computer festgelegt hat, ist nicht zu gebrauchen: `{ $field }` in { $path } ist falsch
       *[other] Was Ihre Organisation für diesen Computer festgelegt hat, ist nicht zu gebrauchen: Zeile { $line } von { $path } ist falsch (`{ $field }`)
    }
    .hint = Bis es stimmt, lässt sich nichts ändern, was dort stehen könnte; Ihre Server gehen weiter. Sagen Sie es dem, der diesen Computer betreut
    .hint-cli = Prüfen Sie es mit `openmeetings policy check`; bis es stimmt, lässt sich nichts ändern, was dort stehen könnte
