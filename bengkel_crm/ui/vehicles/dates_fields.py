"""The days in a vehicle's form: tax, plate, sale, and whether its owner wants to be contacted."""

from datetime import date

from bengkel_crm.records.customers import ContactWishes, Customer
from bengkel_crm.records.vehicles import Vehicle, VehicleDates
from bengkel_crm.ui.forms.form_fields import FormFields
from bengkel_crm.ui.widgets.date_edit import DateEdit, FutureDateEdit, PlateExpiryEdit


class DatesFields(FormFields):
    """Owns no layout."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._days: dict[str, DateEdit] = {}
        self._declare("stnk_tax_on", self.tr("STNK tax, every year on"), FutureDateEdit(today))
        self._declare("plate_expires_on", self.tr("Plate valid until"), PlateExpiryEdit(today))
        self._declare("sold_on", self.tr("Sold on"), DateEdit(today))
        self._declare("gone_on", self.tr("Gone since (scrapped, moved away)"), DateEdit(today))
        self._declare("no_contact_since", self.tr("Owner not to be contacted since"), DateEdit(today))
        self._declare("promotion_consent_on", self.tr("Owner allowed promotion on"), DateEdit(today))
        self.fields["plate_expires_on"].set_remark(self.tr("as on the plate: 11/28"))

    def edit(self, column: str) -> DateEdit:
        """Return where the day of a column is typed."""
        return self._days[column]

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
        """Show the days that are known of a vehicle."""
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

    def _declare(self, column: str, label: str, edit: DateEdit) -> None:
        self._days[column] = edit
        self.declare(column, label, edit)

    def _show(self, column: str, day: date | None) -> None:
        if day is None:
            self._days[column].clear()
        else:
            self._days[column].set_day(day)

    def _day(self, column: str) -> date | None:
        return self.read(column, self._days[column].day)
