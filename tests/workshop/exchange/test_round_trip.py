"""Exported, put back into an empty file, exported again: equal, whoever saved the workbook in between."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest

from bengkel_crm.base import errors, i18n
from bengkel_crm.base.languages import language_codes
from bengkel_crm.cli import run as cli
from bengkel_crm.cli.arguments import build_parser
from bengkel_crm.db.settings.settings import set_setting, shop_id
from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.reports.workbooks_in.row_stream import open_rows
from bengkel_crm.schema.fields import Journal
from bengkel_crm.schema.settings import LAST_SHEET, SHOP_ID
from bengkel_crm.schema.tables import TABLES as DECLARED
from bengkel_crm.workshop.demo.demo import fill_demo
from bengkel_crm.workshop.exchange import Choices, check_book, open_book, problem_text, write_problems
from bengkel_crm.workshop.exchange import take_over as take_book_over
from bengkel_crm.workshop.exchange.out.export import export_everything
from bengkel_crm.workshop.exchange.own.own_book import find_own_book
from bengkel_crm.workshop.exchange.own.own_import import take_in
from bengkel_crm.workshop.exchange.rows.entries import DoubtKind, Reason, RowFate
from bengkel_crm.workshop.journal.undo import undo_last
from bengkel_crm.workshop.settings.settings import change_settings
from bengkel_crm.workshop.settings.shop_details import find_setting, keep_logo, read_shop
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.factories import make_vehicle, make_work_order
from tests.libreoffice import saved_again
from tests.written_columns import written_columns

from .books import TODAY, card_of, phones_of, take_over
from .whole_shop import fill_hostile, fill_shop

Sheets = dict[str, list[tuple[int, list[Cell]]]]
Change = Callable[[openpyxl.Workbook], None]
TABLES = tuple(
    name
    for name, table in DECLARED.items()
    if name != "setting" and (table.is_exchanged or table.journal is Journal.DERIVED)
)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    i18n.set_language("en")
    yield
    i18n.set_language("en")


@pytest.fixture
def empty(tmp_path: Path, new_shop: Path) -> Iterator[Database]:
    """A second shop file, as it is on its first day."""
    shop = open_shop(Path(shutil.copy(new_shop, tmp_path / "empty.db")))
    yield shop
    close_shop(shop)


def quietly(done: int, total: int) -> None:
    assert 0 <= done <= total


def export(database: Database, path: Path) -> Path:
    export_everything(database, path, quietly)
    return path


def cells_of(path: Path) -> Sheets:
    with open_rows(path) as book:
        return {sheet: list(book.rows(sheet)) for sheet in book.sheet_names}


def assert_equal(one: Path, other: Path) -> None:
    """Compare row by row: of two whole books nobody could see where they differ."""
    left, right = cells_of(one), cells_of(other)
    assert list(left) == list(right)
    for sheet, rows in left.items():
        assert len(rows) == len(right[sheet]), sheet
        for row, again in zip(rows, right[sheet], strict=True):
            assert row == again, sheet


def rows_of(database: Database, table: str) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = database.execute_sql(
        f"SELECT {written_columns(table)} FROM {table} ORDER BY {', '.join(DECLARED[table].key)}"
    ).fetchall()
    return rows


def assert_same_shop(one: Database, other: Database) -> None:
    for table in TABLES:
        for row, again in zip(rows_of(one, table), rows_of(other, table), strict=True):
            assert row == again, table


def changed(path: Path, change: Change) -> Path:
    """Change a workbook as a person does in a spreadsheet program, and save it."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def column(sheet: Any, title: str) -> int:
    return 1 + [cell.value for cell in sheet[1]].index(title)


