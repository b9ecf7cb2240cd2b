"""Which rows of an import something was built on since: those stay when the import is taken back.

A row stays when a later deed changed it, or when a row that stays names it. What is built on what runs one
way (a reminder on a contact, a line on a work order, that on a vehicle, all on customers, mechanics and
products), so each tie is looked at once, in that order.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.scratch import list_run, scratch_lists
from bengkel_crm.db.engine.sql import SQL
from bengkel_crm.db.journal.deed_touches import Touch
from bengkel_crm.records.imports import KeptReason
from bengkel_crm.schema.order import PARENTS_FIRST, PARTS, WRITABLE, referring, with_parts
from bengkel_crm.schema.tables import TABLES


class Tie(NamedTuple):
    """Rows of `by` name one of `table` in `column` and keep it.

    With no `reason` it is the other way round: rows of `table` name one of `by`, and stay with it.
    """

    table: str
    by: str
    column: str
    reason: KeptReason | None


_EDITED = KeptReason.EDITED


def _ties() -> Iterator[Tie]:
    for table in reversed(PARENTS_FIRST):
        if table.name not in WRITABLE:
            continue
        for by in TABLES.values():
            for column in referring(by.name, to=table.name):
                if (reason := by.stored[column].keeps) is not None:
                    yield Tie(table.name, by.name, column, reason)
        for part in with_parts(table)[1:]:
            yield Tie(part.name, table.name, PARTS[part.name][1], None)


TIES = tuple(_ties())
# From child to parent, as rows must go.
OWN_TABLES = tuple(reversed(WRITABLE))


@contextmanager
def own_rows(database: Database, added: Mapping[str, list[list[int]]]) -> Iterator[None]:
    """List the rows an import added, as far as they are there, in temporary tables: own_<table> (id, reason).

    A row with a reason stays.
    """
    with scratch_lists(database, OWN_TABLES):
        for table in OWN_TABLES:
            for run in added.get(table, ()):
                list_run(database, table, run)
        yield


def keep_touched(database: Database, touches: Iterable[Touch]) -> None:
    """Keep the rows that later deeds changed, and with a part its whole."""
    for table, row_id, whole_id in touches:
        _keep_one(database, table, row_id, _EDITED)
        if table in PARTS and whole_id is not None:
            _keep_one(database, PARTS[table][0], whole_id, reason_of_part(table))


def reason_of_part(table: str) -> KeptReason:
    """Return why a record stays of which a part was changed since."""
    reason = TABLES[table].stored[PARTS[table][1]].keeps
    assert reason is not None  # whatever is a part keeps its whole
    return reason


def _keep_one(database: Database, table: str, row_id: int, reason: KeptReason) -> None:
    database.execute_sql(
        f"UPDATE own_{table} SET reason = ? WHERE id = ? AND reason IS NULL", (reason.value, row_id)
    )


def keep_parts(database: Database, table: str, whole_ids: Iterable[int]) -> None:
    """Keep what an import added to these records of before: their parts were changed since."""
    column = PARTS[table][1]
    for whole_id in whole_ids:
        database.execute_sql(
            f"UPDATE own_{table} SET reason = ? WHERE id IN (SELECT id FROM {table} WHERE {column} = ?)",
            (_EDITED.value, whole_id),
        )


def keep_tied(database: Database) -> None:
    """Keep whatever is named by a row that stays."""
    for tie in TIES:
        if tie.by not in WRITABLE:
            continue
        if tie.reason is None:
            # The part follows its whole.
            database.execute_sql(
                f"UPDATE own_{tie.table} SET reason = ? WHERE reason IS NULL AND id IN ("
                f"SELECT part.id FROM own_{tie.by} whole {SQL.then_join} {tie.table} part "
                f"ON part.{tie.column} = whole.id WHERE whole.reason IS NOT NULL)",
                (_EDITED.value,),
            )
            continue
        database.execute_sql(
            f"UPDATE own_{tie.table} SET reason = ? WHERE reason IS NULL AND EXISTS ("
            f"SELECT 1 FROM {tie.by} other LEFT JOIN own_{tie.by} own ON own.id = other.id "
            f"WHERE other.{tie.column} = own_{tie.table}.id AND (own.id IS NULL OR own.reason IS NOT NULL))",
            (tie.reason.value,),
        )


def keep_named_beside(database: Database) -> None:
    """Keep what rows name that no import brings: a job kind that has an interval."""
    for tie in TIES:
        if tie.by not in WRITABLE and tie.reason is not None:
            database.execute_sql(
                f"UPDATE own_{tie.table} SET reason = ? WHERE reason IS NULL "
                f"AND id IN (SELECT {tie.column} FROM {tie.by})",
                (tie.reason.value,),
            )


def parts_of_others(database: Database, table: str) -> set[int]:
    """Return the ids of the records of before that an import gave a part of this table."""
    whole, column = PARTS[table]
    rows = database.execute_sql(
        f"SELECT DISTINCT part.{column} FROM own_{table} own JOIN {table} part ON part.id = own.id "
        f"LEFT JOIN own_{whole} whole ON whole.id = part.{column} WHERE whole.id IS NULL"
    )
    return {row[0] for row in rows.fetchall()}


def count_going(database: Database) -> dict[str, int]:
    """Return how many rows of each table go."""
    return {
        table: int(
            database.execute_sql(f"SELECT count(*) FROM own_{table} WHERE reason IS NULL").fetchone()[0]
        )
        for table in OWN_TABLES
    }


def list_going(database: Database, table: str) -> list[int]:
    """Return the ids of the rows of one table that go."""
    rows = database.execute_sql(f"SELECT id FROM own_{table} WHERE reason IS NULL ORDER BY id")
    return [row[0] for row in rows.fetchall()]
