"""Papers for people of a month's list, out of a real shop file."""

import json
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import format_paper_day, set_language
from bengkel_crm.db.settings.settings import set_setting
from bengkel_crm.records.reminders import Channel, DuePerson
from bengkel_crm.workshop.journal.undo import undo_last
from bengkel_crm.workshop.reminders import reminder_papers, reminder_texts, reminders
from bengkel_crm.workshop.reminders.call_numbers import find_called, needs_sheet
from bengkel_crm.workshop.reminders.reminder_papers import LetterLayout, safe_file_name
from bengkel_crm.workshop.settings.shop_details import (
    ADDRESS,
    NAME,
    PHONE,
    WHATSAPP,
    keep_customers_language,
    keep_shop,
)
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle, make_work_order
from tests.reports.paper.paper_kit import codes_of, text_of

NOVEMBER = date(2026, 11, 1)
TODAY = date(2026, 11, 5)
NAMES = ("Sri Wulandari", "Budi Santoso", "Ketut Anggraini", "PT Maju <Jaya> & Rekan")


@pytest.fixture
def people(database: Database) -> tuple[DuePerson, ...]:
    for key, value in {
        NAME: "Bengkel Maju Jaya",
        ADDRESS: "Jl. Raya 1",
        PHONE: "021-7654321",
        WHATSAPP: "081288341907",
    }.items():
        keep_shop(database, {key: value})
    for number, name in enumerate(NAMES):
        vehicle_id = make_vehicle(database, f"B {1000 + number} KZR", name, (f"0812883419{number:02d}",))
        make_work_order(
            database, vehicle_id, date(2026, 9, 10 + number), ("Ganti oli mesin",), odometer_km=9000
        )
    return reminders.list_month(database, NOVEMBER, TODAY).people


@pytest.mark.journey
def test_letters_name_everybody_and_answer_to_the_shop(
    database: Database, people: tuple[DuePerson, ...], tmp_path: Path
) -> None:
    path = reminder_papers.write_letters(database, people, tmp_path / "surat.pdf", LetterLayout.THREE, TODAY)
    text = text_of(path)
    assert all(name in text for name in NAMES)
    assert "B 1002 KZR" in text
    codes = [urlsplit(code) for code in codes_of(path, tmp_path)]
    assert {code.path for code in codes} == {"/6281288341907"}
    texts = {parse_qs(code.query)["text"][0] for code in codes}
    assert "Halo Bengkel Maju Jaya, saya Sri Wulandari, mau servis B 1000 KZR." in texts
    assert len(texts) == 4


@pytest.mark.journey
def test_letters_speak_indonesian_whatever_the_screen_speaks(
    database: Database, people: tuple[DuePerson, ...], tmp_path: Path
) -> None:
    set_language("en")
    path = reminder_papers.write_letters(
        database, people, tmp_path / "surat.pdf", LetterLayout.WINDOW, date(2026, 5, 5)
    )
    text = text_of(path)
    assert "5 Mei 2026" in text
    assert "November 2026" in text
    assert "10 September 2026" in text


def test_every_paper_is_written_and_nothing_is_recorded(
    database: Database, people: tuple[DuePerson, ...], tmp_path: Path
) -> None:
    reminder_papers.write_letters(database, people, tmp_path / "a.pdf", LetterLayout.THREE, TODAY)
    reminder_papers.write_call_sheet(database, people, tmp_path / "b.pdf", NOVEMBER, TODAY)
    reminder_papers.write_labels(database, people, tmp_path / "c.pdf", "3x8", start=5)
    reminder_papers.write_stickers(database, people, tmp_path / "d.pdf", "2x7")
    reminder_papers.write_funnel(database, NOVEMBER, TODAY, tmp_path / "e.pdf", TODAY)
    assert {path.read_bytes()[:5] for path in tmp_path.glob("?.pdf")} == {b"%PDF-"}
    assert len(list(tmp_path.glob("?.pdf"))) == 5
    assert reminders.list_contacts(database, NOVEMBER, TODAY) == []
    assert reminders.list_month(database, NOVEMBER, TODAY).people == people


@pytest.mark.journey
def test_a_vehicle_leaves_with_the_sticker_of_its_next_job(database: Database, tmp_path: Path) -> None:
    vehicle_id = make_vehicle(database, "B 3472 KZR")
    make_work_order(database, vehicle_id, date(2026, 9, 10), ("Ganti oli mesin",), odometer_km=9000)
    database.clock = lambda: datetime(2026, 10, 1, 9)
    path = reminder_papers.write_sticker_of_vehicle(database, vehicle_id, tmp_path / "a.pdf", "4x11", 44)
    text = text_of(path)
    assert "B 3472 KZR" in text
    assert "10 Nov 2026" in text
    assert "km" in text


