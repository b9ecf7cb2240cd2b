"""How every table looks, whatever stands in it."""

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from bengkel_crm.ui.look.theme import set_role
from bengkel_crm.ui.look.tokens import TextRole


class PlainTable(QTableView):
    """Rows of one height without a grid; one is chosen at a time, and nothing is typed in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        set_role(self.horizontalHeader(), TextRole.CAPTION_STRONG)
