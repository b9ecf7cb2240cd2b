"""What of a text a spreadsheet's cell can hold."""

import re

LONGEST_CELL = 32_767
# Characters that XML can not hold; a workbook with one of them does not open.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")


def plain_text(text: str) -> str:
    """Return what of a text a cell can hold."""
    return NOT_IN_XML.sub("", text)[:LONGEST_CELL]


def shown_text(text: str) -> str:
    """Return a text as a cell shows it: lines end in one way, and what is cut off says so."""
    plain = NOT_IN_XML.sub("", _LINE_END.sub("\n", text))
    return plain if len(plain) <= LONGEST_CELL else plain[: LONGEST_CELL - 1] + "…"
