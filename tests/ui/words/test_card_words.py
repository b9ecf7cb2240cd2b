"""What a card says: dates, distances and how urgent they are."""

from datetime import date

import pytest

from bengkel_crm.base import i18n
from bengkel_crm.records.counter import Card, DueJob
from bengkel_crm.records.customers import Customer
from bengkel_crm.records.vehicles import Vehicle
from bengkel_crm.records.work_orders import WorkOrderSummary
from bengkel_crm.trade.kinds import CustomerKind, VehicleKind, WorkOrderStatus
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.words import card_words

TODAY = date(2026, 11, 21)
READ_ON = date(2026, 11, 1)


def owner(honorific: str | None = None, contact: str | None = None) -> Customer:
    return Customer(1, "Sugeng", honorific, CustomerKind.PERSON, contact, None, ())


def due(by: date | None, on: date | None = None, km: int | None = None, *, estimated: bool = False) -> DueJob:
    return DueJob(1, "engine_oil", "Ganti oli mesin", date(2026, 9, 1), 40_000, on, km, by, estimated)


def card(*jobs: DueJob, km: int | None = 42_000, km_per_day: float | None = 30.0) -> Card:
    order = WorkOrderSummary(
        1, "PKB-00001", READ_ON, km, "Ganti oli mesin", None, None, None, 0, WorkOrderStatus.DONE
    )
    vehicle = Vehicle(1, "B 1 A", "B1A", VehicleKind.MOTORCYCLE, "Honda", "Beat", None, None)
    return Card(vehicle, None, order, None, None, km_per_day, jobs, (order,), 1, (), ())


@pytest.mark.parametrize(
    ("customer", "name"),
    [
        (owner(), "Sugeng"),
        (owner("Bpk"), "Bpk Sugeng"),
        (owner("H.", "Rina"), "H. Sugeng (Rina)"),
        (None, "Pemilik belum diketahui"),
    ],
)
def test_an_owner_is_addressed_as_known(customer: Customer | None, name: str) -> None:
    assert card_words.owner_name(customer) == name


def test_a_late_day_is_red_and_an_early_one_is_not() -> None:
    late = card_words.next_visit(card(due(date(2026, 11, 12), date(2026, 11, 12), 45_210)), TODAY)
    assert (late.value, late.detail, late.tone) == ("12 Nov 2026", "terlambat 9 hari · 45.210 km", Tone.BAD)
    early = card_words.next_visit(card(due(date(2026, 12, 1), date(2026, 12, 1))), TODAY)
    assert (early.detail, early.tone) == ("10 hari lagi", Tone.NEUTRAL)


def test_an_estimated_day_says_so() -> None:
    words = card_words.next_visit(card(due(date(2026, 12, 1), None, 43_000, estimated=True)), TODAY)
    assert words.value == "± 1 Des 2026"


def test_the_km_of_today_go_on_from_the_last_reading() -> None:
    assert card_words.km_today_words(card(), TODAY) == "KM hari ini ± 42.600 (perkiraan)"
    read_today = card_words.last_reading(card())
    assert read_today is not None
    day, km = read_today
    assert card_words.km_today_words(card(), day) == f"KM hari ini {i18n.format_number(km)}"
    assert "42.000 km" in card_words.km_basis_words(card())
    assert "30 km" in card_words.km_basis_words(card())


def test_without_two_readings_the_km_of_today_are_not_guessed() -> None:
    assert card_words.km_today_words(card(km_per_day=None), TODAY) == ""
    assert card_words.km_today_words(card(km=None), TODAY) == ""


@pytest.mark.parametrize(
    ("job", "detail", "tone"),
    [
        (due(date(2026, 11, 12), date(2026, 11, 12)), "terlambat 9 hari · 12 Nov 2026", Tone.BAD),
        (due(TODAY, TODAY), "hari ini · 21 Nov 2026", Tone.WARN),
        (due(date(2026, 11, 28), date(2026, 11, 28)), "7 hari lagi · 28 Nov 2026", Tone.WARN),
        (due(date(2027, 3, 1), date(2027, 3, 1)), "3 bulan lagi · 1 Mar 2027", Tone.OK),
        (due(date(2026, 11, 12), None, 42_300, estimated=True), "terlambat 9 hari (± 300 km)", Tone.BAD),
        (due(date(2026, 12, 20), None, 43_500, estimated=True), "± 20 Des 2026 · sisa ± 900 km", Tone.OK),
        (due(date(2026, 12, 6), None, 43_000, estimated=True), "± 6 Des 2026 · sisa ± 400 km", Tone.WARN),
        (due(date(2027, 5, 1), None, 48_000, estimated=True), "± Mei 2027 · sisa ± 5.400 km", Tone.OK),
        (due(None, None, 50_000), "sisa ± 7.400 km", Tone.NEUTRAL),
        (due(None, None, 42_000), "lewat ± 600 km", Tone.BAD),
    ],
)
def test_a_due_job_says_when_and_how_urgent_it_is(job: DueJob, detail: str, tone: Tone) -> None:
    words = card_words.due_job(job, card(job), TODAY)
    assert (words.detail, words.tone) == (detail, tone)


def test_a_job_due_by_km_alone_names_the_km_where_nothing_can_be_reckoned() -> None:
    job = due(None, None, 50_000)
    assert card_words.due_job(job, card(job, km=None), TODAY).detail == "pada 50.000 km"
