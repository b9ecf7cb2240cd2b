"""Writing a whole shop back into an empty file, each row under the id it had."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from bengkel_crm.db.derived.checks import OF_LINES
from bengkel_crm.db.derived.search_index import VEHICLE_MASK
from bengkel_crm.db.engine.bulk import indexes_made_at_the_end, insert_rows
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal.deeds import Deed
from bengkel_crm.schema.exchanged import OWN_LISTS, RESTORED
from bengkel_crm.schema.lengths import prove_setting
from bengkel_crm.schema.order import WRITABLE

MOST_ID = 100_000_000
MOST_VEHICLE_ID = VEHICLE_MASK
_WORDS_OF_LINES = f"""
UPDATE work_order SET jobs = coalesce(l.jobs, work_order.jobs), oil = l.oil FROM ({OF_LINES}) l
WHERE l.work_order_id = work_order.id
    AND (work_order.oil IS DISTINCT FROM l.oil
        OR (l.jobs IS NOT NULL AND work_order.jobs IS DISTINCT FROM l.jobs))
"""
# A visit none of whose lines was taken keeps what was told of it.
_LINES_OF_WORDS = (
    """
    INSERT INTO work_order_line (work_order_id, position, kind, text, category, quantity, price_rupiah)
    SELECT w.id, 1, 'oil', w.oil, 'engine_oil', 1, 0 FROM work_order w
    WHERE w.oil <> '' AND w.id NOT IN (SELECT work_order_id FROM work_order_line)
    """,
    """
    INSERT INTO work_order_line (work_order_id, position, kind, text, quantity, price_rupiah)
    SELECT w.id, 0, 'job', w.jobs, 1, 0 FROM work_order w
    WHERE w.jobs <> '' AND w.id NOT IN (SELECT work_order_id FROM work_order_line)
    """,
)
_OWNED_FORWARDS = "UPDATE ownership SET until = since WHERE until < since"
# Of these there are many times as many as of vehicles.
_LONG = ("customer_phone", "ownership", "work_order", "work_order_line")


def is_empty(database: Database) -> bool:
    """Return whether nobody has written anything into a shop file yet, the bin included."""
    asked = " UNION ALL ".join(f"SELECT 1 FROM {table}" for table in WRITABLE if table != "job_kind")
    return database.execute_sql(f"{asked} LIMIT 1").fetchone() is None


class Restorer:
    """Writes rows under their own ids as part of a deed into an empty file."""

    def __init__(self, deed: Deed) -> None:
        self.lacks_rows = False  # set where rows of the shop could not be taken
        self._deed = deed
        self._connection = deed.database.connection()
        self._spans: dict[str, tuple[int, int]] = {}

    def write(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        """Write rows of a table, with the columns of `RESTORED`; their parents are there.

        Raises:
            TooLong: a text does not fit.
        """
        if not rows:
            return
        columns = RESTORED[table]
        insert_rows(self._connection, table, columns, rows)
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
        if self.lacks_rows:
            self._mend()
        for table, (first, last) in self._spans.items():
            self._deed.note_added(table, first, last)

    def _mend(self) -> None:
        """Bring into agreement what agreed in the export, and did no more where rows of it were not taken."""
        for statement in (_WORDS_OF_LINES, _OWNED_FORWARDS, *_LINES_OF_WORDS):
            self._connection.execute(statement)
        first, last = self._connection.execute("SELECT min(id), max(id) FROM work_order_line").fetchone()
        if first is not None:
            self._spans["work_order_line"] = first, last


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


def restore_job_kinds(deed: Deed, rows: Iterable[Sequence[Any]]) -> None:
    """Write job kinds, as their list has them; those of other codes stay as they are."""
    known = job_kind_ids(deed.database)
    for row in rows:
        values = dict(zip(OWN_LISTS["job_kind"].columns, row, strict=True))
        if values["code"] in known:
            deed.edit("job_kind", known[values["code"]], **values)
        else:
            deed.add("job_kind", **values)


def restore_intervals(deed: Deed, rows: Iterable[Sequence[Any]]) -> None:
    """Write how often job kinds are due, as their list has it, in place of what the file says of those."""
    ids = job_kind_ids(deed.database)
    columns = RESTORED["job_interval"]
    new = []
    for row in rows:
        values = dict(zip(OWN_LISTS["job_interval"].columns, row, strict=True))
        values["job_kind_id"] = ids[values["code"]]
        new.append(tuple(values[name] for name in columns))
    place = columns.index("job_kind_id")
    replaced = {row[place] for row in new}
    before = deed.database.execute_sql(f"SELECT {', '.join(columns)} FROM job_interval").fetchall()
    deed.rewrite("job_interval", columns, [*(row for row in before if row[place] not in replaced), *new])


def restore_settings(deed: Deed, rows: Iterable[tuple[str, str]]) -> None:
    """Write the shop's settings over those of the file.

    Raises:
        TooLong: a text does not fit.
    """
    rows = list(rows)
    for key, value in rows:
        prove_setting(key, value)
    kept = dict(deed.database.execute_sql("SELECT key, value FROM setting").fetchall())
    kept.update(rows)
    deed.rewrite("setting", ("key", "value"), list(kept.items()))


# What every file has from its first day on, and the shop may have changed.
REPLACED: Mapping[str, Callable[[Deed, Iterable[Any]], None]] = {
    "job_kind": restore_job_kinds,
    "job_interval": restore_intervals,
    "setting": restore_settings,
}
