# Was der Hintergrundteil in Benachrichtigungen sagt, neben Fehlern.

note-joining = Beitritt: { $target }
note-cancel = Abbrechen
note-opened = Im Browser geöffnet: { $target }
note-join-again = Erneut beitreten
note-closing = OpenMeetings Launcher läuft im Hintergrund weiter
    .hint = Er bleibt in der Symbolleiste, erinnert an Besprechungen und öffnet Links. Dort können Sie ihn beenden, und in den Einstellungen wählen Sie, was das Schließen des Fensters bewirkt
note-no-tray = Diese Arbeitsumgebung zeigt keine Symbole in der Leiste
    .hint = OpenMeetings Launcher läuft trotzdem im Hintergrund. Starten Sie ihn noch einmal, um sein Fenster zu öffnen
note-settings = Einstellungen
note-quit = Beenden
note-join = Beitreten
note-snooze = Später erinnern
note-opens = Einlass ab { $time }
note-many = { $count } Besprechungen beginnen gleich
note-joins = Tritt in 10 Sekunden von selbst bei
note-stop = Anhalten
