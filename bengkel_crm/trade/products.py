"""What a product line sells; above all, engine oil is told from everything else that is called OIL or OLI.

Shops name oil by brand and use, seldom by grade, and many lines that begin with OIL are a filter, a seal or a
bolt. So the words that make a thing *not* an oil are asked first, then the other fluids, and engine oil last.
"""

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import NamedTuple

from bengkel_crm.trade.kinds import ProductCategory


class _Words:
    """Any of some alternatives as whole words; compiled when first asked, for the start can do without."""

    def __init__(self, *alternatives: str) -> None:
        self._source = rf"(?<![A-Z0-9])(?:{'|'.join(alternatives)})(?![A-Z0-9])"

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._source)

    def are_in(self, plain: str) -> bool:
        """Return whether one of the words stands anywhere in a plain text."""
        return self._pattern.search(plain) is not None

    def begin(self, plain: str) -> bool:
        """Return whether a plain text begins with one of the words."""
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
    "REMBES|TAP|TUNE UP|JASA|CUCI|TURUN|LAS|JAHIT|POLES|LEPAS|SEDOT|KENCANGKAN|ROTASI|SETTING|OVERHAUL",
    "INSPECT(?:ION)?",
)
_HOLDS_WORK = _Words(
    "JASA|ONGKOS|UPAH|BIAYA|GANTI|GANTINYA|BOCOR|REMBES|MEREMBES|BEKAS|CEK|CHECK|PERIKSA|KURAS|BUANG|TAMBAH",
    # What was done to it: "oli dicek", "oli mesin di tambah", "oil topped up".
    r"DI ?(?:CEK|CHECK|GANTI|TAMBAH|TAMBAHKAN|TAMBAHIN|ISI|KURAS|PERIKSA|PASANG|BUANG",
    "BERSIHKAN|SERVIS|SERVICE|STEL|SETEL|LAS|JAHIT|CAT|CUCI|KENCANGKAN|PERBAIKI|REPARASI",
    "TAP|SARANKAN|BUKA|LEPAS|UKUR|KONTROL|SEDOT|KELUARKAN|LIHAT",
    "BONGKAR|BERI|KASIH|TUANG|TUANGKAN|TOP UP|LUMASI|RESET|SETTING|KURANGI)(?:NYA)?",
    "CHECK(?:ED|ING|S|UP)|INSPECT(?:ED|ION|ING)?|TOP(?:PED|PING)? ?UP|TOP ?UPS?|REFILL(?:ED)?|ADDED|ADDING",
    "REPAIR(?:ED|S|ING)?|REPLAC(?:E|ED|ING|EMENT)|CHANGE[DS]?|CHANGING|DRAINED|CLEANED|FIX(?:ED)?|SERVICED?",
    "SERVICING|REMOVED|INSTALLED|ADJUSTED|RESEALED",
    # How it was found: nothing was sold.
    "LEAK(?:S|ED|ING|AGE)?|SPILL(?:ED)?|LOW|DIRTY|KURANG|BERKURANG",
    "HABIS|KOTOR|NETES|MENETES|TUMPAH|KERING|KEBOCORAN",
    "BELUM|TIDAK|JANGAN|MASIH|OK|OKE|BAGUS|AMAN|GOOD",
)
_LEADING_WORK = re.compile(
    r"(?:(?:jasa|ongkos|paket|servis|service|ganti|gt\.?|penggantian|isi|ringan|rutin|berkala|lengkap|besar|replaced?"
    r"|changed?|pakai|pake|dengan|with|to|oil change)\s+)+",
    re.IGNORECASE,
)
_TRAILING_WORK = re.compile(
    r"\s+(?:di ?ganti(?:nya)?|ganti|baru|changed?|replaced?|replacement)\s*$", re.IGNORECASE
)
# "Oil & filter replaced", "oli diganti MPX 2": the verb is of all that stands before it.
_ENDS_AS_WORK = re.compile(r" (?:DI ?GANTI(?:NYA)?|DI ?CEK|CHANGED?|REPLACED?|CHECKED|INSPECTED|TOPPED UP)$")
_OIL_CHANGED = re.compile(
    r"^.{0,40}\b(?:oli|oil)\b.{0,40}\b(?:di ?ganti|ganti|changed?|replaced?)\s+"
    r"(?:(?:dengan|pakai|pake|with|to|ke)\s+)?",
    re.IGNORECASE,
)

_FILTER = _Words("FILTERS?|FILTR|FILLTER|SARINGAN|ELEMENT?")
_OIL_FILTER = _Words("OIL|OLI|OLIE|OLY|O FILTER")
_OTHER_FILTER = _Words("UDARA|AIR|HAWA|BENSIN|SOLAR|FUEL|BBM|AC(?! DELCO)|[CK]ABIN|ATF|TRANSMISI")

