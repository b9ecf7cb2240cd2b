"""Telling what a file is by its bytes: people and programs give spreadsheets the wrong names."""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from bengkel_crm.base import errors
from bengkel_crm.base.disk import is_held
from bengkel_crm.base.paths import is_file

MOST_BYTES = 64 << 20

_HEAD = 4096
_CHUNK = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK_STREAMS = tuple(name.encode("utf-16-le") for name in ("Workbook", "WORKBOOK", "Book", "BOOK"))
_WEB_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html|<head|<body|<table|<meta|<style|<div|mime-version:)",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<\?xml\b")
_XML_WORKBOOK = re.compile(r"office:spreadsheet|<(?:\w+:)?Workbook\b|office:document", re.IGNORECASE)
# What no text begins with: PDF, pictures, other archives, databases.
_OTHERS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"SQLite format 3",
)


class BookKind(StrEnum):
    """What a file holds, whatever its name says."""

    ZIP = "zip"
    XLS = "xls"
    TEXT = "text"


def kind_of_book(path: Path) -> BookKind:
    """Return what a file is as far as its first bytes tell.

    Raises:
        FileMissing: there is no such file.
        BookTooLarge: it has more bytes than any book.
        BookProtected: it has a password.
        BookIsWebPage: it is a web page or an XML export, which some programs name .xls.
        BookUnreadable: it is empty, or nothing of a book's kind.
    """
    if not is_file(path):
        raise errors.FileMissing(str(path))
    if is_held(path):
        raise errors.BookUnreadable(str(path), "the shop file itself")
    try:
        with path.open("rb") as file:
            return _kind_of(path, file)
    except OSError as problem:
        raise errors.BookUnreadable(str(path), str(problem)) from problem


def _kind_of(path: Path, file: BinaryIO) -> BookKind:
    head = file.read(_HEAD)
    size = file.seek(0, 2)
    if size > MOST_BYTES:
        raise errors.BookTooLarge(str(path), f"{size} bytes")
    if not head.strip(b"\0 \t\r\n"):
        raise errors.BookUnreadable(str(path), "empty")
    if head.startswith(_OLE):
        _inspect_container(path, file)
        return BookKind.XLS
    if head.startswith(_ZIP):
        return BookKind.ZIP
    if head.startswith(_OTHERS):
        raise errors.BookUnreadable(str(path), "no book")
    # Without zeros UTF-16 reads like ASCII.
    text = head.replace(b"\0", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe")
    if _WEB_PAGE.match(text) or (_XML.match(text) and _XML_WORKBOOK.search(text)):
        raise errors.BookIsWebPage(str(path), text[:60])
    return BookKind.TEXT


def _inspect_container(path: Path, file: BinaryIO) -> None:
    """Look into the container that an old workbook shares with letters and with all that is encrypted."""
    if _holds(file, _ENCRYPTED_STREAM):
        raise errors.BookProtected(str(path), "encrypted package")
    if not any(_holds(file, name) for name in _WORKBOOK_STREAMS):
        raise errors.BookUnreadable(str(path), "no workbook in the container")


def chunks(file: BinaryIO, overlap: int) -> Iterator[bytes]:
    """Yield a file piece by piece; each but the first begins with the last bytes of the one before."""
    file.seek(0)
    kept = b""
    while chunk := file.read(_CHUNK):
        yield kept + chunk
        kept = chunk[-overlap:]


def _holds(file: BinaryIO, wanted: bytes) -> bool:
    return any(wanted in chunk for chunk in chunks(file, len(wanted) - 1))
