"""What a clerk is shown of a book: every sheet, every column with samples and how well it can be read."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bengkel_crm.base import errors
from bengkel_crm.workshop.exchange import (
    Book,
    Choices,
    ColumnProposal,
    ColumnRole,
    TableKind,
    TableProposal,
    check_book,
    look_again,
    open_book,
    propose,
    take_over,
)
from bengkel_crm.workshop.shop_file.shop_file import Database

from .books import TODAY, write_sheets

HEADER = ["Tanggal", "Nopol", "Nama", "HP", "KM", "Pekerjaan", "Biaya"]
ROWS: list[list[Any]] = [
    ["BENGKEL MAJU"],
    HEADER,
    ["01/02/2026", "AB 1 CD", "Budi", "081288341907", 1000, "Servis", 45000],
    ["02/03/2026", "AB 2 CD", "Budi", "8.12E+11", "banyak", "Ganti ban", "Rp 250.000"],
    ["kapan", "tanpa", "Siti", "-", None, "Servis", "gratis"],
    ["03/04/2026", "AB 1 CD", "Eko", 81288341909, "3.000 km", "Servis", None],
]


def book_of(tmp_path: Path, **sheets: list[list[Any]]) -> Book:
    return open_book(write_sheets(tmp_path / "book.xlsx", sheets))


def column(proposal: TableProposal, header: str) -> ColumnProposal:
    return next(column for column in proposal.columns if column.header == header)


def counts(proposal: TableProposal, header: str) -> tuple[int, int, int]:
    told = column(proposal, header)
    return told.filled, told.readable, told.doubtful


def test_each_column_shows_what_it_is_taken_for_and_how_well_it_reads(
    database: Database, tmp_path: Path
) -> None:
    (proposal,) = propose(database, book_of(tmp_path, Buku=ROWS))
    assert (proposal.rows, proposal.choice.header, proposal.choice.first) == (4, (2, 2), 3)
    assert [told.role for told in proposal.columns] == list(proposal.choice.roles)
    assert column(proposal, "Nama").samples == ("Budi", "Siti", "Eko")
    assert column(proposal, "HP").samples == ("081288341907", "8.12E+11", "81288341909")
    assert counts(proposal, "Tanggal") == (4, 0, 3)
    assert counts(proposal, "Nopol") == (4, 3, 0)
    assert counts(proposal, "HP") == (3, 2, 1)
    assert counts(proposal, "KM") == (3, 2, 0)
    assert counts(proposal, "Biaya") == (3, 2, 0)
    assert counts(proposal, "Nama") == (4, 4, 0)


def test_dates_that_another_table_settles_are_not_doubtful(database: Database, tmp_path: Path) -> None:
    other = [HEADER, ["31/12/2025", "AB 9 CD", "Rina", None, None, "Servis", 1]]
    proposals = propose(database, book_of(tmp_path, Buku=ROWS, Lama=other))
    assert [counts(proposal, "Tanggal") for proposal in proposals] == [(4, 3, 0), (1, 1, 0)]


def test_every_sheet_is_there_also_one_without_a_table(database: Database, tmp_path: Path) -> None:
    notes = [["catatan"], ["Merek", "Stok"], ["Yamalube", 5]]
    proposals = propose(database, book_of(tmp_path, Petunjuk=notes, Kosong=[], Buku=ROWS))
    told = [(proposal.choice.sheet, proposal.choice.taken, proposal.rows) for proposal in proposals]
    assert told == [("Petunjuk", False, 1), ("Kosong", False, 0), ("Buku", True, 4)]
    assert proposals[0].choice.header == (2, 2)
    assert [column.header for column in proposals[0].columns] == ["Merek", "Stok"]


def test_cells_beyond_the_last_name_are_shown(database: Database, tmp_path: Path) -> None:
    rows = [["Nopol", "Nama"], ["AB 1 CD", "Budi", "Merah"], ["AB 2 CD", "Siti"]]
    (proposal,) = propose(database, book_of(tmp_path, Kendaraan=rows))
    beyond = proposal.columns[2]
    assert (beyond.header, beyond.role, beyond.samples, beyond.filled) == (
        "",
        ColumnRole.OTHER,
        ("Merah",),
        1,
    )
    roles = (*proposal.choice.roles[:2], ColumnRole.COLOR)
    choice = replace(proposal.choice, roles=roles, kind=TableKind.VEHICLES)
    report = take_over(
        database, open_book(tmp_path / "book.xlsx"), Choices((choice,)), backups=None, today=TODAY
    )
    assert report.vehicles_added == 2
    assert database.execute_sql("SELECT color FROM vehicle ORDER BY plate_key").fetchall() == [
        ("Merah",),
        (None,),
    ]


def test_looking_again_reads_the_cells_as_what_the_clerk_says(database: Database, tmp_path: Path) -> None:
    book = book_of(tmp_path, Buku=ROWS)
    (proposal,) = propose(database, book)
    place = HEADER.index("Biaya")
    roles = list(proposal.choice.roles)
    roles[place] = ColumnRole.ODOMETER
    seen = look_again(book, replace(proposal.choice, roles=tuple(roles)))
    assert (seen.columns[place].role, seen.columns[place].confidence) == (ColumnRole.ODOMETER, 1.0)
    assert seen.choice.roles == tuple(roles)
    assert seen.columns[0] == proposal.columns[0]


def test_roles_are_padded_and_cut_to_the_width_of_the_table(database: Database, tmp_path: Path) -> None:
    book = book_of(tmp_path, Buku=ROWS)
    choice = propose(database, book)[0].choice
    for roles in ((ColumnRole.DATE,), (*choice.roles, ColumnRole.PHONE, ColumnRole.PHONE)):
        seen = look_again(book, replace(choice, roles=roles))
        assert len(seen.columns) == len(seen.choice.roles) == len(HEADER)
        assert seen.columns[0].role is ColumnRole.DATE


def test_a_choice_beyond_the_sheet_is_brought_back_into_it(database: Database, tmp_path: Path) -> None:
    book = book_of(tmp_path, Buku=ROWS, Kosong=[])
    choice = propose(database, book)[0].choice
    seen = look_again(book, replace(choice, header=(99, 120), first=1, last=500, roles=()))
    assert (seen.choice.header, seen.choice.first, seen.choice.last, seen.rows) == ((6, 6), 7, 6, 0)
    for sheet in ("Kosong", "no such sheet"):
        assert look_again(book, replace(choice, sheet=sheet)).columns == ()


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 1.0])
def test_cancelling_at_any_moment_writes_nothing(database: Database, tmp_path: Path, share: float) -> None:
    visits = [[date(2026, 8, 1), f"AB {n} CD", "Budi", None, n, "Servis", 1] for n in range(1, 900)]
    book = book_of(tmp_path, Buku=[HEADER, *visits])
    choices = Choices(tuple(table.choice for table in propose(database, book)))

    def progress(done: int, total: int) -> None:
        if done >= share * total:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        take_over(database, book, choices, backups=tmp_path / "backups", progress=progress, today=TODAY)
    with pytest.raises(errors.Cancelled):
        check_book(database, book, choices, progress=progress, today=TODAY)
    for table in ("vehicle", "deed", "book_mapping"):
        assert database.execute_sql(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_progress_of_a_check_goes_up_to_the_end(database: Database, tmp_path: Path) -> None:
    book = book_of(tmp_path, Buku=ROWS)
    choices = Choices(tuple(table.choice for table in propose(database, book)))
    told: list[tuple[int, int]] = []
    check_book(database, book, choices, progress=lambda done, total: told.append((done, total)), today=TODAY)
    assert told == sorted(told)
    assert told[-1] == (4, 4)


def test_without_a_backup_nothing_is_written(database: Database, tmp_path: Path) -> None:
    book = book_of(tmp_path, Kendaraan=[["Nopol", "Nama"], ["AB 1 CD", "Budi"], ["AB 2 CD", "Siti"]])
    choices = Choices(tuple(table.choice for table in propose(database, book)))
    (tmp_path / "no folder").write_text("a file stands here")
    with pytest.raises(errors.ShopFileError):
        take_over(database, book, choices, backups=tmp_path / "no folder", today=TODAY)
    assert database.execute_sql("SELECT count(*) FROM vehicle").fetchone() == (0,)
