"""What the counter says about a plate, or anything else, that nobody knows yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.base.i18n import format_date
from bengkel_crm.records.journal import BinEntry
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import At, Stretch, in_column
from bengkel_crm.ui.widgets.plate_badge import PlateBadge
from bengkel_crm.ui.widgets.texts import Speaks


class NotFound(Speaks, QWidget):
    """Offers to register a plate; `register` carries what was typed."""

    register = Signal(str)
    put_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self._is_plate = True
        self._in_bin: BinEntry | None = None
        self._badge = PlateBadge()
        self._icon = IconLabel("search", "text3", 40)
        self._title = ElidedLabel("", TextRole.TITLE)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = TextLabel("", TextRole.BODY, "text2", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = KeyButton("", "plus", "Enter", ButtonKind.PRIMARY)
        self._button.clicked.connect(self.enter)
        self._anew = self.worded(KeyButton("", "plus", kind=ButtonKind.LINK), "Register it anew")
        self._anew.clicked.connect(lambda: self.register.emit(self._typed))
        self._build()
        self.put_again(self._fill)

    def show_typed(
        self, typed: str, *, is_plate: bool, room_above: int = 0, in_bin: BinEntry | None = None
    ) -> None:
        """Say that nothing fits; for a plate, offer to register it, below those it may have been meant to be.

        `room_above` is how much of the page that list takes. A plate that lies in the bin is offered to be
        put back; registering it anew is the other choice.
        """
        self._typed, self._is_plate, self._in_bin = typed, is_plate, in_bin
        self._column.setContentsMargins(24, 12 + room_above, 24, 12)
        self._fill()

    def offers_registration(self) -> bool:
        """Return whether Enter registers what was typed."""
        return self._is_plate and self._in_bin is None

    def enter(self) -> None:
        """Do what Enter is offered for: put back, or register."""
        if self._in_bin is not None:
            self.put_back.emit(self._in_bin)
        elif self._is_plate:
            self.register.emit(self._typed)

    def badge_text(self) -> str:
        """Return the plate as it is shown."""
        return self._badge.text()

    def _build(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        self._column = in_column(
            Stretch(2),
            At(self._badge, centre),
            At(self._icon, centre),
            16,
            self._title,
            4,
            self._text,
            16,
            At(self._button, centre),
            At(self._anew, centre),
            Stretch(3),
            on=self,
            spacing=0,
            margins=(24, 12, 24, 12),
        )

    def _fill(self) -> None:
        self._badge.set_plate(format_plate(self._typed))
        self._badge.setVisible(self._is_plate)
        self._icon.setVisible(not self._is_plate)
        self._button.setVisible(self._is_plate)
        self._anew.setVisible(self._in_bin is not None)
        self._button.setText(self.tr("Register vehicle") if self._in_bin is None else self.tr("Put it back"))
        if self._in_bin is not None:
            self._title.setText(self.tr("This plate lies in the bin"))
            removed = format_date(self._in_bin.removed_at.date())
            self._text.setText(
                self.tr("It was put there on {0}. Put back, it has its history again.").format(removed)
            )
        elif self._is_plate:
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