_PART = _Words(
    # What is bolted on or holds the oil in.
    "SEALS?|SEALER|SEEL|SILL?|SIEL|BAUT|BOLT|MUR|NUT|SCREW",
    "SPRING|PIN|KLEM|TAP|TUTUP|CAP|COVER|PLUG|DRAIN|WASHER",
    "GASKET|PAC?KING|PAKKING|PERPAK|RING|O ?RING|KARET|RUBBER|BAK|[CK]ARTER|CALTER|PAN|TANGKI|TANK|TABUNG",
    "RESERVOIR|BREATHER|CATCH|SEPARATOR|DEFLECTOR",
    # What moves, cools or measures it.
    "PO?MPA|PUMP|SELANG|HOSE|PIPA|PIPE|STRAINER|SCREEN",
    "KASA|COOLER|ROTOR|SPINN?ER|JET|NOZZLE|MAGNET|VALVE|KLEP",
    "STICK|STIK|DIPSTI[CK]K?|DEEPSTICK|GAUGE|LEVEL|PRESSURE",
    "SENSOR|SWITCH|SWITS|SWICH|LAMPU|INDI[KC]ATOR|THERMOSTAT",
    "PELAMPUNG|S[EO]LENOID",
    # Tools and gifts.
    "CORONG|FUNNEL|KUNCI|TRE[CK]KER|EMBER|NAMPAN|LAP|MAJUN|KAOS|TOPI|JAKET|STIC?KER|STRIPING|EMBLEM",
    # What is sold beside it under the same brands.
    "AD+ITI(?:F|VE)|TREATMENT|FLUSH|FLUSHING|CLEANER|BOOSTER",
    "OCTANE|SPRAY|POLISH|WAX|SHAMPOO?|SEMIR|DEGREASER",
    "PENETRATING|SILICONE?|WD ?40|GREASE|GEMUK|PASTE|STEMPET|RANTAI|CHAIN|PARFUM|WIPER|KACA|GLASS",
    # Other oils than those a work order asks for.
    "HIDROLI[KS]|HYDRAULIC|[KC]OMPRESS?OR|AC(?! DELCO)|STEERING|POWERSTEERING|STEER|STIR|SETIR",
    "PS(?! ?1[0-9]{2})|P S|PSF",
    # Other parts whose name or brand holds a word below.
    "KOPLING|CLUTCH|MASTER|[CK]ALIPER|DISC|PIRINGAN|TROMOL|KAMPAS",
    "BAN|TYRE|TIRE|VELG|PELEK|AKI|ACCU|BUSI|BOHLAM",
    "ROLLER|V ?BELT|VAN ?BELT|BELT|BEARING|LAHER|LAKHER|SHAFT|PROPELL?ER|KOPEL|LIFTER|ASSY|SET|KIT|BODY",
    "KNALPOT",
    # What a brand of oil is also written on, or a vehicle of the same name is built of.
    "SPION|KABEL|CABLE|JOK|BUMPER|BEMPER|CDI|STANG",
    "TOMBOL|STARTER|SPAKBO[RA]R?D?|FAIRING|COIL|KOIL|SPUL|KIPROK|PISTON",
    "SEHER|NOKEN|KRUK|BLOK|STATOR|RELAY|SEKRING|FUSE|KLAKSON|HORN|GRIP|HANDE?LE?|TUAS|PEDAL|STANDAR|STANDARD",
    "FOOTSTEP|PINTU|KAP|GRILL?|TALANG|SARUNG|HELM",
    "PANEL|DASHBOARD|SP[EI]+DOMETER|ENGSEL|DINAMO|ALTERNATOR|MANIFOLD",
    "MUFFLER|TIE ?ROD|BALL ?JOINT|STABILI[SZ]ER|BUSH(?:ING)?|MOUNTING",
    "BRACKET|BREKET|DUDUKAN|RAK|JERIGEN|JIRIGEN|ROK",
    "MIRROR|SEAT|DOOR|HANDLEBAR|SPROCKET|SPOKE",
    "RIM|JARI JARI|LINER|DAUN|RADIATOR ASSY|KARBU(?:RATOR)?|INJE[KC]TOR",
)
# "PER DAUN" is a spring, "per botol" is a bottle each.
_PART_FIRST = _Words(
    "PER|BOX|AS|ARM|RACK|TUTUP|KUNCI|KEPALA|RUMAH|BOTOL KOSONG|DRUM|GANTUNGAN|KALENDER|PAYUNG|JAS"
)
# What the makers of oil sell at the pump.
_FUEL = _Words(
    "BENSIN|SOLAR|BIOSOLAR|PERTALITE|PERTAMAX|V ?POWER|DEXLITE|DEX|BBM|PERTAMINA (?:TURBO|DEX)|MINYAK TANAH"
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
# Names that only oils bear.
_OIL_NAME = _Words(
    r"AHM OIL|YAMALUBE?|ECSTAR|TGMO|FEDERAL (?:OIL|ULTRATEC)|ULTRATEC",
    r"FASTRON|PRIMA ?XP|MESRAN|MEDITRAN|MESRANIA|HELIX",
    "RIMULA|CASTROL|MAGNATEC|EVALUBE?|MOTUL|REPSOL|IDEMITSU",
    "DELTA ?LUBE|DELVAC|LIQUI ?MOLY|KIXX|VALVOLINE|AMSOIL|SYNTIUM",
    "SPRINTA|PENNZOIL|HAVOLINE|ENEOS|FUCHS|SILKOLENE|IPONE",
    "BEL ?RAY|PUTOLINE|ROYAL PURPLE|RAVENOL|TOTACHI|LUPROMAX|RUBIA",
    "HI ?PERF|BARDAHL|AGIP",
)
# Names that are also a vehicle's, a part's or a filling station's: an oil where the line begins with one.
_OIL_NAME_FIRST = _Words(
    # The vehicle makers' own.
    "MPX ?[123]?|SPX ?[12]?|SGO|KGO|TMO",
    # Federal and Pertamina.
    r"FEDERAL (?:MATI[CK]|SUPREME|RACING|X ?TEN|SUPER|4T|[345]0)|X ?TEN",
    r"ENDURO (?:4T|RACING|MATIC|GOLD|\d+)|ENVIRO",
    # Shell and Castrol.
    "AX ?[3457]|HX ?[35678]|GTX|POWER ?1|ACTIV (?:MATIC|4T)",
    # Others on Indonesian shelves.
    "PERTAMINA|SHELL|TOP ?(?:1|ONE)|SUPER MOTO|ENI|QUARTZ|BM ?1|PETRONAS|CALTEX|DELO|GULF|ZIC|MAXIMA",
    "ELF (?:EVOLUTION|SPORTI|SOLARIS|PERFORMANCE|MOTO [234]|PRESTIGE)",
)
# What may stand before such a name.
_BEFORE_NAME = re.compile(
    r"(?:(?:HONDA|YAMAHA|SUZUKI|KAWASAKI|TOYOTA|DAIHATSU|MITSUBISHI|ISUZU|NISSAN|MAZDA|HYUNDAI|KIA|AHM|ASTRA|SHELL|CASTROL"
    r"|PERTAMINA|CALTEX|PETRONAS|TOTAL|ADVANCE|ASLI|ORI|ORIGINAL|GENUINE|MESIN|ENGINE|MOTOR|MATIC|BOTOL|BTL|GALON|KALENG"
    r"|PAKET|NEW|BARU|\d+|X|PCS?|LITER|LTR|LT|L) )*"
)
# MOBIL is the word for car as well: "CUCI MOBIL 1" is no oil.
_MOBIL = _Words("MOBIL ?(?:1|SUPER|DELVAC|SPECIAL)")


class _Fluid(NamedTuple):
    category: ProductCategory
    named: _Words
    is_beside: Callable[[str], bool]


# In the order they are asked; what `is_beside` finds is without which the first word is a part (GEAR, SHOCK).
_FLUIDS = (
    _Fluid(ProductCategory.BRAKE_FLUID, _BRAKE_FLUID, lambda plain: True),
    _Fluid(ProductCategory.COOLANT, _COOLANT, lambda plain: True),
    _Fluid(ProductCategory.FORK_OIL, _FORK, _POURED.are_in),
    _Fluid(ProductCategory.TWO_STROKE_OIL, _TWO_STROKE, lambda plain: _is_oil(plain)),
    _Fluid(ProductCategory.GEAR_OIL, _GEAR_BY_NAME, lambda plain: True),
    _Fluid(ProductCategory.GEAR_OIL, _GEAR, lambda plain: _is_oil(plain)),
)
_OILS = frozenset(
    {
        *(ProductCategory.ENGINE_OIL, ProductCategory.GEAR_OIL, ProductCategory.FORK_OIL),
        *(ProductCategory.TWO_STROKE_OIL, ProductCategory.BRAKE_FLUID, ProductCategory.COOLANT),
    }
)
_ENGINE_WORD = _Words("MESIN|ENGINE")


@lru_cache(maxsize=8192)
def classify_product(text: str) -> ProductCategory:
    """Return what a line sells; work, parts and whatever nobody can tell are PART.

    A line that names several things ("oli MPX 2 + filter oli") is engine oil when one of them is.
    """
    plain = _plain(text)
    if _WORK.begin(plain) or _ENDS_AS_WORK.search(plain):
        return ProductCategory.PART
    categories = [_category_of(piece) for piece in _BETWEEN_THINGS.split(plain) if piece]
    if ProductCategory.ENGINE_OIL in categories:
        return ProductCategory.ENGINE_OIL
    return next((found for found in categories if found is not ProductCategory.PART), ProductCategory.PART)


def is_work(text: str) -> bool:
    """Return whether a line says what was done or found, not what was sold: "Oil change", "oli dicek"."""
    plain = _plain(text)
    return _WORK.begin(plain) or _HOLDS_WORK.are_in(plain)


def classify_under(text: str, said: ProductCategory | None) -> ProductCategory:
    """Return what a line sells under a word for its kind: the word decides what the name leaves open.

    A seal under "Oli mesin" is a part, an oil that names no use is the oil it stands under.
    """
    named = classify_product(text)
    if said is None or named is said:
        return named
    plain = _plain(text)
    if named is ProductCategory.PART:
        is_told = is_work(text) or _PART.are_in(plain) or _PART_FIRST.begin(plain) or _FILTER.are_in(plain)
        return named if is_told or _FUEL.are_in(plain) else said
    is_open = named is ProductCategory.ENGINE_OIL and not (
        _ENGINE_GRADE.are_in(plain) or _ENGINE_WORD.are_in(plain)
    )
    return said if is_open and said in _OILS else named


def is_engine_oil(text: str) -> bool:
    """Return whether a line sells engine oil."""
    return classify_product(text) is ProductCategory.ENGINE_OIL


def find_engine_oil_name(text: str) -> str | None:
    """Return the engine oil that a line of goods or work names: of "Ganti oli MPX 2" it is "oli MPX 2"."""
    if is_engine_oil(text):
        return text.strip()
    told = _TRAILING_WORK.sub("", text.strip())
    work = _LEADING_WORK.match(told) or _OIL_CHANGED.match(told)
    if work is None and told == text.strip():
        return None
    rest = told[work.end() :] if work is not None else told
    return rest if _names_engine_oil(_plain(rest)) and is_engine_oil(rest) else None


def _names_engine_oil(plain: str) -> bool:
    """Return whether a brand or a grade of engine oil is named."""
    return (
        _OIL_NAME.are_in(plain)
        or _ENGINE_GRADE.are_in(plain)
        or _MOBIL.begin(plain)
        or (_OIL_NAME_FIRST.are_in(plain) if _OIL.are_in(plain) else _begins_as_oil(plain))
    )


def _is_oil(plain: str) -> bool:
    return _POURED.are_in(plain) or _names_engine_oil(plain)


def _begins_as_oil(plain: str) -> bool:
    before = _BEFORE_NAME.match(plain)
    return _OIL_NAME_FIRST.begin(plain) or (
        before is not None and _OIL_NAME_FIRST.begin(plain[before.end() :])
    )


def _plain(text: str) -> str:
    """Return the text in capitals, its words one space apart, with a lone + between the things it names."""
    return _GLUED_PLUS.sub("", _NOT_PLAIN.sub(" ", _AND.sub(" + ", text.upper()))).strip(" +")


def _category_of(plain: str) -> ProductCategory:
    # A part named first is the thing sold: the cover of an oil filter is a cover.
    if _WORK.begin(plain) or _HOLDS_WORK.are_in(plain) or _PART.begin(plain) or _PART_FIRST.begin(plain):
        return ProductCategory.PART
    if _FILTER.are_in(plain):
        is_of_oil = _OIL_FILTER.are_in(plain) and not _OTHER_FILTER.are_in(plain)
        return ProductCategory.OIL_FILTER if is_of_oil else ProductCategory.PART
    if _PART.are_in(plain):
        return ProductCategory.PART
    for fluid in _FLUIDS:
        if fluid.named.are_in(plain) and fluid.is_beside(plain):
            return fluid.category
    if _OIL.are_in(plain) or _ENGINE_GRADE.are_in(plain):
        return ProductCategory.ENGINE_OIL
    is_oil = _names_engine_oil(plain) and not _FUEL.are_in(plain)
    return ProductCategory.ENGINE_OIL if is_oil else ProductCategory.PART
