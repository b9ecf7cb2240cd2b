"""What came of reminders, taken over like any table: filled forms, tables made by hand, hostile ones."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bengkel_crm.base.i18n import set_language
from bengkel_crm.records.reminders import ContactRow, MonthList, Outcome
from bengkel_crm.workshop.exchange import TableKind
from bengkel_crm.workshop.exchange.rows.entries import Reason, RowFate
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.reminders.call_numbers import keep_numbers
from bengkel_crm.workshop.reminders.outcome_form import write_outcome_form
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle, make_work_order

from .books import TODAY, take_over, write_sheets

NOVEMBER = TODAY.replace(day=1)


def due(database: Database, *plates: str) -> MonthList:
    """Make vehicles due this month, each of its own customer, and return the list."""
    for number, plate in enumerate(plates):
        vehicle_id = make_vehicle(database, plate, f"Orang {plate}", (f"08123000{number:04d}",))
        make_work_order(database, vehicle_id, date(2026, 9, 10), ("Ganti oli mesin",), odometer_km=9000)
    return listed(database)


def listed(database: Database) -> MonthList:
    return reminders.list_month(database, NOVEMBER, TODAY)


def contacts(database: Database) -> dict[str, ContactRow]:
    rows = reminders.list_contacts(database, NOVEMBER, TODAY)
    return {plate: row for row in rows for plate in row.plates}


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_filled_form_is_recognised_and_written_down(
    database: Database, tmp_path: Path, language: str
) -> None:
    set_language(language)
    people = due(database, "B 1 A", "B 2 A", "B 3 A", "B 4 A").people
    path = write_outcome_form(database, people, NOVEMBER, tmp_path / "form.xlsx")
    workbook = load_workbook(path)
    sheet = workbook.active
    assert sheet is not None
    choices = str(sheet.data_validations.dataValidation[0].formula1).strip('"').split(",")
    sheet["G2"], sheet["G3"], sheet["G4"] = choices[0], choices[1], choices[5]
    sheet["H3"], sheet["I2"] = date(2026, 12, 24), "=titip kunci"
    sheet["I2"].data_type = "s"
    workbook.save(path)
    report = take_over(database, path)
    assert (report.tables[0].kind, report.problems) == (TableKind.OUTCOMES, ())
    assert (report.outcomes_recorded, report.rows[RowFate.TAKEN], report.rows[RowFate.NOTE]) == (3, 3, 1)
    told = contacts(database)
    plates = [person.items[0].plate for person in people]
    assert [told[plate].outcome for plate in plates[:3]] == [
        Outcome.WILL_COME,
        Outcome.LATER,
        Outcome.NO_ANSWER,
    ]
    assert told[plates[0]].content == "=titip kunci"
    assert told[plates[1]].snooze_until == date(2026, 12, 24)
    assert plates[3] not in told


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (("Jawaban", "Nopol", "Tanggal"), [("datang", "b1a", None), ("nanti", "B 2 A", "24/12/2026")]),
        (("Plate", "Result", "Until"), [("B 1 A", 1, None), ("B 2 A", "later", date(2026, 12, 24))]),
        (("No.", "Outcome", "Call again on"), [(1, "1", None), ("2.", 2.0, "24 Des 2026")]),
    ],
)
def test_tables_made_by_hand_are_understood(
    database: Database, tmp_path: Path, header: Sequence[object], rows: list[Sequence[object]]
) -> None:
    people = due(database, "B 1 A", "B 2 A").people
    keep_numbers(database, people)
    report = take_over(database, write_sheets(tmp_path / "hasil.xlsx", {"Hasil": [header, *rows]}))
    assert (report.outcomes_recorded, report.problems) == (2, ())
    told = contacts(database)
    first, second = (person.items[0].plate for person in people)
    assert (told[first].outcome, told[second].outcome) == (Outcome.WILL_COME, Outcome.LATER)
    assert told[second].snooze_until == date(2026, 12, 24)


EVERY_OUTCOME = [
    ["Nopol", "Hasil", "Sampai"],
    ["B 1 A", "datang", None],
    ["B 2 A", "nanti", "24/12/2026"],
    ["B 3 A", "terjual", None],
    ["B 4 A", "salah nomor", None],
    ["B 5 A", "jangan dihubungi", None],
    ["B 6 A", "tidak diangkat", None],
]


def test_a_second_import_writes_nothing_and_undoing_takes_all_back(
    database: Database, tmp_path: Path
) -> None:
    due(database, *[str(row[0]) for row in EVERY_OUTCOME[1:]])
    path = write_sheets(tmp_path / "hasil.xlsx", {"Hasil": EVERY_OUTCOME})
    assert take_over(database, path).outcomes_recorded == 6
    sold = "SELECT count(*) FROM vehicle WHERE sold_on IS NOT NULL"
    wrong = "SELECT count(*) FROM customer_phone WHERE wrong_since IS NOT NULL"
    silent = "SELECT count(*) FROM customer WHERE no_contact_since IS NOT NULL"
    counts = [database.execute_sql(sql).fetchone()[0] for sql in (sold, wrong, silent)]
    assert counts == [1, 1, 1]
    again = take_over(database, path)
    assert (again.outcomes_recorded, again.deed_id, again.rows[RowFate.KNOWN]) == (0, None, 6)
    undo.undo_last(database)
    assert [database.execute_sql(sql).fetchone()[0] for sql in (sold, wrong, silent)] == [0, 0, 0]
    assert contacts(database) == {}
    assert len(listed(database).people) == 6


def test_a_rehearsal_writes_nothing_down(database: Database, tmp_path: Path) -> None:
    due(database, "B 1 A")
    report = take_over(database, write_sheets(tmp_path / "h.xlsx", {"H": EVERY_OUTCOME[:2]}), dry_run=True)
    assert (report.outcomes_recorded, contacts(database)) == (1, {})


def test_rows_that_are_not_understood_are_told(database: Database, tmp_path: Path) -> None:
    due(database, "B 1 A", "B 2 A")
    make_vehicle(database, "B 9 Z", "Belum waktunya", ("081299999999",))
    rows = [
        ["Nopol", "Hasil", "Sampai"],
        ["ZZ 77 ZZ", "datang", None],
        ["B 1 A", "mungkin", None],
        ["B 1 A", "nanti", None],
        ["B 1 A", "nanti", "besok"],
        ["B 1 A", "nanti", "01/01/2020"],
        ["B 9 Z", "datang", None],
        ["B 1 A", "datang", None],
        ["B 1 A", "terjual", None],
        [None, "datang", None],
        ["B 2 A", "tidak diangkat", None],
        ["<b>&", "datang", None],
        ["x" * 3000, "datang", None],
    ]
    report = take_over(database, write_sheets(tmp_path / "hasil.xlsx", {"Hasil": rows}))
    assert [(problem.row, problem.reason) for problem in report.problems] == [
        (2, Reason.UNKNOWN_PLATE),
        (3, Reason.UNKNOWN_OUTCOME),
        (4, Reason.NO_UNTIL),
        (5, Reason.BAD_UNTIL),
        (6, Reason.PAST_UNTIL),
        (7, Reason.NOT_REMINDED),
        (9, Reason.TWICE),
        (10, Reason.NO_PLATE),
        (12, Reason.UNKNOWN_PLATE),
        (13, Reason.UNKNOWN_PLATE),
    ]
    assert report.outcomes_recorded == 2
    assert sum(report.rows.values()) == report.rows_total == len(rows)


def test_a_ledger_with_a_column_of_results_stays_a_ledger(database: Database, tmp_path: Path) -> None:
    rows = [
        ["Tanggal", "Nopol", "Keluhan", "Pekerjaan", "Hasil", "KM", "Total"],
        ["12/10/2026", "B 1 A", "Mogok", "Ganti busi", "OK", 12000, 50000],
        ["13/10/2026", "B 2 A", "Rem", "Kampas rem depan", "baik", 13000, 70000],
    ]
    report = take_over(database, write_sheets(tmp_path / "buku.xlsx", {"Buku": rows}))
    assert (report.tables[0].kind, report.work_orders_added) == (TableKind.VISITS, 2)
