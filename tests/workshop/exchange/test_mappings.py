"""What a clerk took the columns of a book for is remembered by the names above them."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from bengkel_crm.base import errors
from bengkel_crm.db.exchange import remembered
from bengkel_crm.workshop.exchange import (
    Book,
    Choices,
    ColumnRole,
    TableKind,
    TableProposal,
    import_book,
    look_again,
    open_book,
    propose,
    take_over,
)
from bengkel_crm.workshop.exchange.past_imports import undo_import
from bengkel_crm.workshop.journal.undo import redo_next, undo_last
from bengkel_crm.workshop.shop_file.shop_file import Database

from .books import TODAY, card_of, write_sheets

# Names nobody could guess, under a title; on a sheet of notes there is no table at all.
ROWS: list[list[Any]] = [
    ["Bengkel", "Maju"],
    ["Kode Hitam", "Kolom Putih", "Lajur"],
    ["x1", date(2026, 8, 1), "AB 1 CD"],
    ["x2", date(2026, 8, 2), "AB 2 CD"],
]
ROLES = (ColumnRole.WORK, ColumnRole.DATE, ColumnRole.PLATE)
NOTES = [["catatan"], ["jangan dihapus"]]


def book_of(tmp_path: Path, rows: list[list[Any]], name: str = "book.xlsx") -> Book:
    return open_book(write_sheets(tmp_path / name, {"Data": rows, "Catatan": NOTES}))


def as_the_clerk_says(database: Database, book: Book, **changes: Any) -> Choices:
    data, notes = propose(database, book)
    choice = replace(
        data.choice, header=(2, 2), first=3, last=4, kind=TableKind.VISITS, roles=ROLES, taken=True
    )
    seen = look_again(book, replace(choice, **changes))
    return Choices((seen.choice, notes.choice))


def roles_of(proposal: TableProposal) -> tuple[ColumnRole, ...]:
    return tuple(column.role for column in proposal.columns)


def test_a_mapping_is_remembered_for_the_next_book_with_that_header(
    database: Database, tmp_path: Path
) -> None:
    book = book_of(tmp_path, ROWS)
    assert not any(proposal.remembered for proposal in propose(database, book))
    take_over(database, book, as_the_clerk_says(database, book), backups=None, today=TODAY)
    grown = [["KODE  hitam", "kolom putih", " Lajur "], *ROWS[2:], ["x3", date(2026, 8, 3), "AB 3 CD"]]
    data, notes = propose(database, book_of(tmp_path, grown, "grown.xlsx"))
    assert (data.remembered, data.choice.header, roles_of(data)) == (True, (1, 1), ROLES)
    assert (data.choice.kind, data.choice.taken, data.rows) == (TableKind.VISITS, True, 3)
    assert (notes.remembered, notes.choice.taken) == (False, False)


def test_a_second_import_of_a_book_mapped_by_hand_adds_nothing(database: Database, tmp_path: Path) -> None:
    book = book_of(tmp_path, ROWS)
    first = take_over(database, book, as_the_clerk_says(database, book), backups=None, today=TODAY)
    assert (first.work_orders_added, first.vehicles_added) == (2, 2)
    choices = Choices(tuple(proposal.choice for proposal in propose(database, book)))
    again = take_over(database, book, choices, backups=None, today=TODAY)
    assert (again.deed_id, again.work_orders_known) == (None, 2)
    by_command = import_book(database, book.path, today=TODAY)
    assert (by_command.deed_id, by_command.work_orders_known) == (None, 2)
    assert card_of(database, "AB1CD").history_count == 1


def test_a_table_that_was_left_aside_is_so_again_unless_one_like_it_was_taken(
    database: Database, tmp_path: Path
) -> None:
    book = book_of(tmp_path, ROWS)
    choices = as_the_clerk_says(database, book, taken=False)
    take_over(database, book, choices, backups=None, today=TODAY)
    assert [(table.remembered, table.choice.taken) for table in propose(database, book)] == [
        (True, False),
        (False, False),
    ]
    taken = replace(choices.tables[0], taken=True)
    take_over(database, book, Choices((taken, choices.tables[0])), backups=None, today=TODAY)
    assert propose(database, book)[0].choice.taken


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "[]",
        "null",
        '{"kind": "visits"}',
        '{"kind": "visits", "roles": [], "taken": true}',
        '{"kind": "visits", "roles": ["flavour"], "taken": true}',
        '{"kind": "moons", "roles": ["plate"], "taken": true}',
        '{"kind": "visits", "roles": 7, "taken": true}',
        '{"kind": ["visits"], "roles": ["plate"], "taken": true}',
        "[" * 100_000,
    ],
)
def test_a_mapping_that_can_not_be_read_is_as_if_there_were_none(
    database: Database, tmp_path: Path, text: str
) -> None:
    rows = [["Tanggal", "Nopol", "Pekerjaan"], [date(2026, 8, 1), "AB 1 CD", "Servis"]]
    book = book_of(tmp_path, rows)
    before = propose(database, book)
    remembered.keep_mapping(database, "tanggal|nopol|pekerjaan", text, datetime(2026, 8, 1))
    assert propose(database, book) == before


def test_only_the_newest_mappings_are_kept(database: Database) -> None:
    for number in range(203):
        remembered.keep_mapping(
            database, f"a|{number}", "{}", datetime(2026, 8, 1, 0, number // 60, number % 60)
        )
    kept = remembered.list_mappings(database)
    assert len(kept) == 200
    assert "a|202" in kept
    assert "a|2" not in kept


def test_a_mapping_goes_with_the_import_that_did_not_happen(database: Database, tmp_path: Path) -> None:
    book = book_of(tmp_path, ROWS)

    def progress(done: int, total: int) -> None:
        if done == total:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        take_over(
            database, book, as_the_clerk_says(database, book), backups=None, progress=progress, today=TODAY
        )
    assert remembered.list_mappings(database) == {}


def test_what_columns_were_taken_for_is_taken_back_with_the_import_and_done_again(
    database: Database, tmp_path: Path
) -> None:
    book = book_of(tmp_path, ROWS)
    done = take_over(database, book, as_the_clerk_says(database, book), backups=None, today=TODAY)
    kept = remembered.list_mappings(database)
    assert len(kept) == 1
    assert done.deed_id is not None
    undo_last(database, done.deed_id)
    assert remembered.list_mappings(database) == {}
    assert not any(proposal.remembered for proposal in propose(database, book))
    redo_next(database)
    assert remembered.list_mappings(database) == kept


def test_an_import_taken_back_later_leaves_what_a_later_book_was_matched_as(
    database: Database, tmp_path: Path
) -> None:
    book = book_of(tmp_path, ROWS)
    first = take_over(database, book, as_the_clerk_says(database, book), backups=None, today=TODAY)
    more = book_of(tmp_path, [*ROWS, ["x3", date(2026, 8, 3), "AB 3 CD"]], "more.xlsx")
    choices = Choices(tuple(proposal.choice for proposal in propose(database, more)))
    second = take_over(database, more, choices, backups=None, today=TODAY)
    kept = remembered.list_mappings(database)
    assert first.deed_id is not None
    assert second.deed_id is not None
    undo_import(database, first.deed_id)
    assert remembered.list_mappings(database) == kept
    undo_import(database, second.deed_id)
    # The second had found what the first had left.
    assert remembered.list_mappings(database) == kept