def test_a_whole_shop_comes_back_cell_for_cell(database: Database, empty: Database, tmp_path: Path) -> None:
    fill_shop(database)
    book = export(database, tmp_path / "one.xlsx")
    sheets = cells_of(book)
    # Nothing that a shop can enter is missing from what is compared.
    assert [name for name, rows in sheets.items() if len(rows) < 2] == []
    bins = {"Vehicles (bin)", "Owners (bin)", "Work orders (bin)", "Work order lines (bin)", "Notes (bin)"}
    assert {name for name in sheets if name.endswith("(bin)")} == bins

    report = take_over(empty, book)
    assert (report.problems, report.doubts, report.is_own) == ((), (), True)
    assert report.rows[RowFate.TAKEN] + report.rows[RowFate.TOTAL] == sum(
        len(rows) - 1 for name, rows in sheets.items() if name != "Bengkel CRM"
    )
    assert_equal(book, export(empty, tmp_path / "two.xlsx"))
    assert_same_shop(database, empty)
    assert check(empty) == []


def test_the_picture_of_the_shop_comes_along(database: Database, empty: Database, tmp_path: Path) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 400
    (tmp_path / "gambar").write_bytes(picture)
    keep_logo(database, tmp_path / "gambar")
    make_vehicle(database)
    book = export(database, tmp_path / "one.xlsx")
    assert take_over(empty, book).problems == ()
    assert read_shop(empty).logo == picture
    assert_equal(book, export(empty, tmp_path / "two.xlsx"))


def test_hostile_texts_come_back_as_they_were(database: Database, empty: Database, tmp_path: Path) -> None:
    fill_hostile(database)
    book = export(database, tmp_path / "one.xlsx")
    report = take_over(empty, book)
    assert (report.problems, report.doubts) == ((), ())
    assert_equal(book, export(empty, tmp_path / "two.xlsx"))
    assert_same_shop(database, empty)


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("fill", [fill_shop, fill_hostile])
def test_libreoffice_may_save_it_in_between(
    database: Database, empty: Database, tmp_path: Path, fill: Callable[[Database], None]
) -> None:
    fill(database)
    book = export(database, tmp_path / "one.xlsx")
    report = take_over(empty, saved_again(book, tmp_path / "office"))
    assert (report.problems, report.doubts) == ((), ())
    assert_equal(book, export(empty, tmp_path / "two.xlsx"))
    assert_same_shop(database, empty)


@pytest.mark.parametrize(("spoken", "read"), [("id", "en"), ("en", "id")])
def test_an_export_in_one_language_comes_in_in_the_other(
    database: Database, empty: Database, tmp_path: Path, spoken: str, read: str
) -> None:
    fill_shop(database)
    i18n.set_language(spoken)
    book = export(database, tmp_path / "one.xlsx")
    i18n.set_language(read)
    assert take_over(empty, book).problems == ()
    assert_same_shop(database, empty)
    i18n.set_language(spoken)
    assert_equal(book, export(empty, tmp_path / "two.xlsx"))


def test_a_rehearsal_writes_nothing_and_tells_the_same(
    database: Database, empty: Database, tmp_path: Path
) -> None:
    fill_shop(database)
    path = export(database, tmp_path / "one.xlsx")
    rehearsed = check_book(empty, open_book(path), Choices(()), today=TODAY)
    assert (rehearsed.dry_run, rehearsed.deed_id, rows_of(empty, "customer")) == (True, None, [])
    done = take_book_over(empty, open_book(path), Choices(()), backups=tmp_path, today=TODAY)
    assert done.deed_id is not None
    assert (done.rows, done.sheets) == (rehearsed.rows, rehearsed.sheets)
    assert done.vehicles_added == len(rows_of(database, "vehicle"))


