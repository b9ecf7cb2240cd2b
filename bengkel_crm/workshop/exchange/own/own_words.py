"""What the sheets, the columns and the values of the shop's own export are called, in the chosen language."""

from collections.abc import Callable, Mapping

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.reminders import Channel, DueSubject, Outcome
from bengkel_crm.words.reminders import channel_words, outcome_words, subject_words

SHEETS: Mapping[str, Callable[[], str]] = {
    "customer": lambda: translate("Export", "Customers"),
    "customer_phone": lambda: translate("Export", "Phones"),
    "vehicle": lambda: translate("Export", "Vehicles"),
    "ownership": lambda: translate("Export", "Owners"),
    "old_plate": lambda: translate("Export", "Old plates"),
    "work_order": lambda: translate("Export", "Work orders"),
    "work_order_line": lambda: translate("Export", "Work order lines"),
    "note": lambda: translate("Export", "Notes"),
    "contact": lambda: translate("Export", "Contacts"),
    "reminder": lambda: translate("Export", "Reminders"),
    "due_seen": lambda: translate("Export", "Month lists"),
    "product": lambda: translate("Export", "Products"),
    "mechanic": lambda: translate("Export", "Mechanics"),
    "job_kind": lambda: translate("Export", "Job kinds"),
    "job_interval": lambda: translate("Export", "Job intervals"),
    "setting": lambda: translate("Export", "Settings"),
}
TITLES: Mapping[str, Callable[[], str]] = {
    "id": lambda: translate("Export", "ID"),
    "name": lambda: translate("Export", "Name"),
    "honorific": lambda: translate("Export", "Form of address"),
    "kind": lambda: translate("Export", "Kind"),
    "phones": lambda: translate("Export", "Phones"),
    "typed": lambda: translate("Export", "Phone"),
    "e164": lambda: translate("Export", "Phone, international"),
    "wrong_since": lambda: translate("Export", "Wrong number since"),
    "contact_person": lambda: translate("Export", "Contact person"),
    "address": lambda: translate("Export", "Address"),
    "no_contact_since": lambda: translate("Export", "No contact since"),
    "promotion_consent_on": lambda: translate("Export", "Consent to promotion"),
    "plate": lambda: translate("Export", "Plate"),
    "present_plate": lambda: translate("Export", "Present plate"),
    "plate_written": lambda: translate("Export", "Plate as written"),
    "brand": lambda: translate("Export", "Brand"),
    "model": lambda: translate("Export", "Model"),
    "year": lambda: translate("Export", "Year"),
    "color": lambda: translate("Export", "Colour"),
    "owner": lambda: translate("Export", "Owner"),
    "work_order_count": lambda: translate("Export", "Visits"),
    "last_on": lambda: translate("Export", "Last visit"),
    "last_odometer_km": lambda: translate("Export", "Last km"),
    "oil_name": lambda: translate("Export", "Engine oil"),
    "oil": lambda: translate("Export", "Engine oil"),
    "mechanic": lambda: translate("Export", "Mechanic"),
    "next_due_by": lambda: translate("Export", "Next due"),
    "next_due_km": lambda: translate("Export", "Next due km"),
    "sold_on": lambda: translate("Export", "Sold on"),
    "gone_on": lambda: translate("Export", "Gone since"),
    "stnk_tax_on": lambda: translate("Export", "STNK tax"),
    "plate_expires_on": lambda: translate("Export", "Plate valid until"),
    "since": lambda: translate("Export", "Since"),
    "until": lambda: translate("Export", "Until"),
    "number": lambda: translate("Export", "Number"),
    "date": lambda: translate("Export", "Date"),
    "odometer_km": lambda: translate("Export", "Km"),
    "symptom": lambda: translate("Export", "Symptom"),
    "jobs": lambda: translate("Export", "Jobs"),
    "total_rupiah": lambda: translate("Export", "Total"),
    "status": lambda: translate("Export", "Status"),
    "remark": lambda: translate("Export", "Remark"),
    "text": lambda: translate("Export", "Text"),
    "category": lambda: translate("Export", "Category"),
    "job_name": lambda: translate("Export", "Job kind"),
    "job_kind": lambda: translate("Export", "Job kind code"),
    "quantity": lambda: translate("Export", "Quantity"),
    "price_rupiah": lambda: translate("Export", "Price"),
    "position": lambda: translate("Export", "Position"),
    "written_on": lambda: translate("Export", "Written on"),
    "at": lambda: translate("Export", "When"),
    "channel": lambda: translate("Export", "Channel"),
    "direction": lambda: translate("Export", "Direction"),
    "content": lambda: translate("Export", "Content"),
    "outcome": lambda: translate("Export", "Outcome"),
    "outcome_at": lambda: translate("Export", "Outcome noted"),
    "snooze_until": lambda: translate("Export", "Put off until"),
    "sent_on": lambda: translate("Export", "Sent on"),
    "subject": lambda: translate("Export", "Subject"),
    "due_by": lambda: translate("Export", "Due by"),
    "month": lambda: translate("Export", "Month"),
    "active": lambda: translate("Export", "Works here"),
    "code": lambda: translate("Export", "Code"),
    "keywords": lambda: translate("Export", "Recognised by"),
    "vehicle_kind": lambda: translate("Export", "Kind of vehicle"),
    "months": lambda: translate("Export", "Months"),
    "km": lambda: translate("Export", "Km interval"),
    "key": lambda: translate("Export", "Setting"),
    "value": lambda: translate("Export", "Value"),
    "removed_at": lambda: translate("Export", "Removed on"),
    "vehicle_id": lambda: translate("Export", "Vehicle ID"),
    "customer_id": lambda: translate("Export", "Customer ID"),
    "mechanic_id": lambda: translate("Export", "Mechanic ID"),
    "product_id": lambda: translate("Export", "Product ID"),
    "work_order_id": lambda: translate("Export", "Work order ID"),
    "contact_id": lambda: translate("Export", "Contact ID"),
    "phone_id": lambda: translate("Export", "Phone ID"),
    "outcome_set": lambda: translate("Export", "Marked by the outcome"),
    "entered_at": lambda: translate("Export", "Written down"),
}


def sheet_title(table: str, is_bin: bool) -> str:
    """Return what the sheet of a list is called, or the one on which its removed rows stand."""
    title = SHEETS[table]()
    return translate("Export", "{0} (bin)").format(title) if is_bin else title


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
    words = _WORDS.get((table, column)) or _WORDS.get(("", column))
    return {} if words is None else words()


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


_WORDS: Mapping[tuple[str, str], Callable[[], dict[str, str]]] = {
    ("vehicle", "kind"): _vehicle_kinds,
    ("job_interval", "vehicle_kind"): _vehicle_kinds,
    ("customer", "kind"): _customer_kinds,
    ("work_order_line", "kind"): _line_kinds,
    ("", "category"): _categories,
    ("", "status"): _statuses,
    ("", "channel"): lambda: {channel.value: channel_words(channel) for channel in Channel},
    ("", "direction"): _directions,
    ("", "outcome"): lambda: {outcome.value: outcome_words(outcome) for outcome in Outcome},
    ("", "subject"): lambda: {subject.value: subject_words(subject) for subject in DueSubject},
    ("", "active"): _yes_and_no,
}
