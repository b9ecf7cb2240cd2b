"""Reminders on paper: letters, call sheets, labels, stickers and the page that says what they brought.

Drawing is loaded inside each function: a page that merely lists the layouts must not wait for it.
"""

import re
import shutil
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.base.progress import Progress
from bengkel_crm.db.counter import cards
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.records.reminders import DuePerson, DueSubject, Letter, Shop, TextKind
from bengkel_crm.reports.paper.layouts import SHEET_NAMES, LabelContent, LetterLayout, find_sheet
from bengkel_crm.reports.workbooks_out.new_file import make_folder, new_file
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.workshop.reminders import reminder_texts, reminders
from bengkel_crm.workshop.reminders.call_numbers import keep_numbers, next_sheet
from bengkel_crm.workshop.settings.shop_details import read_shop

__all__ = [
    "DEFAULT_LABEL_SHEET",
    "LABEL_SHEETS",
    "LETTER_LAYOUTS",
    "LabelContent",
    "LetterLayout",
    "find_layout",
    "find_unprintable",
    "safe_file_name",
    "write_call_sheet",
    "write_funnel",
    "write_labels",
    "write_letters",
    "write_sticker_of_vehicle",
    "write_stickers",
]


LETTER_LAYOUTS = tuple(LetterLayout)
LABEL_SHEETS = SHEET_NAMES
DEFAULT_LABEL_SHEET = SHEET_NAMES[0]

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]+')
_LONGEST_NAME = 80
_MOST_BYTES = 200
# Windows keeps these names for devices, whatever their ending.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def safe_file_name(words: str, ending: str = ".pdf") -> str:
    """Return a file name made of some words, a customer's among them, that every system takes."""
    plain = "".join(
        " " if letter.isspace() else letter
        for letter in unicodedata.normalize("NFC", words[:1000])
        if letter.isspace() or unicodedata.category(letter)[0] != "C"
    )
    name = " ".join(_NOT_IN_NAMES.sub(" ", plain).split())[:_LONGEST_NAME]
    # A disk counts bytes: a letter can be four of them.
    name = name.encode()[:_MOST_BYTES].decode(errors="ignore").strip(" .")
    if not name or _RESERVED.fullmatch(name):
        name = f"Bengkel {name}".strip()
    return name + ending


def find_layout(name: str) -> LetterLayout:
    """Return the layout of letters of that name.

    Raises:
        InvalidValue: there is none.
    """
    try:
        return LetterLayout(name.strip().casefold())
    except ValueError as problem:
        raise errors.InvalidValue("letter_layout", name) from problem


def find_unprintable(people: Sequence[DuePerson]) -> list[DuePerson]:
    """Return those whose name, address or vehicle has letters that no paper of ours can show."""
    from bengkel_crm.reports.paper.pdf_text import lacks_letters  # see the module's docstring

    return [person for person in people if any(map(lacks_letters, _texts_of(person)))]


def _texts_of(person: DuePerson) -> Iterator[str]:
    """Return what a paper shows of somebody as it was typed."""
    yield from (text for text in (person.honorific, person.name, person.address) if text)
    yield from {item.vehicle for item in person.items}


def write_letters(
    database: Database,
    people: Sequence[DuePerson],
    path: Path,
    layout: LetterLayout,
    today: date,
    progress: Progress | None = None,
) -> Path:
    """Write a letter to each of these people and return the file; nothing is recorded as sent.

    `progress(done, total)` may raise to stop; then there is no file, or the old one.

    Raises:
        NothingToPrint: there is nobody.
        ShopFileError: the disk refused.
    """
    from bengkel_crm.reports.paper import letters  # see the module's docstring

    _need(people)
    shop = read_shop(database)
    texts = _letters(database, people, shop, today)
    letters.write_letters(path, texts, len(people), layout, shop, today, progress)
    return path


def _letters(database: Database, people: Sequence[DuePerson], shop: Shop, today: date) -> Iterator[Letter]:
    letter = reminder_texts.read_template(database, TextKind.LETTER)
    to_shop = reminder_texts.read_template(database, TextKind.TO_SHOP)
    for person in people:
        yield reminder_texts.letter_to(person, shop, letter, to_shop, today)


