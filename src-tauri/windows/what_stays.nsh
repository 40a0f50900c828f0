; What is removed with the programs: everything, unless settings and passwords are to
; stay for the next installation. Lists, logs and what the web view keeps go always.

!include FileFunc.nsh

Var KeepSettings
Var KeepBox

Function un.ReadWhatStays
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/KEEPSETTINGS" $1
  ${If} ${Errors}
    StrCpy $KeepSettings no
  ${Else}
    StrCpy $KeepSettings yes
  ${EndIf}
FunctionEnd

Function un.AskWhatStays
  !insertmacro MUI_HEADER_TEXT "$(RemoveTitle)" "$(RemoveSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${If} $0 == error
    Abort
  ${EndIf}
  ${NSD_CreateLabel} 0 0 100% 36u "$(RemoveText)"
  Pop $0
  ${NSD_CreateCheckbox} 0 44u 100% 12u "$(RemoveKeep)"
  Pop $KeepBox
  ${If} $KeepSettings == yes
    ${NSD_Check} $KeepBox
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function un.NoteWhatStays
  ${NSD_GetState} $KeepBox $0
  ${If} $0 == ${BST_CHECKED}
    StrCpy $KeepSettings yes
  ${Else}
    StrCpy $KeepSettings no
  ${EndIf}
FunctionEnd

; While the command line is still there: it knows which passwords are ours.
Function un.ForgetSettings
  ${If} $KeepSettings == no
    nsExec::Exec '"$INSTDIR\openmeetings.exe" profile remove --all'
    Pop $0
    ${If} $0 != 0
      MessageBox MB_ICONINFORMATION "$(PasswordsStay)" /SD IDOK
    ${EndIf}
    RMDir /r "$APPDATA\openmeetings\openmeetings-launcher"
    RMDir /r "$APPDATA\${IDENTIFIER}"
  ${EndIf}
  RMDir "$APPDATA\openmeetings"
  RMDir /r "$LOCALAPPDATA\openmeetings\openmeetings-launcher"
  RMDir "$LOCALAPPDATA\openmeetings"
  RMDir /r "$LOCALAPPDATA\${IDENTIFIER}"
FunctionEnd
