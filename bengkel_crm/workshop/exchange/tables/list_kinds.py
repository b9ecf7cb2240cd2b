"""Lists that tell of no work: customers, prices, what came of reminders; told from everything like them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.trade.names import fold
from bengkel_crm.workshop.exchange.tables.columns import BookColumn
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole, name_strengths
from bengkel_crm.workshop.exchange.tables.table_kinds import TableKind

_PLATES = frozenset({ColumnRole.PLATE, ColumnRole.PLATE_DIGITS})
_WORK = frozenset(
    {
        ColumnRole.WORK,
        ColumnRole.JOB,
        ColumnRole.PART,
        ColumnRole.OIL,
        ColumnRole.OTHER_OIL,
        ColumnRole.MARK,
        ColumnRole.SYMPTOM,
    }
)
_OF_VISITS = frozenset({ColumnRole.ODOMETER, ColumnRole.MECHANIC, ColumnRole.VEHICLE_ID, *_PLATES})
_MONEY = frozenset({ColumnRole.TOTAL, ColumnRole.COST, ColumnRole.PRICE, ColumnRole.AMOUNT})
_GOODS = frozenset({ColumnRole.PART, ColumnRole.OIL, ColumnRole.OTHER_OIL, ColumnRole.WORK})
_NAMED_BY = (ColumnRole.CUSTOMER, ColumnRole.FIRST_NAME, ColumnRole.LAST_NAME, ColumnRole.COMPANY)
_REACHED_BY = frozenset(
    {ColumnRole.PHONE, ColumnRole.ADDRESS, ColumnRole.CONTACT, ColumnRole.HONORIFIC, ColumnRole.CUSTOMER_ID}
)
# People with a phone and an address who bring no vehicle.
_NOT_CUSTOMERS = re.compile(
    r"\b(?:karyawan|pegawai|mekanik|montir|teknisi|staff?|employees?|mechanics?|suppliers?|pemasok"
    r"|distributor|vendors?|sales|toko langganan|kontak penting"
    # The letter head of the shop itself.
    r"|(?:informasi|info|profile?|identitas|data|settings?|pengaturan|kop|tentang|nama|about|name of)"
    r" (?:the |our )?(?:bengkel|toko|usaha|workshop|shop|company|perusahaan|surat|aplikasi|app)"
    r"|(?:bengkel|toko|usaha|workshop|shop|company) (?:info|information|profile?|name|settings?|details)"
    r"|settings?|pengaturan)\b"
)
_OF_GOODS = re.compile(
    r"\b(?:harga|price|barang|produk|products?|stok|stock|oli|oil|spare ?parts?|parts?|katalog)\b"
)
_NAME_OF_GOODS = re.compile(
    r"(?:nama |name )?(?:barang|produk|products?|item|artikel|material|spare ?parts?|parts?|suku cadang|oli"
    r"|oil|onderdil)(?: (?:name|nama))?"
)
_PRICE = re.compile(r"(?:harga|hrg|price|tarif)\b.*|.*\bprice")
_BOUGHT_AT = re.compile(r".*\b(?:beli|modal|pokok|hpp|cost|purchase|grosir|wholesale)\b.*")
_CATEGORY = re.compile(
    r"(?:kategori|category|golongan|jenis|kelompok|group|type|tipe)(?: (?:barang|produk|item|product))?"
)
_BESIDE_GOODS = re.compile(
    r"(?:stok|stock|satuan|unit|uom|sku|barcode|part (?:no|number)|kode (?:barang|part|produk)"
    r"|min(?:imal)? stok)\b.*"
)
_CODE = re.compile(r"(?:kode|code|sku|id|part no|ref)(?: (?:barang|produk|item|pelanggan|customer))?")
_UNIT_OF_GOODS = re.compile(r"(?:id |kode )?(?:unit|satuan|uom)(?: ?(?:id|code|kode))?")
_NUMBERED_ANSWER = re.compile(r".*\b1 (?:to|sampai|s d|sd) 6\b.*")
_SURE_NUMBER = 0.9
_ALL_DIFFER = 0.95
_ROWS_LOOKED_AT = 500


def find_list_kind(
    columns: Sequence[BookColumn], rows: Sequence[Sequence[Cell]], titles: Iterable[str]
) -> TableKind | None:
    """Return which list that is no work these columns make, or None.

    `titles` are the name of the sheet and what stands above the header.
    """
    columns = [_without_chance_plate(column) for column in columns]
    columns = _without_unit_of_goods(columns)
    roles = {column.role for column in columns}
    said = [fold(title) for title in titles]
    if _are_outcomes(columns, roles, rows):
        return TableKind.OUTCOMES
    if roles & _OF_VISITS:
        return None
    if _is_price_list(columns, roles, rows, said):
        return TableKind.PRODUCTS
    if _are_customers(columns, roles, said):
        return TableKind.CUSTOMERS
    return None


def _without_chance_plate(column: BookColumn) -> BookColumn:
    """Return a column of codes that only look like plates ("A1") as what it is."""
    is_chance = column.role is ColumnRole.PLATE and _CODE.fullmatch(fold(column.header)) is not None
    return replace(column, role=ColumnRole.OTHER) if is_chance else column


def _without_unit_of_goods(columns: Sequence[BookColumn]) -> list[BookColumn]:
    """Return the columns, "unit_id" beside a price as what a thing is sold by: a piece, a bottle."""
    roles = {column.role for column in columns}
    if roles & {ColumnRole.DATE, ColumnRole.ODOMETER, *_PLATES} or not roles & _MONEY:
        return list(columns)
    return [
        replace(column, role=ColumnRole.OTHER)
        if column.role is ColumnRole.VEHICLE_ID and _UNIT_OF_GOODS.fullmatch(fold(column.header))
        else column
        for column in columns
    ]


def _are_outcomes(
    columns: Sequence[BookColumn], roles: set[ColumnRole], rows: Sequence[Sequence[Cell]]
) -> bool:
    if ColumnRole.OUTCOME not in roles or not roles & {*_PLATES, ColumnRole.NUMBER, ColumnRole.ROW_NUMBER}:
        return False
    if roles & {ColumnRole.ODOMETER, ColumnRole.MECHANIC, ColumnRole.TOTAL}:
        return False
    column = next(column for column in columns if column.role is ColumnRole.OUTCOME)
    if _cells(column.index, rows):
        return True
    # A form nobody filled in yet; a ledger may have a blank column "Hasil" too.
    return ColumnRole.UNTIL in roles or _NUMBERED_ANSWER.fullmatch(fold(column.header)) is not None


def _is_price_list(
    columns: Sequence[BookColumn],
    roles: set[ColumnRole],
    rows: Sequence[Sequence[Cell]],
    titles: Sequence[str],
) -> bool:
    if roles & {
        ColumnRole.DATE,
        ColumnRole.PHONE,
        ColumnRole.ADDRESS,
        ColumnRole.CONTACT,
        ColumnRole.SYMPTOM,
        ColumnRole.CUSTOMER_ID,
    }:
        return False
    names = _name_of_goods(columns)
    price = _price(columns)
    if names is None or price is None or not _PRICE.fullmatch(fold(price.header)):
        return False
    for column in columns:
        if column.role is ColumnRole.NUMBER:
            if (
                name_strengths(column.header).get(ColumnRole.NUMBER, 0.0) >= _SURE_NUMBER
                or ColumnRole.QUANTITY in roles
            ):
                return False  # the lines of work orders
            codes = [text_of(cell) for cell in _cells(column.index, rows)]
            if len(set(codes)) < _ALL_DIFFER * len(codes):
                return False
    return bool(
        _NAME_OF_GOODS.fullmatch(fold(names.header))
        or any(_BESIDE_GOODS.fullmatch(fold(column.header)) for column in columns)
        or any(_OF_GOODS.search(title) for title in titles)
        or _category(columns) is not None
    )


def _are_customers(columns: Sequence[BookColumn], roles: set[ColumnRole], titles: Sequence[str]) -> bool:
    if not roles & set(_NAMED_BY) or not roles & _REACHED_BY:
        return False
    if roles & (_WORK | _MONEY | {ColumnRole.OUTCOME}):
        return False
    if any(
        column.role is ColumnRole.NUMBER
        and name_strengths(column.header).get(ColumnRole.NUMBER, 0.0) >= _SURE_NUMBER
        for column in columns
    ):
        return False
    headers = [fold(column.header) for column in columns if column.role in _NAMED_BY]
    return not any(_NOT_CUSTOMERS.search(text) for text in (*titles, *headers))


def fit_columns(kind: TableKind, columns: Sequence[BookColumn]) -> tuple[BookColumn, ...]:
    """Return the columns of such a list in the roles its reader asks for, OTHER what it can not use."""
    fit = _FITS.get(kind)
    return tuple(columns) if fit is None else fit(columns)


def _fit_customers(columns: Sequence[BookColumn]) -> tuple[BookColumn, ...]:
    kept = {*_NAMED_BY, ColumnRole.MIDDLE_NAME, ColumnRole.ROW_NUMBER, *_REACHED_BY}
    return tuple(
        column
        if column.role in kept or (column.role is ColumnRole.NUMBER and fold(column.header) == "id")
        else _given(column, ColumnRole.OTHER)
        for column in columns
    )


def _fit_products(columns: Sequence[BookColumn]) -> tuple[BookColumn, ...]:
    found = {
        ColumnRole.PRODUCT: _name_of_goods(columns),
        ColumnRole.PRICE: _price(columns),
        ColumnRole.CATEGORY: _category(columns),
    }
    roles = {column.index: role for role, column in found.items() if column is not None}
    kept = {ColumnRole.ROW_NUMBER}
    return tuple(
        column if column.role in kept else _given(column, roles.get(column.index, ColumnRole.OTHER))
        for column in columns
    )


def _fit_outcomes(columns: Sequence[BookColumn]) -> tuple[BookColumn, ...]:
    kept = {
        *_PLATES,
        ColumnRole.PLATE_REGION,
        ColumnRole.PLATE_SUFFIX,
        ColumnRole.NUMBER,
        ColumnRole.ROW_NUMBER,
        ColumnRole.OUTCOME,
    }
    kept |= {ColumnRole.UNTIL, ColumnRole.REMARK}
    has_until = any(column.role is ColumnRole.UNTIL for column in columns)
    return tuple(
        column
        if column.role in kept
        else _given(
            column, ColumnRole.UNTIL if column.role is ColumnRole.DATE and not has_until else ColumnRole.OTHER
        )
        for column in columns
    )


_FITS: Mapping[TableKind, Callable[[Sequence[BookColumn]], tuple[BookColumn, ...]]] = {
    TableKind.CUSTOMERS: _fit_customers,
    TableKind.PRODUCTS: _fit_products,
    TableKind.OUTCOMES: _fit_outcomes,
}


def _given(column: BookColumn, role: ColumnRole) -> BookColumn:
    if column.role is role:
        return column
    return replace(
        column, role=role, confidence=0.0 if role is ColumnRole.OTHER else max(column.confidence, 0.6)
    )


def _name_of_goods(columns: Sequence[BookColumn]) -> BookColumn | None:
    """Return the column that names the goods: one that says so, else the surest that could."""
    named = [column for column in columns if column.role is ColumnRole.PRODUCT]
    goods = [column for column in columns if column.role in _GOODS]
    said = [
        column
        for column in columns
        if _NAME_OF_GOODS.fullmatch(fold(column.header)) and column.role not in (*_MONEY, ColumnRole.QUANTITY)
    ]
    goods.sort(key=lambda column: -column.confidence)
    # "Nama | Harga" alone: what looks like a customer is the thing sold.
    people = [column for column in columns if column.role is ColumnRole.CUSTOMER]
    return next(iter([*named, *said, *goods, *people]), None)


def _price(columns: Sequence[BookColumn]) -> BookColumn | None:
    """Return the column of the price asked from customers."""
    money = [column for column in columns if column.role in _MONEY]
    priced = [column for column in columns if column.role is ColumnRole.PRICE]
    asked = [column for column in (*priced, *money) if not _BOUGHT_AT.fullmatch(fold(column.header))]
    return next(iter(asked), None)


def _category(columns: Sequence[BookColumn]) -> BookColumn | None:
    named = [column for column in columns if column.role is ColumnRole.CATEGORY]
    said = [
        column
        for column in columns
        if _CATEGORY.fullmatch(fold(column.header)) and column.role not in (*_MONEY, *_GOODS)
    ]
    return next(iter([*named, *said]), None)


def _cells(index: int, rows: Sequence[Sequence[Cell]]) -> list[Cell]:
    some = rows[:_ROWS_LOOKED_AT]
    return [row[index] for row in some if index < len(row) and not is_nothing(row[index])]
