@echo off
rem RailOps from a checkout on Windows: builds what has changed, then runs it. Leaves out the Python tests, notebooks and set-up of ./railops test.
setlocal
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "SERVER=%ROOT%\artifacts\server"
set "STAMP=%ROOT%\artifacts\server.stamp"
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"
set "DOTNET_NOLOGO=1"
set "MSBUILDDISABLENODEREUSE=1"
if not defined RAILOPS_DATA set "RAILOPS_DATA=%ROOT%\networks"
set "WORD=%~1"
if "%WORD%"=="" goto usage
if "%WORD%"=="-h" goto usage
if "%WORD%"=="--help" goto usage
if "%WORD%"=="help" if "%~2"=="" goto usage
if "%WORD%"=="test" goto test
if "%WORD%"=="bench" goto elsewhere
if "%WORD%"=="notebooks" goto elsewhere
if "%WORD%"=="or-tools" goto elsewhere

call :build || exit /b 1
if "%WORD%"=="up" goto up
dotnet "%SERVER%\railops.dll" %*
exit /b %ERRORLEVEL%

:up
rem %* keeps the first word; cut it off.
for /f "tokens=1,* delims= " %%a in ("%*") do set "REST=%%b"
dotnet "%SERVER%\railops.dll" serve %REST%
exit /b %ERRORLEVEL%

:build
powershell -NoProfile -Command "$s = Get-Item -LiteralPath $env:STAMP -ErrorAction SilentlyContinue; if (-not $s) { exit 1 }; $p = @('src', 'proto', 'Directory.Build.props', 'Directory.Packages.props', 'global.json') | ForEach-Object { Join-Path $env:ROOT $_ }; $n = Get-ChildItem -LiteralPath $p -Recurse -File | Where-Object { $_.FullName -notmatch '\\(bin|obj)\\' -and $_.LastWriteTimeUtc -gt $s.LastWriteTimeUtc } | Select-Object -First 1; if ($n) { exit 1 }"
if not errorlevel 1 exit /b 0
call :need_dotnet || exit /b 1
echo railops: building (only when sources changed) ... 1>&2
if not exist "%ROOT%\artifacts" mkdir "%ROOT%\artifacts"
type nul > "%STAMP%.next"
dotnet publish "%ROOT%\src\RailOps.Server" -c Release -o "%SERVER%" -v quiet -p:UseSharedCompilation=false 1>&2 || exit /b 1
move /y "%STAMP%.next" "%STAMP%" > nul
exit /b 0

:need_dotnet
dotnet --list-sdks 2> nul | findstr /b "10." > nul && exit /b 0
echo railops: the .NET 10 SDK is missing. Get it with: winget install Microsoft.DotNet.SDK.10  or from https://dotnet.microsoft.com/download/dotnet/10.0 1>&2
exit /b 1

:test
call :need_dotnet || exit /b 1
dotnet build "%ROOT%\RailOps.sln" -warnaserror -v quiet -p:UseSharedCompilation=false || exit /b 1
dotnet test "%ROOT%\RailOps.sln" --no-build
exit /b %ERRORLEVEL%

:elsewhere
echo railops: "%WORD%" is not offered on Windows; use ./railops %WORD% in WSL or on Linux or macOS. 1>&2
exit /b 1

:usage
echo usage: railops COMMAND [OPTIONS]
echo.
echo   assess TIMELINE, compare CASE CASE..., rank TIMELINE, maxflow SUBJECT --from A --to B, timelines [ID], scenarios TIMELINE,
echo   means TIMELINE, interdict, frontier, fortify TIMELINE --against SIDE --resource NAME=COUNT (or --graph FILE), maxflow --graph FILE,
echo   networks, formations, export TIMELINE, check [DIR], doctor, version
echo                      ask; answers in this process (--server HOST:PORT asks a running server)
echo   up                 start the server and say what to open
echo   test               build and run the .NET tests
echo   help COMMAND       all options of a command
echo.
echo Left out on Windows: bench, notebooks, and of test the set-up, the Python tests, the lint of the contract and the closing count.
echo Use ./railops in WSL, on Linux or on macOS for those.
exit /b 0
