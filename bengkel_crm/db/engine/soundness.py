"""Asking a database whether it is sound, and what its complaints mean."""

import re
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from bengkel_crm.base import errors
from bengkel_crm.db.engine.schema_compare import differences
from bengkel_crm.db.engine.sqlite_errors import PRIMARY_CODE

# So many complaints of the database are told.
_TOLD = 5
# What a check says of an index that is not what its table gives.
_OF_INDEX = re.compile(
    r"(row \d+ (missing|values differ) from|(wrong # of|non-unique) (entries|entry) in"
    r"|rowid not at end-of-record for row \d+ of) index \S+"
)
# What a check says of a page that the disk did not give: nothing is known about that page.
_UNREAD = re.compile(rf"error code\s?=?\s?(\d+)|{re.escape('disk I/O error')}")


def prove(connection: Any, path: Path, question: str) -> None:
    """Ask a database a question about itself, and compare its tables with those of a new file.

    Raises:
        StorageFailed: the disk did not give a page, so nothing is known.
        DamagedFile, DamagedIndex: with the first complaints as detail.
        AlteredFile: it has other tables, indexes, triggers or views.
    """
    rows = [str(row[0]) for row in connection.execute(question).fetchall()]
    if any(map(is_unread, rows)):
        raise errors.StorageFailed(str(path), "; ".join(rows))
    if rows != ["ok"]:
        kind = errors.DamagedIndex if all(map(_OF_INDEX.fullmatch, rows)) else errors.DamagedFile
        raise kind(str(path), "; ".join(rows[:_TOLD]))
    found = differences(connection)
    if found:
        raise errors.AlteredFile(str(path), ", ".join(found[:_TOLD]))


def is_unread(complaint: str) -> bool:
    """Return whether a complaint says that the disk did not give a page, not that the page is wrong."""
    found = _UNREAD.search(complaint)
    code = found and found[1]
    return found is not None and (code is None or int(code) & PRIMARY_CODE == dbapi2.SQLITE_IOERR)
