"""A desk of its own for the real program: an X server, real keys, and pictures of what is on the screen."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any

from benchmarks.screen import VirtualScreen

PATIENCE_SECONDS = 30.0
_LOOK_EVERY_SECONDS = 0.1
_PAGE_ENDS = "Bengkel CRM"


def until(happened: Callable[[], bool], what: str) -> None:
    """Wait until something is true on the other side.

    Raises:
        AssertionError: it did not become true in time.
    """
    pause = Event()
    # Looking takes its time too, above all on a busy machine.
    end = monotonic() + PATIENCE_SECONDS
    while not happened():
        assert monotonic() < end, f"never happened: {what}"
        pause.wait(_LOOK_EVERY_SECONDS)


class Desktop:
    """One X server with one window of the program at a time."""

    def __init__(self, size: str, data: Path) -> None:
        self._data = data
        self._window: subprocess.Popen[bytes] | None = None
        self._page = ""
        self._screen = VirtualScreen(size)
        self.display = self._screen.display

    def _environment(self, **more: str) -> dict[str, str]:
        wanted = {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "BENGKEL_CRM_DATA": str(self._data)}
        return {**os.environ, **wanted, **more}

    def open(
        self, database: Path, *, program: Sequence[str] = ("-m", "bengkel_crm"), **environment: str
    ) -> None:
        """Open the program's window on a shop file and wait until its page has been painted."""
        self._window = subprocess.Popen(
            [sys.executable, *program, "--database", str(database)],
            env=self._environment(**environment),
        )
        until(lambda: len(self.windows()) > 0, "the window")
        self._page = self.windows()[0]
        until(lambda: self.colours() > 50, "the first paint")
        self._tool("mousemove", "640", "420")
        self.await_page()

    def windows(self) -> list[str]:
        """Return the ids of the program's windows that can be seen."""
        found = self._tool("search", "--onlyvisible", "--class", "bengkel", check=False)
        return found.split()

    def await_form(self) -> None:
        """Wait for a form over the page."""
        until(self.has_form, "a form over the page")

    def open_form(self, key: str) -> None:
        """Press the key of a form and wait until it is there."""
        self.press(key)
        self.await_form()

    def open_dialog(self, key: str) -> None:
        """Press a key until its dialog has the keys: a list that is still read does not answer yet."""

        def asked() -> bool:
            if len(self.windows()) == 1:
                self.press(key)
            others = [window for window in self.windows() if window != self._page]
            return self._tool("getwindowfocus", check=False).strip() in others

        until(asked, f"the dialog of {key}")

    def has_form(self) -> bool:
        """Tell whether a form is in front: the window is called by it then."""
        name = self._tool("getwindowname", self._page, check=False).strip()
        return bool(name) and not name.endswith(_PAGE_ENDS)

    def await_page(self) -> None:
        """Wait until no form and no dialog is open, and give the page the keys as a window manager would."""
        until(lambda: len(self.windows()) == 1 and not self.has_form(), "the form gone")
        self._tool("windowfocus", "--sync", self.windows()[0])

    def act(self, *words: str) -> None:
        """Do many things in one go, as fast as they say: xdotool's own commands, one after the other."""
        self._tool(*words)

    def press(self, *keys: str) -> None:
        """Press keys by name, one after the other: "Return", "ctrl+Return", "F2"."""
        self._tool("key", "--clearmodifiers", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        """Type a text as fast as a quick clerk."""
        self._tool("type", "--delay", "25", text)

    def picture(self, to: Path) -> Path:
        """Write a picture of the whole screen and return its path."""
        subprocess.run(
            ["import", "-window", "root", str(to)],
            env=self._environment(),
            check=True,
            timeout=PATIENCE_SECONDS,
        )
        return to

    def colours(self) -> int:
        """Return how many different colours are on the screen: a bare one has a handful."""
        picture = self._data.parent / "look.png"
        self.picture(picture)
        told = subprocess.run(
            ["identify", "-format", "%k", str(picture)], capture_output=True, text=True, check=True
        )
        return int(told.stdout)

    def signal(self, name: str) -> None:
        """Send the program the signal of that name and move the mouse: it is answered with the next event."""
        os.kill(self.process_id(), signal.Signals[name])
        self._tool("mousemove_relative", "3", "3")

    def process_id(self) -> int:
        assert self._window is not None
        return self._window.pid

    def kill(self) -> None:
        """Pull the plug on the program."""
        assert self._window is not None
        self._window.kill()
        self._window.wait(PATIENCE_SECONDS)

    def close(self) -> int:
        """Close the window as a user would and return the program's exit code."""
        assert self._window is not None
        self.press("ctrl+q")
        return self._window.wait(PATIENCE_SECONDS)

    def shut_down(self) -> None:
        """Take the desk down, whatever is still on it."""
        if self._window is not None and self._window.poll() is None:
            self._window.kill()
            self._window.wait(PATIENCE_SECONDS)
        self._screen.shut_down()

    def _tool(self, *words: str, check: bool = True) -> str:
        told = subprocess.run(
            ["xdotool", *words],
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        assert not check or told.returncode == 0, told.stderr
        return told.stdout


def ask(database: Path, *words: str) -> Any:
    """Return what the command line says of the same file, beside the open window."""
    told = subprocess.run(
        [sys.executable, "-m", "bengkel_crm", *words, "--json", "--database", str(database)],
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE_SECONDS,
    )
    return json.loads(told.stdout)
