"""What people call the records that stay when an import is taken back."""

from collections.abc import Sequence

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal.row_titles import read_titles
from bengkel_crm.records.imports import KeptReason, KeptRecord
from bengkel_crm.schema.order import WRITABLE
from bengkel_crm.schema.tables import TABLES

# Vehicles first: people know the others by them. Phones, owners and lines go with their whole.
_NAMED = sorted((name for name in WRITABLE if TABLES[name].title), key=lambda name: name != "vehicle")


def list_kept(database: Database, changed_since: Sequence[tuple[str, int, KeptReason]]) -> list[KeptRecord]:
    """Return the own rows that stay, and these records of before, all named; own_rows are settled."""
    kept: list[KeptRecord] = []
    for table in _NAMED:
        reasons = {row_id: reason for name, row_id, reason in changed_since if name == table}
        stays = database.execute_sql(f"SELECT id, reason FROM temp.own_{table} WHERE reason IS NOT NULL")
        reasons.update((row_id, KeptReason(reason)) for row_id, reason in stays.fetchall())
        if not reasons:
            continue
        ids = ", ".join(map(str, reasons))
        kept += [
            KeptRecord(table, row.row_id, row.title, reasons[row.row_id])
            for row in read_titles(database, table, f"{table}.id IN ({ids})")
        ]
    return kept
