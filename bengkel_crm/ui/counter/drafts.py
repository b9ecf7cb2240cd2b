"""Half-typed forms that were never saved: found at the start without loading any form."""

from dataclasses import dataclass
from datetime import datetime

from bengkel_crm.base.errors import NotFound
from bengkel_crm.base.i18n import translate
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.forms.draft_keeper import NEW_VEHICLE, NOTE, TEXTS, VEHICLE, WORK_ORDER, State
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.workshop.drafts import drafts
from bengkel_crm.workshop.vehicles import vehicles
from bengkel_crm.workshop.work_orders import work_orders


@dataclass(frozen=True, slots=True)
class Restorable:
    """A form that was never saved; `title` says which, in the present language."""

    key: str
    title: str


def find_restorable(shell: Shell) -> list[Restorable]:
    """Return the half-typed forms that can be gone on with, the latest first."""
    found = []
    waiting = shell.forms.parked_keys()
    kept = [key for key in drafts.list_draft_keys(shell.database) if key not in waiting]
    for key in (*waiting, *kept):
        title = shell.forms.waiting_title(key) or _title_of(shell, key)
        if title:
            found.append(Restorable(key, title))
    return found


def discard(shell: Shell, restorable: Restorable) -> State | None:
    """Forget a half-typed form, and return what was typed in it for `put_back`.

    Raises:
        ShopFileError
    """
    state = drafts.find_draft(shell.database, restorable.key)
    shell.forms.drop(restorable.key)
    drafts.drop_draft(shell.database, restorable.key)
    return state


def put_back(shell: Shell, restorable: Restorable, state: State) -> None:
    """Keep again what was thrown away.

    Raises:
        ShopFileError
    """
    drafts.save_draft(shell.database, restorable.key, state, datetime.now())


def _title_of(shell: Shell, key: str) -> str:
    """Return what a draft is of, or nothing when it can not be gone on with."""
    if key.startswith(NEW_VEHICLE):
        state = drafts.find_draft(shell.database, key) or {}
        told = format_plate(str(state.get("plate", ""))) or str(state.get("name", ""))
        return translate("Drafts", "New vehicle {0}").format(told).strip()
    if key == TEXTS:
        return translate("Drafts", "Texts to customers")
    if not key.startswith((VEHICLE, WORK_ORDER, NOTE)):
        return ""
    try:
        vehicle_id, *order_ids = (int(number) for number in key.split(":")[1:])
        plate = format_plate(vehicles.get_vehicle(shell.database, vehicle_id).plate)
        for order_id in order_ids:
            work_orders.get_work_order(shell.database, order_id)
    except (ValueError, NotFound):
        return ""
    if key.startswith(NOTE):
        return translate("Drafts", "Note on {0}").format(plate)
    if key.startswith(VEHICLE):
        return translate("Drafts", "Data of {0}").format(plate)
    return translate("Drafts", "Work order {0}").format(plate)
