"""The table of intervals: job kinds down, months and km of motorcycles and cars across."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bengkel_crm.base.i18n import format_number, translate
from bengkel_crm.records.work_orders import JobKind
from bengkel_crm.trade.intervals import JobInterval
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.trade.odometers import read_odometer
from bengkel_crm.trade.quantities import read_whole
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.words.job_kinds import job_words
from bengkel_crm.workshop.settings.job_kinds import MOST_KM, MOST_MONTHS, IntervalChange

Index = QModelIndex | QPersistentModelIndex
_ALIGN_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ALIGN_NAME = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Measure:
    """One column of numbers."""

    vehicle_kind: VehicleKind
    is_km: bool

    def title(self) -> str:
        """Return what stands above its column."""
        match (self.vehicle_kind, self.is_km):
            case (VehicleKind.MOTORCYCLE, False):
                return translate("Intervals", "Motorcycle: months")
            case (VehicleKind.MOTORCYCLE, True):
                return translate("Intervals", "Motorcycle: km")
            case (_, False):
                return translate("Intervals", "Car: months")
            case _:
                return translate("Intervals", "Car: km")

    def most(self) -> int:
        """The largest number that is taken."""
        return MOST_KM if self.is_km else MOST_MONTHS

    def of(self, intervals: Sequence[JobInterval]) -> int | None:
        """Return the number of this column among a job kind's intervals."""
        for interval in intervals:
            if interval.vehicle_kind is self.vehicle_kind:
                return interval.km if self.is_km else interval.months
        return None

    def read(self, text: str) -> int | None:
        """Return the number typed, None for a blank.

        Raises:
            ValueError: it is none, or out of bounds.
        """
        number = read_odometer(text) if self.is_km else read_whole(text)
        if number is not None and not 1 <= number <= self.most():
            raise ValueError(f"out of bounds: {number}")
        return number


MEASURES = tuple(
    _Measure(kind, is_km) for kind in (VehicleKind.MOTORCYCLE, VehicleKind.CAR) for is_km in (False, True)
)


def _written(number: int | None) -> str:
    return "" if number is None else format_number(number)


class IntervalsModel(QAbstractTableModel):
    """What can not be read stays as typed, in red, until it is corrected."""

    def __init__(
        self,
        kinds: Sequence[JobKind],
        shipped: Mapping[str, Sequence[JobInterval]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._kinds = tuple(kinds)
        self._shipped = [[_written(m.of(shipped.get(kind.code, ()))) for m in MEASURES] for kind in kinds]
        self._saved = [[_written(m.of(kind.intervals)) for m in MEASURES] for kind in kinds]
        self._texts = [list(row) for row in self._saved]

    # What the dialog asks

    def is_dirty(self) -> bool:
        """Return whether something is typed that is not saved."""
        return self._texts != self._saved

    def wrong(self) -> list[tuple[int, int, str]]:
        """Return row, column and a sentence of each number that can not be taken, from the top."""
        return [
            (row, column, self._complaint(row, column))
            for row in range(len(self._kinds))
            for column in range(1, 1 + len(MEASURES))
            if not self._is_readable(row, column)
        ]

    def changes(self) -> list[IntervalChange]:
        """Return what differs from what is saved; every number can be read.

        Raises:
            ValueError: one can not.
        """
        found = []
        for kind, texts, saved in zip(self._kinds, self._texts, self._saved, strict=True):
            for place in (0, 2):
                if texts[place : place + 2] != saved[place : place + 2]:
                    months, km = (
                        MEASURES[place].read(texts[place]),
                        MEASURES[place + 1].read(texts[place + 1]),
                    )
                    found.append(
                        IntervalChange(kind.id, JobInterval(MEASURES[place].vehicle_kind, months, km))
                    )
        return found

    def put_shipped(self) -> None:
        """Write what the program came with into every cell; nothing is saved by that."""
        self.beginResetModel()
        self._texts = [list(row) for row in self._shipped]
        self.endResetModel()

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(MEASURES))

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._kinds)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 1 + len(MEASURES)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what may be done with a cell: all but the job's name may be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() > 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; one that can not be read stands out."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._texts[row][column - 1] if column else job_words(self._kinds[row].name)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGN_NUMBER if column else _ALIGN_NAME
            case Qt.ItemDataRole.FontRole if column:
                own = self._texts[row][column - 1] != self._shipped[row][column - 1]
                return theme().font(TextRole.STRONG if own else TextRole.NUMBER)
            case Qt.ItemDataRole.ForegroundRole if column and not self._is_readable(row, column):
                return theme().color("bad")
            case Qt.ItemDataRole.AccessibleTextRole if column:
                name, title = job_words(self._kinds[row].name), MEASURES[column - 1].title()
                return f"{name}, {title}: {self._texts[row][column - 1]}"
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() == 0:
            return False
        row, column = index.row(), index.column()
        text = str(value).strip()
        self._texts[row][column - 1] = text
        if self._is_readable(row, column):
            self._texts[row][column - 1] = _written(MEASURES[column - 1].read(text))
        self.dataChanged.emit(index, index)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return MEASURES[section - 1].title() if section else translate("Intervals", "Kind of work")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN_NUMBER if section else _ALIGN_NAME
        if role == Qt.ItemDataRole.FontRole:
            return theme().font(TextRole.CAPTION_STRONG)
        return None

    # The inside

    def _is_readable(self, row: int, column: int) -> bool:
        try:
            MEASURES[column - 1].read(self._texts[row][column - 1])
        except ValueError:
            return False
        return True

    def _complaint(self, row: int, column: int) -> str:
        measure = MEASURES[column - 1]
        return translate(
            "Intervals", "{0}, {1}: “{2}” is not a number from 1 to {3}. Leave it blank for “never”."
        ).format(
            job_words(self._kinds[row].name),
            measure.title(),
            self._texts[row][column - 1],
            format_number(measure.most()),
        )
