"""Telephone numbers: what a cell says, what can be dialled, and what the eye reads."""

import math
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bengkel_crm.trade.invisible import visible


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it was typed, and as E.164 where it could be read."""

    typed: str
    e164: str | None
    wrong_since: date | None = None


_COUNTRY = "ID"
# A test holds this equal to libphonenumber. "62" without a plus before only nine digits may be a landline.
_PLAIN_MOBILE = re.compile(r"(?:\+62|0|)(8[1-35-9]\d{7,10})|62(8[1-35-9]\d{8,10})")
_PUNCTUATION = re.compile(r"[\s().\-_]+")
_POINT_ZERO = re.compile(r"^(\d{9,13})\.0$")
# "8.12E+11", and what comes of it when it is read as a number again; no number that was given out ends so.
_ROUNDED = re.compile(r"\+?\d(?:[.,]\d+)?[eE]\+?\d{1,2}|(?=\d{11})(?:62)?8\d*0{6}")
_LINE_ENDS = re.compile(r"[\n\r]+")
_ASCII_PUNCTUATION = dict.fromkeys(map(ord, " ()-"))
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―⁃−˗⸺⸻﹘﹣"), "-")
# "０８１２": what an Asian keyboard makes of digits and signs.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ONE_WAY = _DASHES | _FULL_WIDTH
# A phone's contacts, exported, have ":::" between the numbers of one person.
_BETWEEN_NUMBERS = re.compile(r"[/,;|&]+|:{2,}|\s+(?:dan|atau|or|and)\s+", re.IGNORECASE)
# Two whole numbers with nothing but space between them, or a word.
_NEXT_NUMBER = re.compile(r"(?<=\d{4})\s+(?=(?:\+\d|0\d{2,}|62\s?8)[\d\s().\-]{6,})")
_NUMBER_AND_WORD = re.compile(
    r"(?<=\d{4})(?: [^\W\d_]{2,}[.:]?)+(\s+)(?=(?:\+\d|0\d|62|8[1-9])(?:[\s().\-]*\d){7,})"
)
# "/08" behind a number: another one that ends so.
_OTHER_ENDING = re.compile(r"(?:[/,;|&]+|:{2,}|\s(?:dan|atau|or|and)\s)\s*(\d[\d\s.\-]{0,5})$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?<![^\W_])(?:hp|wa|whatsapp|no|nomor|tel|telp|tlp|telpon|telepon|phone|ph|cp|fax|sms)"
    r"(?:\s?[1-9](?=\s*[:.)=]|\s+(?:0|\+|62)))?\s*[:.=]*\s*(?=[\s+(\d])",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"\s*\(?\b(?:ext|ekst|pesawat|psw)\b[.:\s]*\d{1,5}\)?$", re.IGNORECASE)
_TOKEN = re.compile(r"[/,;|&:=]|[^\s()\[\]{}<>/,;|&:=]+")
_QUOTES = "\"'`´‘’“”"
_DIGITS_TOKEN = re.compile(r"\+?[\d.\-_]+", re.ASCII)
# What a hurried hand or a scanner makes of 0 and 1.
_TAKEN_FOR_DIGITS = str.maketrans("OolI", "0011")
_ONE_NUMBER = re.compile("[wb]*([nm]+)[wb]*")
_WHOLE_STARTS = ("+", "0", "62", "8")
_NO_PHONE = frozenset(
    {
        "tidak ada",
        "tdk ada",
        "tak ada",
        "ga ada",
        "gak ada",
        "belum ada",
        "tidak punya",
        "kosong",
        "nihil",
        "none",
        "n/a",
        *(f"{no} {word} hp" for no in ("tidak", "tdk", "gak", "ga") for word in ("ada", "punya")),
        *(f"{no} punya" for no in ("tdk", "gak", "ga", "belum")),
    }
)
_MOST_WORDS = 40
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

    A number that can not be dialled as it stands is kept as typed without its E.164 form. Letters that look
    like digits are read as those: `has_letters_inside` tells.
    """
    if value is None or isinstance(value, bool):
        return ()
    if isinstance(value, float):
        if not math.isfinite(value):
            return ()
        value = int(value) if value == int(value) else value
    text = visible(str(value))
    return (Phone(text, None),) if has_lost_digits(text) else _read_text(text)


def read_phones_or_words(typed: str) -> tuple[Phone, ...]:
    """Return the numbers somebody typed; words alone ("titip ke Pak RT") are kept as they are."""
    phones = read_phones(typed)
    if phones:
        return phones
    words = " ".join(visible(typed).split())
    is_said = any(map(str.isalpha, words)) and words.casefold() not in _NO_PHONE
    return (Phone(words, None),) if is_said else ()


def is_words(phone: Phone) -> bool:
    """Return whether there is no digit in it: "titip ke Pak RT" proves of nobody that two are one."""
    return phone.e164 is None and not any(map(str.isdecimal, phone.typed))


def phone_with_words(phone: Phone) -> str:
    """Return a number for the eye with the words that were typed beside it: "0812-8834-1907 (istri)"."""
    shown, words = format_phone(phone), "" if phone.e164 is None else _words_beside(phone.typed)
    return f"{shown} ({words})" if words else shown


def has_lost_digits(typed: str) -> bool:
    """Return whether a number was shown as 8.12E+11 once: its last digits are zeros now, or not there."""
    return _ROUNDED.fullmatch(typed.strip()) is not None


def has_letters_inside(phone: Phone) -> bool:
    """Return whether letters stand among the digits: read as digits, or why nothing can be dialled."""
    typed = phone.typed if phone.typed.isascii() else phone.typed.translate(_ONE_WAY)
    return any(map(str.isalpha, typed)) and _number_in(typed).has_letters


