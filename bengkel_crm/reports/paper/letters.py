"""Reminder letters: three to an A4 page with cut lines, or one a page for an envelope with a window."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from bengkel_crm.base.i18n import format_paper_date, translate_in
from bengkel_crm.base.progress import Progress, nobody_waits
from bengkel_crm.records.reminders import Letter, Shop
from bengkel_crm.reports.paper import letter_parts as parts
from bengkel_crm.reports.paper.document import new_paper
from bengkel_crm.reports.paper.drawing import HAIR, LINE, PRIMARY, TEXT3, draw_line, draw_right, draw_runs
from bengkel_crm.reports.paper.layouts import A4_HEIGHT, A4_WIDTH, MM, LetterLayout
from bengkel_crm.reports.paper.letter_parts import QUIET, PartColumn
from bengkel_crm.reports.paper.pdf_fonts import Face
from bengkel_crm.reports.paper.pdf_text import break_lines, printable

_HEAD, _CUTS = "head", "cuts"
# Three to a page.
_THIRD = A4_HEIGHT / 3
_MARGIN = 40.0
_RIGHT = A4_WIDTH - _MARGIN
_TEXT_WIDTH = 392.0
_PLATES_WIDTH = 176.0
_BODY_TOP = 95.0
_BODY_LOWEST = 204.0
# A letter with a window, after DIN 5008 B: the window is 45 mm from the top, 20 mm from the left, 85 x 45 mm.
_WINDOW_LEFT = 25 * MM
_WINDOW_WIDTH = 75 * MM
_SENDER_AT = A4_HEIGHT - 57 * MM
_ADDRESS_AT = A4_HEIGHT - 65 * MM
_FOLDS = (105 * MM, 210 * MM)
_LETTER_LEFT = 25 * MM
_LETTER_RIGHT = A4_WIDTH - 22 * MM
_LETTER_BODY_AT = A4_HEIGHT - 108 * MM


def write_letters(
    path: Path,
    letters: Iterable[Letter],
    total: int,
    layout: LetterLayout,
    shop: Shop,
    today: date,
    progress: Progress | None = None,
) -> None:
    """Write `total` letters as one PDF, in their order; each is asked for when it is drawn.

    `progress(done, total)` may raise to stop; then there is no file, or the old one.

    Raises:
        ShopFileError: the disk refused.
    """
    report = progress or nobody_waits
    title = translate_in("ToCustomers", "Reminder from {0}", shop.language)
    with new_paper(path, title.format(printable(shop.name)).strip(), spoken=shop.language) as canvas:
        reported = _reporting(letters, total, report)
        if layout is LetterLayout.THREE:
            _write_threes(canvas, reported, shop)
        else:
            _write_singles(canvas, reported, shop, today)
        report(total, total)


def _reporting(letters: Iterable[Letter], total: int, report: Progress) -> Iterator[Letter]:
    for done, letter in enumerate(letters):
        report(done, total)
        yield letter


def _write_threes(canvas: Canvas, letters: Iterator[Letter], shop: Shop) -> None:
    canvas.beginForm(_CUTS)
    canvas.setDash(2, 3)
    canvas.setLineWidth(HAIR)
    canvas.setStrokeColorRGB(*TEXT3)
    for cut in (_THIRD, 2 * _THIRD):
        canvas.line(18, cut, A4_WIDTH - 18, cut)
    canvas.endForm()
    canvas.beginForm(_HEAD)
    _draw_head_of_third(canvas, shop, A4_HEIGHT)
    canvas.endForm()
    while page := tuple(islice(letters, 3)):
        canvas.doForm(_CUTS)
        for place, letter in enumerate(page):
            canvas.saveState()
            canvas.translate(0, -place * _THIRD)
            canvas.doForm(_HEAD)
            _draw_third(canvas, letter, A4_HEIGHT)
            canvas.restoreState()
        canvas.showPage()


def _draw_head_of_third(canvas: Canvas, shop: Shop, top: float) -> None:
    left = _MARGIN
    if shop.logo is not None:
        left += parts.draw_logo(canvas, shop.logo, left, top - 59, 110, 34)
    parts.draw_shop(canvas, shop, left, top - 39, _RIGHT - _PLATES_WIDTH - 12 - left, size=13.5)
    canvas.setLineWidth(0.6)
    canvas.setStrokeColorRGB(*LINE)
    canvas.line(_MARGIN, top - 68, _RIGHT, top - 68)


def _draw_third(canvas: Canvas, letter: Letter, top: float) -> None:
    parts.draw_plates(canvas, letter.plates, _RIGHT, top - 23, _PLATES_WIDTH)
    code_left = parts.draw_answer_code(canvas, letter, _RIGHT, top - 68 - QUIET, 86, 112)
    column = PartColumn(_MARGIN, top - _BODY_TOP, min(_TEXT_WIDTH, code_left - 14 - _MARGIN))
    parts.draw_body(canvas, letter, column, top - _BODY_LOWEST, sizes=(10, 9.25, 8.5, 7.75))
    parts.draw_receiver(canvas, letter, _MARGIN, top - _THIRD + 28, _TEXT_WIDTH)


def _write_singles(canvas: Canvas, letters: Iterator[Letter], shop: Shop, today: date) -> None:
    canvas.beginForm(_HEAD)
    _draw_page_head(canvas, shop, today)
    canvas.endForm()
    for letter in letters:
        canvas.doForm(_HEAD)
        _draw_page(canvas, letter, shop.name)
        canvas.showPage()


def _draw_page_head(canvas: Canvas, shop: Shop, today: date) -> None:
    left = _LETTER_LEFT
    if shop.logo is not None:
        left += parts.draw_logo(canvas, shop.logo, left, A4_HEIGHT - 32 * MM, 140, 48)
    parts.draw_shop(canvas, shop, left, A4_HEIGHT - 22 * MM, _LETTER_RIGHT - left, size=18)
    canvas.setLineWidth(0.8)
    canvas.setStrokeColorRGB(*PRIMARY)
    canvas.line(_LETTER_LEFT, A4_HEIGHT - 35 * MM, _LETTER_RIGHT, A4_HEIGHT - 35 * MM)
    # Who sent it, in the window above the address.
    parts.draw_sender(canvas, shop, _WINDOW_LEFT, _SENDER_AT, _WINDOW_WIDTH)
    draw_right(canvas, format_paper_date(today, shop.language), Face.REGULAR, 10, _LETTER_RIGHT, _SENDER_AT)
    canvas.setLineWidth(HAIR)
    canvas.setStrokeColorRGB(*TEXT3)
    for fold in _FOLDS:
        canvas.line(5 * MM, A4_HEIGHT - fold, 9 * MM, A4_HEIGHT - fold)


def _draw_page(canvas: Canvas, letter: Letter, sender: str) -> None:
    y = _ADDRESS_AT
    draw_line(canvas, letter.name, Face.STRONG, 10.5, _WINDOW_LEFT, y, _WINDOW_WIDTH)
    for line in break_lines(letter.address, 10, _WINDOW_WIDTH, 4):
        y -= 13.5
        draw_runs(canvas, line, 10, _WINDOW_LEFT, y)
    parts.draw_plates(canvas, letter.plates, _LETTER_RIGHT, _SENDER_AT - 14, 200)
    width = _LETTER_RIGHT - _LETTER_LEFT
    if letter.qr_url is not None:
        code_top = _LETTER_BODY_AT + 9
        width = parts.draw_answer_code(canvas, letter, _LETTER_RIGHT, code_top, 92, 118)
        width -= _LETTER_LEFT + 22
    column = PartColumn(_LETTER_LEFT, _LETTER_BODY_AT, width)
    y = parts.draw_body(canvas, letter, column, 55 * MM, sizes=(11, 10.25, 9.5, 8.75))
    greeting = translate_in("ToCustomers", "Yours sincerely,", letter.language)
    draw_line(canvas, greeting, Face.REGULAR, 11, _LETTER_LEFT, y - 14, width)
    draw_line(canvas, sender, Face.STRONG, 11, _LETTER_LEFT, y - 32, width)
