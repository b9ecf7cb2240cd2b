"""The shop's own texts with fields in braces: "Yth. {sapaan} {nama}, {kendaraan} {plat} …"."""

import re
from collections.abc import Mapping
from enum import StrEnum

# A brace may be wanted in a text: {{ and }} stand for one.
_TOKEN = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|\{|\}")


class Field(StrEnum):
    """What a template may name; the words are the shop's own language, whatever the screen speaks."""

    PLATE = "plat"
    HONORIFIC = "sapaan"
    NAME = "nama"
    VEHICLE = "kendaraan"
    JOBS = "pekerjaan"
    DUE_ON = "jatuh_tempo"
    DUE_KM = "km"
    LAST_ON = "servis_terakhir"
    LAST_KM = "km_terakhir"
    SHOP = "bengkel"
    SHOP_PHONE = "telepon_bengkel"
    SHOP_ADDRESS = "alamat_bengkel"
    TODAY = "tanggal"


FIELDS = tuple(field.value for field in Field)


def wrong_fields(template: str) -> tuple[str, ...]:
    """Return the fields a template names that do not exist, and braces left open, in their order."""
    wrong = []
    for token in _TOKEN.finditer(template):
        if token.group() in ("{{", "}}"):
            continue
        name = token.group(1)
        if name is None or name.strip().casefold() not in FIELDS:
            wrong.append(token.group())
    return tuple(wrong)


def fill(template: str, values: Mapping[Field, str]) -> str:
    """Return the template with its fields filled; a field without a value is left out.

    A field that does not exist stays as written, so that a text is never lost; `wrong_fields` names it.
    Spaces that an empty field leaves doubled are closed.
    """

    def put(token: re.Match[str]) -> str:
        if token.group() in ("{{", "}}"):
            return token.group()[0]
        name = (token.group(1) or "").strip().casefold()
        return values.get(Field(name), "") if name in FIELDS else token.group()

    return re.sub(r"(?<=\S)[ \t]{2,}(?=\S)", " ", _TOKEN.sub(put, template))
