"""Whatever is the matter with a file: what it says comes in, and what can not be known is named."""

from pathlib import Path

import pytest

from bengkel_crm.words.messages import describe_error
from bengkel_crm.workshop.counter.lookup import look_up_plate
from bengkel_crm.workshop.exchange import import_book
from bengkel_crm.workshop.shop_file.shop_file import Database

from ..books import TODAY
from . import excel_cells, excel_dates, excel_sheets, other_formats, refused, texts
from .cases import Case, Told

CASES = [
    *excel_cells.CASES,
    *excel_dates.CASES,
    *excel_sheets.CASES,
    *other_formats.CASES,
    *texts.CASES,
]


def by_name(case: Case) -> str:
    return case.name.replace(" ", "-")


def told_of(database: Database, key: str) -> Told | None:
    """Return what the counter says of a plate."""
    card = look_up_plate(database, key)
    if card is None:
        return None
    last = card.last_work_order
    return Told(
        None if card.owner is None else card.owner.name,
        () if card.owner is None else tuple(phone.e164 for phone in card.owner.phones),
        None if last is None else last.date,
        None if last is None else last.odometer_km,
        None if card.oil is None else card.oil.name,
        None if last is None else card.history[0].total_rupiah,
        card.history_count,
    )


def test_there_are_many_and_no_name_twice() -> None:
    names = [case.name for case in [*CASES, *refused.CASES]]
    assert len(names) >= 60
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("case", CASES, ids=by_name)
def test_what_a_messy_file_says_comes_in_or_is_named(database: Database, tmp_path: Path, case: Case) -> None:
    path = tmp_path / f"Buku servis{case.suffix}"
    case.write(path)
    report = import_book(database, path, today=TODAY)
    assert {key: told_of(database, key) for key in case.told} == dict(case.told)
    assert report.vehicles_added == len(case.told)
    assert sorted((problem.row, problem.reason) for problem in report.problems) == sorted(case.problems)
    assert sorted((doubt.row, doubt.doubt) for doubt in report.doubts) == sorted(case.doubts)
    assert sum(report.rows.values()) == report.rows_total


@pytest.mark.parametrize("case", refused.CASES, ids=by_name)
def test_what_is_no_book_is_refused_in_a_sentence(database: Database, tmp_path: Path, case: Case) -> None:
    assert case.refused is not None
    path = tmp_path / f"Buku servis{case.suffix}"
    case.write(path)
    with pytest.raises(case.refused) as caught:
        import_book(database, path, today=TODAY)
    assert type(caught.value) is case.refused
    assert path.name in describe_error(caught.value)
