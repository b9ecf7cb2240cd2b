"""What of each table goes into the shop's own export, and which of it is taken in again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bengkel_crm.schema.fields import Field, Holds, Table
from bengkel_crm.schema.order import PARENTS_FIRST
from bengkel_crm.schema.tables import TABLES


@dataclass(frozen=True, slots=True)
class OwnList:
    """One list as it is taken in again: the columns that are kept, the others are for the reader.

    `needed` may not be blank; a blank cell of `texts` is an empty text. `parents` are the tables that columns
    point into. Each of `keys` may stand there once; of what lies in the bin only the id.
    """

    table: str
    columns: tuple[str, ...]
    needed: frozenset[str]
    texts: frozenset[str]
    parents: Mapping[str, str]
    keys: tuple[tuple[str, ...], ...]
    can_be_removed: bool

    @property
    def has_id(self) -> bool:
        """Whether its rows are put back under the ids they had."""
        return "id" in self.columns

    @property
    def key(self) -> str:
        """The column that names a row for good."""
        return next(name for name in ("id", "code", "key", "month") if name in self.columns)


def column_of(name: str, one: Field) -> str:
    """Return what a field is called in the export."""
    return one.taken_as or name


def end_of(table: Table, path: str) -> Field:
    """Return the field at the end of a path of references, from a row of a table."""
    first, _, rest = path.partition(".")
    if not rest:
        return table.stored[first]
    # A row of another table that has the same key stands beside this one.
    beside = table.stored[first].refers_to if first in table.stored else first
    assert beside is not None  # a path goes on through a reference
    return end_of(TABLES[beside], rest)


def _holds(table: Table, one: Field) -> Holds:
    if one.taken_as is not None:
        return Holds.TEXT
    return one.holds if one.path is None else end_of(table, one.path).holds


_DECLARED = {
    (table.name, column_of(name, one)): one for table in TABLES.values() for name, one in table.fields.items()
}
_HOLDS = {place: _holds(TABLES[place[0]], one) for place, one in _DECLARED.items()}


def declared(table: str, column: str) -> Field:
    """Return what is declared of a column of the export."""
    return _DECLARED[table, column]


def holds(table: str, column: str) -> Holds:
    """Return what stands in a column of the export."""
    return _HOLDS[table, column]


# By table the fields that a column of any program's book is taken for as it stands.
FROM_BOOKS: Mapping[str, tuple[str, ...]] = {
    table.name: tuple(name for name, one in table.stored.items() if one.from_books)
    for table in TABLES.values()
}


def _taken(table: Table) -> Iterator[tuple[str, Field]]:
    for name, one in table.fields.items():
        if name != "removed_at" and one.is_exchanged and (one.is_stored or one.written_as is not None):
            yield column_of(name, one), one


def _own_list(table: Table) -> OwnList:
    taken = dict(_taken(table))
    key = tuple(column_of(name, table.fields[name]) for name in table.key)
    return OwnList(
        table=table.name,
        columns=tuple(taken),
        needed=frozenset(name for name, one in taken.items() if one.required and not one.blank),
        texts=frozenset(name for name, one in taken.items() if one.blank),
        parents={
            name: one.refers_to
            for name, one in taken.items()
            if one.refers_to is not None and one.taken_as is None
        },
        keys=(*((key,) if set(key) <= set(taken) else ()), *table.unique),
        can_be_removed=table.can_be_removed,
    )


# Parents before children.
OWN_LISTS: Mapping[str, OwnList] = {
    table.name: _own_list(table) for table in PARENTS_FIRST if table.is_exchanged
}
# The fields of a row that is put back, the id first where it has one.
RESTORED: Mapping[str, tuple[str, ...]] = {
    name: tuple(
        sorted(
            (
                field
                for field, one in TABLES[name].stored.items()
                if one.is_exchanged or one.made_from is not None
            ),
            key=lambda field: field != "id",
        )
    )
    for name in OWN_LISTS
}
