"""Labels for envelopes (name and address) and for keys or folders (plate and name)."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from bengkel_crm.base.i18n import translate
from bengkel_crm.base.progress import Progress
from bengkel_crm.reports.paper.document import new_paper
from bengkel_crm.reports.paper.drawing import BLACK, TEXT2, draw_line, draw_plate, draw_runs, measure_plate
from bengkel_crm.reports.paper.layouts import LabelContent, LabelPlace, LabelSheet, places
from bengkel_crm.reports.paper.pdf_fonts import Face
from bengkel_crm.reports.paper.pdf_text import break_lines

_PADDING = 9.0
_SIZES = (10.0, 9.0, 8.0, 7.0)
_LEADING = 1.28


@dataclass(frozen=True, slots=True)
class Label:
    """Whom a label is for; an address of several lines keeps them."""

    name: str
    address: str
    plate: str
    phone: str = ""


def write_labels(
    path: Path,
    labels: Sequence[Label],
    content: LabelContent,
    sheet: LabelSheet,
    start: int = 1,
    progress: Progress | None = None,
) -> None:
    """Write the labels in their order, from label number `start` of the first sheet.

    `progress(done, total)` may raise to stop; then there is no file, or the old one.

    Raises:
        ShopFileError: the disk refused.
    """
    draw = _draw_address if content is LabelContent.ADDRESS else _draw_plate
    with new_paper(path, translate("Papers", "Labels {0}").format(sheet.name)) as canvas:
        for done, (label, (cell, turns)) in enumerate(zip(labels, places(sheet, start), strict=False)):
            if progress is not None:
                progress(done, len(labels))
            if turns:
                canvas.showPage()
            draw(canvas, label, cell)
        canvas.showPage()
        if progress is not None:
            progress(len(labels), len(labels))


def _draw_address(canvas: Canvas, label: Label, cell: LabelPlace) -> None:
    """Draw name and address from the middle of the label, as large as they fit."""
    width, height = cell.width - 2 * _PADDING, cell.height - 2 * _PADDING
    below = label.address or label.phone
    for size in _SIZES:
        leading = size * _LEADING
        most = int(height / leading)
        names = break_lines(label.name, size * 1.06, width * 0.97, 2)
        lines = break_lines(below, size, width, most + 1)
        if len(names) + len(lines) <= most:
            break
    most = max(most, 2)
    lines = break_lines(below, size, width, max(1, most - len(names)))
    y = cell.y + (cell.height + (len(names) + len(lines)) * leading) / 2 - size
    x = cell.x + _PADDING
    for line in names:
        text = "".join(run.text for run in line)
        draw_line(canvas, text, Face.STRONG, size * 1.06, x, y, width, BLACK)
        y -= leading
    for line in lines:
        draw_runs(canvas, line, size, x, y, BLACK)
        y -= leading


def _draw_plate(canvas: Canvas, label: Label, cell: LabelPlace) -> None:
    """Draw the plate large, the name below it."""
    width = cell.width - 2 * _PADDING
    high = min(34.0, cell.height * 0.36)
    plate = measure_plate(label.plate, high, width)
    used = high + 6 + 9 + (11 if label.phone else 0)
    y = cell.y + (cell.height + used) / 2 - high
    x = cell.x + _PADDING
    draw_plate(canvas, plate, x, y)
    draw_line(canvas, label.name, Face.STRONG, 9, x, y - 14, width, BLACK)
    if label.phone:
        draw_line(canvas, label.phone, Face.REGULAR, 8.5, x, y - 25, width, TEXT2)
