"""The vehicles whose next job falls due, without those sold or gone: an indexed read of kept rows."""

from datetime import date

from bengkel_crm.db.counter.search import vehicle_text
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.fast_builder import fast_builder, locked
from bengkel_crm.records.reminders import DueRow

_ROWS = """
SELECT s.vehicle_id, v.plate, c.name,
    (SELECT coalesce(p.e164, p.typed) FROM customer_phone p
        WHERE p.customer_id = c.id AND p.wrong_since IS NULL ORDER BY p.position LIMIT 1),
    v.brand, v.model, v.year, k.name, s.next_due_by, s.next_due_on, s.next_due_km
FROM vehicle_summary s
JOIN vehicle v ON v.id = s.vehicle_id
JOIN job_kind k ON k.id = s.next_job_kind_id
LEFT JOIN ownership w ON w.id =
    (SELECT id FROM ownership WHERE vehicle_id = v.id AND until IS NULL ORDER BY id LIMIT 1)
LEFT JOIN customer c ON c.id = w.customer_id
WHERE s.next_due_by BETWEEN ? AND ? AND v.sold_on IS NULL AND v.gone_on IS NULL
ORDER BY s.next_due_by, s.vehicle_id LIMIT ?
"""
STATEMENTS = (_ROWS,)
_Due = fast_builder(DueRow)
_day = date.fromisoformat


def list_due(database: Database, first: date, last: date, limit: int = -1) -> list[DueRow]:
    """Return the vehicles whose next job falls due from `first` to `last`, the earliest first.

    A negative limit means all of them.
    """
    rows = database.execute_sql(_ROWS, (first.isoformat(), last.isoformat(), limit)).fetchall()
    opened = [
        _Due(
            vehicle_id,
            plate,
            owner,
            phone,
            vehicle_text(brand, model, year),
            job_kind,
            _day(due_by),
            None if due_on is None else _day(due_on),
            due_km,
        )
        for vehicle_id, plate, owner, phone, brand, model, year, job_kind, due_by, due_on, due_km in rows
    ]
    return list(locked(DueRow, opened))


def count_due(database: Database, first: date, last: date) -> int:
    """Return how many vehicles have a next job due from `first` to `last`."""
    row = database.execute_sql(
        "SELECT count(*) FROM vehicle_summary s JOIN vehicle v ON v.id = s.vehicle_id "
        "WHERE s.next_due_by BETWEEN ? AND ? AND v.sold_on IS NULL AND v.gone_on IS NULL",
        (first.isoformat(), last.isoformat()),
    ).fetchone()
    return int(row[0])
