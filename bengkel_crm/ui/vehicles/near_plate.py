"""The line under a new plate that is nearly a known one: whose that is, until somebody says it is another."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from bengkel_crm.records.counter import Hit
from bengkel_crm.trade.plates import format_plate, plate_key
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.widgets.card import ToneBox
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel


class NearPlate(ToneBox):
    """Hidden while no known plate is near the one that was typed."""

    card_wanted = Signal(int)
    dismissed = Signal()

    def __init__(self, find_near: Callable[[str], Sequence[Hit]]) -> None:
        super().__init__(Tone.WARN)
        self._find_near = find_near
        self._near: Hit | None = None
        self._looked_at = ""
        # The plate of which somebody said that it is another vehicle.
        self.other_than_near = ""
        self._text = ElidedLabel("", TextRole.STRONG, "warn", may_be_cut=True)
        self.open_button = KeyButton(self.tr("Open its card"), "arrow-right")
        self.other_button = KeyButton(self.tr("Another &vehicle"), kind=ButtonKind.LINK)
        self.row.addWidget(IconLabel("alert", "warn", 18))
        self.row.addWidget(self._text, 1)
        self.row.addWidget(self.open_button)
        self.row.addWidget(self.other_button)
        self.open_button.clicked.connect(self._on_open)
        self.other_button.clicked.connect(self._on_other)
        self.hide()

    def look_at(self, plate: str) -> None:
        """Show whose plate this one is nearly; nothing hides the line."""
        key = plate_key(plate)
        if key != self._looked_at:
            self._looked_at = key
            self._near = next(iter(self._find_near(plate)), None) if key else None
        if self._near is not None:
            self._text.setText(self.tr("Like {0}").format(self.told()))
        self.setVisible(self.is_asking())

    def is_asking(self) -> bool:
        """Return whether there is a near plate of which nobody said yet that it is another vehicle."""
        return self._near is not None and self.other_than_near != self._looked_at

    def told(self) -> str:
        """Return "B 5886 FZK · Made Kusuma · Honda Beat" of the near plate, or nothing."""
        hit = self._near
        if hit is None:
            return ""
        return " · ".join(part for part in (format_plate(hit.plate), hit.owner, hit.vehicle) if part)

    def _on_open(self) -> None:
        if self._near is not None:
            self.card_wanted.emit(self._near.vehicle_id)

    def _on_other(self) -> None:
        self.other_than_near = self._looked_at
        self.hide()
        self.dismissed.emit()
