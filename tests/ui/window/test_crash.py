"""What happens when the program meets a mistake of its own."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.window.crash import CrashReporter
from bengkel_crm.ui.window.crash_dialog import CrashDialog
from tests.ui.seen import button, named
from tests.ui.shown_words import english_shown, recording, unnamed


@pytest.fixture
def log_file(tmp_path: Path) -> Path:
    return tmp_path / "logs" / "program.log"


@pytest.fixture
def reporter(qapp: QApplication, log_file: Path) -> Iterator[CrashReporter]:
    made = CrashReporter(log_file)
    made.install()
    yield made
    dialog = made.dialog()
    if dialog is not None:
        dialog.close()
    made.uninstall()


def crash(text: str) -> None:
    """Let an error fly as far as it can."""
    try:
        raise RuntimeError(text)
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_a_crash_is_told_and_written_down(qtbot: QtBot, reporter: CrashReporter, log_file: Path) -> None:
    crash("the oil is gone")
    qtbot.waitUntil(lambda: reporter.dialog() is not None)
    dialog = reporter.dialog()
    assert dialog is not None
    assert "the oil is gone" in dialog.details()
    assert "the oil is gone" in log_file.read_text(encoding="utf-8")


def test_crashes_in_a_row_share_one_dialog(qtbot: QtBot, reporter: CrashReporter) -> None:
    for number in range(20):
        crash(f"crash {number}.")
    qtbot.waitUntil(lambda: reporter.dialog() is not None and "crash 19." in reporter.dialog().details())
    open_dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog) and w.isVisible()]
    assert len(open_dialogs) == 1
    assert "crash 0." in open_dialogs[0].details()


def test_a_crash_in_another_thread_is_told_on_the_gui_thread(qtbot: QtBot, reporter: CrashReporter) -> None:
    thread = threading.Thread(target=crash, args=("from afar",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: reporter.dialog() is not None)


def test_an_uncaught_error_of_a_thread_is_told(qtbot: QtBot, reporter: CrashReporter) -> None:
    def fail() -> None:
        raise ValueError("thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: reporter.dialog() is not None)


def test_ctrl_c_is_no_crash(qtbot: QtBot, reporter: CrashReporter, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, error, trace: asked.append(kind))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert asked == [KeyboardInterrupt]
    assert reporter.dialog() is None


def test_what_qt_says_goes_to_the_log(reporter: CrashReporter, log_file: Path) -> None:
    qWarning("a widget sulks")
    assert "Qt: a widget sulks" in log_file.read_text(encoding="utf-8")


def test_a_log_that_can_not_be_written_does_not_stop_the_program(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    made = CrashReporter(tmp_path / "file" / "program.log")
    made.install()
    qWarning("still here")
    made.uninstall()


def test_the_details_can_be_shown_and_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog(Path("program.log"))
    qtbot.addWidget(dialog)
    dialog.add("Traceback …")
    button(dialog, "Salin rincian").click()
    assert QGuiApplication.clipboard().text() == "Traceback …"
    dialog.show()
    details = named(dialog, QPlainTextEdit, "Rincian")
    assert not details.isVisible()
    button(dialog, "Rincian").click()
    assert details.isVisible()


def test_the_dialog_speaks_indonesian_and_names_its_buttons(qtbot: QtBot) -> None:
    with recording() as recorder:
        dialog = CrashDialog(Path("program.log"))
        qtbot.addWidget(dialog)
        dialog.show()
    assert recorder.missing == set()
    assert english_shown(dialog) == []
    assert unnamed(dialog) == []
