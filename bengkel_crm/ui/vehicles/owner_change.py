"""Whether a new name mends the owner's data or means that the vehicle was sold."""

from datetime import date
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import format_date
from bengkel_crm.ui.forms.draft_keeper import State
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.date_edit import DateEdit
from bengkel_crm.ui.widgets.field import Field


class OwnerChange(StrEnum):
    """What a new name in the edit form means."""

    CORRECTED = "corrected"
    SOLD = "sold"


class OwnerChangeFields(QObject):
    """Owns no layout. Unless `has_owner`, there is nobody whose data could be mended and nothing is asked."""

    changed = Signal()
    chosen = Signal()

    def __init__(self, *, has_owner: bool) -> None:
        super().__init__()
        self._has_owner = has_owner
        self.box: ChoiceBox[OwnerChange] = ChoiceBox(
            {
                OwnerChange.CORRECTED: self.tr("Correct this owner's data"),
                OwnerChange.SOLD: self.tr("The vehicle has a new owner"),
            }
        )
        self._offered = today().day()
        self.since_edit = DateEdit(self._offered)
        self.since_edit.set_day(self._offered)
        self.change = Field(self.tr("Owner"), self.box)
        self.since = Field(self.tr("Owner since"), self.since_edit)
        self.box.currentIndexChanged.connect(self.changed)
        self.box.activated.connect(self._on_chosen)
        self.since_edit.textChanged.connect(self.changed)

    def is_sold(self) -> bool:
        """Return whether somebody else is said to own the vehicle now."""
        return self._has_owner and self.box.value() is OwnerChange.SOLD

    def day(self) -> date:
        """Return the day of the sale.

        Raises:
            MissingField, InvalidValue
        """
        try:
            day = self.since_edit.day()
        except ValueError as problem:
            raise errors.InvalidValue("date", self.since_edit.text()) from problem
        if day is None:
            raise errors.MissingField("date")
        return day

    def _on_chosen(self) -> None:
        # What was offered when the form was opened may be the day before.
        is_as_offered = self.since_edit.text() == format_date(self._offered)
        if self.is_sold() and is_as_offered and not self.since_edit.isModified():
            self._offered = today().day()
            self.since_edit.set_day(self._offered)
        self.chosen.emit()

    def show_fields(self) -> None:
        """Show what is to be asked."""
        self.change.setVisible(self._has_owner)
        self.since.setVisible(self.is_sold())

    def state(self) -> State:
        """Return what is typed, to be kept as a draft."""
        return {"owner_change": self.box.value().value, "since": self.since_edit.text()}

    def set_state(self, state: State) -> None:
        """Put a draft back."""
        self.box.set_value(OwnerChange(state["owner_change"]))
        self.since_edit.setText(state["since"])
        self.show_fields()
