"""A form that slept while others wrote: what was not touched is theirs, what both touched is asked about."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.records.counter import Card
from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.records.work_orders import WorkOrder
from bengkel_crm.ui.forms.meanwhile import Part, bring_together
from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm
from bengkel_crm.ui.work_orders.work_order_form import WorkOrderForm
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.drafts import drafts
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles import vehicles
from bengkel_crm.workshop.work_orders import work_orders
from tests.factories import draft_work_order, make_vehicle, make_work_order
from tests.ui.conftest import BareShell
from tests.ui.forms.clerk import opened, replace, save
from tests.ui.seen import named

STATES = st.fixed_dictionaries({key: st.sampled_from(["", "a", "b", "c"]) for key in "xyz"})
PARTS = [
    Part("X", ("x",), lambda state: str(state["x"])),
    Part("YZ", ("y", "z"), lambda state: state["y"] + state["z"]),
]


@given(STATES, STATES, STATES)
def test_no_side_loses_what_only_it_changed(
    base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    together, conflicts = bring_together(base, mine, theirs, PARTS)
    for part in PARTS:
        was, typed, now, shown = (tuple(s[key] for key in part.keys) for s in (base, mine, theirs, together))
        assert shown == (now if typed == was else typed)
        assert (part in [one.part for one in conflicts]) == (len({was, typed, now}) == 3)


def card_of(database: Database, vehicle_id: int) -> Card:
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    return card


def somebody_fills(database: Database, vehicle_id: int, **changed: Any) -> None:
    """Another writer overwrites the vehicle and its owner."""
    card = card_of(database, vehicle_id)
    assert card.owner is not None
    vehicle = {"plate": card.vehicle.plate, "kind": card.vehicle.kind, "color": card.vehicle.color}
    owner = {"name": card.owner.name, "phones": tuple(phone.typed for phone in card.owner.phones)}
    for name, value in changed.items():
        (owner if name in ("name", "phones", "address") else vehicle)[name] = value
    vehicles.edit_vehicle(
        database,
        vehicle_id,
        VehicleDraft(**vehicle),
        CustomerDraft(**owner),
        customer_id=card.owner.id,
    )


@pytest.fixture
def brio(database: Database) -> int:
    return make_vehicle(database, "AB 1345 RS", "Bayu", ["081227771345"], brand=None, model=None, year=None)


def lose(form: QWidget) -> None:
    """Let a form go as a power cut would."""
    form.setParent(None)
    form.hide()
    form.deleteLater()


def test_a_form_that_stood_open_writes_what_was_touched(
    shell: BareShell, ground: QWidget, brio: int, database: Database, qtbot: QtBot
) -> None:
    form = opened(VehicleForm.edit(shell, brio, ground))
    form.vehicle.show_text("color", "Merah")
    somebody_fills(database, brio, brand="Honda", model="Brio", year=2019, address="Jl. Kenanga 3")
    with qtbot.waitSignal(form.saved):
        save()
    card = card_of(database, brio)
    assert card.owner is not None
    assert (card.vehicle.color, card.vehicle.brand, card.vehicle.model, card.vehicle.year) == (
        *("Merah", "Honda", "Brio"),
        2019,
    )
    assert card.owner.address == "Jl. Kenanga 3"


def test_a_draft_from_before_an_import_keeps_what_came_in(
    shell: BareShell, ground: QWidget, brio: int, database: Database, qtbot: QtBot
) -> None:
    form = opened(VehicleForm.edit(shell, brio, ground))
    form.vehicle.show_text("color", "Merah")
    form.keeper.keep_now()
    lose(form)
    somebody_fills(database, brio, brand="Honda", model="Brio", year=2019)
    form = opened(VehicleForm.edit(shell, brio, ground))
    assert (form.vehicle.typed("color"), form.vehicle.brand_edit.text()) == ("Merah", "Honda")
    with qtbot.waitSignal(form.saved):
        save()
    vehicle = card_of(database, brio).vehicle
    assert (vehicle.color, vehicle.brand, vehicle.model, vehicle.year) == ("Merah", "Honda", "Brio", 2019)


def test_a_draft_of_an_older_program_empties_nothing(
    shell: BareShell, ground: QWidget, brio: int, database: Database
) -> None:
    form = opened(VehicleForm.edit(shell, brio, ground))
    kept = {**form.state(), "color": "Merah"}
    form.close_unkept()
    drafts.save_draft(database, f"vehicle:{brio}", kept, datetime(2026, 8, 12))
    somebody_fills(database, brio, brand="Honda")
    form = opened(VehicleForm.edit(shell, brio, ground))
    assert (form.vehicle.typed("color"), form.vehicle.brand_edit.text()) == ("Merah", "Honda")


@pytest.mark.parametrize("keep", [True, False])
def test_what_both_changed_is_shown_with_both_values_and_asked_about_once(
    shell: BareShell, ground: QWidget, brio: int, database: Database, qtbot: QtBot, keep: bool
) -> None:
    form = opened(VehicleForm.edit(shell, brio, ground))
    form.vehicle.show_text("color", "Merah")
    somebody_fills(database, brio, color="Biru", brand="Honda")
    save()
    assert form.isVisible()
    assert card_of(database, brio).vehicle.color == "Biru"
    for value in ("Merah", "Biru", "Warna"):
        assert value in form.notice.text()
    theirs, mine = form.notice.answers()
    (mine if keep else theirs).click()
    with qtbot.waitSignal(form.saved):
        save()
    vehicle = card_of(database, brio).vehicle
    assert (vehicle.color, vehicle.brand) == ("Merah" if keep else "Biru", "Honda")


def test_a_phone_is_never_written_to_an_owner_who_came_meanwhile(
    shell: BareShell, ground: QWidget, brio: int, database: Database, qtbot: QtBot
) -> None:
    form = opened(VehicleForm.edit(shell, brio, ground))
    form.owner.phones_edit.setText("0813-9999-8888")
    vehicle = VehicleDraft("AB 1345 RS")
    vehicles.edit_vehicle(database, brio, vehicle, CustomerDraft("Tono", ("0812-1111-2222",)))
    save()
    assert form.isVisible()
    assert "Tono" in form.notice.text()
    theirs, _ = form.notice.answers()
    theirs.click()
    with qtbot.waitSignal(form.saved):
        save()
    owner = card_of(database, brio).owner
    assert owner is not None
    assert (owner.name, [phone.typed for phone in owner.phones]) == ("Tono", ["0812-1111-2222"])


def order_of(database: Database, order_id: int) -> WorkOrder:
    return work_orders.get_work_order(database, order_id)


@pytest.fixture
def visit(database: Database, brio: int) -> int:
    return make_work_order(database, brio, date(2026, 8, 1), ["Servis ringan"], odometer_km=10_000)


def test_kilometres_and_lines_changed_meanwhile_are_not_put_back(
    shell: BareShell, ground: QWidget, brio: int, visit: int, database: Database, qtbot: QtBot
) -> None:
    form = opened(WorkOrderForm(shell, brio, visit, ground))
    named(form, QPlainTextEdit, form.visit.symptom.label()).setPlainText("bunyi")
    other = draft_work_order(brio, date(2026, 8, 1), ["Turun mesin"], odometer_km=10_500)
    work_orders.edit_work_order(database, visit, other)
    with qtbot.waitSignal(form.saved):
        save()
    order = order_of(database, visit)
    assert (order.odometer_km, [line.text for line in order.lines], order.symptom) == (
        10_500,
        ["Turun mesin"],
        "bunyi",
    )


def test_lines_that_both_changed_are_asked_about(
    shell: BareShell, ground: QWidget, brio: int, visit: int, database: Database, qtbot: QtBot
) -> None:
    form = opened(WorkOrderForm(shell, brio, visit, ground))
    form.work.jobs_edit.setText("Cek CVT")
    work_orders.edit_work_order(
        database, visit, draft_work_order(brio, date(2026, 8, 1), ["Turun mesin"], odometer_km=10_000)
    )
    save()
    assert form.isVisible()
    assert "Cek CVT" in form.notice.text()
    assert "Turun mesin" in form.notice.text()
    with qtbot.waitSignal(form.saved):
        save()
    assert [line.text for line in order_of(database, visit).lines] == ["Cek CVT"]


@pytest.mark.parametrize("way", ["undone", "in the bin"])
def test_a_form_whose_work_order_is_gone_says_so_and_keeps_what_was_typed(
    shell: BareShell, ground: QWidget, brio: int, visit: int, database: Database, way: str
) -> None:
    form = opened(WorkOrderForm(shell, brio, visit, ground))
    form.visit.km_edit.setFocus()
    replace("12345")
    if way == "undone":
        undo.undo_last(database)
    else:
        work_orders.remove_work_order(database, visit)
    other = make_work_order(database, brio, date(2026, 8, 2), ["Lain"], odometer_km=11_000)
    save()
    assert form.isVisible()
    assert form.notice.text()
    assert "12" in form.visit.km_edit.text()
    order = order_of(database, other)
    assert (order.odometer_km, [line.text for line in order.lines]) == (11_000, ["Lain"])


def test_a_form_whose_vehicle_is_gone_says_so(
    shell: BareShell, ground: QWidget, brio: int, database: Database
) -> None:
    form = opened(VehicleForm.edit(shell, brio, ground))
    form.vehicle.show_text("color", "Merah")
    vehicles.remove_vehicle(database, brio)
    save()
    assert form.isVisible()
    assert form.notice.text()
