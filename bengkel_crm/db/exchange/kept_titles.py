"""What people call the records that stay when an import is taken back."""

from collections.abc import Sequence

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.records.imports import KeptReason, KeptRecord

_MAKE = "nullif(trim(coalesce(v.brand, '') || ' ' || coalesce(v.model, '')), '')"
# By table, in the order in which they are named. Phones, owners and lines go with their whole.
_TITLES = {
    "vehicle": (
        f"SELECT v.id, v.plate || coalesce(' · ' || {_MAKE}, '') FROM vehicle v "
        "WHERE v.id IN ({ids}) ORDER BY v.plate_key"
    ),
    "customer": "SELECT id, name FROM customer WHERE id IN ({ids}) ORDER BY name_key, id",
    "work_order": (
        "SELECT w.id, w.number || ' · ' || v.plate || coalesce(' · ' || nullif(w.jobs, ''), '') "
        "FROM work_order w JOIN vehicle v ON v.id = w.vehicle_id WHERE w.id IN ({ids}) ORDER BY w.date, w.id"
    ),
    "note": (
        "SELECT n.id, v.plate || ' · ' || n.text FROM note n JOIN vehicle v ON v.id = n.vehicle_id "
        "WHERE n.id IN ({ids}) ORDER BY n.id"
    ),
    "contact": (
        "SELECT k.id, coalesce(c.name, v.plate, '') FROM contact k "
        "LEFT JOIN customer c ON c.id = k.customer_id "
        "LEFT JOIN vehicle v ON v.id = k.vehicle_id WHERE k.id IN ({ids}) ORDER BY k.at, k.id"
    ),
    "product": "SELECT id, name FROM product WHERE id IN ({ids}) ORDER BY name_key",
    "mechanic": "SELECT id, name FROM mechanic WHERE id IN ({ids}) ORDER BY name_key",
    "job_kind": "SELECT id, name FROM job_kind WHERE id IN ({ids}) ORDER BY name",
}


def list_kept(database: Database, changed_since: Sequence[tuple[str, int, KeptReason]]) -> list[KeptRecord]:
    """Return the own rows that stay, and these records of before, all named; own_rows are settled."""
    kept: list[KeptRecord] = []
    for table, sql in _TITLES.items():
        reasons = {row_id: reason for name, row_id, reason in changed_since if name == table}
        stays = database.execute_sql(f"SELECT id, reason FROM temp.own_{table} WHERE reason IS NOT NULL")
        reasons.update((row_id, KeptReason(reason)) for row_id, reason in stays.fetchall())
        if not reasons:
            continue
        ids = ", ".join(map(str, reasons))
        kept += [
            KeptRecord(table, row_id, title, reasons[row_id])
            for row_id, title in database.execute_sql(sql.format(ids=ids)).fetchall()
        ]
    return kept
