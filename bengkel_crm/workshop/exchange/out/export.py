"""Taking everything to Excel: one workbook, a sheet a list, from which the shop can be made again."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from bengkel_crm import __version__
from bengkel_crm.base import errors
from bengkel_crm.base.disk_errors import named_error
from bengkel_crm.base.i18n import language
from bengkel_crm.base.paths import is_file
from bengkel_crm.base.progress import Progress
from bengkel_crm.db.customers.phone_marks import marks_in_words
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.exchange import exports
from bengkel_crm.records.exports import ExportKind
from bengkel_crm.reports.workbooks_out.list_workbook import (
    Kind,
    Sheet,
    SheetColumn,
    write_csv,
    write_workbook,
)
from bengkel_crm.reports.workbooks_out.new_file import make_folder
from bengkel_crm.reports.workbooks_out.saved_book import is_saved_here
from bengkel_crm.schema.exchanged import OWN_LISTS, holds
from bengkel_crm.schema.fields import Holds
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.workshop.exchange.out.export_log import record_export
from bengkel_crm.workshop.exchange.own import own_words
from bengkel_crm.workshop.exchange.own.own_book import find_own_book
from bengkel_crm.workshop.exchange.own.own_cells import PLACE, settings_to_export
from bengkel_crm.workshop.exchange.own.own_sheets import (
    BETWEEN,
    BIN_SUFFIX,
    COLUMN_ROW,
    FORMAT,
    LIST_ROW,
    MARKER_SHEET,
    SIGNATURE,
    TEXT_ROW,
    TOTAL_ROW,
    WORD_ROW,
    cell_text,
    is_plain,
    pieces_of,
)

_KINDS: Mapping[Holds, Kind] = {
    Holds.DAY: Kind.DAY,
    Holds.MOMENT: Kind.MOMENT,
    Holds.RUPIAH: Kind.RUPIAH,
    Holds.ID: Kind.ID,
    Holds.WHOLE: Kind.COUNT,
    Holds.NUMBER: Kind.NUMBER,
}
_TOTALLED = frozenset({"total_rupiah"})
_WIDE = {
    "name": 28,
    "owner": 28,
    "address": 32,
    "jobs": 48,
    "text": 36,
    "content": 48,
    "phones": 26,
    "typed": 20,
    "symptom": 28,
    "keywords": 48,
    "key": 28,
    "value": 60,
}
_PLATES = frozenset({"plate", "present_plate"})
_MARKER_WIDTHS = (44, 24, 48, 60)


def export_everything(database: Database, path: Path, report: Progress, at: datetime | None = None) -> int:
    """Write every list of the shop to one workbook, log it, and return how many rows that were.

    A sheet each, titles in the chosen language; what lies in the bin stands on sheets of its own. Taken into
    an empty shop file it makes the same shop.

    Raises:
        DiskFull, ReadOnlyPlace, FileBusy, StorageFailed: whatever stood at `path` is untouched.
        Cancelled: `report` raised it; likewise.
    """
    # Whatever is saved meanwhile, every list is as it was at one moment.
    with database.atomic():
        export = _Export(database)
        write_workbook(path, [*export.sheets(), export.marker_sheet()], report, own_words.total_title())
    record_export(database, ExportKind.EVERYTHING, path, export.rows, at or database.now())
    return export.rows


def export_as_csv(
    database: Database, folder: Path, report: Progress, at: datetime | None = None
) -> tuple[Path, ...]:
    """Write every list of the shop to a folder, one CSV file each, log it, and return the files.

    They are for other programs: a text cut or tamed for a cell stays so. Each file appears when it is whole.

    Raises:
        DiskFull, ReadOnlyPlace, FileBusy, StorageFailed, Cancelled
    """
    made = []
    make_folder(folder)
    with database.atomic():
        export = _Export(database)
        for sheet in export.sheets():
            made.append(folder / f"{sheet.name}.csv")
            write_csv(made[-1], sheet, report)
    record_export(database, ExportKind.EVERYTHING, folder, export.rows, at or database.now())
    return tuple(made)


def prove_own_files(database: Database, folder: Path) -> None:
    """Make sure that every file an export as CSV would replace in a folder begins as one of ours.

    Raises:
        NotOurExport: one does not.
    """
    for sheet in _Export(database).sheets():
        path = folder / f"{sheet.name}.csv"
        if not is_file(path):
            continue
        titles = ";".join(column.title for column in sheet.columns)
        try:
            with path.open("rb") as file:
                begins = file.read(len(titles.encode()) + 5)
        except OSError as problem:
            raise named_error(problem, path) from problem
        if begins.decode("utf-8-sig", errors="replace").rstrip("\r\n") != titles:
            raise errors.NotOurExport(str(path))


def prove_own_workbook(path: Path) -> None:
    """Make sure that a file which an export would replace is an export.

    Raises:
        NotOurExport: it is not.
    """
    if is_file(path) and not is_saved_here(path) and find_own_book(path) is None:
        raise errors.NotOurExport(str(path))


class _Export:
    """The sheets of one export, and what the last of them has to tell of the others."""

    def __init__(self, database: Database) -> None:
        self.rows = 0
        # Texts that no cell holds as they are: (list, key of the row, column, text).
        self._odd: list[tuple[str, str, str, str]] = []
        listings = [self._with_logo(exports.open_listing(database, table)) for table in exports.TABLES]
        self._listings = [*listings, *exports.open_bin(database)]

    def _with_logo(self, listing: exports.Listing) -> exports.Listing:
        """Return a list; among the settings the shop's picture stands by its name, and is kept apart."""
        if listing.table != "setting":
            return listing
        settings, picture = settings_to_export(list(listing.rows))
        if picture is not None:
            self._odd.append((*PLACE, picture))
        return replace(listing, rows=iter(settings), count=len(settings))

    def sheets(self) -> list[Sheet]:
        """Return every sheet with its columns and the source of its rows."""
        return [
            Sheet(
                _sheet_name(listing),
                [_column(listing.table, name) for name in listing.columns],
                listing.count,
                self._cells(listing),
            )
            for listing in self._listings
        ]

    def marker_sheet(self) -> Sheet:
        """Return the sheet by which the program knows the others again, whatever language they speak."""
        columns = [
            SheetColumn(title, Kind.PLAIN, width)
            for title, width in zip(own_words.marker_titles(), _MARKER_WIDTHS, strict=True)
        ]
        return Sheet(MARKER_SHEET, columns, 1, chain(self._marks(), self._odd_texts()))

    def _marks(self) -> Iterator[list[str]]:
        yield [SIGNATURE, str(FORMAT), __version__, language()]
        yield [TOTAL_ROW, "", "", own_words.total_title()]
        for listing in self._listings:
            code = _code(listing)
            yield [LIST_ROW, code, "", _sheet_name(listing)]
            for column in listing.columns:
                yield [COLUMN_ROW, code, column, own_words.title_of(listing.table, column)]
                for value, word in own_words.words_of(listing.table, column).items():
                    yield [WORD_ROW, f"{code}.{column}", value, word]

    def _odd_texts(self) -> Iterator[list[str]]:
        """Yield what the lists left over; only complete when they have been walked."""
        for code, key, column, text in self._odd:
            for number, piece in enumerate(pieces_of(text)):
                yield [TEXT_ROW, BETWEEN.join((code, key, column, str(number))), "", piece]

    def _cells(self, listing: exports.Listing) -> Iterator[list[Any]]:
        own = OWN_LISTS[listing.table]
        kept = frozenset((*own.columns, "removed_at")) - _PLATES
        shaped, texts = [], []
        for place, name in enumerate(listing.columns):
            if (shapes := _shapes(listing.table, name)) is not None:
                shaped.append((place, name, shapes))
            elif holds(listing.table, name) is Holds.TEXT:
                texts.append((place, name))
        key = listing.columns.index(own.key)
        for row in listing.rows:
            cells = list(row)
            for place, name, shapes in shaped:
                value = row[place]
                if value is not None:
                    cells[place] = shapes[value]
                    if cells[place] is None and name in kept:
                        self._odd.append((_code(listing), str(row[key]), name, value))
            for place, name in texts:
                value = row[place]
                # Nearly every text is one that any cell holds, so that must be seen quickly.
                if value and not is_plain(value):
                    cells[place] = cell_text(value)
                    if cells[place] != value and name in kept:
                        self._odd.append((_code(listing), str(row[key]), name, value))
            self.rows += 1
            yield cells


