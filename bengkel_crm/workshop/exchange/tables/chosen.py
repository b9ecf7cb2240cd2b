"""The tables of a book as a clerk points them out, with the cells he mended."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bengkel_crm.base import errors
from bengkel_crm.reports.workbooks_in.book_sheet import BookSheet
from bengkel_crm.workshop.exchange.tables.choices import Choices, TableChoice
from bengkel_crm.workshop.exchange.tables.columns import BookColumn, recognise
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole, name_strengths
from bengkel_crm.workshop.exchange.tables.sheets import BookTable, labels_under

_WIDEST = 200


def tables_of(sheets_as_read: Sequence[BookSheet], choices: Choices) -> tuple[BookTable, ...]:
    """Return the tables a clerk wants taken, cells mended, none reaching into the next one's header."""
    sheets = {sheet.name: sheet for sheet in mended_sheets(sheets_as_read, choices.mended)}
    tables: list[BookTable] = []
    for name, sheet in sheets.items():
        own = sorted(
            (within(sheet, choice) for choice in choices.tables if choice.sheet == name and choice.taken),
            key=lambda choice: choice.header,
        )
        for place, choice in enumerate(own if sheet.rows else ()):
            last = min([choice.last, *[later.header[0] - 1 for later in own[place + 1 :]]])
            last = max(last, choice.first - 1)
            labels = labels_of_choice(sheet, choice)
            columns = tuple(
                BookColumn(index, labels[index] if index < len(labels) else "", role, 1.0)
                for index, role in enumerate(choice.roles[:_WIDEST])
            )
            plate = choice.plate
            tables.append(BookTable(sheet, choice.kind, choice.header, choice.first, last, columns, plate))
    return tuple(tables)


def mended_sheets(
    sheets: Sequence[BookSheet], mended: Mapping[tuple[str, int, int], str]
) -> tuple[BookSheet, ...]:
    """Return sheets with texts in the places of cells that a clerk mended."""
    texts: dict[str, dict[int, dict[int, str]]] = {}
    for (name, row, index), text in mended.items():
        texts.setdefault(name, {}).setdefault(row, {})[index] = text
    return tuple(_mended(sheet, texts[sheet.name]) if sheet.name in texts else sheet for sheet in sheets)


def _mended(sheet: BookSheet, texts: Mapping[int, Mapping[int, str]]) -> BookSheet:
    rows = list(sheet.rows)
    for row, cells in texts.items():
        if 1 <= row <= len(rows):
            old = rows[row - 1]
            width = max(len(old), min(max(cells), _WIDEST - 1) + 1)
            new = [*old, *[None] * (width - len(old))]
            for index, text in cells.items():
                if 0 <= index < width:
                    new[index] = text.strip() or None
            rows[row - 1] = tuple(new)
    return replace(sheet, rows=tuple(rows))


def within(sheet: BookSheet, choice: TableChoice) -> TableChoice:
    """Return a choice whose rows are rows of the sheet, the header one or two of them."""
    if choice.header == (0, 0):
        # It has no titles.
        return replace(choice, first=max(choice.first, 1), last=min(choice.last, len(sheet.rows)))
    end = max(1, len(sheet.rows))
    top = min(max(1, choice.header[0]), end)
    bottom = min(max(top, choice.header[1]), top + 1, end)
    return replace(
        choice,
        header=(top, bottom),
        first=max(choice.first, bottom + 1),
        last=min(choice.last, len(sheet.rows)),
    )


def labels_of_choice(sheet: BookSheet, choice: TableChoice) -> list[str]:
    """Return the names of a table's columns, blank for those beyond the last name."""
    labels = labels_under(sheet, choice.header)
    width = max(map(len, sheet.rows[choice.first - 1 : choice.last]), default=0)
    return labels + [""] * (min(width, _WIDEST) - len(labels))


_HEADER_WITHIN = 60
_LEAST_NAMES = 2
_MOST_TITLES = 12
_LONGEST_TITLE = 40
_NAMED = 0.6


def not_recognised(path: str, sheets: Iterable[BookSheet]) -> errors.BookNotRecognised:
    """Return the refusal of a book with what was understood of the sheet that says most."""
    best: tuple[tuple[str, ...], tuple[str, ...], str] = ((), (), "")
    for sheet in sheets:
        for place, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
            labels = [text_of(cell) if isinstance(cell, str) else "" for cell in row]
            known = [label for label in labels if max(name_strengths(label).values(), default=0.0) >= _NAMED]
            if len(known) >= max(_LEAST_NAMES, len(best[0]) + 1):
                best = _seen(sheet, place, labels)
    titles, others, not_plates = best
    return errors.BookNotRecognised(path, "", titles, others, not_plates)


def _seen(sheet: BookSheet, place: int, labels: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    columns = recognise(labels, sheet.rows[place + 1 :])
    told = [column for column in columns if not is_nothing(column.header)]
    titles = [column.header for column in told if column.role is not ColumnRole.OTHER]
    others = [column.header for column in told if column.role is ColumnRole.OTHER]
    not_plates = [title for title in others if name_strengths(title).get(ColumnRole.PLATE, 0.0) >= _NAMED]
    return _shortened(titles), _shortened(others), next(iter(not_plates), "")


def _shortened(titles: list[str]) -> tuple[str, ...]:
    return tuple(title[:_LONGEST_TITLE] for title in titles[:_MOST_TITLES])
