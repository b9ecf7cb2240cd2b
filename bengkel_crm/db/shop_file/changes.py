"""Whether anything in a shop file was changed since its last copy: deeds, settings, half-typed forms."""

import hashlib

from bengkel_crm.db.derived.checks import last_deed_mark
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.settings import settings
from bengkel_crm.schema.fields import Journal
from bengkel_crm.schema.settings import COPIED, OWN
from bengkel_crm.schema.tables import TABLES

# Neither what looking changes, nor what is computed from the rest; and every deed has its mark.
_COUNTED = sorted(
    name
    for name, table in TABLES.items()
    if name not in ("deed", "opened_card") and table.journal is not Journal.DERIVED
)
_OWN_KEYS = f"{OWN}%"
# What is not written by a deed lies in small tables; of a large one the number of rows will do.
_SMALL = 2000


def find_mark(database: Database) -> str:
    """Return a word that changes with whatever is written into the shop file, and with nothing else."""
    connection = database.connection()
    digest = hashlib.sha256(str(last_deed_mark(database)).encode())
    for table in _COUNTED:
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        rows: object = count
        if table == "setting":
            rows = connection.execute(
                "SELECT * FROM setting WHERE key NOT LIKE ? ORDER BY key", (_OWN_KEYS,)
            ).fetchall()
        elif count <= _SMALL:
            rows = connection.execute(f"SELECT * FROM {table}").fetchall()
        digest.update(f"{table} {rows!r}".encode(errors="surrogatepass"))
    return digest.hexdigest()


def is_changed(database: Database) -> bool:
    """Return whether anything was written since `remember_mark`."""
    return settings.find_setting(database, COPIED.key) != find_mark(database)


def remember_mark(database: Database, mark: str | None = None) -> None:
    """Keep the mark of what was copied just now; the present one when none is given."""
    settings.set_setting(database, COPIED.key, mark or find_mark(database))
