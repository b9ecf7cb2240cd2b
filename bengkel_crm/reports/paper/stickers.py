"""Stickers for windscreen and handlebar: when to come again, by km and by date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from bengkel_crm.base.i18n import format_paper_day, format_paper_km, translate_in
from bengkel_crm.base.progress import Progress
from bengkel_crm.records.reminders import Shop
from bengkel_crm.reports.paper.document import new_paper
from bengkel_crm.reports.paper.drawing import (
    BLACK,
    PRIMARY,
    TEXT2,
    WHITE,
    draw_line,
    draw_plate,
    draw_right,
    draw_runs,
    measure_plate,
)
from bengkel_crm.reports.paper.layouts import LabelPlace, LabelSheet, places
from bengkel_crm.reports.paper.pdf_fonts import Face
from bengkel_crm.reports.paper.pdf_text import break_lines, width_of
from bengkel_crm.trade.kind_names import kind_name_in

_FRAME = 4.0
# Of a label's width: a higher label leaves white below rather than cut its words.
_WIDEST = 0.6


@dataclass(frozen=True, slots=True)
class Sticker:
    """What a vehicle is told: the next job, by date, by km or by both; one that is late, as soon as may be.

    A day that is over would make whoever reads it laugh, and come no sooner.
    """

    plate: str
    job: str
    due_on: date | None
    due_km: int | None
    is_late: bool = False


def write_stickers(
    path: Path,
    stickers: Sequence[Sticker],
    shop: Shop,
    sheet: LabelSheet,
    start: int = 1,
    progress: Progress | None = None,
) -> None:
    """Write the stickers in their order, from label number `start` of the first sheet.

    `progress(done, total)` may raise to stop; then there is no file, or the old one.

    Raises:
        ShopFileError: the disk refused.
    """
    title = translate_in("ToCustomers", "Stickers {0}", shop.language).format(sheet.name)
    with new_paper(path, title, spoken=shop.language) as canvas:
        for done, (sticker, (cell, turns)) in enumerate(zip(stickers, places(sheet, start), strict=False)):
            if progress is not None:
                progress(done, len(stickers))
            if turns:
                canvas.showPage()
            _draw(canvas, sticker, shop, cell)
        canvas.showPage()
        if progress is not None:
            progress(len(stickers), len(stickers))


def _draw(canvas: Canvas, sticker: Sticker, shop: Shop, cell: LabelPlace) -> None:
    x, y = cell.x + _FRAME, cell.y + _FRAME
    width, height = cell.width - 2 * _FRAME, cell.height - 2 * _FRAME
    # All sizes are parts of the label, so that a larger one can be read from farther away.
    unit = min(height, width * _WIDEST) / 100
    top = y + height
    band = 21 * unit
    _draw_frame(canvas, x, y, width, height, band)
    left, room = x + 9 * unit, width - 18 * unit
    draw_line(canvas, shop.name, Face.BOLD, 11 * unit, left, top - 14.5 * unit, room, WHITE)

    line = top - band - 14 * unit
    plate = measure_plate(sticker.plate, 19 * unit, room * 0.62)
    draw_plate(canvas, plate, left + room - plate.width, line - 8 * unit)
    words = room - plate.width - 5 * unit
    base = line + 2.4 * unit
    job = kind_name_in(sticker.job, shop.language)
    told = translate_in("ToCustomers", "{0} next", shop.language).format(job)
    for words_of_line in break_lines(told, 8.4 * unit, words, 2, (job,)):
        draw_runs(canvas, words_of_line, 8.4 * unit, left, base, TEXT2)
        base -= 9.6 * unit

    # What is to be read from the saddle stands in the middle of the rest.
    low = y + (height - band - 24 * unit) * 0.42
    km = "" if sticker.due_km is None else format_paper_km(sticker.due_km, shop.language)
    day = "" if sticker.due_on is None else format_paper_day(sticker.due_on, shop.language)
    day = translate_in("ToCustomers", "soon", shop.language) if sticker.is_late else day
    large, small = (km, day) if km else (day, "")
    size = 25 * unit
    while size > 10 * unit and width_of(large, Face.BOLD, size) > room:
        size -= unit
    draw_line(canvas, large, Face.BOLD, size, left, low if small else low + 2 * unit, room, BLACK)
    foot = y + 9 * unit
    end = left
    if small:
        end = draw_line(canvas, small, Face.STRONG, 11.5 * unit, left, foot, room, BLACK) + 6 * unit
    size = 8 * unit
    # Half a phone number is none.
    while size > 5 * unit and width_of(shop.phone, Face.REGULAR, size) > left + room - end:
        size -= unit / 2
    draw_right(canvas, shop.phone, Face.REGULAR, size, left + room, foot, left + room - end, TEXT2)


def _draw_frame(canvas: Canvas, x: float, y: float, width: float, height: float, band: float) -> None:
    """Draw the rounded edge and the band the shop's name stands in."""
    radius = 6.0
    canvas.saveState()
    shape = canvas.beginPath()
    shape.roundRect(x, y, width, height, radius)
    canvas.clipPath(shape, stroke=0, fill=0)
    canvas.setFillColorRGB(*PRIMARY)
    canvas.rect(x, y + height - band, width, band, stroke=0, fill=1)
    canvas.restoreState()
    canvas.setStrokeColorRGB(*PRIMARY)
    canvas.setLineWidth(1.2)
    canvas.roundRect(x, y, width, height, radius, stroke=1, fill=0)
