"""Outcomes typed back from paper: what is understood, and what is told about the rest."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import set_language
from bengkel_crm.records.reminders import Channel, MonthList, Outcome
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.reminders.call_numbers import keep_numbers
from bengkel_crm.workshop.reminders.outcome_book import OutcomeReport, fault_words, record_outcome_book
from bengkel_crm.workshop.reminders.outcome_form import write_outcome_form
from bengkel_crm.workshop.reminders.outcome_taking import OutcomeFault
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles.vehicles import get_vehicle
from tests.factories import make_vehicle, make_work_order

NOVEMBER = date(2026, 11, 1)
NOW = datetime(2026, 11, 5, 9, 30)
OIL = ("Ganti oli mesin",)


def due(database: Database, plate: str, owner: str = "Budi", *, customer_id: int | None = None) -> int:
    phones = (f"0812{sum(map(ord, plate + owner)):08d}",)
    vehicle_id = make_vehicle(database, plate, owner, phones, customer_id=customer_id)
    make_work_order(database, vehicle_id, date(2026, 9, 10), OIL, odometer_km=9000)
    return vehicle_id


def listed(database: Database) -> MonthList:
    return reminders.list_month(database, NOVEMBER, NOW.date())


def book(
    path: Path, *rows: Sequence[object], header: Sequence[object] = ("No", "Plat", "Hasil", "Sampai")
) -> Path:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Lembar1"
    for row in (header, *rows):
        sheet.append(row)
    workbook.save(path)
    return path


def take(database: Database, path: Path) -> OutcomeReport:
    return record_outcome_book(database, listed(database), path, NOW)


def outcomes(database: Database) -> dict[str, Outcome | None]:
    rows = reminders.list_contacts(database, NOVEMBER, NOW.date())
    return {plate: row.outcome for row in rows for plate in row.plates}


@pytest.mark.parametrize(
    ("written", "outcome"),
    [
        ("1", Outcome.WILL_COME),
        (1, Outcome.WILL_COME),
        ("1 Akan datang", Outcome.WILL_COME),
        ("Akan datang", Outcome.WILL_COME),
        ("WILL COME", Outcome.WILL_COME),
        ("d", Outcome.WILL_COME),
        ("J", Outcome.SOLD),
        ("terjual", Outcome.SOLD),
        ("Sold", Outcome.SOLD),
        ("salah nomor", Outcome.WRONG_NUMBER),
        ("4", Outcome.WRONG_NUMBER),
        ("Jangan dihubungi", Outcome.NO_CONTACT),
        ("do not contact", Outcome.NO_CONTACT),
        ("x", Outcome.NO_CONTACT),
        ("tidak diangkat", Outcome.NO_ANSWER),
        ("No answer", Outcome.NO_ANSWER),
        (6.0, Outcome.NO_ANSWER),
    ],
)
def test_words_of_both_languages_and_single_keys_are_understood(
    database: Database, tmp_path: Path, written: object, outcome: Outcome
) -> None:
    due(database, "B 1 A")
    report = take(database, book(tmp_path / "in.xlsx", (None, "b-1-a", written, None)))
    assert (report.recorded, report.bad) == (1, ())
    assert outcomes(database) == {"B 1 A": outcome}


@pytest.mark.parametrize("until", [date(2026, 12, 24), "24/12/2026", "24 Des 2026"])
def test_later_is_put_off_until_its_day(database: Database, tmp_path: Path, until: object) -> None:
    due(database, "B 1 A")
    take(database, book(tmp_path / "in.xlsx", (None, "B 1 A", "nanti", until)))
    (row,) = reminders.list_contacts(database, NOVEMBER, NOW.date())
    assert (row.outcome, row.snooze_until, row.channel) == (Outcome.LATER, date(2026, 12, 24), Channel.CALL)
    assert listed(database).people == ()


def test_every_row_not_understood_is_told_with_its_reason_and_the_others_are_taken(
    database: Database, tmp_path: Path
) -> None:
    set_language("en")
    for plate in ("B 1 A", "B 2 A", "B 3 A", "B 4 A", "B 5 A"):
        due(database, plate, f"Orang {plate}")
    make_vehicle(database, "B 9 Z", "Belum waktunya", ("081299999999",))
    keep_numbers(database, listed(database).people)
    report = take(
        database,
        book(
            tmp_path / "in.xlsx",
            (None, "B 1 A", "datang", None),
            (None, None, "datang", None),
            (None, "ZZ 77 ZZ", "datang", None),
            (99, None, "datang", None),
            (1, "B 4 A", "datang", None),
            (None, "B 2 A", "mungkin", None),
            (None, "B 2 A", "nanti", None),
            (None, "B 2 A", "nanti", "besok lusa"),
            (None, "B 2 A", "nanti", "05/11/2026"),
            (None, "B 9 Z", "datang", None),
            (None, "B 1 A", "terjual", None),
            (None, "B 3 A", None, None),
            (None, None, None, None),
            (None, "=1+1", "datang", None),
        ),
    )
    assert [(bad.row, bad.fault) for bad in report.bad] == [
        (3, OutcomeFault.NOBODY),
        (4, OutcomeFault.UNKNOWN_PLATE),
        (5, OutcomeFault.UNKNOWN_NUMBER),
        (6, OutcomeFault.DIFFERENT),
        (7, OutcomeFault.UNKNOWN_OUTCOME),
        (8, OutcomeFault.NO_DATE),
        (9, OutcomeFault.WRONG_DATE),
        (10, OutcomeFault.PAST_DATE),
        (11, OutcomeFault.NOT_REMINDED),
        (12, OutcomeFault.TWICE),
        (15, OutcomeFault.UNKNOWN_PLATE),
    ]
    assert (report.recorded, report.blank) == (1, 1)
    assert outcomes(database) == {"B 1 A": Outcome.WILL_COME}
    assert fault_words(report.bad[4]) == "Lembar1, row 7: “mungkin” is no outcome"
    assert all(fault_words(bad) for bad in report.bad)


def test_the_numbers_of_the_last_paper_are_enough(database: Database, tmp_path: Path) -> None:
    for plate in ("B 1 A", "B 2 A"):
        due(database, plate, f"Orang {plate}")
    people = listed(database).people
    keep_numbers(database, people)
    report = take(database, book(tmp_path / "in.xlsx", (2, "6"), ("1.", "1"), header=("No.", "Outcome")))
    assert report.recorded == 2
    assert outcomes(database) == {
        people[0].items[0].plate: Outcome.WILL_COME,
        people[1].items[0].plate: Outcome.NO_ANSWER,
    }


def test_a_number_without_its_sheet_is_told_and_written_to_nobody_once_there_are_two(
    database: Database, tmp_path: Path
) -> None:
    for plate in ("B 1 A", "B 2 A"):
        due(database, plate, f"Orang {plate}")
    people = listed(database).people
    keep_numbers(database, people)
    keep_numbers(database, people[1:])
    rows = (("1", "6"), ("1-1", "1"))
    report = take(database, book(tmp_path / "in.xlsx", *rows, header=("No.", "Outcome")))
    assert (report.recorded, len(report.bad)) == (1, 1)
    assert outcomes(database) == {people[0].items[0].plate: Outcome.WILL_COME}


def test_only_the_vehicle_that_was_named_is_sold(database: Database, tmp_path: Path) -> None:
    first = due(database, "B 1 A")
    (person,) = listed(database).people
    second = due(database, "B 2 A", customer_id=person.customer_id)
    keep_numbers(database, listed(database).people)
    vague = take(database, book(tmp_path / "a.xlsx", (1, None, "terjual")))
    assert [bad.fault for bad in vague.bad] == [OutcomeFault.WHICH_VEHICLE]
    assert take(database, book(tmp_path / "b.xlsx", (1, "B 2 A", "terjual"))).recorded == 1
    (left,) = listed(database).people
    assert {item.vehicle_id for item in left.items} == {first}
    assert second in {item.vehicle_id for person in listed(database).skipped for item in person.items}


def test_an_answer_to_a_letter_goes_to_the_letter(database: Database, tmp_path: Path) -> None:
    due(database, "B 1 A")
    month = listed(database)
    reminders.record_sent(database, month, month.people, Channel.LETTER, "Yth.", datetime(2026, 11, 2))
    assert take(database, book(tmp_path / "in.xlsx", (None, "B 1 A", "datang"))).recorded == 1
    (row,) = reminders.list_contacts(database, NOVEMBER, NOW.date())
    assert (row.channel, row.outcome) == (Channel.LETTER, Outcome.WILL_COME)


def test_the_whole_book_is_one_deed_to_undo(database: Database, tmp_path: Path) -> None:
    for plate in ("B 1 A", "B 2 A", "B 3 A"):
        due(database, plate, f"Orang {plate}")
    rows = [(None, "B 1 A", "datang"), (None, "B 2 A", "terjual"), (None, "B 3 A", "6")]
    assert take(database, book(tmp_path / "in.xlsx", *rows)).recorded == 3
    undo.undo_last(database)
    assert outcomes(database) == {}
    assert len(listed(database).people) == 3


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_form_is_read_back_as_it_was_filled_in(database: Database, tmp_path: Path, language: str) -> None:
    set_language(language)
    for plate in ("B 1 A", "B 2 A", "B 3 A"):
        due(database, plate, f'=HYPERLINK("{plate}")')
    people = listed(database).people
    path = write_outcome_form(database, people, NOVEMBER, tmp_path / "form.xlsx")
    workbook = load_workbook(path)
    sheet = workbook.active
    assert sheet is not None
    assert [cell.value for cell in sheet["A"]][1:] == ["1-1", "1-2", "1-3"]
    assert all(cell.data_type == "s" for cell in sheet["C"])
    choices = str(sheet.data_validations.dataValidation[0].formula1).strip('"').split(",")
    assert len(choices) == 6
    sheet["G2"], sheet["G3"], sheet["G4"] = choices[0], choices[1], choices[5]
    sheet["H3"] = date(2026, 12, 1)
    workbook.save(path)
    assert take(database, path).recorded == 3
    assert [outcomes(database)[person.items[0].plate] for person in people] == [
        Outcome.WILL_COME,
        Outcome.LATER,
        Outcome.NO_ANSWER,
    ]


def test_a_form_filled_in_by_nobody_records_nothing(database: Database, tmp_path: Path) -> None:
    due(database, "B 1 A")
    path = write_outcome_form(database, listed(database).people, NOVEMBER, tmp_path / "form.xlsx")
    assert take(database, path) == OutcomeReport(0, 1, ())
    assert reminders.list_contacts(database, NOVEMBER, NOW.date()) == []


def test_a_book_without_a_column_of_outcomes_is_refused(database: Database, tmp_path: Path) -> None:
    path = book(tmp_path / "in.xlsx", (1, "B 1 A"), header=("No", "Plat"))
    with pytest.raises(errors.BookNotRecognised):
        take(database, path)
    with pytest.raises(errors.FileMissing):
        take(database, tmp_path / "tidak ada.xlsx")
    (tmp_path / "teks.xlsx").write_text("bukan buku")
    with pytest.raises(errors.BookError):
        take(database, tmp_path / "teks.xlsx")


def test_sold_marks_the_vehicle(database: Database, tmp_path: Path) -> None:
    vehicle_id = due(database, "B 1 A")
    take(database, book(tmp_path / "in.xlsx", (None, "B 1 A", "3")))
    assert get_vehicle(database, vehicle_id).plate == "B 1 A"
    assert listed(database).people == ()


def test_a_text_file_and_notes_are_read_and_told_once(database: Database, tmp_path: Path) -> None:
    due(database, "B 1 A")
    path = tmp_path / "hasil.csv"
    path.write_text(
        "Nopol;Hasil;Sampai;Catatan\nb1a;nanti;24/12/2026;minta ditelepon sore\n", encoding="utf-8"
    )
    assert take(database, path).recorded == 1
    (row,) = reminders.list_contacts(database, NOVEMBER, NOW.date())
    assert (row.outcome, row.content) == (Outcome.LATER, "minta ditelepon sore")
    assert take(database, path).recorded == 0
