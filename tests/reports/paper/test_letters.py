"""Reminder letters, judged by poppler and zbar."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from PIL import Image

from bengkel_crm.base import errors
from bengkel_crm.records.reminders import Letter, Shop
from bengkel_crm.reports.paper.layouts import LetterLayout
from bengkel_crm.reports.paper.letters import write_letters
from bengkel_crm.reports.paper.qr import encode
from tests.reports.paper.paper_kit import (
    HOSTILE_NAMES,
    SHOP,
    TODAY,
    codes_of,
    make_letter,
    pages_of,
    text_of,
    words_of,
)


def write(
    path: Path, letters: list[Letter], layout: LetterLayout = LetterLayout.THREE, shop: Shop = SHOP
) -> Path:
    write_letters(path, letters, len(letters), layout, shop, TODAY)
    return path


def many(count: int) -> list[Letter]:
    texts = [f"Halo, saya pelanggan ke-{number} & servis B {number} KZR" for number in range(count)]
    links = [
        f"https://wa.me/62812883{number:05d}?text={quote(text, safe='')}" for number, text in enumerate(texts)
    ]
    return [
        make_letter(f"Pelanggan Nomor{number:03d}", qr_url=link, plates=(f"B {1000 + number} KZR",))
        for number, link in enumerate(links)
    ]


@pytest.mark.journey
@pytest.mark.parametrize(("layout", "pages"), [(LetterLayout.THREE, 4), (LetterLayout.WINDOW, 10)])
def test_every_name_is_found_and_every_code_read_back_to_number_and_text(
    tmp_path: Path, layout: LetterLayout, pages: int
) -> None:
    letters = many(10)
    path = write(tmp_path / "surat.pdf", letters, layout)
    assert pages_of(path) == pages
    text = text_of(path)
    assert all(letter.name in text and letter.plates[0] in text for letter in letters)
    read = codes_of(path, tmp_path)
    assert sorted(read) == sorted(str(letter.qr_url) for letter in letters)
    first = urlsplit(min(read))
    assert first.path == "/6281288300000"
    assert parse_qs(first.query)["text"] == ["Halo, saya pelanggan ke-0 & servis B 0 KZR"]


@pytest.mark.journey
def test_letters_of_a_page_stay_in_their_thirds(tmp_path: Path) -> None:
    long = make_letter("Budi", body="kata panjang sekali " * 400, address="Jalan yang panjang " * 30)
    path = write(tmp_path / "surat.pdf", [long, make_letter("Tengah"), long])
    third = 841.89 / 3
    for _, word, (left, bottom, right, top) in words_of(path):
        assert left >= 18
        assert right <= 595.3 - 18
        assert int(bottom / third) == int(top / third), word


@pytest.mark.journey
def test_the_address_stands_in_the_window_of_the_envelope(tmp_path: Path) -> None:
    letter = make_letter(
        "Ibu Sri Wulandari", address="Jl. Melati IV No. 12\nPondok Aren\nTangerang\n15224\nIndonesia"
    )
    path = write(tmp_path / "surat.pdf", [letter], LetterLayout.WINDOW)
    mm = 72 / 25.4
    window = (20 * mm, 841.89 - 90 * mm, 105 * mm, 841.89 - 45 * mm)
    inside = {
        word
        for _, word, (left, bottom, right, top) in words_of(path)
        if left >= window[0] and bottom >= window[1] and right <= window[2] and top <= window[3]
    }
    assert {"Wulandari", "Melati", "Aren", "Tangerang"} <= inside


@pytest.mark.journey
@pytest.mark.parametrize("layout", LetterLayout)
def test_hostile_names_never_stop_the_run(tmp_path: Path, layout: LetterLayout) -> None:
    letters = [
        make_letter(
            name,
            address=name,
            phone=name,
            body=f"Yth. {name},\n\n{name} sudah waktunya.",
            plates=(name, "B 1 A", name),
            qr_url="https://wa.me/62812?text=" + quote(name[:600].encode("utf-8", "replace"), safe=""),
        )
        for name in HOSTILE_NAMES
    ]
    shop = Shop(HOSTILE_NAMES[0], HOSTILE_NAMES[1], HOSTILE_NAMES[3], None, b"/tidak/ada.png")
    path = write(tmp_path / "surat.pdf", [*letters, make_letter("Terakhir")], layout, shop)
    text = text_of(path)
    assert "<b>Budi</b> & <img" in text
    assert "□□□□" in text
    assert "Terakhir" in text
    if layout is LetterLayout.THREE:
        assert len(codes_of(path, tmp_path)) == len(letters) + 1


@pytest.mark.journey
def test_the_longest_code_is_still_read(tmp_path: Path) -> None:
    link = "https://wa.me/6281288341907?text=" + quote("ع" * 600, safe="")
    path = write(tmp_path / "surat.pdf", [make_letter(qr_url=link)])
    (read,) = codes_of(path, tmp_path)
    assert link.startswith(read)
    assert set(parse_qs(urlsplit(read).query, errors="strict")["text"][0]) == {"ع"}


@pytest.mark.parametrize("length", range(960, 1000, 3))
def test_a_code_never_ends_within_an_escaped_letter(length: int) -> None:
    link = "https://wa.me/62812?text=" + "a" * length + quote("…é😀" * 10, safe="")
    assert len(encode(link)) <= 125


@pytest.mark.journey
def test_the_shop_s_picture_is_drawn_once_for_all_letters(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.effect_noise((800, 800), 90).save(logo)
    shop = Shop(SHOP.name, SHOP.address, SHOP.phone, SHOP.whatsapp, logo.read_bytes())
    small = write(tmp_path / "a.pdf", many(3), shop=shop).stat().st_size
    large = write(tmp_path / "b.pdf", many(60), shop=shop).stat().st_size
    assert small > write(tmp_path / "c.pdf", many(3)).stat().st_size + 100_000
    assert large - small < 100_000


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n broken"])
def test_a_broken_picture_does_not_stop_the_letters(tmp_path: Path, content: bytes) -> None:
    shop = Shop(SHOP.name, SHOP.address, SHOP.phone, None, content)
    assert write(tmp_path / "a.pdf", many(1), shop=shop).stat().st_size > 1000


def test_cancelling_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "surat.pdf"
    path.write_bytes(b"old")
    asked: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        asked.append((done, total))
        if done == 7:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        write_letters(path, many(20), 20, LetterLayout.THREE, SHOP, TODAY, progress)
    assert asked == [(done, 20) for done in range(8)]
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == b"old"


def test_letters_are_asked_for_one_after_the_other(tmp_path: Path) -> None:
    asked = itertools.count()
    ahead: list[int] = []

    def letters() -> Iterator[Letter]:
        for letter in many(9):
            next(asked)
            yield letter

    def progress(done: int, total: int) -> None:
        ahead.append(int(repr(asked)[6:-1]) - done)

    write_letters(tmp_path / "a.pdf", letters(), 9, LetterLayout.THREE, SHOP, TODAY, progress)
    assert max(ahead) == 1
    assert ahead[-1] == 0
