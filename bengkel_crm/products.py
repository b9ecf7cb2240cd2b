"""What a product line sells; above all, engine oil is told from everything else that is called OIL or OLI.

Shops name oil by brand and use, seldom by grade, and many lines that begin with OIL are a filter, a seal or a
bolt. So the words that make a thing *not* an oil are asked first, then the other fluids, and engine oil last.
"""

import re
from functools import cached_property, lru_cache
from typing import NamedTuple

from bengkel_crm.records import ProductCategory


class _Words:
    """Any of some alternatives as whole words; compiled when first asked, for the start can do without."""

    def __init__(self, *alternatives: str) -> None:
        self._source = rf"(?<![A-Z0-9])(?:{'|'.join(alternatives)})(?![A-Z0-9])"

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._source)

    def are_in(self, plain: str) -> bool:
        return self._pattern.search(plain) is not None

    def begin(self, plain: str) -> bool:
        return self._pattern.match(plain) is not None


_NOT_PLAIN = re.compile(r"[^A-Z0-9+]+")
_AND = re.compile(r"[;&\n]|\s/\s|(?<=\w)\+(?=\w)")
_GLUED_PLUS = re.compile(r"(?<=[A-Z0-9])\++(?= |$)")
_BETWEEN_THINGS = re.compile(
    r" *\+ *| (?:FREE|BONUS|GRATIS) "
    r"| (?:DAN|SAMA) (?=(?:OIL|OLI|FILTER|SARINGAN|BUSI|KAMPAS|PAKING|GASKET|JASA)\b)"
)

_OIL = _Words("OIL|OLI|OLIE|OLY|PELUMAS")
_POURED = _Words(r"OIL|OLI|OLIE|OLY|PELUMAS|MINYAK|LUBE|\d+ ?(?:ML|CC|L|LT|LTR|LITER)")

# Work, not goods: "JASA GANTI OLI". Verbs at the start only; no product's name holds the words below them.
_WORK = _Words(
    "GANTI|GT|SERVICE|SERVIS|SERVISAN|CEK|CHECK|PERIKSA|KONTROL|KURAS|BUANG|TAMBAH|TOP UP|ISI|PASANG|BONGKAR",
    "BERSIHKAN|PEMBERSIHAN|PENGGANTIAN|REPLACE|CHANGE|PERBAIKAN|REPAIR|REPARASI|STEL|SETEL|BOCOR|KEBOCORAN",
    "REMBES|TAP|TUNE UP|JASA",
)
_HOLDS_WORK = _Words("JASA|ONGKOS|UPAH|BIAYA|GANTI OLI|OIL CHANGE|BOCOR|REMBES|BEKAS")
_LEADING_WORK = re.compile(
    r"(?:(?:jasa|ongkos|paket|servis|service|ganti|gt\.?|penggantian|isi)\s+)+", re.IGNORECASE
)

_FILTER = _Words("FILTERS?|FILTR|FILLTER|SARINGAN|ELEMENT?")
_OIL_FILTER = _Words("OIL|OLI|OLIE|OLY|O FILTER")
_OTHER_FILTER = _Words("UDARA|AIR|HAWA|BENSIN|SOLAR|FUEL|BBM|AC(?! DELCO)|[CK]ABIN|ATF|TRANSMISI")

