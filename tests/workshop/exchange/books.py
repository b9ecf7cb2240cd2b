"""Books for tests: sheets of rows, written as a spreadsheet program would."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from bengkel_crm.records.counter import Card
from bengkel_crm.trade.kinds import ProductCategory
from bengkel_crm.workshop.counter.lookup import look_up_plate
from bengkel_crm.workshop.exchange import ImportReport, import_book
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.work_orders.work_orders import get_work_order

TODAY = date(2026, 11, 21)

Rows = Sequence[Sequence[Any]]


def write_sheets(
    path: Path, sheets: Mapping[str, Rows], merged: Mapping[str, Sequence[str]] | None = None
) -> Path:
    """Write a workbook with these sheets in this order; `merged` names ranges like "A2:A5" by sheet."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for place in (merged or {}).get(name, ()):
            sheet.merge_cells(place)
    book.save(path)
    return path


def take_over(database: Database, path: Path, **options: Any) -> ImportReport:
    """Import a book on the day the tests live in."""
    return import_book(database, path, today=TODAY, **options)


def card_of(database: Database, plate: str) -> Card:
    card = look_up_plate(database, plate)
    assert card is not None, plate
    return card


def phones_of(card: Card) -> list[str | None]:
    assert card.owner is not None
    return [phone.e164 for phone in card.owner.phones]


def lines_of(database: Database, card: Card) -> list[tuple[str, ProductCategory | None]]:
    """Return (text, category) of the lines of a card's last visit."""
    assert card.last_work_order is not None
    order = get_work_order(database, card.last_work_order.id)
    return [(line.text, line.category) for line in order.lines]
