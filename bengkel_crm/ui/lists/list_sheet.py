"""A list on its sheet, and what stands there when it has no row."""

from collections.abc import Sized

from PySide6.QtWidgets import QStackedWidget, QWidget

from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.empty_state import EmptyState


class ListSheet(QStackedWidget):
    """Shows the table, or `empty`, which says why there is nothing and the one thing to do."""

    def __init__(
        self, table: QWidget, empty: EmptyState, *, margins: tuple[int, int, int, int] = (1, 1, 1, 6)
    ) -> None:
        super().__init__()
        self.empty = empty
        sheet = CardFrame(margins=margins)
        sheet.body.addWidget(table)
        self.addWidget(sheet)
        self.addWidget(empty)

    def show_whether(self, rows: Sized) -> None:
        """Show the table if there are rows."""
        self.setCurrentIndex(0 if rows else 1)
