"""A vehicle and its owner: registered in three fields, mended with all of them."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from bengkel_crm.base import errors
from bengkel_crm.records.counter import Card, Hit
from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.journal import Change
from bengkel_crm.trade.plates import format_plate, plate_key, reads_as_plate
from bengkel_crm.ui.forms.doubts import Doubt, doubt_name
from bengkel_crm.ui.forms.draft_keeper import State, find_new_vehicle_keys, new_vehicle_key, vehicle_key
from bengkel_crm.ui.forms.form import Form
from bengkel_crm.ui.forms.meanwhile import Part
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.vehicles.dates_fields import DatesFields
from bengkel_crm.ui.vehicles.known_customers import KnownCustomer
from bengkel_crm.ui.vehicles.owner_change import OwnerChangeFields
from bengkel_crm.ui.vehicles.owner_fields import OwnerFields
from bengkel_crm.ui.vehicles.vehicle_fields import VehicleFields
from bengkel_crm.ui.vehicles.vehicle_grid import VehicleGrid
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.drafts import drafts
from bengkel_crm.workshop.lists import lists
from bengkel_crm.workshop.vehicles import vehicle_makes, vehicles

_WIDTH_PX = 800
_MOST_OFFERED = 3
_WISHES = ("no_contact_since", "promotion_consent_on")


class VehicleForm(Form):
    """Registers a vehicle; `VehicleForm.edit` mends one."""

    help_topic = "vehicles"
    tables = ("vehicle", "customer")

    def __init__(
        self,
        shell: Shell,
        plate: str = "",
        parent: QWidget | None = None,
        *,
        card: Card | None = None,
        draft_key: str | None = None,
    ) -> None:
        key = draft_key or (_key_for_plate(shell, plate) if card is None else vehicle_key(card.vehicle.id))
        super().__init__(shell, key, _WIDTH_PX, parent)
        self._card = card
        self._owner = None if card is None else card.owner
        self._owner_changed = False
        self.vehicle = VehicleFields(
            self._find_holder,
            self._find_near,
            vehicles.list_models(shell.database),
            None if card is None else card.vehicle.id,
        )
        self.owner = OwnerFields(self._find_known)
        self.owner_change = OwnerChangeFields(has_owner=self._owner is not None)
        self.dates = DatesFields(today().day())
        self.grid = VehicleGrid(self.content, self.vehicle, self.owner, self.owner_change, self.dates)
        self._fill(plate)
        self._connect()
        self._begin()

    @classmethod
    def edit(cls, shell: Shell, vehicle_id: int, parent: QWidget | None = None) -> "VehicleForm":
        """Return the form of a known vehicle.

        Raises:
            NotFound: it is no longer there.
        """
        card = lookup.find_card(shell.database, vehicle_id)
        if card is None:
            raise errors.NotFound("vehicle", str(vehicle_id))
        return cls(shell, parent=parent, card=card)

    # What the frame asks

    def state(self) -> State:
        """Return everything that is typed, to be kept as a draft."""
        return {
            **self.vehicle.state(),
            **self.owner.state(),
            **self.owner_change.state(),
            **self.dates.state(),
        }

    def set_state(self, state: State) -> None:
        """Put a draft back."""
        self.owner_change.set_state(state)
        self._show_owner_change()
        if self.owner_change.is_sold():
            self.owner.wrong.show_phones(())
        self.vehicle.set_state(state)
        self.owner.set_state(state)
        self.dates.set_state(state)
        if not self.dates.is_blank():
            self.grid.show_dates(shown=True)
        if any(state[key] for key in ("brand", "model", "year", "color", "contact", "address")):
            self.grid.show_more(shown=True)

    def doubts(self) -> Iterator[Doubt]:
        """Yield what is asked once before saving: a near plate, a near name."""
        near = self.vehicle.near
        if self._card is None and near.is_asking() and self.owner.draft().name:
            yield Doubt(
                key=f"near {near.told()}",
                question=self.tr("This plate is like {0}. Is it another vehicle?").format(near.told()),
                mend_label=self.tr("&Back to the form"),
                mend=self.vehicle.plate_edit.setFocus,
            )
        edit = self.vehicle.brand_edit
        before = None if self._card is None else self._card.vehicle.brand
        known = [*lists.list_brands(self.shell.database), *vehicle_makes.list_brands()]
        doubt = doubt_name(self.tr("Make"), edit.text(), known, edit.setText)
        if doubt is not None and edit.text() != before:
            yield doubt

    def save_record(self) -> Change:
        """Write the vehicle and its owner as one deed and return it."""
        vehicle = replace(self.vehicle.draft(), dates=self.dates.dates())
        if not plate_key(vehicle.plate):
            raise errors.MissingField("plate")
        if self._card is None:
            return vehicles.register_vehicle(
                self.shell.database,
                vehicle,
                None if self.owner.customer_id is not None else self._typed_owner(),
                customer_id=self.owner.customer_id,
                addition=self.owner.addition(),
                confirmed=self.owner.wrong.confirmed(),
                instead_of=self.vehicle.instead_of,
                draft_key=self.keeper.key,
            )
        sold = self.owner_change.is_sold()
        unowned = self._owner is None and self.owner.is_blank()
        known = self.owner.customer_id
        corrected = self._owner.id if self._owner is not None and not sold else None
        return vehicles.edit_vehicle(
            self.shell.database,
            self._card.vehicle.id,
            vehicle,
            None if unowned or known is not None else self._typed_owner(),
            customer_id=corrected,
            new_owner_id=known,
            addition=self.owner.addition(),
            confirmed=self.owner.wrong.confirmed(),
            on=self.owner_change.day() if sold else None,
            draft_key=self.keeper.key,
            seen=(self._card.vehicle, self._card.owner),
        )

    def parts(self) -> list[Part]:
        """Return all fields as parts that may have changed meanwhile; a new vehicle has none."""
        if self._card is None:
            return []
        dates = self.dates.parts()
        owner = [*self.owner.parts(), *(part for part in dates if part.keys[0] in _WISHES)]
        if self._owner_changed:
            # Another person's data: they go together, or nobody's are right.
            keys = tuple(part.keys[0] for part in owner)
            owner = [Part(self.owner_change.change.label(), keys, lambda state: str(state["name"]))]
        if self.owner_change.is_sold() or self.owner.customer_id is not None:
            owner = []
        return [
            *self.vehicle.parts(),
            *(part for part in dates if part.keys[0] not in _WISHES),
            *owner,
        ]

    def show_present(self) -> None:
        """Show the vehicle as it is in the file by now."""
        assert self._card is not None  # a new vehicle can not have changed
        card = lookup.find_card(self.shell.database, self._card.vehicle.id)
        if card is None:
            raise errors.NotFound("vehicle", str(self._card.vehicle.id))
        self._owner_changed = getattr(self._owner, "id", None) != getattr(card.owner, "id", None)
        self._card, self._owner = card, card.owner
        self._show_card(card)

    def show_problem(self, problem: errors.ExpectedError) -> None:
        """Say why it was not saved, beside the field it is about."""
        if isinstance(problem, errors.DuplicatePlate):
            # The box under the fields says whose it is and opens the card.
            self.vehicle.tell_plate()
            self.vehicle.plate_edit.setFocus()
            return
        super().show_problem(problem)

    # The inside

    def _fill(self, plate: str) -> None:
        self.fields = {
            **self.vehicle.fields,
            **self.owner.fields,
            "date": self.owner_change.since,
            **self.dates.fields,
        }
        if self._card is not None:
            self.owner.offers_known = self._owner is None
            self._show_card(self._card)
        else:
            self.vehicle.plate_edit.setText(format_plate(plate))
        self.vehicle.tell_plate()
        self.owner_change.show_fields()
        self.grid.show_more(shown=self._card is not None)

    def _show_card(self, card: Card) -> None:
        self.vehicle.show_vehicle(card.vehicle)
        self.owner.show_customer(card.owner)
        self.dates.show_vehicle(card.vehicle)
        self.dates.show_owner(card.owner)

    def _connect(self) -> None:
        for signal in (
            self.vehicle.changed,
            self.owner.changed,
            self.owner_change.changed,
            self.dates.changed,
        ):
            signal.connect(self.touched)
        self.vehicle.card_wanted.connect(self._open_card)
        self.owner_change.chosen.connect(self._on_owner_change)

    def _begin(self) -> None:
        order = self.grid.tab_order()
        if self._card is None:
            has_plate = bool(self.vehicle.plate_edit.text())
            self.begin(
                self.tr("New vehicle"),
                order,
                self.owner.name_edit if has_plate else self.vehicle.plate_edit,
            )
        else:
            plate = format_plate(self._card.vehicle.plate)
            self.begin(self.tr("Vehicle and owner"), order, self.owner.name_edit, plate)

    def _find_holder(self, text: str) -> Card | None:
        return lookup.look_up_plate(self.shell.database, text)

    def _find_near(self, text: str) -> list[Hit]:
        return lookup.near_plates(self.shell.database, text, 1) if reads_as_plate(text) else []

    def _find_known(self, typed: CustomerDraft) -> list[KnownCustomer]:
        found = vehicles.find_customers_like(self.shell.database, typed)
        own = None if self._owner is None else self._owner.id
        return [
            (customer, vehicles.list_vehicles_of(self.shell.database, customer.id))
            for customer in found[:_MOST_OFFERED]
            if customer.id != own
        ]

    def _typed_owner(self) -> CustomerDraft:
        """Return the owner as typed.

        Raises:
            MissingField
        """
        draft = self.owner.draft()
        if not draft.name:
            raise errors.MissingField("name")
        return replace(draft, wishes=self.dates.wishes())

    def _on_owner_change(self) -> None:
        self._show_owner_change()
        self.owner.release()
        sold = self.owner_change.is_sold()
        self.dates.show_owner(None if sold else self._owner)
        if not sold:
            self.owner.show_customer(self._owner)

    def _show_owner_change(self) -> None:
        sold = self.owner_change.is_sold()
        self.owner.offers_known = sold or self._owner is None
        self.owner_change.show_fields()
        self.owner.name.set_label(self.tr("New owner's name") if sold else self.tr("Owner's name"))

    def _open_card(self, vehicle_id: int) -> None:
        self.discard()
        self.shell.open_card(vehicle_id)


def _key_for_plate(shell: Shell, plate: str) -> str:
    """Return the key of the half-typed registration of this plate, or a new one.

    Without a plate it is the latest of an earlier run: a form that waits is called back by its chip.
    """
    wanted = plate_key(plate)
    waiting = () if wanted else shell.forms.parked_keys()
    for key in find_new_vehicle_keys(shell):
        if key in waiting:
            continue
        state = drafts.find_draft(shell.database, key) or {}
        if not wanted or plate_key(str(state.get("plate", ""))) == wanted:
            return key
    return new_vehicle_key(shell)
