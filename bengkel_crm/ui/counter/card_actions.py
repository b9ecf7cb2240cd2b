"""What the clerk does with a vehicle: forms, notes, and things moved to the bin."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.journal import Change
from bengkel_crm.ui.counter.card_view import CardView
from bengkel_crm.ui.counter.desk import Desk
from bengkel_crm.ui.forms.deed_message import show_change
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.words import card_words

if TYPE_CHECKING:
    from bengkel_crm.ui.forms.form import Form

OnSaved = Callable[[Change], None]


class Deeds:
    """Opens the forms, which tell what they did themselves; the short deeds are told here."""

    def __init__(self, shell: Shell, desk: Desk, view: CardView, on_saved: OnSaved) -> None:
        self._shell = shell
        self._desk = desk
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

    def register_vehicle(self, plate: str, on_saved: OnSaved) -> None:
        # Each form is imported when it is asked for: finding a card does not wait for them.
        from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm

        self._open(lambda: VehicleForm(self._shell, plate, self._view.window()), on_saved)

    def send_message(self) -> None:
        """Show the code of a WhatsApp message to the owner of the vehicle shown."""
        from bengkel_crm.ui.reminders.whatsapp import WhatsAppDialog  # as above
        from bengkel_crm.ui.reminders.whatsapp_run import message_from_card, what_is_missing

        card = self._view.card()
        assert card is not None  # asked for from an open card only
        message = message_from_card(self._shell.database, card, today().day())
        if not any(phone.e164 is not None for phone in message.phones):
            self._shell.show_message(translate("Card", "The owner has no number for WhatsApp."), Tone.WARN)
            return
        remark = card_words.why_not_reminded(card) or what_is_missing(self._shell.database)
        self._shell.show_form(WhatsAppDialog(self._shell, [message], self._view.window(), remark=remark))

    def edit_vehicle(self) -> None:
        from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm  # as above

        vehicle_id, window = self._vehicle_id(), self._view.window()
        self._open(lambda: VehicleForm.edit(self._shell, vehicle_id, window), self._on_saved)

    def open_work_order(self, work_order_id: int | None = None) -> None:
        """Open the form of a new work order of the vehicle shown, or of one that is to be edited."""
        from bengkel_crm.ui.work_orders.work_order_form import WorkOrderForm  # as above

        vehicle_id, window = self._vehicle_id(), self._view.window()
        self._open(lambda: WorkOrderForm(self._shell, vehicle_id, work_order_id, window), self._on_saved)

    def go_on(self, key: str, on_saved: OnSaved) -> None:
        """Show the form of a draft again, the open one or one made anew."""
        if self._shell.return_to_form(key):
            return
        from bengkel_crm.ui.window.reopening import form_of  # as above

        self._open(lambda: form_of(self._shell, key, self._view.window()), on_saved)

    def _open(self, make_form: Callable[[], "Form"], on_saved: OnSaved) -> None:
        # What the form is about may be gone by now.
        with self._shell.showing_errors():
            form = make_form()
            form.saved.connect(on_saved)
            self._shell.show_form(form)

    def _add_note(self, vehicle_id: int, text: str) -> None:
        self._do(lambda: self._desk.add_note(vehicle_id, text, today().day()), self._view.notes.close_editor)

    def _edit_note(self, note_id: int, text: str) -> None:
        self._do(lambda: self._desk.edit_note(note_id, text), self._view.notes.close_editor)

    def _remove_note(self, note_id: int) -> None:
        self._do(lambda: self._desk.remove_note(note_id))

    def _remove_work_order(self, work_order_id: int) -> None:
        self._do(lambda: self._desk.remove_work_order(work_order_id))

    def _remove_vehicle(self) -> None:
        self._do(lambda: self._desk.remove_vehicle(self._vehicle_id()))

    def _vehicle_id(self) -> int:
        card = self._view.card()
        assert card is not None  # asked for from an open card only
        return card.vehicle.id

    def _do(self, deed: Callable[[], Change], afterwards: Callable[[], None] | None = None) -> None:
        """Do a deed and tell it; `afterwards` is called when it was done."""
        with self._shell.showing_errors():
            show_change(self._shell, deed())
            if afterwards is not None:
                afterwards()
