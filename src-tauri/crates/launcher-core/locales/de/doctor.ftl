# Was die Diagnose findet, siehe die englische Fassung.

doctor-about-server = Server
doctor-about-invitations = Einladungen
doctor-about-computer = Dieser Computer

doctor-topic-address = Adresse
doctor-topic-encryption = Verschlüsselung
doctor-topic-version = Version
doctor-topic-login = Anmeldung
doctor-topic-rights = Rechte
doctor-topic-speed = Tempo
doctor-topic-clock = Uhr
doctor-topic-strict-transport = Browser
doctor-topic-open-address = offene Adresse
doctor-topic-foreign-pages = fremde Seiten
doctor-topic-path = Pfad
doctor-topic-invitations = Einladungen
doctor-topic-saved-servers = Server
doctor-topic-policy = Organisation
doctor-topic-keychain = Schlüsselbund
doctor-topic-browser = Browser
doctor-topic-links = Links
doctor-topic-tray = Symbolleiste
doctor-topic-resident = Hintergrund
doctor-topic-proxy = Proxy
doctor-topic-folders = Ordner
doctor-topic-disk = Speicherplatz

doctor-not-looked-at = Auf diesem System wird das nicht geprüft

## Server

doctor-reached = OpenMeetings antwortet unter { $address }
doctor-encrypted = Die Verbindung ist verschlüsselt und das Zertifikat gültig
doctor-not-encrypted = Die Verbindung ist nicht verschlüsselt: Alles, auch das Passwort, kann unterwegs mitgelesen werden
    .hint = Fragen Sie die Administration des Servers nach einer Adresse, die mit `https://` beginnt. Bis dahin verweigern Browser Kamera und Mikrofon
doctor-not-encrypted-here = Die Verbindung ist nicht verschlüsselt, verlässt aber diesen Computer nicht

doctor-version-fine = Von OpenMeetings { $version } sind keine Probleme bekannt
doctor-version-unreadable = Der Server nennt als Version „{ $version }“, und das ist keine
    .hint = Wenn die Anmeldung scheitert, fragen Sie die Administration des Servers nach der wirklichen Version
doctor-version-no-keys = OpenMeetings { $version } ist älter als 3.2: Der Launcher kann niemanden direkt in seine Räume bringen
    .hint = Bitten Sie die Administration des Servers um eine Aktualisierung
doctor-version-password-in-address = OpenMeetings { $version } nimmt Passwörter in einer Adresse entgegen, die der Server und Proxys in ihre Protokolle schreiben
    .hint = Verwenden Sie ein Passwort, das Sie nirgends sonst haben, und bitten Sie die Administration des Servers um 9.0 oder neuer
doctor-version-open-cookie = Browser schicken die Anmeldung bei OpenMeetings { $version } mit, wenn andere Seiten es aufrufen
    .hint = Melden Sie sich nach einer Besprechung im Browser ab, und bitten Sie die Administration des Servers um eine Aktualisierung
doctor-version-case-of-logins = OpenMeetings { $version } unterscheidet bei Anmeldenamen große und kleine Buchstaben
    .hint = Wenn die Anmeldung scheitert, schreiben Sie den Namen genau so, wie er registriert wurde
doctor-version-bare-errors = OpenMeetings { $version } sagt nicht, warum es etwas ablehnt
    .hint = Wenn etwas scheitert, fragen Sie die Administration des Servers: Sein Protokoll sagt mehr

doctor-login-made = Die Anmeldung dauerte { $milliseconds } ms
doctor-login-slow = Die Anmeldung dauerte { $milliseconds } ms: So lange wartet jeder Beitritt
    .hint = Fragen Sie die Administration des Servers, ob er zu viel zu tun hat
doctor-login-no-account = Eine Anmeldung wurde nicht versucht: Für diesen Server ist kein Konto gespeichert
doctor-login-no-password = Eine Anmeldung wurde nicht versucht: Ein Passwort für diesen Server ist nicht zu bekommen
    .hint = Geben Sie das Passwort des Servers erneut ein
    .hint-cli = Speichern Sie es mit `openmeetings profile set-password`
doctor-rights-keys = Das Konto kann Räume direkt betreten
doctor-rights-page = Das Konto darf keine Schlüssel zu Räumen erstellen: Der Browser fragt nach der Anmeldung
    .hint = Um direkt einzutreten, bitten Sie die Administration des Servers um das Recht `SOAP`

