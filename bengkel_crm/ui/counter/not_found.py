"""What the counter says about a plate, or anything else, that nobody knows yet."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bengkel_crm.plates import format_plate
from bengkel_crm.records import Hit
from bengkel_crm.ui.tokens import Role
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel, plain_tooltip
from bengkel_crm.ui.widgets.plate_badge import PlateBadge, PlateButton, PlateSize, plate_size


class NotFound(QWidget):
    """Offers to register a plate; `register` carries what was typed."""

    register = Signal(str)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self._is_plate = True
        self._near_hits: Sequence[Hit] = ()
        self._badge = PlateBadge()
        self._icon = IconLabel("search", "text3", 40)
        self._title = ElidedLabel("", Role.TITLE)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = TextLabel("", Role.BODY, "text2", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = KeyButton("", "plus", "Enter", ButtonKind.PRIMARY)
        self._button.clicked.connect(lambda: self.register.emit(self._typed))
        self._near_words = TextLabel("", Role.BODY, "text2")
        self._near: list[tuple[PlateButton, TextLabel]] = []
        self._near_row = QHBoxLayout()
        self._build()
        self.retranslate()

    def show_typed(self, typed: str, *, is_plate: bool, near: Sequence[Hit]) -> None:
        """Say that nothing fits; for a plate, offer to register it and show those it may have meant."""
        self._typed, self._is_plate, self._near_hits = typed, is_plate, near
        self._fill()

    def offers_registration(self) -> bool:
        """Return whether Enter registers what was typed."""
        return self._is_plate

    def badge_text(self) -> str:
        """Return the plate as it is shown."""
        return self._badge.text()

    def retranslate(self) -> None:
        self._button.setText(self.tr("Register vehicle"))
        self._near_words.setText(self.tr("Did you mean"))
        # In line with the plates, whose owners stand below them.
        self._near_words.setFixedHeight(plate_size("", PlateSize.SMALL).height())
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(0)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(self._badge, 0, centre)
        column.addWidget(self._icon, 0, centre)
        column.addSpacing(16)
        column.addWidget(self._title)
        column.addSpacing(4)
        column.addWidget(self._text)
        column.addSpacing(16)
        column.addWidget(self._button, 0, centre)
        column.addSpacing(24)
        self._near_row.setSpacing(8)
        self._near_row.addStretch(1)
        self._near_row.addWidget(self._near_words, 0, Qt.AlignmentFlag.AlignTop)
        self._near_row.addSpacing(6)
        self._near_row.addStretch(1)
        column.addLayout(self._near_row)
        column.addStretch(3)

    def _fill(self) -> None:
        self._badge.set_plate(format_plate(self._typed))
        self._badge.setVisible(self._is_plate)
        self._icon.setVisible(not self._is_plate)
        self._button.setVisible(self._is_plate)
        if self._is_plate:
            self._title.setText(self.tr("This plate is not registered yet"))
            self._text.setText(
                self.tr(
                    "Check what you typed, or register it as a new vehicle. The plate is filled in for you."
                )
            )
        else:
            self._title.setText(self.tr("Nothing fits “{0}”").format(self._typed.strip()))
            self._text.setText(
                self.tr("Try a part of the name, the last digits of the phone, or the digits of the plate.")
            )
        self._fill_near()

    def _fill_near(self) -> None:
        while len(self._near) < len(self._near_hits):
            button = PlateButton()
            button.clicked.connect(partial(self._on_near_clicked, len(self._near)))
            owner = TextLabel("", Role.CAPTION, "text2")
            owner.setAlignment(Qt.AlignmentFlag.AlignCenter)
            pair = QVBoxLayout()
            pair.setSpacing(3)
            pair.addWidget(button)
            pair.addWidget(owner)
            self._near_row.insertLayout(self._near_row.count() - 1, pair)
            self._near.append((button, owner))
        for number, (button, owner) in enumerate(self._near):
            used = number < len(self._near_hits)
            button.setVisible(used)
            owner.setVisible(used)
            if used:
                hit = self._near_hits[number]
                button.set_plate(format_plate(hit.plate))
                owner.setText((hit.owner or "")[:24])
                told = ", ".join(part for part in (hit.owner, hit.vehicle) if part)
                button.setToolTip(plain_tooltip(told))
                button.setAccessibleDescription(told)
        self._near_words.setVisible(bool(self._near_hits))

    def _on_near_clicked(self, number: int) -> None:
        self.chosen.emit(self._near_hits[number].vehicle_id)
