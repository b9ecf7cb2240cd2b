"""Notes on a vehicle's card."""

from datetime import date, datetime

from bengkel_crm.db.customers import customers
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal import bin as removed
from bengkel_crm.db.journal.deeds import done, perform
from bengkel_crm.db.vehicles import vehicles
from bengkel_crm.records.journal import Change, DeedKind
from bengkel_crm.trade.plates import format_plate


def add_note(database: Database, vehicle_id: int, text: str, on: date) -> Change:
    """Add a note to a vehicle.

    Raises:
        MissingField, NotFound
    """
    plate = vehicles.get_vehicle(database, vehicle_id).plate
    with perform(database, DeedKind.NOTE_ADDED, format_plate(plate)) as deed:
        deed.record_id = customers.add_note(deed, vehicle_id, text, on)
    return done(deed)


def edit_note(database: Database, note_id: int, text: str, seen: str | None = None) -> Change:
    """Overwrite a note; `seen` is what it said when somebody began to type.

    Raises:
        MissingField, NotFound
        NoteChanged: it no longer says what was `seen`.
    """
    with perform(database, DeedKind.NOTE_EDITED, text.strip()) as deed:
        customers.edit_note(deed, note_id, text, seen)
        deed.record_id = note_id
    return done(deed)


def remove_note(database: Database, note_id: int, at: datetime | None = None) -> Change:
    """Put a note into the bin.

    Raises:
        NotFound
    """
    with perform(database, DeedKind.NOTE_REMOVED, "") as deed:
        removed.remove(deed, "note", note_id, at or database.now())
    return done(deed)
