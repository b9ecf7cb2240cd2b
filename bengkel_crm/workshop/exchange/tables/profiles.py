"""What the cells of a column look like: the evidence beside its name."""

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from itertools import pairwise

from bengkel_crm.records.reminders import Outcome
from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.trade.dates import read_date
from bengkel_crm.trade.job_kinds import JobRecogniser, load_shipped
from bengkel_crm.trade.kinds import CustomerKind, ProductCategory
from bengkel_crm.trade.money import read_rupiah
from bengkel_crm.trade.names import fold, read_name
from bengkel_crm.trade.odometers import read_odometer
from bengkel_crm.trade.phones import looks_like_phone
from bengkel_crm.trade.plates import looks_like_plate
from bengkel_crm.trade.products import classify_product
from bengkel_crm.workshop.reminders.outcome_taking import find_outcome
from bengkel_crm.workshop.vehicles.vehicle_makes import read_vehicle, read_vehicle_kind

_SAMPLE = 80
_LONGEST = 300
_LONGEST_TITLE = 10
_NOTHING = frozenset(
    {"", "-", "--", "tidak ada", "tdk ada", "kosong", "n/a", "na", "nihil", ".", "none", "null"}
)
_LONGEST_NOTHING = max(map(len, _NOTHING))
# Copied out of a browser or a chat these come along, and make two names out of one.
_UNSEEN = dict.fromkeys(
    (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF)
)
# What says of a thing in its column that it was done; then all that stands in such a column.
YES = frozenset(
    [
        "*",
        "1",
        "done",
        "ganti",
        "o",
        "ok",
        "sudah",
        "true",
        "v",
        "x",
        "y",
        "ya",
        "yes",
        "•",
        "√",
        "●",
        "☑",
        "✓",
        "✔",
    ]
)
_MARKS = YES | frozenset(["0", "belum", "false", "n", "no", "t", "tdk", "tidak", "☐"])
_LINE_KINDS = frozenset(
    {
        *("jasa", "part", "parts", "sparepart", "spare", "oli", "oil", "barang", "labor", "labour", "job"),
        *("lain", "material", "servis", "suku"),
    }
)
_NAME_WORDS = re.compile(r"[^\W\d_]+(?:[ .,'’/-]+[^\W\d_]+)*[.,]?")
_REGION = re.compile(r"[A-Za-z]{1,2}")
_SUFFIX = re.compile(r"[A-Za-z]{1,3}")
_BEGINS_AS_PHONE = re.compile(r"\s*(?:(?:wa|hp|tel|telp|tlp|ph|phone|mobile)\b)?[\s:.('+]*\d", re.IGNORECASE)
# Police, army and embassies: "4401-07", "5521-VII", "CD 99 01". Nothing but its title tells it from a code.
_OFFICIAL_PLATE = re.compile(
    r"(?=.*\d)[A-Z]{0,4}[ .-]?\d{1,6}(?:[ ./-]{1,3}[A-Z0-9]{1,6}){0,2}", re.IGNORECASE
)
_SHORT_YEAR = re.compile(r"\d\d")
_LEAST_SERIAL, _MOST_SERIAL = 25_000, 60_000  # 1968 to 2064
_EIGHT_DIGITS = 19_680_101, 20_641_231
_MOMENTS = 946_684_800, 2_524_608_000
_LONGEST_OFFICIAL = 14
_LEAST_RUPIAH = 500
# Nobody asks for less: what is not round is no price.
_ROUND_RUPIAH = 500
_WORKISH = re.compile(
    r"\b(?:ganti|servis|service|tune|kuras|stel|setel|cek|check|pasang|bersih|cuci|kampas|filter|busi|aki|ban"
    r"|rem|oli|oil|seal|baut|lampu|rantai|gear|v ?belt|roller|spooring|balancing|tambal|replace|repair|change"
    r"|brake|tire|battery|bearing|laher|kabel|cvt|mesin|ac|radiator|overhaul|turun)\b"
)


@cache
def _recogniser() -> JobRecogniser:
    return JobRecogniser(load_shipped())


def is_nothing(cell: Cell) -> bool:
    """Return whether a cell says nothing: blank, a dash, "tidak ada"."""
    if not isinstance(cell, str):
        return cell is None
    text = cell.strip()
    return len(text) <= _LONGEST_NOTHING and text.casefold() in _NOTHING


