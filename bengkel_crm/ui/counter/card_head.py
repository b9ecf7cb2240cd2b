"""The top of a card: whose vehicle this is, and the four answers."""

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from bengkel_crm.records.counter import Card
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.widgets import card as sheets
from bengkel_crm.ui.widgets.chip import Chip
from bengkel_crm.ui.widgets.fact import Fact
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel
from bengkel_crm.ui.widgets.layouts import Grow, Stretch, fill, in_column, in_row
from bengkel_crm.ui.widgets.plate_badge import PlateBadge
from bengkel_crm.ui.words import card_words

# Below this width (at 100 %) the facts need the room of their icons.
_WIDE_PX = 1060
_ROOMY_PX = 940
# Half of all regular mechanics' names are short; no oil's is.
_SHARES = (10, 11, 13, 8)
_KIND_ICONS = {VehicleKind.MOTORCYCLE: "motorcycle", VehicleKind.CAR: "car"}


class CardHead(sheets.CardFrame):
    """Shows one card; asks for nothing and writes nothing."""

    message_requested = Signal()
    edit_requested = Signal()
    remove_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(17, 13, 17, 13), parent=parent)
        self.badge = PlateBadge()
        self.owner = ElidedLabel("", TextRole.TITLE, may_be_cut=True)
        self.vehicle = ElidedLabel("", TextRole.BODY, may_be_cut=True)
        self.reach = ElidedLabel("", TextRole.BODY, "text2", may_be_cut=True)
        self._kind = IconLabel("motorcycle", "text2", 18)
        self.message = self.worded(KeyButton("", "chat", "F8"), "WhatsApp message")
        self.standing = Chip()
        self._edit = self.worded(KeyButton("", "edit", "F4"), "Edit")
        self._remove = QToolButton()
        self.last = Fact("calendar")
        self.next = Fact("calendar-next")
        self.oil = Fact("drop")
        self.mechanic = Fact("person")
        self._facts = (self.last, self.next, self.oil, self.mechanic)
        self._facts_row = QHBoxLayout()
        self._card: Card | None = None
        self._today = date.min
        self._build()
        self.message.clicked.connect(self.message_requested)
        self._edit.clicked.connect(self.edit_requested)
        self._remove.clicked.connect(self.remove_requested)
        theme().changed.connect(self._restyle)
        self._restyle()
        self._put_texts()

    def show_card(self, card: Card, today: date) -> None:
        """Show whose vehicle it is and how he is reached, counted from a day."""
        self._card, self._today = card, today
        self._fill()

    def _put_texts(self) -> None:
        self.put_text(self.last.set_caption, "Last visit")
        self.put_text(self.next.set_caption, "Next visit")
        self.put_text(self.oil.set_caption, "Engine oil")
        self.put_text(self.mechanic.set_caption, "Regular mechanic")
        self.put_again(self._fill)
        self.put_again(self._show_texts)

    def _show_texts(self) -> None:
        remove = self.tr("Move this vehicle to the bin")
        self._remove.setAccessibleName(remove)
        self._remove.setToolTip(remove)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_WIDE_PX)
        self._facts_row.setSpacing(18 if wide else 10)
        for fact in self._facts:
            fact.set_icon_shown(wide)
        # The name, the vehicle and the phone are read; the buttons are known by their pictures.
        roomy = self.width() >= theme().px(_ROOMY_PX)
        for button in (self.message, self._edit):
            button.set_compact(not roomy)

    def _build(self) -> None:
        kind = in_row(self._kind, Grow(self.vehicle), spacing=8)
        reach = in_row(self.standing, Grow(self.reach), spacing=8)
        lines = in_column(Stretch(), self.owner, kind, reach, Stretch(), spacing=1)
        top = in_row(self.badge, Grow(lines), self.message, self._edit, self._remove, spacing=16)
        fill(self.body, top, 4, sheets.rule(), 4)
        facts = self._facts_row
        for number, fact in enumerate(self._facts):
            if number:
                facts.addWidget(sheets.rule(vertical=True))
            facts.addWidget(fact, _SHARES[number])
        self.body.addLayout(facts)
        self.setTabOrder(self.message, self._edit)
        self.setTabOrder(self._edit, self._remove)

    def _fill(self) -> None:
        card = self._card
        if card is None:
            return
        phones = () if card.owner is None else card.owner.good_phones
        self.message.setVisible(any(phone.e164 is not None for phone in phones))
        self.badge.set_plate(format_plate(card.vehicle.plate), card_words.plate_month(card.vehicle))
        self.standing.set_chip(card_words.why_not_reminded(card), Tone.WARN)
        self.standing.setVisible(bool(self.standing.text()))
        self._kind.set_icon(_KIND_ICONS[card.vehicle.kind])
        self.owner.setText(card_words.owner_name(card.owner))
        self.vehicle.setText(card_words.vehicle_words(card.vehicle) or self.tr("Make and model not known"))
        self.reach.setText(card_words.reach_words(card.owner))
        self.reach.setVisible(bool(self.reach.text()))
        facts = (
            (self.last, card_words.last_visit(card, self._today)),
            (self.next, card_words.next_visit(card, self._today)),
            (self.oil, card_words.engine_oil(card)),
            (self.mechanic, card_words.regular_mechanic(card)),
        )
        for fact, words in facts:
            fact.set_value(words.value, words.detail, words.tone)

    def _restyle(self) -> None:
        side = theme().px(18)
        self._remove.setIcon(icons.icon("bin", "text2", side))
        self._remove.setIconSize(QSize(side, side))
        self._remove.setFixedSize(theme().px(38), theme().px(38))
