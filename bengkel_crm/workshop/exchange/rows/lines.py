"""Work order lines out of cells: "Ganti oli mesin + Filter udara" is two, an oil is known as what it is."""

import re
from functools import lru_cache

from bengkel_crm.records.work_orders import Line
from bengkel_crm.trade.job_kinds import split_jobs
from bengkel_crm.trade.kinds import LineKind, ProductCategory
from bengkel_crm.trade.names import fold
from bengkel_crm.trade.products import classify_product, find_engine_oil_name, is_work
from bengkel_crm.workshop.exchange.tables.profiles import YES, is_nothing
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole

NO_DETAILS = "(tanpa rincian)"
_ENGINE_OIL_DONE = "Ganti oli mesin"
_OILS = frozenset(
    {
        ProductCategory.ENGINE_OIL,
        ProductCategory.GEAR_OIL,
        ProductCategory.FORK_OIL,
        ProductCategory.TWO_STROKE_OIL,
    }
)
_NO = frozenset({"tidak", "tdk", "no", "n", "t", "0", "false", "belum", "blm", "☐"})
# A longer cell is a letter, not a list of jobs; taking it apart would take the time of a thousand others.
_LONGEST_LIST = 1_000
_NAMES_OIL = re.compile(r"\b(?:oli|oil|olie)\b", re.IGNORECASE)
_BEGINS_AS_WORK = re.compile(
    r"(?:ganti|gt|servis|service|cek|check|kuras|tambah|isi|pasang|bongkar|bersih|jasa|ongkos|stel|setel|tune|turun"
    r"|perbaikan|repair|replace|change|top)",
    re.IGNORECASE,
)
_LINE_KINDS = {
    "jasa": LineKind.JOB,
    "job": LineKind.JOB,
    "labor": LineKind.JOB,
    "labour": LineKind.JOB,
    "servis": LineKind.JOB,
    "service": LineKind.JOB,
    "part": LineKind.PART,
    "parts": LineKind.PART,
    "sparepart": LineKind.PART,
    "spare": LineKind.PART,
    "barang": LineKind.PART,
    "material": LineKind.PART,
    "suku": LineKind.PART,
    "oli": LineKind.OIL,
    "oil": LineKind.OIL,
}


def line_kind_of(text: str) -> LineKind | None:
    """Return what a column "Jenis" says a line is, or None."""
    return _LINE_KINDS.get(fold(text).partition(" ")[0])


def line_of(text: str, kind: LineKind | None, quantity: float = 1.0, price_rupiah: int = 0) -> Line:
    """Return one line; `kind` as its column says it, None where the column holds work and goods alike."""
    category = classify_product(text)
    if kind is LineKind.OIL and category is ProductCategory.PART and not _says_work(text):
        # Under the title "Oli" a brand that nobody knows is an oil all the same; a filter stays a filter.
        category = classify_product(f"OLI {text}")
    return Line(
        _kind_of(text, kind, category), text, quantity, price_rupiah, _category_told(text, kind, category)
    )


def _kind_of(text: str, kind: LineKind | None, category: ProductCategory) -> LineKind:
    if category in _OILS:
        return LineKind.OIL
    if category is not ProductCategory.PART:
        return LineKind.PART
    if kind is LineKind.PART or kind is LineKind.OIL:
        return LineKind.JOB if _says_work(text) else LineKind.PART
    if kind is None and _NAMES_OIL.search(text) and not _says_work(text):
        return LineKind.PART  # "BAUT TAP OLI", "OIL SEAL KRUK AS": goods whose name says oil
    return LineKind.JOB


def _says_work(text: str) -> bool:
    return _BEGINS_AS_WORK.match(text) is not None or is_work(text)


def _category_told(text: str, kind: LineKind | None, category: ProductCategory) -> ProductCategory | None:
    return None if _kind_of(text, kind, category) is LineKind.JOB else category


_KIND_OF_ROLE = {
    ColumnRole.WORK: None,
    ColumnRole.JOB: LineKind.JOB,
    ColumnRole.PART: LineKind.PART,
    ColumnRole.OIL: LineKind.OIL,
}


@lru_cache(maxsize=16384)
def lines_of_cell(text: str, role: ColumnRole, header: str) -> tuple[Line, ...]:
    """Return the lines a cell of a book with one row a visit names, without prices."""
    if is_nothing(text):
        return ()
    if role in (ColumnRole.MARK, ColumnRole.OTHER_OIL, ColumnRole.OIL):
        word = text.casefold().strip()
        header = " ".join(header.replace("_", " ").split())
        if word in _NO:
            return ()
        if word in YES:
            # A tick names no oil: it says that it was changed.
            is_oil = role is ColumnRole.OIL or classify_product(header) is ProductCategory.ENGINE_OIL
            return (line_of(_ENGINE_OIL_DONE if is_oil else header, None),)
    if role is ColumnRole.MARK:
        return (line_of(f"{header} {text}", None),)
    if role is ColumnRole.OTHER_OIL:
        return (_under_title(text, header),)
    kind = _KIND_OF_ROLE[role]
    if len(text) > _LONGEST_LIST:
        return (line_of(text, kind),)
    return tuple(line for piece in split_jobs(text) for line in _lines_of_piece(piece, kind))


def _lines_of_piece(piece: str, kind: LineKind | None) -> tuple[Line, ...]:
    line = line_of(piece, kind)
    oil = find_engine_oil_name(piece) if line.kind is LineKind.JOB else None
    return (line,) if oil is None else (line, line_of(oil, LineKind.OIL))


def _under_title(text: str, header: str) -> Line:
    """Return the line of a column that names its product: under "Oli gardan", "Yamalube" is gear oil."""
    wanted = classify_product(header)
    return line_of(text if classify_product(text) is wanted else f"{header} {text}", LineKind.PART)
