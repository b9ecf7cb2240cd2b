"""Rows of a price list: what the shop sells, what it is, and what it costs the customer."""

from collections.abc import Mapping

from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.schema.lengths import LONGEST
from bengkel_crm.trade.kinds import ProductCategory
from bengkel_crm.trade.money import MOST_RUPIAH
from bengkel_crm.trade.names import fold
from bengkel_crm.trade.products import classify_under
from bengkel_crm.workshop.exchange.rows.cells import CellReader, Untaken
from bengkel_crm.workshop.exchange.rows.entries import ProductEntry, Readings, Reason, RowFate
from bengkel_crm.workshop.exchange.rows.list_rows import Taker
from bengkel_crm.workshop.exchange.rows.row_doubts import Row
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole
from bengkel_crm.workshop.exchange.tables.sheets import BookTable

# Where the name and the price stand when a clerk took the columns for what a work order has.
_NAMES = (
    ColumnRole.PRODUCT,
    ColumnRole.PART,
    ColumnRole.OIL,
    ColumnRole.OTHER_OIL,
    ColumnRole.WORK,
    ColumnRole.JOB,
    ColumnRole.CUSTOMER,
)
_PRICES = (ColumnRole.PRICE, ColumnRole.AMOUNT, ColumnRole.TOTAL, ColumnRole.COST)
_WORK = ("jasa", "service", "servis", "labor", "labour", "job", "work", "pekerjaan", "ongkos")
_CATEGORIES: Mapping[ProductCategory, str] = {
    ProductCategory.ENGINE_OIL: "engine oil|oli mesin|pelumas mesin|motor oil|oli motor|oli mobil",
    ProductCategory.GEAR_OIL: "gear oil|oli gardan|oli gear|oli transmisi|oli persneling"
    "|transmission oil|atf",
    ProductCategory.FORK_OIL: "fork oil|oli skok|oli shock|oli shockbreaker|oli garpu",
    ProductCategory.TWO_STROKE_OIL: "two stroke oil|2 stroke oil|oli samping|oli 2t|oli 2 tak",
    ProductCategory.BRAKE_FLUID: "brake fluid|minyak rem|cairan rem",
    ProductCategory.COOLANT: "coolant|air radiator|cairan pendingin|radiator coolant",
    ProductCategory.OIL_FILTER: "oil filter|filter oli|saringan oli",
    ProductCategory.PART: "part|parts|sparepart|spareparts|spare part|spare parts|suku cadang|onderdil|ban"
    "|tire|busi|aki|kampas|aksesoris|accessories|baut|lampu|bearing",
}
# What stands over the goods below it, alone in its row.
_HEADINGS = frozenset(
    {"oli", "oil", "pelumas", "barang", "lain lain", "cairan", "kelistrikan", "mesin", "body", "rem"}
)
_CATEGORY_OF = {name: category for category, names in _CATEGORIES.items() for name in names.split("|")} | {
    fold(category.value.replace("_", " ")): category for category in ProductCategory
}


def read_category(text: str) -> ProductCategory | None:
    """Return the category a word of either language names, or None: "Oli" alone may be any of five."""
    return _CATEGORY_OF.get(" ".join(fold(text.replace("_", " ")).split()))


def taker_of_products(readings: Readings, table: BookTable, cells: CellReader) -> Taker:
    """Return what reads a row of a price list into the readings; the first row of a name speaks for it."""
    prices: dict[str, int | None] = {}

    def take(number: int, row: Row) -> RowFate | None:
        cell = _first(cells, row, _NAMES)
        if is_nothing(cell):
            if any(not is_nothing(cells.cell(row, role)) for role in _PRICES):
                raise Untaken(Reason.NO_NAME)
            return None
        name = text_of(cell)
        if len(name) > LONGEST["product"]["name"]:
            raise Untaken(Reason.TOO_LONG, str(len(name)))
        told = _first(cells, row, _PRICES)
        price = cells.money(told)
        if price is not None and not 0 <= price <= MOST_RUPIAH:
            raise Untaken(Reason.BAD_VALUE, text_of(told))
        category = cells.cell(row, ColumnRole.CATEGORY)
        said = "" if is_nothing(category) else text_of(category)
        if is_nothing(told) and sum(1 for cell in row if not is_nothing(cell)) == 1:
            if fold(name) in _HEADINGS or read_category(name) is not None:
                return RowFate.NOTE
            if name.isupper():
                raise Untaken(Reason.NO_PRICE, name)
        if fold(said).split(" ")[0] in _WORK:
            raise Untaken(Reason.IS_WORK, name)
        key = fold(name)
        if not key:
            raise Untaken(Reason.NO_NAME)
        if key in prices:
            if prices[key] != price:
                raise Untaken(Reason.TWICE, name)
            return RowFate.KNOWN
        prices[key] = price
        kind = classify_under(name, read_category(said))
        readings.products.append(ProductEntry(table.sheet.name, number, name, kind, price or None))
        return RowFate.TAKEN

    return take


def _first(cells: CellReader, row: Row, roles: tuple[ColumnRole, ...]) -> Cell:
    """Return the cell of the first of these roles that the table has."""
    return next((cells.cell(row, role) for role in roles if cells.has(role)), None)
