"""Sheets that point at each other by numbers, as other programs export them, put together row by row.

A row of services that names its vehicle by `vehicle_id` gets the plate of that vehicle, and a vehicle with a
`customer_id` its owner's name: in columns behind its own, which say where they come from.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bengkel_crm.names import fold
from bengkel_crm.reports.workbook_reader import BookSheet, Cell
from bengkel_crm.workshop.exchange.columns import Column, recognise
from bengkel_crm.workshop.exchange.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.roles import FROM, Role, name_strengths

_HEADER_WITHIN = 20
_LEAST_NAMES = 2
_WIDEST = 150
_SURE = 0.6
_LEAST_FOUND = 0.5
_LEAST_DIFFERENT = 0.95
_PERSON = (Role.CUSTOMER, Role.HONORIFIC, Role.PHONE, Role.ADDRESS, Role.CONTACT)
_VEHICLE = (
    *(Role.PLATE, Role.VEHICLE, Role.BRAND, Role.MODEL, Role.YEAR, Role.COLOR, Role.VEHICLE_KIND),
    *(Role.CUSTOMER_ID, *_PERSON),
)
_OWN_ID = frozenset({"id", "kode", "code", "no", "nomor", "number", "key", "nr"})
# What a column is called where its own name would not say what it is.
_CALLED = {
    Role.CUSTOMER: "Nama",
    Role.HONORIFIC: "Sapaan",
    Role.PHONE: "Telepon",
    Role.ADDRESS: "Alamat",
    Role.CONTACT: "Contact person",
    Role.PLATE: "Nopol",
    Role.VEHICLE: "Kendaraan",
    Role.BRAND: "Merek",
    Role.MODEL: "Model",
    Role.YEAR: "Tahun",
    Role.COLOR: "Warna",
    Role.VEHICLE_KIND: "Jenis kendaraan",
    Role.CUSTOMER_ID: "ID pelanggan",
}


@dataclass(frozen=True, slots=True)
class _Sheet:
    sheet: BookSheet
    header: int
    columns: tuple[Column, ...]

    def has(self, role: Role) -> bool:
        return any(column.role is role for column in self.columns)

    def place(self, role: Role) -> int | None:
        return next((column.index for column in self.columns if column.role is role), None)

    def rows(self) -> Sequence[tuple[Cell, ...]]:
        return self.sheet.rows[self.header :]


def join_by_ids(sheets: Sequence[BookSheet]) -> tuple[BookSheet, ...]:
    """Return the sheets of a book, those that point at vehicles or customers with what these tell.

    Rows keep their places; a sheet that points at nothing is returned as it is.
    """
    if len(sheets) < 2 or not any(map(_points_somewhere, sheets)):
        return tuple(sheets)
    known = [_look(sheet) for sheet in sheets]
    known = _joined(known, Role.CUSTOMER_ID, _is_of_customers, _PERSON, Role.CUSTOMER)
    known = _joined(known, Role.VEHICLE_ID, _is_of_vehicles, _VEHICLE, Role.PLATE)
    return tuple(sheet if look is None else look.sheet for sheet, look in zip(sheets, known, strict=True))


def _points_somewhere(sheet: BookSheet) -> bool:
    header = _header_of(sheet)
    names = [] if header is None else [cell for cell in sheet.rows[header - 1] if isinstance(cell, str)]
    return any({Role.CUSTOMER_ID, Role.VEHICLE_ID} & set(name_strengths(name)) for name in names)


def _header_of(sheet: BookSheet) -> int | None:
    """Return the row of the names, from 1: the first with two of them."""
    for number, row in enumerate(sheet.rows[:_HEADER_WITHIN], 1):
        if sum(1 for cell in row if isinstance(cell, str) and name_strengths(cell)) >= _LEAST_NAMES:
            return number
    return None


def _look(sheet: BookSheet) -> _Sheet | None:
    header = _header_of(sheet)
    if header is None or len(sheet.rows[header - 1]) > _WIDEST:
        return None
    labels = [text_of(cell) for cell in sheet.rows[header - 1]]
    return _Sheet(sheet, header, recognise(labels, sheet.rows[header:]))


def _is_of_customers(look: _Sheet) -> bool:
    return look.has(Role.CUSTOMER) and not look.has(Role.PLATE) and not look.has(Role.VEHICLE_ID)


def _is_of_vehicles(look: _Sheet) -> bool:
    return look.has(Role.PLATE) and not look.has(Role.ODOMETER)


def _joined(
    known: list[_Sheet | None],
    role: Role,
    is_source: Callable[[_Sheet], bool],
    wanted: Iterable[Role],
    needed: Role,
) -> list[_Sheet | None]:
    """Return the sheets with those joined that have a column of `role` and none of `needed`."""
    sources = [look for look in known if look is not None and is_source(look)]
    done: list[_Sheet | None] = []
    for look in known:
        place = None if look is None or look.has(needed) or look in sources else look.place(role)
        if look is not None and place is not None:
            look = _with_what_it_points_at(look, place, sources, role, tuple(wanted))
        done.append(look)
    return done


def _with_what_it_points_at(
    look: _Sheet, place: int, sources: Iterable[_Sheet], role: Role, wanted: Sequence[Role]
) -> _Sheet:
    pointers = [_id_of(row, place) for row in look.rows()]
    told = [pointer for pointer in pointers if pointer]
    for source in sources:
        rows = _rows_by_id(source, role)
        if not told or sum(1 for pointer in told if pointer in rows) < _LEAST_FOUND * len(told):
            continue
        columns = [column for column in source.columns if column.role in wanted]
        columns = [column for column in columns if column.role is Role.PHONE or not look.has(column.role)]
        width = max(len(row) for row in look.sheet.rows)
        labels = [_called(source, column) for column in columns]
        new: list[tuple[Cell, ...]] = list(look.sheet.rows)
        new[look.header - 1] = _widened(new[look.header - 1], width, labels)
        for number, pointer in enumerate(pointers, look.header):
            found = rows.get(pointer)
            if found is not None:
                cells = [found[column.index] if column.index < len(found) else None for column in columns]
                new[number] = _widened(new[number], width, cells)
        added = [replace(column, index=width + index) for index, column in enumerate(columns)]
        return _Sheet(replace(look.sheet, rows=tuple(new)), look.header, (*look.columns, *added))
    return look


def _rows_by_id(source: _Sheet, role: Role) -> dict[str, tuple[Cell, ...]]:
    """Return the rows of a sheet by the numbers they give themselves; empty where these tell nobody apart."""
    own = source.place(role)
    if own is None:
        own = next((column.index for column in source.columns if fold(column.header) in _OWN_ID), None)
    if own is None:
        return {}
    rows = [(_id_of(row, own), row) for row in source.rows()]
    by_id = {number: row for number, row in reversed(rows) if number}
    return by_id if len(by_id) >= _LEAST_DIFFERENT * sum(1 for number, _ in rows if number) else {}


def _id_of(row: Sequence[Cell], place: int) -> str:
    return id_text(row[place] if place < len(row) else None)


def id_text(cell: Cell) -> str:
    """Return a number that stands for a record as text, the same however it is written: 1, 1.0, " 1 "."""
    if is_nothing(cell):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return text_of(cell).casefold()


def _called(source: _Sheet, column: Column) -> str:
    header = column.header.rpartition(FROM)[2].strip()
    if name_strengths(header).get(column.role, 0.0) < _SURE:
        header = _CALLED[column.role]
    return f"{source.sheet.name} {FROM} {header}"


def _widened(row: tuple[Cell, ...], width: int, cells: Sequence[Cell]) -> tuple[Cell, ...]:
    return (*row, *(None,) * (width - len(row)), *cells)
