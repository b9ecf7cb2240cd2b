"""Paints one line of the hits; everything that costs is kept from one key press to the next."""

from functools import lru_cache
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bengkel_crm.ui.counter.drawn import drawn
from bengkel_crm.ui.counter.hit_rows import HitRow, HitWords
from bengkel_crm.ui.counter.matches import Spans
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import ColorName, TextRole

ROW_PX = 54
# From this width on (at 100 %) the last visit has a column of its own.
_WIDE_PX = 1000


class Columns(NamedTuple):
    """Where the columns of a row begin and end, for one width."""

    wide: bool
    icon: int
    plate: int
    owner: int
    owner_room: int
    knows: int
    knows_room: int
    last: int
    right: int
    upper: int
    lower: int


@lru_cache(maxsize=16)
def lay_columns(left: int, width: int, scale_percent: int) -> Columns:
    """Return the columns of a row that begins at `left`, for the theme's present text size."""
    px = theme().px
    wide = width >= px(_WIDE_PX)
    plate = left + px(50)
    owner = plate + px(158)
    right = left + width - px(12)
    last = right - px(268 if wide else 140)
    knows = last - round(min((last - owner) * 0.42, px(270)))
    return Columns(
        wide=wide,
        icon=left + px(14),
        plate=plate,
        owner=owner,
        owner_room=knows - owner - px(16),
        knows=knows,
        knows_room=last - knows - px(36),
        last=last,
        right=right,
        upper=px(18),
        lower=px(37),
    )


class HitDelegate(QStyledItemDelegate):
    """Reads the `HitRow` from the model under `ROW_ROLE`."""

    ROW_ROLE: ClassVar[int] = int(Qt.ItemDataRole.UserRole)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme().px(ROW_PX))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one hit, or the line that says how many more there are."""
        box = option.rect
        painter.save()
        _paint_ground(painter, QRectF(box), option.state)
        row = index.data(self.ROW_ROLE)
        if isinstance(row, str):
            _paint_more(painter, QRectF(box), row)
            painter.restore()
            return
        columns = lay_columns(box.left(), box.width(), theme().scale_percent)
        _Line(painter, columns, box.top(), box.height()).paint(row)
        painter.restore()


def _paint_more(painter: QPainter, box: QRectF, text: str) -> None:
    painter.setFont(theme().font(TextRole.STRONG))
    painter.setPen(theme().color("primary"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _paint_ground(painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
    if state & QStyle.StateFlag.State_Selected:
        ground: ColorName = "selection"
    elif state & QStyle.StateFlag.State_MouseOver:
        ground = "sunken"
    else:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color(ground))
    painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 6, 6)


class _Line:
    """One row in its columns."""

    def __init__(self, painter: QPainter, columns: Columns, top: int, height: int) -> None:
        self._painter = painter
        self._at = columns
        self._middle = top + height / 2
        self._upper = top + columns.upper
        self._lower = top + columns.lower

    def paint(self, row: HitRow) -> None:
        """Draw plate, owner, vehicle and last visit of one hit."""
        at, words = self._at, row.words
        self._icon(words.icon, at.icon, self._middle, 22, "text2")
        self._text(
            words.plate, TextRole.PLATE_LINE, at.plate, self._middle, at.owner - at.plate - 8, row.plate_marks
        )
        self._text(words.owner, TextRole.STRONG, at.owner, self._upper, at.owner_room, row.owner_marks)
        self._text(
            words.detail, TextRole.CAPTION, at.owner, self._lower, at.owner_room, row.detail_marks, "text2"
        )
        for text, icon, middle in ((words.oil, "drop", self._upper), (words.mechanic, "person", self._lower)):
            if text:
                self._icon(icon, at.knows, middle, 14, "text3")
                self._often(
                    text,
                    TextRole.CAPTION,
                    "text",
                    at.knows + theme().px(20),
                    middle,
                    at.knows_room,
                    is_oil=icon == "drop",
                )
        if at.wide:
            self._paint_last_and_due(words)
        else:
            self._paint_last_over_due(words)

    def _paint_last_and_due(self, words: HitWords) -> None:
        room = theme().px(112)
        self._often(words.last, TextRole.BODY, "text", self._at.last, self._upper, room)
        self._often(words.ago, TextRole.CAPTION, "text2", self._at.last, self._lower, room)
        if words.due:
            drawn().chip(self._painter, words.due, words.tone, self._at.right, self._middle)

    def _paint_last_over_due(self, words: HitWords) -> None:
        room = self._at.right - self._at.last
        left = self._at.right - min(drawn().width(TextRole.CAPTION, words.last), room)
        middle = self._middle - theme().px(14) if words.due else self._middle
        self._often(words.last, TextRole.CAPTION, "text2", left, middle, room)
        if words.due:
            drawn().chip(self._painter, words.due, words.tone, self._at.right, self._middle + theme().px(10))

    def _icon(self, name: str, left: int, middle: float, size: int, ink: ColorName) -> None:
        drawn().icon(self._painter, name, ink, size, left, middle)

    def _often(
        self,
        text: str,
        role: TextRole,
        ink: ColorName,
        left: float,
        middle: float,
        room: float,
        *,
        is_oil: bool = False,
    ) -> None:
        drawn().often(self._painter, text, role, ink, left, middle, room, is_oil=is_oil)

    def _text(
        self,
        text: str,
        role: TextRole,
        left: float,
        middle: float,
        room: float,
        marks: Spans = (),
        ink: ColorName = "text",
    ) -> None:
        shown = drawn().text(self._painter, text, role, ink, left, middle, room)
        if not marks:
            return
        metrics = drawn().metrics(role)
        top, height = middle - metrics.height() / 2, metrics.height()
        base = middle + metrics.capHeight() / 2
        for start, length in marks:
            # The same text once more through a window over the letters: they stand where they stood.
            first = left + drawn().width(role, shown[:start])
            width = left + drawn().width(role, shown[: start + length]) - first
            self._painter.save()
            self._painter.setClipRect(QRectF(first, top, width, height))
            drawn().text(self._painter, text, role, "primary", left, middle, room)
            self._painter.restore()
            thick = 2 if role is TextRole.PLATE_LINE else 1
            self._painter.fillRect(QRectF(first, round(base) + 3, width, thick), theme().color("primary"))
