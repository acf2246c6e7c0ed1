# The service option of the installer: a home for everybody in %ProgramData%, and a task that Windows starts with itself under
# the account that may do least (Local Service). Run by the installer, as an administrator: service.ps1 <program>.
param([Parameter(Mandatory)][string] $Program)
$ErrorActionPreference = 'Stop'

$folder = Join-Path $env:ProgramData 'Tillbridge'
New-Item -ItemType Directory -Force -Path $folder | Out-Null

# Anybody may make a folder there before we do, and who made it could give himself every right to it again.
function Invoke-Icacls { & "$env:SystemRoot\System32\icacls.exe" @args | Out-Null; if ($LASTEXITCODE -ne 0) { throw "icacls: $LASTEXITCODE" } }
Invoke-Icacls $folder /setowner '*S-1-5-32-544' /T /L /Q
Invoke-Icacls $folder /reset /T /L /Q
# Customers' data: for administrators, the system, the service, and the person at this computer; for nobody else.
Invoke-Icacls $folder /inheritance:r /grant:r '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-18:(OI)(CI)F' '*S-1-5-19:(OI)(CI)M' /Q
# Whoever installs may be an administrator who lent a password: the person is the one who is logged in.
$person = (Get-CimInstance -ClassName Win32_ComputerSystem).UserName
if ($person) { Invoke-Icacls $folder /grant "${person}:(OI)(CI)M" /Q }
[Environment]::SetEnvironmentVariable('TILLBRIDGE_HOME', $folder, 'Machine')

$task = @{
  TaskName  = 'Tillbridge'
  Action    = New-ScheduledTaskAction -Execute $Program -Argument "--service --disable-gpu `"--home=$folder`""
  Trigger   = New-ScheduledTaskTrigger -AtStartup
  Principal = New-ScheduledTaskPrincipal -UserId 'LOCALSERVICE' -LogonType ServiceAccount
  # What Windows gives a task by itself is for short work: three days at most, on mains alone, and never again after a mistake.
  Settings  = New-ScheduledTaskSettingsSet -ExecutionTimeLimit ([TimeSpan]::Zero) -AllowStartIfOnBatteries `
    -DontStopIfGoingOnBatteries -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) -MultipleInstances IgnoreNew
}
$task.Trigger.Delay = 'PT1M'
Register-ScheduledTask @task -Force | Out-Null
Start-ScheduledTask -TaskName 'Tillbridge'
