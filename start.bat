@echo off
rem Make the program's own environment when it is missing or out of date, then run the program in it.
rem
rem   .\start.bat                        open the window (a double-click does the same)
rem   .\start.bat lookup B3472KZR ...    any command of bengkel-crm
rem   .\start.bat test [pytest's words]  run the tests
setlocal EnableExtensions DisableDelayedExpansion

set "HERE=%~dp0"
set "EXTRA="
if /i "%~1"=="test" set "EXTRA=test"
rem Another program's Python settings are not ours.
set "PYTHONPATH="
set "PYTHONHOME="
set "PIP_USER=0"
rem The names of folders may have letters that the computer's own code pages lack.
set "PYTHONUTF8=1"

call :choose_venv
call :is_ready
if not errorlevel 1 goto run
call :prepare
if errorlevel 1 goto failed

:run
if defined EXTRA goto tests
if "%~1"=="" goto window
"%VENV%\Scripts\python.exe" -P -m bengkel_crm %*
exit /b %ERRORLEVEL%

:window
rem pythonw has no console of its own, so this one may close.
start "" "%VENV%\Scripts\pythonw.exe" -P -m bengkel_crm
exit /b 0

:tests
set "WORDS="
:next_word
shift
if "%~1"=="" goto run_tests
set WORDS=%WORDS% %1
goto next_word
:run_tests
set "QT_QPA_PLATFORM=offscreen"
pushd "%HERE%"
"%VENV%\Scripts\python.exe" -P -m pytest -m "not journey" --ignore=tests/test_start.py%WORDS%
set "CODE=%ERRORLEVEL%"
popd
exit /b %CODE%

:failed
rem After a double-click the reason would vanish together with this window.
if "%~1"=="" pause
exit /b 1


rem The environment lives in the checkout; where that is not ours to write, or lies so deep that the names of its
rem files would be longer than Windows allows, in the user's own folder.
:choose_venv
set "DEEP=%HERE:~75,1%"
if defined DEEP goto elsewhere
set "VENV=%HERE%.venv"
if not exist "%VENV%\" mkdir "%VENV%" 2>nul
copy /y nul "%VENV%\writable" >nul 2>&1
if exist "%VENV%\writable" goto may_write
:elsewhere
set "VENV=%LOCALAPPDATA%\Bengkel CRM\venv"
exit /b 0
:may_write
del "%VENV%\writable"
exit /b 0


rem Succeeds when the environment is complete, works, was made here from these very files, and holds what the
rem tests need where they are asked for. made-from-place is written last: what was broken off has none.
:is_ready
if not exist "%VENV%\Scripts\python.exe" exit /b 1
if not exist "%VENV%\made-from-place" exit /b 1
fc /b "%HERE%pyproject.toml" "%VENV%\made-from-pyproject" >nul 2>&1
if errorlevel 1 exit /b 1
fc /b "%HERE%constraints.txt" "%VENV%\made-from-constraints" >nul 2>&1
if errorlevel 1 exit /b 1
if not defined EXTRA goto works
if not exist "%VENV%\made-with-%EXTRA%" exit /b 1
:works
rem cmd reads and writes files in a code page that lacks letters; Python does not, and shows that it works.
"%VENV%\Scripts\python.exe" -c "import os, pathlib, sys; sys.exit(pathlib.Path(os.environ['VENV'], 'made-from-place').read_text('utf-8', 'replace').strip().strip(chr(34)) != os.environ['HERE'])" >nul 2>&1
if not "%ERRORLEVEL%"=="0" exit /b 1
exit /b 0


:prepare
call :find_python
if errorlevel 1 exit /b 1
echo Menyiapkan Bengkel CRM, hanya sekali dan beberapa menit ...
echo Getting Bengkel CRM ready, once and for some minutes ...
set "WITH=%EXTRA%"
if exist "%VENV%\made-with-test" set "WITH=test"
rem What is in use can not be renamed, and is then still whole.
if exist "%VENV%-old\" rmdir /s /q "%VENV%-old"
if exist "%VENV%\" move "%VENV%" "%VENV%-old" >nul 2>&1
if exist "%VENV%\" goto in_use
if exist "%VENV%-old\" rmdir /s /q "%VENV%-old"
%PYTHON% -m venv "%VENV%"
if not "%ERRORLEVEL%"=="0" exit /b 1
set "PROJECT=."
if defined WITH set "PROJECT=.[%WITH%]"
set "FROM="
if exist "%HERE%wheelhouse\" set "FROM=--no-index --find-links wheelhouse"
pushd "%HERE%"
"%VENV%\Scripts\python.exe" -m pip install --disable-pip-version-check --no-input --constraint constraints.txt %FROM% --editable "%PROJECT%"
set "CODE=%ERRORLEVEL%"
popd
if not "%CODE%"=="0" goto not_installed
copy /y "%HERE%pyproject.toml" "%VENV%\made-from-pyproject" >nul
copy /y "%HERE%constraints.txt" "%VENV%\made-from-constraints" >nul
if defined WITH copy /y nul "%VENV%\made-with-%WITH%" >nul
"%VENV%\Scripts\python.exe" -c "import os, pathlib; pathlib.Path(os.environ['VENV'], 'made-from-place').write_text(os.environ['HERE'], 'utf-8')"
if not "%ERRORLEVEL%"=="0" exit /b 1
exit /b 0

:in_use
echo Tutup dahulu Bengkel CRM yang masih terbuka, lalu ulangi.
echo Please close Bengkel CRM where it is still open, then try again.
exit /b 1

:not_installed
echo Pemasangan gagal; keterangannya di atas. Tanpa internet, lihat packaging\README.md.
echo The installation failed; the reason is above. Without internet, see packaging\README.md.
exit /b 1


rem Set PYTHON to a command for a 64-bit Python that is new enough, the tested one first.
:find_python
set "PYTHON="
for %%V in (3.11 3.12 3.13 3.14) do if not defined PYTHON call :try_python py -%%V
if not defined PYTHON call :try_python python
if not defined PYTHON call :try_python python3
if defined PYTHON exit /b 0
echo Bengkel CRM memerlukan Python 3.11 atau yang lebih baru (64 bit) dari python.org, bukan dari Microsoft Store. Pasang Python, lalu ulangi.
echo Bengkel CRM needs Python 3.11 or newer (64 bit) from python.org, not from the Microsoft Store. Please install Python, then try again.
exit /b 1

:try_python
rem Python from the Store keeps what is written to the user's folders for itself, and takes it along when it goes.
%* -I -c "import sys; sys.exit(not (sys.version_info >= (3, 11) and sys.maxsize > 2**32 and 'WindowsApps' not in sys.base_prefix))" >nul 2>&1
if "%ERRORLEVEL%"=="0" set "PYTHON=%*"
exit /b 0
