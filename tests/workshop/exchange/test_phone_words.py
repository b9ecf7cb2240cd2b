"""Words in the column of phones: a book's words are kept beside the number, or instead of it, and told."""

from datetime import date
from pathlib import Path

import pytest

from bengkel_crm.words.card_text import card_lines
from bengkel_crm.workshop.exchange import ImportReport
from bengkel_crm.workshop.exchange.rows.entries import DoubtKind
from bengkel_crm.workshop.shop_file.shop_file import Database

from .books import TODAY, card_of, phones_of, take_over, write_sheets

HEADER = ["Tanggal", "Nopol", "Nama", "HP", "KM", "Pekerjaan"]


def take(database: Database, path: Path, *rows: tuple[str, str | None, object]) -> ImportReport:
    """Import a ledger of (plate, name, cell of the phones)."""
    visits = [
        [date(2026, 8, day), plate, name, phone, None, "Servis"]
        for day, (plate, name, phone) in enumerate(rows, 1)
    ]
    # A book has a column of phones because most of its cells are some.
    others = [
        [date(2026, 7, day), f"AB {day} ZZ", f"Orang {day}", f"08128834{1900 + day}", None, "Servis"]
        for day in range(1, 12)
    ]
    return take_over(database, write_sheets(path / "book.xlsx", {"Buku": [HEADER, *others, *visits]}))


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("rumah", None),
        ("tanya pak RT", None),
        ("istri 081288341907", "+6281288341907"),
        ("081288341907 (istri)", "+6281288341907"),
        ("tanya Wati / 081288341907", "+6281288341907"),
        ("081288341907, kantor", "+6281288341907"),
        ("rumah\n081288341907", "+6281288341907"),
        ("istri: 081288341907 atau anak: 081288341908", "+6281288341907"),
    ],
)
def test_no_word_of_a_cell_of_phones_is_lost(
    database: Database, tmp_path: Path, cell: str, number: str | None
) -> None:
    report = take(database, tmp_path, ("AB 1 CD", "Budi", cell))
    card = card_of(database, "AB1CD")
    assert card.owner is not None
    assert phones_of(card)[0] == number
    kept = " ".join(phone.typed for phone in card.owner.phones)
    words = [word.strip("(),:/") for word in cell.split()]
    assert [word for word in words if word not in kept and word != "atau"] == []
    # And a person sees it, under the same words.
    shown = "\n".join(card_lines(card, TODAY))
    assert [word for word in words if word.isalpha() and word != "atau" and word not in shown] == []
    told = [(doubt.row, doubt.doubt) for doubt in report.doubts]
    assert told == ([(13, DoubtKind.PHONE_WORDS)] if number is None else [])


@pytest.mark.parametrize("nothing", ["-", "tidak ada", "tdk ada HP", "belum punya", None])
def test_who_has_no_phone_has_no_words_either(
    database: Database, tmp_path: Path, nothing: str | None
) -> None:
    report = take(database, tmp_path, ("AB 1 CD", "Budi", nothing))
    assert (phones_of(card_of(database, "AB1CD")), report.doubts) == ([], ())


def test_the_same_words_make_nobody_the_same(database: Database, tmp_path: Path) -> None:
    take(database, tmp_path, ("AB 1 CD", "Budi", "rumah"), ("AB 2 CD", "Budi", "rumah"))
    one, other = (card_of(database, plate).owner for plate in ("AB1CD", "AB2CD"))
    assert one is not None
    assert other is not None
    assert one.id != other.id


def test_a_book_with_words_adds_nothing_the_second_time(database: Database, tmp_path: Path) -> None:
    rows = ("AB 1 CD", "Budi", "rumah"), ("AB 2 CD", "Siti", "istri 081288341907")
    take(database, tmp_path, *rows)
    again = take(database, tmp_path, *rows)
    assert (again.customers_added, again.customers_changed, again.work_orders_added) == (0, 0, 0)


def test_words_beside_nobody_are_told_as_not_taken(database: Database, tmp_path: Path) -> None:
    report = take(database, tmp_path, ("AB 1 CD", "umum", "tanya pak RT"))
    assert card_of(database, "AB1CD").owner is None
    assert [(doubt.doubt, doubt.value) for doubt in report.doubts] == [
        (DoubtKind.PHONE_OF_NOBODY, "tanya pak RT")
    ]


def test_the_number_is_dialled_before_the_words(database: Database, tmp_path: Path) -> None:
    rows = [
        ["Nopol", "Nama", "HP", "Telepon"],
        *([f"AB {n} ZZ", f"Orang {n}", f"0812883419{n}", None] for n in range(10, 20)),
        ["AB 1 CD", "Budi", "rumah", "081288341907"],
    ]
    take_over(database, write_sheets(tmp_path / "book.xlsx", {"Buku": rows}))
    assert phones_of(card_of(database, "AB1CD")) == ["+6281288341907", None]


def test_a_number_that_was_read_otherwise_is_mended_by_the_book_it_came_from(
    database: Database, tmp_path: Path
) -> None:
    row = ("AB 1 CD", "Rina", "0812345678O1")
    take(database, tmp_path, row)
    # As an older version read it.
    database.execute_sql(
        "UPDATE customer_phone SET e164 = '+62812345678', match_key = '812345678' WHERE typed = ?", (row[2],)
    )
    take(database, tmp_path, row)
    assert phones_of(card_of(database, "AB1CD")) == ["+6281234567801"]
