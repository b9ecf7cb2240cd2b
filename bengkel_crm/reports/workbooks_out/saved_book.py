"""Saving what openpyxl made: it does not get over a disk that fills up while it writes."""

import re
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook

_MAKER = "Bengkel CRM"
_ABOUT, _MOST_BYTES = "docProps/core.xml", 64 << 10


def save_book(book: Workbook, file: BinaryIO) -> None:
    """Write a workbook to an open file, made in memory first; these are small.

    Broken off in the middle, openpyxl complains on the terminal long after the error was told.
    """
    book.properties.creator = _MAKER
    whole = BytesIO()
    book.save(whole)
    file.write(whole.getbuffer())


def is_saved_here(path: Path) -> bool:
    """Return whether a file is a workbook that `save_book` wrote, whoever saved it again since."""
    try:
        with ZipFile(path) as parts, parts.open(_ABOUT) as part:
            about = part.read(_MOST_BYTES).decode(errors="replace")
    except (BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError):
        return False
    return re.search(rf"<dc:creator>{_MAKER}</dc:creator>", about) is not None