def text_of(cell: Cell) -> str:
    """Return a cell as one line of text; a whole number without a point, a date as ISO."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    text = str(cell)
    return " ".join((text if text.isascii() else text.translate(_UNSEEN)).split())


@dataclass(frozen=True, slots=True)
class Profile:
    """How many of a column's cells that say something (0..1 of `filled`) look like each thing."""

    filled: int
    distinct: int
    runs: float
    counts_up: bool
    plate: float = 0.0
    phone: float = 0.0
    date: float = 0.0
    serial: float = 0.0
    number: float = 0.0
    money: float = 0.0
    km: float = 0.0
    year: float = 0.0
    small: float = 0.0
    text: float = 0.0
    name: float = 0.0
    work: float = 0.0
    engine_oil: float = 0.0
    product: float = 0.0
    vehicle: float = 0.0
    brand: float = 0.0
    kind: float = 0.0
    mark: float = 0.0
    line_kind: float = 0.0
    region: float = 0.0
    suffix: float = 0.0
    digits: float = 0.0
    honorific: float = 0.0
    outcome: float = 0.0
    title: float = 0.0
    official: float = 0.0
    moment: float = 0.0
    short_year: float = 0.0
    price: float = 0.0

    @property
    def is_empty(self) -> bool:
        """Whether no cell of the column holds anything."""
        return self.filled == 0

    @property
    def variety(self) -> float:
        """How many different things are said, of all that is said."""
        return self.distinct / self.filled if self.filled else 0.0


