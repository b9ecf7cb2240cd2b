"""The marks all papers are made of: colours, lines of text, plates as people know them, pictures."""

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bengkel_crm.reports.paper.pdf_fonts import Face
from bengkel_crm.reports.paper.pdf_text import Line, fit, printable, width_of

Colour = tuple[float, float, float]


def _colour(code: int) -> Colour:
    return ((code >> 16) / 255, (code >> 8 & 0xFF) / 255, (code & 0xFF) / 255)


# The light scheme of the screen.
TEXT, TEXT2, TEXT3 = _colour(0x17212B), _colour(0x55636F), _colour(0x6B7884)
LINE, LINE2, EDGE = _colour(0xDCE2E8), _colour(0xC3CCD5), _colour(0x87939F)
PRIMARY, TINT, SUNKEN = _colour(0x0B6478), _colour(0xE4F1F4), _colour(0xF3F5F7)
BAD, BLACK, WHITE = _colour(0xB42318), (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)
HAIR = 0.4
_LARGEST_LOGO = 900
# Of a plate's height, and of its type size.
_PLATE_SIZE, _PLATE_PADDING, _LETTER_SPACING = 0.53, 0.42, 0.03
_HALF_CAPITAL = 0.364


def draw_line(
    canvas: Canvas,
    text: str,
    face: Face,
    size: float,
    x: float,
    y: float,
    room: float,
    colour: Colour = TEXT,
) -> float:
    """Draw a text on one line from x, cut where the room ends, and return where it ends."""
    shown = fit(text, face, size, room)
    canvas.setFillColorRGB(*colour)
    canvas.setFont(face.value, size)
    canvas.drawString(x, y, shown)
    return x + width_of(shown, face, size)


def draw_right(
    canvas: Canvas,
    text: str,
    face: Face,
    size: float,
    right: float,
    y: float,
    room: float = 1000,
    colour: Colour = TEXT,
) -> None:
    """Draw a text on one line so that it ends at `right`."""
    shown = fit(text, face, size, room)
    draw_line(canvas, shown, face, size, right - width_of(shown, face, size), y, room + 1, colour)


def draw_centred(
    canvas: Canvas,
    text: str,
    face: Face,
    size: float,
    middle: float,
    y: float,
    room: float,
    colour: Colour = TEXT,
) -> None:
    """Draw a text on one line around `middle`."""
    shown = fit(text, face, size, room)
    draw_line(canvas, shown, face, size, middle - width_of(shown, face, size) / 2, y, room + 1, colour)


def draw_runs(canvas: Canvas, line: Line, size: float, x: float, y: float, colour: Colour = TEXT) -> None:
    """Draw one broken line."""
    text = canvas.beginText(x, y)
    text.setFillColorRGB(*colour)
    for run in line:
        text.setFont(run.face.value, size)
        text.textOut(run.text)
    canvas.drawText(text)


class Plate(NamedTuple):
    """A plate made ready to be drawn that high: what of it is shown, and how wide that is."""

    text: str
    height: float
    width: float
    spacing: float


def measure_plate(plate: str, height: float, room: float) -> Plate:
    """Return a plate ready to be drawn; a longer one than the room is cut."""
    size = height * _PLATE_SIZE
    within = room - 2 * height * _PLATE_PADDING
    shown = printable(plate, Face.PLATE)
    spacing = size * _LETTER_SPACING
    width = width_of(shown, Face.PLATE, size) + spacing * (len(shown) - 1)
    if width > within:
        spacing = 0.0
        shown = fit(shown, Face.PLATE, size, within)
        width = width_of(shown, Face.PLATE, size)
    return Plate(shown, height, width + 2 * height * _PLATE_PADDING, spacing)


def draw_plate(canvas: Canvas, plate: Plate, x: float, y: float) -> None:
    """Draw a plate as it hangs on a vehicle, its lower left corner there."""
    size = plate.height * _PLATE_SIZE
    canvas.setStrokeColorRGB(*BLACK)
    canvas.setLineWidth(plate.height * 0.045)
    canvas.roundRect(x, y, plate.width, plate.height, plate.height * 0.16, stroke=1, fill=0)
    canvas.setFillColorRGB(*BLACK)
    canvas.setFont(Face.PLATE.value, size)
    base = y + plate.height / 2 - size * _HALF_CAPITAL
    canvas.drawString(x + plate.height * _PLATE_PADDING, base, plate.text, charSpace=plate.spacing)


def draw_picture(canvas: Canvas, data: bytes, x: float, y: float, width: float, height: float) -> float:
    """Draw a picture inside that box, at its left, and return its width; 0 when it is no picture."""
    try:
        with Image.open(BytesIO(data)) as picture:
            picture.thumbnail((_LARGEST_LOGO, _LARGEST_LOGO))
            flat = Image.new("RGB", picture.size, "white")
            clear = picture.convert("RGBA")
            flat.paste(clear, mask=clear.getchannel("A"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        # A paper without the shop's picture is better than none.
        return 0.0
    scale = min(width / flat.width, height / flat.height)
    stored = BytesIO()
    flat.save(stored, "PNG")
    shown = (flat.width * scale, flat.height * scale)
    canvas.drawImage(ImageReader(stored), x, y + (height - shown[1]) / 2, *shown)
    return shown[0]


def draw_box(
    canvas: Canvas, x: float, y: float, side: float, colour: Colour = EDGE, radius: float = 1.5
) -> None:
    """Draw an empty box to tick."""
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineWidth(0.7)
    canvas.roundRect(x, y, side, side, radius, stroke=1, fill=0)


def joined(parts: Sequence[str | None], between: str = " · ") -> str:
    """Return those parts that say something."""
    return between.join(part for part in parts if part)
