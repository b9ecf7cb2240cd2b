"""Lists whose rows can be ticked."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from bengkel_crm.ui.lists.columns import ListColumn
from bengkel_crm.ui.lists.table_model import RecordTableModel

R = TypeVar("R")

TICK_COLUMN = "tick"


class ListModel(RecordTableModel[R]):
    """`key_of` says what a row is recognised by when the list is read anew."""

    def __init__(
        self, columns: Sequence[ListColumn[R]], key_of: Callable[[R], int], parent: QObject | None = None
    ) -> None:
        super().__init__(columns, parent)
        self.key_of = key_of

    def find_row(self, key: int) -> int:
        """Return the row of a record, or -1."""
        return next((row for row, record in enumerate(self.records()) if self.key_of(record) == key), -1)


class TickedModel(ListModel[R]):
    """Ticks belong to records, not to rows: they stay when the list is sorted, filtered or read anew."""

    ticks_changed = Signal()

    def __init__(
        self, columns: Sequence[ListColumn[R]], key_of: Callable[[R], int], parent: QObject | None = None
    ) -> None:
        # Sorted by it, the ticked come first.
        ticks: ListColumn[R] = ListColumn(
            TICK_COLUMN,
            lambda: "",
            lambda record: not self.is_ticked(record),
            words=lambda record: "",
            paint=lambda cell, record: cell.tick(is_ticked=self.is_ticked(record)),
            is_ticked=self.is_ticked,
            width=40,
            cells=(),
        )
        super().__init__((ticks, *columns), key_of, parent)
        self._ticked: set[int] = set()

    def set_records(self, records: Sequence[R]) -> None:
        """Show these records; those ticked before stay ticked."""
        super().set_records(records)
        self.ticks_changed.emit()

    def is_ticked(self, record: R) -> bool:
        """Return whether a record is ticked."""
        return self.key_of(record) in self._ticked

    def toggle(self, row: int) -> None:
        """Tick a row, or untick it."""
        self._ticked.symmetric_difference_update({self.key_of(self.record(row))})
        self._emit_ticked(row, row)

    def tick(self, row: int) -> None:
        """Tick a row."""
        self._ticked.add(self.key_of(self.record(row)))
        self._emit_ticked(row, row)

    def tick_all(self) -> None:
        """Tick every row."""
        self._ticked.update(map(self.key_of, self.records()))
        self._emit_ticked(0, self.rowCount() - 1)

    def clear_ticks(self) -> None:
        """Untick everything, also what is not shown."""
        self._ticked.clear()
        self._emit_ticked(0, self.rowCount() - 1)

    def ticked(self) -> list[R]:
        """Return the records that are ticked and in the list, in its order."""
        return [record for record in self.records() if self.is_ticked(record)] if self._ticked else []

    def all_ticked(self) -> bool:
        """Return whether there are rows and each is ticked."""
        return bool(self.rowCount()) and all(map(self.is_ticked, self.records()))

    def _emit_ticked(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self.ticks_changed.emit()
