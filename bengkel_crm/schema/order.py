"""How the tables hang together: which rows come first, and which are parts of others."""

from collections.abc import Iterator, Mapping

from bengkel_crm.schema.fields import Journal, Table
from bengkel_crm.schema.tables import TABLES

# Rows that are parts of another: (the table of the whole, the field that names it).
PARTS: Mapping[str, tuple[str, str]] = {
    table.name: (one.refers_to, name)
    for table in TABLES.values()
    for name, one in table.stored.items()
    if one.part_of and one.refers_to is not None
}


def with_parts(whole: Table) -> tuple[Table, ...]:
    """Return a table and those whose rows are parts of its rows."""
    return whole, *(TABLES[part] for part, (name, _) in PARTS.items() if name == whole.name)


def referring(table: str, *, to: str) -> Iterator[str]:
    """Yield the fields of one table that hold ids of another."""
    return (name for name, one in TABLES[table].stored.items() if one.refers_to == to)


def _parents_first() -> tuple[Table, ...]:
    placed: dict[str, Table] = {}

    def place(name: str) -> None:
        whole = PARTS[name][0] if name in PARTS else name
        if whole in placed:
            return
        group = with_parts(TABLES[whole])
        names = {table.name for table in group}
        for table in group:
            for one in table.stored.values():
                if one.refers_to is not None and one.refers_to not in names:
                    place(one.refers_to)
        placed.update((table.name, table) for table in group)

    for name in TABLES:
        place(name)
    return tuple(placed.values())


# Whatever a row names stands before it, and its parts right behind.
PARENTS_FIRST = _parents_first()
# What a deed may write row by row: undoing runs backwards through it.
WRITABLE: tuple[str, ...] = tuple(table.name for table in PARENTS_FIRST if table.journal is Journal.ROWS)


def beside_vehicles(journal: Journal) -> tuple[str, ...]:
    """Return the tables of a kind whose rows go with the vehicle they name."""
    return tuple(
        table.name for table in TABLES.values() if table.journal is journal and "vehicle_id" in table.stored
    )