class _Shapes(dict[Any, Any]):
    """The cells of stored values: few are met only once."""

    def __init__(self, shape: Callable[[Any], Any]) -> None:
        super().__init__()
        self._shape = shape

    def __missing__(self, stored: Any) -> Any:
        shaped = self[stored] = self._shape(stored)
        return shaped


class _PhoneShapes(_Shapes):
    """Of these each is met only once."""

    def __missing__(self, stored: Any) -> Any:
        return self._shape(stored)


def _code(listing: exports.Listing) -> str:
    return listing.table + BIN_SUFFIX if listing.in_bin else listing.table


def _sheet_name(listing: exports.Listing) -> str:
    return own_words.sheet_title(listing.table, listing.in_bin)


def _column(table: str, name: str) -> SheetColumn:
    kind = _KINDS.get(holds(table, name), Kind.PLAIN)
    return SheetColumn(own_words.title_of(table, name), kind, _WIDE.get(name, 14), name in _TOTALLED)


def _shapes(table: str, name: str) -> _Shapes | None:
    """Return what a column's stored values are as cells, or None where they are cells already."""
    kind = holds(table, name)
    if kind is Holds.DAY:
        return _Shapes(_day)
    if kind is Holds.MOMENT:
        return _Shapes(_moment)
    if kind is Holds.CODE:
        words = own_words.words_of(table, name)
        return _Shapes(lambda code: words.get(str(code), str(code)))
    if name == "phones":
        return _PhoneShapes(lambda phones: cell_text(marks_in_words(phones, own_words.wrong_number())))
    return _Shapes(lambda plate: cell_text(format_plate(plate))) if name in _PLATES else None


def _day(stored: str) -> date | None:
    """Return a day; None where the text is none that would be written the same way again."""
    try:
        day = date.fromisoformat(stored)
    except ValueError:
        return None
    return day if day.isoformat() == stored else None


def _moment(stored: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stored)
    except ValueError:
        return None
    return moment if moment.isoformat(timespec="seconds") == stored and moment.tzinfo is None else None