def looks_like_phone(value: object) -> bool:
    """Return whether a cell holds a number that can be dialled; used to find a book's phone column."""
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


@dataclass(frozen=True, slots=True)
class _Number:
    """The number in a piece of text, without punctuation; no digits where there is none, or no single one."""

    digits: str
    has_letters: bool = False


@lru_cache(maxsize=4096)
def _read_text(text: str) -> tuple[Phone, ...]:
    mobile = _PLAIN_MOBILE.fullmatch(text.translate(_ASCII_PUNCTUATION))
    if mobile is not None:
        return (Phone(text, f"+62{mobile[1] or mobile[2]}"),)
    # "81288341907.0" is what some programs make of a number on its way to text.
    cell = " ".join(_LINE_ENDS.sub(";", _POINT_ZERO.sub(r"\1", text)).split())
    found: dict[str, Phone] = {}
    for piece in _pieces(cell) if len(cell) <= _LONGEST_CELL else ():
        e164 = _to_e164(piece.translate(_ONE_WAY), is_alone=piece == cell)
        found.setdefault(e164 or piece, Phone(piece, e164))
    return tuple(found.values())


def _pieces(text: str) -> list[str]:
    """Return the cell cut into numbers; a scrap too short to be one stays with the number beside it."""
    spans: list[tuple[int, int]] = []
    start = 0
    one_way = text.translate(_ONE_WAY)
    cuts = [cut.span() for cut in (*_BETWEEN_NUMBERS.finditer(one_way), *_NEXT_NUMBER.finditer(one_way))]
    cuts += [cut.span(1) for cut in _NUMBER_AND_WORD.finditer(one_way)]
    for begin, end in [*sorted(cuts), (len(text), len(text))]:
        if begin < start:
            continue
        piece = text[start:begin]
        digits = sum(letter.isdecimal() for letter in piece)
        if digits < _LEAST_WHOLE_DIGITS and text[begin:end].isspace():
            # "0812 0345 0678": a group that begins with a zero, not a second number.
            continue
        if digits >= _LEAST_DIGITS:
            spans.append((start, begin))
        elif any(letter.isalnum() for letter in piece):
            if not spans:
                continue
            spans[-1] = (spans[-1][0], begin)
        start = end
    if not spans and any(letter in "123456789" for letter in text):
        return [text]
    return [text[begin:end].strip() for begin, end in spans]


def _to_e164(piece: str, *, is_alone: bool) -> str | None:
    plain = _PUNCTUATION.sub("", piece)
    if not plain.isascii() or not plain.removeprefix("+").isdigit():
        plain, is_alone = _number_in(piece).digits, False
    mobile = _PLAIN_MOBILE.fullmatch(plain)
    if mobile is not None:
        return f"+62{mobile[1] or mobile[2]}"
    if not _LEAST_PHONE_DIGITS <= len(plain) <= _MOST_DIGITS:
        return None
    if not is_alone and not plain.startswith(_WHOLE_STARTS):
        # A rest of a number would be dialled in another town.
        return None
    return _ask_libphonenumber(plain)


def _number_in(piece: str) -> _Number:
    """Return the number among words: "WA 0812-8834-1907 (istri)". No digit is left out in silence."""
    if (ending := _OTHER_ENDING.search(piece)) is not None:
        number = _number_in(piece[: ending.start()])
        # "0812-8834-1907/08" is two numbers; "0812345678/01" may be one with a slip in it.
        whole = _PUNCTUATION.sub("", number.digits + ending[1])
        return number if _ask_libphonenumber(whole) is None else _Number("", number.has_letters)
    text = _LABEL.sub(" ", _EXTENSION.sub("", piece))
    tokens = [token.strip(_QUOTES) for token in _TOKEN.findall(text)]
    kinds = "".join([_kind_of(token) for token in tokens])
    has_letters = "?" in kinds or "m" in kinds
    found = _ONE_NUMBER.fullmatch(kinds)
    if found is None or any(token.startswith("+") for token in tokens[: found.start(1)]):
        # "+xx 812 …": the number of some country, and nobody can say of which.
        return _Number("", has_letters)
    digits = "".join(tokens[found.start(1) : found.end(1)]).translate(_TAKEN_FOR_DIGITS)
    plus = "+" if digits.startswith("+") else ""
    return _Number(plus + "".join(filter(str.isdigit, digits)), has_letters)


@lru_cache(maxsize=1024)
def _words_beside(typed: str) -> str:
    """Return the words of a piece of text without its number and what only says that it is one."""
    if not any(map(str.isalpha, typed)):
        return ""
    text = _LABEL.sub(" ", _EXTENSION.sub("", typed.translate(_ONE_WAY)))
    tokens = [token.strip(_QUOTES) for token in _TOKEN.findall(text)]
    words = " ".join(token for token in tokens if _kind_of(token) == "w")
    return words if len(words) <= _MOST_WORDS else f"{words[: _MOST_WORDS - 1]}…"


def _kind_of(token: str) -> str:
    """Return what a token is: n digits, m digits with letters like digits, w a word, b a break, ? unclear."""
    if _DIGITS_TOKEN.fullmatch(token):
        return "n"
    letters = sum(map(str.isalpha, token))
    if not any(map(str.isdecimal, token)):
        if not letters:
            return "b" if token in "/,;|&:=" else "?"
        is_word = letters > 1 and any(letter.isalpha() and letter not in "OolI" for letter in token)
        # An initial: "A. Budi".
        return "w" if is_word or (token.isupper() and token.endswith(".")) else "?"
    return "m" if _DIGITS_TOKEN.fullmatch(token.translate(_TAKEN_FOR_DIGITS)) else "?"


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
