"""The days in a vehicle's form: tax, plate, sale, and whether its owner wants to be contacted."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from bengkel_crm.base import errors
from bengkel_crm.records.customers import ContactWishes, Customer
from bengkel_crm.records.vehicles import Vehicle, VehicleDates
from bengkel_crm.ui.forms.draft_keeper import State
from bengkel_crm.ui.widgets.date_edit import DateEdit, FutureDateEdit, PlateExpiryEdit
from bengkel_crm.ui.widgets.field import Field


class DatesFields(QObject):
    """Owns no layout."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.tax_edit, self.plate_edit = FutureDateEdit(today), PlateExpiryEdit(today)
        self.sold_edit, self.gone_edit = DateEdit(today), DateEdit(today)
        self.no_contact_edit, self.consent_edit = DateEdit(today), DateEdit(today)
        self.fields: dict[str, Field] = {
            "stnk_tax_on": Field(self.tr("STNK tax, every year on"), self.tax_edit),
            "plate_expires_on": Field(self.tr("Plate valid until"), self.plate_edit),
            "sold_on": Field(self.tr("Sold on"), self.sold_edit),
            "gone_on": Field(self.tr("Gone since (scrapped, moved away)"), self.gone_edit),
            "no_contact_since": Field(self.tr("Owner not to be contacted since"), self.no_contact_edit),
            "promotion_consent_on": Field(self.tr("Owner allowed promotion on"), self.consent_edit),
        }
        self._edits: dict[str, DateEdit] = {
            "stnk_tax_on": self.tax_edit,
            "plate_expires_on": self.plate_edit,
            "sold_on": self.sold_edit,
            "gone_on": self.gone_edit,
            "no_contact_since": self.no_contact_edit,
            "promotion_consent_on": self.consent_edit,
        }
        self.fields["plate_expires_on"].set_remark(self.tr("as on the plate: 11/28"))
        for edit in self._edits.values():
            edit.textChanged.connect(self.changed)

    def dates(self) -> VehicleDates:
        """Return the vehicle's dates as typed.

        Raises:
            InvalidValue
        """
        return VehicleDates(
            sold_on=self._day("sold_on"),
            gone_on=self._day("gone_on"),
            stnk_tax_on=self._day("stnk_tax_on"),
            plate_expires_on=self._day("plate_expires_on"),
        )

    def wishes(self) -> ContactWishes:
        """Return the owner's wishes as typed.

        Raises:
            InvalidValue
        """
        return ContactWishes(
            no_contact_since=self._day("no_contact_since"),
            promotion_consent_on=self._day("promotion_consent_on"),
        )

    def show_vehicle(self, vehicle: Vehicle) -> None:
        dates = vehicle.dates
        self._show("sold_on", dates.sold_on)
        self._show("gone_on", dates.gone_on)
        self._show("stnk_tax_on", dates.stnk_tax_on)
        self._show("plate_expires_on", dates.plate_expires_on)

    def show_owner(self, owner: Customer | None) -> None:
        """Show an owner's wishes; a new owner has none yet."""
        wishes = ContactWishes() if owner is None else owner.wishes
        self._show("no_contact_since", wishes.no_contact_since)
        self._show("promotion_consent_on", wishes.promotion_consent_on)

    def is_blank(self) -> bool:
        return not any(edit.text().strip() for edit in self._edits.values())

    def state(self) -> State:
        return {key: edit.text() for key, edit in self._edits.items()}

    def set_state(self, state: State) -> None:
        # A form that was left half typed before these fields existed has none of them.
        for key, edit in self._edits.items():
            edit.setText(str(state.get(key, "")))

    def _show(self, key: str, day: date | None) -> None:
        edit = self._edits[key]
        if day is None:
            edit.clear()
        else:
            edit.set_day(day)

    def _day(self, key: str) -> date | None:
        edit = self._edits[key]
        try:
            return edit.day()
        except ValueError as problem:
            raise errors.InvalidValue(key, edit.text()) from problem
