"""A row of a book in one line, as the clerk has mended it: to know it again by."""

from bengkel_crm.ui.exchange.session import ImportSession
from bengkel_crm.workshop.exchange.tables.profiles import text_of


def row_text(session: ImportSession, name: str, row: int) -> str:
    """Return the cells of a row (from 1) of a sheet that say something, left to right."""
    sheet = session.book.sheet(name) if session.book is not None else None
    cells = sheet.rows[row - 1] if sheet is not None and 1 <= row <= len(sheet.rows) else ()
    told = [session.mended.get((name, row, index), text_of(cell)) for index, cell in enumerate(cells)]
    return " · ".join(" ".join(text.split()) for text in told if text.strip())
