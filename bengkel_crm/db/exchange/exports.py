"""Every list of the shop file, read row by row so that a million of them need no memory."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bengkel_crm.db.customers import phone_marks
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.paths import Paths
from bengkel_crm.schema.exchanged import column_of
from bengkel_crm.schema.fields import Field, Table
from bengkel_crm.schema.settings import OWN
from bengkel_crm.schema.tables import TABLES as DECLARED

# What no reference leads to: what it reads, beside a row that is called by its table.
_FOUND: Mapping[tuple[str, str], str] = {
    ("customer", "phones"): f"""(SELECT string_agg(typed, ' / ') FROM (
        SELECT {phone_marks.MARKED} AS typed FROM customer_phone p WHERE customer_id = customer.id
        ORDER BY position) numbers)""",
    ("vehicle", "owner"): """(SELECT c.name FROM ownership w JOIN customer c ON c.id = w.customer_id
        WHERE w.vehicle_id = vehicle.id AND w.until IS NULL ORDER BY w.id LIMIT 1)""",
    (
        "vehicle",
        "last_odometer_km",
    ): "coalesce(vehicle_summary.last_odometer_km, vehicle_summary.reading_km)",
}
# What belongs to this PC and not to the shop stays here.
_ONLY = {"setting": f"key NOT LIKE '{OWN}%'"}
TABLES = tuple(name for name, table in DECLARED.items() if table.is_exchanged)
_ANYTHING_REMOVED = " UNION ALL ".join(
    f"SELECT 1 FROM {table} WHERE removed_at IS NOT NULL"
    for table in TABLES
    if DECLARED[table].can_be_removed
)


class _Query:
    """The statement that reads a list of the export, put together from what is declared of its table."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._paths = Paths(table)
        self._live = self._paths.live()
        self._columns = {name: self._read(name, one) for name, one in table.fields.items() if _is_read(one)}
        self._order = ", ".join(self._paths.at(path) for path in table.sort)

    @property
    def has_bin(self) -> bool:
        """Whether rows of it may lie in the bin, or hang on one that does."""
        return bool(self._live)

    def sql(self, *, in_bin: bool) -> str:
        """Return the statement for what lies in the bin, or for all else."""
        columns = ", ".join(
            f"{sql} AS {column_of(name, self._table.fields[name])}"
            for name, sql in self._columns.items()
            if in_bin or name != "removed_at"
        )
        live = self._live or _ONLY.get(self._table.name, "")
        where = f"WHERE {f'NOT ({live})' if in_bin else live} " if live else ""
        return f"SELECT {columns} FROM {self._paths.source()} {where}ORDER BY {self._order}"

    def _read(self, name: str, one: Field) -> str:
        found = _FOUND.get((self._table.name, name))
        if found is not None:
            return found
        return self._paths.at(f"{name}.code" if one.taken_as is not None else one.path or name)


def _is_read(one: Field) -> bool:
    return one.is_exchanged and one.made_from is None


_QUERIES = {name: _Query(DECLARED[name]) for name in TABLES}


@dataclass(frozen=True, slots=True)
class Listing:
    """One list: the names of its columns and its rows, read while they are asked for."""

    table: str
    in_bin: bool
    columns: tuple[str, ...]
    count: int
    rows: Iterator[tuple[Any, ...]]


def open_listing(database: Database, table: str) -> Listing:
    """Return one list without what lies in the bin; its rows may be walked once, on this thread."""
    # An upper bound is enough to show progress by, and costs nothing.
    (count,) = database.execute_sql(f"SELECT count(*) FROM {table}").fetchone()
    return _listing(database, table, False, _QUERIES[table].sql(in_bin=False), int(count))


def open_bin(database: Database) -> list[Listing]:
    """Return the lists of what lies in the bin, with what hangs on it; only those that have a row."""
    if database.execute_sql(f"{_ANYTHING_REMOVED} LIMIT 1").fetchone() is None:
        return []
    found = []
    for table, query in _QUERIES.items():
        if query.has_bin:
            sql = query.sql(in_bin=True)
            (count,) = database.execute_sql(f"SELECT count(*) FROM ({sql}) listed").fetchone()
            if count:
                found.append(_listing(database, table, True, sql, int(count)))
    return found


def _listing(database: Database, table: str, in_bin: bool, sql: str, count: int) -> Listing:
    cursor = database.execute_sql(sql)
    return Listing(table, in_bin, tuple(column[0] for column in cursor.description), count, iter(cursor))
