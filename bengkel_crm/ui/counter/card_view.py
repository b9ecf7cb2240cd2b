"""One vehicle's card: head, visits, and at the side what is due and what was noted."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from bengkel_crm.records.counter import Card
from bengkel_crm.records.vehicles import Vehicle
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.counter.card_head import CardHead
from bengkel_crm.ui.counter.due_panel import DuePanel
from bengkel_crm.ui.counter.history import History
from bengkel_crm.ui.counter.notes_panel import NotesPanel
from bengkel_crm.ui.counter.other_vehicles import OtherVehicles
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.column_scroll import ColumnScroll
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, Stretch, in_column, in_row
from bengkel_crm.ui.widgets.texts import Speaks

if TYPE_CHECKING:
    from bengkel_crm.records.reminders import ContactRow
    from bengkel_crm.ui.counter.contacts_panel import ContactsPanel

_SIDE_PX, _NARROW_SIDE_PX = 336, 280
_WIDE_PX = 1100
_MOST_OF_WIDTH = 0.36


class CardView(Speaks, QWidget):
    """Shows a card; what the clerk wants done with it is emitted by its parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = CardHead()
        self.history = History()
        self.due = DuePanel()
        self.notes = NotesPanel()
        self.others = OtherVehicles()
        self.contacts: ContactsPanel | None = None
        self._old_plates = TextLabel("", TextRole.CAPTION, "text2", wrap=True)
        self._card: Card | None = None
        self._side = CardFrame(margins=(0, 8, 0, 8))
        self._side.setObjectName("side")
        self._inside = QWidget()
        self._scroll = ColumnScroll(self._inside)
        self._build()
        self.put_again(self._show_old_plates)

    def show_card(self, card: Card, others: Sequence[Vehicle], today: date) -> None:
        """Show a card, and what else its owner brings here."""
        other = self._card is None or self._card.vehicle.id != card.vehicle.id
        self._card = card
        self.head.show_card(card, today)
        self.history.show_card(card)
        self.due.show_card(card, today)
        self.notes.show_card(card)
        self.others.show_vehicles(others)
        self._show_old_plates()
        if other:
            self.show_contacts(())
            self._scroll.verticalScrollBar().setValue(0)

    def show_contacts(self, contacts: "Sequence[ContactRow]") -> None:
        """Show what was sent to the owner of the card shown last."""
        if self.contacts is None:
            if not contacts:
                return
            # Imported here because the first paint does without the records of reminders.
            from bengkel_crm.ui.counter.contacts_panel import ContactsPanel

            self.contacts = ContactsPanel()
            self._panels.insertWidget(self._panels.indexOf(self.others), self.contacts)
        plate = "" if self._card is None else format_plate(self._card.vehicle.plate)
        self.contacts.show_contacts(contacts, plate)

    def card(self) -> Card | None:
        """Return the card shown last."""
        return self._card

    def old_plates(self) -> str:
        """Return what is said of the plates worn before, or nothing."""
        return self._old_plates.text()

    def _show_old_plates(self) -> None:
        plates = ", ".join(format_plate(plate) for plate in self._card.old_plates) if self._card else ""
        self._old_plates.setText(self.tr("Formerly {0}").format(plates) if plates else "")
        self._old_plates.setVisible(bool(plates))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme().px(_WIDE_PX)
        wanted = theme().px(_SIDE_PX if wide else _NARROW_SIDE_PX)
        self._side.setFixedWidth(min(wanted, round(self.width() * _MOST_OF_WIDTH)))

    def _on_editor_opened(self) -> None:
        # Once the layout knows where the editor is.
        QTimer.singleShot(0, lambda: self._scroll.ensureWidgetVisible(self.notes.editor))

    def _build(self) -> None:
        self._panels = in_column(
            self.due,
            self.notes,
            self.others,
            self._old_plates,
            Stretch(),
            on=self._inside,
            spacing=14,
            margins=(17, 6, 15, 6),
        )
        self._side.body.addWidget(self._scroll)
        self.notes.editor_opened.connect(self._on_editor_opened)
        below = in_row(Grow(self.history), self._side, spacing=12)
        in_column(self.head, Grow(below), on=self, spacing=12, margins=(0, 0, 0, 0))
