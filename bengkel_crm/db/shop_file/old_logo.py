"""The picture that older versions kept as a file beside the shop file, and named in it by its path."""

import os
import re
import stat
from pathlib import Path

from bengkel_crm.base import pictures
from bengkel_crm.db.engine.connection import Database
from bengkel_crm.schema.settings import PICTURE

OLD_LOGO = "shop_logo"
_NAME = re.compile(rf"logo({'|'.join(map(re.escape, pictures.ENDINGS))})", re.IGNORECASE)
# Neither a link is followed nor a pipe waited for, whatever took the place of the picture.
_FLAGS = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


def take_old_logo(database: Database) -> None:
    """Take the picture into the file, once; only where we have put it ourselves, whatever is said."""
    row = database.execute_sql("SELECT value FROM setting WHERE key = ?", (OLD_LOGO,)).fetchone()
    name = str(row[0]).replace("\\", "/").rpartition("/")[2] if row else ""
    if _NAME.fullmatch(name) is None:
        return
    data = _read(database.path.with_name(name))
    if data is not None and pictures.ending_of(data) is not None:
        database.execute_sql(
            "INSERT OR IGNORE INTO setting VALUES (?, ?)", (PICTURE.key, pictures.text_of(data))
        )


def _read(path: Path) -> bytes | None:
    """Return what a plain file holds, a byte more than a picture may have at most, or None."""
    try:
        # Windows has no such flag, and a link there needs an administrator.
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return None
            return file.read(pictures.MOST_BYTES + 1)
    except OSError:
        return None
