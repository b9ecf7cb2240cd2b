"""What to say of an error nobody foresaw: very often a row holds what no program of ours wrote."""

from collections.abc import Iterator
from contextlib import contextmanager

from bengkel_crm import errors
from bengkel_crm.db import row_checks
from bengkel_crm.db.connection import check_wholly, own_connection
from bengkel_crm.workshop.shop_file import Database


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
