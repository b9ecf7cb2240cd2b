"""The parts of a letter: the shop's head, the plates, the text, the code that answers, the receiver."""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from bengkel_crm.base.i18n import translate_in
from bengkel_crm.records.reminders import Letter, Shop
from bengkel_crm.reports.paper.drawing import (
    EDGE,
    HAIR,
    PRIMARY,
    TEXT2,
    TEXT3,
    draw_centred,
    draw_line,
    draw_picture,
    draw_plate,
    draw_runs,
    joined,
    measure_plate,
)
from bengkel_crm.reports.paper.pdf_fonts import Face
from bengkel_crm.reports.paper.pdf_text import PARAGRAPH, break_lines, fit, lines_that_fit, width_of
from bengkel_crm.reports.paper.qr import draw_code, encode

# A code needs four of its modules of white around it.
QUIET = 9.0
_LEADING = 1.48
# Above this many modules a code is drawn larger.
_COARSE = 61
_GAP = 6.0


class PartColumn(NamedTuple):
    """Where a text stands: its left edge, the base of its first line, how wide it may be."""

    left: float
    top: float
    width: float


def draw_shop(canvas: Canvas, shop: Shop, x: float, y: float, room: float, size: float) -> None:
    """Draw the shop's name with its address and phone below, the name's base at y."""
    draw_line(canvas, shop.name, Face.BOLD, size, x, y, room, PRIMARY)
    small = max(7.5, size * 0.5)
    y -= size * 1.05
    for line in break_lines(joined((shop.address, shop.phone)), small, room, 2):
        draw_runs(canvas, line, small, x, y, TEXT2)
        y -= small * 1.3


def draw_sender(canvas: Canvas, shop: Shop, x: float, y: float, room: float) -> None:
    """Draw who sent the letter as one small underlined line, for an envelope's window."""
    text = fit(joined((shop.name, shop.address)), Face.REGULAR, 6.5, room)
    draw_line(canvas, text, Face.REGULAR, 6.5, x, y, room + 1, TEXT3)
    canvas.setLineWidth(HAIR)
    canvas.setStrokeColorRGB(*EDGE)
    canvas.line(x, y - 3, x + width_of(text, Face.REGULAR, 6.5), y - 3)


def draw_logo(canvas: Canvas, picture: bytes, x: float, y: float, width: float, height: float) -> float:
    """Draw the shop's picture and return how far what follows moves to the right."""
    drawn = draw_picture(canvas, picture, x, y, width, height)
    return drawn + 12 if drawn else 0.0


def draw_plates(canvas: Canvas, plates: Sequence[str], right: float, top: float, room: float) -> None:
    """Draw a person's plates in two rows that end at `right`; how many are left out is said in front."""
    if len(plates) == 1:
        (plate,) = plates
        ready = measure_plate(plate, 34, room)
        draw_plate(canvas, ready, right - ready.width, top - 34)
        return
    height = 18.5
    column = (room - _GAP) / 2
    shown = plates if len(plates) <= 4 else plates[:3]
    rows = [shown] if not shown else [shown[:1], shown[1:]] if len(shown) == 2 else [shown[:2], shown[2:]]
    for row, some in enumerate(rows):
        x = right
        y = top - height - row * (height + _GAP - 1)
        if row and len(shown) < len(plates):
            text = f"+{len(plates) - len(shown)}"
            x -= width_of(text, Face.STRONG, 10) + 3
            draw_line(canvas, text, Face.STRONG, 10, x, y + height / 2 - 3.6, 60, TEXT2)
            x -= _GAP
        for plate in reversed(some):
            ready = measure_plate(plate, height, column)
            x -= ready.width
            draw_plate(canvas, ready, x, y)
            x -= _GAP


def draw_body(
    canvas: Canvas, letter: Letter, column: PartColumn, lowest: float, sizes: Sequence[float]
) -> float:
    """Draw the text in the largest of these sizes in which it ends above `lowest`; return where it ended."""
    size, lines = lines_that_fit(
        letter.body, sizes, column.width, column.top - lowest, _LEADING, letter.emphasis, letter.plates
    )
    y = column.top
    for line in lines:
        if line:
            draw_runs(canvas, line, size, column.left, y)
        y -= size * (_LEADING if line else PARAGRAPH)
    return y


def draw_answer_code(
    canvas: Canvas, letter: Letter, right: float, top: float, side: float, largest: float
) -> float:
    """Draw the code that answers the letter, if it has one, with its caption below; return its left edge."""
    if letter.qr_url is None:
        return right
    rows = encode(letter.qr_url)
    if len(rows) > _COARSE:
        side = largest
    left = right - side
    draw_code(canvas, rows, left, top - side, side)
    answer = translate_in("ToCustomers", "Scan to book a service", letter.language)
    draw_centred(canvas, answer, Face.REGULAR, 6.8, left + side / 2, top - side - QUIET - 4, side + 14, TEXT2)
    return left


def draw_receiver(canvas: Canvas, letter: Letter, x: float, y: float, room: float) -> None:
    """Draw whom the letter is for, the last line's base at y: name and phone, then the address."""
    lines = break_lines(letter.address, 8.5, room, 2)
    top = y + 12 * len(lines)
    to = translate_in("ToCustomers", "To", letter.language)
    end = 5 + draw_line(canvas, to, Face.REGULAR, 8.5, x, top, room, TEXT3)
    phone = fit(letter.phone, Face.REGULAR, 8.5, room / 2)
    used = width_of(phone, Face.REGULAR, 8.5) + 12 if phone else 0.0
    end = draw_line(canvas, letter.name, Face.STRONG, 8.5, end, top, x + room - end - used)
    if phone:
        draw_line(canvas, f"· {phone}", Face.REGULAR, 8.5, end + 3, top, room, TEXT2)
    for number, line in enumerate(lines, 1):
        draw_runs(canvas, line, 8.5, x, top - 12 * number, TEXT2)
