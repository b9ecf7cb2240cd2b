"""The shop's own export as a book of any program, for a file that is not empty: matched by plate and name."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import TypeAlias

from bengkel_crm.base.cancelling import Check, asking
from bengkel_crm.reports.workbooks_in.book_sheet import BookSheet, Cell
from bengkel_crm.schema.exchanged import FROM_BOOKS
from bengkel_crm.workshop.exchange.own.own_book import OwnBook, OwnSheet

_Sheets: TypeAlias = Sequence[tuple[BookSheet, OwnSheet]]

# What is derived from other rows, or only makes sense with its ids, is left out. Jobs stand on their lines.
_UNDERSTOOD: Mapping[str, frozenset[str]] = {
    table: frozenset((*columns.split(), *FROM_BOOKS.get(table, ())))
    for table, columns in {
        "customer": "name honorific kind phones contact_person address",
        "vehicle": "plate kind brand model year owner",
        "work_order": "number date plate owner odometer_km symptom mechanic total_rupiah remark",
        "work_order_line": "number kind text quantity price_rupiah mechanic",
        "product": "name category price_rupiah",
    }.items()
}
_OF_CUSTOMER = ("phones", "contact_person", "address", *FROM_BOOKS["customer"])


def as_any_book(
    own: OwnBook, sheets: Iterable[BookSheet], check: Check | None = None
) -> tuple[BookSheet, ...]:
    """Return the sheets of an export that tell any reader something, rows and columns in their places.

    A name alone joins nobody, so phones and addresses of customers stand behind their vehicles and visits.

    Raises:
        Cancelled: `check`, which is asked meanwhile, raised it.
    """
    known = {sheet.name: sheet for sheet in own.sheets if not sheet.in_bin}
    found = [(sheet, known[sheet.name]) for sheet in sheets if sheet.name in known]
    phones = _bare_phones(found, check)
    customers = {
        row["id"]: tuple(
            phones.get(row["id"]) if name == "phones" and phones is not None else row.get(name)
            for name in _OF_CUSTOMER
        )
        for row in _rows(found, "customer", check)
    }
    owners = {
        row["vehicle_id"]: row.get("customer_id")
        for row in _rows(found, "ownership", check)
        if row.get("until") is None
    }
    titles = next((_titles_of(about) for _, about in found if about.own.table == "customer"), ())
    told = []
    for sheet, about in found:
        behind: list[tuple[Cell, ...]] = [()] * len(sheet.rows)
        if (whose := _WHOSE.get(about.own.table)) is not None:
            ids = (whose(row, owners) for row in _records(sheet, about, check))
            behind = [titles, *(customers.get(customer_id, ()) for customer_id in ids)]
        if about.own.table == "customer" and phones is not None:
            sheet = _with_phones(sheet, about, phones, check)
        if about.own.table in _UNDERSTOOD:
            told.append(_with_understood(sheet, about, behind, check))
    return tuple(told)


# Whose the phones and the address are that stand behind a row, by its table.
_WHOSE: Mapping[str, Callable[[Mapping[str, Cell], Mapping[Cell, Cell]], Cell]] = {
    "vehicle": lambda row, owners: owners.get(row["id"]),
    "work_order": lambda row, owners: row.get("customer_id"),
}


def _titles_of(customers: OwnSheet) -> tuple[Cell, ...]:
    return tuple(customers.titles.get(name) for name in _OF_CUSTOMER)


def _bare_phones(found: _Sheets, check: Check | None) -> dict[Cell, Cell] | None:
    """Return the phones by customer without marks, or None where they have no sheet of their own.

    By a wrong number its customer is known again, but it is not the one to be dialled.
    """
    if all(about.own.table != "customer_phone" for _, about in found):
        return None
    bare: dict[Cell, list[tuple[bool, str]]] = {}
    for row in _rows(found, "customer_phone", check):
        if row.get("typed") is not None:
            phone = row.get("wrong_since") is not None, str(row["typed"])
            bare.setdefault(row.get("customer_id"), []).append(phone)
    return {
        customer: " / ".join(typed for _, typed in sorted(phones, key=itemgetter(0)))
        for customer, phones in bare.items()
    }


def _with_phones(
    sheet: BookSheet, about: OwnSheet, phones: Mapping[Cell, Cell], check: Check | None
) -> BookSheet:
    """Return the sheet of customers with these phones in their column."""
    codes = _codes(sheet, about)
    if "phones" not in codes:
        return sheet
    place = codes.index("phones")
    rows = [
        (*row[:place], *[None] * (place - len(row)), phones.get(record["id"]), *row[place + 1 :])
        for row, record in zip(sheet.rows[1:], _records(sheet, about, check), strict=True)
    ]
    return replace(sheet, rows=(*sheet.rows[:1], *rows))


def _rows(sheets: _Sheets, table: str, check: Check | None) -> Iterator[dict[str, Cell]]:
    for sheet, about in sheets:
        if about.own.table == table:
            yield from _records(sheet, about, check)


def _codes(sheet: BookSheet, about: OwnSheet) -> list[str]:
    header = sheet.rows[0] if sheet.rows else ()
    columns = about.columns
    return [columns.get("" if title is None else str(title).casefold(), "") for title in header]


def _records(sheet: BookSheet, about: OwnSheet, check: Check | None) -> Iterator[dict[str, Cell]]:
    """Yield the rows of a sheet by the codes of their columns, blank ones too."""
    blank = dict.fromkeys(about.own.columns)
    codes = _codes(sheet, about)
    for row in asking(sheet.rows[1:], check):
        yield {**blank, **dict(zip(codes, row, strict=False))}


def _with_understood(
    sheet: BookSheet, about: OwnSheet, behind: Sequence[tuple[Cell, ...]], check: Check | None
) -> BookSheet:
    """Return a sheet with its telling columns, the others blank, and more cells behind each row."""
    kept = [code in _UNDERSTOOD[about.own.table] for code in _codes(sheet, about)]
    width = max((place + 1 for place, is_kept in enumerate(kept) if is_kept), default=0)
    rows = []
    for row, more in asking(zip(sheet.rows, behind, strict=True), check):
        cells = [cell if is_kept else None for cell, is_kept in zip(row[:width], kept, strict=False)]
        rows.append((*cells, *[None] * (width - len(cells)), *more) if more else tuple(cells))
    return replace(sheet, rows=tuple(rows))
