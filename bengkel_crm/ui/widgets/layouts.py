"""Rows and columns of widgets, said in the order in which they stand."""

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

L = TypeVar("L", bound=QBoxLayout)


class Stretch(NamedTuple):
    """Room between two parts that grows."""

    factor: int = 1


class Grow(NamedTuple):
    """A part that takes what room there is, more of it with a higher factor."""

    what: QWidget | QLayout
    factor: int = 1


class At(NamedTuple):
    """A widget that stands at one side of its room."""

    what: QWidget
    align: "Qt.AlignmentFlag"
    factor: int = 0


# A number is room of so many pixels.
Part = QWidget | QLayout | Grow | At | Stretch | int
Margins = tuple[int, int, int, int]


def in_row(
    *parts: Part, on: QWidget | None = None, spacing: int | None = None, margins: Margins | None = None
) -> QHBoxLayout:
    """Return the parts beside each other; `on` is the widget they stand on."""
    return _laid(QHBoxLayout() if on is None else QHBoxLayout(on), parts, spacing, margins)


def in_column(
    *parts: Part, on: QWidget | None = None, spacing: int | None = None, margins: Margins | None = None
) -> QVBoxLayout:
    """Return the parts below each other; `on` is the widget they stand on."""
    return _laid(QVBoxLayout() if on is None else QVBoxLayout(on), parts, spacing, margins)


def fill(layout: QBoxLayout, *parts: Part) -> None:
    """Add parts to a row or column."""
    for part in parts:
        if isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, Stretch):
            layout.addStretch(part.factor)
        elif isinstance(part, At):
            layout.addWidget(part.what, part.factor, part.align)
        else:
            what, factor = part if isinstance(part, Grow) else (part, 0)
            if isinstance(what, QWidget):
                layout.addWidget(what, factor)
            else:
                layout.addLayout(what, factor)


def _laid(layout: L, parts: tuple[Part, ...], spacing: int | None, margins: Margins | None) -> L:
    if margins is not None:
        layout.setContentsMargins(*margins)
    if spacing is not None:
        layout.setSpacing(spacing)
    fill(layout, *parts)
    return layout
