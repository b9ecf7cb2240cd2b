"""What to say of an error nobody foresaw: very often a row holds what no program of ours wrote."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from bengkel_crm.base import errors
from bengkel_crm.db.engine import row_checks
from bengkel_crm.db.engine.connection import check_wholly, own_connection
from bengkel_crm.db.settings import settings
from bengkel_crm.schema.settings import PROVED_ON
from bengkel_crm.workshop.shop_file.shop_file import Database


def find_damage(database: Database) -> errors.ShopFileError | None:
    """Return the first row of the open file that nobody can read, or what else is the matter with it."""
    try:
        with own_connection(database):
            rows = row_checks.unreadable_rows(database, limit=1)
            # What was read may have come from an index that says otherwise than its table.
            check_wholly(database.connection(), database.path)
    except errors.ShopFileError as problem:
        return problem
    return errors.UnreadableRow(str(database.path), rows[0][1]) if rows else None


def prove_daily(database: Database, today: date) -> None:
    """Ask the whole file whether it is sound, unless that was done today: it takes seconds on a big one.

    Raises:
        DamagedFile: it is not, and nothing is written to it any more.
    """
    if settings.find_setting(database, PROVED_ON.key) != today.isoformat():
        database.prove_wholly()
        settings.set_setting(database, PROVED_ON.key, today.isoformat())


@contextmanager
def explaining(database: Database) -> Iterator[None]:
    """Raise what is wrong with the file instead of an error nobody foresaw that it led to.

    Raises:
        ShopFileError: something is the matter with the file; everything else flies on.
    """
    try:
        yield
    except (errors.ExpectedError, OSError):
        raise
    except Exception as problem:
        told = find_damage(database)
        if told is not None:
            raise told from problem
        raise
