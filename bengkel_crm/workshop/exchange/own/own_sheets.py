"""How the shop's own export writes what a spreadsheet program would not keep, and marks itself."""

import json
import re

MARKER_SHEET = "Bengkel CRM"
SIGNATURE, FORMAT = "bengkel-crm-export", 1
# The first cell of a marker's row says what the row tells.
TOTAL_ROW, LIST_ROW, COLUMN_ROW, WORD_ROW, TEXT_ROW = "total", "list", "column", "word", "text"
BIN_SUFFIX, BETWEEN = "/bin", "|"

# What spreadsheet programs drop, change or take for an escape of their own.
_ODD = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_|^\s|\s\Z"
)
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_ESCAPE = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")
# Excel counts a character beyond the 65,536th as two.
_SURELY_FITS, _FITS = 16_000, 32_000
_PIECE = 30_000


def is_plain(text: str) -> bool:
    """Return quickly whether any cell holds a text, not an empty one; a few that it would are denied."""
    return (
        text.isprintable() and len(text) <= _SURELY_FITS and text[0] != " " != text[-1] and "_x" not in text
    )


def cell_text(text: str) -> str:
    """Return a text as a cell of any spreadsheet program keeps it: most are that already."""
    if len(text) <= _SURELY_FITS and _ODD.search(text) is None:
        return text
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    plain = _ESCAPE.sub("_ x", _INVISIBLE.sub("", plain)).strip()
    if len(plain.encode("utf-16-le")) // 2 > _FITS:
        plain = plain[: _FITS // 2] + "…"
    return plain


def pieces_of(text: str) -> list[str]:
    """Return a text in pieces of plain ASCII that any cell holds."""
    # No piece may begin or end with a blank, which some programs drop.
    written = json.dumps(text).replace(" ", "\\u0020")
    return [written[start : start + _PIECE] for start in range(0, len(written), _PIECE)]


def text_from(pieces: list[str]) -> str:
    """Return the text that was cut into pieces.

    Raises:
        ValueError: they are not what they were.
    """
    text = json.loads("".join(pieces))
    if not isinstance(text, str):
        raise ValueError(text)
    return text
