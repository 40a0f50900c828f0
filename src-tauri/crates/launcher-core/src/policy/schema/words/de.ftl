# The texts of the templates for group policies.

about = Was eine Organisation für OpenMeetings Launcher festlegt.
supported = OpenMeetings Launcher 0.1 oder neuer

section = OpenMeetings Launcher
section-settings = Einstellungen, die niemand ändern kann
section-defaults = Einstellungen, bis jemand sie ändert
section-explained = Was hier aktiviert oder deaktiviert ist, ist festgelegt und trägt ein Schloss. Was nicht konfiguriert ist, bestimmt die Person selbst. Sobald eine Richtlinie hier für den Computer gesetzt ist, werden die für den Benutzer übergangen.
section-settings-explained = Die Person sieht daneben ein Schloss und kann sie nicht ändern.
section-defaults-explained = Gilt, solange die Person nichts gewählt hat. Sie kann jede ändern.

switch-explained = Aktiviert: ja. Deaktiviert: nein. Nicht konfiguriert: wie im Launcher vorgesehen oder von der Person gewählt.
line-explained = Aktiviert: der Text unten, höchstens { $most } Zeichen. Deaktiviert oder nicht konfiguriert: Nichts ist festgelegt.
choice-explained = Aktiviert: die Auswahl unten. Deaktiviert oder nicht konfiguriert: Nichts ist festgelegt.
minutes-explained = Aktiviert: die Minuten unten, { $least } bis { $most }. Deaktiviert: nie. Nicht konfiguriert: wie im Launcher vorgesehen oder von der Person gewählt.
list-explained = Aktiviert: die Liste unten, ein Eintrag je Zeile. Deaktiviert oder nicht konfiguriert: Nichts ist festgelegt.

organisation = Name der Organisation
organisation-described = Wer das festgelegt hat; steht neben allem, was gesperrt ist.
contact = Ansprechstelle
contact-described = Wen man fragen kann: eine E-Mail-Adresse, eine Telefonnummer oder eine Webseite.
servers = Server für alle
servers-described = Server, die alle haben. Was von ihnen angegeben ist, kann niemand ändern, und niemand kann sie entfernen.
servers-rows = Eine Zeile ist eine Adresse oder ein JSON-Objekt mit den Feldern eines Servers wie in policy.schema.json.
allowedServers = Erlaubte Server
allowedServers-described = Die einzigen Server, die außer denen für alle hinzugefügt oder betreten werden dürfen: `meet.example.org`, `meet.example.org:5443` oder `*.example.org`.
allowedServers-rows = Um keine anderen zu erlauben, nennen Sie einen der Server für alle.
certificateAuthorities = Vertrauenswürdige Zertifikate
certificateAuthorities-described = PEM-Dateien mit Zertifikaten, denen außer denen des Computers vertraut wird.
updates = Nach Updates suchen
updates-described = Ob der Launcher nach neuen Versionen von sich sucht.
storeSoapPasswords = Passwörter von Konten mit dem Recht SOAP behalten
storeSoapPasswords-described = Ob Passwörter von Konten mit dem Recht `SOAP` im Schlüsselbund bleiben dürfen. Wer so ein Passwort hat, kann jeden Raum als beliebige Person betreten.

autoJoin = Beitreten ohne Klick
autoJoin-described = Besprechungen dürfen so vorgemerkt werden, dass ihnen ohne Klick beigetreten wird.
closeToTray = Weiterlaufen, wenn das Fenster geschlossen wird
closeToTray-described = Nach dem Schließen des Fensters läuft der Teil im Hintergrund weiter.
floatingReminders = Erinnerungen über allen Fenstern
floatingReminders-described = Erinnerungen schweben auch über allen Fenstern.
language = Sprache
language-described = Die Sprache der Texte.
language-system = Wie in Windows
language-en = Englisch
language-de = Deutsch
language-ar = Arabisch
refreshMinutes = Listen aktualisieren
refreshMinutes-described = Minuten zwischen zwei Aktualisierungen der Listen, solange das Fenster offen ist und vor Besprechungen.
remindMinutes = Vor Besprechungen erinnern
remindMinutes-described = Minuten vor einer Besprechung.
shortcut = Tasten für die nächste Besprechung
shortcut-described = Womit man von überall der nächsten Besprechung beitritt, zum Beispiel `Super+Shift+J`.
startAtLogin = Beim Anmelden starten
startAtLogin-described = Mit der Sitzung der Person starten.
startHidden = Ohne Fenster starten
startHidden-described = Beim Start der Sitzung kein Fenster zeigen.
theme = Design
theme-described = Hell, dunkel oder wie in Windows.
theme-system = Wie in Windows
theme-light = Hell
theme-dark = Dunkel
withoutTray = Schließen des Fensters ohne Symbol im Infobereich
withoutTray-described = Was das Schließen des Fensters bewirkt, wo es keine Symbole im Infobereich gibt.
withoutTray-ask = Nachfragen
withoutTray-keep-running = Weiterlaufen
withoutTray-quit = Beenden
