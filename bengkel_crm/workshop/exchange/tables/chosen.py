"""The tables of a book as a clerk points them out, with the cells he mended."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bengkel_crm.reports.workbooks_in.workbook_reader import BookSheet
from bengkel_crm.workshop.exchange.tables.choices import Choices, TableChoice
from bengkel_crm.workshop.exchange.tables.columns import SheetColumn
from bengkel_crm.workshop.exchange.tables.sheets import Table, labels_under

_WIDEST = 200


def tables_of(sheets_as_read: Sequence[BookSheet], choices: Choices) -> tuple[Table, ...]:
    """Return the tables a clerk wants taken, cells mended, none reaching into the next one's header."""
    sheets = {sheet.name: sheet for sheet in mended_sheets(sheets_as_read, choices.mended)}
    tables: list[Table] = []
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
                SheetColumn(index, labels[index] if index < len(labels) else "", role, 1.0)
                for index, role in enumerate(choice.roles[:_WIDEST])
            )
            plate = choice.plate
            tables.append(Table(sheet, choice.kind, choice.header, choice.first, last, columns, plate))
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
