"""The tables found in a book: which of them are taken, and what their rows are."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.exchange.import_words import kind_words
from bengkel_crm.ui.exchange.session import ImportSession
from bengkel_crm.ui.lists.columns import COUNT, ROW, ListColumn
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import RecordTableModel
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import ColorName
from bengkel_crm.workshop.exchange import TableKind


@dataclass(frozen=True, slots=True)
class TableLine:
    """One table of a book; rows count from 1."""

    sheet: str
    kind: TableKind
    header_row: int
    rows: int
    is_taken: bool


def table_lines(session: ImportSession) -> list[TableLine]:
    """Return a line for each table that was found in a book."""
    return [
        TableLine(
            table.choice.sheet, table.choice.kind, table.choice.header[0], table.rows, table.choice.taken
        )
        for table in session.tables
    ]


def _ink(line: TableLine) -> ColorName | None:
    return None if line.is_taken else "text2"


def _kind(line: TableLine) -> str:
    return kind_words(line.kind) if line.is_taken else translate("ImportFile", "left out")


_COLUMNS: tuple[ListColumn[TableLine], ...] = (
    ListColumn(
        "sheet",
        lambda: translate("ImportFile", "Sheet"),
        lambda line: line.sheet,
        stretch=True,
        ink=_ink,
        is_ticked=lambda line: line.is_taken,
    ),
    ListColumn("kind", lambda: translate("ImportFile", "Its rows are"), _kind, width=190, ink=_ink),
    ListColumn(
        "header",
        lambda: translate("ImportFile", "Titles in row"),
        lambda line: line.header_row,
        ROW,
        width=160,
        ink=_ink,
    ),
    ListColumn(
        "rows", lambda: translate("ImportFile", "Rows"), lambda line: line.rows, COUNT, width=110, ink=_ink
    ),
)


class TablesTable(RecordTable):
    """Space, or a click on its tick, takes a table or leaves it out: `ticked(place)`."""

    ticked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        model: RecordTableModel[TableLine] = RecordTableModel(_COLUMNS)
        super().__init__("import_tables", model, parent)
        self._tables = model
        model.setParent(self)
        model.tick_wanted.connect(self.ticked)

    def show_session(self, session: ImportSession) -> None:
        """Show the tables of a session; the cursor stands on its current one."""
        lines = table_lines(session)
        if lines != list(self._tables.records()):
            self._tables.set_records(lines)
        if lines and self.current_row() != session.current:
            self.selectRow(session.current)

    def set_narrow(self, narrow: bool) -> None:
        """Show less beside the name of the sheet."""
        self.setColumnHidden(2, narrow)
        for column, width in ((1, 118 if narrow else 190), (3, 76 if narrow else 110)):
            self.horizontalHeader().resizeSection(column, theme().px(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.current_row() >= 0 and event.key() == Qt.Key.Key_Space:
            self.ticked.emit(self.current_row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the wizard's
        else:
            super().keyPressEvent(event)
