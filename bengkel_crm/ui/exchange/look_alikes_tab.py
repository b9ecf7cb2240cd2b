"""Names of a book that are much alike: Space says that they are one customer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.exchange.check_tables import DecisionTable, look_alike_columns, show_kept
from bengkel_crm.ui.exchange.session import ImportSession, row_text
from bengkel_crm.ui.lists.table_model import RecordTableModel
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.labels import ElidedLabel
from bengkel_crm.ui.widgets.layouts import Grow, in_column
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.workshop.exchange import LookAlike

_MOST_DETAILS = 2


class LookAlikesTab(Speaks, QWidget):
    """Below the list stand the rows of the pair under the cursor, to tell two people apart by."""

    decided = Signal()

    def __init__(self, session: ImportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model: RecordTableModel[LookAlike] = RecordTableModel(
            look_alike_columns(lambda line: line.key in session.same_customers), self
        )
        self.table = self.named(DecisionTable("import_look_alikes", self.model), "Who may be one customer")
        self.details = [
            ElidedLabel("", TextRole.CAPTION, "text2", may_be_cut=True) for _ in range(_MOST_DETAILS)
        ]
        label = self.worded(
            ElidedLabel("", TextRole.BODY, "text2"),
            "Names that are much alike, with nothing that proves it. Space says they are one customer.",
        )
        sheet = CardFrame(margins=(1, 1, 1, 6))
        sheet.body.addWidget(self.table)
        in_column(label, Grow(sheet), *self.details, on=self, spacing=8, margins=(0, 0, 0, 0))
        self.table.decided.connect(self._on_decided)
        self.table.selectionModel().currentRowChanged.connect(self._show_details)
        self.put_again(self.model.retranslate)

    def show_pairs(self, pairs: list[LookAlike]) -> None:
        """Show other pairs; the cursor stays where it is."""
        show_kept(self.model, self.table, pairs)
        if pairs and self.table.current_row() < 0:
            self.table.selectRow(0)
        self._show_details()

    def show_decided(self) -> None:
        """Show what was decided, before it is checked."""
        self.model.retranslate()

    def _on_decided(self, row: int) -> None:
        self._session.same_customers ^= {self.model.record(row).key}
        self.decided.emit()

    def _show_details(self) -> None:
        row = self.table.current_row()
        rows = self.model.record(row).rows if row >= 0 else ()
        for place, label in enumerate(self.details):
            label.setVisible(place < len(rows))
            if place < len(rows):
                sheet, number = rows[place]
                words = row_text(self._session, sheet, number)
                label.setText(self.tr("Row {0}: {1}").format(number, words))
