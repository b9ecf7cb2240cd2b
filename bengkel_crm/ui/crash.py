"""What is shown and written down when the program meets a mistake of its own."""

import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from bengkel_crm.ui.tokens import Role
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel

_LOG = logging.getLogger("bengkel_crm")
_LOG_BYTES, _LOG_FILES = 500_000, 3
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashDialog(QDialog):
    """One for all crashes: a later one adds its details to those that are shown already."""

    def __init__(self, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._title = TextLabel("", Role.CARD_TITLE)
        self._safe = TextLabel("", Role.BODY, wrap=True)
        self._advice = TextLabel("", Role.BODY, "text2", wrap=True)
        self._where = TextLabel("", Role.CAPTION, "text2", wrap=True)
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setMaximumBlockCount(400)
        self._details.hide()
        self._more = KeyButton("", kind=ButtonKind.LINK)
        self._more.clicked.connect(self._on_more_clicked)
        self._copy = KeyButton("", "copy")
        self._copy.clicked.connect(self._on_copy_clicked)
        self._go_on = KeyButton("", "check", "Esc", ButtonKind.PRIMARY)
        self._go_on.clicked.connect(self.close)
        self._build()
        self.retranslate()

    def add(self, details: str) -> None:
        """Take one more crash in."""
        if self._details.toPlainText():
            self._details.appendPlainText("\n" + "─" * 40)
        self._details.appendPlainText(details)

    def details(self) -> str:
        return self._details.toPlainText()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Something went wrong"))
        self._title.setText(self.tr("Something went wrong in the program"))
        self._safe.setText(
            self.tr(
                "Everything saved so far is safe. What you were just typing may be missing; "
                "it is offered again when the form is opened."
            )
        )
        self._advice.setText(
            self.tr(
                "You can go on working. If it happens again, close the program and open it anew, "
                "and send the details to whoever looks after it."
            )
        )
        self._where.setText(self.tr("Also written to: {0}").format(self._log_file))
        self._details.setAccessibleName(self.tr("Details"))
        self._more.setText(self.tr("Details"))
        self._copy.setText(self.tr("Copy the details"))
        self._go_on.setText(self.tr("Go on"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(8)
        for label in (self._title, self._safe, self._advice, self._where):
            label.setMinimumWidth(440)
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(IconLabel("alert", "bad", 32), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._more)
        foot.addStretch(1)
        foot.addWidget(self._copy)
        foot.addWidget(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(16)
        column.addLayout(row)
        column.addWidget(self._details)
        column.addLayout(foot)
        self._go_on.setDefault(True)

    def _on_more_clicked(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self.adjustSize()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())


class CrashReporter(QObject):
    """Writes every unforeseen error to the log and tells of it once, on the GUI thread."""

    _happened = Signal(str)

    def __init__(self, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._dialog: CrashDialog | None = None
        self._old_hooks = (sys.excepthook, threading.excepthook)
        # From another thread it arrives here; from this one, after the event that crashed is over.
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        self._open_log()
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)

    def uninstall(self) -> None:
        sys.excepthook, threading.excepthook = self._old_hooks
        qInstallMessageHandler(None)
        for handler in list(_LOG.handlers):
            _LOG.removeHandler(handler)
            handler.close()

    def dialog(self) -> CrashDialog | None:
        """Return the dialog that is open, or None."""
        return self._dialog if self._dialog is not None and self._dialog.isVisible() else None

    def _open_log(self) -> None:
        try:
            self._log_file.parent.mkdir(parents=True, exist_ok=True)
            handler: logging.Handler = RotatingFileHandler(
                self._log_file, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", delay=True
            )
        except OSError:
            # A folder that can not be written is told of elsewhere; the program goes on without a log.
            handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _LOG.addHandler(handler)
        _LOG.setLevel(logging.INFO)
        _LOG.propagate = False

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        _LOG.error("%s", details)
        self._happened.emit(details)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, details: str) -> None:
        if self._dialog is None or not self._dialog.isVisible():
            self._dialog = CrashDialog(self._log_file, QApplication.activeWindow())
            self._dialog.add(details)
            self._dialog.open()
        else:
            self._dialog.add(details)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _LOG.log(_QT_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
