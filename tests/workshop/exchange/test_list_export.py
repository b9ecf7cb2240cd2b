"""A list goes out as it is shown: every row, in its order, typed, and noted in the log."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bengkel_crm.base import errors, i18n
from bengkel_crm.records.exports import ExportKind, Kind, ListLayout, SheetColumn, Target
from bengkel_crm.records.lists import WorkOrderQuery, WorkOrderRow, WorkOrderSort
from bengkel_crm.workshop.exchange.out.export_log import list_exports
from bengkel_crm.workshop.exchange.out.list_export import export_records, export_work_orders
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import TODAY, make_vehicle, make_work_order
from tests.needs import longest_file

NOW = datetime(2026, 8, 12, 14, 30)
Row = tuple[Any, ...]


def quietly(done: int, total: int) -> None:
    assert 0 <= done <= total


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.set_language("en")


def visits() -> ListLayout[WorkOrderRow]:
    return ListLayout(
        ExportKind.WORK_ORDERS,
        "Work orders",
        (
            SheetColumn("Amount", Kind.RUPIAH, total=True),
            SheetColumn("Date", Kind.DAY),
            SheetColumn("Plate", Kind.PLAIN),
            SheetColumn("Km", Kind.NUMBER),
        ),
        lambda row: (row.total_rupiah, row.date, row.plate, row.odometer_km),
    )


def words(*titles: str) -> ListLayout[Row]:
    columns = tuple(SheetColumn(title, Kind.PLAIN) for title in titles)
    return ListLayout(ExportKind.CONTACTS, "Words", columns, lambda row: row)


def cells(path: Path) -> list[Row]:
    (sheet,) = openpyxl.load_workbook(path).worksheets
    return list(sheet.iter_rows(values_only=True))


def fill(database: Database, count: int) -> None:
    vehicle_id = make_vehicle(database, "B 3472 KZR")
    for number in range(count):
        make_work_order(database, vehicle_id, TODAY - timedelta(days=number), odometer_km=90_000 - number)


def test_every_row_of_the_query_is_written_not_only_a_page_of_it(database: Database, tmp_path: Path) -> None:
    fill(database, 450)
    query = WorkOrderQuery(sort=WorkOrderSort.ODOMETER, descending=False, last=TODAY - timedelta(days=10))
    target = Target(tmp_path / "servis.xlsx", NOW)
    assert export_work_orders(database, query, visits(), target, quietly) == 440
    header, *rows, total = cells(target.path)
    assert header == ("Amount", "Date", "Plate", "Km")
    assert [row[3] for row in rows] == list(range(90_000 - 449, 90_000 - 9))
    oldest = TODAY - timedelta(days=449)
    assert rows[0] == (50_000, datetime.combine(oldest, datetime.min.time()), "B 3472 KZR", 89_551)
    assert total[0] == "=SUM(A2:A441)"


def test_the_sheet_has_a_bold_frozen_header_a_filter_and_formats(database: Database, tmp_path: Path) -> None:
    fill(database, 2)
    target = Target(tmp_path / "servis.xlsx", NOW)
    export_work_orders(database, WorkOrderQuery(), visits(), target, quietly)
    (sheet,) = openpyxl.load_workbook(target.path).worksheets
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.b
    assert sheet.auto_filter.ref == "A1:D3"
    assert [sheet.cell(2, place).number_format for place in (1, 2, 3)] == ['"Rp" #,##0', "dd/mm/yyyy", "@"]


def test_each_export_is_noted_the_newest_first(database: Database, tmp_path: Path) -> None:
    fill(database, 3)
    export_work_orders(database, WorkOrderQuery(), visits(), Target(tmp_path / "a.xlsx", NOW), quietly)
    later = NOW + timedelta(minutes=1)
    export_records(database, [("x",)], words("W"), Target(tmp_path / "b.csv", later), quietly)
    assert [(entry.what, entry.file_name, entry.rows, entry.at) for entry in list_exports(database)] == [
        (ExportKind.CONTACTS, "b.csv", 1, later),
        (ExportKind.WORK_ORDERS, "a.xlsx", 3, NOW),
    ]


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_cancel_leaves_the_old_file_and_no_line_in_the_log(
    database: Database, tmp_path: Path, suffix: str
) -> None:
    fill(database, 3)
    path = tmp_path / f"servis{suffix}"
    path.write_bytes(b"old")

    def cancel(done: int, total: int) -> None:
        if done:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        export_work_orders(database, WorkOrderQuery(), visits(), Target(path, NOW), cancel)
    assert path.read_bytes() == b"old"
    assert list_exports(database) == []
    assert [found.name for found in tmp_path.glob("*servis*")] == [path.name]


def test_cancel_gets_in_while_the_rows_are_still_being_sorted(database: Database, tmp_path: Path) -> None:
    fill(database, 300)
    calls: list[int] = []

    def cancel(done: int, total: int) -> None:
        calls.append(done)
        raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        export_work_orders(
            database,
            WorkOrderQuery(text="servis", sort=WorkOrderSort.OIL),
            visits(),
            Target(tmp_path / "servis.xlsx", NOW),
            cancel,
        )
    assert calls == [0]
    assert not (tmp_path / "servis.xlsx").exists()


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_a_full_stick_leaves_the_old_file(database: Database, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"daftar{suffix}"
    path.write_bytes(b"old")
    rows = [(f"a long line that no two rows share, number {number**3}",) for number in range(5_000)]
    with longest_file(16_384), pytest.raises(errors.DiskFull):
        export_records(database, rows, words("W"), Target(path, NOW), quietly)
    assert path.read_bytes() == b"old"
    assert list_exports(database) == []


def test_a_file_open_in_excel_is_named_and_nothing_is_noted(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    (tmp_path / "~$daftar.xlsx").write_bytes(b"")
    with pytest.raises(errors.OpenElsewhere):
        export_records(database, [("x",)], words("W"), Target(path, NOW), quietly)
    assert list_exports(database) == []


@pytest.mark.parametrize(
    "text", ["=1+1", "+62 812", "-5", "@SUM(A1)", "\t=1", "081288341907", "1E5", "12/08"]
)
def test_text_stays_text(database: Database, tmp_path: Path, text: str) -> None:
    path = tmp_path / "daftar.xlsx"
    export_records(database, [(text,)], words("W"), Target(path, NOW), quietly)
    cell = openpyxl.load_workbook(path).worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")


@pytest.mark.parametrize("text", ["=1+1", "+62 812", "-5", "@SUM(A1)", "\t=1", "\r=1"])
def test_csv_is_tamed_where_excel_would_reckon(database: Database, tmp_path: Path, text: str) -> None:
    path = tmp_path / "daftar.csv"
    export_records(database, [('Sri; "Bu"', text)], words("Nama", "W"), Target(path, NOW), quietly)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfNama;W\r\n")
    assert "'" + text in path.read_bytes().decode("utf-8-sig")


@pytest.mark.parametrize(
    ("text", "written"),
    [("a\x0bb\x00", "ab"), ("one\r\ntwo\rthree", "one\ntwo\nthree"), ("x" * 40_000, "x" * 32_766 + "…")],
)
def test_what_no_cell_can_hold_is_left_out(
    database: Database, tmp_path: Path, text: str, written: str
) -> None:
    path = tmp_path / "daftar.xlsx"
    rows = [("before",), (text,), (None,), ("after",)]
    export_records(database, rows, words("W"), Target(path, NOW), quietly)
    assert [row[0] for row in cells(path)] == ["W", "before", written, None, "after"]


def test_a_day_before_excel_s_first_is_text(database: Database, tmp_path: Path) -> None:
    layout: ListLayout[Row] = ListLayout(
        ExportKind.CONTACTS, "Days", (SheetColumn("Day", Kind.DAY),), lambda row: row
    )
    path = tmp_path / "hari.xlsx"
    days = [(None,), (date(202, 11, 14),), (date(2026, 11, 14),)]
    export_records(database, days, layout, Target(path, NOW), quietly)
    assert [row[0] for row in cells(path)] == ["Day", None, "0202-11-14", datetime(2026, 11, 14)]


def test_columns_with_the_same_title_do_not_swallow_each_other(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    export_records(database, [("a", "b", "c")], words("W", "W", "W"), Target(path, NOW), quietly)
    assert cells(path) == [("W", "W (2)", "W (3)"), ("a", "b", "c")]


def test_what_is_saved_meanwhile_does_not_get_into_the_file(database: Database, tmp_path: Path) -> None:
    fill(database, 3)
    reports: list[Callable[[], object]] = [lambda: make_work_order(other, 1)]
    other = Database(database.path)

    def save_once(done: int, total: int) -> None:
        if done and reports:
            reports.pop()()

    try:
        rows = export_work_orders(
            database, WorkOrderQuery(), visits(), Target(tmp_path / "servis.xlsx", NOW), save_once
        )
    finally:
        other.close()
    assert reports == []
    assert rows == 3
    assert len(cells(tmp_path / "servis.xlsx")) == 1 + 3 + 1
