"""A PDF written page by page: sound for every reader, and never more than one page in memory."""

import re
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from bengkel_crm.base import errors
from bengkel_crm.reports.paper.document import new_paper
from bengkel_crm.reports.paper.pdf_fonts import Face
from tests.reports.paper.paper_kit import pages_of, text_of


def draw(canvas: Canvas, pages: int) -> None:
    canvas.beginForm("head")
    canvas.setFont(Face.BOLD.value, 12)
    canvas.drawString(40, 800, "Kepala surat")
    canvas.endForm()
    for number in range(pages):
        canvas.doForm("head")
        canvas.setFont(Face.REGULAR.value, 10)
        canvas.drawString(40, 700, f"halaman {number} ç Ж {chr(0x100 + number % 100)}")
        canvas.showPage()


def test_the_table_at_the_end_finds_every_object(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with new_paper(path, "Uji") as canvas:
        draw(canvas, 12)
    data = path.read_bytes()
    start = int(re.findall(rb"startxref\n(\d+)", data)[-1])
    table = data[start:].split(b"trailer")[0].splitlines()[2:]
    places = [int(line[:10]) for line in table[1:]]
    for number, place in enumerate(places, 1):
        assert data[place:].startswith(b"%d 0 obj" % number), number
    assert len(re.findall(rb"/Type /Page\b", data)) == 12


@pytest.mark.journey
def test_other_programs_read_every_page_and_the_form_on_it(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with new_paper(path, "Uji") as canvas:
        draw(canvas, 30)
    assert pages_of(path) == 30
    text = text_of(path)
    assert text.count("Kepala surat") == 30
    assert all(f"halaman {number} ç Ж {chr(0x100 + number)}" in text for number in range(30))


def test_what_is_kept_in_memory_does_not_grow_with_the_pages(tmp_path: Path) -> None:
    kept = []
    for pages in (5, 300):
        with new_paper(tmp_path / "a.pdf", "Uji") as canvas:
            draw(canvas, pages)
            document = canvas._doc
            kept.append((len(document.idToObject), len(document.idToObjectNumberAndVersion)))
    assert kept[0] == kept[1]


def test_cancelling_leaves_no_file(tmp_path: Path) -> None:
    def draw_and_stop() -> None:
        with new_paper(tmp_path / "a.pdf", "Uji") as canvas:
            draw(canvas, 3)
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        draw_and_stop()
    assert list(tmp_path.glob("*.pdf")) == []
    assert list(tmp_path.glob(".*")) == []
