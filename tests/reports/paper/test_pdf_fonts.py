"""The faces of paper: cut once, kept, and made anew when what was kept is broken."""

from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics

from bengkel_crm.reports.paper import pdf_fonts
from bengkel_crm.reports.paper.pdf_fonts import Face, letters_of, register_faces


def widths(face: Face) -> dict[int, float]:
    register_faces()
    found: dict[int, float] = pdfmetrics.getFont(face.value).face.charWidths
    return found


def test_each_weight_is_really_another() -> None:
    lines = [sum(widths(face)[ord(letter)] for letter in "Bengkel Maju Jaya") for face in Face]
    regular, strong, bold, _ = lines
    assert regular < strong
    assert len({regular, strong, bold}) == 3


def test_the_figures_of_a_plate_have_one_width_and_those_of_texts_do_not() -> None:
    assert len({widths(Face.PLATE)[ord(figure)] for figure in "0123456789"}) == 1
    assert len({widths(Face.REGULAR)[ord(figure)] for figure in "0123456789"}) > 1


@pytest.mark.parametrize("face", Face)
def test_every_face_has_what_papers_draw(face: Face) -> None:
    assert {ord(letter) for letter in "ABCXYZ abcxyz 0123456789 …·–□"} <= letters_of(face)


def test_a_broken_file_in_the_cache_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_fonts, "data_folder", lambda: tmp_path)
    kept = pdf_fonts._kept_file(Face.PLATE)
    kept.parent.mkdir()
    kept.write_bytes(b"\0\1\0\0 broken off")
    assert pdf_fonts._load(Face.PLATE).fontName == Face.PLATE.value
    assert kept.stat().st_size > 5000
    monkeypatch.setattr(pdf_fonts, "_cut", lambda face: pytest.fail("cut twice"))
    assert pdf_fonts._load(Face.PLATE).fontName == Face.PLATE.value


def test_papers_are_drawn_where_nothing_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    monkeypatch.setattr(pdf_fonts, "data_folder", lambda: tmp_path / "data")
    assert pdf_fonts._load(Face.PLATE).fontName == Face.PLATE.value
