"""The commands about reminders: who is due, on paper, and what came of it."""

import argparse
import sys
from datetime import date, datetime
from typing import Any

from bengkel_crm.base.i18n import format_date, format_month, format_until, translate
from bengkel_crm.cli.card_json import print_json
from bengkel_crm.records.reminders import Channel, DueItem, DuePerson, MonthList, TextKind
from bengkel_crm.trade.phones import format_phone, national_digits
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.words.reminders import item_words, person_name, told_words, unprintable_words
from bengkel_crm.workshop.reminders import reminder_papers, reminder_texts, reminders
from bengkel_crm.workshop.reminders.outcome_book import fault_words, record_outcome_book
from bengkel_crm.workshop.reminders.outcome_form import write_outcome_form
from bengkel_crm.workshop.reminders.reminder_lists import with_address
from bengkel_crm.workshop.settings.shop_details import read_shop
from bengkel_crm.workshop.shop_file.shop_file import Database

DONE, PROBLEM = 0, 1
_PAPERS = ("letters", "call_sheet", "labels", "stickers", "outcome_form", "outcomes")


def asks_for_paper(options: argparse.Namespace) -> bool:
    """Return whether `remind` was given anything to do."""
    return any(getattr(options, name) is not None for name in _PAPERS)


def list_due(database: Database, options: argparse.Namespace) -> int:
    """Print who is due in a month; nobody being due is no problem."""
    today = date.today()
    month_list = reminders.list_month(database, options.month or today.replace(day=1), today)
    if options.json:
        print_json(month_values(month_list, today))
        return DONE
    print("\n".join(_month_lines(month_list, today)))
    return DONE


def remind(database: Database, options: argparse.Namespace) -> int:
    """Write the papers that are asked for, record the letters as sent, take outcomes back."""
    now = datetime.now()
    month_list = reminders.list_month(database, options.month, now.date())
    if options.outcomes is not None:
        code = _take_outcomes(database, month_list, options, now)
        if code != DONE or not any(getattr(options, name) is not None for name in _PAPERS[:-1]):
            return code
        month_list = reminders.list_month(database, options.month, now.date())
    _write_papers(database, month_list, options, now.date())
    if options.letters is not None and not options.no_record:
        text = reminder_texts.read_template(database, TextKind.LETTER)
        people = with_address(month_list.people)
        if not people:
            return DONE
        reminders.record_sent(database, month_list, people, Channel.LETTER, text, now)
        count = len(people)
        print(translate("CommandLine", "%n letters are recorded as sent today.", count))
    return DONE


def _write_papers(
    database: Database, month_list: MonthList, options: argparse.Namespace, today: date
) -> None:
    people, month = month_list.people, month_list.month
    layout = reminder_papers.find_layout(options.layout)
    made = []
    if options.letters is not None:
        addressed = with_address(people)
        without = [person_name(person) for person in people if not person.address]
        if without:
            words = translate("CommandLine", "No address, no letter: {0}").format(", ".join(without))
            print(words, file=sys.stderr)
        if addressed or not people:
            made.append(reminder_papers.write_letters(database, addressed, options.letters, layout, today))
        if not read_shop(database).name:
            hint = translate(
                "CommandLine", "The letters have no sender: enter the workshop's name in Settings."
            )
            print(hint, file=sys.stderr)
    if options.call_sheet is not None:
        made.append(reminder_papers.write_call_sheet(database, people, options.call_sheet, month, today))
    if options.labels is not None:
        made.append(
            reminder_papers.write_labels(database, people, options.labels, options.sheet, start=options.start)
        )
    if options.stickers is not None:
        made.append(
            reminder_papers.write_stickers(database, people, options.stickers, options.sheet, options.start)
        )
    if options.outcome_form is not None:
        made.append(write_outcome_form(database, people, month, options.outcome_form))
    if made and (unprintable := reminder_papers.find_unprintable(people)):
        print(unprintable_words(unprintable), file=sys.stderr)
    count = translate("CommandLine", "%n people", len(people))
    for path in made:
        print(translate("CommandLine", "Written: {0} ({1})").format(path, count))


