"""A table whose rows are decided upon: Space, F2 or a double click goes on to the next answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from bengkel_crm.ui.lists.record_table import RecordTable


class DecisionTable(RecordTable):
    """Emits `decided(row)`."""

    decided = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if row >= 0 and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_F2):
            self.decided.emit(row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the wizard's
        else:
            super().keyPressEvent(event)

    def _on_index_activated(self, index: object) -> None:
        if self.current_row() >= 0:
            self.decided.emit(self.current_row())
