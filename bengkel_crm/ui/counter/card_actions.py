"""What the clerk does with a vehicle: forms, notes, and things moved to the bin."""

from collections.abc import Callable

from bengkel_crm.base import errors
from bengkel_crm.records.counter import Card
from bengkel_crm.records.journal import BinEntry, Change
from bengkel_crm.ui.counter.card_view import CardView
from bengkel_crm.ui.forms.deed_message import show_change
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.shell.shell import OnSaved, Shell
from bengkel_crm.workshop.customers import notes
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.vehicles import vehicles
from bengkel_crm.workshop.work_orders import work_orders


class CardActions:
    """Opens the forms, which tell what they did themselves; the short deeds are told here."""

    def __init__(self, shell: Shell, view: CardView, on_saved: OnSaved) -> None:
        self._shell = shell
        self._view = view
        self._on_saved = on_saved
        view.head.message_requested.connect(self.send_message)
        view.head.edit_requested.connect(self.edit_vehicle)
        view.head.remove_requested.connect(self._remove_vehicle)
        view.history.edit_requested.connect(self.open_work_order)
        view.history.remove_requested.connect(self._remove_work_order)
        view.notes.add_requested.connect(self._add_note)
        view.notes.edit_requested.connect(self._edit_note)
        view.notes.remove_requested.connect(self._remove_note)

    def send_message(self) -> None:
        """Show the code of a WhatsApp message to the owner of the vehicle shown."""
        self._shell.openers.send_message(self._card())

    def edit_vehicle(self) -> None:
        """Open the form of the vehicle on the card."""
        self._shell.openers.edit_vehicle(self._card().vehicle.id, self._on_saved)

    def open_work_order(self, work_order_id: int | None = None) -> None:
        """Open the form of a new work order of the vehicle shown, or of one that is to be edited."""
        self._shell.openers.edit_work_order(self._card().vehicle.id, work_order_id, self._on_saved)

    def put_back(self, entry: BinEntry, afterwards: Callable[[], None]) -> None:
        """Put a vehicle back from the bin."""
        self._do(lambda: undo.restore_from_bin(self._shell.database, entry), afterwards)

    def _add_note(self, vehicle_id: int, text: str) -> None:
        self._do(
            lambda: notes.add_note(self._shell.database, vehicle_id, text, today().day()),
            self._view.notes.close_editor,
        )

    def _edit_note(self, note_id: int, text: str, seen: str) -> None:
        def edit() -> Change:
            try:
                return notes.edit_note(self._shell.database, note_id, text, seen)
            except errors.NoteChanged as changed:
                self._view.notes.show_changed(changed.text)
                raise

        self._do(edit, self._view.notes.close_editor)

    def _remove_note(self, note_id: int) -> None:
        self._do(lambda: notes.remove_note(self._shell.database, note_id))

    def _remove_work_order(self, work_order_id: int) -> None:
        self._do(lambda: work_orders.remove_work_order(self._shell.database, work_order_id))

    def _remove_vehicle(self) -> None:
        self._do(lambda: vehicles.remove_vehicle(self._shell.database, self._card().vehicle.id))

    def _card(self) -> Card:
        card = self._view.card()
        assert card is not None  # asked for from an open card only
        return card

    def _do(self, deed: Callable[[], Change], afterwards: Callable[[], None] | None = None) -> None:
        """Do a deed and tell it; `afterwards` is called when it was done."""
        with self._shell.showing_errors():
            show_change(self._shell, deed())
            if afterwards is not None:
                afterwards()