def _take_outcomes(
    database: Database, month_list: MonthList, options: argparse.Namespace, now: datetime
) -> int:
    report = record_outcome_book(database, month_list, options.outcomes, now)
    print(translate("CommandLine", "%n outcomes written down.", report.recorded))
    if report.blank:
        print(translate("CommandLine", "%n rows have no outcome yet.", report.blank))
    if report.bad:
        print(translate("CommandLine", "%n rows were not taken:", len(report.bad)), file=sys.stderr)
        for bad in report.bad:
            print(f"  {fault_words(bad)}", file=sys.stderr)
    return PROBLEM if report.bad else DONE


def _month_lines(month_list: MonthList, today: date) -> list[str]:
    lines = [_person_line(person, today) for person in month_list.people]
    if lines:
        lines.append("")
    count = translate("CommandLine", "%n people are due in {0}.", len(month_list.people))
    lines.append(count.format(format_month(month_list.month)))
    lines += [f"  {count} × {told_words(what)}" for what, count in month_list.job_counts]
    if month_list.skipped:
        lines.append(translate("CommandLine", "%n more are left out.", len(month_list.skipped)))
    litres = [f"{need.name} {need.litres:g} l" for need in month_list.oils]
    if litres:
        lines.append(translate("CommandLine", "Engine oil: {0}").format(", ".join(litres)))
    return lines


def _person_line(person: DuePerson, today: date) -> str:
    vehicles: dict[str, list[str]] = {}
    for item in person.items:
        vehicles.setdefault(format_plate(item.plate), []).append(item_words(item))
    parts = (
        f"{format_date(person.due_by)} ({format_until(person.due_by, today)})",
        person_name(person),
        " / ".join(format_phone(phone) for phone in person.phones),
        *(f"{plate}: {', '.join(words)}" for plate, words in vehicles.items()),
    )
    return " · ".join(part for part in parts if part)


def month_values(month_list: MonthList, today: date) -> dict[str, Any]:
    """Return a month's list as plain values: dates ISO, km and money integers, absent is null."""
    return {
        "month": f"{month_list.month:%Y-%m}",
        "people": [_person_values(person, today) for person in month_list.people],
        "left_out": [_person_values(person, today) for person in month_list.skipped],
        "counts": [{"what": what, "count": count} for what, count in month_list.job_counts],
        "engine_oil": [
            {"name": need.name, "vehicles": need.vehicles, "litres": need.litres} for need in month_list.oils
        ],
    }


def _person_values(person: DuePerson, today: date) -> dict[str, Any]:
    return {
        "name": person.name,
        "honorific": person.honorific,
        "phones": [
            phone.typed if phone.e164 is None else national_digits(phone.e164) for phone in person.phones
        ],
        "address": person.address,
        "due_by": person.due_by.isoformat(),
        "paid_rupiah": person.value_rupiah,
        "items": [_item_values(item, today) for item in person.items],
    }


def _item_values(item: DueItem, today: date) -> dict[str, Any]:
    def iso(day: date | None) -> str | None:
        """Return a day as an ISO text, or None."""
        return None if day is None else day.isoformat()

    return {
        "plate": format_plate(item.plate),
        "vehicle": item.vehicle,
        "subject": item.subject.value,
        "job": item.job_kind,
        "due_by": item.due_by.isoformat(),
        "due_on": iso(item.due_on),
        "due_km": item.due_km,
        "km_today": item.km_today,
        "certainty": item.certainty.value,
        "last_on": iso(item.last_on),
        "last_odometer_km": item.last_odometer_km,
        "overdue": item.due_by <= today,
        "left_out": None if item.skip is None else item.skip.value,
        "left_out_since": iso(item.skip_since),
    }
