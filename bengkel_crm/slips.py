"""Slips of the finger: when a word that was typed is probably one that is known already."""

from collections.abc import Iterable

from bengkel_crm.names import fold

_SHORTEST = 4
_SHORTEST_BEGINNING = 2


def is_one_slip_away(first: str, second: str) -> bool:
    """Tell whether one letter is wrong, missing, too many, or two are swapped; equal words are not."""
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
