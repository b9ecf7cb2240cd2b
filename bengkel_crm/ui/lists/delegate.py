"""How a row of a long list is drawn: plates as plates, due days as chips, everything else as text."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from bengkel_crm.ui.lists.table_model import ColumnsModel
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.widgets.chip import chip_size, paint_chip
from bengkel_crm.ui.widgets.labels import plain_tooltip
from bengkel_crm.ui.widgets.oil_words import show_oil
from bengkel_crm.ui.widgets.plate_badge import PlateSize, paint_plate, plate_size

PLATE = "plate"
_SIDE_PX = 10


class RowDelegate(QStyledItemDelegate):
    """`tones` says, by column key, how urgent a record's cell is; None leaves it plain text."""

    def __init__(
        self,
        model: ColumnsModel[Any],
        tones: Mapping[str, Callable[[Any], Tone | None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._tones = tones

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        column = self._model.columns[index.column()]
        record = self._model.record(index.row())
        if column.key == PLATE:
            self._paint_ground(painter, option, index)
            text = column.text(record)
            size = plate_size(text, PlateSize.SMALL)
            paint_plate(painter, self._middle(option, size.width(), theme().px(26)), text, PlateSize.SMALL)
            return
        tone = self._tones[column.key](record) if column.key in self._tones else None
        if tone is None:
            super().paint(painter, option, index)
            return
        self._paint_ground(painter, option, index)
        text = column.text(record)
        size = chip_size(text)
        paint_chip(painter, self._middle(option, size.width(), size.height()), text, tone)

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if self._model.columns[index.column()].is_oil:
            show_oil(option)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the whole text of a cell that has no room for it."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        text = str(index.data())
        room = option.rect.width() - 2 * theme().px(_SIDE_PX)
        is_cut = QFontMetricsF(view.font()).horizontalAdvance(text) > room
        QToolTip.showText(event.globalPos(), plain_tooltip(text) if is_cut else "", view)
        return True

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row's ground and rule as the style has them, without the text."""
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, widget)

    def _middle(self, option: QStyleOptionViewItem, width: int, height: int) -> QRectF:
        side = theme().px(_SIDE_PX)
        room = QRectF(option.rect).adjusted(side, 0, -2, 0)
        return QRectF(room.left(), room.center().y() - height / 2, min(width, max(room.width(), 0)), height)
