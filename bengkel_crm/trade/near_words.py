"""Slips of the finger: when a word that was typed is probably one that is known already."""

from collections.abc import Iterable

from bengkel_crm.trade.names import fold

_SHORTEST = 4
_SHORTEST_BEGINNING = 2


def is_one_slip_away(first: str, second: str) -> bool:
    """Return whether one letter is wrong, missing, too many, or two are swapped; equal words are not."""
    if first == second or abs(len(first) - len(second)) > 1:
        return False
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    left, right = first[start:], second[start:]
    if len(left) == len(right):
        return left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])
    shorter, longer = sorted((left, right), key=len)
    return longer[1:] == shorter


def begins_with_a_slip(typed: str, known: str) -> bool:
    """Return whether a known name may be meant by what is typed of it, with a slip in each word at most.

    Short words and figures have to be right; a beginning without a slip is no slip.
    """
    words, names = fold(typed).split(), fold(known).split()
    right = [any(name.startswith(word) for name in names) for word in words]
    if all(right):
        return False
    return all(is_right or _slips_into(word, names) for word, is_right in zip(words, right, strict=True))


def is_nearly(typed: str, known: str) -> bool:
    """Return whether a text is a known one but for a slip in each word at most, or a gap between two."""
    word, name = fold(typed), fold(known)
    if word == name or _figures(word) != _figures(name) or len(word) < _SHORTEST:
        return False
    pairs = list(zip(word.split(), name.split(), strict=False))
    same_count = len(word.split()) == len(name.split())
    return is_one_slip_away(word, name) or (
        same_count and all(one == other or _slips_into(one, [other], whole=True) for one, other in pairs)
    )


def _slips_into(word: str, names: Iterable[str], *, whole: bool = False) -> bool:
    """Return whether a word is one slip away from a name, or (but for `whole`) from its beginning."""
    if len(word) < _SHORTEST:
        return False
    lengths = (len(word) - 1, len(word), len(word) + 1)
    return any(
        is_one_slip_away(word, beginning) and _figures(word) == _figures(beginning)
        for name in names
        for beginning in ((name,) if whole else {name[:length] for length in lengths})
    )


def find_meant(typed: str, known: Iterable[str]) -> str | None:
    """Return the first known name that was probably meant by a new one, or None.

    It is one slip away, or what was typed is only a beginning of it. A name that is known is meant itself.
    Names that differ in a figure (10W-30, 10W-40) are two things.
    """
    word = fold(typed)
    names = [(fold(name), name) for name in known]
    if not word or any(key == word for key, _ in names):
        return None
    for key, name in names:
        if len(word) >= _SHORTEST and is_one_slip_away(word, key) and _figures(word) == _figures(key):
            return name
    if len(word) < _SHORTEST_BEGINNING:
        return None
    pieces = [f" {piece}" for piece in word.split()]
    return next((name for key, name in names if all(piece in f" {key}" for piece in pieces)), None)


def _figures(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
