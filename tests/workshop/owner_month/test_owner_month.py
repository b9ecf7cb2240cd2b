"""The owner's month: every sum is SQL's, the workbook is read back, and LibreOffice draws it."""

import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import set_language
from bengkel_crm.records.owner_month import CustomerState, OwnerMonth
from bengkel_crm.records.reminders import Channel, ReminderFilter
from bengkel_crm.records.work_orders import Line, WorkOrderDraft
from bengkel_crm.trade.dates import add_months
from bengkel_crm.trade.intervals import rhythm_days, slips_on
from bengkel_crm.trade.kinds import LineKind
from bengkel_crm.workshop.demo.demo import fill_demo
from bengkel_crm.workshop.exchange.out import export_log
from bengkel_crm.workshop.owner_month import owner_month
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles import vehicles
from bengkel_crm.workshop.work_orders import work_orders
from tests.clerk import Clerk
from tests.factories import make_vehicle, make_work_order
from tests.libreoffice import cells_of, saved_again

_MONTH = date(2026, 7, 1)
_LAST = date(2026, 7, 31)
_AT = datetime(2026, 8, 12, 9, 30)
_TODAY = _AT.date()


@pytest.fixture(autouse=True)
def _indonesian() -> Iterator[None]:
    set_language("id")
    yield
    set_language("id")


def _demo(database: Database) -> Database:
    fill_demo(database, 120, 3, today=_TODAY)
    return database


