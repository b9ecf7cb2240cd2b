"""The list that lies over the page while something is typed."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from bengkel_crm.records.counter import Hit
from bengkel_crm.ui.counter.hit_delegate import ROW_PX, HitDelegate
from bengkel_crm.ui.counter.hit_rows import HitRow
from bengkel_crm.ui.counter.plate_box import Step
from bengkel_crm.ui.counter.shadow import SHADOW, paint_shadow
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.labels import TextLabel, plain_tooltip
from bengkel_crm.ui.widgets.layouts import Grow, in_column

_PADDING = 7
_RADIUS = 10
Index = QModelIndex | QPersistentModelIndex


class Heading(StrEnum):
    """What is said above hits of which none is chosen beforehand."""

    GUESS = "guess"
    NEAR = "near"


class HitsModel(QAbstractListModel):
    """The best few hits; below them, when there are more, a line that says how many."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[HitRow] = ()
        self._more = ""

    def set_rows(self, rows: Sequence[HitRow], more: str = "") -> None:
        """Show these hits; `more` is the line below them, empty where there is none."""
        self.beginResetModel()
        self._rows = rows
        self._more = more if rows else ""
        self.endResetModel()

    def hit_count(self) -> int:
        """Return how many hits there are, without the line below them."""
        return len(self._rows)

    def more(self) -> str:
        """Return what the last line says, or nothing."""
        return self._more

    def row(self, number: int) -> HitRow:
        """Return one hit by its place."""
        return self._rows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows) + bool(self._more)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the hit itself to whoever draws it, and its words to a screen reader."""
        if not index.isValid():
            return None
        if index.row() == len(self._rows):
            shown = (HitDelegate.ROW_ROLE, Qt.ItemDataRole.DisplayRole)
            return self._more if role in shown else None
        if role == HitDelegate.ROW_ROLE:
            return self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()].spoken()
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(self._rows[index.row()].spoken())
        return None


class HitsList(QWidget):
    """Never takes the focus: the box keeps it and tells this list where to go.

    Guesses are listed under their mark and none of them is chosen beforehand: whoever presses Enter
    without looking must not end on a stranger's card.

    It fills the sheet it lies on from edge to edge and is opaque, so that nothing below is painted again
    at a key press. The sheet with its round corners and its shadow is a sibling: Qt spares only what an
    opaque sibling covers.
    """

    chosen = Signal(int)
    more_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._sheet = _Sheet(parent)
        self.model = HitsModel(self)
        self._words: dict[Heading, str] = {}
        self._heading = TextLabel("", TextRole.CAPTION_STRONG, "warn")
        self._heading.setContentsMargins(12, 6, 12, 4)
        self.view = _View(self.model)
        in_column(self._heading, Grow(self.view), on=self, spacing=0, margins=(_PADDING, 0, _PADDING, 0))
        self.view.clicked.connect(self._on_clicked)
        self.hide()

    def show_rows(
        self,
        rows: Sequence[HitRow],
        place: QRect,
        *,
        heading: Heading | None = None,
        more: str = "",
        chosen: int = 0,
    ) -> None:
        """List rows at the top of `place` (in the parent's coordinates); hide the list for none.

        Under a heading none is chosen; `more` is the text of a last line that leads to the rest.
        """
        self.model.set_rows(rows, more)
        if not rows:
            self.hide()
            return
        self._heading.setVisible(heading is not None)
        if heading is not None:
            self._heading.setText(self._words[heading])
        self.lay(place)
        if heading is None:
            self.view.setCurrentIndex(self.model.index(chosen))
        if not self.isVisible():
            for layer in (self._sheet, self):
                layer.show()
                layer.raise_()

    def lay(self, place: QRect) -> None:
        """Take as much of `place` as the rows need."""
        height = self.model.rowCount() * theme().px(ROW_PX) + 2 * _PADDING
        if not self._heading.isHidden():
            height += self._heading.sizeHint().height()
        sheet = QRect(place.left(), place.top(), place.width(), min(height, place.height() - SHADOW))
        self._sheet.setGeometry(sheet.adjusted(-SHADOW, 0, SHADOW, SHADOW))
        self.setGeometry(sheet.adjusted(0, _PADDING, 0, -_PADDING))

    def current(self) -> Hit | None:
        """Return the hit Enter would open."""
        row = self.view.currentIndex().row()
        return self.model.row(row).hit if self.isVisible() and 0 <= row < self.model.hit_count() else None

    def is_at_more(self) -> bool:
        """Return whether the line that leads to the rest is chosen."""
        return self.isVisible() and self.view.currentIndex().row() == self.model.hit_count()

    def spoken(self) -> str:
        """Return the chosen row for a screen reader, or nothing."""
        index = self.view.currentIndex()
        return str(self.model.data(index) or "") if self.isVisible() else ""

    def mark(self) -> str:
        """Return what is said above hits of which none is chosen, or nothing."""
        return self._heading.text() if self._heading.isVisible() else ""

    def step(self, step: Step) -> None:
        """Move the choice as an arrow or a page key does."""
        last = self.model.rowCount() - 1
        row = self.view.currentIndex().row()
        page = max(1, self.view.viewport().height() // theme().px(ROW_PX) - 1)
        places = {
            Step.UP: row - 1 if row > 0 else last,
            Step.DOWN: row + 1 if row < last else 0,
            Step.PAGE_UP: max(row - page, 0),
            Step.PAGE_DOWN: min(row + page, last),
            Step.FIRST: 0,
            Step.LAST: last,
        }
        self.view.setCurrentIndex(self.model.index(places[step]))

    def set_words(self, name: str, headings: dict[Heading, str]) -> None:
        """Say what the list is and what stands above its columns."""
        self.view.setAccessibleName(name)
        self._words = headings

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.row() == self.model.hit_count():
            self.more_wanted.emit()
        else:
            self.chosen.emit(self.model.row(index.row()).hit.vehicle_id)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Not when the whole page is hidden: the sheet comes back with it.
        if self.isHidden():
            self._sheet.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme().color("surface"))
        for left in (0, self.width() - 1):
            painter.fillRect(left, 0, 1, self.height(), theme().color("line2"))
        painter.end()


class _Sheet(QWidget):
    """The rounded sheet under the list, and its shadow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_shadow(painter, self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("line2"), 1))
        painter.setBrush(theme().color("surface"))
        sheet = QRectF(self.rect()).adjusted(SHADOW + 0.5, 0.5, -SHADOW - 0.5, -SHADOW - 0.5)
        painter.drawRoundedRect(sheet, _RADIUS, _RADIUS)
        painter.end()


class _View(QListView):
    """Rows of one height on an opaque ground."""

    def __init__(self, model: HitsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(HitDelegate(self))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme().changed.connect(self.doItemsLayout)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().color("surface"))
        painter.end()
        super().paintEvent(event)
