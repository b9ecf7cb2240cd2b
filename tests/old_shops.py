"""Shop files as older versions of the program left them."""

from pathlib import Path

from sqlcipher3 import dbapi2

from bengkel_crm.db.engine import migrations
from bengkel_crm.db.engine.connection import APPLICATION_ID


def write_old_shop(path: Path, version: int, *draft_keys: str) -> Path:
    """Make a file as that version left it, with a customer, a vehicle, a visit and half-typed forms."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode = wal").fetchone()
    for step in migrations.MIGRATIONS[:version]:
        step(connection.execute)
    connection.executescript(
        f"""
        PRAGMA application_id = {APPLICATION_ID};
        PRAGMA user_version = {version};
        INSERT INTO job_kind (id, code, name, keywords, position) VALUES (1, 'engine_oil', 'Oli', '[]', 0);
        INSERT INTO job_interval VALUES (1, 'motorcycle', 2, 2500);
        INSERT INTO customer (id, name, name_key, kind) VALUES (1, 'Budi', 'budi', 'person');
        INSERT INTO customer_phone (id, customer_id, position, typed, e164, match_key)
            VALUES (1, 1, 0, '0812', NULL, NULL);
        INSERT INTO vehicle (id, plate, plate_key, kind) VALUES (1, 'B 1 A', 'B1A', 'motorcycle');
        INSERT INTO ownership (id, vehicle_id, customer_id) VALUES (1, 1, 1);
        INSERT INTO mechanic (id, name, name_key) VALUES (1, 'Slamet', 'slamet');
        INSERT INTO work_order (id, number, vehicle_id, customer_id, date, odometer_km, mechanic_id,
            status, total_rupiah, jobs, oil)
            VALUES (1, 'PKB-1', 1, 1, '2026-08-01', 1000, 1, 'done', 50000, 'Oli', NULL);
        INSERT INTO work_order_line (id, work_order_id, position, kind, text, job_kind_id,
            quantity, price_rupiah) VALUES (1, 1, 0, 'job', 'Oli', 1, 1, 50000);
        """
    )
    connection.executemany("INSERT INTO draft VALUES (?, '{}', '2026-08-01')", [(key,) for key in draft_keys])
    connection.close()
    return path
