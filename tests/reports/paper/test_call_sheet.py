"""The call sheet: everybody once, by day, with numbers and boxes."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import set_language
from bengkel_crm.records.reminders import DuePerson, DueSubject
from bengkel_crm.reports.paper.call_block import COLUMNS, block_of
from bengkel_crm.reports.paper.call_sheet import write_call_sheet
from bengkel_crm.trade.phones import read_phones
from tests.reports.paper.paper_kit import (
    HOSTILE_NAMES,
    SHOP,
    TODAY,
    make_item,
    make_person,
    pages_of,
    text_of,
    words_of,
)

MONTH = date(2026, 11, 1)


def write(path: Path, people: list[DuePerson]) -> Path:
    write_call_sheet(path, people, SHOP, MONTH, TODAY)
    return path


@pytest.fixture(autouse=True)
def _english() -> None:
    set_language("en")


@pytest.mark.journey
def test_each_line_says_who_what_since_when_and_the_last_note(tmp_path: Path) -> None:
    person = make_person(
        "Joko Susilo",
        make_item("AD 1234 XY", due_by=date(2026, 11, 3)),
        make_item("AD 1234 XY", due_by=date(2026, 11, 20), job_kind="Kampas rem", due_km=None),
        honorific="Pak",
        phones=read_phones("081288341907 / 0274592098"),
        last_note="Minta diingatkan sore",
    )
    text = text_of(write(tmp_path / "a.pdf", [person]))
    for words in (
        "Pak Joko Susilo",
        "0812-8834-1907",
        "(0274) 592098",
        "AD 1234 XY",
        "Engine oil change",
        "3 Nov 2026",
        "9 days late",
        "at 45,000 km, now about 44,100 km",
        "Kampas rem",
        "20 Nov 2026",
        "last here 12 Aug 2026",
        "Minta diingatkan sore",
        "Tuesday, 3 November 2026",
        "Page 1 of 1",
    ):
        assert words in text, words


@pytest.mark.journey
def test_the_head_is_repeated_and_the_pages_are_counted(tmp_path: Path) -> None:
    people = [
        make_person(f"Pelanggan Nomor{number:02d}", make_item(due_by=MONTH + timedelta(days=number // 3)))
        for number in range(60)
    ]
    path = write(tmp_path / "a.pdf", people)
    pages = pages_of(path)
    text = text_of(path)
    assert pages >= 5
    assert text.count("Wrong") == text.count("Last note") == pages
    assert all(f"Page {number} of {pages}" in text for number in range(1, pages + 1))
    assert all(f"Nomor{number:02d}" in text for number in range(60))


@pytest.mark.journey
def test_fourteen_people_with_a_vehicle_each_fill_a_page(tmp_path: Path) -> None:
    people = [
        make_person(
            f"Pelanggan {number}",
            make_item(f"B {1000 + number} TX", due_by=MONTH + timedelta(days=number // 7)),
            make_item(f"B {1000 + number} TX", due_by=MONTH + timedelta(days=29), job_kind="Kampas rem"),
            phones=read_phones("081288341907"),
        )
        for number in range(56)
    ]
    path = write(tmp_path / "a.pdf", people)
    assert pages_of(path) <= 4
    for _, word, (_, bottom, _, top) in words_of(path):
        assert 10 < bottom < top < 595.3, word


@pytest.mark.journey
def test_the_numbers_run_through_in_the_order_given(tmp_path: Path) -> None:
    people = [
        make_person("Ani", make_item(due_by=MONTH + timedelta(days=number // 5))) for number in range(40)
    ]
    path = write(tmp_path / "a.pdf", people)
    left, width = COLUMNS["number"]
    numbers = [
        (page, -bottom, int(word))
        for page, word, (x, bottom, _, _) in words_of(path)
        if left <= x < left + width and word.isdecimal() and bottom > 30
    ]
    assert [number for _, _, number in sorted(numbers)] == list(range(1, 41))


def test_one_person_with_three_vehicles_is_one_block() -> None:
    person = make_person(
        "PT Maju",
        make_item("B 1 A", vehicle_id=1, due_by=date(2026, 11, 2)),
        make_item("B 2 A", vehicle_id=2, due_by=date(2026, 11, 3)),
        make_item("B 1 A", vehicle_id=1, due_by=date(2026, 11, 9), job_kind="Kampas rem"),
        make_item("B 3 A", vehicle_id=3, due_by=date(2026, 11, 30)),
    )
    block = block_of(7, person, TODAY)
    assert [vehicle.plate for vehicle in block.vehicles] == ["B 1 A", "B 2 A", "B 3 A"]
    assert [item.what for item in block.vehicles[0].items] == ["Engine oil change", "Kampas rem"]


@pytest.mark.journey
def test_a_fleet_larger_than_a_page_goes_on_after_it(tmp_path: Path) -> None:
    items = [make_item(f"B {1000 + number} TX", vehicle_id=number, due_by=MONTH) for number in range(45)]
    path = write(tmp_path / "a.pdf", [make_person("PT Armada", *items), make_person("Ani")])
    text = text_of(path)
    assert all(f"B {1000 + number} TX" in text for number in range(45))
    assert "PT Armada (continued)" in text
    assert pages_of(path) >= 3
    for _, word, (_, bottom, _, top) in words_of(path):
        assert 10 < bottom < top < 595.3, word


@pytest.mark.journey
def test_those_late_from_before_the_month_stand_under_one_heading(tmp_path: Path) -> None:
    people = [
        make_person("Lama", make_item(due_by=date(2026, 9, 30), subject=DueSubject.SLIPPING, job_kind=None)),
        make_person("Kemarin", make_item(due_by=date(2026, 10, 31))),
        make_person("Awal", make_item(due_by=date(2026, 11, 1))),
    ]
    text = text_of(write(tmp_path / "a.pdf", people))
    places = [text.index(words) for words in ("Late from before Nov 2026", "Lama", "Kemarin")]
    assert places == sorted(places)
    assert text.index("Kemarin") < text.index("Sunday, 1 November 2026") < text.index("Awal")
    assert "usually every 62 days, now 92" in text


@pytest.mark.journey
def test_hostile_names_and_notes_stay_in_their_columns(tmp_path: Path) -> None:
    people = [
        make_person(name, make_item(name or "B 1", job_kind=name, vehicle=name), last_note=name, phones=())
        for name in HOSTILE_NAMES
    ]
    path = write(tmp_path / "a.pdf", [*people, make_person("Terakhir")])
    assert "Terakhir" in text_of(path)
    for _, word, (left, _, right, _) in words_of(path):
        assert left >= 27, word
        assert right <= 842 - 27, word


def test_cancelling_leaves_no_file(tmp_path: Path) -> None:
    def progress(done: int, total: int) -> None:
        assert total == 30
        if done == 20:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        write_call_sheet(tmp_path / "a.pdf", [make_person()] * 30, SHOP, MONTH, TODAY, progress)
    assert list(tmp_path.iterdir()) == []
