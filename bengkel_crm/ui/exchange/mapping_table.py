"""The table in which columns are matched: each row has a box of roles, and the keys to choose one."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QWidget,
)

from bengkel_crm.trade.names import fold
from bengkel_crm.ui.exchange.import_words import role_words
from bengkel_crm.ui.exchange.mapping_model import MapColumn, MappingModel
from bengkel_crm.ui.lists.plain_table import PlainTable
from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TONE_INK, ColorName, Tone
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.combo import Combo
from bengkel_crm.workshop.exchange import ColumnRole

_Index = QModelIndex | QPersistentModelIndex
_ROW_PX, _BOX_PX, _SIDE_PX, _ICON_PX = 42, 34, 13, 16
_NARROW_PX = 860
_WIDTHS_PX = {MapColumn.SAMPLES: 0, MapColumn.ROLE: 228, MapColumn.STATE: 236, MapColumn.SURENESS: 104}
_ICONS = {Tone.OK: "check", Tone.WARN: "alert"}


class _MappingDelegate(QStyledItemDelegate):
    """Draws every role as the box it becomes when it is edited."""

    def __init__(self, table: "MappingTable") -> None:
        super().__init__(table)
        self._table = table
        # Never shown: the style sheet wants a box to draw one by.
        self._pattern = Combo(table)
        self._pattern.hide()
        self._pattern.setAccessibleName(" ")

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(10, theme().px(_ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        match index.column():
            case MapColumn.ROLE:
                self._paint_ground(painter, option, index)
                self._paint_box(painter, option, index)
            case MapColumn.STATE:
                self._paint_ground(painter, option, index)
                self._paint_state(painter, option, index)
            case _:
                super().paint(painter, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        kind = self._table.mapping().kind
        present = self._table.mapping().column_at(index.row()).role
        roles = dict.fromkeys((*self._table.roles(), present))
        box = ChoiceBox({role: role_words(role, kind) for role in roles}, parent)
        box.setAccessibleName(self._table.name_of_box(index.row()))
        row = index.row()
        box.activated.connect(lambda: self._on_chosen(box, row))
        return box

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        assert isinstance(editor, ChoiceBox)
        editor.set_value(self._table.mapping().column_at(index.row()).role)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Write nothing: a list that is only looked at changes no role."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        editor.setGeometry(box_in(option.rect))

    def _on_chosen(self, box: ChoiceBox[ColumnRole], row: int) -> None:
        role = box.value()
        self.closeEditor.emit(box)
        self._table.setFocus()
        self._table.role_chosen.emit(row, role)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget
        )

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        table, box = self._table, QStyleOptionComboBox()
        box.initFrom(self._pattern)
        box.rect = box_in(option.rect)
        box.editable = False
        box.frame = True
        is_here = table.hasFocus() and table.currentIndex().row() == index.row()
        box.state = QStyle.StateFlag.State_Enabled
        if is_here:
            box.state |= QStyle.StateFlag.State_HasFocus
        style = self._pattern.style()
        painter.save()
        style.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, box, painter, self._pattern)
        ink: ColorName = (
            "text2" if table.mapping().column_at(index.row()).role is ColumnRole.OTHER else "text"
        )
        painter.setPen(theme().color(ink))
        painter.setFont(table.font())
        room = QRectF(box.rect).adjusted(theme().px(10), 0, -theme().px(30), 0)
        text = QFontMetricsF(table.font()).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()

    def _paint_state(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tone = self._table.mapping().tone(index.row())
        ink = TONE_INK[tone]
        box = QRectF(option.rect).adjusted(theme().px(_SIDE_PX), 0, -4, 0)
        painter.save()
        if tone in _ICONS:
            side = theme().px(_ICON_PX)
            picture = icons.pixmap(_ICONS[tone], ink, side, self._table.devicePixelRatioF())
            painter.drawPixmap(round(box.left()), round(box.center().y() - side / 2), picture)
            box.setLeft(box.left() + side + theme().px(6))
        painter.setPen(theme().color(ink))
        painter.setFont(self._table.font())
        text = QFontMetricsF(self._table.font()).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


class MappingTable(PlainTable):
    """Up and Down go from column to column, F2, Space or Alt+Down open the box, letters choose a role,

    Del leaves the column out. `role_chosen(row, role)` tells it.
    """

    role_chosen = Signal(int, object)

    def __init__(
        self, model: MappingModel, roles: Callable[[], tuple[ColumnRole, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._mapping = model
        self.roles = roles
        self.setModel(model)
        self.setItemDelegate(_MappingDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        for column in (MapColumn.HEADER, MapColumn.SAMPLES):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        theme().changed.connect(self._restyle)
        self._restyle()

    def mapping(self) -> MappingModel:
        return self._mapping

    def name_of_box(self, row: int) -> str:
        """Return what a screen reader calls a row's box."""
        return str(self._mapping.index(row, MapColumn.HEADER).data())

    def go_to(self, row: int) -> None:
        self.setCurrentIndex(self._mapping.index(row, MapColumn.ROLE))

    def open_box(self, row: int) -> None:
        """Open the list of roles of a row."""
        index = self._mapping.index(row, MapColumn.ROLE)
        self.setCurrentIndex(index)
        self.edit(index)
        box = self.indexWidget(index)
        if isinstance(box, ChoiceBox):
            box.showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        key, plain = event.key(), event.modifiers() in _PLAIN
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
            self.go_to(self._mapping.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if (
            index.isValid()
            and index.column() == MapColumn.ROLE
            and event.button() == Qt.MouseButton.LeftButton
        ):
            self.open_box(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The yellow of the state says it, too.
        self.setColumnHidden(MapColumn.SURENESS, event.size().width() < theme().px(_NARROW_PX))

    def _choose_by_letter(self, row: int, letter: str) -> None:
        """Take the next role whose word begins with a letter, as a closed box does."""
        roles = self.roles()
        present = self._mapping.column_at(row).role
        start = roles.index(present) + 1 if present in roles else 0
        for role in (*roles[start:], *roles[:start]):
            if fold(role_words(role, self._mapping.kind)).startswith(fold(letter)):
                self.role_chosen.emit(row, role)
                return

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().px(_ROW_PX))
        self.horizontalHeader().setMinimumHeight(theme().px(36))
        for column, width in _WIDTHS_PX.items():
            if width:
                self.horizontalHeader().resizeSection(column, theme().px(width))


_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_ALT = Qt.KeyboardModifier.AltModifier


def box_in(cell: QRect) -> QRect:
    """Return where in a cell its box stands."""
    height = theme().px(_BOX_PX)
    return QRect(cell.left() + 2, cell.center().y() - height // 2, cell.width() - theme().px(14), height)
