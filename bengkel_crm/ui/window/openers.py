"""Forms and dialogs that other subjects ask for, opened here: the subjects do not know each other."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.shell.shell import OnRestored, OnSaved, Shell

if TYPE_CHECKING:
    from bengkel_crm.records.counter import Card
    from bengkel_crm.records.reminders import DuePerson
    from bengkel_crm.ui.forms.form import Form


class WindowOpeners:
    """Is the `Openers` of a window. Each form is loaded when it is asked for: the first paint needs none."""

    def __init__(self, host: Shell, parent: QWidget | None = None) -> None:
        self._host = host
        self._parent = parent

    def register_vehicle(self, plate: str = "", saved: OnSaved | None = None) -> None:
        """Open the form of a new vehicle."""
        from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm

        self._show(lambda: VehicleForm(self._host, plate, self._parent), saved)

    def edit_vehicle(self, vehicle_id: int, saved: OnSaved | None = None) -> None:
        """Open the form of a vehicle."""
        from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm

        self._show(lambda: VehicleForm.edit(self._host, vehicle_id, self._parent), saved)

    def edit_work_order(
        self, vehicle_id: int, work_order_id: int | None = None, saved: OnSaved | None = None
    ) -> None:
        """Open the form of a work order, or of a new one."""
        from bengkel_crm.ui.work_orders.work_order_form import WorkOrderForm

        self._show(lambda: WorkOrderForm(self._host, vehicle_id, work_order_id, self._parent), saved)

    def go_on(self, draft_key: str, saved: OnSaved | None = None) -> None:
        """Bring a waiting form back, from its draft where the window was closed since."""
        if self._host.forms.bring(draft_key):
            return
        self._show(lambda: form_of(self._host, draft_key, self._parent), saved)

    def send_message(self, card: "Card") -> None:
        """Open a WhatsApp message to the owner on a card."""
        from bengkel_crm.ui.reminders.whatsapp_run import open_message

        open_message(self._host, card, self._parent)

    def edit_texts(self, people: Sequence["DuePerson"] = (), day: date | None = None) -> None:
        """Open the texts to customers, shown as these people would read them."""
        from bengkel_crm.ui.reminders.text_editor import make_text_editor

        self._host.forms.show_form(make_text_editor(self._host, self._parent, people, day))

    def show_bin(self) -> None:
        """Open the bin."""
        from bengkel_crm.ui.journal.bin import BinDialog

        with self._host.showing_errors():
            self._host.forms.show_form(BinDialog(self._host, self._parent))

    def show_backups(self, restored: OnRestored) -> None:
        """Open the list of copies."""
        from bengkel_crm.ui.shop_file.backups import BackupsDialog

        dialog = BackupsDialog(self._host, self._parent)
        dialog.restored.connect(restored)
        self._host.forms.show_form(dialog)

    def _show(self, make_form: Callable[[], "Form"], saved: OnSaved | None) -> None:
        # What the form is about may be gone by now.
        with self._host.showing_errors():
            form = make_form()
            if saved is not None:
                form.saved.connect(saved)
            self._host.forms.show_form(form)


def form_of(shell: Shell, key: str, parent: QWidget | None = None) -> "Form":
    """Return the form of a draft key with what was typed in it, not yet shown.

    Raises:
        NotFound: what it was about is no longer there.
    """
    from bengkel_crm.ui.forms.draft_keeper import NEW_VEHICLE, TEXTS, WORK_ORDER
    from bengkel_crm.ui.reminders.text_editor import make_text_editor
    from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm
    from bengkel_crm.ui.work_orders.work_order_form import WorkOrderForm

    if key == TEXTS:
        return make_text_editor(shell, parent)
    _, first, *rest = key.split(":")
    if key.startswith(WORK_ORDER):
        return WorkOrderForm(shell, int(first), int(rest[0]) if rest else None, parent)
    if key.startswith(NEW_VEHICLE):
        return VehicleForm(shell, parent=parent, draft_key=key)
    return VehicleForm.edit(shell, int(first), parent)