@pytest.mark.journey
def test_letters_and_stickers_speak_the_language_that_is_chosen_for_customers(
    database: Database, people: tuple[DuePerson, ...], tmp_path: Path
) -> None:
    keep_customers_language(database, "en")
    letters = reminder_papers.write_letters(
        database, people, tmp_path / "surat.pdf", LetterLayout.WINDOW, date(2026, 5, 5)
    )
    text = text_of(letters)
    for words in ("Dear", "Yours sincerely,", "Scan to book a service", "5 May 2026", "will soon be due for"):
        assert words in text, words
    database.clock = lambda: datetime(2026, 10, 1, 9)
    text += text_of(reminder_papers.write_stickers(database, people, tmp_path / "stiker.pdf", "2x7"))
    assert "10 Nov 2026" in text
    for words in ("Yth.", "Hormat", "Pindai", "waktunya", "berikutnya", "Servis terakhir", " dan "):
        assert words not in text, words
    undo_last(database)
    assert "Yth." in text_of(
        reminder_papers.write_letters(
            database, people, tmp_path / "lagi.pdf", LetterLayout.WINDOW, date(2026, 5, 5)
        )
    )


@pytest.mark.journey
def test_a_sticker_names_no_day_that_is_over(
    database: Database, people: tuple[DuePerson, ...], tmp_path: Path
) -> None:
    days = sorted({item.due_on or item.due_by for person in people for item in person.items})
    database.clock = lambda: datetime.combine(days[-1] + timedelta(days=1), time(9))
    text = text_of(reminder_papers.write_stickers(database, people, tmp_path / "a.pdf", "2x7"))
    assert "segera" in text
    assert [day for day in days if format_paper_day(day, "id") in text] == []
    database.clock = lambda: datetime.combine(days[0] - timedelta(days=1), time(9))
    text = text_of(reminder_papers.write_stickers(database, people, tmp_path / "b.pdf", "2x7"))
    assert "segera" not in text
    assert format_paper_day(days[0], "id") in text


def test_a_vehicle_with_nothing_due_has_no_sticker(database: Database, tmp_path: Path) -> None:
    vehicle_id = make_vehicle(database)
    with pytest.raises(errors.NothingToPrint):
        reminder_papers.write_sticker_of_vehicle(database, vehicle_id, tmp_path / "a.pdf")
    with pytest.raises(errors.NotFound):
        reminder_papers.write_sticker_of_vehicle(database, 999, tmp_path / "a.pdf")
    assert list(tmp_path.glob("*.pdf")) == []


def test_nobody_is_no_paper(database: Database, tmp_path: Path) -> None:
    with pytest.raises(errors.NothingToPrint):
        reminder_papers.write_letters(database, (), tmp_path / "a.pdf", LetterLayout.THREE, TODAY)
    with pytest.raises(errors.NothingToPrint):
        reminder_papers.write_call_sheet(database, (), tmp_path / "a.pdf", NOVEMBER, TODAY)
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_layout_or_sheet_that_does_not_exist_is_refused(
    database: Database, people: tuple[DuePerson, ...], tmp_path: Path
) -> None:
    assert reminder_papers.find_layout(" Window ") is LetterLayout.WINDOW
    with pytest.raises(errors.InvalidValue):
        reminder_papers.find_layout("empat")
    with pytest.raises(errors.InvalidValue):
        reminder_papers.write_labels(database, people, tmp_path / "a.pdf", "9x9")


