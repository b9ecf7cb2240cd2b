"""Sheets that point at each other by numbers, as other programs export them, put together row by row.

A row of services that names its vehicle by `vehicle_id` gets the plate of that vehicle, and a vehicle with a
`customer_id` its owner's name: in columns behind its own, which say where they come from.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bengkel_crm.reports.workbooks_in.book_sheet import BookSheet, Cell
from bengkel_crm.trade.names import fold
from bengkel_crm.workshop.exchange.tables.columns import BookColumn, recognise
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import (
    FROM,
    PERSON_ROLES,
    VEHICLE_ROLES,
    ColumnRole,
    field_titles,
    name_strengths,
)

_HEADER_WITHIN = 20
_LEAST_NAMES = 2
_WIDEST = 150
_SURE = 0.6
_LEAST_FOUND = 0.5
_LEAST_DIFFERENT = 0.95
_LEAST_NUMBERS = 0.8
_VEHICLE = (ColumnRole.PLATE, *VEHICLE_ROLES, ColumnRole.CUSTOMER_ID, *PERSON_ROLES)
_OWN_ID = frozenset({"id", "kode", "code", "no", "nomor", "number", "key", "nr"})
# What two lists have in common without meaning the same: never a key.
_NO_KEY = _OWN_ID | {
    *(
        "nama",
        "name",
        "alamat",
        "address",
        "tanggal",
        "tgl",
        "date",
        "tahun",
        "year",
        "warna",
        "color",
        "merk",
        "merek",
    ),
    *(
        "brand",
        "tipe",
        "type",
        "model",
        "jenis",
        "keterangan",
        "catatan",
        "notes",
        "status",
        "total",
        "harga",
        "price",
    ),
    *(
        "created at",
        "updated at",
        "deleted at",
        "email",
        "no urut",
        "jumlah",
        "qty",
        "km",
        "biaya",
        "kota",
        "city",
    ),
}
_NO_KEY_ROLES = frozenset(ColumnRole) - {
    ColumnRole.OTHER,
    ColumnRole.NUMBER,
    ColumnRole.CUSTOMER_ID,
    ColumnRole.VEHICLE_ID,
    ColumnRole.PHONE,
}
_OF_VISITS = (ColumnRole.DATE, ColumnRole.WORK, ColumnRole.JOB, ColumnRole.ODOMETER)
# What a column is called where its own name would not say what it is.
_CALLED = {
    ColumnRole.CUSTOMER: "Nama",
    ColumnRole.FIRST_NAME: "Nama depan",
    ColumnRole.MIDDLE_NAME: "Nama tengah",
    ColumnRole.LAST_NAME: "Nama belakang",
    ColumnRole.COMPANY: "Perusahaan",
    ColumnRole.HONORIFIC: "Sapaan",
    ColumnRole.PHONE: "Telepon",
    ColumnRole.ADDRESS: "Alamat",
    ColumnRole.CONTACT: "Contact person",
    ColumnRole.PLATE: "Nopol",
    ColumnRole.VEHICLE: "Kendaraan",
    ColumnRole.BRAND: "Merek",
    ColumnRole.MODEL: "Model",
    ColumnRole.YEAR: "Tahun",
    ColumnRole.VEHICLE_KIND: "Jenis kendaraan",
    ColumnRole.CUSTOMER_ID: "ID pelanggan",
}


@dataclass(frozen=True, slots=True)
class _JoinedSheet:
    sheet: BookSheet
    header: int
    columns: tuple[BookColumn, ...]

    def has(self, role: ColumnRole) -> bool:
        """Return whether a column was taken for a role."""
        return any(column.role is role for column in self.columns)

    def place(self, role: ColumnRole) -> int | None:
        """Return where the column of a role stands, or None."""
        return next((column.index for column in self.columns if column.role is role), None)

    def rows(self) -> Sequence[tuple[Cell, ...]]:
        """The rows below the titles."""
        return self.sheet.rows[self.header :]


def join_by_ids(sheets: Sequence[BookSheet]) -> tuple[BookSheet, ...]:
    """Return the sheets of a book, those that point at vehicles or customers with what these tell.

    Rows keep their places; a sheet that points at nothing is returned as it is.
    """
    if len(sheets) < 2 or not (any(map(_points_somewhere, sheets)) or _share_a_title(sheets)):
        return tuple(sheets)
    known = [_look(sheet) for sheet in sheets]
    known = _joined_by_titles(
        known, _is_of_customers, PERSON_ROLES, ColumnRole.CUSTOMER_ID, ColumnRole.CUSTOMER
    )
    known = _joined_by_titles(known, _is_of_vehicles, _VEHICLE, ColumnRole.VEHICLE_ID, ColumnRole.PLATE)
    known = _joined(known, ColumnRole.CUSTOMER_ID, _is_of_customers, PERSON_ROLES, ColumnRole.CUSTOMER)
    known = _joined(known, ColumnRole.VEHICLE_ID, _is_of_vehicles, _VEHICLE, ColumnRole.PLATE)
    return tuple(sheet if look is None else look.sheet for sheet, look in zip(sheets, known, strict=True))


def _points_somewhere(sheet: BookSheet) -> bool:
    header = _header_of(sheet)
    names = [] if header is None else [cell for cell in sheet.rows[header - 1] if isinstance(cell, str)]
    return any({ColumnRole.CUSTOMER_ID, ColumnRole.VEHICLE_ID} & set(name_strengths(name)) for name in names)


def _share_a_title(sheets: Sequence[BookSheet]) -> bool:
    """Return whether two sheets have a column of the same name that can be a key."""
    seen: set[str] = set()
    for sheet in sheets:
        header = _header_of(sheet)
        row = () if header is None else sheet.rows[header - 1]
        titles = {fold(cell) for cell in row if isinstance(cell, str)} - _NO_KEY
        if seen & titles:
            return True
        seen |= titles
    return False


def _joined_by_titles(
    known: list[_JoinedSheet | None],
    is_source: Callable[[_JoinedSheet], bool],
    wanted: Iterable[ColumnRole],
    pointer: ColumnRole,
    needed: ColumnRole,
) -> list[_JoinedSheet | None]:
    """Return the sheets with those joined that share a title, and the values under it, with a list."""
    sources = [look for look in known if look is not None and is_source(look)]
    done: list[_JoinedSheet | None] = []
    for look in known:
        asks = look is not None and look not in sources and not look.has(needed) and not look.has(pointer)
        if look is not None and asks and (needed is ColumnRole.CUSTOMER or any(map(look.has, _OF_VISITS))):
            for source in sources:
                key = _shared_key(look, source)
                if key is not None:
                    own, theirs = key
                    look = _with_rows_of(look, own, source, _rows_at(source, theirs), tuple(wanted))
                    break
        done.append(look)
    return done


def _shared_key(look: _JoinedSheet, source: _JoinedSheet) -> tuple[int, int] | None:
    """Return the places of a column that both have, whose values tell the rows of the source apart."""
    titles = {fold(column.header): column.index for column in source.columns if column.header}
    for column in look.columns:
        theirs = titles.get(fold(column.header))
        if theirs is None or fold(column.header) in _NO_KEY or column.role in _NO_KEY_ROLES:
            continue
        rows = _rows_at(source, theirs)
        told = [number for row in look.rows() if (number := _id_of(row, column.index))]
        if sum(any(map(str.isdecimal, number)) for number in told) < _LEAST_NUMBERS * len(told):
            continue
        if told and rows and sum(number in rows for number in told) >= _LEAST_FOUND * len(told):
            return column.index, theirs
    return None


def _header_of(sheet: BookSheet) -> int | None:
    """Return the row of the names, from 1: the first with two of them."""
    for number, row in enumerate(sheet.rows[:_HEADER_WITHIN], 1):
        if sum(1 for cell in row if isinstance(cell, str) and name_strengths(cell)) >= _LEAST_NAMES:
            return number
    return None


def _look(sheet: BookSheet) -> _JoinedSheet | None:
    header = _header_of(sheet)
    if header is None or len(sheet.rows[header - 1]) > _WIDEST:
        return None
    labels = [text_of(cell) for cell in sheet.rows[header - 1]]
    return _JoinedSheet(sheet, header, recognise(labels, sheet.rows[header:]))


def _is_of_customers(look: _JoinedSheet) -> bool:
    return (
        look.has(ColumnRole.CUSTOMER)
        and not look.has(ColumnRole.PLATE)
        and not look.has(ColumnRole.VEHICLE_ID)
    )


def _is_of_vehicles(look: _JoinedSheet) -> bool:
    return look.has(ColumnRole.PLATE) and not look.has(ColumnRole.ODOMETER)


def _joined(
    known: list[_JoinedSheet | None],
    role: ColumnRole,
    is_source: Callable[[_JoinedSheet], bool],
    wanted: Iterable[ColumnRole],
    needed: ColumnRole,
) -> list[_JoinedSheet | None]:
    """Return the sheets with those joined that have a column of `role` and none of `needed`."""
    sources = [look for look in known if look is not None and is_source(look)]
    done: list[_JoinedSheet | None] = []
    for look in known:
        place = None if look is None or look.has(needed) or look in sources else look.place(role)
        if look is not None and place is not None:
            look = _with_what_it_points_at(look, place, sources, role, tuple(wanted))
        done.append(look)
    return done


def _with_what_it_points_at(
    look: _JoinedSheet,
    place: int,
    sources: Iterable[_JoinedSheet],
    role: ColumnRole,
    wanted: Sequence[ColumnRole],
) -> _JoinedSheet:
    told = [pointer for row in look.rows() if (pointer := _id_of(row, place))]
    for source in sources:
        rows = _rows_by_id(source, role)
        if told and sum(1 for pointer in told if pointer in rows) >= _LEAST_FOUND * len(told):
            return _with_rows_of(look, place, source, rows, wanted)
    return look


def _with_rows_of(
    look: _JoinedSheet,
    place: int,
    source: _JoinedSheet,
    rows: Mapping[str, tuple[Cell, ...]],
    wanted: Sequence[ColumnRole],
) -> _JoinedSheet:
    """Return a sheet with what the rows of a source say that its column at `place` points at."""
    columns = [column for column in source.columns if column.role in wanted]
    columns = [column for column in columns if column.role is ColumnRole.PHONE or not look.has(column.role)]
    width = max(len(row) for row in look.sheet.rows)
    labels = [_called(source, column) for column in columns]
    new: list[tuple[Cell, ...]] = list(look.sheet.rows)
    new[look.header - 1] = _widened(new[look.header - 1], width, labels)
    for number, row in enumerate(look.rows(), look.header):
        found = rows.get(_id_of(row, place))
        if found is not None:
            cells = [found[column.index] if column.index < len(found) else None for column in columns]
            new[number] = _widened(new[number], width, cells)
    added = [replace(column, index=width + index) for index, column in enumerate(columns)]
    return _JoinedSheet(replace(look.sheet, rows=tuple(new)), look.header, (*look.columns, *added))


def _rows_by_id(source: _JoinedSheet, role: ColumnRole) -> dict[str, tuple[Cell, ...]]:
    """Return the rows of a sheet by the numbers they give themselves; empty where these tell nobody apart."""
    own = source.place(role)
    if own is None:
        own = next((column.index for column in source.columns if fold(column.header) in _OWN_ID), None)
    return {} if own is None else _rows_at(source, own)


def _rows_at(source: _JoinedSheet, own: int) -> dict[str, tuple[Cell, ...]]:
    """Return the rows of a sheet by what stands in a column; empty where it tells nobody apart."""
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


def _called(source: _JoinedSheet, column: BookColumn) -> str:
    header = column.header.rpartition(FROM)[2].strip()
    if name_strengths(header).get(column.role, 0.0) < _SURE:
        header = _CALLED.get(column.role) or field_titles(column.role)[0]
    return f"{source.sheet.name} {FROM} {header}"


def _widened(row: tuple[Cell, ...], width: int, cells: Sequence[Cell]) -> tuple[Cell, ...]:
    return (*row, *(None,) * (width - len(row)), *cells)
