"""The list of people."""

from collections.abc import Collection
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from bengkel_crm.records.reminders import DuePerson
from bengkel_crm.ui.lists.columns import ListColumn
from bengkel_crm.ui.lists.tick_table import TickTable
from bengkel_crm.ui.lists.ticks import ListModel
from bengkel_crm.ui.look.theme import theme

# What is due needs as much.
_LEAST_STRETCH_PX = 150
# Where there is no room, the side panel or the card says these.
_LEFT_OUT_WHEN_NARROW = ("km", "value")


class PeopleTable(TickTable[DuePerson]):
    """Leaves out columns where there is no room for them."""

    def __init__(self, name: str, model: ListModel[DuePerson], parent: QWidget | None = None) -> None:
        self._is_narrow = False
        super().__init__(name, model, parent)

    def chosen_columns(self, besides: Collection[str] = ()) -> tuple[ListColumn[Any], ...]:
        """Return the columns that were chosen, those that only a small screen hides among them."""
        aside = _LEFT_OUT_WHEN_NARROW if self._is_narrow else ()
        return super().chosen_columns({*besides, *aside})

    def _whole_width(self) -> int:
        """Return the width, at 100 %, that all columns a list begins with have room in."""
        shown = [column for column in self.list_model.columns if column.shown]
        return sum(_LEAST_STRETCH_PX if column.stretch else column.width for column in shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().px(self._whole_width())
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        for place, column in enumerate(self.list_model.columns):
            if column.key in _LEFT_OUT_WHEN_NARROW:
                self.setColumnHidden(place, narrow)
        self.make_room()
