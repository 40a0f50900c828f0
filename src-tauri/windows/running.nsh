; Programs that run cannot be written over: whoever runs is asked to end.

; A join that goes on is finished first, which takes 10 s at most.
!define LOOKS 100
!define BETWEEN_LOOKS 200

; The launcher ran before, and is to run after.
Var DidRun

; Jumps to `taken` if a program of ours runs.
!macro JumpIfTaken program taken
  ${If} ${FileExists} "$INSTDIR\${program}"
    ClearErrors
    FileOpen $1 "$INSTDIR\${program}" a
    IfErrors ${taken}
    FileClose $1
  ${EndIf}
!macroend

!macro Running un
; Sets $0 to `yes` while the launcher or its command line runs.
Function ${un}LookWhoRuns
  StrCpy $0 yes
  !insertmacro JumpIfTaken openmeetings-launcher.exe taken
  !insertmacro JumpIfTaken openmeetings.exe taken
  StrCpy $0 no
  taken:
FunctionEnd

; Asks the launcher to end, and waits until it has. Ends this program if it does not.
Function ${un}EndLauncher
  Call ${un}LookWhoRuns
  !if "${un}" == ""
    StrCpy $DidRun $0
  !endif
  ${If} $0 == no
    Return
  ${EndIf}
  again:
  nsExec::Exec '"$INSTDIR\openmeetings.exe" quit'
  Pop $0
  ${For} $2 1 ${LOOKS}
    Call ${un}LookWhoRuns
    ${If} $0 == no
      Return
    ${EndIf}
    Sleep ${BETWEEN_LOOKS}
  ${Next}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(StillRuns)" /SD IDCANCEL IDRETRY again
  SetErrorLevel ${STATUS_RUNNING}
  Quit
FunctionEnd
!macroend

!insertmacro Running ""
!insertmacro Running "un."
