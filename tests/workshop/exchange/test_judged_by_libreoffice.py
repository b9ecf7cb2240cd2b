"""LibreOffice opens every export and saves it again, and no cell is another one afterwards."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bengkel_crm.base import i18n
from bengkel_crm.records.exports import ExportKind, Kind, ListLayout, SheetColumn, Target
from bengkel_crm.records.lists import VehicleQuery, WorkOrderQuery
from bengkel_crm.records.reminders import Channel
from bengkel_crm.ui.lists.columns import layout_of
from bengkel_crm.ui.reminders import response_words
from bengkel_crm.ui.reminders.contact_columns import CONTACT_COLUMNS
from bengkel_crm.ui.reminders.people_columns import list_columns
from bengkel_crm.ui.vehicles import vehicle_columns
from bengkel_crm.ui.work_orders import work_order_columns
from bengkel_crm.workshop.customers.notes import add_note
from bengkel_crm.workshop.exchange.out.export import export_everything
from bengkel_crm.workshop.exchange.out.list_export import export_records, export_vehicles, export_work_orders
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import TODAY, make_vehicle, make_work_order
from tests.libreoffice import cells_of, saved_again

pytestmark = pytest.mark.libreoffice
NOW = datetime(2026, 8, 12, 14, 30)
LOOKS_LIKE_A_FORMULA = ("=1+1", "+62 812", "-5", "@SUM(A1)", '=HYPERLINK("x")')


def quietly(done: int, total: int) -> None:
    assert 0 <= done <= total


@pytest.fixture
def shop(database: Database) -> Database:
    """A small shop with what a spreadsheet might take for something else."""
    i18n.set_language("id")
    sri = make_vehicle(database, "B 3472 KZR", "=Sri & <Anak>", ("081288341907",), year=2019)
    make_work_order(
        database, sri, TODAY, ["Ganti oli mesin"], oil="MPX 2 0,8", mechanic="Budi", odometer_km=42_180
    )
    make_work_order(database, make_vehicle(database, "AB 15 XY", None, ()), date(2024, 2, 29), ["Tune up"])
    for text in LOOKS_LIKE_A_FORMULA:
        add_note(database, sri, text, TODAY)
    return database


def assert_unchanged(path: Path, tmp_path: Path) -> dict[str, list[list[Any]]]:
    """Have a workbook saved again, compare all cells and what formulas come to, return the latter."""
    again = saved_again(path, tmp_path / "judge")
    assert cells_of(again) == cells_of(path)
    reckoned = cells_of(again, values=True)
    assert reckoned == cells_of(path, values=True), "a sum that is kept is not what it comes to"
    return reckoned


def test_everything_in_one_workbook(shop: Database, tmp_path: Path) -> None:
    export_everything(shop, tmp_path / "semua.xlsx", quietly)
    sheets = assert_unchanged(tmp_path / "semua.xlsx", tmp_path)
    notes = [cell for row in sheets["Catatan"] for cell in row if cell is not None]
    assert {("s", text) for text in LOOKS_LIKE_A_FORMULA} <= set(notes)
    assert ("s", "081288341907") in [cell for row in sheets["Pelanggan"] for cell in row]


def test_the_list_of_work_orders(shop: Database, tmp_path: Path) -> None:
    layout = layout_of(ExportKind.WORK_ORDERS, "Servis", work_order_columns.COLUMNS)
    target = Target(tmp_path / "servis.xlsx", NOW)
    export_work_orders(shop, WorkOrderQuery(), layout, target, quietly)
    (rows,) = assert_unchanged(target.path, tmp_path).values()
    place = rows[0].index(("s", "Biaya"))
    assert rows[-1][place] == ("number", sum(row[place][1] for row in rows[1:-1]))
    assert rows[1][0] == ("day", datetime.combine(TODAY, datetime.min.time()))


def test_the_list_of_vehicles(shop: Database, tmp_path: Path) -> None:
    layout = layout_of(ExportKind.VEHICLES, "Kendaraan", vehicle_columns.COLUMNS)
    target = Target(tmp_path / "kendaraan.xlsx", NOW)
    export_vehicles(shop, VehicleQuery(TODAY), layout, target, quietly)
    (rows,) = assert_unchanged(target.path, tmp_path).values()
    assert ("s", "=Sri & <Anak>") in rows[1] + rows[2]


def test_the_lists_of_the_reminders(shop: Database, tmp_path: Path) -> None:
    tono = make_vehicle(shop, "AB 77 ZZ", "+62 Tono", ("0813-2222-3333",))
    make_work_order(shop, tono, TODAY - timedelta(days=80), ["Ganti oli mesin"], oil="MPX 2 0,8")
    month = reminders.list_month(shop, TODAY, TODAY)
    assert month.people
    people = layout_of(ExportKind.DUE, "Yang jatuh tempo", list_columns(lambda: TODAY))
    export_records(shop, month.people, people, Target(tmp_path / "tempo.xlsx", NOW), quietly)
    (rows,) = assert_unchanged(tmp_path / "tempo.xlsx", tmp_path).values()
    assert ("s", "+62 Tono") in [cell for row in rows for cell in row]
    reminders.record_sent(shop, month, month.people, Channel.WHATSAPP, "=Halo & <kabar>", NOW)
    contacts = layout_of(ExportKind.CONTACTS, "Kontak", CONTACT_COLUMNS)
    found = reminders.list_contacts(shop, TODAY, TODAY)
    assert found
    export_records(shop, found, contacts, Target(tmp_path / "kontak.xlsx", NOW), quietly)
    (rows,) = assert_unchanged(tmp_path / "kontak.xlsx", tmp_path).values()
    assert ("s", "=Halo & <kabar>") in rows[1]
    report = reminders.measure_response(shop, TODAY.replace(day=1), TODAY, TODAY)
    figures = layout_of(ExportKind.RESPONSE, "Angkanya", response_words.TABLE_COLUMNS)
    export_records(
        shop, response_words.table_rows(report), figures, Target(tmp_path / "respons.xlsx", NOW), quietly
    )
    assert_unchanged(tmp_path / "respons.xlsx", tmp_path)


def test_texts_of_every_kind(database: Database, tmp_path: Path) -> None:
    texts = ("<b>&amp;</b>", " blanks ", "two\nlines", "\t=1", "0812", "1E5", "12/08", "😀", "]]>")
    layout: ListLayout[tuple[Any, ...]] = ListLayout(
        ExportKind.CONTACTS,
        'Kata & "lain"',
        (SheetColumn("Kata", Kind.PLAIN), SheetColumn("Saat", Kind.MOMENT), SheetColumn("Km", Kind.NUMBER)),
        lambda row: row,
    )
    target = Target(tmp_path / "kata.xlsx", NOW)
    export_records(database, [(text, NOW, 12.5) for text in texts], layout, target, quietly)
    assert_unchanged(target.path, tmp_path)


def test_csv(shop: Database, tmp_path: Path) -> None:
    layout = layout_of(ExportKind.WORK_ORDERS, "Servis", work_order_columns.COLUMNS)
    target = Target(tmp_path / "servis.csv", NOW)
    export_work_orders(shop, WorkOrderQuery(), layout, target, quietly)
    (rows,) = cells_of(saved_again(target.path, tmp_path / "judge")).values()
    assert len(rows) == 3
    assert all(cell is None or cell[0] != "f" for row in rows for cell in row)
