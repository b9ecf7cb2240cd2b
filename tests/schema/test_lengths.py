"""A text that is too long is refused with its length, wherever it comes from; what is there already stays."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from bengkel_crm.base import errors
from bengkel_crm.db.engine.bulk import BulkWriter
from bengkel_crm.db.exchange.imports import add_rows
from bengkel_crm.db.exchange.restore_rows import restoring
from bengkel_crm.db.journal.deeds import perform
from bengkel_crm.db.settings.settings import set_setting
from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.reminders import TextKind
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.records.work_orders import Line, WorkOrderDraft
from bengkel_crm.schema.exchanged import OWN_LISTS
from bengkel_crm.schema.fields import Holds
from bengkel_crm.schema.lengths import LONGEST, first_too_long, prove_rows, setting_too_long
from bengkel_crm.schema.order import WRITABLE
from bengkel_crm.schema.tables import TABLES
from bengkel_crm.trade.kinds import LineKind, VehicleKind
from bengkel_crm.words.messages import describe_error
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.customers import notes
from bengkel_crm.workshop.exchange import problem_text
from bengkel_crm.workshop.exchange.out.export import export_everything
from bengkel_crm.workshop.exchange.own.own_words import sheet_title, title_of
from bengkel_crm.workshop.exchange.rows.entries import Reason
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.reminders.reminder_texts import keep_templates
from bengkel_crm.workshop.settings.settings import change_settings
from bengkel_crm.workshop.settings.shop_details import find_setting, keep_shop
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from bengkel_crm.workshop.vehicles import vehicles
from bengkel_crm.workshop.work_orders import work_orders
from tests.factories import TODAY, make_vehicle, make_work_order
from tests.workshop.exchange.books import take_over, write_sheets
from tests.workshop.exchange.whole_shop import fill_shop

_SETTINGS = {"shop", "letter", "setting"}
_CELL = 32_767


def vehicle(database: Database, **values: str) -> object:
    owner = CustomerDraft(
        values.pop("name", "Budi"), (values.pop("typed", "0812"),), address=values.pop("address", None)
    )
    return vehicles.register_vehicle(
        database, VehicleDraft(values.pop("plate", "B 1 A"), VehicleKind.CAR, **values), owner
    )


def visit(database: Database, text: str = "Servis", **values: str) -> object:
    vehicle_id = make_vehicle(database)
    return work_orders.record_work_order(
        database, WorkOrderDraft(vehicle_id, TODAY, None, (Line(LineKind.JOB, text, 1, 0),), **values)
    )


# By table and column: how a clerk's own text gets there.
_WAYS: dict[tuple[str, str], Callable[[Database, str], object]] = {
    ("vehicle", "plate"): lambda database, text: vehicle(database, plate="B1" + text[2:]),
    ("vehicle", "brand"): lambda database, text: vehicle(database, brand=text),
    ("vehicle", "model"): lambda database, text: vehicle(database, model=text),
    ("vehicle", "color"): lambda database, text: vehicle(database, color=text),
    ("customer", "name"): lambda database, text: vehicle(database, name=text),
    ("customer", "address"): lambda database, text: vehicle(database, address=text),
    ("customer_phone", "typed"): lambda database, text: vehicle(database, typed=text),
    ("work_order", "symptom"): lambda database, text: visit(database, symptom=text),
    ("work_order", "remark"): lambda database, text: visit(database, remark=text),
    ("work_order", "number"): lambda database, text: visit(database, number=text),
    ("work_order_line", "text"): lambda database, text: visit(database, text),
    ("mechanic", "name"): lambda database, text: visit(database, mechanic=text),
    ("note", "text"): lambda database, text: notes.add_note(database, make_vehicle(database), text, TODAY),
    ("shop", "shop_name"): lambda database, text: keep_shop(database, {"shop_name": text}),
    ("letter", "text"): lambda database, text: keep_templates(database, {TextKind.LETTER: text}),
}


def test_every_text_that_a_deed_writes_has_a_longest_length() -> None:
    for name in WRITABLE:
        for column, one in TABLES[name].stored.items():
            if one.holds is Holds.TEXT and one.made_from is None:
                assert one.longest is not None, (name, column)


def too_long_texts(database: Database) -> list[tuple[str, str, int]]:
    """Return (table, column, length) of what stands in a shop file and does not fit there."""
    found = []
    for table, limits in LONGEST.items():
        for column, most in limits.items() if table not in _SETTINGS else ():
            (length,) = database.execute_sql(f"SELECT max(length({column})) FROM {table}").fetchone()
            if length is not None and length > most:
                found.append((table, column, length))
    for key, value in database.execute_sql("SELECT key, value FROM setting").fetchall():
        if setting_too_long(key, value):
            found.append(("setting", key, len(value)))
    return found


@pytest.mark.parametrize(("table", "column"), _WAYS)
def test_what_just_fits_is_saved_and_a_letter_more_refused_with_its_length(
    database: Database, table: str, column: str
) -> None:
    most = LONGEST[table][column]
    before = database.execute_sql("SELECT count(*) FROM customer").fetchone()
    with pytest.raises(errors.TooLong) as caught:
        _WAYS[table, column](database, "x" * (most + 1))
    assert (caught.value.field, caught.value.length, caught.value.most) == (column, most + 1, most)
    assert str(most + 1) in describe_error(caught.value)
    if table in ("vehicle", "customer", "customer_phone"):
        assert database.execute_sql("SELECT count(*) FROM customer").fetchone() == before
    _WAYS[table, column](database, "x" * most)
    assert check(database) == []


def test_what_is_long_in_an_old_file_stays_and_the_rest_can_be_edited(database: Database) -> None:
    vehicle_id = make_vehicle(database, "B 1 A", phones=("0812-8834-1907",))
    order_id = make_work_order(database, vehicle_id, jobs=["Servis"])
    long = "y" * 3000
    for sql in (
        "UPDATE vehicle SET brand = ?",
        "UPDATE customer SET address = ?",
        "UPDATE work_order SET remark = ?",
        "UPDATE work_order_line SET text = ?",
    ):
        database.execute_sql(sql, (long,))
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    assert card.owner is not None
    assert card.vehicle.brand == long
    vehicles.edit_vehicle(
        database,
        vehicle_id,
        VehicleDraft("B 2 A", card.vehicle.kind, long, "Vario", 2020, None),
        CustomerDraft("Budi Santoso", ("0857-1111-2222",), address=long),
        customer_id=card.owner.id,
        on=TODAY,
    )
    order = work_orders.get_work_order(database, order_id)
    work_orders.edit_work_order(
        database,
        order_id,
        WorkOrderDraft(vehicle_id, TODAY, 12_000, order.lines, remark=long, symptom="bunyi"),
    )
    order = work_orders.get_work_order(database, order_id)
    assert (order.lines[0].text, order.remark, order.odometer_km) == (long, long, 12_000)
    with pytest.raises(errors.TooLong):
        vehicles.edit_vehicle(
            database, vehicle_id, VehicleDraft("B 2 A", brand=long + "y"), CustomerDraft("Budi"), on=TODAY
        )
    undo.undo_last(database)
    undo.undo_last(database)
    assert work_orders.get_work_order(database, order_id).odometer_km is None


def test_a_row_of_a_book_is_refused_with_its_length_and_nothing_is_cut(
    database: Database, tmp_path: Path
) -> None:
    long = "Budi " * 60
    rows = [
        ["Tanggal", "No Polisi", "Pelanggan", "KM", "Pekerjaan", "Keterangan"],
        [date(2026, 8, 1), "B 1234 AA", "Sri", 1000, "Servis ringan", "baik"],
        [date(2026, 8, 2), "B 1235 AB", long, 2000, "Servis ringan", "baik"],
        [date(2026, 8, 3), "B 1236 AC", "Tono", 3000, "Servis ringan", "z" * 2001],
        [date(2026, 8, 4), "B 1237 AD", "Ali", 4000, "Servis ringan", "z" * 2000],
    ]
    report = take_over(database, write_sheets(tmp_path / "buku.xlsx", {"Servis": rows}))
    refused = [(problem.row, problem.reason, problem.value) for problem in report.problems]
    assert refused == [(3, Reason.TOO_LONG, str(len(long.strip()))), (4, Reason.TOO_LONG, "2001")]
    assert "2001" in problem_text(report.problems[1])
    assert report.vehicles_added == 2
    kept = database.execute_sql("SELECT max(length(remark)) FROM work_order").fetchone()
    assert kept == (2000,)


def test_every_text_is_measured_in_letters() -> None:
    assert first_too_long("vehicle", [("plate", "é" * 20)]) is None
    assert first_too_long("vehicle", [("plate", None), ("year", 2019)]) is None


# By its name: the columns of a book and its rows, of which the last but one is too long somewhere.
_DAY = date(2026, 8, 1)
_ENDING = [_DAY, "B 1239 AZ", "Sri", "Servis"]
_BOOKS: dict[str, tuple[list[str], list[list[object]]]] = {
    "a line of work": (["Pekerjaan"], [[_DAY, "B 1 AA", "Budi", "g" * 501]]),
    "one job of several": (["Pekerjaan"], [[_DAY, "B 1 AA", "Budi", "Cek rem, " + "g" * 501]]),
    "a name in three columns": (
        ["Pekerjaan", "First Name", "Middle Name", "Last Name"],
        [[_DAY, "B 1 AA", None, "Servis", "A" * 60, "B" * 50, "C" * 40]],
    ),
    "make and model": (
        ["Pekerjaan", "Kendaraan", "Tipe"],
        [[_DAY, "B 1 AA", "Budi", "Servis", "x" * 70, "y" * 70]],
    ),
    "a mechanic": (
        ["Pekerjaan", "Mekanik"],
        [[_DAY, "B 2 AA", "Budi", "Servis", "Andi"], [_DAY, "B 1 AA", "Budi", "Servis", "m" * 121]],
    ),
    "two remarks": (
        ["Pekerjaan", "Keterangan", "Catatan"],
        [[_DAY, "B 1 AA", "Budi", "Servis", "z" * 1500, "y" * 1500]],
    ),
    "remarks of two rows of a visit": (
        ["Pekerjaan", "No Nota", "Keterangan"],
        [
            [_DAY, "B 1 AA", "Budi", "Servis", "N-1", "z" * 1500],
            [_DAY, "B 1 AA", "Budi", "Ganti busi", "N-1", "y" * 1500],
        ],
    ),
    "more work below": (
        ["Pekerjaan"],
        [[_DAY, "B 1 AA", "Budi", "Servis"], [None, None, None, "Ganti " + "g" * 501]],
    ),
    "a plate of strokes": (["Pekerjaan"], [[_DAY, "B" + "-" * 30 + "1 AA", "Budi", "Servis"]]),
}


@pytest.mark.parametrize("name", _BOOKS)
def test_whatever_a_book_puts_together_nothing_too_long_comes_in_and_the_rest_does(
    database: Database, tmp_path: Path, name: str
) -> None:
    more, rows = _BOOKS[name]
    header = ["Tanggal", "No Polisi", "Pelanggan", *more]
    filled = [[*row, *[None] * (len(header) - len(row))] for row in [*rows, _ENDING]]
    report = take_over(database, write_sheets(tmp_path / "buku.xlsx", {"Servis": [header, *filled]}))
    assert too_long_texts(database) == []
    assert len(report.problems) == 1, report.problems
    assert report.problems[0].row == len(rows) + 1
    assert database.execute_sql("SELECT count(*) FROM vehicle WHERE plate_key = 'B1239AZ'").fetchone() == (1,)
    assert check(database) == []


def test_a_bill_of_very_many_lines_stays_within_what_can_be_told_of_a_visit(
    database: Database, tmp_path: Path
) -> None:
    rows = [["Tanggal", "No Polisi", "No Nota", "Pekerjaan", "Qty", "Harga"]]
    rows += [[_DAY, "B 1 AA", "N-1", f"{number:03} " + "g" * 480, 1, 1000] for number in range(130)]  # type: ignore[list-item]
    report = take_over(database, write_sheets(tmp_path / "buku.xlsx", {"Servis": rows}))
    assert too_long_texts(database) == []
    (lines,) = database.execute_sql("SELECT count(*) FROM work_order_line").fetchone()
    assert lines > 90
    assert lines + len(report.problems) == 130
    assert {problem.reason for problem in report.problems} == {Reason.TOO_LONG}


# A row whose parent was refused is not asked for its length any more: parents and children by themselves.
@pytest.mark.parametrize(
    "tables",
    [
        ("job_kind", "mechanic", "product", "customer", "vehicle"),
        ("customer_phone", "old_plate", "note", "contact", "work_order"),
        ("work_order_line",),
    ],
)
def test_a_text_made_too_long_in_an_own_export_is_refused_with_its_length(
    database: Database, new_shop: Path, tmp_path: Path, tables: tuple[str, ...]
) -> None:
    fill_shop(database)
    export_everything(database, tmp_path / "semua.xlsx", lambda done, total: None)
    book = openpyxl.load_workbook(tmp_path / "semua.xlsx")
    made: dict[tuple[str, int], int] = {}
    for table in tables:
        own = OWN_LISTS[table]
        sheet = book[sheet_title(table, False)]
        titles = [cell.value for cell in sheet[1]]
        # No cell holds more than 32,767; a number that is not the one that was typed is read anew.
        limited = [name for name in own.columns if LONGEST.get(table, {}).get(name, _CELL) < _CELL]
        limited = [name for name in limited if name != "e164"]
        for row, name in enumerate(limited, 2):
            length = LONGEST[table][name] + 1
            sheet.cell(row, titles.index(title_of(table, name)) + 1).value = "9" * length
            made[sheet.title, row] = length
    settings = book[sheet_title("setting", False)]
    for row in range(2, settings.max_row + 1):
        if settings.cell(row, 1).value == "shop_name":
            settings.cell(row, 2).value = "n" * 81
            made[settings.title, row] = 81
    book.save(tmp_path / "semua.xlsx")
    empty = open_shop(Path(shutil.copy(new_shop, tmp_path / "empty.db")))
    report = take_over(empty, tmp_path / "semua.xlsx")
    told = {
        (problem.sheet, problem.row): int(problem.value)
        for problem in report.problems
        if problem.reason is Reason.TOO_LONG
    }
    assert told == made
    assert len(made) > len(tables)
    assert too_long_texts(empty) == []
    assert check(empty) == []
    close_shop(empty)


@pytest.mark.parametrize("writer", ["import", "restore", "fill"])
def test_no_writer_of_many_rows_lets_a_text_in_that_does_not_fit(database: Database, writer: str) -> None:
    columns = ("id", "name", "name_key", "active")
    rows = [(1, "Andi", "andi", 1), (2, "m" * 121, "m", 1)]

    def write() -> None:
        with perform(database, "book_imported", "x") as deed:
            if writer == "import":
                add_rows(deed, "mechanic", columns, rows)
            elif writer == "restore":
                with restoring(deed) as restorer:
                    restorer.write("mechanic", [(row[0], row[1], row[3], row[2]) for row in rows])
            else:
                bulk = BulkWriter(database, {"mechanic": columns})
                bulk.extend("mechanic", rows)
                bulk.write()

    with pytest.raises(errors.TooLong) as caught:
        write()
    assert (caught.value.field, caught.value.length, caught.value.most) == ("name", 121, 120)
    assert database.execute_sql("SELECT count(*) FROM mechanic").fetchone() == (0,)


def test_rows_are_measured_by_the_columns_they_have() -> None:
    prove_rows("mechanic", ("id", "name"), [(1, "m" * 120), (2, None)])
    prove_rows("mechanic", ("id", "active"), [(1, "m" * 121)])
    with pytest.raises(errors.TooLong):
        prove_rows("mechanic", ("name", "id"), [("m" * 121, 1)])


def test_a_setting_that_does_not_fit_is_refused_and_others_may_be_long(database: Database) -> None:
    set_setting(database, "reminders.sheet.1", "x" * 100_000)
    for key, most in (("shop_name", 80), ("text.letter", 4000)):
        change_settings(database, {key: "x" * most})
        with pytest.raises(errors.TooLong):
            change_settings(database, {key: "x" * (most + 1)})
        assert find_setting(database, key) == "x" * most
