"""A field and a table that the shipped program does not know; imported before anything is derived.

These are the places that either takes: a migration, the declaration, and the list of tables.
"""

from dataclasses import replace

from bengkel_crm.db.engine import migrations
from bengkel_crm.schema import tables
from bengkel_crm.schema.fields import Anonymise, Journal, Table, fields, part_of, row_id, text

migrations.MIGRATIONS += (
    """
    ALTER TABLE vehicle ADD COLUMN key_tag TEXT;
    CREATE TABLE charm (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        vehicle_id INTEGER NOT NULL REFERENCES vehicle (id),
        text TEXT NOT NULL
    );
    """,
)
_KNOWN = tables.TABLES["vehicle"]
VEHICLE = replace(_KNOWN, fields={**_KNOWN.fields, "key_tag": text(20, label="Key tag")})
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
tables.TABLES = {**tables.TABLES, "vehicle": VEHICLE, CHARM.name: CHARM}
