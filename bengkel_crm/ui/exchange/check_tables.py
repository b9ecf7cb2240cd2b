"""The other lists of the check: what is told differently, who may be one, and all columns."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.exchange.import_words import column_letter, field_words, is_unused, kind_words, role_words
from bengkel_crm.ui.lists.columns import ROW, ListColumn
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import RecordTableModel
from bengkel_crm.ui.look.tokens import ColorName
from bengkel_crm.workshop.exchange import (
    ColumnRole,
    Difference,
    FieldRule,
    ImportReport,
    LookAlike,
    TableKind,
)
from bengkel_crm.workshop.exchange.report.import_report import TableReport

_MOST_ROWS_NAMED = 4


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """One column of a book's table; `letter` is its name in Excel.

    `unread` counts the cells of one that is not taken; it is None where the column is taken or holds nothing.
    """

    sheet: str
    kind: TableKind
    letter: str
    place: int
    header: str
    role: ColumnRole
    unread: int | None = None


def column_lines(report: ImportReport) -> list[ColumnLine]:
    """Return the columns of all tables as they stand in the book, those that are not taken first."""
    lines = [line for table in report.tables for line in _lines_of_table(table)]
    return sorted(lines, key=lambda line: line.unread is None)


def unread_titles(report: ImportReport) -> list[str]:
    """Return the titles of the columns that are not taken, each once; one without a title by its letter."""
    titles = [" ".join(column.header.split()) for table in report.tables for column in table.unread]
    return list(dict.fromkeys(titles))


def _lines_of_table(table: TableReport) -> list[ColumnLine]:
    unread = {column.index: column for column in table.unread}
    told = {column.index: column for column in table.columns}
    lines = []
    for index in sorted({*told, *unread}):
        column, left = told.get(index), unread.get(index)
        header, role = ("", ColumnRole.OTHER) if column is None else (column.header, column.role)
        if left is None and not header and is_unused(role, table.kind):
            continue
        filled = None if left is None else left.filled
        lines.append(ColumnLine(table.sheet, table.kind, column_letter(index), index, header, role, filled))
    return lines


def _role_words(line: ColumnLine) -> str:
    """Return what becomes of a column; of one that is not taken, how many cells are left behind."""
    if line.unread is None:
        return role_words(line.role, line.kind)
    cells = translate("ImportBook", "%n cells", line.unread)
    cells = cells.replace(str(line.unread), i18n.format_number(line.unread))
    return translate("ImportBook", "Not taken: {0}").format(cells)


def _column_ink(line: ColumnLine) -> ColorName | None:
    if line.unread is not None:
        return "warn"
    return "text3" if is_unused(line.role, line.kind) else None


COLUMNS_OF_COLUMNS: tuple[ListColumn[ColumnLine], ...] = (
    ListColumn(
        "sheet", lambda: translate("ImportBook", "Sheet"), lambda line: line.sheet, width=150, ink=_column_ink
    ),
    ListColumn(
        "kind",
        lambda: translate("ImportBook", "Rows are"),
        lambda line: kind_words(line.kind),
        width=130,
        ink=_column_ink,
    ),
    ListColumn(
        "letter",
        lambda: translate("ImportBook", "Column"),
        lambda line: line.place,
        words=lambda line: line.letter,
        width=84,
        ink=_column_ink,
    ),
    ListColumn(
        "header",
        lambda: translate("ImportBook", "Title in the book"),
        lambda line: " ".join(line.header.split()),
        width=250,
        ink=_column_ink,
    ),
    ListColumn(
        "role", lambda: translate("ImportBook", "Taken as"), _role_words, stretch=True, ink=_column_ink
    ),
)


def _outcome(line: Difference) -> str:
    if line.rule is FieldRule.TAKE:
        return translate("ImportBook", "Theirs is taken")
    if line.rule is FieldRule.FILL and not line.ours:
        return translate("ImportBook", "Ours is filled in")
    return translate("ImportBook", "Ours stays")


DIFFERENCE_COLUMNS: tuple[ListColumn[Difference], ...] = (
    ListColumn("row", lambda: translate("ImportBook", "Row"), lambda line: line.row, ROW, width=70),
    ListColumn(
        "title", lambda: translate("ImportBook", "Whose"), lambda line: line.title, width=190, nothing=""
    ),
    ListColumn(
        "field", lambda: translate("ImportBook", "Field"), lambda line: field_words(line.field), width=130
    ),
    ListColumn(
        "ours",
        lambda: translate("ImportBook", "Ours"),
        lambda line: line.ours,
        stretch=True,
        ink=lambda line: "text3" if line.is_taken else None,
    ),
    ListColumn(
        "theirs",
        lambda: translate("ImportBook", "Theirs"),
        lambda line: line.theirs,
        stretch=True,
        ink=lambda line: None if line.is_taken else "text3",
    ),
    ListColumn("outcome", lambda: translate("ImportBook", "What becomes of it"), _outcome, width=170),
)


def _names(line: LookAlike) -> str:
    # Two of one name are told apart by their numbers.
    named = zip(line.names, line.phones, strict=True)
    return "  ·  ".join(f"{name} ({phone})" if phone else name for name, phone in named)


def _rows(line: LookAlike) -> str:
    places = [f"{sheet} {row}" for sheet, row in line.rows[:_MOST_ROWS_NAMED]]
    return ", ".join(places) + (" …" if len(line.rows) > _MOST_ROWS_NAMED else "")


def look_alike_columns(is_one: Callable[[LookAlike], bool]) -> tuple[ListColumn[LookAlike], ...]:
    """Return the columns; `is_one` tells what the clerk has said of a pair."""

    def said(line: LookAlike) -> str:
        if is_one(line):
            return translate("ImportBook", "One customer")
        return translate("ImportBook", "Two customers")

    return (
        ListColumn("names", lambda: translate("ImportBook", "Names"), _names, stretch=True),
        ListColumn("rows", lambda: translate("ImportBook", "Rows in the book"), _rows, width=260),
        ListColumn(
            "said",
            lambda: translate("ImportBook", "They are"),
            said,
            width=190,
            ink=lambda line: "ok" if is_one(line) else "text2",
        ),
    )


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


def show_kept(model: RecordTableModel[Any], table: RecordTable, records: list[Any]) -> None:
    """Show other records; the row under the cursor stays where it is."""
    row, scrolled = table.current_row(), table.verticalScrollBar().value()
    model.set_records(records)
    table.verticalScrollBar().setValue(scrolled)
    if records and row >= 0:
        table.selectRow(min(row, len(records) - 1))
