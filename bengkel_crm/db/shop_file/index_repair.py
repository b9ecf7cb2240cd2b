"""Making the indexes of a shop file anew from their tables, where they alone are damaged."""

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from bengkel_crm.base import errors
from bengkel_crm.base.disk import make_private, sync_file
from bengkel_crm.db.engine.connection import Database, storage_errors, writing


def save_as_it_is(database: Database, to: Path) -> None:
    """Write the file page by page to `to`, damage and all, where nothing may be.

    Raises:
        ShopFileError
    """
    with storage_errors(to):
        with closing(dbapi2.connect(str(to))) as copy:
            database.connection().backup(copy)
        make_private(to)
        sync_file(to)


def rebuild_indexes(database: Database) -> None:
    """Make every index anew, and prove the whole file; where that fails the file is as it was.

    Raises:
        DamagedFile: more than the indexes is wrong.
        ShopFileError
    """
    database.forget_proofs()
    with writing(database), database.atomic("IMMEDIATE"):
        try:
            database.execute_sql("REINDEX")
        except dbapi2.IntegrityError as problem:
            # The table itself holds twice what may be there once.
            raise errors.DamagedFile(str(database.path), str(problem)) from problem
        database.prove_wholly()
