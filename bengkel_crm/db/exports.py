"""Every list of the shop file, read row by row so that a million of them need no memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bengkel_crm.db.connection import Database

# What is exported, parents before children; derived tables are computed again by whoever takes it in.
# Each query begins with the id, and its columns are named as they are in the table.
_QUERIES: dict[str, str] = {
    "customer": """
        SELECT c.id, c.name, c.honorific, c.kind,
            (SELECT group_concat(typed, ' / ') FROM (
                SELECT typed FROM customer_phone WHERE customer_id = c.id ORDER BY position)) AS phones,
            c.contact_person, c.address, c.no_contact_since, c.promotion_consent_on
        FROM customer c WHERE c.removed_at IS NULL ORDER BY c.id
    """,
    "vehicle": """
        SELECT v.id, v.plate, v.kind, v.brand, v.model, v.year, v.color,
            (SELECT c.name FROM ownership w JOIN customer c ON c.id = w.customer_id
                WHERE w.vehicle_id = v.id AND w.until IS NULL ORDER BY w.id LIMIT 1) AS owner,
            s.work_order_count, s.last_on, s.last_odometer_km, s.oil_name, m.name AS mechanic,
            s.next_due_by, s.next_due_km, v.sold_on, v.gone_on, v.stnk_tax_on, v.plate_expires_on
        FROM vehicle v JOIN vehicle_standing s ON s.vehicle_id = v.id
        LEFT JOIN mechanic m ON m.id = s.mechanic_id
        WHERE v.removed_at IS NULL ORDER BY v.id
    """,
    "ownership": """
        SELECT w.id, v.plate, c.name AS owner, w.since, w.until, w.vehicle_id, w.customer_id
        FROM ownership w JOIN vehicle v ON v.id = w.vehicle_id AND v.removed_at IS NULL
        JOIN customer c ON c.id = w.customer_id AND c.removed_at IS NULL ORDER BY w.id
    """,
    "old_plate": """
        SELECT o.id, o.plate, o.until, v.plate AS present_plate, o.vehicle_id
        FROM old_plate o JOIN vehicle v ON v.id = o.vehicle_id AND v.removed_at IS NULL ORDER BY o.id
    """,
    "work_order": """
        SELECT w.id, w.number, w.date, v.plate, c.name AS owner, v.brand, v.model, w.odometer_km, w.symptom,
            w.jobs, w.oil, m.name AS mechanic, w.total_rupiah, w.status, w.remark,
            w.vehicle_id, w.customer_id
        FROM work_order w JOIN vehicle v ON v.id = w.vehicle_id AND v.removed_at IS NULL
        LEFT JOIN customer c ON c.id = w.customer_id LEFT JOIN mechanic m ON m.id = w.mechanic_id
        WHERE w.removed_at IS NULL ORDER BY w.id
    """,
    "work_order_line": """
        SELECT l.id, w.number, w.date, v.plate, l.kind, l.text, l.category, k.code AS job_kind, l.quantity,
            l.price_rupiah, m.name AS mechanic, l.work_order_id, l.position
        FROM work_order_line l JOIN work_order w ON w.id = l.work_order_id AND w.removed_at IS NULL
        JOIN vehicle v ON v.id = w.vehicle_id AND v.removed_at IS NULL
        LEFT JOIN job_kind k ON k.id = l.job_kind_id LEFT JOIN mechanic m ON m.id = l.mechanic_id
        ORDER BY l.id
    """,
    "note": """
        SELECT n.id, v.plate, n.written_on, n.text, n.vehicle_id
        FROM note n JOIN vehicle v ON v.id = n.vehicle_id AND v.removed_at IS NULL
        WHERE n.removed_at IS NULL ORDER BY n.id
    """,
    "contact": """
        SELECT k.id, k.at, c.name AS owner, v.plate, k.channel, k.direction, k.content,
            k.outcome, k.outcome_at, k.snooze_until, k.customer_id, k.vehicle_id
        FROM contact k LEFT JOIN customer c ON c.id = k.customer_id LEFT JOIN vehicle v ON v.id = k.vehicle_id
        WHERE k.removed_at IS NULL ORDER BY k.id
    """,
    "reminder": """
        SELECT r.id, r.sent_on, v.plate, r.subject, j.code AS job_kind, r.due_by, r.contact_id, r.vehicle_id
        FROM reminder r JOIN contact k ON k.id = r.contact_id AND k.removed_at IS NULL
        JOIN vehicle v ON v.id = r.vehicle_id AND v.removed_at IS NULL
        LEFT JOIN job_kind j ON j.id = r.job_kind_id ORDER BY r.id
    """,
    "product": "SELECT id, name, category, price_rupiah FROM product ORDER BY id",
    "mechanic": "SELECT id, name, active FROM mechanic ORDER BY id",
    "job_interval": """
        SELECT k.position AS id, k.code, k.name, i.vehicle_kind, i.months, i.km
        FROM job_kind k JOIN job_interval i ON i.job_kind_id = k.id ORDER BY k.position, i.vehicle_kind
    """,
}
TABLES = tuple(_QUERIES)


@dataclass(frozen=True, slots=True)
class Listing:
    """One list: the names of its columns and its rows, read while they are asked for."""

    table: str
    columns: tuple[str, ...]
    count: int
    rows: Iterator[tuple[Any, ...]]


def open_listing(database: Database, table: str) -> Listing:
    """Return one list of the shop file; its rows may be walked once, on this thread."""
    query = _QUERIES[table]
    # An upper bound is enough to show progress by, and costs nothing.
    source = "job_interval" if table == "job_interval" else table
    (count,) = database.execute_sql(f"SELECT count(*) FROM {source}").fetchone()
    cursor = database.execute_sql(query)
    return Listing(table, tuple(column[0] for column in cursor.description), int(count), iter(cursor))
