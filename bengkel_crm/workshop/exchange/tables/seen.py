"""What was seen of a book in which no table was recognised, for the sentence that refuses it."""

from collections.abc import Iterable

from bengkel_crm.base import errors
from bengkel_crm.reports.workbooks_in.workbook_reader import BookSheet
from bengkel_crm.workshop.exchange.tables.columns import recognise
from bengkel_crm.workshop.exchange.tables.profiles import is_nothing, text_of
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole, name_strengths

_HEADER_WITHIN = 60
_LEAST_NAMES = 2
_MOST_TITLES = 12
_LONGEST_TITLE = 40
_NAMED = 0.6


def not_recognised(path: str, sheets: Iterable[BookSheet]) -> errors.BookNotRecognised:
    """Return the refusal of a book with what was understood of the sheet that says most."""
    best: tuple[tuple[str, ...], tuple[str, ...], str] = ((), (), "")
    for sheet in sheets:
        for place, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
            labels = [text_of(cell) if isinstance(cell, str) else "" for cell in row]
            known = [label for label in labels if max(name_strengths(label).values(), default=0.0) >= _NAMED]
            if len(known) >= max(_LEAST_NAMES, len(best[0]) + 1):
                best = _seen(sheet, place, labels)
    titles, others, not_plates = best
    return errors.BookNotRecognised(path, "", titles, others, not_plates)


def _seen(sheet: BookSheet, place: int, labels: list[str]) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    columns = recognise(labels, sheet.rows[place + 1 :])
    told = [column for column in columns if not is_nothing(column.header)]
    titles = [column.header for column in told if column.role is not ColumnRole.OTHER]
    others = [column.header for column in told if column.role is ColumnRole.OTHER]
    not_plates = [title for title in others if name_strengths(title).get(ColumnRole.PLATE, 0.0) >= _NAMED]
    return _shortened(titles), _shortened(others), next(iter(not_plates), "")


def _shortened(titles: list[str]) -> tuple[str, ...]:
    return tuple(title[:_LONGEST_TITLE] for title in titles[:_MOST_TITLES])
