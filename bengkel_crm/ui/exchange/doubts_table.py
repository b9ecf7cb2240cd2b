"""The doubtful rows of a book, mended where they stand."""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bengkel_crm.ui.exchange.doubt_lines import FATE, FATE_TONES, VALUE, DoubtLine, Fate, Key
from bengkel_crm.ui.lists.columns import ListColumn
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import RecordTableModel
from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.chip import chip_size, paint_chip
from bengkel_crm.ui.widgets.labels import plain_tooltip
from bengkel_crm.ui.widgets.line_edit import LineEdit

_Index = QModelIndex | QPersistentModelIndex
_BOX_PX, _ICON_PX = 28, 14
_NARROW_PX = 860
_WIDTHS_PX = {"row": (62, 70), "header": (104, 140), VALUE: (150, 210), FATE: (176, 190)}


class DoubtsModel(RecordTableModel[DoubtLine]):
    """Emits `typed(line, text)` when a cell was typed over."""

    typed = Signal(object, str)

    def place_of(self, key: str) -> int:
        """Return the number of a column."""
        return next(place for place, column in enumerate(self.columns) if column.key == key)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == self.place_of(VALUE) and self.is_mendable(index.row()):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def is_mendable(self, row: int) -> bool:
        line = self.record(row)
        return line.column_index is not None and line.fate is not Fate.LEFT_OUT

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            return self.record(index.row()).value
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            line = self.record(index.row())
            return ", ".join(column.text(line) for column in self.columns)
        if role == Qt.ItemDataRole.ForegroundRole and index.isValid():
            line = self.record(index.row())
            if line.fate is Fate.LEFT_OUT:
                return theme().color("text3")
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return plain_tooltip(self.columns[index.column()].text(self.record(index.row())))
        return super().data(index, role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        line = self.record(index.row())
        text = str(value).strip()
        if text == line.value.strip() and line.fate is not Fate.MENDED:
            return False
        self.typed.emit(line, text)
        return True


class _DoubtsDelegate(QStyledItemDelegate):
    """Draws the value as a box that can be typed in, and the fate as a chip."""

    def __init__(self, table: "DoubtsTable") -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = self._table.doubts()
        key = model.columns[index.column()].key
        if key not in (VALUE, FATE):
            super().paint(painter, option, index)
            return
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget
        )
        line = model.record(index.row())
        if key == FATE:
            text = str(index.data())
            size = chip_size(text)
            left, middle = option.rect.left() + theme().px(10), option.rect.center().y()
            width = min(size.width(), option.rect.width() - theme().px(12))
            box = QRectF(left, middle - size.height() / 2, width, size.height())
            paint_chip(painter, box, text, FATE_TONES[line.fate])
            return
        self._paint_value(painter, option, index, line)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = LineEdit(parent=parent)
        editor.setProperty("cell", "box")
        editor.setAccessibleName(self._table.doubts().record(index.row()).header)
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        assert isinstance(editor, LineEdit)
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        assert isinstance(editor, LineEdit)
        model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        editor.setGeometry(_box_in(option.rect))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _PLAIN:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched)
                self._table.go_on()
                return True
        return super().eventFilter(watched, event)

    def _paint_value(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, line: DoubtLine
    ) -> None:
        model = self._table.doubts()
        box = QRectF(_box_in(option.rect))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = box.adjusted(theme().px(8), 0, -theme().px(8), 0)
        if model.is_mendable(index.row()):
            here = self._table.hasFocus() and self._table.current_row() == index.row()
            painter.setPen(QPen(theme().color("primary" if here else "line2"), 1))
            painter.setBrush(theme().color("surface"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            side = theme().px(_ICON_PX)
            pencil = icons.pixmap("edit", "text3", side, self._table.devicePixelRatioF())
            painter.drawPixmap(
                round(box.right() - side - theme().px(6)), round(box.center().y() - side / 2), pencil
            )
            room.setRight(box.right() - side - theme().px(10))
        painter.setPen(theme().color("text3" if line.fate is Fate.LEFT_OUT else "text"))
        painter.setFont(theme().font(TextRole.BODY))
        shown = " ".join(line.value.split())
        text = QFontMetricsF(painter.font()).elidedText(shown, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


class DoubtsTable(RecordTable):
    """F2, Enter, a double click or just typing mends; Space or Del leaves the row out, and takes it back."""

    leave_out_wanted = Signal(object)

    def __init__(self, columns: tuple[ListColumn[DoubtLine], ...], parent: QWidget | None = None) -> None:
        model = DoubtsModel(columns)
        super().__init__("import_doubts", model, parent)
        self._doubts = model
        self._is_narrow = False
        model.setParent(self)
        self.setItemDelegate(_DoubtsDelegate(self))
        self.activated_row.connect(self.mend)
        self.remove_requested.connect(self._on_remove)

    def doubts(self) -> DoubtsModel:
        return self._doubts

    def show_lines(self, lines: list[DoubtLine]) -> None:
        """Show other lines; the place in the list and the row under the cursor stay."""
        if lines == list(self._doubts.records()):
            return
        row, scrolled = self.current_row(), self.verticalScrollBar().value()
        at: Key | None = self._doubts.record(row).key if row >= 0 else None
        self._doubts.set_records(lines)
        self.verticalScrollBar().setValue(scrolled)
        kept = next((place for place, line in enumerate(lines) if line.key == at), None)
        if kept is None and row >= 0:
            kept = min(row, len(lines) - 1)
        if kept is not None and kept >= 0:
            self.selectRow(kept)

    def mend(self, row: int) -> None:
        """Open the cell of a row to be typed over."""
        index = self._doubts.index(row, self._doubts.place_of(VALUE))
        if self._doubts.is_mendable(row):
            self.setCurrentIndex(index)
            self.edit(index)

    def go_on(self) -> None:
        """Go to the next row; after the last one stay there."""
        row = min(self.current_row() + 1, self._doubts.rowCount() - 1)
        self.setCurrentIndex(self._doubts.index(row, self._doubts.place_of(VALUE)))
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < theme().px(_NARROW_PX)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            for key, (narrow, wide) in _WIDTHS_PX.items():
                place = self._doubts.place_of(key)
                self.horizontalHeader().resizeSection(place, theme().px(narrow if is_narrow else wide))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if row < 0 or event.modifiers() not in _PLAIN:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F2:
            self.mend(row)
        elif event.key() == Qt.Key.Key_Space:
            self.leave_out_wanted.emit(self._doubts.record(row))
        elif event.text().isprintable() and event.text() and self._doubts.is_mendable(row):
            self.mend(row)
            editor = self.indexWidget(self._doubts.index(row, self._doubts.place_of(VALUE)))
            if isinstance(editor, LineEdit):
                editor.setText(event.text())
        else:
            super().keyPressEvent(event)

    def _on_remove(self, row: int) -> None:
        self.leave_out_wanted.emit(self._doubts.record(row))


_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def _box_in(cell: QRect) -> QRect:
    height = theme().px(_BOX_PX)
    return QRect(cell.left() + 4, cell.center().y() - height // 2, cell.width() - theme().px(10), height)
