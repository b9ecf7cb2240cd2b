"""Text files as books: their bytes tell encoding and separator, their cells are as Excel reads them."""

from datetime import date
from pathlib import Path
from time import process_time

import pytest

from bengkel_crm.reports.workbooks_in.book_kind import BookKind, kind_of_book
from bengkel_crm.reports.workbooks_in.csv_guess import SEPARATORS, CsvOptions, guess_csv
from bengkel_crm.reports.workbooks_in.csv_reader import read_csv
from bengkel_crm.reports.workbooks_in.workbook_reader import read_book


def written(path: Path, content: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(content.encode(encoding))
    return path


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_a_text_tells_how_it_is_written(tmp_path: Path, separator: str, encoding: str, told: str) -> None:
    lines = [
        "BUKU SERVIS",
        separator.join(("Nopol", "Nama", "Alamat")),
        separator.join(("AB 1 CD", "Zoë", "°½")),
    ]
    path = written(tmp_path / "buku.csv", "\r\n".join(lines), encoding)
    assert guess_csv(path) == CsvOptions(told, separator)
    (sheet,) = read_book(path)
    assert sheet.rows == (("BUKU SERVIS",), ("Nopol", "Nama", "Alamat"), ("AB 1 CD", "Zoë", "°½"))
    assert (sheet.name, sheet.visible) == ("buku", True)


@pytest.mark.parametrize(
    "text", ["½ liter", "20° C", "Bu Zoë", "Ñoño", "rem “bunyi” – depan", "± 3 km", "€ 10", "• busi"]
)
def test_the_signs_of_windows_are_read_as_they_were_typed(tmp_path: Path, text: str) -> None:
    path = written(tmp_path / "b.csv", f"Nopol;Keluhan\nAB 1 CD;{text}\n", "cp1252")
    assert read_book(path)[0].rows[1] == ("AB 1 CD", text)


def test_a_clerk_has_the_last_word_on_how_a_text_is_written(tmp_path: Path) -> None:
    path = written(tmp_path / "b.csv", "a;b,c\nd;e,f\n")
    (sheet,) = read_book(path, CsvOptions("utf-8", ","))
    assert sheet.rows == (("a;b", "c"), ("d;e", "f"))


def test_what_is_text_the_bytes_tell_and_not_the_name(tmp_path: Path) -> None:
    assert kind_of_book(written(tmp_path / "b.xlsx", "Nopol;Nama\n")) is BookKind.TEXT
    assert kind_of_book(written(tmp_path / "b.xls", "Nopol\tNama\n", "utf-16")) is BookKind.TEXT


def test_quotes_hold_separators_line_ends_and_quotes(tmp_path: Path) -> None:
    path = written(tmp_path / "b.csv", 'a;"b;c";"d\r\ne";"f""g"\r\n"h\ni"\r\n')
    assert read_csv(path, CsvOptions()).rows == (("a", "b;c", "d\r\ne", 'f"g'), ("h\ni",))


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ('a;b;c\n1;"x;3\n4;y;6\n', (("a", "b", "c"), ("1", '"x', "3"), ("4", "y", "6"))),
        (
            'a;b;c\n1;2;"x\n4;5;6\n7;8;9\n',
            (("a", "b", "c"), ("1", "2", '"x'), ("4", "5", "6"), ("7", "8", "9")),
        ),
        (
            'a;b;c;d\n1;2;3;"x\n5;6;7;"y"\n',
            (("a", "b", "c", "d"), ("1", "2", "3", '"x'), ("5", "6", "7", "y")),
        ),
    ],
)
def test_a_quote_nobody_closed_swallows_no_rows(
    tmp_path: Path, content: str, rows: tuple[tuple[str, ...], ...]
) -> None:
    assert read_csv(written(tmp_path / "b.csv", content), CsvOptions()).rows == rows


def test_blank_rows_keep_their_places_and_none_stand_at_the_end(tmp_path: Path) -> None:
    path = written(tmp_path / "b.csv", "\n;;\na;;b;;\n\n ; \nc\n;;;\n\n")
    assert read_csv(path, CsvOptions()).rows == ((), (), ("a", None, "b"), (), (), ("c",))


def test_a_hundred_thousand_rows_are_read_in_seconds(tmp_path: Path) -> None:
    day = date(2026, 8, 12)
    lines = [
        f"{day:%d/%m/%Y};AB {n % 9999} CD;Budi {n};0812{n:08};{n};Ganti oli;{n}000" for n in range(100_000)
    ]
    path = written(tmp_path / "b.csv", "\n".join(["Tgl;Nopol;Nama;HP;KM;Servis;Biaya", *lines]))
    begun = process_time()
    (sheet,) = read_book(path)
    assert len(sheet.rows) == 100_001
    assert process_time() - begun < 4
