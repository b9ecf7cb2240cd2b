"""A list worked through with the keys: Space ticks, a digit says what came of a call."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bengkel_crm.records.reminders import Outcome
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import ColumnsModel
from bengkel_crm.ui.lists.ticks import TICK_COLUMN, ListModel, TickedModel
from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import ColorName, TextRole
from bengkel_crm.words.reminders import OUTCOME_KEYS

R = TypeVar("R")

KEY_OUTCOMES: Mapping[str, Outcome] = {key: outcome for outcome, key in OUTCOME_KEYS.items()}
ROW_PX = 52
_SIDE_PX = 13
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class TickTable(RecordTable, Generic[R]):
    """Emits the record under the cursor whenever it is another one."""

    record_changed = Signal(object)
    outcome_typed = Signal(object)

    def __init__(self, name: str, model: ListModel[R], parent: QWidget | None = None) -> None:
        self.list_model = model
        super().__init__(name, cast("ColumnsModel[Any]", model), parent, row_px=ROW_PX)
        self.setMouseTracking(True)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)

    def current_record(self) -> R | None:
        row = self.current_row()
        return self.list_model.record(row) if 0 <= row < self.list_model.rowCount() else None

    def show_records(self, records: Sequence[R]) -> None:
        """Show a list; the cursor stays on the record it was on, else on the same row."""
        model, current = self.list_model, self.current_record()
        row, top = self.current_row(), self.verticalScrollBar().value()
        model.set_records(records)
        if self.isSortingEnabled():
            header = self.horizontalHeader()
            model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        if records:
            found = model.find_row(model.key_of(current)) if current is not None else 0
            self.selectRow(found if found >= 0 else min(max(row, 0), len(records) - 1))
        self.verticalScrollBar().setValue(top)
        self.record_changed.emit(self.current_record())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        model = self.list_model
        if event.text() in KEY_OUTCOMES and event.modifiers() in _PLAIN:
            self.outcome_typed.emit(KEY_OUTCOMES[event.text()])
            return
        if isinstance(model, TickedModel):
            if event.key() == Qt.Key.Key_Space and row >= 0:
                model.toggle(row)
                return
            if event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                model.clear_ticks() if model.all_ticked() else model.tick_all()
                return
            if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and row >= 0:
                step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
                if step:
                    self._tick_on(row, step)
                    return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._toggle_at(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two quick clicks on a tick are two clicks.
        if not self._toggle_at(event):
            super().mouseDoubleClickEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.record_changed.emit(self.current_record())

    def _tick_on(self, row: int, step: int) -> None:
        model = self.list_model
        assert isinstance(model, TickedModel)
        model.tick(row)
        if 0 <= row + step < model.rowCount():
            self.selectRow(row + step)
            model.tick(row + step)

    def _toggle_at(self, event: QMouseEvent) -> bool:
        index = self.indexAt(event.position().toPoint())
        model = self.list_model
        if not index.isValid() or not isinstance(model, TickedModel):
            return False
        if (
            event.button() is not Qt.MouseButton.LeftButton
            or model.columns[index.column()].key != TICK_COLUMN
        ):
            return False
        model.toggle(index.row())
        return True

    def _on_row_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        self.record_changed.emit(self.list_model.record(current.row()) if current.isValid() else None)


class TickDelegate(QStyledItemDelegate):
    """The style sheet draws ground and rule; a subclass paints what stands on it in `paint_cell`."""

    def __init__(self, model: ColumnsModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        ground.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        style = QApplication.style() if option.widget is None else option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)
        key = self._model.columns[index.column()].key
        painter.save()
        if key == TICK_COLUMN:
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            _paint_tick(painter, QRectF(option.rect), ticked=ticked)
        else:
            self.paint_cell(Cell(painter, QRectF(option.rect)), key, index)
        painter.restore()

    def paint_cell(self, cell: "Cell", key: str, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint the cell of the column of that key."""
        cell.line(str(index.data()), TextRole.BODY, "text", cell.middle)


class Cell:
    """One cell under the brush: one line in its middle, or two."""

    def __init__(self, painter: QPainter, box: QRectF) -> None:
        side = theme().px(_SIDE_PX)
        self.painter = painter
        self.left = box.left() + side
        self.right = box.right() - side
        self.middle = box.center().y()
        self.upper = self.middle - theme().px(9)
        self.lower = self.middle + theme().px(9)

    def two_lines(
        self,
        first: str,
        second: str,
        role: TextRole = TextRole.BODY,
        ink: ColorName = "text2",
        *,
        right: bool = False,
    ) -> None:
        """Write a line and its caption; the line alone stands in the middle."""
        self.line(first, role, "text", self.upper if second else self.middle, right=right)
        self.line(second, TextRole.CAPTION, ink, self.lower, right=right)

    def line(
        self,
        text: str,
        role: TextRole,
        ink: ColorName,
        middle: float,
        *,
        right: bool = False,
        left: float | None = None,
    ) -> None:
        """Write a line, cut where its cell ends."""
        if not text:
            return
        font = theme().font(role)
        metrics = QFontMetricsF(font)
        left = self.left if left is None else left
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.right - left)
        if right:
            left = self.right - metrics.horizontalAdvance(shown)
        self.painter.setFont(font)
        self.painter.setPen(theme().color(ink))
        self.painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), shown)


def _paint_tick(painter: QPainter, box: QRectF, *, ticked: bool) -> None:
    side = theme().px(17)
    left, top = box.center().x() - side / 2, box.center().y() - side / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("primary" if ticked else "edge"), 1))
    painter.setBrush(theme().color("primary" if ticked else "surface"))
    painter.drawRoundedRect(QRectF(round(left) + 0.5, round(top) + 0.5, side, side), 4, 4)
    if ticked:
        inner = theme().px(13)
        picture = icons.pixmap("check", "onprimary", inner, painter.device().devicePixelRatioF())
        inset = (side - inner) / 2
        painter.drawPixmap(round(left + inset) + 1, round(top + inset) + 1, picture)
