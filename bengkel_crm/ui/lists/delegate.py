"""How a row of a list is drawn: each cell as the kind of its column says, or as its column paints it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from bengkel_crm.ui.lists.cell import Cell
from bengkel_crm.ui.lists.columns import OIL, PLATE, CellEditor, ListColumn
from bengkel_crm.ui.lists.table_model import ColumnsModel
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.widgets.chip import chip_size, paint_chip
from bengkel_crm.ui.widgets.labels import plain_tooltip
from bengkel_crm.ui.widgets.oil_words import show_oil
from bengkel_crm.ui.widgets.plate_badge import PlateSize, paint_plate, plate_size

Index = QModelIndex | QPersistentModelIndex
_SIDE_PX, _PLATE_PX = 10, 26
PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class RowDelegate(QStyledItemDelegate):
    """The style sheet draws ground and rule, and plain text too unless `paint_text` does.

    A cell whose column has an editor is typed in; `entered` says that Enter ended it.
    """

    entered = Signal()

    def __init__(
        self,
        model: ColumnsModel[Any],
        parent: QObject | None = None,
        *,
        paint_text: Callable[[Cell, str], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._paint_text = paint_text

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell as its column says."""
        column, row = self._model.columns[index.column()], index.row()
        record = self._model.record(row)
        if column.paint is not None or self._paint_text is not None:
            self.paint_ground(painter, option, index)
            painter.save()
            above = self._model.record(row - 1) if row else None
            cell = Cell(painter, QRectF(option.rect), above, is_here=_is_here(option, row))
            if column.paint is not None:
                column.paint(cell, record)
            elif self._paint_text is not None:
                self._paint_text(cell, column.text(record))
            painter.restore()
            return
        tone = None if column.tone is None else column.tone(record)
        if tone is None and column.kind is not PLATE:
            super().paint(painter, option, index)
            return
        self.paint_ground(painter, option, index)
        _paint_mark(painter, option, column.text(record), tone)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if self._model.columns[index.column()].kind is OIL:
            show_oil(option)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the whole text of a cell that has no room for it."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        column: ListColumn[Any] = self._model.columns[index.column()]
        has_text = column.paint is None or column.editor is not None
        text = "" if not has_text else column.text(self._model.record(index.row()))
        room = option.rect.width() - 2 * theme().px(_SIDE_PX)
        is_cut = QFontMetricsF(view.font()).horizontalAdvance(text) > room
        QToolTip.showText(event.globalPos(), plain_tooltip(text) if is_cut else "", view)
        return True

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        return self._editor_of(index).make(parent, self._model.record(index.row()))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave it as it was made."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        self._editor_of(index).take(editor, self._model.record(index.row()))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(self._editor_of(index).place(option.rect))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(watched, QLineEdit) and is_enter(event):
            self.commitData.emit(watched)
            self.closeEditor.emit(watched)
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def _editor_of(self, index: Index) -> CellEditor[Any]:
        editor = self._model.columns[index.column()].editor
        assert editor is not None, "asked for a cell that is not typed in"
        return editor

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row's ground and rule as the style has them, without text and tick."""
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        ground.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style = QApplication.style() if option.widget is None else option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)


def is_enter(event: QEvent) -> bool:
    """Return whether Enter was pressed, with nothing held but Shift."""
    return (
        isinstance(event, QKeyEvent)
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        and event.modifiers() in PLAIN
    )


def _is_here(option: QStyleOptionViewItem, row: int) -> bool:
    view = option.widget
    return isinstance(view, QAbstractItemView) and view.hasFocus() and view.currentIndex().row() == row


def _paint_mark(painter: QPainter, option: QStyleOptionViewItem, text: str, tone: Tone | None) -> None:
    """Paint a text as a chip, or as the plate it is where it has no tone."""
    side = theme().px(_SIDE_PX)
    room = QRectF(option.rect).adjusted(side, 0, -2, 0)
    size = plate_size(text, PlateSize.SMALL) if tone is None else chip_size(text)
    height = theme().px(_PLATE_PX) if tone is None else size.height()
    width = min(size.width(), max(room.width(), 0))
    box = QRectF(room.left(), room.center().y() - height / 2, width, height)
    if tone is None:
        paint_plate(painter, box, text, PlateSize.SMALL)
    else:
        paint_chip(painter, box, text, tone)
