"""What people call a row, from what is declared of its table."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.engine.paths import Paths
from bengkel_crm.schema.tables import TABLES

BETWEEN = " · "


class TitledRow(NamedTuple):
    """A row by its id, what people call it, and a field that was asked for."""

    row_id: int
    title: str
    field: Any


def read_titles(
    database: Database, table: str, condition: str, parameters: Sequence[object] = (), field: str = "id"
) -> Iterator[TitledRow]:
    """Yield the rows of a table of which a condition holds, in the order in which people look for them."""
    declared = TABLES[table]
    paths = Paths(declared)
    # A part of several words is told with blanks between.
    parts = [part.split() for part in declared.title]
    columns = ", ".join(paths.at(word) for part in parts for word in part)
    order = ", ".join(paths.at(path) for path in (*declared.title_order, "id"))
    source = f"FROM {paths.source()} WHERE {condition} ORDER BY {order}"
    rows = database.execute_sql(f"SELECT {table}.id, {table}.{field}, {columns} {source}", tuple(parameters))
    for row_id, asked, *words in rows.fetchall():
        told = iter(words)
        named = (" ".join(str(word) for word in islice(told, len(part)) if word) for part in parts)
        yield TitledRow(row_id, BETWEEN.join(filter(None, named)), asked)
