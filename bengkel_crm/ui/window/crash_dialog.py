"""One dialog for all crashes: what happened, that the data are safe, what to do now."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.texts import Speaks


class CrashDialog(Speaks, QDialog):
    """One for all crashes: a later one adds its details to those that are shown already."""

    def __init__(self, log_file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._title = self.worded(TextLabel("", TextRole.CARD_TITLE), "Something went wrong in the program")
        self._safe = self.worded(
            TextLabel("", TextRole.BODY, wrap=True),
            "Everything saved so far is safe. What you were just typing may be missing; "
            "it is offered again when the form is opened.",
        )
        self._advice = self.worded(
            TextLabel("", TextRole.BODY, "text2", wrap=True),
            "You can go on working. If it happens again, close the program and open it anew, "
            "and send the details to whoever looks after it.",
        )
        self._where = TextLabel("", TextRole.CAPTION, "text2", wrap=True)
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = self.named(QPlainTextEdit(), "Details")
        self._details.setReadOnly(True)
        self._details.setMaximumBlockCount(400)
        self._details.hide()
        self._more = self.worded(KeyButton(kind=ButtonKind.LINK), "Details")
        self._more.clicked.connect(self._on_more_clicked)
        self._copy = self.worded(KeyButton("", "copy"), "Copy the details")
        self._copy.clicked.connect(self._on_copy_clicked)
        self._go_on = self.worded(KeyButton("", "check", "Esc", ButtonKind.PRIMARY), "Go on")
        self._go_on.clicked.connect(self.close)
        self._build()
        self.put_text(self.setWindowTitle, "Something went wrong")
        self.put_again(lambda: self._where.setText(self.tr("Also written to: {0}").format(self._log_file)))

    def add(self, details: str) -> None:
        """Take one more crash in."""
        if self._details.toPlainText():
            self._details.appendPlainText("\n" + "─" * 40)
        self._details.appendPlainText(details)

    def details(self) -> str:
        """Return what is copied for whoever cares for the program."""
        return self._details.toPlainText()

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
