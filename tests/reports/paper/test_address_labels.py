"""Labels and stickers lie on the sheets they are bought on, whatever stands on them."""

from datetime import date
from pathlib import Path

import pytest

from bengkel_crm.base import errors
from bengkel_crm.records.reminders import Shop
from bengkel_crm.reports.paper.address_labels import Label, write_labels
from bengkel_crm.reports.paper.layouts import (
    A4_HEIGHT,
    A4_WIDTH,
    MM,
    SHEET_NAMES,
    SHEETS,
    LabelContent,
    LabelSheet,
    cells_of,
    find_sheet,
    places,
)
from bengkel_crm.reports.paper.stickers import Sticker, write_stickers
from tests.reports.paper.paper_kit import HOSTILE_NAMES, SHOP, pages_of, text_of, words_of

LONG_ADDRESS = (
    "Perumahan Griya Asri Blok C2 No. 17 RT 004 RW 011 Kelurahan Sukamaju Kecamatan Cilodong Depok 16415"
)


def cell_of(sheet: LabelSheet, place: tuple[float, float, float, float]) -> int | None:
    """Return the number of the label that a word lies within, from 1."""
    left, bottom, right, top = place
    for number, cell in enumerate(cells_of(sheet), 1):
        if (
            cell.x <= left
            and right <= cell.x + cell.width
            and cell.y <= bottom
            and top <= cell.y + cell.height
        ):
            return number
    return None


@pytest.mark.parametrize("sheet", SHEETS, ids=SHEET_NAMES)
def test_the_labels_of_a_sheet_lie_on_the_page_and_not_on_each_other(sheet: LabelSheet) -> None:
    cells = cells_of(sheet)
    assert len(cells) == sheet.labels
    for cell in cells:
        assert cell.x >= -0.01
        assert cell.x + cell.width <= A4_WIDTH + 0.01
        assert cell.y >= -0.01
        assert cell.y + cell.height <= A4_HEIGHT + 0.01
    for one in cells:
        for other in cells:
            if one is not other:
                apart_x = abs(one.x - other.x) >= one.width - 0.01
                apart_y = abs(one.y - other.y) >= one.height - 0.01
                assert apart_x or apart_y


def test_the_margins_are_those_the_makers_print() -> None:
    first = cells_of(find_sheet("3x7"))[0]
    assert first.x / MM == pytest.approx(7.25, abs=0.1)
    assert (A4_HEIGHT - first.y - first.height) / MM == pytest.approx(15.15, abs=0.1)
    assert cells_of(find_sheet("2x7"))[0].x / MM == pytest.approx(4.65, abs=0.1)


@pytest.mark.parametrize("name", ["3x7", "3X7 (63,5x38,1 mm)", " 3x7 (63,5 x 38,1 mm)"])
def test_a_sheet_is_found_by_the_beginning_of_its_name(name: str) -> None:
    assert find_sheet(name) is SHEETS[0]


@pytest.mark.parametrize("name", ["", "9x9", "kertas"])
def test_an_unknown_sheet_is_refused(name: str) -> None:
    with pytest.raises(errors.InvalidValue):
        find_sheet(name)


@pytest.mark.parametrize(("start", "first"), [(1, 0), (5, 4), (24, 23), (99, 23), (0, 0), (-3, 0)])
def test_the_first_sheet_begins_at_the_first_label_that_is_left(start: int, first: int) -> None:
    sheet = find_sheet("3x8")
    walk = places(sheet, start)
    cells = cells_of(sheet)
    assert next(walk) == (cells[first], False)
    following = next(walk)
    assert following == (cells[(first + 1) % 24], first == 23)


@pytest.mark.journey
@pytest.mark.parametrize("content", LabelContent)
@pytest.mark.parametrize("sheet", SHEETS, ids=SHEET_NAMES)
def test_every_word_stays_inside_its_label(tmp_path: Path, sheet: LabelSheet, content: LabelContent) -> None:
    labels = [
        Label(f"Nomor{number} Kusuma Wardana", LONG_ADDRESS, f"B {1000 + number} KZR", "0812-8834-1907")
        for number in range(20)
    ]
    labels += [Label(name, name, name, name) for name in HOSTILE_NAMES]
    path = tmp_path / "a.pdf"
    write_labels(path, labels, content, sheet, 3)
    words = words_of(path)
    found = {}
    for page, word, place in words:
        number = cell_of(sheet, place)
        assert number is not None, (word, place)
        found[word] = page * sheet.labels + number - 2
    assert [found[f"Nomor{number}"] for number in range(20)] == list(range(1, 21))
    assert pages_of(path) == -(-(len(labels) + 2) // sheet.labels)


@pytest.mark.journey
@pytest.mark.parametrize("sheet", SHEETS, ids=SHEET_NAMES)
def test_a_sticker_says_plate_km_date_and_shop_within_its_label(tmp_path: Path, sheet: LabelSheet) -> None:
    stickers = [
        Sticker("B 3472 KZR", "Ganti oli mesin", date(2026, 11, 12), 45_100),
        Sticker("B 3473 KZR", "Ganti oli gardan/transmisi", None, 193_408),
        Sticker("B 3474 KZR", "Servis", date(2027, 2, 28), None),
        *(Sticker(name, name, date(2026, 1, 1), 1) for name in HOSTILE_NAMES),
    ]
    path = tmp_path / "a.pdf"
    write_stickers(path, stickers, SHOP, sheet)
    text = text_of(path)
    for words in ("B 3472 KZR", "45.100 km", "12 Nov 2026", "193.408 km", "28 Feb 2027", SHOP.phone):
        assert words in text, words
    for _, word, place in words_of(path):
        assert cell_of(sheet, place) is not None, (word, place)


def test_a_shop_without_a_name_gets_its_stickers(tmp_path: Path) -> None:
    write_stickers(
        tmp_path / "a.pdf", [Sticker("B 1", "", None, None)], Shop("", "", "", None, None), find_sheet("4x11")
    )
    assert (tmp_path / "a.pdf").stat().st_size > 500


def test_cancelling_leaves_no_file(tmp_path: Path) -> None:
    def progress(done: int, total: int) -> None:
        raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        write_labels(
            tmp_path / "a.pdf", [Label("a", "b", "c")], LabelContent.PLATE, SHEETS[0], progress=progress
        )
    assert list(tmp_path.iterdir()) == []
