; The installer: for the present user, without an administrator's password, in Indonesian and English.
;
; Given by build-windows: VERSION, NUMBERS (four), SCHEMA, WORK (icon, launchers, files, words), OUT, ROOM_KB.
Target amd64-unicode
Unicode true
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave off
CRCCheck force
ManifestDPIAware true
RequestExecutionLevel user
!include "MUI2.nsh"
!include "x64.nsh"
!include "WinVer.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"

!define NAME "Bengkel CRM"
!define PROGRAM "Bengkel CRM.exe"
!define COMMANDS "bengkel-crm.exe"
!define KEY "Software\Bengkel CRM"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Bengkel CRM"
!define SAMPLE "Bengkel CRM (contoh)"
!define DATA "$LOCALAPPDATA\Bengkel CRM"
; Windows 10 1809: older ones lack what the window's library calls.
!define OLDEST_BUILD 17763

Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Bengkel CRM"
InstallDirRegKey HKCU "${KEY}" "Folder"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT"

!define MUI_ICON "${WORK}/bengkel.ico"
!define MUI_UNICON "${WORK}/bengkel.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(DATA_STAY)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!include "${WORK}/words.nsh"

; Quietly asked, it answers by its exit code: 3 too old a Windows, 4 open, 5 no copy of the data, 6 no room, 7 older.
!macro REFUSE code words
  MessageBox MB_OK|MB_ICONSTOP "${words}" /SD IDOK
  SetErrorLevel ${code}
  Quit
!macroend

; A program that runs can not be written over: its own file refuses to be opened for writing.
!macro WAIT_UNTIL_CLOSED
  StrCpy $1 "${PROGRAM}"
  again:
  ClearErrors
  IfFileExists "$INSTDIR\$1" 0 next
  FileOpen $0 "$INSTDIR\$1" a
  IfErrors 0 free
  MessageBox MB_OKCANCEL|MB_ICONEXCLAMATION "$(STILL_OPEN)" /SD IDCANCEL IDOK again
  SetErrorLevel 4
  Quit
  free:
  FileClose $0
  next:
  StrCmp $1 "${COMMANDS}" closed
  StrCpy $1 "${COMMANDS}"
  Goto again
  closed:
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    !insertmacro REFUSE 3 "$(OLD_WINDOWS)"
  ${EndIf}
  ReadRegDWORD $0 HKCU "${KEY}" "Schema"
  ${If} $0 > ${SCHEMA}
    !insertmacro REFUSE 7 "$(OLDER_PROGRAM)"
  ${EndIf}
  ${GetRoot} "$INSTDIR" $0
  ${DriveSpace} "$0\" "/D=F /S=K" $1
  ${If} $1 != ""
  ${AndIf} $1 < ${ROOM_KB}
    !insertmacro REFUSE 6 "$(NO_ROOM)"
  ${EndIf}
FunctionEnd

; Whatever an upgrade does, the data are kept as they were: a verified copy, made by the program that is installed.
Function BackUp
  IfFileExists "${DATA}\bengkel.db" 0 done
  IfFileExists "$INSTDIR\${COMMANDS}" 0 done
  DetailPrint "$(BACKING_UP)"
  CreateDirectory "${DATA}\before-upgrade"
  ; A name of its own: no older copy goes for it. $2 day, $3 month, $4 year, $6 hour, $7 minute, $8 second.
  ${GetTime} "" "L" $2 $3 $4 $5 $6 $7 $8
  nsExec::Exec '"$INSTDIR\${COMMANDS}" backup "${DATA}\before-upgrade\bengkel-before-${VERSION}-$4$3$2-$6$7$8.db"'
  Pop $0
  StrCmp $0 "0" done
  !insertmacro REFUSE 5 "$(NO_COPY)"
  done:
FunctionEnd

Section
  !insertmacro WAIT_UNTIL_CLOSED
  Call BackUp
  ; What an upgrade left that was broken off: the program in "app" is whole, or the launcher takes another.
  IfFileExists "$INSTDIR\app\complete" 0 +2
  RMDir /r "$INSTDIR\app.old"
  IfFileExists "$INSTDIR\app\complete" 0 +2
  RMDir /r "$INSTDIR\app.new"
  RMDir /r "$INSTDIR\app.part"
  ClearErrors
  SetOutPath "$INSTDIR\app.part"
  !include "${WORK}/files.nsh"
  IfErrors 0 unpacked
  RMDir /r "$INSTDIR\app.part"
  !insertmacro REFUSE 6 "$(NO_ROOM)"
  unpacked:
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\app.new"
  Rename "$INSTDIR\app.part" "$INSTDIR\app.new"
  Rename "$INSTDIR\app" "$INSTDIR\app.old"
  Rename "$INSTDIR\app.new" "$INSTDIR\app"
  File "${WORK}/${PROGRAM}"
  File "${WORK}/${COMMANDS}"
  RMDir /r "$INSTDIR\app.old"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateDirectory "$SMPROGRAMS\${NAME}"
  CreateShortCut "$SMPROGRAMS\${NAME}\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  CreateShortCut "$SMPROGRAMS\${NAME}\${SAMPLE}.lnk" "$INSTDIR\${PROGRAM}" "--demo"
  CreateShortCut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${KEY}" "Folder" "$INSTDIR"
  WriteRegDWORD HKCU "${KEY}" "Schema" ${SCHEMA}
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  !insertmacro WAIT_UNTIL_CLOSED
  ; The shop's data stay where they are: ${DATA}
  RMDir /r "$SMPROGRAMS\${NAME}"
  Delete "$DESKTOP\${NAME}.lnk"
  RMDir /r "$INSTDIR\app"
  RMDir /r "$INSTDIR\app.new"
  RMDir /r "$INSTDIR\app.old"
  RMDir /r "$INSTDIR\app.part"
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\${COMMANDS}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${KEY}"
  DetailPrint "$(DATA_ARE_IN)"
  IfSilent +2
  MessageBox MB_OK|MB_ICONINFORMATION "$(DATA_ARE_IN)"
SectionEnd
