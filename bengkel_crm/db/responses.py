"""Did they come? Reminders answered by work orders, against those who were due and were not reminded."""

from collections.abc import Iterable
from datetime import date

from bengkel_crm.db.connection import Database
from bengkel_crm.reminder_records import Channel, ResponseRow

# Each vehicle counts once in a group, however many things it was reminded of. `reached` leaves out those
# whose number was wrong or who did not answer.
_REMINDED = """
WITH told AS (
    SELECT substr(r.sent_on, 1, 7) AS month, k.channel AS channel, coalesce(j.name, r.subject) AS what,
        r.vehicle_id AS vehicle_id, min(r.sent_on) AS sent_on,
        max(coalesce(k.outcome, '') NOT IN ('wrong_number', 'no_answer')) AS reached
    FROM reminder r JOIN contact k ON k.id = r.contact_id AND k.removed_at IS NULL
    LEFT JOIN job_kind j ON j.id = r.job_kind_id
    WHERE r.sent_on BETWEEN ?1 AND ?2
    GROUP BY 1, 2, 3, 4
), answered AS (
    SELECT told.*, count(w.id) AS visits, coalesce(sum(w.total_rupiah), 0) AS rupiah
    FROM told LEFT JOIN work_order w ON w.vehicle_id = told.vehicle_id AND w.removed_at IS NULL
        AND w.date BETWEEN told.sent_on AND date(told.sent_on, ?3)
    GROUP BY month, channel, what, told.vehicle_id
)
SELECT month, channel, what, count(*), sum(reached), sum(visits > 0), sum(rupiah)
FROM answered GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""
# Their answer time begins when they fell due, or with the month where they were late already.
_UNTOUCHED = """
WITH silent AS (
    SELECT d.month AS month, d.vehicle_id AS vehicle_id, max(d.due_by, d.month) AS from_on FROM due_seen d
    WHERE d.month BETWEEN ?1 AND ?2 AND NOT EXISTS (
        SELECT 1 FROM reminder r JOIN contact k ON k.id = r.contact_id AND k.removed_at IS NULL
        WHERE r.vehicle_id = d.vehicle_id
        AND r.sent_on BETWEEN date(d.month, ?4) AND date(max(d.due_by, d.month), ?3))
), answered AS (
    SELECT silent.*, count(w.id) AS visits, coalesce(sum(w.total_rupiah), 0) AS rupiah
    FROM silent LEFT JOIN work_order w ON w.vehicle_id = silent.vehicle_id AND w.removed_at IS NULL
        AND w.date BETWEEN silent.from_on AND date(silent.from_on, ?3)
    GROUP BY month, silent.vehicle_id
)
SELECT substr(month, 1, 7), count(*), sum(visits > 0), sum(rupiah) FROM answered GROUP BY 1 ORDER BY 1
"""
STATEMENTS = (_REMINDED, _UNTOUCHED)


def note_seen(database: Database, month: date, due: Iterable[tuple[int, date]]) -> None:
    """Remember who stood on a month's list (vehicle id, due day), inside the caller's transaction.

    Whoever is known for that month already stays as first seen.
    """
    database.connection().executemany(
        "INSERT OR IGNORE INTO due_seen VALUES (?, ?, ?)",
        [(month.isoformat(), vehicle_id, due_by.isoformat()) for vehicle_id, due_by in due],
    )


def list_reminded(database: Database, first: date, last: date, answer_days: int) -> list[ResponseRow]:
    """Return what came of the reminders sent in these days, by month, channel and job kind."""
    rows = database.execute_sql(
        _REMINDED, (first.isoformat(), last.isoformat(), f"+{answer_days} days")
    ).fetchall()
    return [
        ResponseRow(date.fromisoformat(f"{row[0]}-01"), Channel(row[1]), row[2], *row[3:7]) for row in rows
    ]


def list_untouched(
    database: Database, first: date, last: date, answer_days: int, repeat_days: int
) -> list[ResponseRow]:
    """Return how those behaved who were due in these months and whom nobody reminded, by month."""
    rows = database.execute_sql(
        _UNTOUCHED, (first.isoformat(), last.isoformat(), f"+{answer_days} days", f"-{repeat_days} days")
    ).fetchall()
    return [
        ResponseRow(date.fromisoformat(f"{month}-01"), None, None, due, 0, came, rupiah)
        for month, due, came, rupiah in rows
    ]
