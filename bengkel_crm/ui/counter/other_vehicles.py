"""What else the owner of a card brings to the workshop."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.records.vehicles import Vehicle
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.card import SectionTitle
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, in_column, in_row
from bengkel_crm.ui.widgets.plate_badge import PlateButton
from bengkel_crm.ui.widgets.stretch_rows import drop_widgets
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.ui.words.card_words import vehicle_words

_SHOWN = 6


class OtherVehicles(Speaks, QWidget):
    """A plate to press for each; hidden when there is none."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vehicles: Sequence[Vehicle] = ()
        self._title = SectionTitle()
        self.put_text(self._title.set_title, "The owner's other vehicles")
        self._rows = in_column(spacing=6)
        self._more = TextLabel("", TextRole.CAPTION, "text2")
        in_column(self._title, self._rows, self._more, on=self, spacing=6, margins=(0, 0, 0, 0))
        self.put_again(self._show_more)

    def show_vehicles(self, vehicles: Sequence[Vehicle]) -> None:
        """Show the plates of the owner's other vehicles; nothing where there are none."""
        self.setVisible(bool(vehicles))
        if list(vehicles) == list(self._vehicles):
            return
        self._vehicles = vehicles
        drop_widgets(self._rows)
        for vehicle in vehicles[:_SHOWN]:
            self._rows.addWidget(self._row(vehicle))
        self._show_more()

    def buttons(self) -> list[PlateButton]:
        """Return the plates that are seen, each a button."""
        return [button for button in self.findChildren(PlateButton) if not button.isHidden()]

    def more(self) -> str:
        """Return what is said of those not listed, or nothing."""
        return self._more.text() if not self._more.isHidden() else ""

    def _show_more(self) -> None:
        more = max(0, len(self._vehicles) - _SHOWN)
        self._more.setText(self.tr("and %n more; type the owner's name to see them", "", more))
        self._more.setVisible(more > 0)

    def _row(self, vehicle: Vehicle) -> QWidget:
        line = QWidget()
        button = PlateButton(format_plate(vehicle.plate))
        words = vehicle_words(vehicle)
        button.setAccessibleDescription(words)
        button.clicked.connect(lambda: self.chosen.emit(vehicle.id))
        in_row(
            button,
            Grow(ElidedLabel(words, TextRole.BODY, "text2")),
            on=line,
            spacing=10,
            margins=(0, 0, 0, 0),
        )
        return line