doctor-speed-fine = Er antwortet innerhalb von { $milliseconds } ms
doctor-speed-slow = Er braucht { $milliseconds } ms für eine einfache Antwort
    .hint = Prüfen Sie, ob auch andere Seiten langsam sind. Wenn nicht, fragen Sie die Administration des Servers
doctor-clock-right = Seine Uhr und die dieses Computers gehen { $seconds } s auseinander
doctor-clock-untold = Er sagt nicht, wie spät er es hat
doctor-clock-ahead = Seine Uhr geht { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    } gegenüber der dieses Computers vor: Besprechungen beginnen zu einer anderen Zeit als angezeigt
    .hint = Lassen Sie diesen Computer seine Uhr selbst stellen. Geht sie richtig, sagen Sie es der Administration des Servers
doctor-clock-behind = Seine Uhr geht { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    } gegenüber der dieses Computers nach: Besprechungen beginnen zu einer anderen Zeit als angezeigt
    .hint = Lassen Sie diesen Computer seine Uhr selbst stellen. Geht sie richtig, sagen Sie es der Administration des Servers
doctor-foreign-pages-none = Fremde Seiten können seine Antworten nicht lesen
doctor-foreign-pages-named = Seiten eines anderen Servers, den er nennt, dürfen seine Antworten lesen
doctor-foreign-pages-all = Beliebige Seiten dürfen seine Antworten lesen
    .hint = Sagen Sie es der Administration des Servers: Die Einstellung `rest.allow.origin` sollte einen Server nennen oder leer sein
doctor-path-usual = Er liegt dort, wo OpenMeetings üblicherweise liegt
doctor-path-other = Er liegt unter { $path }, nicht unter `/openmeetings/`: Links brauchen diesen Teil
doctor-strict-transport-on = { $days ->
        [one] Er lässt Browser { $days } Tag lang nur verschlüsselt kommen
       *[other] Er lässt Browser { $days } Tage lang nur verschlüsselt kommen
    }
doctor-strict-transport-off = Er verlangt von Browsern nicht, nur verschlüsselt zu kommen
    .hint = Die Administration des Servers kann die Kopfzeile `Strict-Transport-Security` senden lassen
doctor-open-address-closed = Ohne Verschlüsselung antwortet er nicht
doctor-open-address-redirects = Ohne Verschlüsselung leitet er auf die verschlüsselte Adresse um
doctor-open-address-told = Er antwortet auch ohne Verschlüsselung, sagt Browsern aber, nicht so zu kommen
doctor-open-address-answers = Er antwortet auch ohne Verschlüsselung: Wer `https://` weglässt, kann belauscht werden
    .hint = Sagen Sie es der Administration des Servers: Die unverschlüsselte Adresse sollte auf die verschlüsselte führen
doctor-browser-chosen-gone = Der für ihn gewählte Browser ist nicht auf diesem Computer: { $browser }
    .hint = Wählen Sie in den Einstellungen des Servers einen anderen Browser

## Einladungen

doctor-invitation-fine = Sie führt zu { $host }
doctor-invitation-leads-here = Sie führt auf den Computer dessen, der sie öffnet: Der Server kennt seine eigene Adresse nicht
    .hint = Fragen Sie, wer Sie eingeladen hat, nach der Adresse des Servers. Seine Verwaltung muss `application.base.url` setzen
doctor-invitations-fine = { $count ->
        [one] Die Einladung in der Agenda führt zu einem Server
       *[other] Alle { $count } Einladungen in der Agenda führen zu einem Server
    }
doctor-invitations-lead-here = { $count ->
        [one] Eine Einladung in der Agenda führt auf den Computer dessen, der sie öffnet: Ihr Server kennt seine eigene Adresse nicht
       *[other] { $count } Einladungen in der Agenda führen auf den Computer dessen, der sie öffnet: Ihre Server kennen ihre eigene Adresse nicht
    }
    .hint = Fragen Sie, wer Sie eingeladen hat, nach der Adresse des Servers. Seine Verwaltung muss `application.base.url` setzen

## Dieser Computer

doctor-saved = { $count ->
        [one] { $count } Server ist gespeichert
       *[other] { $count } Server sind gespeichert
    }
