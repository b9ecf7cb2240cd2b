"""A row that goes on below where it has no room: filters and buttons on a small screen."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Keeps its widgets in lines; the first that expands takes what is left of its line."""

    def __init__(self, spacing: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        """Return how many widgets lie in it."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        heights = [max(item.sizeHint().height() for item in line) for line in lines]
        return sum(heights) + self.spacing() * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(widest, self.heightForWidth(max(self.geometry().width(), widest)))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            left = rect.left()
            for item, width in zip(line, self._widths(line, rect.width()), strict=True):
                own = min(height, item.sizeHint().height())
                item.setGeometry(QRect(QPoint(left, top + (height - own) // 2), QSize(width, own)))
                left += width + self.spacing()
            top += height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            needed = _least(item)
            if not lines or left + self.spacing() + needed > width:
                lines.append([])
                left = needed
            else:
                left += self.spacing() + needed
            lines[-1].append(item)
        return lines

    def _widths(self, line: list[QLayoutItem], room: int) -> list[int]:
        """Return what each of a line gets: what it needs, then what it wants, then what is left over."""
        widths = [_least(item) for item in line]
        rest = room - sum(widths) - self.spacing() * (len(line) - 1)
        for place, item in enumerate(line):
            more = min(max(0, rest), max(0, item.sizeHint().width() - widths[place]))
            widths[place] += more
            rest -= more
        growing = [place for place, item in enumerate(line) if _grows(item)]
        if growing and rest > 0:
            widths[growing[0]] += rest
        return widths


def _least(item: QLayoutItem) -> int:
    """Return the width below which an item goes on in the next line."""
    return min(item.minimumSize().width(), item.sizeHint().width())


def _grows(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)
