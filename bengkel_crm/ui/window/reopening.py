"""The form of a draft, with what was typed in it."""

from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.forms.draft_keeper import NEW_VEHICLE, TEXTS, WORK_ORDER
from bengkel_crm.ui.forms.form import Form
from bengkel_crm.ui.reminders.text_editor import make_text_editor
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm
from bengkel_crm.ui.work_orders.work_order_form import WorkOrderForm


def form_of(shell: Shell, key: str, parent: QWidget | None = None) -> Form:
    """Return the form of a draft key, not yet shown.

    Raises:
        NotFound: what it was about is no longer there.
    """
    if key == TEXTS:
        return make_text_editor(shell, parent)
    _, first, *rest = key.split(":")
    if key.startswith(WORK_ORDER):
        return WorkOrderForm(shell, int(first), int(rest[0]) if rest else None, parent)
    if key.startswith(NEW_VEHICLE):
        return VehicleForm(shell, parent=parent, draft_key=key)
    return VehicleForm.edit(shell, int(first), parent)
