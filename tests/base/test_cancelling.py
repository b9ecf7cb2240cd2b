"""Long work asks whether somebody still waits for it."""

import pytest

from bengkel_crm.base.cancelling import asking
from bengkel_crm.base.errors import Cancelled


def test_it_is_asked_before_the_first_and_after_every_so_many() -> None:
    seen: list[object] = []
    for item in asking(range(7), lambda: seen.append("asked"), every=3):
        seen.append(item)
    assert seen == ["asked", 0, 1, 2, "asked", 3, 4, 5, "asked", 6]


def test_what_is_left_when_nobody_waits_any_more_is_not_taken() -> None:
    taken: list[int] = []

    def check() -> None:
        if len(taken) >= 4:
            raise Cancelled

    items = iter(range(10))
    with pytest.raises(Cancelled):
        taken.extend(asking(items, check, every=2))
    assert taken == [0, 1, 2, 3]
    assert next(items) == 5


def test_nothing_is_asked_where_nobody_can_stop_it() -> None:
    assert list(asking("abc", None)) == ["a", "b", "c"]