def write_call_sheet(
    database: Database,
    people: Sequence[DuePerson],
    path: Path,
    month: date,
    today: date,
    progress: Progress | None = None,
) -> Path:
    """Write the call sheet and return the file; its numbers are remembered, so that it can be typed back.

    Raises:
        NothingToPrint, ShopFileError: as `write_letters`.
    """
    from bengkel_crm.reports.paper import call_sheet  # see the module's docstring

    _need(people)
    sheet, shop = next_sheet(database, people), read_shop(database)
    call_sheet.write_call_sheet(path, people, shop, month.replace(day=1), today, progress, sheet)
    keep_numbers(database, people)
    return path


def write_labels(
    database: Database,
    people: Sequence[DuePerson],
    path: Path,
    sheet: str = DEFAULT_LABEL_SHEET,
    content: LabelContent = LabelContent.ADDRESS,
    start: int = 1,
    progress: Progress | None = None,
) -> Path:
    """Write a label for each of these people, from label number `start` of the first sheet.

    Raises:
        InvalidValue: no sheet is called so.
        NothingToPrint, ShopFileError: as `write_letters`.
    """
    from bengkel_crm.reports.paper import address_labels  # see the module's docstring

    _need(people)
    made = [
        address_labels.Label(
            name=" ".join(part for part in (person.honorific, person.name) if part),
            address=person.address or "",
            plate=format_plate(person.items[0].plate),
            phone=reminder_texts.phones_text(person),
        )
        for person in people
    ]
    address_labels.write_labels(path, made, content, find_sheet(sheet), start, progress)
    return path


def write_stickers(
    database: Database,
    people: Sequence[DuePerson],
    path: Path,
    sheet: str = DEFAULT_LABEL_SHEET,
    start: int = 1,
    progress: Progress | None = None,
) -> Path:
    """Write a sticker for the most urgent job of each vehicle of these people.

    Raises:
        InvalidValue: no sheet is called so.
        NothingToPrint: there is nobody, or nobody with a job that is due.
        ShopFileError: the disk refused.
    """
    from bengkel_crm.reports.paper import stickers  # see the module's docstring

    made: dict[int, stickers.Sticker] = {}
    for person in people:
        for item in person.items:
            if item.subject is DueSubject.JOB and item.vehicle_id not in made:
                plate, job = format_plate(item.plate), item.job_kind or ""
                day = item.due_on or item.due_by
                late = day < database.today()
                made[item.vehicle_id] = stickers.Sticker(plate, job, day, item.due_km, late)
    _need(made)
    stickers.write_stickers(
        path, list(made.values()), read_shop(database), find_sheet(sheet), start, progress
    )
    return path


def write_sticker_of_vehicle(
    database: Database, vehicle_id: int, path: Path, sheet: str = DEFAULT_LABEL_SHEET, start: int = 1
) -> Path:
    """Write the sticker a vehicle leaves with: its next job, on label number `start`.

    Raises:
        NotFound: there is no such vehicle.
        NothingToPrint: nothing of it falls due by a day or by km.
        InvalidValue, ShopFileError: as `write_stickers`.
    """
    from bengkel_crm.reports.paper import stickers  # see the module's docstring

    card = cards.find_card(database, vehicle_id)
    if card is None:
        raise errors.NotFound("vehicle", str(vehicle_id))
    dated = [job for job in card.due if job.due_on is not None or job.due_km is not None]
    _need(dated)
    plate = format_plate(card.vehicle.plate)
    job = dated[0]
    late = job.due_on is not None and job.due_on < database.today()
    sticker = stickers.Sticker(plate, job.job_kind, job.due_on, job.due_km, late)
    stickers.write_stickers(path, [sticker], read_shop(database), find_sheet(sheet), start)
    return path


def write_funnel(database: Database, first: date, last: date, path: Path, today: date) -> Path:
    """Write what came of the reminders sent in these days as one page.

    Raises:
        ShopFileError: the disk refused.
    """
    from bengkel_crm.reports.paper import funnel  # see the module's docstring

    report = reminders.measure_response(database, first, last, today)
    funnel.write_funnel(path, report, read_shop(database), first, last, today)
    return path


def _need(some: object) -> None:
    if not some:
        raise errors.NothingToPrint


def keep_paper(paper: Path, to: Path, progress: Progress) -> Path:
    """Write a copy of a paper to `to`, in place of an older paper, and return where it lies.

    Raises:
        FileExists: what is there is a shop file or another database, or no file at all.
        DiskFull, ReadOnlyPlace, OpenElsewhere, UnusableName, StorageFailed: what stood at `to` is untouched.
        Cancelled: `progress` raised it; likewise.
    """
    make_folder(to.parent)
    with paper.open("rb") as source, new_file(to) as file:
        shutil.copyfileobj(source, file)
        progress(1, 1)
    return to
