"""Which letters of a hit are those that were typed: spans (start, length) to mark."""

import re
from typing import TypeAlias

from bengkel_crm.names import fold, name_key
from bengkel_crm.phones import national_digits
from bengkel_crm.plates import plate_key

Spans: TypeAlias = tuple[tuple[int, int], ...]

_WORD = re.compile(r"[^\W_]+")
_LEAST_PHONE_DIGITS = 3


def mark_plate(shown: str, typed: str) -> Spans:
    """Return the spans of a plate that were typed, in one run or word by word; spaces are not marked."""
    places = [place for place, letter in enumerate(shown) if letter.isalnum()]
    key = "".join(shown[place] for place in places).upper()
    wanted = plate_key(typed)
    start = key.find(wanted) if wanted else -1
    if start >= 0:
        return _spans(places[start : start + len(wanted)])
    marked: set[int] = set()
    for word in _WORD.findall(typed):
        at = key.find(plate_key(word)) if plate_key(word) else -1
        if at >= 0:
            marked.update(places[at : at + len(plate_key(word))])
    return _spans(sorted(marked))


def mark_words(shown: str, typed: str) -> Spans:
    """Return the beginnings of words that were typed, in a name; a lone letter belongs to a plate."""
    words = _WORD.findall(name_key(typed)) or _WORD.findall(fold(typed))
    wanted = words if len(words) == 1 else [word for word in words if len(word) > 1]
    marked: set[int] = set()
    for found in _WORD.finditer(shown):
        word = fold(found[0])
        longest = max((len(want) for want in wanted if word.startswith(want)), default=0)
        marked.update(range(found.start(), min(found.start() + longest, found.end())))
    return _spans(sorted(marked))


def mark_phone(shown: str, typed: str) -> Spans:
    """Return the digits of a formatted phone that were typed, in any notation."""
    wanted = "".join(letter for letter in typed if letter.isdigit())
    if len(wanted) < _LEAST_PHONE_DIGITS or any(letter.isalpha() for letter in typed):
        return ()
    if wanted.startswith("62"):
        wanted = national_digits(f"+{wanted}")
    places = [place for place, letter in enumerate(shown) if letter.isdigit()]
    start = "".join(shown[place] for place in places).find(wanted)
    return _spans(places[start : start + len(wanted)]) if start >= 0 else ()


def _spans(places: list[int]) -> Spans:
    """Return places that stand beside each other as one span."""
    spans: list[tuple[int, int]] = []
    for place in places:
        if spans and sum(spans[-1]) == place:
            spans[-1] = (spans[-1][0], spans[-1][1] + 1)
        else:
            spans.append((place, 1))
    return tuple(spans)
