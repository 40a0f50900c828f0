; The installer of OpenMeetings Launcher for one person, without an administrator.
;
; `cargo xtask dist nsis` calls makensis with what differs from build to build:
;   STUB                   what the installer is made from, as NSIS calls it
;   COMPRESSION            none for tests, the best for people
;   FILES, FORGET          what takes the files in, and what deletes them
;   OUTPUT                 the installer to write
;   VERSION, QUAD          as people and as Windows write it
;   KIBIBYTES              what is installed takes so much
;   ICON                   of the installer
;   WEBVIEW2 (optional)    Microsoft's installer of WebView2, to be packed in
;   SIGN (optional)        a command that signs the file whose path is put behind it
;
; Switches: /S asks nothing; /P only shows how far it is, and /R starts the launcher after
; that, as updates do; /D=FOLDER, the last one, installs there.
; Of the uninstaller: /S, and /KEEPSETTINGS for settings and passwords to stay.
; Exit statuses: 0 done, 1 cancelled, 2 failed, 3 the launcher did not end.

Target ${STUB}
ManifestSupportedOS Win10
ManifestDPIAware true
!if "${COMPRESSION}" == off
  SetCompress off
!else
  SetCompressor ${COMPRESSION}
!endif
RequestExecutionLevel user
; A program that could not be written over is the end: two versions must not be mixed.
AllowSkipFiles off

!include LogicLib.nsh
!include MUI2.nsh
!include nsDialogs.nsh
!include WinVer.nsh
!include x64.nsh

!define NAME "OpenMeetings Launcher"
!define PUBLISHER "The OpenMeetings Launcher developers"
!define HOMEPAGE "https://github.com/openmeetings-launcher/openmeetings-launcher"
!define IDENTIFIER "org.openmeetings.launcher"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\OpenMeetingsLauncher"

!define STATUS_RUNNING 3

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" InstallLocation
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${QUAD}"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME}"
VIAddVersionKey CompanyName "${PUBLISHER}"
VIAddVersionKey LegalCopyright "Apache-2.0"

!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\openmeetings-launcher.exe"
!define MUI_FINISHPAGE_NOAUTOCLOSE

!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipIfInstalled
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipIfUpdating
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.AskWhatStays un.NoteWhatStays
!insertmacro MUI_UNPAGE_INSTFILES

; The first one is for everybody whose language is not there.
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE German
!insertmacro MUI_LANGUAGE Arabic
!include "texts\en.nsh"
!include "texts\de.nsh"
!include "texts\ar.nsh"

!include "updating.nsh"
!include "running.nsh"
!include "registered.nsh"
!include "web_view.nsh"
!include "what_stays.nsh"

Function .onInit
  SetRegView 64
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "$(OldWindows)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  Call ReadUpdating
FunctionEnd

Function un.onInit
  SetRegView 64
  Call un.ReadWhatStays
FunctionEnd

Section
  Call EndLauncher
  SetOutPath "$INSTDIR"
  SetOverwrite on
  !include "${FILES}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\openmeetings-launcher.exe" \
    "" "$INSTDIR\openmeetings-launcher.exe" 0 SW_SHOWNORMAL "" "$(Comment)"
  Call Register
  Call EnsureWebView
  ${If} $StartAfter == yes
    Exec '"$INSTDIR\openmeetings-launcher.exe"'
  ${ElseIf} $DidRun == yes
    Exec '"$INSTDIR\openmeetings-launcher.exe" --hidden'
  ${EndIf}
SectionEnd

Section Uninstall
  Call un.EndLauncher
  Call un.ForgetSettings
  Call un.Unregister
  Delete "$SMPROGRAMS\${NAME}.lnk"
  !include "${FORGET}"
  Delete "$INSTDIR\uninstall.exe"
  ; What somebody else put there stays.
  RMDir "$INSTDIR"
  RMDir "$LOCALAPPDATA\Programs"
SectionEnd
