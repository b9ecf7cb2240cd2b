"""Asking often, in work that walks over many records, whether somebody still waits for it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

_T = TypeVar("_T")
# Called again and again by longer work; raises Cancelled once the user has had enough.
Check: TypeAlias = Callable[[], object]
_EVERY = 1_000


def asking(items: Iterable[_T], check: Check | None, every: int = _EVERY) -> Iterator[_T]:
    """Yield the items, and ask before the first and again after so many whether to go on.

    Raises:
        Cancelled: `check` raised it.
    """
    if check is None:
        yield from items
        return
    for number, item in enumerate(items):
        if number % every == 0:
            check()
        yield item
