"""Every list of the shop file, read row by row so that a million of them need no memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bengkel_crm.db.customers import phone_marks
from bengkel_crm.db.engine.connection import Database

# What is exported. Derived tables are computed again by whoever takes it in. Left out is what belongs to
# this PC and not to the shop: deeds to undo, half-typed forms, cards looked at, what was exported when.
# Columns are named as they are in the table, for people first; the ids that hold it all together come last.
# {removed} is the day a row went into the bin, {live} what keeps those in the bin apart,
# {phone} a number with the mark of a wrong one.
_QUERIES: dict[str, tuple[str, str]] = {
    "customer": (
        """
        SELECT c.name, c.honorific, c.kind,
            (SELECT group_concat(typed, ' / ') FROM (
                SELECT {phone} AS typed FROM customer_phone p WHERE customer_id = c.id ORDER BY position))
                AS phones,
            c.contact_person, c.address, c.no_contact_since, c.promotion_consent_on, {removed:c}c.id
        FROM customer c WHERE {live} ORDER BY c.id
        """,
        "c.removed_at IS NULL",
    ),
    "customer_phone": (
        """
        SELECT c.name AS owner, p.typed, p.wrong_since, p.e164, p.position, p.customer_id, p.id
        FROM customer_phone p JOIN customer c ON c.id = p.customer_id WHERE {live} ORDER BY p.id
        """,
        "c.removed_at IS NULL",
    ),
    "vehicle": (
        """
        SELECT v.plate, v.kind, v.brand, v.model, v.year, v.color,
            (SELECT c.name FROM ownership w JOIN customer c ON c.id = w.customer_id
                WHERE w.vehicle_id = v.id AND w.until IS NULL ORDER BY w.id LIMIT 1) AS owner,
            s.work_order_count, s.last_on,
            coalesce(s.last_odometer_km, s.reading_km) AS last_odometer_km, s.oil_name, m.name AS mechanic,
            s.next_due_by, s.next_due_km, v.sold_on, v.gone_on, v.stnk_tax_on, v.plate_expires_on,
            {removed:v}v.plate AS plate_written, v.id
        FROM vehicle v LEFT JOIN vehicle_standing s ON s.vehicle_id = v.id
        LEFT JOIN mechanic m ON m.id = s.mechanic_id WHERE {live} ORDER BY v.id
        """,
        "v.removed_at IS NULL",
    ),
    "ownership": (
        """
        SELECT v.plate, c.name AS owner, w.since, w.until, w.vehicle_id, w.customer_id, w.id
        FROM ownership w JOIN vehicle v ON v.id = w.vehicle_id JOIN customer c ON c.id = w.customer_id
        WHERE {live} ORDER BY w.id
        """,
        "v.removed_at IS NULL AND c.removed_at IS NULL",
    ),
    "old_plate": (
        """
        SELECT o.plate, o.until, v.plate AS present_plate, o.plate AS plate_written, o.vehicle_id, o.id
        FROM old_plate o JOIN vehicle v ON v.id = o.vehicle_id WHERE {live} ORDER BY o.id
        """,
        "v.removed_at IS NULL",
    ),
    "work_order": (
        """
        SELECT w.number, w.date, v.plate, c.name AS owner, v.brand, v.model, w.odometer_km, w.symptom,
            w.jobs, w.oil, m.name AS mechanic, w.total_rupiah, w.status, w.remark, w.entered_at, {removed:w}
            w.vehicle_id, w.customer_id, w.mechanic_id, w.id
        FROM work_order w JOIN vehicle v ON v.id = w.vehicle_id
        LEFT JOIN customer c ON c.id = w.customer_id LEFT JOIN mechanic m ON m.id = w.mechanic_id
        WHERE {live} ORDER BY w.id
        """,
        "w.removed_at IS NULL AND v.removed_at IS NULL",
    ),
    "work_order_line": (
        """
        SELECT w.number, w.date, v.plate, l.kind, l.text, l.category, k.name AS job_name, l.quantity,
            l.price_rupiah, m.name AS mechanic, l.position, k.code AS job_kind, l.product_id, l.mechanic_id,
            l.work_order_id, l.id
        FROM work_order_line l JOIN work_order w ON w.id = l.work_order_id
        JOIN vehicle v ON v.id = w.vehicle_id
        LEFT JOIN job_kind k ON k.id = l.job_kind_id LEFT JOIN mechanic m ON m.id = l.mechanic_id
        WHERE {live} ORDER BY l.id
        """,
        "w.removed_at IS NULL AND v.removed_at IS NULL",
    ),
    "note": (
        """
        SELECT v.plate, n.written_on, n.text, {removed:n}n.vehicle_id, n.id
        FROM note n JOIN vehicle v ON v.id = n.vehicle_id WHERE {live} ORDER BY n.id
        """,
        "n.removed_at IS NULL AND v.removed_at IS NULL",
    ),
    "contact": (
        """
        SELECT k.at, c.name AS owner, v.plate, k.channel, k.direction, k.content, k.outcome, k.outcome_at,
            k.snooze_until, k.outcome_set, {removed:k}k.customer_id, k.vehicle_id, k.phone_id, k.id
        FROM contact k LEFT JOIN customer c ON c.id = k.customer_id
        LEFT JOIN vehicle v ON v.id = k.vehicle_id WHERE {live} ORDER BY k.id
        """,
        "k.removed_at IS NULL",
    ),
    "reminder": (
        """
        SELECT r.sent_on, v.plate, r.subject, j.name AS job_name, r.due_by, j.code AS job_kind,
            r.contact_id, r.vehicle_id, r.id
        FROM reminder r JOIN contact k ON k.id = r.contact_id JOIN vehicle v ON v.id = r.vehicle_id
        LEFT JOIN job_kind j ON j.id = r.job_kind_id WHERE {live} ORDER BY r.id
        """,
        "k.removed_at IS NULL AND v.removed_at IS NULL",
    ),
    "due_seen": (
        """
        SELECT d.month, v.plate, d.due_by, d.vehicle_id FROM due_seen d JOIN vehicle v ON v.id = d.vehicle_id
        ORDER BY d.month, d.vehicle_id
        """,
        "",
    ),
    "product": ("SELECT name, category, price_rupiah, id FROM product ORDER BY id", ""),
    "mechanic": ("SELECT name, active, id FROM mechanic ORDER BY id", ""),
    "job_kind": ("SELECT name, keywords, position, code FROM job_kind ORDER BY position, code", ""),
    "job_interval": (
        """
        SELECT k.name, i.vehicle_kind, i.months, i.km, k.code
        FROM job_kind k JOIN job_interval i ON i.job_kind_id = k.id
        ORDER BY k.position, k.code, i.vehicle_kind
        """,
        "",
    ),
    "setting": ("SELECT key, value FROM setting WHERE key NOT LIKE 'backup.%' ORDER BY key", ""),
}
TABLES = tuple(_QUERIES)
_ANYTHING_REMOVED = " UNION ALL ".join(
    f"SELECT 1 FROM {table} WHERE removed_at IS NOT NULL"
    for table in ("customer", "vehicle", "work_order", "note", "contact")
)


@dataclass(frozen=True, slots=True)
class Listing:
    """One list: the names of its columns and its rows, read while they are asked for."""

    table: str
    in_bin: bool
    columns: tuple[str, ...]
    count: int
    rows: Iterator[tuple[Any, ...]]


class _Removed:
    """The column that tells when a row of a table was removed, or none."""

    def __init__(self, is_wanted: bool) -> None:
        self._is_wanted = is_wanted

    def __format__(self, alias: str) -> str:
        return f"{alias}.removed_at, " if self._is_wanted else ""


def open_listing(database: Database, table: str) -> Listing:
    """Return one list without what lies in the bin; its rows may be walked once, on this thread."""
    query, live = _QUERIES[table]
    # An upper bound is enough to show progress by, and costs nothing.
    (count,) = database.execute_sql(f"SELECT count(*) FROM {table}").fetchone()
    return _listing(
        database,
        table,
        False,
        query.format(removed=_Removed(False), live=live, phone=phone_marks.MARKED),
        int(count),
    )


def open_bin(database: Database) -> list[Listing]:
    """Return the lists of what lies in the bin, with what hangs on it; only those that have a row."""
    if database.execute_sql(f"{_ANYTHING_REMOVED} LIMIT 1").fetchone() is None:
        return []
    found = []
    for table, (query, live) in _QUERIES.items():
        if live:
            sql = query.format(removed=_Removed(True), live=f"NOT ({live})", phone=phone_marks.MARKED)
            (count,) = database.execute_sql(f"SELECT count(*) FROM ({sql})").fetchone()
            if count:
                found.append(_listing(database, table, True, sql, int(count)))
    return found


def _listing(database: Database, table: str, in_bin: bool, sql: str, count: int) -> Listing:
    cursor = database.execute_sql(sql)
    return Listing(table, in_bin, tuple(column[0] for column in cursor.description), count, iter(cursor))
