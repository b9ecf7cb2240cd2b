"""What was written, and what lies in the bin."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One deed that was written, so that pages can reload and the clerk can take it back.

    `kind` names the deed ("work_order_added"); the ids say whom it touched, `tables` where its rows are,
    `touches_all` that it is not known, or too much to name.
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
