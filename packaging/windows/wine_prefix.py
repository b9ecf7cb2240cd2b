"""A Windows under Wine of its own, with a screen, in which the installed program is tried.

Wine 8 lacks two libraries and dies of one module of Python that Windows runs: those are put into the prefix,
this is taken out of the *installed copy*. The installer itself stays as it is.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOOLS = {
    "wine": "wine wine64",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "identify": "imagemagick",
    "pdftotext": "poppler-utils",
}
PATIENCE_SECONDS = 120
LOOK_EVERY_SECONDS = 0.2
LOOK_OFTEN_SECONDS = 0.02


def install_tools() -> bool:
    """Install what is missing; say loudly where that is not possible."""
    missing = [packages for tool, packages in TOOLS.items() if shutil.which(tool) is None]
    if not missing:
        return True
    install = ["apt-get", "-q", "-y", "--no-install-recommends", "install", *" ".join(missing).split()]
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run(["apt-get", "-q", "update"], check=False, **quiet)
    done = subprocess.run(install, check=False, **quiet).returncode == 0
    if not done:
        print(f"WINDOWS WAS NOT CHECKED: {' '.join(missing)} can not be installed here", file=sys.stderr)
    return done


class Wine:
    """One prefix, one screen, and the program in it."""

    def __init__(self, folder: Path, shots: Path | None) -> None:
        self.folder = folder
        self.shots = shots
        self.drive = folder / "prefix" / "drive_c"
        read, write = os.pipe()
        # Without a reset when the last client leaves, which would turn away who comes meanwhile.
        self._screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-noreset"],
            pass_fds=(write,),
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        self.env = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "BENGKEL"))},
            "WINEPREFIX": str(folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
            "LC_ALL": "C.UTF-8",
            "DISPLAY": display,
        }
        self._manager = subprocess.Popen(["openbox"], env=self.env, stderr=subprocess.DEVNULL)

    def stop(self) -> None:
        """End all that was started."""
        subprocess.run(["wineserver", "-k"], env=self.env, check=False)
        for process in (self._manager, self._screen):
            process.terminate()
            process.wait()

    @property
    def user(self) -> Path:
        """The folder of the user's own data."""
        (users,) = [path for path in (self.drive / "users").iterdir() if path.name != "Public"]
        return users / "AppData" / "Local"

    @property
    def program(self) -> Path:
        return self.user / "Programs" / "Bengkel CRM"

    def make(self) -> None:
        """Make the prefix, with what Wine 8 lacks beside Windows 10."""
        self.wine("wineboot", "-i")
        self.wine("winecfg", "-v", "win10")
        self.stay()
        system = self.drive / "windows" / "system32"
        for source in sorted((HERE / "wine").glob("*.c")):
            words = [
                "x86_64-w64-mingw32-gcc",
                "-shared",
                "-O1",
                "-o",
                system / f"{source.stem}.dll",
                source,
                "-ladvapi32",
            ]
            subprocess.run(words, check=True)

    def stay(self) -> None:
        """Keep this Windows running between two commands, which saves its start each time."""
        subprocess.run(["wineserver", "-p"], env=self.env, check=True)
        # Its own background programs would else hold open the pipe of the first command that comes.
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(["wine", "cmd", "/c", "exit"], env=self.env, check=True, **quiet)

    def pull_the_plug(self) -> None:
        """Kill all that runs in it, at once."""
        subprocess.run(["wineserver", "-k", str(int(signal.SIGKILL))], env=self.env, check=False)
        subprocess.run(["wineserver", "-w"], env=self.env, check=False)
        self.stay()

    def wine(self, *words: str | Path, expect: int = 0, **more: str) -> str:
        """Run a program to its end and return what it printed; its exit code must be the expected one."""
        # Through a pipe: Wine 8 gives Python no standard stream that is a file.
        ran = subprocess.run(
            ["wine", *map(str, words)],
            env={**self.env, **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        told = ran.stdout.decode("utf-8", "replace").replace("\r", "")
        assert ran.returncode == expect, f"exit code {ran.returncode} for {words[-3:]}: {told[-600:]}"
        return told

    def highest_megabytes(self, running: subprocess.Popen[bytes]) -> int:
        """Return how much memory one process of this prefix took at most until `running` ended."""
        highest = 0
        end = time.monotonic() + PATIENCE_SECONDS
        while running.poll() is None:
            assert time.monotonic() < end, "a command without end"
            highest = max(highest, *map(resident_bytes, self._processes()))
            time.sleep(LOOK_OFTEN_SECONDS)
        return highest >> 20

    def _processes(self) -> list[Path]:
        mark = f"WINEPREFIX={self.env['WINEPREFIX']}".encode()
        found = [Path("/proc/self")]
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if mark in (process / "environ").read_bytes().split(b"\0"):
                    found.append(process)
        return found

    def start(self, program: str, *words: str, **more: str) -> subprocess.Popen[bytes]:
        """Start the installed program without waiting for it; what it prints comes through a pipe."""
        return subprocess.Popen(
            ["wine", str(self.program / program), *words],
            env={**self.env, **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def command(self, *words: str, expect: int = 0, **more: str) -> str:
        """Run a command of the installed program."""
        return self.wine(self.program / "bengkel-crm.exe", *words, expect=expect, **more)

    def install(self, installer: Path, expect: int = 0) -> None:
        """Install silently, and take out of the installed copy what kills Wine 8."""
        self.wine(installer, "/S", expect=expect)
        (self.program / "app" / "_wmi.pyd").unlink(missing_ok=True)

    def open_window(self, *words: str) -> subprocess.Popen[bytes]:
        """Start the window and wait until it has its page."""
        process = self.start("Bengkel CRM.exe", *words)
        until(lambda: bool(self._windows("Bengkel CRM")), "a window of the program")
        until(lambda: self._colours() > 60, "its page")
        return process

    def _windows(self, name: str) -> list[str]:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", name],
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()

    def _colours(self) -> int:
        shot = subprocess.run(
            ["import", "-window", "root", "png:-"], env=self.env, capture_output=True, check=True
        ).stdout
        counted = subprocess.run(
            ["identify", "-format", "%k", "-"], input=shot, capture_output=True, check=True
        )
        return int(counted.stdout)

    def type(self, text: str) -> None:
        subprocess.run(["xdotool", "type", "--delay", "40", text], env=self.env, check=True)

    def press(self, *keys: str) -> None:
        subprocess.run(["xdotool", "key", "--delay", "60", *keys], env=self.env, check=True)

    def keep_screenshot(self, name: str) -> None:
        if self.shots is not None:
            self.shots.mkdir(parents=True, exist_ok=True)
            subprocess.run(
                ["import", "-window", "root", self.shots / f"{name}.png"], env=self.env, check=True
            )

    def await_title(self, words: str) -> None:
        until(lambda: bool(self._windows(words)), f"a title with {words!r}")


def resident_bytes(process: Path) -> int:
    """Return what a process holds in memory now, 0 when it is gone."""
    with suppress(OSError, IndexError):
        return int((process / "statm").read_bytes().split()[1]) * os.sysconf("SC_PAGESIZE")
    return 0


def until(happened: Callable[[], bool], what: str) -> None:
    """Wait until something is so; raises AssertionError when it is not in time."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not happened():
        assert time.monotonic() < end, f"never happened: {what}"
        time.sleep(LOOK_EVERY_SECONDS)
