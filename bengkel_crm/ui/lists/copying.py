"""Rows of a list as text for the clipboard, as spreadsheets take it."""

from collections.abc import Iterable, Sequence

_FORMULA_STARTS = ("=", "+", "-", "@")


def as_pasted(text: str) -> str:
    """Return a cell's text so that a spreadsheet shows it and computes nothing."""
    flat = " ".join(text.split())
    # The apostrophe says "this is text"; the spreadsheet does not show it.
    return "'" + flat if flat.startswith(_FORMULA_STARTS) else flat


def tab_separated(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows as lines with a tab between cells, below their titles when there is more than one."""
    lines = ["\t".join(as_pasted(cell) for cell in row) for row in rows]
    if len(lines) > 1:
        lines.insert(0, "\t".join(titles))
    return "\n".join(lines)
