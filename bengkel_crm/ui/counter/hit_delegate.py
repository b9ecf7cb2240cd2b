"""Paints one line of the hits; everything that costs is kept from one key press to the next."""

from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bengkel_crm.ui import icons
from bengkel_crm.ui.counter.hit_rows import HitRow
from bengkel_crm.ui.counter.matches import Spans
from bengkel_crm.ui.theme import theme
from bengkel_crm.ui.tokens import ColorName, Role
from bengkel_crm.ui.widgets.chip import chip_size, paint_chip

ROW_PX = 54
# From this width on (at 100 %) the last visit has a column of its own.
_WIDE_PX = 1000
_MOST_KEPT = 4096


class HitDelegate(QStyledItemDelegate):
    """Reads the `HitRow` from the model under `ROW_ROLE`."""

    ROW_ROLE: ClassVar[int] = int(Qt.ItemDataRole.UserRole)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metrics: dict[Role, QFontMetricsF] = {}
        self._elided: dict[tuple[Role, str, int], str] = {}
        self._chips: dict[str, QSize] = {}
        theme().changed.connect(self.forget)

    def forget(self) -> None:
        """Measure anew: fonts have changed."""
        self._metrics.clear()
        self._elided.clear()
        self._chips.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme().px(ROW_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(self.ROW_ROLE)
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        self._paint_ground(painter, box, state)
        _Line(self, painter, box).paint(row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        ground: ColorName | None = None
        if state & QStyle.StateFlag.State_Selected:
            ground = "selection"
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = "sunken"
        if ground is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(ground))
        painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 6, 6)

    def metrics(self, role: Role) -> QFontMetricsF:
        found = self._metrics.get(role)
        if found is None:
            found = self._metrics[role] = QFontMetricsF(theme().font(role))
        return found

    def elide(self, role: Role, text: str, width: float) -> str:
        key = (role, text, int(width))
        found = self._elided.get(key)
        if found is None:
            if len(self._elided) > _MOST_KEPT:
                self._elided.clear()
            found = self.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._elided[key] = found
        return found

    def chip(self, text: str) -> QSize:
        found = self._chips.get(text)
        if found is None:
            if len(self._chips) > _MOST_KEPT:
                self._chips.clear()
            found = self._chips[text] = chip_size(text)
        return found


class _Line:
    """The columns of one row, laid out for its width."""

    def __init__(self, kept: HitDelegate, painter: QPainter, box: QRectF) -> None:
        self._kept = kept
        self._painter = painter
        self._box = box
        px = theme().px
        self._wide = box.width() >= px(_WIDE_PX)
        self._upper = box.top() + px(18)
        self._lower = box.top() + px(37)

    def paint(self, row: HitRow) -> None:
        px = theme().px
        left, right = self._box.left() + px(14), self._box.right() - px(12)
        self._icon(row.icon, left, self._box.center().y(), 22, "text2")
        left += px(36)
        plate_width = px(158)
        self._text(
            row.plate,
            Role.PLATE_LINE,
            "text",
            left,
            self._box.center().y(),
            plate_width - px(8),
            row.plate_marks,
        )
        left += plate_width
        right = self._paint_right(row, right)
        knows = min((right - left) * 0.42, px(270))
        self._paint_oil_and_mechanic(row, right - knows, knows - px(16))
        room = right - knows - left - px(16)
        self._text(row.owner, Role.STRONG, "text", left, self._upper, room, row.owner_marks)
        self._text(row.detail, Role.CAPTION, "text2", left, self._lower, room, row.detail_marks)

    def _paint_right(self, row: HitRow, right: float) -> float:
        """Paint the last visit and the chip; return where they begin."""
        px = theme().px
        size = self._kept.chip(row.due) if row.due else QSize(0, 0)
        if self._wide:
            self._chip(row, right - size.width(), self._box.center().y() - size.height() / 2, size)
            left = right - px(150) - px(118)
            self._text(row.last, Role.BODY, "text", left, self._upper, px(112))
            self._text(row.ago, Role.CAPTION, "text2", left, self._lower, px(112))
            return left
        last = self._kept.elide(Role.CAPTION, row.last, px(132))
        width = self._kept.metrics(Role.CAPTION).horizontalAdvance(last)
        over = px(13) if row.due else self._box.height() / 2
        self._text(last, Role.CAPTION, "text2", right - width, self._box.top() + over, width + 1)
        self._chip(row, right - size.width(), self._box.bottom() - size.height() - px(5), size)
        return right - px(140)

    def _paint_oil_and_mechanic(self, row: HitRow, left: float, room: float) -> None:
        for text, icon, middle in ((row.oil, "drop", self._upper), (row.mechanic, "person", self._lower)):
            if text:
                self._icon(icon, left, middle, 14, "text3")
                self._text(text, Role.CAPTION, "text", left + theme().px(20), middle, room - theme().px(20))

    def _chip(self, row: HitRow, left: float, top: float, size: QSize) -> None:
        if row.due:
            paint_chip(self._painter, QRectF(left, top, size.width(), size.height()), row.due, row.tone)

    def _icon(self, name: str, left: float, middle: float, size: int, ink: ColorName) -> None:
        side = theme().px(size)
        picture = icons.pixmap(name, ink, side, self._painter.device().devicePixelRatioF())
        self._painter.drawPixmap(round(left), round(middle - side / 2), picture)

    def _text(
        self,
        text: str,
        role: Role,
        ink: ColorName,
        left: float,
        middle: float,
        room: float,
        marks: Spans = (),
    ) -> None:
        metrics = self._kept.metrics(role)
        shown = self._kept.elide(role, text, room)
        base = middle + metrics.capHeight() / 2
        painter = self._painter
        painter.setFont(theme().font(role))
        painter.setPen(theme().color(ink))
        painter.drawText(QPointF(left, base), shown)
        for start, length in marks:
            # The same text once more through a window over the letters: they stand where they stood.
            first = metrics.horizontalAdvance(shown[:start])
            last = metrics.horizontalAdvance(shown[: start + length])
            window = QRectF(left + first, middle - metrics.height() / 2, last - first, metrics.height())
            painter.save()
            painter.setClipRect(window)
            painter.setPen(theme().color("primary"))
            painter.drawText(QPointF(left, base), shown)
            painter.restore()
            line = QRectF(window.left(), base + 3, window.width(), 2)
            painter.fillRect(line, theme().color("primary"))
