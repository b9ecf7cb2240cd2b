"""How urgent a due day is, and how that is said."""

from datetime import date

from bengkel_crm.base import i18n
from bengkel_crm.ui.look.tokens import Tone

SOON_DAYS = 14
SOON_KM = 500


def tone_of(due_by: date | None, today: date) -> Tone:
    """Return BAD for late, WARN for today and the next two weeks, OK for later, NEUTRAL for no day."""
    if due_by is None:
        return Tone.NEUTRAL
    days = (due_by - today).days
    if days < 0:
        return Tone.BAD
    return Tone.WARN if days <= SOON_DAYS else Tone.OK


def due_words(due_by: date | None, today: date) -> str:
    """Return "terlambat 9 hari", "5 hari lagi", or nothing for no day."""
    return "" if due_by is None else i18n.format_until(due_by, today)