_PART = _Words(
    # What is bolted on or holds the oil in.
    "SEALS?|SEALER|SEEL|SILL?|SIEL|BAUT|BOLT|MUR|NUT|SCREW|SPRING|PIN|KLEM|TAP|TUTUP|CAP|COVER|PLUG|DRAIN|WASHER",
    "GASKET|PAC?KING|PAKKING|PERPAK|RING|O ?RING|KARET|RUBBER|BAK|[CK]ARTER|CALTER|PAN|TANGKI|TANK|TABUNG",
    "RESERVOIR|BREATHER|CATCH|SEPARATOR|DEFLECTOR",
    # What moves, cools or measures it.
    "PO?MPA|PUMP|SELANG|HOSE|PIPA|PIPE|STRAINER|SCREEN|KASA|COOLER|ROTOR|SPINN?ER|JET|NOZZLE|MAGNET|VALVE|KLEP",
    "STICK|STIK|DIPSTI[CK]K?|DEEPSTICK|GAUGE|LEVEL|PRESSURE|SENSOR|SWITCH|SWITS|SWICH|LAMPU|INDI[KC]ATOR|THERMOSTAT",
    "PELAMPUNG|S[EO]LENOID",
    # Tools and gifts.
    "CORONG|FUNNEL|KUNCI|TRE[CK]KER|EMBER|NAMPAN|LAP|MAJUN|KAOS|TOPI|JAKET|STIC?KER|STRIPING|EMBLEM",
    # What is sold beside it under the same brands.
    "AD+ITI(?:F|VE)|TREATMENT|FLUSH|FLUSHING|CLEANER|BOOSTER|OCTANE|SPRAY|POLISH|WAX|SHAMPOO?|SEMIR|DEGREASER",
    "PENETRATING|SILICONE?|WD ?40|GREASE|GEMUK|PASTE|STEMPET|RANTAI|CHAIN|PARFUM|WIPER|KACA|GLASS",
    # Other oils than those a work order asks for.
    "HIDROLI[KS]|HYDRAULIC|[KC]OMPRESS?OR|AC(?! DELCO)|STEERING|POWERSTEERING|STEER|STIR|SETIR",
    "PS(?! ?1[0-9]{2})|P S|PSF",
    # Other parts whose name or brand holds a word below.
    "KOPLING|CLUTCH|MASTER|[CK]ALIPER|DISC|PIRINGAN|TROMOL|KAMPAS|BAN|TYRE|TIRE|VELG|PELEK|AKI|ACCU|BUSI|BOHLAM",
    "ROLLER|V ?BELT|VAN ?BELT|BELT|BEARING|LAHER|LAKHER|SHAFT|PROPELL?ER|KOPEL|LIFTER|ASSY|SET|KIT|BODY",
    "KNALPOT",
)
_BRAKE_FLUID = _Words(
    "MINYAK ?REM|M REM|OLI REM|OIL REM|CAIRAN REM|BR(?:AKE|EAK) (?:FLUID|OIL)|DOT ?[345](?: 1)?"
)
_COOLANT = _Words(
    "COOLANTS?|COOLEN|COLANT|(?:AIR|OLI|CAIRAN) RADIATOR|RADIATOR (?:WATER|FLUID)|MEGA ?COOLS?|LLC"
)
_FORK = _Words("SKOK|SHOC?K|SOK|S[HK]?OC?KBR?E?A?E?KER|FORK|GARPU|SUSPENSI|SUSPENSION")
_TWO_STROKE = _Words("2 ?T|2 ?TAK|2 ?STROKE|TWO STROKE|SAMPING|AUTO ?LUBE")
_GEAR = _Words(
    "GARDAN|GEARS?|GIR|GEAR ?BOX|GIRBOX|DIFF?|DIFFERENTIAL|DIFERENSIAL|AXLE|TRANSMISI|TRANSMISS?ION",
    "TRANSAXLE|PERSE?NELING|VERSNELING|PRESNELING|CVT|TRANSFER|RODA GIGI|FINAL DRIVE|LSD",
)
# Fluids and grades that need no OIL beside them.
_GEAR_BY_NAME = _Words(
    r"ATF|CVTF|CVT FLUID|MTF|DCTF|DEXRON(?: ?[VI]+)?|GL ?[345]|[78][05]W(?: ?\d{2,3})?|SAE ?(?:8[05]|90|140)",
    r"SAE ?8[05]W ?\d{2,3}|90 140|RORED|SPIRAX|TRANSMAX|TRANSFLUID|HYPOID|GEAR ?LUBE|MATIC FLUID",
)

# A brand unknown to the list below is known by its grade: 10W-40, SAE 40, API SN, JASO MA2.
_ENGINE_GRADE = _Words(
    "(?:0|5|10|15|20|25)W ?(?:8|12|16|20|30|40|50|60)|SAE ?(?:20|30|40|50)|API ?[SC][A-Z](?: ?4)?",
    "JASO ?M[AB]2?",
)
_ENGINE_BRAND = _Words(
    # The vehicle makers' own.
    "MPX ?[123]?|SPX ?[12]?|AHM OIL|YAMALUBE?|ECSTAR|SGO|KGO|TMO|TGMO",
    # Federal and Pertamina.
    r"FEDERAL (?:MATI[CK]|ULTRATEC|SUPREME|RACING|OIL|X ?TEN|SUPER|4T|[345]0)|ULTRATEC|X ?TEN",
    r"ENDURO (?:4T|RACING|MATIC|GOLD|\d+)|FASTRON|PRIMA ?XP|MESRAN|MEDITRAN|MESRANIA|ENVIRO|PERTAMINA",
    # Shell and Castrol.
    "SHELL|HELIX|AX ?[3457]|HX ?[35678]|RIMULA|CASTROL|MAGNATEC|GTX|POWER ?1|ACTIV (?:MATIC|4T)",
    # Others on Indonesian shelves.
    "TOP ?(?:1|ONE)|EVALUBE?|MOTUL|REPSOL|IDEMITSU|DELTA ?LUBE|DELVAC|SUPER MOTO|AGIP|ENI|QUARTZ",
    "HI ?PERF|RUBIA|LIQUI ?MOLY|BM ?1|KIXX|VALVOLINE|AMSOIL|PETRONAS|SYNTIUM|SPRINTA|PENNZOIL|HAVOLINE",
    "CALTEX|DELO|BARDAHL|ENEOS|FUCHS|SILKOLENE|ELF|GULF|ZIC|IPONE|BEL ?RAY|PUTOLINE|ROYAL PURPLE|MAXIMA",
    "RAVENOL|TOTACHI|LUPROMAX",
)
# MOBIL is the word for car as well: "CUCI MOBIL 1" is no oil.
_MOBIL = _Words("MOBIL ?(?:1|SUPER|DELVAC|SPECIAL)")


