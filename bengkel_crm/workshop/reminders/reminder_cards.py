"""One vehicle's card as somebody who may be reminded: for a message written at the counter."""

from datetime import date, timedelta

from bengkel_crm.base.i18n import translate_in
from bengkel_crm.records.counter import Card, DueJob
from bengkel_crm.records.reminders import Certainty, DueItem, DuePerson, DueSubject, MonthList, Shop
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.trade.odometers import estimate_km
from bengkel_crm.trade.phones import Phone
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.trade.templates import Placeholder, fill
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.shop_file.shop_file import Database

_SAMPLES = 20
# What falls due within these days is told along with what is late.
SOON_DAYS = 14


def person_of(card: Card, today: date) -> DuePerson | None:
    """Return the owner of a card with what is due or soon will be, urgent first; None where nothing is."""
    due = [job for job in card.due if job.due_by is not None and job.due_by <= today + timedelta(SOON_DAYS)]
    if not due:
        return None
    owner = card.owner
    return DuePerson(
        customer_id=None if owner is None else owner.id,
        name=None if owner is None else owner.name,
        honorific=None if owner is None else owner.honorific,
        phones=() if owner is None else owner.good_phones,
        address=None if owner is None else owner.address,
        items=tuple(_item(card, job, today) for job in due),
        last_note=card.notes[0].text if card.notes else None,
        last_contact_on=None,
        value_rupiah=sum(order.total_rupiah for order in card.history),
    )


def greeting_to(card: Card, shop: Shop) -> str:
    """Return how a message begins where nothing is due: "Halo Bu Sri, tentang B 3472 KZR: "."""
    owner = card.owner
    name = "" if owner is None else " ".join(part for part in (owner.honorific, owner.name) if part)
    values = {
        Placeholder.NAME: name,
        Placeholder.PLATE: format_plate(card.vehicle.plate),
        Placeholder.SHOP: shop.name,
    }
    if shop.name:
        template = translate_in("ToCustomers", "Hello {nama}, from {bengkel} about {plat}: ", shop.language)
    else:
        template = translate_in("ToCustomers", "Hello {nama}, about {plat}: ", shop.language)
    return fill(template, values)


def list_of(person: DuePerson, today: date) -> MonthList:
    """Return a month's list with nobody else on it, so that one reminder can be written down."""
    return MonthList(today.replace(day=1), (person,), (), (), ())


def list_samples(database: Database, today: date) -> list[DuePerson]:
    """Return people to try a text on: owners of cards opened lately, else a made-up one."""
    cards = (
        lookup.find_card(database, hit.vehicle_id) for hit in lookup.list_recently_opened(database, _SAMPLES)
    )
    people = (person_of(card, today) for card in cards if card is not None)
    return [person for person in people if person is not None and person.name] or [_made_up(today)]


def _made_up(today: date) -> DuePerson:
    item = DueItem(
        vehicle_id=0,
        plate="B 3472 KZR",
        vehicle="Honda Vario 125",
        kind=VehicleKind.MOTORCYCLE,
        subject=DueSubject.JOB,
        job_kind_id=None,
        job_kind_code=None,
        job_kind="Ganti oli mesin",
        due_by=today + timedelta(days=3),
        due_on=today + timedelta(days=3),
        due_km=45_000,
        last_on=today - timedelta(days=58),
        last_odometer_km=42_180,
        km_today=44_600,
        certainty=Certainty.ESTIMATED,
        visits=7,
        rhythm_days=60,
        oil=None,
    )
    phone = Phone("0812-8834-1907", "+6281288341907")
    return DuePerson(0, "Sri Wulandari", "Bu", (phone,), "Jl. Melati No. 14", (item,), None, None, 0)


def _item(card: Card, job: DueJob, today: date) -> DueItem:
    assert job.due_by is not None  # chosen by it
    vehicle, last = card.vehicle, card.last_work_order
    reading = next(
        ((order.date, order.odometer_km) for order in card.history if order.odometer_km is not None), None
    )
    rate = card.km_per_day
    name = " ".join(part for part in (vehicle.brand, vehicle.model) if part)
    return DueItem(
        vehicle_id=vehicle.id,
        plate=vehicle.plate,
        vehicle=name,
        kind=vehicle.kind,
        subject=DueSubject.JOB,
        job_kind_id=job.job_kind_id,
        job_kind_code=job.job_kind_code,
        job_kind=job.job_kind,
        due_by=job.due_by,
        due_on=job.due_on,
        due_km=job.due_km,
        last_on=None if last is None else last.date,
        last_odometer_km=None if last is None else last.odometer_km,
        km_today=None if reading is None or rate is None else estimate_km(reading, rate, today),
        certainty=Certainty.UNKNOWN if rate is None else Certainty.ESTIMATED,
        visits=card.history_count,
        rhythm_days=None,
        oil=None if card.oil is None else card.oil.name,
    )
