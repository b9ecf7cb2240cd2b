"""Notes on a vehicle."""

from datetime import date

from bengkel_crm.base import errors
from bengkel_crm.db.journal.deeds import Deed

_IN_USE = "SELECT vehicle_id FROM note WHERE id = ? AND removed_at IS NULL"


def _filled(text: str) -> str:
    if not text.strip():
        raise errors.MissingField("text")
    return text.strip()


def add_note(deed: Deed, vehicle_id: int, text: str, on: date) -> int:
    """Add a note and return its id.

    Raises:
        MissingField: the note is empty.
    """
    note_id = deed.add("note", vehicle_id=vehicle_id, text=_filled(text), written_on=on.isoformat())
    deed.vehicle_ids.add(vehicle_id)
    return note_id


def edit_note(deed: Deed, note_id: int, text: str) -> None:
    """Overwrite a note's text.

    Raises:
        MissingField
        NotFound: there is none, or it lies in the bin.
    """
    row = deed.database.execute_sql(_IN_USE, (note_id,)).fetchone()
    if row is None:
        raise errors.NotFound("note", str(note_id))
    deed.edit("note", note_id, text=_filled(text))
    deed.vehicle_ids.add(row[0])