def test_what_the_program_keeps_for_itself_neither_leaves_nor_comes_in(
    database: Database, empty: Database, tmp_path: Path
) -> None:
    fill_shop(database)
    set_setting(database, LAST_SHEET.key, "7")
    path = export(database, tmp_path / "one.xlsx")
    book = openpyxl.load_workbook(path)
    assert LAST_SHEET.key not in [row[0].value for row in book["Settings"].iter_rows()]
    book["Settings"].append([SHOP_ID.key, "0" * 32])
    book["Settings"].append([LAST_SHEET.key, "9"])
    book.save(path)
    mine = shop_id(empty)
    take_over(empty, path)
    assert (shop_id(empty), find_setting(empty, LAST_SHEET.key)) == (mine, None)
    assert find_setting(empty, "text.whatsapp") == find_setting(database, "text.whatsapp")


def test_undoing_leaves_the_file_as_it_was(database: Database, empty: Database, tmp_path: Path) -> None:
    fill_shop(database)
    change_settings(empty, {"shop_name": "Bengkel Baru"})
    before = {table: rows_of(empty, table) for table in (*TABLES, "setting")}
    take_over(empty, export(database, tmp_path / "one.xlsx"))
    assert find_setting(empty, "shop_name") == "Bengkel Maju Jaya"
    undo_last(empty)
    assert {table: rows_of(empty, table) for table in before} == before
    assert check(empty) == []
    # It is empty again, and so the same can be put back once more.
    assert take_over(empty, tmp_path / "one.xlsx").is_own
    assert_same_shop(database, empty)


def test_a_cancelled_import_writes_nothing(database: Database, empty: Database, tmp_path: Path) -> None:
    fill_shop(database)
    book = export(database, tmp_path / "one.xlsx")

    def cancel(done: int, total: int) -> None:
        if 3 * done > total:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        take_over(empty, book, progress=cancel)
    assert all(rows_of(empty, table) == [] for table in TABLES if table not in ("job_kind", "job_interval"))


# Says how far it is, so that the kill can be aimed.
_PUT_BACK = """
import sys
from datetime import date
from pathlib import Path
from bengkel_crm.workshop import exchange
from bengkel_crm.workshop.shop_file.shop_file import open_shop
from bengkel_crm.workshop.settings.settings import change_settings
from tests.written_columns import written_columns
database = open_shop(Path(sys.argv[1]))
def progress(done, total):
    print(done, flush=True)
exchange.import_book(database, Path(sys.argv[2]), progress=progress, today=date(2026, 11, 21))
sys.stdin.read()
"""


