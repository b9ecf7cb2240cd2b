"""The doubtful rows of a book, mended where they stand."""

from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.exchange.doubt_lines import DOUBT_COLUMNS, FATE, FATE_TONES, VALUE, DoubtLine, Fate, Key
from bengkel_crm.ui.lists.cell import Cell
from bengkel_crm.ui.lists.columns import CellEditor, ListColumn
from bengkel_crm.ui.lists.delegate import PLAIN, RowDelegate
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import RecordTableModel
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import ColorName, TextRole
from bengkel_crm.ui.widgets.line_edit import LineEdit

_BOX_PX, _ICON_PX = 28, 14
_NARROW_PX = 860
_WIDTHS_PX = {"row": (62, 70), "header": (104, 140), VALUE: (150, 210), FATE: (176, 190)}


class DoubtsTable(RecordTable):
    """F2, Enter, a double click or just typing mends; Space or Del leaves the row out, and takes it back."""

    typed = Signal(object, str)
    leave_out_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        model: RecordTableModel[DoubtLine] = RecordTableModel([self._dressed(c) for c in DOUBT_COLUMNS])
        model.is_read_by_row = True
        super().__init__("import_doubts", model, parent)
        self._doubts = model
        self._is_narrow = False
        model.setParent(self)
        delegate = RowDelegate(model, self)
        delegate.entered.connect(self._go_on)
        self.setItemDelegate(delegate)
        self.activated_row.connect(self.mend)
        self.remove_requested.connect(self._on_remove)

    def doubts(self) -> RecordTableModel[DoubtLine]:
        """Return the model of the doubts."""
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
        if _is_mendable(self._doubts.record(row)):
            self.setCurrentIndex(index)
            self.edit(index)

    def _go_on(self) -> None:
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
        if row < 0 or event.modifiers() not in PLAIN:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F2:
            self.mend(row)
        elif event.key() == Qt.Key.Key_Space:
            self.leave_out_wanted.emit(self._doubts.record(row))
        elif event.text().isprintable() and event.text() and _is_mendable(self._doubts.record(row)):
            self.mend(row)
            editor = self.indexWidget(self._doubts.index(row, self._doubts.place_of(VALUE)))
            if isinstance(editor, LineEdit):
                editor.setText(event.text())
        else:
            super().keyPressEvent(event)

    def _on_remove(self, row: int) -> None:
        self.leave_out_wanted.emit(self._doubts.record(row))

    def _dressed(self, column: ListColumn[DoubtLine]) -> ListColumn[DoubtLine]:
        """Return a column as it is here: the value is a box that can be typed in, the fate a chip."""
        if column.key == FATE:
            return replace(column, tone=lambda line: FATE_TONES[line.fate])
        if column.key == VALUE:
            editor = CellEditor(_make_editor, _is_mendable, self._on_left, _box_in)
            return replace(column, paint=_paint_value, editor=editor)
        return replace(column, ink=_ink)

    def _on_left(self, editor: QWidget, line: DoubtLine) -> None:
        assert isinstance(editor, LineEdit)
        text = editor.text().strip()
        if text != line.value.strip() or line.fate is Fate.MENDED:
            self.typed.emit(line, text)


def _is_mendable(line: DoubtLine) -> bool:
    return line.column_index is not None and line.fate is not Fate.LEFT_OUT


def _ink(line: DoubtLine) -> ColorName | None:
    return "text3" if line.fate is Fate.LEFT_OUT else None


def _make_editor(parent: QWidget, line: DoubtLine) -> QWidget:
    editor = LineEdit(parent=parent)
    editor.setProperty("cell", "box")
    editor.setAccessibleName(line.header)
    editor.setText(line.value)
    editor.selectAll()
    return editor


def _paint_value(cell: Cell, line: DoubtLine) -> None:
    painter, box = cell.painter, QRectF(_box_in(cell.box.toRect()))
    room = box.adjusted(theme().px(8), 0, -theme().px(8), 0)
    if _is_mendable(line):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("primary" if cell.is_here else "line2"), 1))
        painter.setBrush(theme().color("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        side = theme().px(_ICON_PX)
        cell.icon("edit", "text3", _ICON_PX, box.right() - side - theme().px(6), box.center().y())
        room.setRight(box.right() - side - theme().px(10))
    cell.text_in(room, " ".join(line.value.split()), _ink(line) or "text", theme().font(TextRole.BODY))


def _box_in(cell: QRect) -> QRect:
    height = theme().px(_BOX_PX)
    return QRect(cell.left() + 4, cell.center().y() - height // 2, cell.width() - theme().px(10), height)
