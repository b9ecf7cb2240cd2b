"""QR codes on paper: one picture of single bits each, which viewers and printers draw without seams."""

import segno
from reportlab.pdfgen.canvas import Canvas

# Weighing all eight masks takes four times as long as the rest of a code; any of them can be read.
_MASK = 3
# Up to here a code can lose a seventh of itself to a fold; longer ones would be too fine for that.
_LONGEST_STURDY = 300
# Finer codes are not read any more from paper held by hand.
_LONGEST = 1000


def encode(link: str) -> tuple[bytes, ...]:
    """Return the rows of a code, a byte (0 or 1) for each module; a link too long for paper loses its end."""
    link = _shortened(link)
    level = "m" if len(link) <= _LONGEST_STURDY else "l"
    code = segno.make(link, error=level, mask=_MASK, micro=False, boost_error=False)
    return tuple([bytes(row) for row in code.matrix])


def draw_code(canvas: Canvas, rows: tuple[bytes, ...], x: float, y: float, side: float) -> None:
    """Draw a code with its lower left corner there; the white margin around it is the caller's."""
    modules = len(rows)
    width = (modules + 7) // 8
    padding = width * 8 - modules
    bits = b"".join([(int(row.translate(_TO_DIGITS), 2) << padding).to_bytes(width, "big") for row in rows])
    # Painted through a stencil: a bit that is set takes the fill colour, black.
    canvas._code.append(
        f"q 0 0 0 rg {side:.2f} 0 0 {side:.2f} {x:.2f} {y:.2f} cm\n"
        f"BI /W {modules} /H {modules} /BPC 1 /IM true /D [1 0] /F /AHx ID\n{bits.hex()}>\nEI Q"
    )


_TO_DIGITS = bytes.maketrans(b"\0\1", b"01")


def _shortened(link: str) -> str:
    """Return the link, or what of it still makes a code for paper: never half an escaped letter."""
    if len(link) <= _LONGEST:
        return link
    head = link[:_LONGEST]
    if "%" in head[-2:]:
        head = head[: head.rindex("%")]
    # %E2%80 of %E2%80%A6: the bytes of a letter go together.
    while head[-3:-2] == "%" and int(head[-2:], 16) >= 0x80 and link[len(head) : len(head) + 1] == "%":
        following = int(link[len(head) + 1 : len(head) + 3], 16)
        if following & 0xC0 != 0x80:
            break
        head = head[:-3]
    return head
