"""Telephone numbers: what a cell says, what can be dialled, and what the eye reads."""

import math
import re
from functools import lru_cache

from bengkel_crm.records import Phone

_COUNTRY = "ID"
# A test holds this equal to libphonenumber. "62" without a plus before only nine digits may be a landline.
_PLAIN_MOBILE = re.compile(r"(?:\+62|0|)(8[1-35-9]\d{7,10})|62(8[1-35-9]\d{8,10})")
_PUNCTUATION = re.compile(r"[\s().\-–—_]+")
_POINT_ZERO = re.compile(r"^(\d{9,13})\.0$")
# "8.12E+11", and what comes of it when it is read as a number again; no number that was given out ends so.
_ROUNDED = re.compile(r"\+?\d(?:[.,]\d+)?[eE]\+?\d{1,2}|(?=\d{11})(?:62)?8\d*0{6}")
_LINE_ENDS = re.compile(r"[\n\r]+")
_ASCII_PUNCTUATION = dict.fromkeys(map(ord, " ()-"))
_BETWEEN_NUMBERS = re.compile(r"[/,;|&]+|\s+(?:dan|atau|or|and)\s+", re.IGNORECASE)
# Two whole numbers with nothing but space between them.
_NEXT_NUMBER = re.compile(r"(?<=\d{4})\s+(?=(?:\+\d|0\d{2,}|62\s?8)[\d\s().\-]{6,})")
_DIGITS_RUN = re.compile(r"\+?\(?\d[\d\s().\-–—_]*")
_LEAST_DIGITS = 5
_LEAST_PHONE_DIGITS = 7
_LEAST_WHOLE_DIGITS = 9
_MOST_DIGITS = 17
_TWO_DIGIT_AREAS = ("21", "22", "24", "31", "61")
_MATCHED_DIGITS = 9
# Longer than any two or three numbers with their remarks: a cell of prose.
_LONGEST_CELL = 200


def read_phones(value: object) -> tuple[Phone, ...]:
    """Return the numbers a cell holds, each once, in order; none for a blank, "-", "tidak ada" or prose.

    A number that can not be dialled as it stands is kept as typed without its E.164 form.
    """
    if value is None or isinstance(value, bool):
        return ()
    if isinstance(value, float):
        if not math.isfinite(value):
            return ()
        value = int(value) if value == int(value) else value
    text = str(value)
    return (Phone(text.strip(), None),) if has_lost_digits(text) else _read_text(text)


def has_lost_digits(typed: str) -> bool:
    """Tell whether a number was shown as 8.12E+11 once: its last digits are zeros now, or not there."""
    return _ROUNDED.fullmatch(typed.strip()) is not None


def looks_like_phone(value: object) -> bool:
    """Tell whether a cell holds a number that can be dialled; used to find a book's phone column."""
    return any(phone.e164 is not None for phone in read_phones(value))


def match_key(e164: str) -> str:
    """Return the digits by which two spellings of one number are known to be the same: the last nine."""
    return e164[-_MATCHED_DIGITS:]


def national_digits(e164: str) -> str:
    """Return a number as dialled in Indonesia: "081288341907"; a foreign one with its country code."""
    return "0" + e164[3:] if e164.startswith("+62") else e164.removeprefix("+")


def format_phone(phone: Phone) -> str:
    """Return a number for the eye: "0812-8834-1907", "(0274) 592098", "+65 9123 4567", or as typed."""
    if phone.e164 is None:
        return phone.typed
    if not phone.e164.startswith("+62"):
        return _format_foreign(phone.e164)
    digits = phone.e164[3:]
    if digits.startswith("8"):
        middle = 3 if len(digits) <= 9 else 4
        return f"0{digits[:3]}-{digits[3 : 3 + middle]}-{digits[3 + middle :]}"
    if digits.startswith("1"):
        return digits
    area = 2 if digits.startswith(_TWO_DIGIT_AREAS) else 3
    return f"(0{digits[:area]}) {digits[area:]}"


@lru_cache(maxsize=4096)
def _read_text(text: str) -> tuple[Phone, ...]:
    mobile = _PLAIN_MOBILE.fullmatch(text.translate(_ASCII_PUNCTUATION))
    if mobile is not None:
        return (Phone(text.strip(), f"+62{mobile[1] or mobile[2]}"),)
    # "81288341907.0" is what some programs make of a number on its way to text.
    cell = " ".join(_LINE_ENDS.sub(";", _POINT_ZERO.sub(r"\1", text.strip())).split())
    found: dict[str, Phone] = {}
    for piece in _pieces(cell) if len(cell) <= _LONGEST_CELL else ():
        e164 = _to_e164(piece)
        found.setdefault(e164 or piece, Phone(piece, e164))
    return tuple(found.values())


def _pieces(text: str) -> list[str]:
    """Return the cell cut into numbers; a scrap too short to be one stays with the number before it."""
    spans: list[tuple[int, int]] = []
    start = 0
    cuts = [*_BETWEEN_NUMBERS.finditer(text), *_NEXT_NUMBER.finditer(text)]
    for begin, end in [*sorted(cut.span() for cut in cuts), (len(text), len(text))]:
        if begin < start:
            continue
        piece = text[start:begin]
        digits = sum(letter.isdecimal() for letter in piece)
        if digits < _LEAST_WHOLE_DIGITS and text[begin:end].isspace():
            # "0812 0345 0678": a group that begins with a zero, not a second number.
            continue
        if digits >= _LEAST_DIGITS:
            spans.append((start, begin))
        elif spans and any(letter.isalnum() for letter in piece):
            spans[-1] = (spans[-1][0], begin)
        start = end
    if not spans and any(letter in "123456789" for letter in text):
        return [text]
    return [text[begin:end].strip() for begin, end in spans]


def _to_e164(piece: str) -> str | None:
    plain = _PUNCTUATION.sub("", piece)
    if not plain.isascii() or not plain.removeprefix("+").isdigit():
        # "WA 0812-8834-1907 (istri)": the longest run of digits is it; "8.12E+11" has lost its digits.
        runs = [] if re.search(r"\d[eE][+\-]?\d", piece) else _DIGITS_RUN.findall(piece)
        plain = max((_PUNCTUATION.sub("", run) for run in runs), key=len, default="")
        if not plain.isascii():
            return None
    mobile = _PLAIN_MOBILE.fullmatch(plain)
    if mobile is not None:
        return f"+62{mobile[1] or mobile[2]}"
    if not _LEAST_PHONE_DIGITS <= len(plain) <= _MOST_DIGITS:
        return None
    return _ask_libphonenumber(plain)


@lru_cache(maxsize=4096)
def _ask_libphonenumber(plain: str) -> str | None:
    # Imported here because it costs as much as a third of the start, and most shops' numbers never need it.
    import phonenumbers

    try:
        number = phonenumbers.parse(plain, _COUNTRY)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@lru_cache(maxsize=1024)
def _format_foreign(e164: str) -> str:
    # See _ask_libphonenumber.
    import phonenumbers

    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return e164
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
