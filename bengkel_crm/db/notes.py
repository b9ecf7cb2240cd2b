"""Notes on a vehicle."""

from datetime import date

from bengkel_crm import errors
from bengkel_crm.db.deeds import Deed


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
        MissingField, NotFound
    """
    deed.edit("note", note_id, text=_filled(text))
    row = deed.database.execute_sql("SELECT vehicle_id FROM note WHERE id = ?", (note_id,)).fetchone()
    deed.vehicle_ids.add(row[0])