def profile_of(cells: Sequence[Cell]) -> Profile:
    """Return what a column's cells look like, by a sample from all over it."""
    told = [cell for cell in cells if not is_nothing(cell)]
    if not told:
        return Profile(0, 0, 0.0, False)
    step = max(1, len(told) // _SAMPLE)
    sample = told[::step]
    counts: Counter[str] = Counter()
    for cell in sample:
        counts.update(_looks_like(cell))
    shares = {name: count / len(sample) for name, count in counts.items()}
    texts = [text_of(cell) for cell in told]
    same = sum(1 for before, after in pairwise(texts) if before == after)
    ups = sum(
        1
        for before, after in pairwise(told)
        if isinstance(before, int) and isinstance(after, int) and after == before + 1
    )
    return Profile(
        filled=len(told),
        distinct=len(set(texts)),
        runs=same / max(len(told) - 1, 1),
        counts_up=len(told) > 1 and ups >= 0.8 * (len(told) - 1),
        **shares,
    )


def _looks_like(cell: Cell) -> Set[str]:
    if isinstance(cell, datetime | date):
        return {"date"}
    if isinstance(cell, bool):
        return {"mark"}
    if isinstance(cell, int | float):
        return _looks_like_number(cell) | _looks_like_phone(cell)
    return _looks_like_words("" if cell is None else cell[:_LONGEST])


@lru_cache(maxsize=4096)
def _looks_like_words(written: str) -> Set[str]:
    return _looks_like_text(text_of(written)) | _looks_like_phone(written)


def _looks_like_phone(cell: Cell) -> set[str]:
    # "Budi (0812..)" is a name with a number behind it, "WA 0812.." is a number.
    return {"phone"} if _BEGINS_AS_PHONE.match(str(cell)) and looks_like_phone(cell) else set()


def _looks_like_number(value: int | float) -> set[str]:
    looks = {"number"}
    if value != value or value in (float("inf"), float("-inf")):
        return looks
    if value >= _LEAST_RUPIAH or value == 0:
        looks.add("money")
    if value >= _LEAST_RUPIAH and value % _ROUND_RUPIAH == 0:
        looks.add("price")
    # Programs write 0 for kilometres that nobody filled in.
    if 10 <= value <= 999_999 or value == 0:
        looks.add("km")
    if value == int(value):
        if is_moment(value):
            looks.add("moment")
        if 10 <= value <= 99:
            looks.add("short_year")
        if 10 <= value <= 999_999:
            looks.add("official")
        if 1950 <= value <= 2049:
            looks.add("year")
        if 1 <= value <= 9999:
            looks.add("digits")
        if value in (0, 1):
            looks.add("mark")
        if 1 <= value <= len(Outcome):
            looks.add("outcome")
    if 0 < value <= 50:
        looks.add("small")
    if _is_day(value):
        looks.add("serial")
    return looks


def _is_day(value: int | float) -> bool:
    """Return whether a number can be a day: Excel's own, or 20260812."""
    return _LEAST_SERIAL <= value <= _MOST_SERIAL or _EIGHT_DIGITS[0] <= value <= _EIGHT_DIGITS[1]


def is_moment(value: int | float) -> bool:
    """Return whether a number can be the seconds or milliseconds since 1970 of a day from 2000 to 2050."""
    return _MOMENTS[0] <= value <= _MOMENTS[1] or _MOMENTS[0] <= value / 1000 <= _MOMENTS[1]


def _looks_like_text(text: str) -> set[str]:
    looks = {"text"}
    folded = fold(text)
    if looks_like_plate(text):
        looks.add("plate")
    if len(text) <= _LONGEST_OFFICIAL and _OFFICIAL_PLATE.fullmatch(text):
        looks.add("official")
    if any(letter.isdecimal() for letter in text):
        looks |= _reads(text)
    elif _NAME_WORDS.fullmatch(text) and len(text) <= 60:
        looks.add("name")
        if _REGION.fullmatch(text):
            looks.add("region")
        if _SUFFIX.fullmatch(text):
            looks.add("suffix")
        if len(text) <= _LONGEST_TITLE and read_name(f"{text} Budi").honorific is not None:
            looks.add("title")
        name = read_name(text)
        if name.honorific is not None or name.kind is CustomerKind.COMPANY:
            looks.add("honorific")
    if find_outcome(text) is not None:
        looks.add("outcome")
    if folded in _MARKS or text in _MARKS:
        looks.add("mark")
    if folded.split(" ")[0] in _LINE_KINDS and len(folded) <= 16:
        looks.add("line_kind")
    if read_vehicle_kind(text) is not None:
        looks.add("kind")
    vehicle = read_vehicle(text)
    if vehicle.is_known:
        looks.add("vehicle" if vehicle.model else "brand")
    category = classify_product(text)
    if category is ProductCategory.ENGINE_OIL:
        looks.add("engine_oil")
    if category is not ProductCategory.PART:
        looks.add("product")
    if looks_like_work(text):
        looks.add("work")
    return looks


def looks_like_work(text: str) -> bool:
    """Return whether a text names a job or a product."""
    return (
        classify_product(text) is not ProductCategory.PART
        or _WORKISH.search(fold(text)) is not None
        or bool(_recogniser().recognise(text))
    )


def _reads(text: str) -> set[str]:
    """Return what a text with digits can be read as."""
    looks = set()
    try:
        if read_date(text) is not None and not text.isdecimal():
            looks.add("date")
    except ValueError:
        pass
    try:
        amount = read_rupiah(text)
        if amount is not None and (amount >= _LEAST_RUPIAH or "rp" in text.casefold()):
            looks.add("money")
            if "rp" in text.casefold() or amount % _ROUND_RUPIAH == 0:
                looks.add("price")
    except ValueError:
        pass
    try:
        km = read_odometer(text)
        if km is not None and (10 <= km <= 999_999 or km == 0):
            looks.add("km")
    except ValueError:
        pass
    # Of "²" isdigit is true as well, and it is no number.
    if text.isdecimal():
        looks.add("number")
        value = int(text)
        if 1950 <= value <= 2049:
            looks.add("year")
        if 1 <= value <= 9999:
            looks.add("digits")
        if 1 <= value <= 50:
            looks.add("small")
        if _SHORT_YEAR.fullmatch(text):
            looks.add("short_year")
        if is_moment(value):
            looks.add("moment")
        if _is_day(value):
            looks.add("serial")
    return looks


# Excel's and LibreOffice's own words, and a number that found no room in its column.
_FAILED = re.compile(
    r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|ERROR!"
    r"|GETTING_DATA|NV|WERT!|BEZUG!)|Err:\d{3}|#{3,}",
    re.IGNORECASE,
)


def is_failed(cell: Cell) -> bool:
    """Return whether a cell shows "#REF!" or its kin: there was a value, and nobody knows it."""
    return isinstance(cell, str) and cell[:1] in "#Ee" and _FAILED.fullmatch(cell.strip()) is not None
