"""From nothing to a painted window, against an empty one: each start is a process of its own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, ratio, take_turns
from benchmarks.screen import VirtualScreen

_ROUNDS = 5
# What the first paint does without: the action that needs them loads them.
_LATE = ("reportlab", "openpyxl", "peewee", "sqlcipher3", "phonenumbers", "segno", "pypdfium2", "PIL")

_EMPTY = """
import os, sys
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        super().paintEvent(event)
        os.write(1, b"[]\\n")
        os._exit(0)

application = QApplication(sys.argv[:2])
window = Window()
window.resize(1366, 768)
window.show()
application.exec()
"""

# The program itself, told to stop when its window is painted: before its first page is built, or after that
# page is painted too.
_PROGRAM = """
import json, os, sys
from PySide6.QtCore import QTimer
from bengkel_crm.ui.window.main_window import MainWindow

def paint(self, event):
    if not self._painted:
        # Rail and status are painted in the same turn of the event loop, after the window itself.
        QTimer.singleShot(0, self, lambda: stop(self))
    paint_window(self, event)

def stop(window):
    if {after_the_page}:
        window.front_page().repaint()
    early = sorted({{name.partition(".")[0] for name in sys.modules}})
    os.write(1, json.dumps(early).encode() + b"\\n")
    os._exit(0)

paint_window, MainWindow.paintEvent = MainWindow.paintEvent, paint
from bengkel_crm.__main__ import main
sys.exit(main())
"""


def measure(folder: Path) -> list[Figure]:
    """Measure offscreen, and under a virtual X server where there is one."""
    figures = _on("offscreen", {"QT_QPA_PLATFORM": "offscreen"}, folder)
    if shutil.which("Xvfb"):
        with VirtualScreen() as screen:
            figures += _on("X11", {"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen.display}, folder)[:2]
    return figures


def _on(name: str, platform: dict[str, str], folder: Path) -> list[Figure]:
    environment = {**os.environ, **platform, "BENGKEL_CRM_DATA": str(folder)}
    # An installed program has its modules compiled; from the first round on these have too.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    early: list[str] = []

    def run(code: str) -> str:
        command = [sys.executable, "-c", code]
        return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout

    def start_program(_: Any) -> None:
        early[:] = json.loads(run(_PROGRAM.format(after_the_page=False)))

    def start_with_page(_: Any) -> None:
        run(_PROGRAM.format(after_the_page=True))

    def start_empty(_: Any) -> None:
        run(_EMPTY)

    take_turns(range(1), start_program, start_empty)
    ours, empty = take_turns(range(_ROUNDS), start_program, start_empty)
    (whole,) = take_turns(range(_ROUNDS // 2), start_with_page)
    loaded = [late for late in _LATE if late in early]
    return [
        ratio(f"start to painted window, {name}", ours, empty, 1.5, "an empty window"),
        ratio(f"start to painted counter, {name}", whole, empty, None, "an empty window"),
        Figure("heavy imports before the first paint", len(loaded), 0, "modules", ", ".join(loaded)),
    ]
