"""Why PySide6 has an upper bound: one release lost a reference to None or True with every call."""

import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

_CALLS = 5000
# The interpreter itself comes and goes by a few; a lost reference a call would be thousands.
_USUAL = 200


class _Teller(QObject):
    told = Signal(bool)

    def hear(self, value: bool) -> None:
        self.heard = value


def _void_calls() -> Callable[[], object]:
    timer = QTimer()
    return lambda: timer.setInterval(10)


def _bool_calls() -> Callable[[], object]:
    rect, point = QRect(0, 0, 10, 10), QPoint(1, 1)
    return lambda: rect.contains(point)


def _signals() -> Callable[[], object]:
    teller = _Teller()
    teller.told.connect(teller.hear)
    return lambda: teller.told.emit(True)


def _properties() -> Callable[[], object]:
    thing = QObject()
    return lambda: (thing.setProperty("known", True), thing.property("known"), thing.property("unknown"))


def _painting() -> Callable[[], object]:
    image = QImage(4, 4, QImage.Format.Format_RGB32)

    def paint() -> None:
        painter = QPainter(image)
        painter.fillRect(0, 0, 4, 4, QColor("red"))
        painter.end()

    return paint


@pytest.mark.parametrize("make", [_void_calls, _bool_calls, _signals, _properties, _painting])
def test_calls_into_qt_lose_no_reference(qtbot: QtBot, make: Callable[[], Callable[[], object]]) -> None:
    call = make()
    call()
    before = sys.getrefcount(None), sys.getrefcount(True), sys.getrefcount(False)
    for _ in range(_CALLS):
        call()
    after = sys.getrefcount(None), sys.getrefcount(True), sys.getrefcount(False)
    assert all(abs(now - then) < _USUAL for now, then in zip(after, before, strict=True))


def test_overridden_methods_lose_no_reference(qtbot: QtBot) -> None:
    class Widget(QWidget):
        def hasHeightForWidth(self) -> bool:
            return True

    widget = Widget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(_CALLS):
        widget.sizePolicy().setHeightForWidth(widget.hasHeightForWidth())
        widget.updateGeometry()
    after = sys.getrefcount(None), sys.getrefcount(True)
    assert all(abs(now - then) < _USUAL for now, then in zip(after, before, strict=True))


def test_the_release_that_loses_references_is_out_of_bounds() -> None:
    project = tomllib.loads((Path(__file__).resolve().parent.parent / "pyproject.toml").read_text("utf-8"))
    (qt,) = [
        requirement
        for requirement in map(Requirement, project["project"]["dependencies"])
        if requirement.name == "PySide6-Essentials"
    ]
    assert not qt.specifier.contains("6.12.0")
