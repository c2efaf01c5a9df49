; What the installer tells Windows beside starting the program: `footing://` links, and "Open in Footing" on folders named "….footing".
; Windows has no types of folders, so the entry is a verb of all folders that shows itself on these alone. Both are written where the program is
; installed (this user or all), and taken away with it. "--" ends the options: a link or a folder can't be read as one.

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\footing" "" "URL:Footing"
  WriteRegStr SHELL_CONTEXT "Software\Classes\footing" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\footing\DefaultIcon" "" '"$appExe",0'
  WriteRegStr SHELL_CONTEXT "Software\Classes\footing\shell\open\command" "" '"$appExe" -- "%1"'
  WriteRegStr SHELL_CONTEXT "Software\Classes\Directory\shell\Footing" "MUIVerb" "Open in Footing"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Directory\shell\Footing" "Icon" '"$appExe",0'
  WriteRegStr SHELL_CONTEXT "Software\Classes\Directory\shell\Footing" "AppliesTo" 'System.FileName:~>".footing"'
  WriteRegStr SHELL_CONTEXT "Software\Classes\Directory\shell\Footing\command" "" '"$appExe" -- "%V"'
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey SHELL_CONTEXT "Software\Classes\footing"
    DeleteRegKey SHELL_CONTEXT "Software\Classes\Directory\shell\Footing"
  ${endIf}
!macroend