def test_cancelling_keeps_the_file_and_the_numbers_that_were_there(
    database: Database, people: tuple[DuePerson, ...], tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    reminder_papers.write_call_sheet(database, people, path, NOVEMBER, TODAY)
    before = path.read_bytes()

    def progress(done: int, total: int) -> None:
        raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        reminder_papers.write_call_sheet(database, people[2:], path, NOVEMBER, TODAY, progress)
    assert path.read_bytes() == before
    assert behind(database, "1") == (people[0].items[0].vehicle_id,)


def behind(database: Database, typed: str) -> tuple[int, ...] | None:
    called = find_called(database, typed)
    return None if called is None else called.vehicle_ids


def test_the_numbers_of_a_sheet_stay_its_own_whatever_is_looked_at_later(
    database: Database, people: tuple[DuePerson, ...], tmp_path: Path
) -> None:
    assert behind(database, "1") is None
    monday = [(person.items[0].vehicle_id,) for person in people]
    for shown in (people, people):  # looked at again, it is the same sheet
        reminder_papers.write_call_sheet(database, shown, tmp_path / "a.pdf", NOVEMBER, TODAY)
        assert [behind(database, str(place)) for place in range(1, len(people) + 1)] == monday
    reminder_papers.write_call_sheet(database, people[1:], tmp_path / "b.pdf", NOVEMBER, TODAY)
    assert [behind(database, f"1-{place}") for place in range(1, len(people) + 1)] == monday
    assert behind(database, "2-1") == monday[1]
    assert behind(database, "1") is None, "of which sheet is not said"
    for typed in ("1-0", f"1-{len(people) + 1}", "3-1", "-1", "1-", "x"):
        assert behind(database, typed) is None


def test_the_paper_of_an_older_version_counts_until_a_newer_one_and_never_names_its_people(
    database: Database, people: tuple[DuePerson, ...], tmp_path: Path
) -> None:
    ids = [person.items[0].vehicle_id for person in people]
    # That version kept one paper, without a number and in another order.
    set_setting(database, "reminders.call_sheet", json.dumps([[one] for one in reversed(ids)]))
    assert behind(database, "1") == (ids[-1],)
    assert not needs_sheet(database, "1")
    reminder_papers.write_call_sheet(database, people, tmp_path / "a.pdf", NOVEMBER, TODAY)
    assert (behind(database, "1"), needs_sheet(database, "1"), needs_sheet(database, "1.")) == (
        None,
        True,
        True,
    )
    assert behind(database, "1-1") == (ids[0],)


def test_listing_the_layouts_loads_no_drawing() -> None:
    import subprocess

    code = (
        "import sys; import bengkel_crm.workshop.reminders.reminder_papers; print('reportlab' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert run.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Surat pengingat 2026-11", "Surat pengingat 2026-11.pdf"),
        ("Stiker B 3472 KZR", "Stiker B 3472 KZR.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ('PT <Maju> | "Jaya" : *?', "PT Maju Jaya.pdf"),
        ("C:\\Windows\\con", "C Windows con.pdf"),
        ("con", "Bengkel con.pdf"),
        ("LPT1.x", "Bengkel LPT1.x.pdf"),
        ("a\x00b\nc\u202ed", "ab cd.pdf"),
        ("...", "Bengkel.pdf"),
        ("", "Bengkel.pdf"),
        ("nama. ", "nama.pdf"),
        ("W" * 20_000, "W" * 80 + ".pdf"),
        ("محمد", "محمد.pdf"),
    ],
)
def test_a_customer_s_name_becomes_a_file_name_every_system_takes(
    words: str, name: str, tmp_path: Path
) -> None:
    assert safe_file_name(words) == name
    (tmp_path / safe_file_name(words)).write_bytes(b"")


def test_a_shop_without_a_name_speaks_of_itself_as_we(database: Database) -> None:
    vehicle_id = make_vehicle(database, phones=("081288341907",))
    make_work_order(database, vehicle_id, date(2026, 9, 10), ("Ganti oli mesin",), odometer_km=9000)
    (person,) = reminders.list_month(database, NOVEMBER, TODAY).people
    from bengkel_crm.workshop.settings.shop_details import read_shop

    text = reminder_texts.message_to(person, read_shop(database), "kepada {bengkel}.", TODAY)
    assert text == "kepada bengkel kami."


def test_a_letter_recorded_as_sent_keeps_people_off_the_next_list(
    database: Database, people: tuple[DuePerson, ...]
) -> None:
    listed = reminders.list_month(database, NOVEMBER, TODAY)
    reminders.record_sent(database, listed, people, Channel.LETTER, "Yth.", datetime(2026, 11, 5, 9))
    assert reminders.list_month(database, NOVEMBER, TODAY).people == ()


@pytest.mark.parametrize("letter", ["a", "é", "字", "😀"])
def test_a_name_of_any_letters_fits_on_a_disk(tmp_path: Path, letter: str) -> None:
    name = safe_file_name(f"Surat {letter * 300}")
    (tmp_path / name).write_bytes(b"%PDF")
    assert len(name.encode()) <= 210
    assert name.endswith(f"{letter}.pdf")
