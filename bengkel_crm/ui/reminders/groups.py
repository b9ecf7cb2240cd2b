"""How long the people of a month's list are waiting already: this week first, the oldest last."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from bengkel_crm.base import i18n
from bengkel_crm.records.reminders import DuePerson
from bengkel_crm.ui.widgets.flow import FlowLayout
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.texts import Speaks

_LONG_AGO = timedelta(days=30)


class Group(StrEnum):
    """In the order of the list."""

    THIS_WEEK = "this_week"
    LATER = "later"
    LATE = "late"
    LONG_LATE = "long_late"


def group_of(due_by: date, today: date) -> Group:
    """Return the group of a due day; a week begins on Monday."""
    monday = today - timedelta(days=today.weekday())
    if due_by >= monday + timedelta(days=7):
        return Group.LATER
    if due_by >= monday:
        return Group.THIS_WEEK
    return Group.LATE if due_by >= today - _LONG_AGO else Group.LONG_LATE


def in_groups(people: Iterable[DuePerson], today: date) -> list[DuePerson]:
    """Return people by their group; within it they stay as they stood."""
    places = {group: place for place, group in enumerate(Group)}
    return sorted(people, key=lambda person: places[group_of(person.items[0].due_by, today)])


class GroupBar(Speaks, QWidget):
    """A button a group, with how many it has; the one the cursor stands in is marked."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[Group, int] = {}
        self._first: dict[Group, int] = {}
        self._buttons = {group: KeyButton(kind=ButtonKind.LINK) for group in Group}
        self._marks = QButtonGroup(self)
        row = FlowLayout(4, self)
        for group, button in self._buttons.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_clicked, group))
            self._marks.addButton(button)
            row.addWidget(button)
        self.put_again(self._show_counts)

    def show_people(self, people: Sequence[DuePerson], today: date) -> None:
        """Count people, who stand in the order of their groups."""
        self._counts, self._first = {}, {}
        for row, person in enumerate(people):
            group = group_of(person.items[0].due_by, today)
            self._first.setdefault(group, row)
            self._counts[group] = self._counts.get(group, 0) + 1
        self._show_counts()

    def mark(self, person: DuePerson | None, today: date) -> None:
        """Mark the group somebody stands in."""
        if person is not None:
            self._buttons[group_of(person.items[0].due_by, today)].setChecked(True)

    def shown(self) -> list[str]:
        """Return the groups that have somebody, as they are written."""
        return [self._buttons[group].text() for group in self._first]

    def _show_counts(self) -> None:
        names = {
            Group.THIS_WEEK: self.tr("This week"),
            Group.LATER: self.tr("Later"),
            Group.LATE: self.tr("Up to 30 days late"),
            Group.LONG_LATE: self.tr("Older"),
        }
        for group, button in self._buttons.items():
            count = self._counts.get(group, 0)
            button.setText(f"{names[group]}  {i18n.format_number(count)}")
            # A list with one group needs no way between groups.
            button.setVisible(count > 0 and len(self._counts) > 1)

    def _on_clicked(self, group: Group) -> None:
        self.wanted.emit(self._first.get(group, 0))
