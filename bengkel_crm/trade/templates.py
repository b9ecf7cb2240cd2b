"""The shop's own texts with fields in braces: "Yth. {sapaan} {nama}, {kendaraan} {plat} …"."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

# A brace may be wanted in a text: {{ and }} stand for one.
_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|\{|\}")


class Placeholder(StrEnum):
    """What a template may name; the words are the shop's own language, whatever the screen speaks."""

    PLATE = "plat"
    HONORIFIC = "sapaan"
    NAME = "nama"
    VEHICLE = "kendaraan"
    JOBS = "pekerjaan"
    TIME_COME = "waktunya"
    DUE_ON = "jatuh_tempo"
    WHEN = "kapan"
    DUE_KM = "km"
    LAST_ON = "servis_terakhir"
    LAST_KM = "km_terakhir"
    HISTORY = "riwayat"
    SHOP = "bengkel"
    SHOP_PHONE = "telepon_bengkel"
    SHOP_ADDRESS = "alamat_bengkel"
    TODAY = "tanggal"


FIELDS = tuple(field.value for field in Placeholder)


class Token(NamedTuple):
    """A field or a brace of a template: where it stands, as written, and whether there is such a field."""

    start: int
    text: str
    is_known: bool


def list_tokens(template: str) -> list[Token]:
    """Return the fields a template names and the braces it leaves open, in their order."""
    found = []
    for token in _TOKEN.finditer(template):
        if token.group() not in ("{{", "}}"):
            name = token.group(1)
            known = name is not None and name.strip().casefold() in FIELDS
            found.append(Token(token.start(), token.group(), known))
    return found


def wrong_fields(template: str) -> tuple[str, ...]:
    """Return the fields a template names that do not exist, and braces left open, in their order."""
    return tuple(token.text for token in list_tokens(template) if not token.is_known)


def fill(template: str, values: Mapping[Placeholder, str]) -> str:
    """Return the template with its fields filled; a field without a value is left out.

    A field that does not exist stays as written, so that a text is never lost; `wrong_fields` names it.
    Spaces that an empty field leaves doubled are closed.
    """

    def put(token: re.Match[str]) -> str:
        if token.group() in ("{{", "}}"):
            return token.group()[0]
        name = (token.group(1) or "").strip().casefold()
        return values.get(Placeholder(name), "") if name in FIELDS else token.group()

    return re.sub(r"(?<=\S)[ \t]{2,}(?=\S)", " ", _TOKEN.sub(put, template))
