"""Plates as people write them, and the one key each of them has."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

# Registration regions in use. A plate of another one is kept all the same: new provinces bring new letters.
_REGION = re.compile("A[ABDEG]?|B[ABDEGHKLMNP]?|D[A-HK-PRSTW]?|E[ABD]?|[FGHLMNRSTWZ]|K[BHTU]?|P[ABGSTY]?|RI")
# Embassies and consulates: letters first, but then two groups of digits that must not be joined for the eye.
_DIPLOMATIC = frozenset({"CC", "CD"})
_GRAMMAR = re.compile(r"([A-Z]{1,2})([1-9][0-9]{0,3})([A-Z]{0,3})")
# What most plates look like already, in the shop file as on the screen.
_FOR_THE_EYE = re.compile(r"(?!C[CD])[A-Z]{1,2} [1-9][0-9]{0,3}(?: [A-Z]{1,3})?")
_NOT_KEY = re.compile(r"[^A-Z0-9]+")
_ASCII_KEY = {code: None for code in range(128) if not chr(code).isalnum()} | {
    code: chr(code).upper() for code in range(ord("a"), ord("z") + 1)
}
_LONGEST_WRITTEN_PLATE = 16
_MOST_REGION_LETTERS = 3
_LONGEST_PLATE = 10
_LEAST_ARMY_PLATE = 4
_MOST_DIGITS = 4
# Zeros before the number, O for 0 in it, 0 for O behind it.
_ALMOST = re.compile(r"([A-Z]{1,2})[O0]*([1-9](?:[0-9O]*[0-9])?)((?:[A-Z][A-Z0]{0,2})?)")


class PlateRemark(StrEnum):
    """What is unusual about a plate; never a reason to refuse it."""

    ODD_SHAPE = "odd_shape"
    UNKNOWN_REGION = "unknown_region"


def plate_key(text: str) -> str:
    """Return the canonical plate: upper case, letters and digits only; empty when there are none."""
    if text.isascii():
        return text.translate(_ASCII_KEY)
    # Phones and copied web pages bring full-width digits and odd dashes.
    return _NOT_KEY.sub("", unicodedata.normalize("NFKC", text).upper())


def split_plate(key: str) -> tuple[str, str, str] | None:
    """Return region, digits and suffix of a canonical plate, or None where the civil grammar does not fit."""
    parts = _GRAMMAR.fullmatch(key)
    if parts is None or parts[1] in _DIPLOMATIC:
        return None
    return parts[1], parts[2], parts[3]


@lru_cache(maxsize=4096)
def mend_plate_key(key: str) -> str:
    """Return a canonical plate as the office writes it: no zeros before its number, no O in it."""
    found = None if _GRAMMAR.fullmatch(key) else _ALMOST.fullmatch(key)
    if found is None or found[1] in _DIPLOMATIC:
        return key
    digits, suffix = found[2].replace("O", "0"), found[3].replace("0", "O")
    return found[1] + digits + suffix if len(digits) <= _MOST_DIGITS else key


def plate_spellings(key: str) -> tuple[str, ...]:
    """Return the canonical plates that are the same plate, the one that was asked for first."""
    mended = mend_plate_key(key)
    parts = split_plate(mended)
    if parts is None:
        return (key,)
    region, digits, suffix = parts
    zeros = (f"{region}{'0' * count}{digits}{suffix}" for count in range(1, _MOST_DIGITS - len(digits) + 1))
    return tuple(dict.fromkeys((key, mended, *zeros)))


def format_plate(text: str) -> str:
    """Return a plate for the eye: "B 3472 KZR"; one that fits no grammar as typed, in capitals."""
    if _FOR_THE_EYE.fullmatch(text):
        return text
    parts = split_plate(plate_key(text))
    if parts is None:
        return " ".join(text.upper().split())
    return " ".join(part for part in parts if part)


def plate_remark(key: str) -> PlateRemark | None:
    """Return what is unusual about a canonical plate, or None when it looks like every other."""
    parts = split_plate(key)
    if parts is None:
        return PlateRemark.ODD_SHAPE
    return None if _REGION.fullmatch(parts[0]) else PlateRemark.UNKNOWN_REGION


def looks_like_plate(text: str) -> bool:
    """Return whether a cell reads as a civil plate of a known region; used to find a book's plate column."""
    return len(text) <= _LONGEST_WRITTEN_PLATE and plate_remark(plate_key(text)) is None


def reads_as_plate(text: str) -> bool:
    """Return whether a text may be a whole plate, worth registering: not digits alone, a name or a phone."""
    key = plate_key(text)
    if split_plate(key) is not None:
        return True
    if len(key) > _LONGEST_PLATE or not any(letter.isdigit() for letter in key):
        return False
    letters = len(key) - len(key.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    if letters:
        return letters <= _MOST_REGION_LETTERS
    # The army's and the police's plates are digits with a dash: 1234-00, 1234-VII.
    return "-" in text.strip("- ") and len(key) >= _LEAST_ARMY_PLATE and not key.startswith("0")