def _sum(database: Database, what: str, first: date = _MONTH, last: date = _LAST) -> Any:
    return database.execute_sql(
        f"SELECT {what} FROM work_order WHERE removed_at IS NULL AND date BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    ).fetchone()[0]


def _write(database: Database, folder: Path, month: date = _MONTH) -> Path:
    path = folder / "bulanan.xlsx"
    owner_month.write_month(database, month, path, _AT)
    return path


def _names(counted: OwnerMonth, state: CustomerState) -> list[str]:
    return [customer.name for customer in counted.customers if customer.state is state]


def test_a_wrong_number_is_marked_as_such_beside_the_good_one(database: Database) -> None:
    vehicle_id = make_vehicle(database, phones=("081288341907", "081288341908"))
    make_work_order(database, vehicle_id, date(2026, 7, 3))
    database.execute_sql("UPDATE customer_phone SET wrong_since = '2026-07-01' WHERE position = 0")
    (customer,) = owner_month.count_month(database, _MONTH, _TODAY).customers
    assert customer.phones == "081288341907 (salah nomor), 081288341908"


def test_thirteen_months_have_the_sums_of_the_work_orders(database: Database) -> None:
    counted = owner_month.count_month(_demo(database), date(2026, 7, 19), _TODAY)
    assert [sums.month for sums in counted.months] == [add_months(_MONTH, back) for back in range(-12, 1)]
    for sums in counted.months:
        last = add_months(sums.month, 1) - timedelta(days=1)
        assert sums.rupiah == (_sum(database, "sum(total_rupiah)", sums.month, last) or 0)
        assert sums.work_orders == _sum(database, "count(*)", sums.month, last)
        assert sums.vehicles == _sum(database, "count(DISTINCT vehicle_id)", sums.month, last)
    income = counted.months[-1].rupiah
    assert income > 0
    for shares in (counted.kinds, counted.job_kinds, counted.mechanics):
        assert sum(share.rupiah for share in shares) == income
        assert sum(share.rupiah_before for share in shares) == counted.months[-2].rupiah
    assert sum(counted.days.values()) == income
    assert sum(counted.days_before.values()) == counted.months[-2].rupiah
    states = Counter(customer.state for customer in counted.customers)
    assert states[CustomerState.NEW] == counted.months[-1].new
    assert states[CustomerState.RETURNING] == counted.months[-1].returning
    assert states[CustomerState.LOST] == counted.months[-1].lost


def test_new_returning_and_lost_are_told_apart(database: Database) -> None:
    month = timedelta(days=30)
    regular = make_vehicle(database, "B 1 A", "Setia", ["081288341901"])
    for number in range(6):
        make_work_order(database, regular, on=date(2026, 7, 10) - number * month)
    gone = make_vehicle(database, "B 2 A", "Hilang")
    for number in range(3):
        make_work_order(database, gone, on=date(2026, 5, 28) - number * month)
    make_work_order(database, make_vehicle(database, "B 3 A", "Baru"), on=date(2026, 7, 3))
    make_work_order(database, make_vehicle(database, "B 4 A", None), on=date(2026, 7, 3))
    sold = make_vehicle(database, "B 5 A", "Terjual")
    for number in range(3):
        make_work_order(database, sold, on=date(2026, 5, 28) - number * month)
    database.execute_sql("UPDATE vehicle SET sold_on = '2026-06-01' WHERE id = ?", (sold,))
    counted = owner_month.count_month(database, _MONTH, _TODAY)
    assert _names(counted, CustomerState.NEW) == ["Baru"]
    assert _names(counted, CustomerState.RETURNING) == ["Setia"]
    assert _names(counted, CustomerState.LOST) == ["Hilang"]
    assert counted.months[-1].unknown == 1
    # Somebody whose other vehicle came is not lost.
    other = make_vehicle(database, "B 6 A", None)
    owner_id = database.execute_sql("SELECT id FROM customer WHERE name = 'Hilang'").fetchone()[0]
    vehicles.change_owner(database, other, owner_id, date(2026, 7, 1))
    make_work_order(database, other, on=date(2026, 7, 20))
    assert _names(owner_month.count_month(database, _MONTH, _TODAY), CustomerState.LOST) == []


def test_a_pause_that_has_not_run_out_yet_loses_nobody(database: Database) -> None:
    vehicle_id = make_vehicle(database, "B 2 A", "Belum hilang")
    for number in range(3):
        make_work_order(database, vehicle_id, on=date(2026, 7, 8) - number * timedelta(days=30))
    august = date(2026, 8, 1)
    assert _names(owner_month.count_month(database, august, date(2026, 8, 12)), CustomerState.LOST) == []
    assert _names(owner_month.count_month(database, august, date(2026, 8, 31)), CustomerState.LOST) == [
        "Belum hilang"
    ]


def test_who_brought_a_vehicle_last_is_lost_not_who_owns_it_since(database: Database) -> None:
    vehicle_id = make_vehicle(database, "B 2 A", "Pemilik lama")
    for number in range(3):
        make_work_order(database, vehicle_id, on=date(2026, 5, 28) - number * timedelta(days=30))
    make_vehicle(database, "B 3 A", "Pemilik baru")
    (owner_id,) = database.execute_sql("SELECT id FROM customer WHERE name = 'Pemilik baru'").fetchone()
    vehicles.change_owner(database, vehicle_id, owner_id, date(2026, 6, 1))
    assert _names(owner_month.count_month(database, _MONTH, _TODAY), CustomerState.LOST) == ["Pemilik lama"]


def _states_by_hand(database: Database, month: date) -> dict[str, Counter[CustomerState]]:
    """Work out each month's customers visit by visit, with no thought for speed."""
    owners = dict(
        database.execute_sql("SELECT vehicle_id, customer_id FROM ownership WHERE until IS NULL").fetchall()
    )
    visits = [
        (vehicle_id, date.fromisoformat(day), customer_id or owners.get(vehicle_id))
        for vehicle_id, day, customer_id in database.execute_sql(
            "SELECT vehicle_id, date, customer_id FROM work_order WHERE removed_at IS NULL ORDER BY date, id"
        ).fetchall()
    ]
    in_bin = {row[0] for row in database.execute_sql("SELECT id FROM vehicle WHERE removed_at IS NOT NULL")}
    found = {}
    for back in range(13):
        first = add_months(month, -back)
        last = add_months(first, 1) - timedelta(days=1)
        came = {who for _, day, who in visits if first <= day <= last and who is not None}
        before = {who for _, day, who in visits if day < first}
        lost = set()
        for vehicle_id in {vehicle_id for vehicle_id, _, _ in visits} - in_bin:
            days = [day for one, day, _ in visits if one == vehicle_id and day <= last]
            slipped = slips_on(days, rhythm_days(days))
            brought = [who for one, day, who in visits if one == vehicle_id and day <= last]
            who = brought[-1] if brought else None
            if slipped is not None and first <= slipped <= last and who is not None:
                lost.add(who)
        found[f"{first:%Y-%m}"] = Counter(
            {
                CustomerState.NEW: len(came - before),
                CustomerState.RETURNING: len(came & before),
                CustomerState.LOST: len(lost - came),
            }
        )
    return found


@pytest.mark.parametrize("seed", range(3))
def test_the_states_are_those_worked_out_by_hand(database: Database, seed: int) -> None:
    database.execute_sql("PRAGMA synchronous = OFF")
    clerk, random = Clerk(database, seed), Random(seed)
    for _ in range(60):
        clerk.act()
    ids = [row[0] for row in database.execute_sql("SELECT id FROM vehicle WHERE removed_at IS NULL")]
    for vehicle_id in ids[:12]:
        for _ in range(random.randrange(6)):
            make_work_order(database, vehicle_id, on=date(2025, 1, 1) + timedelta(days=random.randrange(600)))
    month = date(2026, 3, 1)
    counted = owner_month.count_month(database, month, date(2027, 1, 1))
    told = {
        f"{sums.month:%Y-%m}": Counter(
            {
                CustomerState.NEW: sums.new,
                CustomerState.RETURNING: sums.returning,
                CustomerState.LOST: sums.lost,
            }
        )
        for sums in counted.months
    }
    assert told == _states_by_hand(database, month)


def test_the_workbook_says_what_the_shop_file_says(database: Database, tmp_path: Path) -> None:
    path = _write(_demo(database), tmp_path)
    book = load_workbook(path)
    assert book.sheetnames == ["Ringkasan", "Per bulan", "Per hari", "Pelanggan", "Rincian"]
    head, *lines = book["Rincian"].iter_rows(values_only=True)
    place = {title: number for number, title in enumerate(head)}
    assert sum(line[place["Nilai"]] for line in lines) == _sum(database, "sum(total_rupiah)")
    assert sum(line[place["Servis"]] for line in lines) == _sum(database, "count(*)")
    assert {line[place["Tanggal"]].strftime("%Y-%m") for line in lines} == {"2026-07"}
    assert {line[place["Bulan"]] for line in lines} == {"2026-07"}
    assert {line[place["Pelanggan"]] for line in lines} <= {"Baru", "Kembali"}
    days = {date(2026, 7, 1): "Rabu", date(2026, 7, 5): "Minggu"}
    for line in lines:
        day = line[place["Tanggal"]].date()
        assert line[place["Hari"]] == days.get(day, line[place["Hari"]])
    sheet = book["Rincian"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:S{sheet.max_row}"
    assert sheet["A2"].number_format == "dd/mm/yyyy"
    assert sheet["R2"].number_format == '"Rp" #,##0'
    months = list(book["Per bulan"].iter_rows(min_row=2, values_only=True))
    assert len(months) == 13
    assert months[-1][3] == _sum(database, "sum(total_rupiah)")
    running = [row[3] for row in book["Per hari"].iter_rows(min_row=2, values_only=True)]
    assert running[-1] == months[-1][3]
    summary = {row[0]: row for row in book["Ringkasan"].iter_rows(values_only=True)}
    assert summary["Buku bulanan Juli 2026"] is not None
    assert summary["Pendapatan"][1] == months[-1][3]
    assert len(book["Ringkasan"]._charts) == 2
    assert not [file for file in tmp_path.iterdir() if file.name.endswith(".part")]


def test_a_month_under_way_is_drawn_up_to_today(database: Database, tmp_path: Path) -> None:
    path = _write(_demo(database), tmp_path, date(2026, 8, 1))
    running = [row[3] for row in load_workbook(path)["Per hari"].iter_rows(min_row=2, values_only=True)]
    assert [number for number, value in enumerate(running, 1) if value is not None] == list(range(1, 13))


def test_what_a_total_says_beyond_its_lines_is_a_line_of_its_own(database: Database, tmp_path: Path) -> None:
    vehicle_id = make_vehicle(database)
    lines = (Line(LineKind.JOB, "Servis ringan", 1, 50_000), Line(LineKind.OIL, "MPX2", 0.8, 55_555))
    draft = WorkOrderDraft(vehicle_id, _MONTH, 1000, lines, total_rupiah=90_000, number="N-1")
    work_orders.record_work_order(database, draft)
    sheet = load_workbook(_write(database, tmp_path))["Rincian"]
    amounts = [row[17] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert amounts == [50_000, 44_444, -4_444]
    assert sheet["L4"].value == "Di luar rincian"


def test_text_is_never_a_formula(database: Database, tmp_path: Path) -> None:
    vehicle_id = make_vehicle(database, "B 1 A", "=Hyperlink(1)", ["081288341901"], brand="+62", model="@x")
    make_work_order(database, vehicle_id, on=_MONTH, jobs=["-1+1"], mechanic="#N/A")
    book = load_workbook(_write(database, tmp_path))
    cells = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)
    ]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {"=Hyperlink(1)", "+62", "@x", "-1+1", "#N/A", "081288341901"} <= {cell.value for cell in cells}
    with ZipFile(tmp_path / "bulanan.xlsx") as parts:
        assert not any(
            b"<f>" in parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/")
        )


def test_reminders_and_what_came_of_them_are_told(database: Database, tmp_path: Path) -> None:
    vehicle_id = make_vehicle(database, "B 1 A", "Sri", ["081288341901"])
    make_work_order(database, vehicle_id, on=date(2026, 5, 10), oil="MPX2", odometer_km=1000)
    at = datetime(2026, 7, 2, 9)
    listed = reminders.list_month(database, _MONTH, at.date(), ReminderFilter())
    reminders.record_sent(database, listed, listed.people, Channel.WHATSAPP, "Halo", at)
    make_work_order(database, vehicle_id, on=date(2026, 7, 12), oil="MPX2", odometer_km=3000)
    rows = {row[0]: row for row in load_workbook(_write(database, tmp_path))["Ringkasan"].values}
    assert rows["Diingatkan di bulan ini"][1:6] == (1, 1, 0, None, 50_000)


def test_an_empty_month_is_a_workbook_too(database: Database, tmp_path: Path) -> None:
    book = load_workbook(_write(database, tmp_path))
    assert book["Rincian"].max_row == 1
    assert owner_month.write_month(database, _MONTH, tmp_path / "lain.xlsx", _AT) == 0


def test_english_titles_are_used_when_english_is_spoken(database: Database, tmp_path: Path) -> None:
    set_language("en")
    book = load_workbook(_write(database, tmp_path))
    assert book.sheetnames == ["Summary", "Months", "Days", "Customers", "Lines"]
    assert book["Summary"]["A1"].value == "The month of July 2026"


def test_the_export_is_logged(database: Database, tmp_path: Path) -> None:
    make_work_order(database, make_vehicle(database), on=_MONTH)
    _write(database, tmp_path)
    (entry,) = export_log.list_exports(database)
    assert (entry.what, entry.file_name, entry.rows, entry.at) == ("month", "bulanan.xlsx", 1, _AT)


@pytest.mark.parametrize("calls", [1, 3])
def test_cancelling_leaves_the_old_file_and_nothing_else(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    make_work_order(database, make_vehicle(database), on=_MONTH)
    path = tmp_path / "bulanan.xlsx"
    path.write_bytes(b"lama")
    left = calls

    def cancel(done: int, total: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        owner_month.write_month(database, _MONTH, path, _AT, cancel)
    assert path.read_bytes() == b"lama"
    assert list(scratch.iterdir()) == []
    assert sorted(
        file.suffix for file in tmp_path.iterdir() if file.is_file() and "toko" not in file.name
    ) == [".xlsx"]
    assert export_log.list_exports(database) == []


def test_a_folder_that_is_not_there_is_told(database: Database, tmp_path: Path) -> None:
    with pytest.raises(errors.FileMissing):
        owner_month.write_month(database, _MONTH, tmp_path / "tidak" / "x.xlsx", _AT)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_saves_it_the_same_and_draws_the_charts(
    database: Database, tmp_path: Path
) -> None:
    path = _write(_demo(database), tmp_path)
    again = saved_again(path, tmp_path / "again")
    assert _filled(cells_of(path)) == _filled(cells_of(again))
    assert len(load_workbook(again)["Ringkasan"]._charts) == 2
    with PdfDocument(saved_again(path, tmp_path / "drawn", "pdf")) as document:
        picture = document[0].render(scale=2).to_pil().convert("RGB")
    counted = picture.getcolors(picture.width * picture.height)
    assert counted is not None
    drawn = {color: count for count, color in counted}
    # Lines and bars in the colours that were asked for: this month, the one before, the new, the lost.
    for color in ((0x0B, 0x64, 0x78), (0x87, 0x93, 0x9F), (0x1B, 0x6E, 0x42), (0xB4, 0x23, 0x18)):
        assert drawn.get(color, 0) > 20, color


def _filled(sheets: dict[str, list[list[Any]]]) -> dict[str, list[list[Any]]]:
    """Return the rows without their empty ends: a spreadsheet may make them longer or shorter."""
    rows = {
        name: [[cell for cell in row if cell is not None] for row in cells] for name, cells in sheets.items()
    }
    return {name: [row for row in cells if row] for name, cells in rows.items()}
