# Was Kommandozeile, Infobereich und Benachrichtigungen gemeinsam sagen.

target-room = Raum { $room } auf { $server }
target-invitation = Einladung zu { $server }
target-key = Raum auf { $server }

date-day = { $weekday ->
        [1] Montag
        [2] Dienstag
        [3] Mittwoch
        [4] Donnerstag
        [5] Freitag
        [6] Samstag
       *[7] Sonntag
    }, { $day }. { $month ->
        [1] Januar
        [2] Februar
        [3] März
        [4] April
        [5] Mai
        [6] Juni
        [7] Juli
        [8] August
        [9] September
        [10] Oktober
        [11] November
       *[12] Dezember
    } { $year }

room-kind = { $kind ->
        [conference] Konferenz
        [presentation] Präsentation
        [interview] Interview
       *[other] sonstiger Raum
    }
room-closed = geschlossen
room-nameless = (ohne Namen)

check-layer-reach = erreichbar
check-layer-encryption = verschlüsselt
check-layer-version = OpenMeetings
check-layer-login = Anmeldung
check-layer-rights = Rechte
check-key-as-introduced = Der Schlüssel ist der aus der Vorstellung: { $key }
check-warning-not-encrypted = nein: Alles, auch das Passwort, kann unterwegs mitgelesen werden
check-warning-password-in-address = Server vor 9.0 verlangen das Passwort in einer Adresse, die Proxys protokollieren können
check-route-room-hash = Dieses Konto kann Räume direkt betreten
check-route-room-page = Dieses Konto meldet sich im Browser an
check-route-unknown = Der Server ist in Ordnung; ein Konto wurde nicht geprüft

# Unter dem Titel einer Besprechung, in einer Benachrichtigung.
reminder-starts = Beginnt um { $time }
reminder-began = Hat um { $time } begonnen

# What should be known before joining, in a reminder.
preflight-green = Bereit zum Beitreten
caution-room-full = Der Raum ist voll: Jemand muss ihn zuerst verlassen
caution-plain-http = Die Seite ist nicht verschlüsselt: Der Browser wird Kamera und Mikrofon verweigern
caution-signs-in-in-browser = Der Browser wird nach der Anmeldung fragen

# Was das Tastenkürzel tut, wie die Arbeitsumgebung es zeigt.
shortcut-join-next = Der nächsten Besprechung beitreten

program-broke = OpenMeetings Launcher hat einen Fehler und ist abgebrochen, bei { $place }. Starten Sie ihn neu; bricht er wieder ab, melden Sie diese Zeile, in der nichts von Ihnen steht
