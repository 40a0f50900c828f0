; The window needs WebView2, which Windows 11 has and most of Windows 10 have got.

!define RUNTIME "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"

; Sets $0 to the version of WebView2, or to nothing.
Function LookForWebView
  ReadRegStr $0 HKLM "Software\WOW6432Node\${RUNTIME}" pv
  ${If} $0 == ""
    ReadRegStr $0 HKCU "Software\${RUNTIME}" pv
  ${EndIf}
  ; It was removed.
  ${If} $0 == "0.0.0.0"
    StrCpy $0 ""
  ${EndIf}
FunctionEnd

; Without it, links, tray and command line work all the same: nothing fails.
Function EnsureWebView
  Call LookForWebView
  ${If} $0 != ""
    Return
  ${EndIf}
  ; Packed in and nowhere else: what lies beside the installer may be anybody's.
  !ifdef WEBVIEW2
    InitPluginsDir
    File "/oname=$PLUGINSDIR\webview2.exe" "${WEBVIEW2}"
    ExecWait '"$PLUGINSDIR\webview2.exe" /silent /install'
  !endif
  Call LookForWebView
  ${If} $0 == ""
    DetailPrint "$(NoWebView)"
    MessageBox MB_ICONINFORMATION "$(NoWebView)" /SD IDOK
  ${EndIf}
FunctionEnd
