"""What stands below the box: the open card, the home page, how to begin, or that a plate is unknown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from bengkel_crm.records.counter import Card
from bengkel_crm.records.journal import Change
from bengkel_crm.ui.counter.empty_start import EmptyStart
from bengkel_crm.ui.counter.home import Home
from bengkel_crm.ui.counter.not_found import NotFound
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.shell.shell import Shell

if TYPE_CHECKING:
    from bengkel_crm.ui.counter.card_view import CardView
    from bengkel_crm.ui.counter.desk import Desk
    from bengkel_crm.ui.counter.first_start import FirstStart


class Panes(QStackedWidget):
    """Holds the open card, and knows what to show when there is none."""

    # Another pane or another card is in front.
    turned = Signal()
    # The questions of the first start were answered or put off.
    first_start_over = Signal()

    def __init__(self, shell: Shell, keys: QObject) -> None:
        super().__init__()
        self.home = Home()
        self.empty_start = EmptyStart()
        self.not_found = NotFound()
        self._shell = shell
        # Takes the keys that the table of the card would take for its own search.
        self._keys = keys
        self._desk: Desk | None = None
        self._card: Card | None = None
        self._card_view: CardView | None = None
        self._first_start: FirstStart | None = None
        for pane in (self.home, self.empty_start, self.not_found):
            self.addWidget(pane)

    @property
    def card_view(self) -> "CardView":
        """Return the pane of a card: built when the shop file is open, after the page is painted."""
        if self._card_view is None:
            # As much as all the rest of the page.
            from bengkel_crm.ui.counter.card_view import CardView

            view = self._card_view = CardView()
            self.addWidget(view)
            view.history.lay_columns(self._shell.settings)
            view.history.table.installEventFilter(self._keys)
        return self._card_view

    def begin(self, desk: "Desk") -> None:
        """Answer from the shop file, which is open from now on."""
        self._desk = desk

    def card(self) -> Card | None:
        """Return the open card, whatever stands over it."""
        return self._card

    def open_card(self, card: Card | None) -> None:
        """Put a card below whatever is shown, or take it away; `show_base` brings it to the front."""
        self._card = card

    def read_again(self) -> None:
        """Take the open card from the file once more."""
        if self._desk is not None and self._card is not None:
            self._card = self._desk.find_card(self._card.vehicle.id)

    def read_changed(self, change: Change) -> None:
        """Take the open card from the file once more where a deed may have touched it."""
        if self._card is None:
            return
        owner_id = None if self._card.owner is None else self._card.owner.id
        if (
            change.touches_all
            or self._card.vehicle.id in change.vehicle_ids
            or owner_id in change.customer_ids
        ):
            self.read_again()

    def show_base(self) -> None:
        """Show what lies under the hits: the open card, the home page, or how to begin."""
        if self._card is not None:
            self._show_card(self._card)
        elif self._desk is not None and not self._desk.has_vehicles():
            self._ask_first()
            self._turn_to(self.empty_start)
        else:
            self._show_home()

    def show_unknown(self, typed: str, *, is_plate: bool, room_above: int) -> None:
        """Say that nothing fits what was typed, and offer what can be done; the hits cover `room_above`."""
        in_bin = self._desk.find_in_bin(typed) if self._desk is not None and is_plate else None
        self.not_found.show_typed(typed, is_plate=is_plate, room_above=room_above, in_bin=in_bin)
        self._turn_to(self.not_found)

    def has_answer_of_its_own(self) -> bool:
        """Return whether the pane in front has the one primary button of the screen."""
        return self.currentWidget() in (self.not_found, self.empty_start)

    def is_unknown(self) -> bool:
        """Return whether an unknown plate is spoken of."""
        return self.currentWidget() is self.not_found

    def enter_from_above(self) -> None:
        """Take the keys from the box: its Down key leads here."""
        if self._card_view is not None and self.currentWidget() is self._card_view:
            self._card_view.history.enter()
        elif self.currentWidget() is self.home:
            self.home.enter()

    def show_recent(self) -> None:
        """Show anew who was here, where that is shown."""
        if self.currentWidget() is self.home:
            self.show_base()

    def put_away(self) -> None:
        """Keep the widths of columns."""
        if self._card_view is not None:
            self._card_view.history.keep_columns(self._shell.settings)

    # The inside

    def _show_card(self, card: Card) -> None:
        if self._desk is not None and self.card_view.card() is not card:
            self.card_view.show_card(card, self._desk.list_other_vehicles(card), today().day())
            # After the card is painted: nobody waits for its contacts.
            QTimer.singleShot(0, self, self._show_contacts)
        self._turn_to(self.card_view)

    def _show_contacts(self) -> None:
        if self._desk is not None and self._card is not None:
            self.card_view.show_contacts(self._desk.list_contacts(self._card))

    def _show_home(self) -> None:
        if self._desk is not None:
            day = today().day()
            due, count = self._desk.list_due_soon(day), self._desk.count_due_soon(day)
            self.home.show_lists(due, count, self._desk.list_recently_opened(), day)
        self._turn_to(self.home)

    def _ask_first(self) -> None:
        """Ask an empty shop who it is, once."""
        if self._first_start is not None:
            return
        from bengkel_crm.ui.counter.first_start import FirstStart  # loads the workshop

        self._first_start = FirstStart(self._shell, self.empty_start)
        self._first_start.over.connect(self.first_start_over)
        self._first_start.ask()

    def _turn_to(self, pane: QWidget) -> None:
        self.setCurrentWidget(pane)
        self.turned.emit()