class _Fluid(NamedTuple):
    category: ProductCategory
    named: _Words
    needs: _Words | None


# In the order they are asked; `needs` is the second word without which the first is a part (GEAR, SHOCK).
_FLUIDS = (
    _Fluid(ProductCategory.BRAKE_FLUID, _BRAKE_FLUID, None),
    _Fluid(ProductCategory.COOLANT, _COOLANT, None),
    _Fluid(ProductCategory.FORK_OIL, _FORK, _POURED),
    _Fluid(ProductCategory.TWO_STROKE_OIL, _TWO_STROKE, _POURED),
    _Fluid(ProductCategory.TWO_STROKE_OIL, _TWO_STROKE, _ENGINE_BRAND),
    _Fluid(ProductCategory.GEAR_OIL, _GEAR_BY_NAME, None),
    _Fluid(ProductCategory.GEAR_OIL, _GEAR, _POURED),
    _Fluid(ProductCategory.GEAR_OIL, _GEAR, _ENGINE_BRAND),
)


@lru_cache(maxsize=8192)
def classify_product(text: str) -> ProductCategory:
    """Return what a line sells; work, parts and whatever nobody can tell are PART.

    A line that names several things ("oli MPX 2 + filter oli") is engine oil when one of them is.
    """
    plain = _plain(text)
    if _WORK.begin(plain):
        return ProductCategory.PART
    categories = [_category_of(piece) for piece in _BETWEEN_THINGS.split(plain) if piece]
    if ProductCategory.ENGINE_OIL in categories:
        return ProductCategory.ENGINE_OIL
    return next((found for found in categories if found is not ProductCategory.PART), ProductCategory.PART)


def is_engine_oil(text: str) -> bool:
    """Tell whether a line sells engine oil."""
    return classify_product(text) is ProductCategory.ENGINE_OIL


def find_engine_oil_name(text: str) -> str | None:
    """Return the engine oil that a line of goods or work names: of "Ganti oli MPX 2" it is "oli MPX 2"."""
    if is_engine_oil(text):
        return text.strip()
    work = _LEADING_WORK.match(text.strip())
    if work is None:
        return None
    rest = text.strip()[work.end() :]
    plain = _plain(rest)
    named = _ENGINE_BRAND.are_in(plain) or _ENGINE_GRADE.are_in(plain) or _MOBIL.begin(plain)
    return rest if named and is_engine_oil(rest) else None


def _plain(text: str) -> str:
    """Return the text in capitals, its words one space apart, with a lone + between the things it names."""
    return _GLUED_PLUS.sub("", _NOT_PLAIN.sub(" ", _AND.sub(" + ", text.upper()))).strip(" +")


def _category_of(plain: str) -> ProductCategory:
    # A part named first is the thing sold: the cover of an oil filter is a cover.
    if _WORK.begin(plain) or _HOLDS_WORK.are_in(plain) or _PART.begin(plain):
        return ProductCategory.PART
    if _FILTER.are_in(plain):
        is_of_oil = _OIL_FILTER.are_in(plain) and not _OTHER_FILTER.are_in(plain)
        return ProductCategory.OIL_FILTER if is_of_oil else ProductCategory.PART
    if _PART.are_in(plain):
        return ProductCategory.PART
    for fluid in _FLUIDS:
        if fluid.named.are_in(plain) and (fluid.needs is None or fluid.needs.are_in(plain)):
            return fluid.category
    engine = (
        _OIL.are_in(plain)
        or _ENGINE_BRAND.are_in(plain)
        or _ENGINE_GRADE.are_in(plain)
        or _MOBIL.begin(plain)
    )
    return ProductCategory.ENGINE_OIL if engine else ProductCategory.PART
