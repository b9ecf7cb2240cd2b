"""What the sheets, the columns and the values of the shop's own export are called, in the chosen language."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.reminders import Channel, Direction, DueSubject, Outcome
from bengkel_crm.schema.exchanged import declared
from bengkel_crm.schema.fields import Holds
from bengkel_crm.schema.tables import TABLES
from bengkel_crm.trade.kinds import CustomerKind, LineKind, ProductCategory, VehicleKind, WorkOrderStatus
from bengkel_crm.words.reminders import channel_words, outcome_words, subject_words


def sheet_title(table: str, is_bin: bool) -> str:
    """Return what the sheet of a list is called, or the one on which its removed rows stand."""
    title = translate("Export", TABLES[table].label)
    return translate("Export", "{0} (bin)").format(title) if is_bin else title


def title_of(table: str, column: str) -> str:
    """Return what a column of the export is called."""
    return translate("Export", declared(table, column).label)


def wrong_number() -> str:
    """Return what stands behind a number that is known to be wrong."""
    return translate("Export", "wrong number")


def total_title() -> str:
    """Return what a row of sums begins with."""
    return translate("Export", "Total")


def marker_titles() -> tuple[str, str, str, str]:
    """Return the titles of the sheet by which the program knows its own export."""
    return (
        translate("Export", "For the program: leave this sheet as it is"),
        translate("Export", "List"),
        translate("Export", "Code"),
        translate("Export", "Title"),
    )


def words_of(table: str, column: str) -> Mapping[str, str]:
    """Return the words of a column that holds one of a few codes, by code; empty for any other column."""
    one = declared(table, column)
    return _WORDS[one.choices]() if one.holds is Holds.CODE else {}


def _vehicle_kinds() -> dict[str, str]:
    return {"motorcycle": translate("Export", "Motorcycle"), "car": translate("Export", "Car")}


def _customer_kinds() -> dict[str, str]:
    return {"person": translate("Export", "Person"), "company": translate("Export", "Company")}


def _line_kinds() -> dict[str, str]:
    return {
        "job": translate("Export", "Work"),
        "part": translate("Export", "Part"),
        "oil": translate("Export", "Oil"),
    }


def _categories() -> dict[str, str]:
    return {
        "engine_oil": translate("Export", "Engine oil"),
        "gear_oil": translate("Export", "Gear oil"),
        "fork_oil": translate("Export", "Fork oil"),
        "two_stroke_oil": translate("Export", "Two-stroke oil"),
        "brake_fluid": translate("Export", "Brake fluid"),
        "coolant": translate("Export", "Coolant"),
        "oil_filter": translate("Export", "Oil filter"),
        "part": translate("Export", "Part"),
    }


def _statuses() -> dict[str, str]:
    return {
        "open": translate("Export", "Open"),
        "done": translate("Export", "Done"),
        "paid": translate("Export", "Paid"),
    }


def _directions() -> dict[str, str]:
    return {"out": translate("Export", "From the shop"), "in": translate("Export", "From the customer")}


def _yes_and_no() -> dict[str, str]:
    return {"1": translate("Export", "Yes"), "0": translate("Export", "No")}


# By the choices of a field; one of none is a yes or a no.
_WORDS: Mapping[type[StrEnum] | None, Callable[[], Mapping[str, str]]] = {
    VehicleKind: _vehicle_kinds,
    CustomerKind: _customer_kinds,
    LineKind: _line_kinds,
    ProductCategory: _categories,
    WorkOrderStatus: _statuses,
    Channel: lambda: {channel.value: channel_words(channel) for channel in Channel},
    Direction: _directions,
    Outcome: lambda: {outcome.value: outcome_words(outcome) for outcome in Outcome},
    DueSubject: lambda: {subject.value: subject_words(subject) for subject in DueSubject},
    None: _yes_and_no,
}