@pytest.mark.slow
@pytest.mark.parametrize("heard", [1, 6, 12, 20])
def test_killed_on_the_way_it_leaves_all_or_nothing(
    database: Database, empty: Database, tmp_path: Path, heard: int
) -> None:
    fill_demo(database, 60, 3, today=TODAY)
    path = export(database, tmp_path / "one.xlsx")
    indexes = empty.execute_sql("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()
    close_shop(empty)
    with subprocess.Popen(
        [sys.executable, "-c", _PUT_BACK, str(empty.path), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as run:
        assert run.stdout is not None
        for line, _ in zip(run.stdout, range(heard), strict=False):
            if line.strip() == "1000":
                break
        run.kill()
    shop = open_shop(empty.path)
    assert len(rows_of(shop, "vehicle")) in (0, 60)
    assert len(rows_of(shop, "work_order")) in (0, len(rows_of(database, "work_order")))
    assert shop.execute_sql("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall() == indexes
    assert check(shop) == []
    close_shop(shop)


def test_the_same_shop_takes_nothing_twice(database: Database, tmp_path: Path) -> None:
    fill_shop(database)
    before = {table: rows_of(database, table) for table in TABLES}
    for language in language_codes():
        i18n.set_language(language)
        report = take_over(database, export(database, tmp_path / "one.xlsx"))
        assert (report.is_own, report.rows.get(RowFate.TAKEN, 0), report.problems) == (False, 0, ())
        assert {table: rows_of(database, table) for table in before} == before


def test_another_shop_gets_each_visit_and_line_once(
    database: Database, empty: Database, tmp_path: Path
) -> None:
    fill_demo(database, 40, 7, today=TODAY)
    make_work_order(empty, make_vehicle(empty, "DK 1 AA", owner="Made"), number="DK-1")
    report = take_over(empty, export(database, tmp_path / "one.xlsx"))
    assert report.problems == ()
    for table, more in (("vehicle", 1), ("work_order", 1), ("work_order_line", 1)):
        assert len(rows_of(empty, table)) == len(rows_of(database, table)) + more, table
    sums = [
        shop.execute_sql("SELECT sum(total_rupiah) FROM work_order WHERE number <> 'DK-1'").fetchone()
        for shop in (database, empty)
    ]
    assert sums[0] == sums[1]
    assert check(empty) == []


def test_a_wrong_number_comes_behind_the_good_one_into_another_shop(
    database: Database, empty: Database, tmp_path: Path
) -> None:
    make_vehicle(database, "AB 1 CD", phones=("081288341907", "081288341908"))
    database.execute_sql("UPDATE customer_phone SET wrong_since = '2026-08-01' WHERE position = 0")
    make_vehicle(empty, "AB 2 CD", "Siti")
    take_over(empty, export(database, tmp_path / "all.xlsx"))
    assert phones_of(card_of(empty, "AB1CD")) == ["+6281288341908", "+6281288341907"]


def test_without_its_last_sheet_an_export_is_known_by_its_titles(
    database: Database, empty: Database, tmp_path: Path
) -> None:
    fill_shop(database)
    path = export(database, tmp_path / "one.xlsx")
    changed(path, lambda book: book.remove(book["Bengkel CRM"]))
    assert take_over(empty, path).is_own
    assert_same_shop(database, empty)
    # In another language the titles say nothing.
    i18n.set_language("id")
    assert find_own_book(path) is None


def test_rows_may_be_sorted_and_a_list_may_go_on_on_a_second_sheet(
    database: Database, empty: Database, tmp_path: Path
) -> None:
    fill_demo(database, 20, 3, today=TODAY)
    path = export(database, tmp_path / "one.xlsx")

    def sort(book: openpyxl.Workbook) -> None:
        for name in ("Vehicles", "Work order lines"):
            sheet = book[name]
            rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
            sheet.delete_rows(2, len(rows))
            more = book.create_sheet(f"{name} 2", 0)
            more.append([cell.value for cell in sheet[1]])
            for number, row in enumerate(reversed(rows)):
                (more if number % 3 else sheet).append(row)

    report = take_over(empty, changed(path, sort))
    assert report.problems == ()
    assert_same_shop(database, empty)
    undo_last(empty)
    assert rows_of(empty, "work_order_line") == []


def spoil(book: openpyxl.Workbook) -> None:
    """Do to a workbook what happens to workbooks."""
    orders, lines = book["Work orders"], book["Work order lines"]
    vehicles, people, owners = book["Vehicles"], book["Customers"], book["Owners"]
    orders.cell(2, column(orders, "Date")).value = "kemarin"
    orders.cell(3, column(orders, "Number")).value = orders.cell(4, column(orders, "Number")).value
    orders.cell(9, column(orders, "Mechanic ID")).value = 999
    orders.cell(6, column(orders, "Km")).value = -4
    orders.cell(7, column(orders, "Total")).value = "banyak"
    orders.cell(8, column(orders, "Status")).value = "#REF!"
    lines.cell(2, column(lines, "Work order ID")).value = 123_456
    lines.cell(3, column(lines, "Quantity")).value = "NaN"
    lines.cell(4, column(lines, "ID")).value = None
    vehicles.cell(2, column(vehicles, "ID")).value = vehicles.cell(3, column(vehicles, "ID")).value
    vehicles.cell(4, column(vehicles, "Plate")).value = "???"
    vehicles.cell(5, column(vehicles, "ID")).value = 10**15
    people.cell(3, column(people, "Name")).value = None
    owners.cell(1, column(owners, "Vehicle ID")).value = "whatever"


def test_what_somebody_broke_is_named_and_the_rest_is_taken(
    database: Database, empty: Database, tmp_path: Path
) -> None:
    for number in range(1, 13):
        vehicle_id = make_vehicle(database, f"B {number} XY", owner=f"Budi {number}")
        make_work_order(
            database, vehicle_id, TODAY, mechanic="Andi", number=f"PKB-{number}", odometer_km=number
        )
    path = changed(export(database, tmp_path / "one.xlsx"), spoil)
    report = take_over(empty, path)
    named = {(problem.sheet, problem.row): (problem.reason, problem.value) for problem in report.problems}
    assert named["Work orders", 2] == (Reason.BAD_VALUE, "kemarin")
    assert named["Work orders", 4] == (Reason.NO_PARENT, "3")
    assert named["Vehicles", 3] == (Reason.TWICE, "2")
    assert named["Vehicles", 4] == (Reason.BAD_VALUE, "???")
    assert named["Vehicles", 5] == (Reason.BAD_VALUE, "1000000000000000")
    assert named["Customers", 3] == (Reason.EMPTY, "Name")
    assert named["Owners", 1] == (Reason.NO_COLUMN, "Vehicle ID")
    assert named["Work orders", 6] == (Reason.BAD_VALUE, "-4")
    assert named["Work orders", 7] == (Reason.BAD_VALUE, "banyak")
    assert named["Work orders", 8] == (Reason.BAD_VALUE, "#REF!")
    assert named["Work order lines", 2] == (Reason.NO_PARENT, "123456")
    assert named["Work order lines", 3] == (Reason.BAD_VALUE, "NaN")
    assert named["Work order lines", 4] == (Reason.EMPTY, "ID")
    # The second customer was refused, so the second visit is nobody's.
    doubts = [(doubt.sheet, doubt.row, doubt.value) for doubt in report.doubts]
    assert doubts == [("Work orders", 3, "2"), ("Work orders", 9, "999")]
    assert all(problem_text(problem) for problem in report.problems)
    write_problems(report, tmp_path / "bad.xlsx")
    assert [problem.column_index for problem in report.problems if problem.value == "kemarin"] == [1]
    assert len(rows_of(empty, "vehicle")) == 9
    assert check(empty) == []


ANYTHING = (
    *(None, "", " ", 0, -1, 1, 2, 1.5, 1e300, True, "abc", "=1+1", "#REF!", "2020-13-01", "NaN", "9" * 20),
    *(TODAY, "x" * 40_000, "list", "text", "setting|shop_name|value|0", "|", '"\\ud800"', "vehicle/bin"),
)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_whatever_somebody_typed_into_it_nothing_crashes_and_the_file_is_sound(
    database: Database, empty: Database, tmp_path: Path, seed: int
) -> None:
    random = Random(seed)

    def scribble(book: openpyxl.Workbook) -> None:
        for _ in range((1, 5, 60, 400)[seed % 4]):
            sheet = book[random.choice([*book.sheetnames, *["Bengkel CRM"] * 4])]
            place = random.randint(1, sheet.max_row), random.randint(1, sheet.max_column)
            sheet.cell(*place).value = random.choice(ANYTHING)

    fill_shop(database)
    report = take_over(empty, changed(export(database, tmp_path / "one.xlsx"), scribble))
    write_problems(report, tmp_path / "bad.xlsx")
    assert check(empty) == []
    export(empty, tmp_path / "two.xlsx")
    if report.deed_id is not None:
        undo_last(empty)
    assert rows_of(empty, "vehicle") == []
    assert check(empty) == []


def test_a_mechanic_who_was_taken_out_leaves_the_visit_without_one(
    database: Database, empty: Database, tmp_path: Path
) -> None:
    make_work_order(database, make_vehicle(database), TODAY, mechanic="Andi")
    path = changed(export(database, tmp_path / "one.xlsx"), lambda book: book["Mechanics"].delete_rows(2))
    report = take_over(empty, path)
    assert [(doubt.sheet, doubt.row, doubt.doubt) for doubt in report.doubts] == [
        ("Work orders", 2, DoubtKind.PARENT)
    ]
    assert (report.work_orders_added, report.problems) == (1, ())


def test_what_a_person_corrected_is_taken_as_corrected(
    database: Database, empty: Database, tmp_path: Path
) -> None:
    vehicle_id = make_vehicle(database, "b3472kzr", owner="Sri", phones=("081288341907",))
    make_work_order(database, vehicle_id, TODAY)

    def correct(book: openpyxl.Workbook) -> None:
        vehicles, phones, orders = book["Vehicles"], book["Phones"], book["Work orders"]
        vehicles.cell(2, column(vehicles, "Plate")).value = "B 3473 KZR"
        vehicles.cell(2, column(vehicles, "Kind")).value = " car "
        phones.cell(2, column(phones, "Phone")).value = "0813 1111 2222"
        orders.cell(2, column(orders, "Date")).value = "3/2/2026"

    assert take_over(empty, changed(export(database, tmp_path / "one.xlsx"), correct)).problems == ()
    vehicle = empty.execute_sql("SELECT plate, plate_key, kind FROM vehicle").fetchone()
    assert vehicle == ("B 3473 KZR", "B3473KZR", "car")
    phone = empty.execute_sql("SELECT typed, e164, match_key FROM customer_phone").fetchone()
    assert phone == ("0813 1111 2222", "+6281311112222", "311112222"[-9:])
    assert empty.execute_sql("SELECT date FROM work_order").fetchone() == ("2026-02-03",)
    assert check(empty) == []


def test_a_calendar_from_1904_moves_no_day(database: Database, empty: Database, tmp_path: Path) -> None:
    fill_demo(database, 5, 3, today=TODAY)
    path = export(database, tmp_path / "one.xlsx")
    changed(path, lambda book: setattr(book, "epoch", openpyxl.utils.datetime.CALENDAR_MAC_1904))
    assert take_over(empty, path).problems == ()
    assert_same_shop(database, empty)


def test_an_export_of_a_newer_program_is_not_put_back(
    database: Database, empty: Database, tmp_path: Path
) -> None:
    make_work_order(database, make_vehicle(database))
    path = export(database, tmp_path / "one.xlsx")
    changed(path, lambda book: setattr(book["Bengkel CRM"]["B2"], "value", "2"))
    assert not take_over(empty, path).is_own


def test_the_command_line_puts_an_export_back_and_tells_what_came(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill_demo(database, 20, 3, today=TODAY)
    path = export(database, tmp_path / "one.xlsx")
    new = tmp_path / "new.db"
    parser = build_parser()
    command = ["import", str(path), "--database", str(new), "--language", "en"]
    assert cli.run(parser, parser.parse_args(command)) == 0
    said = capsys.readouterr().out
    assert "Vehicles: 20 new" in said
    assert "Put back as it was exported: Customers 18, Phones " in said
    shop = open_shop(new)
    assert_same_shop(database, shop)
    close_shop(shop)
    assert cli.run(parser, parser.parse_args([*command, "--json"])) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["vehicles"], told["work_orders"]["added"]) == ({"added": 0, "known": 20}, 0)


def test_a_shop_that_is_not_empty_any_more_is_not_overwritten(
    database: Database, empty: Database, tmp_path: Path
) -> None:
    fill_demo(database, 5, 7, today=TODAY)
    own = find_own_book(export(database, tmp_path / "one.xlsx"))
    assert own is not None
    make_vehicle(empty, "DK 1 AA", owner="Made")
    before = rows_of(empty, "vehicle")
    with pytest.raises(errors.FileBusy):
        take_in(empty, own, dry_run=False, today=TODAY)
    assert rows_of(empty, "vehicle") == before
    assert check(empty) == []
