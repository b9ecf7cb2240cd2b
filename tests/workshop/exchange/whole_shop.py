"""Shops for round trips: one with all a shop can enter, one with what nobody should be able to enter."""

from datetime import date, datetime, timedelta
from typing import Any

from bengkel_crm.db.customers import customers
from bengkel_crm.db.journal.deeds import Deed, perform
from bengkel_crm.records.customers import ContactWishes, CustomerDraft
from bengkel_crm.records.reminders import Channel, Direction, Outcome
from bengkel_crm.records.vehicles import VehicleDates, VehicleDraft
from bengkel_crm.schema.lengths import LONGEST
from bengkel_crm.trade.intervals import JobInterval
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.trade.names import name_key
from bengkel_crm.trade.plates import plate_key
from bengkel_crm.workshop.customers.notes import add_note, remove_note
from bengkel_crm.workshop.demo.demo import fill_demo
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.settings.job_kinds import IntervalChange, list_job_kinds, set_intervals
from bengkel_crm.workshop.settings.settings import change_settings
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles.vehicles import change_owner, edit_vehicle, remove_vehicle
from bengkel_crm.workshop.work_orders.work_orders import remove_work_order
from tests.factories import make_vehicle, make_work_order

from .books import TODAY

NOW = datetime(2026, 11, 21, 8, 15, 42)
HOSTILE = (
    *("=1+1", "+62", "-5", "@SUM(A1)", "'quoted", "007", "1e5", "TRUE", "12/08/2026", "#REF!", '"; DROP'),
    *("😀👩‍🔧🇮🇩", "‏مرحبا بالعالم", "a\u202eb", "日本", "e\u0301", "<b>&amp;</b> & 'x'", "_x0041_ _x000D_"),
    *("  both ends  ", " ", "tab\there", "one\ntwo\r\nthree\rfour", "\x00\x01\x1f\x7f\x85\ufeff\ufffe"),
    *(
        "\n",
        "\u00a0hard\u00a0",
        "line\u2028end",
        "x" * 32_767,
        "y" * 32_768,
        "panjang " * 12_000,
        "😀" * 30_000,
    ),
)


def fill_shop(database: Database) -> None:
    """Make a demo shop with one of everything a shop can enter besides."""
    fill_demo(database, 40, 7, today=TODAY)
    vehicle_id = make_vehicle(database, "b-9911 xyz", owner="Bu Sri", phones=("0812-8834-1907", "12345"))
    dates = VehicleDates(date(2026, 3, 1), date(2026, 4, 1), date(2026, 11, 29), date(2029, 2, 28))
    draft = VehicleDraft("B 9912 XYZ", VehicleKind.CAR, "Toyota", "Avanza", 2019, "Putih", dates)
    edit_vehicle(database, vehicle_id, draft, on=date(2026, 5, 5))
    with perform(database, "customer_added", "PT") as deed:
        wishes = ContactWishes(date(2026, 1, 2), date(2025, 1, 2))
        company = CustomerDraft("PT Maju", ("0274 592098",), None, "Pak Adi", "Jl. Solo 1", wishes)
        company_id = customers.add_customer(deed, company)
    change_owner(database, vehicle_id, company_id, date(2026, 6, 6))
    _fill_contacts(database, vehicle_id, company_id)
    _fill_bin(database, vehicle_id)
    own = JobInterval(VehicleKind.CAR, 7, 7_777)
    set_intervals(database, [IntervalChange(list_job_kinds(database)[0].id, own)])
    change_settings(database, {"text.whatsapp": "Halo {nama},\n\nsudah waktunya servis.\n" * 90})


def _fill_contacts(database: Database, vehicle_id: int, customer_id: int) -> None:
    month_list = reminders.list_month(database, TODAY, TODAY)
    people = month_list.people[:4]
    assert len(people) == 4
    reminders.record_sent(database, month_list, people, Channel.WHATSAPP, "Halo", NOW)
    reminders.record_calls(database, month_list, people[:1], Outcome.LATER, NOW, date(2026, 12, 24))
    reminders.record_calls(database, month_list, people[1:2], Outcome.WRONG_NUMBER, NOW + timedelta(hours=1))
    reminders.record_contact(
        database, vehicle_id, customer_id, Channel.CALL, Direction.IN, "tanya harga", NOW + timedelta(days=1)
    )


def _fill_bin(database: Database, vehicle_id: int) -> None:
    gone = make_vehicle(database, "AB 1 ZZ", owner="Pak Hapus")
    make_work_order(database, gone, number="GONE-1")
    remove_vehicle(database, gone, at=NOW)
    # Removed, its plate is free for another.
    make_vehicle(database, "AB 1 ZZ", owner=None)
    remove_work_order(database, make_work_order(database, vehicle_id, number="GONE-2"), at=NOW)
    note_id = add_note(database, vehicle_id, "catatan lama", TODAY).record_id
    assert note_id is not None
    remove_note(database, note_id, at=NOW)


def fill_hostile(database: Database) -> None:
    """Put hostile texts, days and amounts wherever a shop file keeps any."""
    with perform(database, "hostile", "") as deed:
        for number, text in enumerate(HOSTILE):
            _add_hostile(deed, number, text)
    change_settings(database, {"text.letter": "\n".join(HOSTILE)[: LONGEST["letter"]["text"]]})


def _fitting(table: str, **texts: str) -> dict[str, str]:
    """Return texts of a row, each as much of it as may stand there."""
    return {column: text[: LONGEST[table][column]] for column, text in texts.items()}


def _add_hostile(deed: Deed, number: int, text: str) -> None:
    person = _fitting("customer", name=text, address=text)
    customer_id = deed.add("customer", name_key=name_key(person["name"]), kind="person", **person)
    deed.add("customer_phone", customer_id=customer_id, position=0, **_fitting("customer_phone", typed=text))
    plate = f"{number}{text}"[: LONGEST["vehicle"]["plate"]]
    facts = {"kind": "car", **_fitting("vehicle", brand=text, model=text, color=text)}
    days = {"sold_on": "1899-12-31", "gone_on": "1900-02-28", "stnk_tax_on": "1900-03-01"}
    vehicle_id = deed.add(
        "vehicle", plate=plate, plate_key=plate_key(plate), **facts, **days, plate_expires_on="9999-12-31"
    )
    deed.add("ownership", vehicle_id=vehicle_id, customer_id=customer_id, since="0001-01-01")
    order: dict[str, Any] = _fitting("work_order", symptom=text, remark=text, jobs=text, oil=text)
    order_id = deed.add(
        "work_order",
        number=f"{number} {text}"[: LONGEST["work_order"]["number"]],
        vehicle_id=vehicle_id,
        date=f"19{number:02}-01-31",
        total_rupiah=999_999_999_999_999 - number,
        status="done",
        **order,
    )
    for quantity in (0.1, 12.345678, 1e-7, 0.0):
        line: dict[str, Any] = {"position": 0, "kind": "job", "price_rupiah": -5}
        line |= _fitting("work_order_line", text=text)
        deed.add("work_order_line", work_order_id=order_id, quantity=quantity, **line)
    deed.add("note", vehicle_id=vehicle_id, written_on="1850-05-05", **_fitting("note", text=text))
    contact = {"channel": "call", "direction": "in", "outcome_at": "2026-02-02T02:02:02.5"}
    contact |= _fitting("contact", content=text)
    deed.add("contact", customer_id=customer_id, at="1899-01-01T23:59:59", **contact)
    deed.vehicle_ids.add(vehicle_id)
