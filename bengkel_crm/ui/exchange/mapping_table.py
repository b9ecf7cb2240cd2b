"""The table in which columns are matched: each row has a box of roles, and the keys to choose one."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionComboBox, QWidget

from bengkel_crm.trade.names import fold
from bengkel_crm.ui.exchange.import_words import role_words
from bengkel_crm.ui.exchange.mapping_lines import (
    MAPPING_COLUMNS,
    ROLE,
    STATE,
    SURENESS,
    MappingLine,
    header_words,
)
from bengkel_crm.ui.lists.cell import Cell
from bengkel_crm.ui.lists.columns import CellEditor, ListColumn
from bengkel_crm.ui.lists.delegate import PLAIN, RowDelegate
from bengkel_crm.ui.lists.plain_table import PlainTable
from bengkel_crm.ui.lists.table_model import RecordTableModel
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TONE_INK, ColorName, Tone
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.combo import Combo
from bengkel_crm.workshop.exchange import ColumnRole

_ROW_PX, _BOX_PX, _SIDE_PX, _ICON_PX = 42, 34, 13, 16
_NARROW_PX = 860
_ICONS = {Tone.OK: "check", Tone.WARN: "alert"}


class MappingTable(PlainTable):
    """Up and Down go from column to column, F2, Space or Alt+Down open the box, letters choose a role,

    Del leaves the column out. `role_chosen(row, role)` tells it.
    """

    role_chosen = Signal(int, object)

    def __init__(self, roles: Callable[[], tuple[ColumnRole, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.roles = roles
        # Never shown: the style sheet wants a box to draw one by.
        self._pattern = Combo(self)
        self._pattern.hide()
        self._pattern.setAccessibleName(" ")
        self.lines: RecordTableModel[MappingLine] = RecordTableModel(
            [self._dressed(column) for column in MAPPING_COLUMNS], self
        )
        self.lines.is_read_by_row = True
        self.setModel(self.lines)
        self.setItemDelegate(RowDelegate(self.lines, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        for place, column in enumerate(MAPPING_COLUMNS):
            if column.stretch:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        theme().changed.connect(self._restyle)
        self._restyle()

    def go_to(self, row: int) -> None:
        """Choose the role of one column of the book."""
        self.setCurrentIndex(self.lines.index(row, self._role_place()))

    def open_box(self, row: int) -> None:
        """Open the list of roles of a row."""
        index = self.lines.index(row, self._role_place())
        self.setCurrentIndex(index)
        self.edit(index)
        box = self.indexWidget(index)
        if isinstance(box, ChoiceBox):
            box.showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        key, plain = event.key(), event.modifiers() in PLAIN
        opens = key in (Qt.Key.Key_F2, Qt.Key.Key_Space, Qt.Key.Key_F4) and plain
        if row >= 0 and (opens or (key == Qt.Key.Key_Down and event.modifiers() == _ALT)):
            self.open_box(row)
        elif row >= 0 and plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.role_chosen.emit(row, ColumnRole.OTHER)
        elif row >= 0 and plain and event.text().isalpha():
            self._choose_by_letter(row, event.text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the wizard's
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End:
            self.go_to(self.lines.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if (
            index.isValid()
            and index.column() == self._role_place()
            and event.button() == Qt.MouseButton.LeftButton
        ):
            self.open_box(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The yellow of the state says it, too.
        self.setColumnHidden(self.lines.place_of(SURENESS), event.size().width() < theme().px(_NARROW_PX))

    def _choose_by_letter(self, row: int, letter: str) -> None:
        """Take the next role whose word begins with a letter, as a closed box does."""
        roles = self.roles()
        line = self.lines.record(row)
        present = line.column.role
        start = roles.index(present) + 1 if present in roles else 0
        for role in (*roles[start:], *roles[:start]):
            if fold(role_words(role, line.kind)).startswith(fold(letter)):
                self.role_chosen.emit(row, role)
                return

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(_ROW_PX))
        self.horizontalHeader().setMinimumHeight(theme().px(36))
        for place, column in enumerate(MAPPING_COLUMNS):
            if not column.stretch:
                self.horizontalHeader().resizeSection(place, theme().px(column.width))

    def _role_place(self) -> int:
        return self.lines.place_of(ROLE)

    def _dressed(self, column: ListColumn[MappingLine]) -> ListColumn[MappingLine]:
        """Return a column as it is here: the role is a box, the state has an icon."""
        if column.key == ROLE:
            editor = CellEditor(self._make_box, lambda line: True, _take_nothing, _box_in)
            return replace(column, paint=self._paint_box, editor=editor)
        return replace(column, paint=self._paint_state) if column.key == STATE else column

    def _make_box(self, parent: QWidget, line: MappingLine) -> QWidget:
        present = line.column.role
        roles = dict.fromkeys((*self.roles(), present))
        box = ChoiceBox({role: role_words(role, line.kind) for role in roles}, parent)
        box.setAccessibleName(header_words(line))
        box.set_value(present)
        row = self.currentIndex().row()
        box.activated.connect(lambda: self._on_chosen(box, row))
        return box

    def _on_chosen(self, box: ChoiceBox[ColumnRole], row: int) -> None:
        role = box.value()
        self.itemDelegate().closeEditor.emit(box)
        self.setFocus()
        self.role_chosen.emit(row, role)

    def _paint_box(self, cell: Cell, line: MappingLine) -> None:
        option = QStyleOptionComboBox()
        option.initFrom(self._pattern)
        option.rect = _box_in(cell.box.toRect())
        option.editable = False
        option.frame = True
        option.state = QStyle.StateFlag.State_Enabled
        if cell.is_here:
            option.state |= QStyle.StateFlag.State_HasFocus
        control = QStyle.ComplexControl.CC_ComboBox
        self._pattern.style().drawComplexControl(control, option, cell.painter, self._pattern)
        room = QRectF(option.rect).adjusted(theme().px(10), 0, -theme().px(30), 0)
        ink: ColorName = "text2" if line.column.role is ColumnRole.OTHER else "text"
        cell.text_in(room, role_words(line.column.role, line.kind), ink, self.font())

    def _paint_state(self, cell: Cell, line: MappingLine) -> None:
        ink, room = TONE_INK[line.tone], cell.box.adjusted(theme().px(_SIDE_PX), 0, -4, 0)
        if line.tone in _ICONS:
            cell.icon(_ICONS[line.tone], ink, _ICON_PX, room.left(), room.center().y())
            room.setLeft(room.left() + theme().px(_ICON_PX) + theme().px(6))
        cell.text_in(room, self.lines.columns[self.lines.place_of(STATE)].text(line), ink, self.font())


_ALT = Qt.KeyboardModifier.AltModifier


def _take_nothing(box: QWidget, line: MappingLine) -> None:
    """Write nothing: a list that is only looked at changes no role."""


def _box_in(cell: QRect) -> QRect:
    """Return where in a cell its box stands."""
    height = theme().px(_BOX_PX)
    return QRect(cell.left() + 2, cell.center().y() - height // 2, cell.width() - theme().px(14), height)
