"""What stays while the steps of the wizard change: pills, heading, a line for messages, and the buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bengkel_crm.ui.dialogs.form_parts import FormNotice
from bengkel_crm.ui.imports.pills import StepPills
from bengkel_crm.ui.tokens import Role
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel

STEPS = 4


class WizardFrame(QWidget):
    """Shows; what its buttons do is the wizard's business."""

    def __init__(self, panes: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pills = StepPills(STEPS)
        self.heading = ElidedLabel("", Role.TITLE)
        self.caption = ElidedLabel("", Role.BODY, "text2")
        self.stack = QStackedWidget()
        self.notice = FormNotice()
        self.sample = KeyButton("", kind=ButtonKind.LINK)
        self.save_problems = KeyButton("", kind=ButtonKind.LINK)
        self.undo = KeyButton("", "undo")
        self.cancel = KeyButton("", key="Esc")
        self.back = KeyButton("", key="Alt+Left")
        self.go_on = KeyButton("", "arrow-right", "Enter", ButtonKind.PRIMARY)
        for pane in panes:
            self.stack.addWidget(pane)
        self.foot = QWidget()
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(12)
        foot.addWidget(self.sample)
        foot.addWidget(self.save_problems)
        foot.addStretch(1)
        for button in (self.undo, self.cancel, self.back, self.go_on):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(8)
        column.addWidget(self.pills)
        column.addSpacing(2)
        column.addWidget(self.heading)
        column.addWidget(self.caption)
        column.addSpacing(2)
        column.addWidget(self.stack, 1)
        column.addWidget(self.notice)
        column.addSpacing(2)
        column.addWidget(self.foot)
        self.retranslate()

    def retranslate(self) -> None:
        self.pills.set_words(
            [
                self.tr("Choose the file"),
                self.tr("Match columns"),
                self.tr("Check"),
                self.tr("Done"),
            ]
        )
        self.sample.setText(self.tr("Save a sample Excel file"))
        self.save_problems.setText(self.tr("Save the rows not taken as Excel…"))
        self.undo.setText(self.tr("Undo the import"))
        self.cancel.setText(self.tr("Cancel"))
        self.back.setText(self.tr("Back"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
