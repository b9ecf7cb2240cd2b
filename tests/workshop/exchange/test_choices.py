"""A book as a clerk sees it before it is taken over, and what his decisions make of it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from bengkel_crm.trade.dates import DateOrder
from bengkel_crm.workshop.exchange import (
    Book,
    Choices,
    ColumnRole,
    ImportReport,
    PhoneRule,
    TableKind,
    TableProposal,
    check_book,
    look_again,
    open_book,
    propose,
    take_over,
)
from bengkel_crm.workshop.exchange.rows.entries import Reason, RowFate
from bengkel_crm.workshop.shop_file.shop_file import Database, open_shop

from .books import TODAY, card_of, phones_of, write_sheets

HEADER = ["Tanggal", "Nopol", "Nama", "HP", "KM", "Pekerjaan", "Biaya"]
ROWS: list[list[Any]] = [
    HEADER,
    ["01/02/2026", "AB 1 CD", "Budi", "081288341907", 1000, "Servis", 45000],
    ["02/03/2026", "AB 2 CD", "Siti", "081288341908 / 081288341909", "banyak", "Ganti ban", 250000],
    ["03/04/2026", "AB 3 CD", "Eko", "8.12E+11", 3000, "Servis", "Rp 50.000"],
]


def book_of(tmp_path: Path, rows: list[list[Any]], name: str = "Buku") -> Book:
    return open_book(write_sheets(tmp_path / "book.xlsx", {name: rows}))


def choices_of(proposals: tuple[TableProposal, ...], **changes: Any) -> Choices:
    return Choices(tuple(proposal.choice for proposal in proposals), **changes)


def check(database: Database, book: Book, **changes: Any) -> ImportReport:
    return check_book(database, book, choices_of(propose(database, book), **changes), today=TODAY)


def take(database: Database, book: Book, **changes: Any) -> ImportReport:
    return take_over(
        database, book, choices_of(propose(database, book), **changes), backups=None, today=TODAY
    )


def count(database: Database, table: str) -> int:
    (rows,) = database.execute_sql(f"SELECT count(*) FROM {table}").fetchone()
    return int(rows)


def test_a_date_order_settles_what_no_date_tells(database: Database, tmp_path: Path) -> None:
    book = book_of(tmp_path, ROWS)
    report = check(database, book)
    assert [problem.reason for problem in report.problems] == [Reason.AMBIGUOUS_DATE] * 3
    assert [problem.column_index for problem in report.problems] == [0, 0, 0]
    take(database, book, date_order=DateOrder.MONTH_FIRST)
    assert card_of(database, "AB1CD").history[0].date == date(2026, 1, 2)


def test_checking_writes_nothing_and_taking_over_writes_what_was_told(
    database: Database, tmp_path: Path
) -> None:
    book = book_of(tmp_path, ROWS)
    told = check(database, book, date_order=DateOrder.DAY_FIRST)
    assert (count(database, "vehicle"), count(database, "deed"), told.dry_run) == (0, 0, True)
    done = take(database, book, date_order=DateOrder.DAY_FIRST)
    assert (done.work_orders_added, done.customers_added, done.vehicles_added) == (3, 3, 3)
    assert (done.rows, done.problems, done.doubts) == (told.rows, told.problems, told.doubts)
    again = take(database, book, date_order=DateOrder.DAY_FIRST)
    assert (again.deed_id, again.rows[RowFate.KNOWN]) == (None, 3)


def test_a_mended_cell_is_read_anew(database: Database, tmp_path: Path) -> None:
    book = book_of(tmp_path, ROWS)
    day_first = {"date_order": DateOrder.DAY_FIRST}
    doubts = check(database, book, **day_first).doubts
    assert [(doubt.row, doubt.column_index, doubt.value) for doubt in doubts] == [
        (3, 4, "banyak"),
        (4, 3, "8.12E+11"),
    ]
    mended = {("Buku", 3, 4): " 12.500 km ", ("Buku", 2, 1): "AB 11 CD", ("Buku", 4, 3): "081288341910"}
    report = take(database, book, mended=mended, **day_first)
    assert report.doubts == ()
    assert card_of(database, "AB2CD").history[0].odometer_km == 12500
    assert card_of(database, "AB11CD").owner is not None


def test_a_row_left_out_is_counted_as_that(database: Database, tmp_path: Path) -> None:
    book = book_of(tmp_path, ROWS)
    report = take(
        database, book, date_order=DateOrder.DAY_FIRST, left_out=frozenset({("Buku", 3), ("Buku", 99)})
    )
    assert (report.rows[RowFate.LEFT_OUT], report.rows[RowFate.TAKEN]) == (1, 2)
    assert sum(report.rows.values()) == report.rows_total == 4
    assert count(database, "vehicle") == 2


def test_the_day_of_a_row_left_out_counts_for_those_under_it(database: Database, tmp_path: Path) -> None:
    rows: list[list[Any]] = [HEADER]
    for day in range(1, 6):
        rows.append([date(2026, 8, day), f"AB {day} A", "Budi", None, None, "Servis", 1])
        rows += [[None, f"AB {day} {letter}", "Siti", None, None, "Servis", 1] for letter in "BC"]
    take(database, book_of(tmp_path, rows), left_out=frozenset({("Buku", 5)}))
    assert card_of(database, "AB2B").history[0].date == date(2026, 8, 2)


def test_of_several_numbers_in_a_cell_the_first_can_be_taken(database: Database, tmp_path: Path) -> None:
    header = ["Nopol", "Nama", "HP", "HP 2"]
    both = ["AB 1 CD", "Siti", "081288341908 / 081288341909", "081288341910;081288341911"]
    book = book_of(tmp_path, [header, both, ["AB 2 CD", "Eko", 81288341912, None]])
    take(database, book, phones=PhoneRule.FIRST)
    assert phones_of(card_of(database, "AB1CD")) == ["+6281288341908", "+6281288341910"]
    assert phones_of(card_of(database, "AB2CD")) == ["+6281288341912"]


def test_a_table_that_is_not_wanted_is_passed_over(database: Database, tmp_path: Path) -> None:
    book = book_of(tmp_path, ROWS)
    choice = replace(propose(database, book)[0].choice, taken=False)
    report = take_over(database, book, Choices((choice,)), backups=None, today=TODAY)
    assert (report.deed_id, report.rows) == (None, {RowFate.UNUSED: 4})


def test_columns_are_taken_for_what_the_clerk_says(database: Database, tmp_path: Path) -> None:
    rows = [
        ["A", "B", "C", "D"],
        ["x", date(2026, 8, 1), "AB 1 CD", "Servis"],
        ["y", date(2026, 8, 2), "AB 2 CD", "Ban"],
    ]
    book = book_of(tmp_path, rows)
    proposal = propose(database, book)[0]
    roles = (ColumnRole.REMARK, ColumnRole.DATE, ColumnRole.PLATE, ColumnRole.WORK)
    choice = replace(proposal.choice, roles=roles, kind=TableKind.VISITS, taken=True)
    seen = look_again(book, choice)
    assert [column.role for column in seen.columns] == list(roles)
    report = take_over(database, book, Choices((seen.choice,)), backups=None, today=TODAY)
    assert report.work_orders_added == 2


def test_a_header_row_can_be_pointed_out(database: Database, tmp_path: Path) -> None:
    rows = [["Bengkel", "Maju"], ["Tgl", "Nopol", "Servis"], [date(2026, 8, 1), "AB 1 CD", "Ganti oli"]]
    book = book_of(tmp_path, rows)
    choice = replace(propose(database, book)[0].choice, header=(1, 1), first=2, roles=())
    moved = look_again(book, replace(choice, header=(2, 2), first=0, last=99))
    assert (moved.choice.first, moved.choice.last, moved.rows) == (3, 3, 1)
    assert moved.choice.roles == (ColumnRole.DATE, ColumnRole.PLATE, ColumnRole.WORK)
    assert moved.choice.kind is TableKind.VISITS


def test_a_backup_is_made_before_anything_is_written(database: Database, tmp_path: Path) -> None:
    book = book_of(tmp_path, ROWS)
    choices = choices_of(propose(database, book), date_order=DateOrder.DAY_FIRST)
    report = take_over(database, book, choices, backups=tmp_path / "backups", today=TODAY)
    assert report.backup is not None
    assert report.backup.parent == tmp_path / "backups"
    copy = open_shop(report.backup)
    assert (count(copy, "vehicle"), count(database, "vehicle")) == (0, 3)
    again = take_over(database, book, choices, backups=tmp_path / "backups", today=TODAY)
    assert again.backup is None
