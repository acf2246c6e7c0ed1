; The service option: Tillbridge also runs while nobody is logged in, as a task that Windows starts with itself, under
; the account that may do least (Local Service). Chosen in the installer, or with /SERVICE for a silent one; service.ps1 does
; it. The home is then %ProgramData%\Tillbridge, and TILLBRIDGE_HOME says so to everybody; secrets come from
; TILLBRIDGE_SECRET_… of the machine, since no account reads another's keychain.

!include LogicLib.nsh
!include FileFunc.nsh

!ifndef BUILD_UNINSTALLER
!macro customHeader
  LangString askService 1033 "Run Tillbridge also while nobody is logged in?$\r$\n$\r$\nChoose No for a computer that somebody is always logged in to. It can be changed by installing again."
  LangString askService 1031 "Soll Tillbridge auch laufen, wenn niemand angemeldet ist?$\r$\n$\r$\nWählen Sie Nein, wenn an diesem Computer immer jemand angemeldet ist. Sie können es ändern, indem Sie noch einmal installieren."
  LangString noService 1033 "Tillbridge is installed, but Windows did not take it as a task that runs while nobody is logged in. Install it again as an administrator, or log in and leave it running."
  LangString noService 1031 "Tillbridge ist installiert, aber Windows hat die Aufgabe nicht angenommen, die es ohne Anmeldung laufen lässt. Installieren Sie noch einmal als Administrator, oder melden Sie sich an und lassen Sie es laufen."
!macroend

!macro customInstall
  ${if} ${isUpdated}
    ; The update has ended the service, if there is one, and Windows would not start it before the next start of the computer.
    nsExec::Exec '"$SYSDIR\schtasks.exe" /Run /TN Tillbridge'
    Pop $R0
  ${else}
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/SERVICE" $R1
    ${if} ${Errors}
      MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(askService)" /SD IDNO IDYES service
      ${ifNot} ${Silent}
        ; Somebody said no: a service of an earlier installation ends. Its home stays where it is.
        nsExec::Exec '"$SYSDIR\schtasks.exe" /End /TN Tillbridge'
        Pop $R0
        nsExec::Exec '"$SYSDIR\schtasks.exe" /Delete /F /TN Tillbridge'
        Pop $R0
      ${endIf}
      Goto installed
    ${endIf}
    service:
      File "/oname=$PLUGINSDIR\service.ps1" "${BUILD_RESOURCES_DIR}\service.ps1"
      ; Both paths go by way of the environment: whatever stands in them, they are no command.
      System::Call 'kernel32::SetEnvironmentVariable(t "TILLBRIDGE_SCRIPT", t "$PLUGINSDIR\service.ps1")'
      System::Call 'kernel32::SetEnvironmentVariable(t "TILLBRIDGE_PROGRAM", t "$INSTDIR\${APP_EXECUTABLE_FILENAME}")'
      ; Read and run as text: a policy that forbids script files does not mean an installer.
      nsExec::Exec '"$SYSDIR\WindowsPowerShell\v1.0\powershell.exe" -NoProfile -NonInteractive -Command "& ([ScriptBlock]::Create((Get-Content -Raw -LiteralPath $$env:TILLBRIDGE_SCRIPT))) -Program $$env:TILLBRIDGE_PROGRAM; exit 0"'
      Pop $R0
      ${if} $R0 != 0
        MessageBox MB_OK|MB_ICONEXCLAMATION "$(noService)" /SD IDOK
      ${endIf}
    installed:
  ${endIf}
!macroend
!endif

!macro customUnInstall
  ${ifNot} ${isUpdated}
    nsExec::Exec '"$SYSDIR\schtasks.exe" /End /TN Tillbridge'
    Pop $R0
    nsExec::Exec '"$SYSDIR\schtasks.exe" /Delete /F /TN Tillbridge'
    Pop $R0
  ${endIf}
!macroend
