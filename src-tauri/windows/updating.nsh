; An update of a launcher that is there: it stays where it is, and nobody is asked again.

!include FileFunc.nsh

Var Updating
Var StartAfter

!macro IsGiven switch into
  ClearErrors
  ${GetOptions} $0 "${switch}" $1
  ${If} ${Errors}
    StrCpy ${into} no
  ${Else}
    StrCpy ${into} yes
  ${EndIf}
!macroend

Function ReadUpdating
  ${GetParameters} $0
  !insertmacro IsGiven "/P" $Updating
  !insertmacro IsGiven "/R" $StartAfter
  ${If} $Updating == yes
    SetAutoClose true
  ${EndIf}
FunctionEnd

; A second installation elsewhere would leave the first one behind: it is registered once.
Function SkipIfInstalled
  ReadRegStr $0 HKCU "${UNINSTALL}" InstallLocation
  ${If} $Updating == yes
  ${OrIf} $0 != ""
    Abort
  ${EndIf}
FunctionEnd

Function SkipIfUpdating
  ${If} $Updating == yes
    Abort
  ${EndIf}
FunctionEnd
