"""Which letters of a hit are those that were typed: spans (start, length) to mark."""

import re
from functools import lru_cache
from typing import TypeAlias

from bengkel_crm.trade.names import fold, name_key
from bengkel_crm.trade.phones import national_digits
from bengkel_crm.trade.plates import plate_key

Spans: TypeAlias = tuple[tuple[int, int], ...]

_WORD = re.compile(r"[^\W_]+")
_LEAST_PHONE_DIGITS = 3


def mark_plate(shown: str, typed: str) -> Spans:
    """Return the spans of a plate that were typed, in one run or word by word; spaces are not marked."""
    places = [place for place, letter in enumerate(shown) if letter.isalnum()]
    key = "".join([shown[place] for place in places]).upper()
    whole, *words = _plate_words(typed)
    marked: set[int] = set()
    for wanted in (whole,) if whole in key else words:
        at = key.find(wanted) if wanted else -1
        if at >= 0:
            marked.update(places[at : at + len(wanted)])
    return _spans(sorted(marked))


def mark_words(shown: str, typed: str) -> Spans:
    """Return the beginnings of words that were typed, in a name; a lone letter belongs to a plate."""
    wanted = _name_words(typed)
    if not wanted:
        return ()
    marked: set[int] = set()
    for found in _WORD.finditer(shown):
        word = fold(found[0])
        longest = max([len(want) for want in wanted if word.startswith(want)], default=0)
        marked.update(range(found.start(), min(found.start() + longest, found.end())))
    return _spans(sorted(marked))


def unmarked_words(shown: str, typed: str) -> str:
    """Return the typed words that begin no word of a text: something else is why it was found."""
    words = [fold(word) for word in _WORD.findall(shown)]
    rest = [want for want in _name_words(typed) if not any(word.startswith(want) for word in words)]
    return " ".join(rest)


def mark_phone(shown: str, typed: str) -> Spans:
    """Return the digits of a formatted phone that were typed, in any notation."""
    wanted = _phone_digits(typed)
    if not wanted:
        return ()
    places = [place for place, letter in enumerate(shown) if letter.isdigit()]
    start = "".join([shown[place] for place in places]).find(wanted)
    return _spans(places[start : start + len(wanted)]) if start >= 0 else ()


# What was typed is taken apart once, not once a row.


@lru_cache(maxsize=16)
def _plate_words(typed: str) -> tuple[str, ...]:
    """Return the whole text as a plate's key, then each of its words."""
    return (plate_key(typed), *(plate_key(word) for word in _WORD.findall(typed)))


@lru_cache(maxsize=16)
def _name_words(typed: str) -> tuple[str, ...]:
    words = _WORD.findall(name_key(typed)) or _WORD.findall(fold(typed))
    return tuple(word for word in words if not word.isdigit() and (len(word) > 1 or len(words) == 1))


@lru_cache(maxsize=16)
def _phone_digits(typed: str) -> str:
    digits = "".join(letter for letter in typed if letter.isdigit())
    if len(digits) < _LEAST_PHONE_DIGITS or any(letter.isalpha() for letter in typed):
        return ""
    return national_digits(f"+{digits}") if digits.startswith("62") else digits


def _spans(places: list[int]) -> Spans:
    """Return places that stand beside each other as one span."""
    spans: list[tuple[int, int]] = []
    for place in places:
        if spans and sum(spans[-1]) == place:
            spans[-1] = (spans[-1][0], spans[-1][1] + 1)
        else:
            spans.append((place, 1))
    return tuple(spans)
