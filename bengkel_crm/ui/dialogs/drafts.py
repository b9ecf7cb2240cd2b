"""Half-typed forms that were never saved: found at the start, gone on with or thrown away."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from bengkel_crm.i18n import translate
from bengkel_crm.plates import format_plate
from bengkel_crm.ui.dialogs.draft_keeper import NEW_VEHICLE, VEHICLE, WORK_ORDER
from bengkel_crm.ui.dialogs.form import Form
from bengkel_crm.ui.dialogs.vehicle_form import VehicleForm
from bengkel_crm.ui.dialogs.work_order_form import WorkOrderForm
from bengkel_crm.ui.shell import Shell
from bengkel_crm.workshop import drafts, lookup


@dataclass(frozen=True, slots=True)
class Restorable:
    """A form that was never saved; `title` says which, in the present language."""

    key: str
    title: str


def find_restorable(shell: Shell) -> list[Restorable]:
    """Return the half-typed forms that can be gone on with, the latest first."""
    found = []
    for key in drafts.list_draft_keys(shell.database):
        title = _title_of(shell, key)
        if title:
            found.append(Restorable(key, title))
    return found


def open_restorable(shell: Shell, restorable: Restorable, parent: QWidget | None = None) -> Form:
    """Return the form of a draft with what was typed, shown."""
    _, first, *rest = restorable.key.split(":")
    form: Form
    if restorable.key.startswith(WORK_ORDER):
        form = WorkOrderForm(shell, int(first), int(rest[0]) if rest else None, parent)
    elif restorable.key.startswith(NEW_VEHICLE):
        form = VehicleForm(shell, parent=parent, draft_key=restorable.key)
    else:
        form = VehicleForm.edit(shell, int(first), parent)
    form.open()
    return form


def discard(shell: Shell, restorable: Restorable) -> None:
    """Forget a half-typed form.

    Raises:
        ShopFileError
    """
    drafts.drop_draft(shell.database, restorable.key)


def _title_of(shell: Shell, key: str) -> str:
    """Return what a draft is of, or nothing when it can not be gone on with."""
    if key.startswith(NEW_VEHICLE):
        state = drafts.find_draft(shell.database, key) or {}
        told = format_plate(str(state.get("plate", ""))) or str(state.get("name", ""))
        return translate("Drafts", "New vehicle {0}").format(told).strip()
    if key.startswith((VEHICLE, WORK_ORDER)):
        number = key.split(":")[1]
        card = lookup.find_card(shell.database, int(number)) if number.isdecimal() else None
        if card is None:
            return ""
        plate = format_plate(card.vehicle.plate)
        if key.startswith(VEHICLE):
            return translate("Drafts", "Data of {0}").format(plate)
        return translate("Drafts", "Work order {0}").format(plate)
    return ""
