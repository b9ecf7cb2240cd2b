"""Fields and a table that the shipped program does not know; imported before anything is derived.

These are the places that either takes: a migration, the declaration, and the list of tables.
"""

from dataclasses import replace

from bengkel_crm.db.engine import migrations
from bengkel_crm.schema import tables
from bengkel_crm.schema.fields import Anonymise, Journal, Table, day, fields, part_of, row_id, text, whole


def charms(execute: migrations.Execute) -> None:
    """Keep a key's tag, the day of a card, the bay of a visit, and what hangs on a key."""
    execute("ALTER TABLE vehicle ADD COLUMN key_tag TEXT")
    execute("ALTER TABLE customer ADD COLUMN member_since TEXT")
    execute("ALTER TABLE work_order ADD COLUMN bay INTEGER")
    execute(
        """
        CREATE TABLE charm (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
            text TEXT NOT NULL
        )
        """
    )


migrations.MIGRATIONS += (charms,)
_NEW = {
    "vehicle": fields(key_tag=text(20, from_books=True, label="Key tag")),
    "customer": fields(member_since=day(from_books=True, label="Card given on")),
    "work_order": fields(bay=whole(from_books=True, label="Bay")),
}
CHARM = Table(
    name="charm",
    label="Charms",
    journal=Journal.ROWS,
    anonymise=Anonymise.NOTHING,
    in_data_copy=True,
    is_exchanged=True,
    fields=fields(
        text=text(40, required=True, label="Text"),
        vehicle_id=part_of("vehicle", label="Vehicle ID"),
        id=row_id(),
    ),
)
tables.TABLES = {
    name: replace(table, fields={**table.fields, **_NEW.get(name, {})})
    for name, table in tables.TABLES.items()
} | {CHARM.name: CHARM}
