"""Our own icons."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from bengkel_crm.base.paths import resources
from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Scheme

FILES = sorted((resources() / "icons").glob("*.svg"))


def strongest(name: str, *, dpr: float = 1.0) -> QColor:
    picture = icons.pixmap(name, "primary", 24, dpr).toImage()
    dots = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return max(dots, key=lambda dot: dot.alpha())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_icon_is_of_one_family(file: Path) -> None:
    root = ElementTree.parse(file).getroot()
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke-width") == "1.75"
    assert root.get("stroke-linecap") == "round"
    assert root.get("stroke") == "currentColor"
    assert "#" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_icon_shows_something(file: Path) -> None:
    assert strongest(file.stem).alpha() > 150


def test_an_icon_wears_the_color_it_was_asked_for() -> None:
    assert strongest("plus").name() == QColor("#0B6478").name()


def test_an_icon_follows_the_scheme() -> None:
    theme().apply(Scheme.DARK, 100)
    assert strongest("plus").name() == QColor("#4DB6CC").name()


def test_a_dense_screen_gets_more_dots() -> None:
    picture = icons.pixmap("plus", "text", 24, 1.25)
    assert picture.width() == 30
    assert picture.deviceIndependentSize().width() == 24


def test_an_icon_is_drawn_once() -> None:
    first = icons.pixmap("car", "text", 20, 1.0)
    assert icons.pixmap("car", "text", 20, 1.0) is first


def test_a_disabled_icon_is_grey() -> None:
    made = icons.icon("plus", "primary", 24)
    assert not made.isNull()
