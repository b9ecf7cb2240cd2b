"""The form that goes with a call sheet: a workbook in which an office types what came of its calls."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import format_month, translate
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.records.reminders import DuePerson
from bengkel_crm.trade.phones import format_phone
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.words.reminders import OUTCOME_KEYS, item_words, outcome_words, person_name
from bengkel_crm.workshop.reminders.call_numbers import keep_numbers, next_sheet


def write_outcome_form(database: Database, people: Sequence[DuePerson], month: date, path: Path) -> Path:
    """Write the form for these people, numbered as the call sheet is, and return the file.

    Raises:
        NothingToPrint: there is nobody.
        ShopFileError: the disk refused.
    """
    # Writing spreadsheets is needed by this action alone.
    from bengkel_crm.reports.workbooks_out.outcome_form import FormRow, write_form

    if not people:
        raise errors.NothingToPrint
    sheet = next_sheet(database, people)
    rows = [
        FormRow(
            number=f"{sheet}-{number}",
            plates=", ".join(dict.fromkeys(format_plate(item.plate) for item in person.items)),
            name=person_name(person),
            phone=" / ".join(format_phone(phone) for phone in person.phones),
            due=", ".join(dict.fromkeys(item_words(item) for item in person.items)),
            due_by=person.due_by,
        )
        for number, person in enumerate(people, 1)
    ]
    choices = [f"{key} {outcome_words(outcome)}" for outcome, key in OUTCOME_KEYS.items()]
    write_form(
        path, translate("Outcomes", "Outcomes {0}").format(format_month(month)), _captions(), rows, choices
    )
    keep_numbers(database, people)
    return path


def _captions() -> tuple[str, ...]:
    return (
        translate("Outcomes", "No."),
        translate("Outcomes", "Plate"),
        translate("Outcomes", "Name"),
        translate("Outcomes", "Phone"),
        translate("Outcomes", "What is due"),
        translate("Outcomes", "Due by"),
        translate("Outcomes", "Outcome (1 to 6)"),
        translate("Outcomes", "Until (for 2)"),
        translate("Outcomes", "Note"),
    )
