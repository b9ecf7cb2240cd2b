"""The list under a `SuggestEdit`."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bengkel_crm.ui.look.theme import set_role, theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.key_button import key_cap_size, paint_key_cap

_MOST_ROWS = 7
_ROW_PX = 34
_PADDING = 5
_NARROWEST_PX = 220
_TAB = "Tab"

Index = QModelIndex | QPersistentModelIndex


class Offer(Protocol):
    """What the list shows of a suggestion."""

    @property
    def text(self) -> str:
        """What is offered."""

    @property
    def detail(self) -> str:
        """What is said beside it."""


class SuggestList(QListView):
    """A child of the form's window, so that no window system has a say in who gets the keys."""

    chosen = Signal(object)

    def __init__(self, edit: QWidget) -> None:
        super().__init__(edit.window())
        self._edit = edit
        self._offers = _Offers(self)
        self.setModel(self._offers)
        self.setItemDelegate(_Painter(self))
        self.setProperty("popup", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(edit.accessibleName())
        set_role(self, TextRole.BODY)
        self.clicked.connect(self._on_clicked)
        self.hide()
        # The line moves under its list when the form is scrolled.
        ground = edit.parentWidget()
        while ground is not None:
            if isinstance(ground, QAbstractScrollArea):
                ground.verticalScrollBar().valueChanged.connect(self.hide)
            ground = ground.parentWidget()

    def offer(self, offers: Sequence[Offer], marked: int | None = None) -> None:
        """Show these, none of them chosen yet; the one at `marked` is what Tab takes."""
        self._offers.set_offers(offers)
        self._offers.marked = marked
        self.setCurrentIndex(QModelIndex())
        self._lay()
        self.show()
        self.raise_()

    def current(self) -> Offer | None:
        """Return the offer that is chosen, or None."""
        index = self.currentIndex()
        return self._offers.offers[index.row()] if index.isValid() else None

    def marked(self) -> Offer | None:
        """Return what Tab takes while nothing is chosen."""
        return None if self._offers.marked is None else self._offers.offers[self._offers.marked]

    def move_by(self, step: int) -> None:
        """Move the choice; above the first one nothing is chosen."""
        row = self.currentIndex().row() + step
        if row < 0:
            self.setCurrentIndex(QModelIndex())
            return
        self.setCurrentIndex(self._offers.index(min(row, self._offers.rowCount() - 1), 0))

    def _lay(self) -> None:
        rows = min(_MOST_ROWS, self._offers.rowCount())
        window = self._edit.window()
        width = max(self._edit.width(), theme().px(_NARROWEST_PX))
        height = rows * theme().px(_ROW_PX) + 2 * _PADDING
        at = self._edit.mapTo(window, QPoint(0, self._edit.height() + 3))
        below = window.height() - at.y() - 4
        above = self._edit.mapTo(window, QPoint(0, -3)).y() - 4
        if height > below and above > below:
            height = min(height, above)
            at.setY(self._edit.mapTo(window, QPoint(0, -3)).y() - height)
        else:
            height = min(height, below)
        at.setX(max(4, min(at.x(), window.width() - width - 4)))
        self.setGeometry(QRect(at.x(), at.y(), width, height))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self._offers.offers[index.row()])


class _Offers(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: list[Offer] = []
        self.marked: int | None = None

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Offer these."""
        self.beginResetModel()
        self.offers = list(offers)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.offers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what an offer shows."""
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{offer.text}, {offer.detail}" if offer.detail else offer.text
        return None


class _Painter(QStyledItemDelegate):
    """Text at the left, detail at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an offer with its detail at the end of the line."""
        offers = index.model()
        assert isinstance(offers, _Offers)
        offer = offers.offers[index.row()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("selection" if chosen else "sunken"))
            painter.drawRoundedRect(option.rect, 5, 5)
        box = option.rect.adjusted(theme().px(8), 0, -theme().px(8), 0)
        if index.row() == offers.marked:
            cap = QRectF(QPointF(0, 0), QSizeF(key_cap_size(_TAB)))
            cap.moveCenter(QPointF(box.right() - cap.width() / 2, box.center().y()))
            ink, edge, ground = (theme().color(name) for name in ("text2", "line2", "sunken"))
            paint_key_cap(painter, cap, _TAB, ink, edge, ground)
            box.setRight(round(cap.left()) - theme().px(8))
        painter.setFont(theme().font(TextRole.BODY))
        if offer.detail:
            painter.setPen(theme().color("text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, offer.detail)
            box.setRight(box.right() - painter.fontMetrics().horizontalAdvance(offer.detail) - theme().px(12))
        painter.setPen(theme().color("text"))
        text = painter.fontMetrics().elidedText(offer.text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        hint = super().sizeHint(option, index)
        hint.setHeight(theme().px(_ROW_PX))
        return hint
