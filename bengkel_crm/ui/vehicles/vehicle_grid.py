"""Where the fields of a vehicle's form stand, and which of them are folded away until they are wanted."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from bengkel_crm.ui.vehicles.dates_fields import DatesFields
from bengkel_crm.ui.vehicles.owner_change import OwnerChangeFields
from bengkel_crm.ui.vehicles.owner_fields import OwnerFields
from bengkel_crm.ui.vehicles.vehicle_fields import VehicleFields
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton

_COLUMNS = 3
_LEFT = Qt.AlignmentFlag.AlignLeft


class VehicleGrid(QObject):
    """Registering needs the first row; the rest comes by two links, each to be pressed once."""

    def __init__(
        self,
        ground: QWidget,
        vehicle: VehicleFields,
        owner: OwnerFields,
        owner_change: OwnerChangeFields,
        dates: DatesFields,
    ) -> None:
        super().__init__(ground)
        self._vehicle = vehicle
        self._owner = owner
        self._owner_change = owner_change
        self._more: list[Field] = [
            vehicle.brand,
            vehicle.model,
            vehicle.kind,
            vehicle.year,
            vehicle.color,
            owner.contact,
            owner.address,
        ]
        self._days = dates
        self._dates = list(dates.fields.values())
        self.more_link = KeyButton(self.tr("&Fill in more"), "chevron-right", kind=ButtonKind.LINK)
        self.dates_link = KeyButton(
            self.tr("&Tax, plate, sale, wish to be contacted"), "chevron-right", kind=ButtonKind.LINK
        )
        self._lay(ground)
        owner.known.offered.connect(self._order_keys)
        owner.wrong.shown_anew.connect(self._order_keys)
        self.more_link.clicked.connect(self._on_more)
        self.dates_link.clicked.connect(self._on_dates)

    def show_more(self, *, shown: bool) -> None:
        """Show what a registration can do without, and the days if there are any; or fold all of it away."""
        for field in self._more:
            field.setVisible(shown)
        self.more_link.setVisible(not shown)
        self.show_dates(shown=shown and not self._days.is_blank())

    def show_dates(self, *, shown: bool) -> None:
        """Show the days, or fold them away."""
        for field in self._dates:
            field.setVisible(shown)
        self.dates_link.setVisible(not shown and self.more_link.isHidden())

    def tab_order(self) -> list[QWidget]:
        """Return all that takes the keys, in the order of Tab."""
        return [
            self._vehicle.plate_edit,
            self._owner.name_edit,
            self._owner.phones_edit,
            self._vehicle.open_button,
            self._vehicle.near.open_button,
            self._vehicle.near.other_button,
            self._vehicle.anew_button,
            *self._owner.known.buttons,
            *self._owner.wrong.buttons,
            self._owner.release_button,
            self._owner_change.box,
            self._owner_change.since_edit,
            self.more_link,
            *(field.editor for field in self._more),
            self.dates_link,
            *(field.editor for field in self._dates),
        ]

    def _order_keys(self) -> None:
        for first, second in pairwise(self.tab_order()):
            QWidget.setTabOrder(first, second)

    def _on_more(self) -> None:
        self.show_more(shown=True)
        self._more[0].editor.setFocus()

    def _on_dates(self) -> None:
        self.show_dates(shown=True)
        self._dates[0].editor.setFocus()

    def _lay(self, ground: QWidget) -> None:
        grid = QGridLayout(ground)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        for column, field in enumerate((self._vehicle.plate, self._owner.name, self._owner.phones)):
            grid.addWidget(field, 0, column)
        lines = (
            # Only one of two in a row has something to say: nobody known is offered while there is a
            # customer whose numbers are known.
            (1, self._vehicle.holder_box),
            (1, self._vehicle.near),
            (2, self._owner.known),
            (2, self._owner.wrong),
            (3, self._owner.chosen_box),
        )
        for row, line in lines:
            grid.addWidget(line, row, 0, 1, _COLUMNS)
        grid.addWidget(self._owner_change.change, 4, 0)
        grid.addWidget(self._owner_change.since, 4, 1)
        grid.addWidget(self.more_link, 5, 0, _LEFT)
        *short, address = self._more
        row = _add_fields(grid, 6, short)
        grid.addWidget(address, row, 0, 1, _COLUMNS)
        grid.addWidget(self.dates_link, row + 1, 0, 1, _COLUMNS, _LEFT)
        grid.setRowStretch(_add_fields(grid, row + 2, self._dates), 1)


def _add_fields(grid: QGridLayout, row: int, fields: Sequence[Field]) -> int:
    """Put fields beside each other from a row on, and return the row below them."""
    for place, field in enumerate(fields):
        grid.addWidget(field, row + place // _COLUMNS, place % _COLUMNS)
    return row + -(-len(fields) // _COLUMNS)
