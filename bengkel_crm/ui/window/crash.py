"""What is shown and written down when the program meets a mistake of its own."""

import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from bengkel_crm.base.disk import make_private, private_folder

if TYPE_CHECKING:
    import logging

    from bengkel_crm.ui.window.crash_dialog import CrashDialog

_LOG_BYTES, _LOG_FILES = 500_000, 3
# The levels of `logging`, which is loaded when there is something to write.
_WARNING, _ERROR = 30, 40


class CrashReporter(QObject):
    """Writes every unforeseen error to the log and tells of it once, on the GUI thread."""

    _happened = Signal(str)

    def __init__(self, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._log: logging.Logger | None = None
        self._dialog: CrashDialog | None = None
        self._old_hooks = (sys.excepthook, threading.excepthook)
        # From another thread, too, it arrives on this one.
        self._happened.connect(self._show_soon)

    def install(self) -> None:
        """Take every error that nobody expected, of any thread and of Qt."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(self._on_qt_message)

    def uninstall(self) -> None:
        """Give errors back to whoever took them before, and close the log."""
        sys.excepthook, threading.excepthook = self._old_hooks
        qInstallMessageHandler(None)
        if self._log is not None:
            for handler in list(self._log.handlers):
                self._log.removeHandler(handler)
                handler.close()
            self._log = None

    def dialog(self) -> "CrashDialog | None":
        """Return the dialog that is open, or None."""
        return self._dialog if self._dialog is not None and self._dialog.isVisible() else None

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        self._write(_ERROR, details)
        self._happened.emit(details)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_qt_message(self, kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        grave = kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
        self._write(_ERROR if grave else _WARNING, f"Qt: {message}")

    def _write(self, level: int, text: str) -> None:
        if self._log is None:
            self._log = open_log(self._log_file)
        self._log.log(level, "%s", text)

    def _show_soon(self, details: str) -> None:
        # After the event that crashed is over.
        QTimer.singleShot(0, self, lambda: self._show(details))

    def _show(self, details: str) -> None:
        # Imported when it is needed: most days it never is.
        from bengkel_crm.ui.window.crash_dialog import CrashDialog

        if self._dialog is None or not self._dialog.isVisible():
            self._dialog = CrashDialog(self._log_file, QApplication.activeWindow())
            self._dialog.add(details)
            self._dialog.open()
        else:
            self._dialog.add(details)


def open_log(file: Path) -> "logging.Logger":
    """Return the program's log, kept in `file` and a few older ones beside it."""
    # See above: the handlers bring sockets and pickle with them.
    import logging
    from logging.handlers import RotatingFileHandler

    log = logging.getLogger("bengkel_crm")
    try:
        private_folder(file.parent)
        handler: logging.Handler = RotatingFileHandler(
            file, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8"
        )
    except OSError:
        # A folder that can not be written is told of elsewhere; the program goes on without a log.
        handler = logging.StreamHandler()
    make_private(file)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    return log
