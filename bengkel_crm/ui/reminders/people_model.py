"""One row a person: what the columns of the month's list show, and who is ticked."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal

from bengkel_crm import i18n
from bengkel_crm.i18n import translate
from bengkel_crm.money import format_rupiah
from bengkel_crm.reminder_records import DuePerson
from bengkel_crm.reminder_words import item_words, person_name
from bengkel_crm.ui.reminders import words
from bengkel_crm.ui.table_model import Align, Column, Index, RecordTableModel

TICK_COLUMN = "tick"
PERSON_ROLE = int(Qt.ItemDataRole.UserRole)


def person_key(person: DuePerson) -> int:
    """Return what a row is recognised by when the list is read anew."""
    return person.customer_id if person.customer_id is not None else -person.items[0].vehicle_id


def what_text(person: DuePerson) -> str:
    """Return everything somebody is due for, each once."""
    return ", ".join(dict.fromkeys(item_words(item) for item in person.items))


def list_columns(today: Callable[[], date]) -> tuple[Column[DuePerson], ...]:
    """Return the columns the list of the due and the list of those left out share."""

    def due(person: DuePerson) -> str:
        return f"{i18n.format_date(person.due_by)}, {i18n.format_until(person.due_by, today())}"

    def contacted(person: DuePerson) -> str:
        return words.contact_words(person, today())

    return (
        Column("due", lambda: translate("PeopleList", "Due"), lambda person: person.due_by, due, width=128),
        Column(
            "plate",
            lambda: translate("PeopleList", "Plate"),
            lambda person: words.plates_of(person)[0],
            lambda person: ", ".join(words.plates_of(person)),
            width=156,
        ),
        Column(
            "name",
            lambda: translate("PeopleList", "Name"),
            lambda person: (person.name or "").casefold() or None,
            lambda person: ", ".join(filter(None, (person_name(person), words.phone_words(person)))),
            width=154,
        ),
        Column(
            "what",
            lambda: translate("PeopleList", "What is due"),
            lambda person: what_text(person).casefold(),
            what_text,
            stretch=True,
        ),
        Column(
            "km",
            lambda: translate("PeopleList", "KM today"),
            lambda person: person.items[0].km_today,
            lambda person: words.km_words(person.items[0]) or "—",
            align=Align.RIGHT,
            width=118,
        ),
        Column(
            "value",
            lambda: translate("PeopleList", "Paid, last contact"),
            lambda person: person.value_rupiah,
            lambda person: f"{format_rupiah(person.value_rupiah)}, {contacted(person)}",
            align=Align.RIGHT,
            width=134,
        ),
        Column(
            "contact",
            lambda: translate("PeopleList", "Last contact"),
            lambda person: person.last_contact_on,
            contacted,
            width=120,
            shown=False,
        ),
    )


class PeopleModel(RecordTableModel[DuePerson]):
    """The people of a list; `extra` columns stand before those all lists have."""

    def __init__(
        self, today: date, extra: Sequence[Column[DuePerson]] = (), parent: QObject | None = None
    ) -> None:
        super().__init__((*extra, *list_columns(lambda: self.today)), parent)
        self.today = today

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == PERSON_ROLE and index.isValid():
            return self.record(index.row())
        return super().data(index, role)

    def find_row(self, key: int) -> int:
        """Return the row of a person, or -1."""
        return next((row for row, person in enumerate(self.records()) if person_key(person) == key), -1)


class TickedPeople(PeopleModel):
    """Ticks belong to people, not to rows: they stay when the list is sorted, filtered or read anew."""

    ticks_changed = Signal()

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        # Sorted by it, the ticked come first.
        column: Column[DuePerson] = Column(
            TICK_COLUMN,
            lambda: "",
            lambda person: person_key(person) not in self._ticked,
            lambda person: "",
            width=40,
        )
        super().__init__(today, (column,), parent)
        self._ticked: set[int] = set()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and index.isValid() and index.column() == 0:
            ticked = self.is_ticked(self.record(index.row()))
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def set_records(self, records: Sequence[DuePerson]) -> None:
        super().set_records(records)
        self.ticks_changed.emit()

    def is_ticked(self, person: DuePerson) -> bool:
        return person_key(person) in self._ticked

    def toggle(self, row: int) -> None:
        self._ticked.symmetric_difference_update({person_key(self.record(row))})
        self._tell(row, row)

    def tick(self, row: int) -> None:
        self._ticked.add(person_key(self.record(row)))
        self._tell(row, row)

    def tick_all(self) -> None:
        self._ticked.update(map(person_key, self.records()))
        self._tell(0, self.rowCount() - 1)

    def clear_ticks(self) -> None:
        self._ticked.clear()
        self._tell(0, self.rowCount() - 1)

    def ticked(self) -> list[DuePerson]:
        """Return the people who are ticked and in the list, in its order."""
        return [person for person in self.records() if self.is_ticked(person)]

    def all_ticked(self) -> bool:
        return bool(self.rowCount()) and all(map(self.is_ticked, self.records()))

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self.ticks_changed.emit()
