"""The list of people, worked through with the keys: Space ticks, a digit says what came of a call."""

from typing import Any, cast

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from bengkel_crm.reminder_records import DuePerson
from bengkel_crm.ui.reminders.people_delegate import ROW_PX, PeopleDelegate
from bengkel_crm.ui.reminders.people_model import TICK_COLUMN, PeopleModel, TickedPeople, person_key
from bengkel_crm.ui.reminders.words import KEY_OUTCOMES
from bengkel_crm.ui.table_model import ColumnsModel
from bengkel_crm.ui.theme import theme
from bengkel_crm.ui.widgets.record_table import RecordTable

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
# Below this width (at 100 %) the side panel alone says these.
_NARROW_PX = 760
_LEFT_OUT_WHEN_NARROW = ("km", "value")


class PeopleTable(RecordTable):
    """Shows one row a person; emits the person under the cursor whenever it is another one."""

    person_changed = Signal(object)
    outcome_typed = Signal(object)

    def __init__(self, name: str, model: PeopleModel, parent: QWidget | None = None) -> None:
        self.people = model
        self._hidden_for_width = False
        super().__init__(name, cast("ColumnsModel[Any]", model), parent, row_px=ROW_PX)
        self.setItemDelegate(PeopleDelegate(model, self))
        self.setMouseTracking(True)
        if isinstance(model, TickedPeople):
            self.setColumnWidth(0, theme().px(40))
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)

    def current_person(self) -> DuePerson | None:
        row = self.current_row()
        return self.people.record(row) if 0 <= row < self.people.rowCount() else None

    def show_people(self, people: tuple[DuePerson, ...]) -> None:
        """Show a list; the cursor stays on the person it was on, else on the same row."""
        person = self.current_person()
        row, top = self.current_row(), self.verticalScrollBar().value()
        self.people.set_records(people)
        if self.isSortingEnabled():
            header = self.horizontalHeader()
            self.people.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        if people:
            found = self.people.find_row(person_key(person)) if person is not None else 0
            self.selectRow(found if found >= 0 else min(max(row, 0), len(people) - 1))
        self.verticalScrollBar().setValue(top)
        self.person_changed.emit(self.current_person())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        model = self.people
        if event.text() in KEY_OUTCOMES and event.modifiers() in _PLAIN:
            self.outcome_typed.emit(KEY_OUTCOMES[event.text()])
            return
        if isinstance(model, TickedPeople):
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().px(_NARROW_PX)
        if narrow == self._hidden_for_width:
            return
        self._hidden_for_width = narrow
        for place, column in enumerate(self.people.columns):
            if column.key in _LEFT_OUT_WHEN_NARROW:
                self.setColumnHidden(place, narrow)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.person_changed.emit(self.current_person())

    def _tick_on(self, row: int, step: int) -> None:
        model = self.people
        assert isinstance(model, TickedPeople)
        model.tick(row)
        if 0 <= row + step < model.rowCount():
            self.selectRow(row + step)
            model.tick(row + step)

    def _toggle_at(self, event: QMouseEvent) -> bool:
        index = self.indexAt(event.position().toPoint())
        model = self.people
        if not index.isValid() or not isinstance(model, TickedPeople):
            return False
        if (
            event.button() is not Qt.MouseButton.LeftButton
            or model.columns[index.column()].key != TICK_COLUMN
        ):
            return False
        model.toggle(index.row())
        return True

    def _on_row_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        self.person_changed.emit(self.people.record(current.row()) if current.isValid() else None)
