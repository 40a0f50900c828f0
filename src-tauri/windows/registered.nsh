; What Windows knows of the launcher, all of it for this person only.

!define CLASSES "Software\Classes"
!define SCHEME "${CLASSES}\openmeetings"
!define INVITATION "OpenMeetingsLauncher.Invitation"
!define APP_PATHS "Software\Microsoft\Windows\CurrentVersion\App Paths"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define RUN_APPROVED "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
; The sender of notifications.
!define SENDER "${CLASSES}\AppUserModelId\${IDENTIFIER}"
!define SENDER_CHOICES \
  "Software\Microsoft\Windows\CurrentVersion\Notifications\Settings\${IDENTIFIER}"

; Behind `--` nothing is an option, whatever stands in a link.
!define OPEN '"$INSTDIR\openmeetings-launcher.exe" --hidden -- "%1"'

!define SHCNE_ASSOCCHANGED 0x08000000

!macro OpenedWith key
  WriteRegStr HKCU "${key}\DefaultIcon" "" '"$INSTDIR\openmeetings-launcher.exe",0'
  WriteRegStr HKCU "${key}\shell\open\command" "" '${OPEN}'
!macroend

!macro Found program
  WriteRegStr HKCU "${APP_PATHS}\${program}" "" "$INSTDIR\${program}"
  WriteRegStr HKCU "${APP_PATHS}\${program}" Path "$INSTDIR"
!macroend

!macro TellShell
  System::Call 'shell32::SHChangeNotify(i ${SHCNE_ASSOCCHANGED}, i 0, p 0, p 0)'
!macroend

Function Register
  WriteRegStr HKCU "${SCHEME}" "" "URL:${NAME}"
  WriteRegStr HKCU "${SCHEME}" "URL Protocol" ""
  !insertmacro OpenedWith "${SCHEME}"

  ; One among those that open an .ics, and never the one that does by itself.
  WriteRegStr HKCU "${CLASSES}\${INVITATION}" "" "$(Invitation)"
  !insertmacro OpenedWith "${CLASSES}\${INVITATION}"
  WriteRegStr HKCU "${CLASSES}\.ics\OpenWithProgids" "${INVITATION}" ""

  WriteRegStr HKCU "${SENDER}" DisplayName "${NAME}"
  WriteRegStr HKCU "${SENDER}" IconUri "$INSTDIR\openmeetings-launcher.png"

  !insertmacro Found openmeetings-launcher.exe
  !insertmacro Found openmeetings.exe

  WriteRegStr HKCU "${UNINSTALL}" DisplayName "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" DisplayVersion "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" Publisher "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL}" URLInfoAbout "${HOMEPAGE}"
  WriteRegStr HKCU "${UNINSTALL}" DisplayIcon '"$INSTDIR\openmeetings-launcher.exe",0'
  WriteRegStr HKCU "${UNINSTALL}" InstallLocation "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" EstimatedSize ${KIBIBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" NoModify 1
  WriteRegDWORD HKCU "${UNINSTALL}" NoRepair 1
  !insertmacro TellShell
FunctionEnd

Function un.Unregister
  DeleteRegKey HKCU "${SCHEME}"
  DeleteRegKey HKCU "${CLASSES}\${INVITATION}"
  DeleteRegValue HKCU "${CLASSES}\.ics\OpenWithProgids" "${INVITATION}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.ics\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.ics"
  DeleteRegKey HKCU "${SENDER}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\AppUserModelId"
  DeleteRegKey HKCU "${SENDER_CHOICES}"
  DeleteRegKey HKCU "${APP_PATHS}\openmeetings-launcher.exe"
  DeleteRegKey HKCU "${APP_PATHS}\openmeetings.exe"
  DeleteRegKey /ifempty HKCU "${APP_PATHS}"
  ; Written by the launcher, when the person wants it to start with the session.
  DeleteRegValue HKCU "${RUN}" "${NAME}"
  DeleteRegValue HKCU "${RUN_APPROVED}" "${NAME}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey /ifempty HKCU "Software\Microsoft\Windows\CurrentVersion\Uninstall"
  !insertmacro TellShell
FunctionEnd
