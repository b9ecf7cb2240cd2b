"""The X server of the journeys itself."""

import ctypes
from collections.abc import Iterator
from threading import Thread

import pytest

from benchmarks.screen import VirtualScreen

pytestmark = pytest.mark.journey


@pytest.fixture
def screen() -> Iterator[VirtualScreen]:
    with VirtualScreen() as screen:
        yield screen


def _is_let_in(display: str) -> bool:
    """Come as a client does, and leave again."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    error = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not error


def test_who_comes_just_when_the_last_one_leaves_is_let_in(screen: VirtualScreen) -> None:
    turned_away: list[int] = []

    def come_and_go() -> None:
        turned_away.extend(number for number in range(200) if not _is_let_in(screen.display))

    visitors = [Thread(target=come_and_go) for _ in range(2)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    assert turned_away == []
