"""Did they come? Reminders answered by work orders, against those who were due and were not reminded."""

from collections.abc import Iterable
from datetime import date

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.dialect import insert_new
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.records.reminders import Channel, ResponseRow

# What work order `w` must be to answer reminder `r` of contact `k`, within the days: paid for by whoever was
# reminded, and not written down before it went out the same day.
ANSWERS = """coalesce(w.customer_id = k.customer_id, TRUE)
    AND (w.date > r.sent_on OR coalesce(w.entered_at, k.at) >= k.at)"""
_MONTH, _CHANNEL, _WHAT = "substr(r.sent_on, 1, 7)", "k.channel", "coalesce(j.name, r.subject)"
# Every group by itself, then what an owner asks: in all, by month, by channel, by kind of work.
_ALL_GROUPS = (_MONTH, _CHANNEL, _WHAT)
_SUMS = (
    ("NULL", "NULL", "NULL"),
    (_MONTH, "NULL", "NULL"),
    ("NULL", _CHANNEL, "NULL"),
    ("NULL", "NULL", _WHAT),
)
# Their answer time begins when they fell due, or with the month where they were late already.
_UNTOUCHED = f"""
WITH silent AS (
    SELECT d.month AS month, d.vehicle_id AS vehicle_id, {SQL.later("d.due_by", "d.month")} AS from_on
    FROM due_seen d
    WHERE d.month BETWEEN ?1 AND ?2 AND NOT EXISTS (
        SELECT 1 FROM reminder r JOIN contact k ON k.id = r.contact_id AND k.removed_at IS NULL
        WHERE r.vehicle_id = d.vehicle_id
        AND r.sent_on BETWEEN {SQL.days_after("d.month", "?4")}
            AND {SQL.days_after(SQL.later("d.due_by", "d.month"), "?3")})
), answered AS (
    SELECT silent.*, count(w.id) AS visits, coalesce(sum(w.total_rupiah), 0) AS rupiah
    FROM silent LEFT JOIN work_order w ON w.vehicle_id = silent.vehicle_id AND w.removed_at IS NULL
        AND w.date BETWEEN silent.from_on AND {SQL.days_after("silent.from_on", "?3")}
    GROUP BY silent.month, silent.vehicle_id, silent.from_on
)
SELECT substr(month, 1, 7), count(*), count(*) FILTER (WHERE visits > 0), sum(rupiah),
    count(*) FILTER (WHERE visits = 0 AND {SQL.days_after("from_on", "?3")} >= ?5)
FROM answered GROUP BY 1 ORDER BY 1
"""


# Each vehicle counts once in a group, however many things it was reminded of. `reached` leaves out those
# whose number was wrong or who did not answer. The visit that followed two reminders is the answer to both
# where months or channels are told apart, and is paid for once where they are not.
def _reminded(month: str, channel: str, what: str) -> str:
    return f"""
WITH told AS (
    SELECT {month} AS month, {channel} AS channel, {what} AS what,
        r.vehicle_id AS vehicle_id, min(r.sent_on) AS sent_on, max(r.sent_on) AS last_on,
        max(CASE WHEN coalesce(k.outcome, '') IN ('wrong_number', 'no_answer') THEN 0 ELSE 1 END) AS reached
    FROM reminder r JOIN contact k ON k.id = r.contact_id AND k.removed_at IS NULL
    LEFT JOIN job_kind j ON j.id = r.job_kind_id
    WHERE r.sent_on BETWEEN ?1 AND ?2
    GROUP BY 1, 2, 3, 4
), answered AS (
    SELECT told.*, count(w.id) AS visits, coalesce(sum(w.total_rupiah), 0) AS rupiah
    FROM told LEFT JOIN work_order w ON w.vehicle_id = told.vehicle_id AND w.removed_at IS NULL
        AND w.date BETWEEN told.sent_on AND {SQL.days_after("told.last_on", "?3")}
        AND EXISTS (SELECT 1 FROM reminder r JOIN contact k ON k.id = r.contact_id AND k.removed_at IS NULL
            WHERE r.vehicle_id = told.vehicle_id
            AND r.sent_on BETWEEN {SQL.later("told.sent_on", SQL.days_after("w.date", "?5"))}
                AND {SQL.earlier("told.last_on", "w.date")}
            AND {ANSWERS})
    GROUP BY told.month, told.channel, told.what, told.vehicle_id, told.sent_on, told.last_on, told.reached
)
SELECT month, channel, what, count(*), sum(reached), count(*) FILTER (WHERE visits > 0), sum(rupiah),
    count(*) FILTER (WHERE visits = 0 AND {SQL.days_after("last_on", "?3")} >= ?4)
FROM answered GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""


def note_seen(database: Database, month: date, due: Iterable[tuple[int, date]]) -> None:
    """Remember who stood on a month's list (vehicle id, due day), inside the caller's transaction.

    Whoever is known for that month already stays as first seen.
    """
    database.connection().executemany(
        insert_new("due_seen", ("month", "vehicle_id", "due_by")),
        [(month.isoformat(), vehicle_id, due_by.isoformat()) for vehicle_id, due_by in due],
    )


def list_reminded(
    database: Database, first: date, last: date, answer_days: int, today: date
) -> list[ResponseRow]:
    """Return what came of the reminders sent in these days, by month, channel and job kind."""
    return _ask(database, _ALL_GROUPS, first, last, answer_days, today)


def list_sums(
    database: Database, first: date, last: date, answer_days: int, today: date
) -> list[ResponseRow]:
    """Return what came of the same reminders in all, by month, by channel and by job kind."""
    return [row for groups in _SUMS for row in _ask(database, groups, first, last, answer_days, today)]


def _ask(
    database: Database, groups: tuple[str, str, str], first: date, last: date, answer_days: int, today: date
) -> list[ResponseRow]:
    days = (answer_days, today.isoformat(), -answer_days)
    rows = database.execute_sql(_reminded(*groups), (first.isoformat(), last.isoformat(), *days)).fetchall()
    return [
        ResponseRow(
            None if month is None else date.fromisoformat(f"{month}-01"),
            None if channel is None else Channel(channel),
            what,
            *figures,
        )
        for month, channel, what, *figures in rows
    ]


def list_untouched(
    database: Database, first: date, last: date, answer_days: int, repeat_days: int, today: date
) -> list[ResponseRow]:
    """Return how those behaved who were due in these months and whom nobody reminded, by month."""
    days = (answer_days, -repeat_days, today.isoformat())
    rows = database.execute_sql(_UNTOUCHED, (first.isoformat(), last.isoformat(), *days)).fetchall()
    return [
        ResponseRow(date.fromisoformat(f"{month}-01"), None, None, due, 0, came, rupiah, waiting)
        for month, due, came, rupiah, waiting in rows
    ]
