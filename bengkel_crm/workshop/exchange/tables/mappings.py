"""Mappings that clerks chose before: a book with the same header is taken for the same again."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bengkel_crm.base.cancelling import Check
from bengkel_crm.base.i18n import in_every_language
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.exchange import remembered
from bengkel_crm.db.journal.deeds import Deed
from bengkel_crm.reports.workbooks_in.book_sheet import BookSheet
from bengkel_crm.trade.dates import DateOrder, infer_order
from bengkel_crm.trade.names import fold
from bengkel_crm.workshop.exchange.tables.choices import Choices, TableChoice
from bengkel_crm.workshop.exchange.tables.chosen import not_recognised
from bengkel_crm.workshop.exchange.tables.columns import known_column
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import BookTable, find_tables, labels_under, plate_of
from bengkel_crm.workshop.exchange.tables.table_kinds import TableKind

_HEADER_WITHIN = 60
_LEAST_NAMES = 2
_BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of a sheet; `remembered` says that a clerk had its header before, `taken` that he took it."""

    table: BookTable
    remembered: bool = False
    taken: bool = True
    date_order: DateOrder | None = None


@dataclass(frozen=True, slots=True)
class _Mapping:
    kind: TableKind
    roles: tuple[ColumnRole, ...]
    taken: bool
    date_order: DateOrder | None


class Mappings:
    """The mappings of a shop file, as they were when it was asked."""

    def __init__(self, database: Database) -> None:
        self._known = remembered.list_mappings(database)

    def tables_of(self, sheet: BookSheet, plate: str = "", check: Check | None = None) -> list[FoundTable]:
        """Return the tables of a sheet from top to bottom: where a header is remembered, as it was taken.

        `plate` is that of visits for which nothing else tells it; `check` is asked meanwhile.
        """
        found = [self._as_remembered(table) for table in find_tables(sheet, plate, check)]
        if not self._known or any(table.remembered for table in found):
            return found
        pointed_out = self._pointed_out(sheet)
        if pointed_out is None:
            return found
        return [*[other for other in found if other.table.last < pointed_out.table.header[0]], pointed_out]

    def _as_remembered(self, table: BookTable) -> FoundTable:
        labels = labels_under(table.sheet, table.header)
        mapping = self._mapping_of(labels)
        if mapping is None:
            return FoundTable(table)
        return _remembered(table.sheet, table.header, table.last, labels, mapping)

    def _pointed_out(self, sheet: BookSheet) -> FoundTable | None:
        """Return the table under a header that only a clerk could see."""
        for top in range(1, min(len(sheet.rows), _HEADER_WITHIN) + 1):
            for bottom in (top, top + 1):
                if bottom > len(sheet.rows):
                    continue
                labels = labels_under(sheet, (top, bottom))
                mapping = self._mapping_of(labels)
                if mapping is not None:
                    return _remembered(sheet, (top, bottom), len(sheet.rows), labels, mapping)
        return None

    def _mapping_of(self, labels: Sequence[str]) -> _Mapping | None:
        headers = headers_of(labels)
        text = self._known.get(headers) or self._known.get(_of_the_book(headers))
        return None if text is None else _read(text)


def _of_the_book(headers: str) -> str:
    """Return the headers of a book without what stands behind them in a workbook of rows not taken."""
    titles = (in_every_language("Import", title) for title in ("Row", "Reason not taken"))
    for behind in zip(*titles, strict=True):
        own = headers.removesuffix(_BETWEEN + _BETWEEN.join(map(fold, behind)))
        if own != headers:
            return own.rstrip(_BETWEEN)
    return headers


def recognised_tables(
    database: Database, sheets: Sequence[BookSheet], plate: str, path: str, check: Check | None
) -> list[BookTable]:
    """Return the tables of a book's sheets that are taken; `plate` is that of visits which have none.

    Raises:
        BookNotRecognised: there is none; it tells what was understood of the book at `path`.
        Cancelled: `check`, which is asked meanwhile, raised it.
    """
    mappings = Mappings(database)
    found = [
        found.table for sheet in sheets for found in mappings.tables_of(sheet, plate, check) if found.taken
    ]
    if not found:
        raise not_recognised(path, sheets)
    return [
        replace(table, plate=table.plate or plate) if table.kind is TableKind.VISITS else table
        for table in found
    ]


def headers_of(labels: Iterable[str]) -> str:
    """Return the names above columns as one text, the same for every way to write them."""
    return _BETWEEN.join(fold(label) for label in labels).rstrip(_BETWEEN)


def remember(
    database: Database,
    sheets: Sequence[BookSheet],
    choices: Choices,
    at: datetime,
    deed: Deed | None = None,
) -> None:
    """Keep what a clerk takes tables for, by their headers; one without names can not be known again.

    With the deed of an import it is taken back with that.
    """
    by_name = {sheet.name: sheet for sheet in sheets}
    # Of tables with the same header one that is taken speaks for all.
    for choice in sorted(choices.tables, key=lambda choice: choice.taken):
        sheet = by_name.get(choice.sheet)
        if (
            sheet is None
            or not 0 < choice.header[1] <= len(sheet.rows)
            or set(choice.roles) <= {ColumnRole.OTHER}
        ):
            continue
        headers = headers_of(labels_under(sheet, choice.header))
        if sum(1 for name in headers.split(_BETWEEN) if name) < _LEAST_NAMES:
            continue
        mapping = {
            "kind": choice.kind.value,
            "roles": [role.value for role in choice.roles],
            "taken": choice.taken,
            "date_order": _order_of(sheet, choice) or choices.order_of(choice.sheet, choice.header),
        }
        remembered.keep_mapping(database, headers, json.dumps(mapping), at, deed)


def _order_of(sheet: BookSheet, choice: TableChoice) -> DateOrder | None:
    """Return the order that the dates of a table prove."""
    if ColumnRole.DATE not in choice.roles:
        return None
    place = choice.roles.index(ColumnRole.DATE)
    rows = sheet.rows[choice.first - 1 : choice.last]
    return infer_order({row[place] for row in rows if place < len(row) and isinstance(row[place], str)})


def _remembered(
    sheet: BookSheet, header: tuple[int, int], last: int, labels: Sequence[str], mapping: _Mapping
) -> FoundTable:
    width = max(len(labels), len(mapping.roles))
    names = [*labels, *[""] * (width - len(labels))]
    roles = [*mapping.roles, *[ColumnRole.OTHER] * (width - len(mapping.roles))]
    columns = tuple(
        known_column(index, name, role) for index, (name, role) in enumerate(zip(names, roles, strict=True))
    )
    return FoundTable(
        BookTable(sheet, mapping.kind, header, header[1] + 1, last, columns, plate_of(sheet, columns)),
        remembered=True,
        taken=mapping.taken,
        date_order=mapping.date_order,
    )


def _read(text: str) -> _Mapping | None:
    """Return a mapping that was kept, or None when it is none: of a newer version, or damaged."""
    try:
        told = json.loads(text)
        order = told.get("date_order")
        mapping = _Mapping(
            TableKind(told["kind"]),
            tuple(ColumnRole(role) for role in told["roles"]),
            bool(told["taken"]),
            None if order is None else DateOrder(order),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return mapping if mapping.roles else None
