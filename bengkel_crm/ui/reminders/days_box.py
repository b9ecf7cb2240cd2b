"""So many days: a number to type or to step, which is taken when it is whole."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from bengkel_crm.ui.theme import dress
from bengkel_crm.ui.tokens import Role


class DaysBox(QSpinBox):
    """From `least` to `most` days."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        # What follows from it takes a while: not while its digits are typed.
        self.setKeyboardTracking(False)
        dress(self, Role.NUMBER)
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        self.retranslate()

    def set_days(self, days: int) -> None:
        """Show a number as it is kept, telling nobody."""
        self.blockSignals(True)
        self.setValue(days)
        self.blockSignals(False)

    def retranslate(self) -> None:
        self.setSuffix(self.tr(" days"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
