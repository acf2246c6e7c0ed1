; The service option: Tillbridge also runs while nobody is logged in, as a task that Windows starts with itself, under
; the account that may do least (Local Service). Chosen in the installer, or with /SERVICE for a silent one. The home is then
; %ProgramData%\Tillbridge, and TILLBRIDGE_HOME says so to everybody; secrets come from TILLBRIDGE_SECRET_… of the machine,
; since no account reads another's keychain.

!include LogicLib.nsh
!include FileFunc.nsh

!macro customInstall
  ${ifNot} ${isUpdated}
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/SERVICE" $R1
    ${if} ${Errors}
      MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Run Tillbridge also while nobody is logged in?$\r$\n$\r$\nChoose No for a computer that somebody is always logged in to. It can be changed by installing again." /SD IDNO IDYES service IDNO noService
    ${endIf}
    service:
      ReadEnvStr $R2 PROGRAMDATA
      CreateDirectory "$R2\Tillbridge"
      ; Customers' data: for administrators, the service, and whoever installs it.
      nsExec::Exec 'icacls "$R2\Tillbridge" /inheritance:r /grant *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-19:(OI)(CI)M'
      ReadEnvStr $R3 USERNAME
      nsExec::Exec 'icacls "$R2\Tillbridge" /grant "$R3:(OI)(CI)M"'
      nsExec::Exec 'setx TILLBRIDGE_HOME "$R2\Tillbridge" /M'
      nsExec::Exec 'schtasks /Create /F /TN Tillbridge /SC ONSTART /DELAY 0001:00 /RU "NT AUTHORITY\LocalService" /TR "\"$INSTDIR\${APP_EXECUTABLE_FILENAME}\" --service --disable-gpu --home=$R2\Tillbridge"'
    noService:
  ${endIf}
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    nsExec::Exec 'schtasks /End /TN Tillbridge'
    nsExec::Exec 'schtasks /Delete /F /TN Tillbridge'
  ${endIf}
!macroend
