"""Writing a whole shop back into an empty file, each row under the id it had."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from bengkel_crm.db.bulk import indexes_made_at_the_end
from bengkel_crm.db.connection import Database
from bengkel_crm.db.deeds import Deed
from bengkel_crm.db.models import WRITABLE
from bengkel_crm.db.search_index import VEHICLE_MASK

MOST_ID = 100_000_000
MOST_VEHICLE_ID = VEHICLE_MASK
# What the restored rows of a table hold, the id first where they have one.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "mechanic": ("id", "name", "active", "name_key"),
    "product": ("id", "name", "category", "price_rupiah", "name_key"),
    "customer": (
        *("id", "name", "honorific", "kind", "contact_person", "address", "no_contact_since"),
        *("promotion_consent_on", "removed_at", "name_key"),
    ),
    "customer_phone": ("id", "customer_id", "position", "typed", "e164", "wrong_since", "match_key"),
    "vehicle": (
        *("id", "plate", "kind", "brand", "model", "year", "color", "sold_on", "gone_on", "stnk_tax_on"),
        *("plate_expires_on", "removed_at", "plate_key"),
    ),
    "ownership": ("id", "vehicle_id", "customer_id", "since", "until"),
    "old_plate": ("id", "vehicle_id", "plate", "until", "plate_key"),
    "work_order": (
        *("id", "number", "vehicle_id", "customer_id", "date", "odometer_km", "symptom", "remark"),
        *("mechanic_id", "status", "total_rupiah", "jobs", "oil", "removed_at"),
    ),
    "work_order_line": (
        *("id", "work_order_id", "position", "kind", "text", "category", "job_kind_id", "product_id"),
        *("quantity", "price_rupiah", "mechanic_id"),
    ),
    "note": ("id", "vehicle_id", "text", "written_on", "removed_at"),
    "contact": (
        *("id", "customer_id", "vehicle_id", "at", "channel", "direction", "content", "outcome"),
        *("outcome_at", "snooze_until", "removed_at"),
    ),
    "reminder": ("id", "contact_id", "vehicle_id", "subject", "job_kind_id", "due_by", "sent_on"),
    "due_seen": ("month", "vehicle_id", "due_by"),
}
_LONG = ("customer_phone", "ownership", "work_order", "work_order_line")


def is_empty(database: Database) -> bool:
    """Tell whether nobody has written anything into a shop file yet, the bin included."""
    asked = " UNION ALL ".join(f"SELECT 1 FROM {table}" for table in WRITABLE if table != "job_kind")
    return database.execute_sql(f"{asked} LIMIT 1").fetchone() is None


class Restorer:
    """Writes rows under their own ids as part of a deed into an empty file."""

    def __init__(self, deed: Deed) -> None:
        self._deed = deed
        self._connection = deed.database.connection()
        self._spans: dict[str, tuple[int, int]] = {}

    def write(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        """Write rows of a table, with the columns of `COLUMNS`; their parents are there."""
        if not rows:
            return
        columns = COLUMNS[table]
        marks = ", ".join("?" * len(columns))
        self._connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)
        if columns[0] == "id":
            ids = [row[0] for row in rows]
            first, last = self._spans.get(table, (ids[0], ids[0]))
            self._spans[table] = min(first, *ids), max(last, *ids)
            if table == "vehicle":
                self._deed.vehicle_ids.update(ids)
            elif table == "customer":
                self._deed.customer_ids.update(ids)

    def finish(self) -> None:
        """Tell the deed what was written: from the first to the last id of a table all rows are these."""
        for table, (first, last) in self._spans.items():
            self._deed.note_added(table, first, last)


@contextmanager
def restoring(deed: Deed) -> Iterator[Restorer]:
    """Give what writes the rows of a whole shop as part of a deed."""
    restorer = Restorer(deed)
    with indexes_made_at_the_end(deed.database, _LONG):
        yield restorer
    restorer.finish()


def job_kind_ids(database: Database) -> dict[str, int]:
    """Return the ids of the job kinds by their codes."""
    return dict(database.execute_sql("SELECT code, id FROM job_kind").fetchall())


def restore_job_kinds(deed: Deed, rows: Iterable[tuple[str, str, str, int]]) -> None:
    """Write job kinds (code, name, keywords, position); those of other codes stay as they are."""
    known = job_kind_ids(deed.database)
    for code, name, keywords, position in rows:
        if code in known:
            deed.edit("job_kind", known[code], name=name, keywords=keywords, position=position)
        else:
            deed.add("job_kind", code=code, name=name, keywords=keywords, position=position)


def restore_intervals(deed: Deed, rows: Iterable[tuple[str, str, int | None, int | None]]) -> None:
    """Write how often job kinds (by code) are due, in place of what the file says of those kinds."""
    ids = job_kind_ids(deed.database)
    new = [(ids[code], *interval) for code, *interval in rows]
    replaced = {row[0] for row in new}
    kept = [
        row
        for row in deed.database.execute_sql(
            "SELECT job_kind_id, vehicle_kind, months, km FROM job_interval"
        ).fetchall()
        if row[0] not in replaced
    ]
    deed.rewrite("job_interval", ("job_kind_id", "vehicle_kind", "months", "km"), [*kept, *new])


def restore_settings(deed: Deed, rows: Iterable[tuple[str, str]]) -> None:
    """Write the shop's settings over those of the file."""
    kept = dict(deed.database.execute_sql("SELECT key, value FROM setting").fetchall())
    kept.update(rows)
    deed.rewrite("setting", ("key", "value"), list(kept.items()))
