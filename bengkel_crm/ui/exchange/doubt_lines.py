"""What of a book is doubtful, as lines to be mended: those of the last check, and those settled since."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.exchange.import_words import column_letter
from bengkel_crm.ui.exchange.session import Cell, ImportSession
from bengkel_crm.ui.lists.columns import ROW, ListColumn
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.workshop.exchange import ImportReport, doubt_text, problem_text
from bengkel_crm.workshop.exchange.rows.entries import DoubtKind

Key = tuple[str, int, int | None]


class Fate(StrEnum):
    """What becomes of the row."""

    NOT_TAKEN = "not_taken"
    WITHOUT_CELL = "without_cell"
    AS_IT_IS = "as_it_is"
    MENDED = "mended"
    LEFT_OUT = "left_out"


_FATES = {
    Fate.NOT_TAKEN: lambda: translate("ImportBook", "Not taken"),
    Fate.WITHOUT_CELL: lambda: translate("ImportBook", "Taken without this cell"),
    Fate.AS_IT_IS: lambda: translate("ImportBook", "Taken as it stands there"),
    Fate.MENDED: lambda: translate("ImportBook", "Mended"),
    Fate.LEFT_OUT: lambda: translate("ImportBook", "Left out"),
}
FATE_TONES = {
    Fate.NOT_TAKEN: Tone.BAD,
    Fate.WITHOUT_CELL: Tone.WARN,
    Fate.AS_IT_IS: Tone.WARN,
    Fate.MENDED: Tone.OK,
    Fate.LEFT_OUT: Tone.NEUTRAL,
}

_KEPT = frozenset({DoubtKind.PHONE, DoubtKind.PHONE_LETTERS, DoubtKind.PHONE_WORDS, DoubtKind.LEAP})


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """One doubtful cell; `column_index` (from 0) is None where no single cell could be mended.

    `row` is 0 where a whole column is meant.
    """

    sheet: str
    row: int
    column_index: int | None
    header: str
    value: str
    reason: str
    fate: Fate

    @property
    def key(self) -> Key:
        """Where the doubt stands: sheet, row and column, None for a whole row."""
        return self.sheet, self.row, self.column_index

    @property
    def cell(self) -> Cell | None:
        """The cell that can be mended, or None where the whole row is doubted."""
        return None if self.column_index is None else (self.sheet, self.row, self.column_index)


def doubt_lines(session: ImportSession, known: Mapping[Key, DoubtLine], *, is_stale: bool) -> list[DoubtLine]:
    """Return what is doubtful, as it stands in the book from top to bottom.

    Of the lines `known` before, those that were mended or left out stay: the clerk keeps his place, and sees
    what he did. `is_stale` says that the report is older than his last word.
    """
    lines = _reported(session)
    for key, line in known.items():
        if key in lines:
            continue
        if line.cell is not None and line.cell in session.mended:
            lines[key] = replace(line, value=session.mended[line.cell], reason="", fate=Fate.MENDED)
        elif is_stale or (line.sheet, line.row) in session.left_out:
            lines[key] = line
    shown = {(sheet, row) for sheet, row, _ in lines}
    for problem in session.report.left_out if session.report is not None else ():
        place = problem.sheet, problem.row
        if place in session.left_out and place not in shown:
            line = DoubtLine(*place, None, "", problem.value, problem_text(problem), Fate.LEFT_OUT)
            lines[line.key] = line
    for key, line in lines.items():
        text = session.mended.get(line.cell, line.value) if line.cell is not None else line.value
        if (line.sheet, line.row) in session.left_out:
            lines[key] = replace(line, fate=Fate.LEFT_OUT)
        elif is_stale and (line.fate is Fate.LEFT_OUT or text != line.value):
            lines[key] = replace(
                line, value=text, reason=translate("ImportBook", "Being checked…"), fate=Fate.NOT_TAKEN
            )
    order = {sheet.name: place for place, sheet in enumerate(session.book.sheets)} if session.book else {}
    return sorted(
        lines.values(), key=lambda line: (order.get(line.sheet, 0), line.row, line.column_index or 0)
    )


def unread_lines(report: ImportReport) -> list[DoubtLine]:
    """Return the columns that are not taken though something stands in them: a line for each title."""
    sheets: dict[tuple[str, bool], dict[str, int]] = {}
    for table in report.tables:
        for column in table.unread:
            header = " ".join(column.header.split())
            counts = sheets.setdefault((header, column.is_numbers), {})
            counts[table.sheet] = counts.get(table.sheet, 0) + column.filled
    return [
        DoubtLine(", ".join(counts), 0, None, header, _cells(counts), _unread_words(numbers), Fate.NOT_TAKEN)
        for (header, numbers), counts in sheets.items()
    ]


def _cells(counts: Mapping[str, int]) -> str:
    cells = sum(counts.values())
    return translate("ImportBook", "%n cells", cells).replace(str(cells), i18n.format_number(cells))


def _unread_words(is_numbers: bool) -> str:
    if is_numbers:
        return translate("ImportBook", "Column of numbers, not taken.")
    return translate("ImportBook", "Column not taken.")


def _reported(session: ImportSession) -> dict[Key, DoubtLine]:
    """Return the lines of the last report."""
    report = session.report
    if report is None:
        return {}
    headers = {
        (table.sheet, column.index): " ".join(column.header.split()) or column_letter(column.index)
        for table in report.tables
        for column in table.columns
    }

    def header(sheet: str, index: int | None) -> str:
        return "" if index is None else headers.get((sheet, index), column_letter(index))

    lines: dict[Key, DoubtLine] = {}
    for problem in report.problems:
        index = problem.column_index
        cell = problem.cells[index] if index is not None and index < len(problem.cells) else ""
        line = DoubtLine(
            problem.sheet,
            problem.row,
            index,
            header(problem.sheet, index),
            cell or problem.value,
            problem_text(problem),
            Fate.NOT_TAKEN,
        )
        lines[line.key] = line
    for doubt in report.doubts:
        line = DoubtLine(
            doubt.sheet,
            doubt.row,
            doubt.column_index,
            header(doubt.sheet, doubt.column_index),
            doubt.value,
            doubt_text(doubt),
            Fate.AS_IT_IS if doubt.doubt in _KEPT else Fate.WITHOUT_CELL,
        )
        lines.setdefault(line.key, line)
    return lines


VALUE, FATE = "value", "fate"


DOUBT_COLUMNS: tuple[ListColumn[DoubtLine], ...] = (
    ListColumn("sheet", lambda: translate("ImportBook", "Sheet"), lambda line: line.sheet, nothing=""),
    ListColumn(
        "row",
        lambda: translate("ImportBook", "Row"),
        lambda line: line.row or None,
        ROW,
        width=70,
        nothing="",
    ),
    ListColumn(
        "header", lambda: translate("ImportBook", "Column"), lambda line: line.header, width=140, nothing=""
    ),
    ListColumn(
        VALUE,
        lambda: translate("ImportBook", "What stands there"),
        lambda line: line.value,
        width=210,
        nothing="",
    ),
    ListColumn(
        "reason",
        lambda: translate("ImportBook", "Reason"),
        lambda line: line.reason or translate("ImportBook", "Can be read now."),
        stretch=True,
    ),
    ListColumn(
        FATE,
        lambda: translate("ImportBook", "What becomes of it"),
        lambda line: line.fate,
        words=lambda line: _FATES[line.fate](),
        width=190,
    ),
)
