"""An oil where there is no room for its name: the brand gives way, the grade never."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QStyleOptionViewItem

from bengkel_crm.ui.look.theme import theme

# What the style sheet leaves free at each side of a cell.
_CELL_SIDE_PX = 13
_GRADE = re.compile(r"\b(?:SAE\s*)?\d{1,2}W\s*-?\s*\d{1,2}\b", re.IGNORECASE)


def show_oil(option: QStyleOptionViewItem) -> None:
    """Cut the text of a cell as an oil is cut."""
    room = option.rect.width() - 2 * theme().px(_CELL_SIDE_PX)
    option.text = cut_oil(option.text, QFontMetricsF(option.font), room)


def cut_oil(name: str, metrics: QFontMetricsF, room: float) -> str:
    """Return a name that fits into `room`: from its grade on it stays whole, its beginning is cut.

    One without a grade loses its middle, one whose end alone has no room its end.
    """
    if metrics.horizontalAdvance(name) <= room:
        return name
    found = _GRADE.search(name)
    if found is None or found.start() == 0:
        return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room)
    for end in (name[found.start() :], found[0]):
        left = room - metrics.horizontalAdvance(end)
        brand = metrics.elidedText(name[: found.start()].rstrip(), Qt.TextElideMode.ElideRight, left)
        if brand:
            return brand + end
    return metrics.elidedText(found[0], Qt.TextElideMode.ElideRight, room)