doctor-saved-none = Kein Server ist gespeichert
    .hint = Fügen Sie einen hinzu
    .hint-cli = Fügen Sie einen mit `openmeetings profile add` hinzu
doctor-policy-none = Keine Organisation hat etwas vorgegeben
doctor-policy-in-force = Eine Organisation hat etwas vorgegeben, in { $source }
doctor-keychain-open = Der Schlüsselbund ist offen
doctor-keychain-empty = Der Schlüsselbund ist da und wird mit dem ersten gespeicherten Passwort angelegt
doctor-keychain-locked = Der Schlüsselbund ist gesperrt: Er wird nach seinem Passwort fragen
doctor-keychain-missing = Es gibt keinen Schlüsselbund: Passwörter können nicht gespeichert werden
    .hint = Starten Sie einen Schlüsselbund wie GNOME Keyring oder KWallet, oder behalten Sie Passwörter nur, bis der Launcher endet
doctor-keychain-silent = Der Schlüsselbund antwortet nicht
    .hint = Sehen Sie nach, ob er in einem anderen Fenster etwas fragt. Wenn nicht, melden Sie sich von diesem Computer ab und wieder an
doctor-browser-found = Räume werden in { $browser } geöffnet
doctor-browser-gone = Räume würden in { $browser } geöffnet, aber das Programm ist nicht da
    .hint = Wählen Sie in den Einstellungen dieses Computers einen anderen Browser, oder installieren Sie ihn neu
doctor-browser-none = Dieser Computer hat keinen Browser, in dem er Adressen öffnet
    .hint = Installieren Sie einen Browser, oder wählen Sie in den Einstellungen dieses Computers einen aus
doctor-links-ours = Links zu Besprechungen öffnet der Launcher
doctor-links-other = Links zu Besprechungen öffnet ein anderes Programm: { $entry }
    .hint = Wählen Sie in den Einstellungen dieses Computers OpenMeetings Launcher für `openmeetings`-Links, oder installieren Sie ihn neu
doctor-links-gone = Links zu Besprechungen soll der Launcher öffnen, aber sein Programm ist nicht zu finden
    .hint = Installieren Sie den Launcher neu
doctor-links-nobody = Kein Programm öffnet Links zu Besprechungen
    .hint = Installieren Sie den Launcher aus einem Paket, oder fügen Sie Links in seinem Fenster ein
doctor-tray-shown = Die Arbeitsumgebung zeigt Symbole in der Leiste
doctor-tray-none = Die Arbeitsumgebung zeigt keine Symbole in der Leiste
    .hint = Installieren Sie unter GNOME die Erweiterung „AppIndicator“. Ohne Leiste muss das Fenster aus dem Menü geöffnet werden
doctor-resident-runs = Der Teil im Hintergrund läuft und hat diese Version
doctor-resident-none = Der Teil im Hintergrund läuft nicht: Niemand erinnert Sie an Besprechungen
    .hint = Öffnen Sie den Launcher. In den Einstellungen können Sie ihn mit der Anmeldung starten lassen
    .hint-cli = Starten Sie ihn mit `openmeetings tray`
doctor-resident-other = Der Teil im Hintergrund hat eine andere Version: { $version }
    .hint = Beenden Sie den Launcher, und starten Sie ihn neu
    .hint-cli = Beenden Sie ihn mit `openmeetings quit`, und starten Sie ihn neu
doctor-resident-silent = Der Teil im Hintergrund antwortet nicht
    .hint = Beenden Sie das Programm `openmeetings` oder melden Sie sich von diesem Computer ab, und starten Sie den Launcher neu
doctor-proxy-none = Server werden direkt erreicht
doctor-proxy = Server werden über den Proxy { $host } erreicht
doctor-folders-fine = Der Launcher kann seine Dateien schreiben
doctor-folders-none = Es gibt keinen persönlichen Ordner, in dem Dateien liegen könnten
    .hint = Fragen Sie, wer diesen Computer betreut
doctor-folder-locked = In { $path } kann nichts geschrieben werden
    .hint = Prüfen Sie, wem der Ordner gehört und ob die Festplatte voll ist
doctor-disk-fine = { $megabytes } MB sind frei
doctor-disk-full = Nur { $megabytes } MB sind frei
    .hint = Löschen Sie, was nicht mehr gebraucht wird
