"""Makes and models: what "Honda Vario 125" says about brand, model and kind of a vehicle."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bengkel_crm.base.paths import resources
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.trade.names import fold

_KIND_WORDS = {
    "motor": VehicleKind.MOTORCYCLE,
    "sepeda motor": VehicleKind.MOTORCYCLE,
    "sepedamotor": VehicleKind.MOTORCYCLE,
    "motorcycle": VehicleKind.MOTORCYCLE,
    "motorbike": VehicleKind.MOTORCYCLE,
    "bike": VehicleKind.MOTORCYCLE,
    "scooter": VehicleKind.MOTORCYCLE,
    "skuter": VehicleKind.MOTORCYCLE,
    "matic": VehicleKind.MOTORCYCLE,
    "matik": VehicleKind.MOTORCYCLE,
    "bebek": VehicleKind.MOTORCYCLE,
    "sport": VehicleKind.MOTORCYCLE,
    "moped": VehicleKind.MOTORCYCLE,
    "roda 2": VehicleKind.MOTORCYCLE,
    "roda dua": VehicleKind.MOTORCYCLE,
    "r2": VehicleKind.MOTORCYCLE,
    "mtr": VehicleKind.MOTORCYCLE,
    "mobil": VehicleKind.CAR,
    "car": VehicleKind.CAR,
    "roda 4": VehicleKind.CAR,
    "roda empat": VehicleKind.CAR,
    "r4": VehicleKind.CAR,
    "r6": VehicleKind.CAR,
    "mbl": VehicleKind.CAR,
    "mpv": VehicleKind.CAR,
    "suv": VehicleKind.CAR,
    "sedan": VehicleKind.CAR,
    "minibus": VehicleKind.CAR,
    "pick up": VehicleKind.CAR,
    "pickup": VehicleKind.CAR,
    "truk": VehicleKind.CAR,
    "truck": VehicleKind.CAR,
    "bus": VehicleKind.CAR,
    "city car": VehicleKind.CAR,
    "hatchback": VehicleKind.CAR,
}
_BRAND_ALIASES = {
    "mercy": "Mercedes-Benz",
    "mercedes": "Mercedes-Benz",
    "mercedes benz": "Mercedes-Benz",
    "mercedez": "Mercedes-Benz",
    "vw": "Volkswagen",
    "mitsubitshi": "Mitsubishi",
    "mitsubisi": "Mitsubishi",
    "mitshubishi": "Mitsubishi",
    "mits": "Mitsubishi",
    "daihatshu": "Daihatsu",
    "dhatsu": "Daihatsu",
    "toyot": "Toyota",
    "toyta": "Toyota",
    "yamha": "Yamaha",
    "yahama": "Yamaha",
    "hnd": "Honda",
    "hoda": "Honda",
    "szk": "Suzuki",
    "suzuky": "Suzuki",
    "kwsk": "Kawasaki",
    "chevy": "Chevrolet",
    "harley": "Harley-Davidson",
    "harley davidson": "Harley-Davidson",
    "hyundae": "Hyundai",
}
_YEAR = re.compile(
    r"[\s(/,-]*\b(?:th(?:n|\.|un)?\.?\s*|tahun\s*)?((?:19[6-9]|20[0-4])\d)\b[\s)]*", re.IGNORECASE
)
_LONGEST_MODEL_WORDS = 3
_CAPITALS_KEPT = 3


@dataclass(frozen=True, slots=True)
class VehicleName:
    """What a text tells of a vehicle; None where it does not say."""

    brand: str | None
    model: str | None
    kind: VehicleKind | None
    year: int | None = None

    @property
    def is_known(self) -> bool:
        """Return whether a make or a model of the table was found."""
        return self.brand is not None


@dataclass(frozen=True, slots=True)
class _Makes:
    brands: dict[str, str]
    kinds_of_brand: dict[str, set[VehicleKind]]
    models: dict[str, tuple[tuple[str, str, VehicleKind], ...]]


@lru_cache(maxsize=1)
def _load() -> _Makes:
    brands = dict(_BRAND_ALIASES)
    kinds: dict[str, set[VehicleKind]] = {}
    models: dict[str, tuple[tuple[str, str, VehicleKind], ...]] = {}
    with (resources() / "vehicle_makes.csv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            brand, kind = row["brand"], VehicleKind(row["kind"])
            brands[fold(brand)] = brand
            kinds.setdefault(brand, set()).add(kind)
            for model in filter(None, row["models"].split("|")):
                key = fold(model)
                models[key] = (*models.get(key, ()), (brand, model, kind))
    return _Makes(brands, kinds, models)


def suggest_brands(typed: str) -> list[str]:
    """Return the brands that begin as typed, in the order of the table: the commonest first."""
    return [brand for brand in _load().kinds_of_brand if fold(brand).startswith(fold(typed))]


def list_brands() -> list[str]:
    """Return the brands of the table, and how people write them besides."""
    return [*_load().kinds_of_brand, *_BRAND_ALIASES]


def suggest_models(brand: str, typed: str, own: Sequence[tuple[str, str]] = ()) -> list[tuple[str, str]]:
    """Return (model, its brand) of those that begin as typed: the shop's `own`, then those of the table.

    Without a brand those of every brand, as far as something was typed.
    """
    named, wanted = _brand_named(brand) if brand.strip() else "", fold(typed)
    if not named and not wanted:
        return []
    shipped = ((model, model_brand) for models in _load().models.values() for model_brand, model, _ in models)
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for model, model_brand in (*own, *shipped):
        if named in ("", model_brand) and fold(model).startswith(wanted):
            # Of two spellings the commoner one.
            found.setdefault((fold(model), fold(model_brand)), (model, model_brand))
    return list(found.values())


def read_vehicle_kind(text: str) -> VehicleKind | None:
    """Return the kind that a word says outright ("Mobil", "R2"), or None."""
    return _KIND_WORDS.get(fold(text))


@lru_cache(maxsize=4096)
def read_vehicle(text: str, brand: str | None = None) -> VehicleName:
    """Return brand, model, kind and year of "Honda Vario 125 2019"; `brand` when its own column says it."""
    year = _YEAR.search(text)
    rest = " ".join(_YEAR.sub(" ", text, count=1).split()) if year else " ".join(text.split())
    if not rest and year:
        rest, year = text.strip(), None
    kind, rest = _take_kind(rest)
    makes = _load()
    named = _brand_named(brand) if brand else None
    if named is None:
        named, rest = _take_brand(rest)
    elif _take_brand(rest)[0] == named:
        rest = _take_brand(rest)[1]
    found = _find_model(rest, named)
    if found is not None:
        named = named or found[0]
        kind = kind or found[2]
    if kind is None and named is not None:
        kinds = makes.kinds_of_brand.get(named, set())
        kind = next(iter(kinds)) if len(kinds) == 1 else None
    return VehicleName(
        named, _tidy(rest, None if found is None else found[1]) or None, kind, int(year[1]) if year else None
    )


def _brand_named(text: str) -> str:
    """Return a brand as the table spells it, or as typed."""
    plain = " ".join(text.split())
    known = _load().brands.get(fold(plain))
    return known or (plain.title() if plain.isupper() and len(plain) > _CAPITALS_KEPT else plain)


def _take_kind(text: str) -> tuple[VehicleKind | None, str]:
    first, _, rest = text.partition(" ")
    kind = read_vehicle_kind(first) if fold(first) in {"motor", "mobil", "mtr", "mbl"} else None
    return (kind, rest.strip(" :-")) if kind is not None and rest else (None, text)


def _take_brand(text: str) -> tuple[str | None, str]:
    words = text.replace("/", " ").replace("-", "- ").split()
    for count in (2, 1):
        brand = _load().brands.get(fold(" ".join(words[:count])))
        if brand is not None and len(words) >= count:
            rest = " ".join(words[count:]).replace("- ", "-").strip(" -:,/")
            return brand, rest
    return None, text


@lru_cache(maxsize=4096)
def _find_model(text: str, brand: str | None) -> tuple[str, str, VehicleKind] | None:
    """Return (brand, model, kind) of the longest model name at the start, or else anywhere in the text."""
    words = fold(text).split()
    for start in range(len(words)):
        for count in range(min(_LONGEST_MODEL_WORDS, len(words) - start), 0, -1):
            found = _load().models.get(" ".join(words[start : start + count]), ())
            fitting = [model for model in found if brand is None or model[0] == brand]
            if fitting and (
                brand is not None or (len({m[2] for m in fitting}) == 1 and len(words[start]) > 1)
            ):
                return fitting[0]
    return None


def _tidy(text: str, model: str | None) -> str:
    """Return a model without shouting: the table's spelling for its own words, capitals for short ones."""
    if not text.isupper() and not text.islower():
        return text
    spelling = {fold(word): word for word in (model or "").split()}
    return " ".join(
        spelling.get(
            fold(word),
            word.title() if word.isalpha() and len(word) > _CAPITALS_KEPT else word.upper(),
        )
        for word in text.split()
    )
