"""A text that is too long is refused with its length, wherever it comes from; what is there already stays."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bengkel_crm import errors
from bengkel_crm.db.models import WRITABLE
from bengkel_crm.lengths import LONGEST, first_too_long
from bengkel_crm.messages import describe_error
from bengkel_crm.records import CustomerDraft, Line, LineKind, VehicleDraft, VehicleKind, WorkOrderDraft
from bengkel_crm.reminder_records import TextKind
from bengkel_crm.workshop import lookup, notes, undo, vehicles, work_orders
from bengkel_crm.workshop.backup import check
from bengkel_crm.workshop.exchange import tell_problem
from bengkel_crm.workshop.exchange.entries import Reason
from bengkel_crm.workshop.reminder_texts import keep_template
from bengkel_crm.workshop.shop import keep_shop
from bengkel_crm.workshop.shop_file import Database
from tests.factories import TODAY, make_vehicle, make_work_order
from tests.workshop.exchange.books import take_over, write_sheets

_SETTINGS = {"shop", "letter"}


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
    ("shop", "shop_name"): lambda database, text: keep_shop(database, "shop_name", text),
    ("letter", "text"): lambda database, text: keep_template(database, TextKind.LETTER, text),
}


def test_limits_are_of_columns_that_there_are() -> None:
    for table, limits in LONGEST.items():
        if table not in _SETTINGS:
            assert set(limits) <= set(WRITABLE[table]._meta.fields), table


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
    assert "2001" in tell_problem(report.problems[1])
    assert report.vehicles_added == 2
    kept = database.execute_sql("SELECT max(length(remark)) FROM work_order").fetchone()
    assert kept == (2000,)


def test_every_text_is_measured_in_letters() -> None:
    assert first_too_long("vehicle", [("plate", "é" * 20)]) is None
    assert first_too_long("vehicle", [("plate", None), ("year", 2019)]) is None
