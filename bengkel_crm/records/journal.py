"""What was written, and what lies in the bin."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DeedKind(StrEnum):
    """What was done by a deed."""

    WORK_ORDER_ADDED = "work_order_added"
    WORK_ORDER_EDITED = "work_order_edited"
    WORK_ORDER_REMOVED = "work_order_removed"
    VEHICLE_ADDED = "vehicle_added"
    VEHICLE_EDITED = "vehicle_edited"
    VEHICLE_REMOVED = "vehicle_removed"
    OWNER_CHANGED = "owner_changed"
    CUSTOMER_EDITED = "customer_edited"
    NOTE_ADDED = "note_added"
    NOTE_EDITED = "note_edited"
    NOTE_REMOVED = "note_removed"
    RESTORED = "restored"
    BOOK_IMPORTED = "book_imported"
    IMPORT_UNDONE = "import_undone"
    CONTACT_ADDED = "contact_added"
    REMINDERS_SENT = "reminders_sent"
    OUTCOMES_RECORDED = "outcomes_recorded"
    SETTINGS_CHANGED = "settings_changed"
    INTERVALS_CHANGED = "intervals_changed"
    # What later deeds did to an import's rows, kept in the place of those deeds.
    TOUCHED = "touched"


@dataclass(frozen=True, slots=True)
class Change:
    """One deed that was written, so that pages can reload and the clerk can take it back.

    `kind` is a `DeedKind`, or what another version called one; the ids say whom it touched, `tables` where
    its rows are, `touches_all` that it is not known, or too much to name.
    """

    deed_id: int
    kind: str
    subject: str
    vehicle_ids: tuple[int, ...] = ()
    customer_ids: tuple[int, ...] = ()
    record_id: int | None = None
    touches_all: bool = False
    tables: frozenset[str] = frozenset()

    def touches(self, tables: frozenset[str]) -> bool:
        """Return whether rows of one of these tables may be other ones now."""
        return self.touches_all or not self.tables.isdisjoint(tables)


@dataclass(frozen=True, slots=True)
class BinEntry:
    """Something removed that can still be put back."""

    table: str
    record_id: int
    title: str
    removed_at: datetime
