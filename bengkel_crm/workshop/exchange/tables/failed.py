"""Cells whose formula failed, and what else a spreadsheet program shows instead of a value."""

import re

from bengkel_crm.reports.workbooks_in.workbook_reader import Cell

# Excel's and LibreOffice's own words, and a number that found no room in its column.
_FAILED = re.compile(
    r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|ERROR!"
    r"|GETTING_DATA|NV|WERT!|BEZUG!)|Err:\d{3}|#{3,}",
    re.IGNORECASE,
)


def is_failed(cell: Cell) -> bool:
    """Tell whether a cell shows "#REF!" or its kin: there was a value, and nobody knows it."""
    return isinstance(cell, str) and cell[:1] in "#Ee" and _FAILED.fullmatch(cell.strip()) is not None
