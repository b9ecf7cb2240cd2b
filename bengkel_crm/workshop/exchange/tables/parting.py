"""Sheets as they should have been written: lines whole in one cell, tables side by side.

Rows keep their numbers; of tables side by side each becomes a sheet, called after the columns it stands in.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bengkel_crm.reports.workbooks_in.book_sheet import BookSheet, Cell
from bengkel_crm.reports.workbooks_in.csv_guess import SEPARATORS
from bengkel_crm.trade.names import fold
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole, name_strengths, parted_number

_HEADER_WITHIN = 60
_LEAST_ROWS, _LEAST_PARTS, _LEAST_NAMES = 2, 3, 2
_SURE = 0.6
_MOST_TABLES = 12
_LEAST_SECTIONS = 2
_SECTION = re.compile(r"#{1,4} *([^#].{0,40}?) *#{0,4}|\[([A-Za-z][^\[\]]{0,40})\]")
_OF_VEHICLE = re.compile(r"\b(?:vehicles?|kendaraan|cars?|mobil|motor|bikes?)\b")
_BARE_NAMES = frozenset({"name", "nama"})
_LONGEST_LINE = 32_767
_IN_ONE_CELL = 0.9
# A table stands beside another one where one of these comes again.
_ANCHORS = (ColumnRole.PLATE, ColumnRole.CUSTOMER, ColumnRole.PART, ColumnRole.WORK)


def part_sheets(sheets: Iterable[BookSheet], *, lines: bool = True) -> tuple[BookSheet, ...]:
    """Return the sheets with their columns taken apart where a program or a person ran them together.

    Whole `lines` in one cell stay so where a clerk said what stands between the columns.
    """
    return tuple(
        part
        for sheet in sheets
        for section in _sections(_lines_taken_apart(sheet) if lines else sheet)
        for part in _side_by_side(section)
    )


def _sections(sheet: BookSheet) -> tuple[BookSheet, ...]:
    """Return a sheet for each list of a file that names its lists: "## Vehicle", "## Costs".

    Where such a file is of one vehicle, the lists without plates are called after it.
    """
    starts = [(place, name) for place, row in enumerate(sheet.rows) if (name := _name_of_section(row))]
    if len(starts) < _LEAST_SECTIONS:
        return (sheet,)
    ends = [place for place, _ in starts[1:]] + [len(sheet.rows)]
    parts: list[BookSheet] = []
    for (place, name), end in zip(starts, ends, strict=True):
        rows = list(sheet.rows[place + 1 : end])
        if _OF_VEHICLE.search(fold(name)) and rows:
            # What its owner calls the vehicle.
            rows[0] = tuple("Nickname" if _plain(cell) in _BARE_NAMES else cell for cell in rows[0])
        blank: tuple[tuple[Cell, ...], ...] = ((),) * (place + 1)
        parts.append(replace(sheet, name=f"{sheet.name} · {name}", rows=(*blank, *rows), merged=()))
    plates = {plate for part in parts for plate in _plates_of(part)}
    if len(plates) != 1:
        return tuple(parts)
    plate = plates.pop()
    return tuple(part if _plates_of(part) else replace(part, name=f"{part.name} · {plate}") for part in parts)


def _name_of_section(row: Sequence[Cell]) -> str:
    told = ""
    for cell in row:
        if not is_nothing(cell):
            if told:
                return ""
            told = text_of(cell)
    found = _SECTION.fullmatch(told)
    return "" if found is None else found[1] or found[2]


def _plates_of(sheet: BookSheet) -> set[str]:
    """Return the plates under the title of a plate."""
    header = next((row for row in sheet.rows if len(row) > 1), ())
    places = [
        place
        for place, cell in enumerate(header)
        if isinstance(cell, str) and name_strengths(cell).get(ColumnRole.PLATE, 0.0) >= _SURE
    ]
    cells = [row[place] for row in sheet.rows for place in places if place < len(row) and row is not header]
    return {text_of(cell) for cell in cells if not is_nothing(cell)}


def _lines_taken_apart(sheet: BookSheet) -> BookSheet:
    """Return a sheet whose rows stand whole in their first cells with the cells that those were."""
    told = [row for row in sheet.rows if any(cell is not None for cell in row)]
    lines = [row[0] for row in told if isinstance(row[0], str) and all(cell is None for cell in row[1:])]
    if len(lines) < _LEAST_ROWS or len(lines) < _IN_ONE_CELL * len(told):
        return sheet
    separator = _separator_of([line for line in lines if isinstance(line, str)][:_HEADER_WITHIN])
    if separator is None:
        return sheet
    rows: list[tuple[Cell, ...]] = []
    for row in sheet.rows:
        if row and isinstance(row[0], str) and all(cell is None for cell in row[1:]):
            parts = next(csv.reader([row[0][:_LONGEST_LINE].replace("\n", " ")], delimiter=separator), [])
            rows.append(tuple(part.strip() or None for part in parts))
        else:
            rows.append(row)
    return replace(sheet, rows=tuple(rows), merged=())


def _separator_of(lines: Sequence[str]) -> str | None:
    """Return what stands between the columns of lines of which one is a row of titles, or None."""
    for separator in SEPARATORS:
        parted = [line for line in lines if line.count(separator) >= _LEAST_PARTS - 1]
        if len(parted) < max(_LEAST_ROWS, len(lines) // 2):
            continue
        titles = sum(1 for part in parted[0].split(separator) if name_strengths(part.strip(' "')))
        if titles >= _LEAST_NAMES:
            return separator
    return None


def _side_by_side(sheet: BookSheet) -> tuple[BookSheet, ...]:
    """Return a sheet for each of the tables that stand side by side under one row of titles."""
    for row in sheet.rows[:_HEADER_WITHIN]:
        starts = _starts(row)
        if starts:
            width = max(len(row) for row in sheet.rows)
            ends = [*starts[1:], width]
            return tuple(
                _columns_of(sheet, start, end) for start, end in zip(starts, ends, strict=True) if start < end
            )
    return (sheet,)


def _starts(row: Sequence[Cell]) -> list[int]:
    """Return where the tables of a row of titles begin, from 0; nothing where there is only one."""
    labels = [_plain(cell) for cell in row]
    counts = Counter(label for label in labels if label)
    if not any(count > 1 for count in counts.values()):
        return []
    for role in _ANCHORS:
        anchors = [
            place for place, label in enumerate(labels) if name_strengths(label).get(role, 0.0) >= _SURE
        ]
        repeated = [place for place in anchors if labels[place] == labels[anchors[0]]]
        if role is ColumnRole.PLATE and anchors and len(repeated) < 2:
            return []
        if 2 <= len(repeated) <= _MOST_TABLES:
            starts = _starts_by(labels, repeated)
            if starts and (role is ColumnRole.PLATE or starts[0] == _first(labels)):
                return [0, *starts[1:]]
    return []


def _starts_by(labels: Sequence[str], repeated: Sequence[int]) -> list[int]:
    """Return where tables begin whose titles come again around these places; nothing where they do not."""
    width = repeated[1] - repeated[0]
    before = 0
    while all(
        place - before - 1 >= 0
        and (before + 1 < width)
        and labels[place - before - 1] == labels[repeated[0] - before - 1]
        for place in repeated
    ):
        before += 1
    while before and not labels[repeated[0] - before]:
        before -= 1
    starts = [place - before for place in repeated]
    first = [label for label in labels[starts[0] : starts[1]] if label]
    same = sum(
        1
        for offset in range(width)
        if labels[starts[0] + offset]
        and starts[1] + offset < len(labels)
        and labels[starts[1] + offset] == labels[starts[0] + offset]
    )
    return starts if same >= _LEAST_NAMES and same * 2 > len(first) else []


def _first(labels: Sequence[str]) -> int:
    return next((place for place, label in enumerate(labels) if label), 0)


def _plain(cell: Cell) -> str:
    """Return a title without the number that programs put behind one that comes again: "Nopol.1"."""
    if not isinstance(cell, str) or is_nothing(cell):
        return ""
    text = text_of(cell)
    stem, _ = parted_number(text)
    return fold(stem) if stem and name_strengths(stem) else fold(text)


def _columns_of(sheet: BookSheet, start: int, end: int) -> BookSheet:
    rows = tuple(_without_tail(row[start:end]) for row in sheet.rows)
    while rows and not rows[-1]:
        rows = rows[:-1]
    merged = tuple(
        (top, left - start, bottom, min(right, end) - start)
        for top, left, bottom, right in sheet.merged
        if start < left <= end
    )
    name = f"{sheet.name} ({_letters(start)}–{_letters(end - 1)})"
    return replace(sheet, name=name, rows=rows, merged=merged)


def _without_tail(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    while row and row[-1] is None:
        row = row[:-1]
    return row


def _letters(index: int) -> str:
    letters, number = "", index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
