"""What the columns of files of other programs are, as they export them: resources/book_mappings."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bengkel_crm.base.paths import resources
from bengkel_crm.trade.names import fold
from bengkel_crm.workshop.exchange.tables.columns import BookColumn, known_column
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole
from bengkel_crm.workshop.exchange.tables.table_kinds import TableKind

# Columns that a user of LubeLogger added himself.
_ADDED = "extrafield "


@dataclass(frozen=True, slots=True)
class ShippedMapping:
    """A list as a program exports it: of `kind`, or None for one that tells of no visit.

    All `names` are there, those of `beside` may be.
    """

    program: str
    kind: TableKind | None
    names: Mapping[str, ColumnRole]
    beside: frozenset[str]

    def fits(self, folded: Sequence[str]) -> bool:
        """Return whether these names of columns are the list's."""
        told = {name for name in folded if name and not name.startswith(_ADDED)}
        return told.issuperset(self.names) and told <= {*self.names, *self.beside}


@lru_cache(maxsize=1)
def shipped_mappings() -> tuple[ShippedMapping, ...]:
    """Return the mappings of all programs."""
    return tuple(
        ShippedMapping(
            told["program"],
            None if told["kind"] is None else TableKind(told["kind"]),
            {fold(name): ColumnRole(role) for name, role in told["names"].items()},
            frozenset(map(fold, told["beside"])),
        )
        for path in sorted((resources() / "book_mappings").glob("*.json"))
        for told in json.loads(path.read_text(encoding="utf-8"))
    )


def find_shipped(labels: Sequence[str]) -> ShippedMapping | None:
    """Return the list of another program whose names of columns these are, or None."""
    folded = [fold(label) for label in labels]
    return next((mapping for mapping in shipped_mappings() if mapping.fits(folded)), None)


def columns_of(mapping: ShippedMapping, labels: Sequence[str]) -> tuple[BookColumn, ...]:
    """Return what these columns tell, OTHER where the mapping takes nothing."""
    roles = [mapping.names.get(fold(label), ColumnRole.OTHER) for label in labels]
    return tuple(
        known_column(index, label, role)
        for index, (label, role) in enumerate(zip(labels, roles, strict=True))
    )
