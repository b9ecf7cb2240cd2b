"""Saving what openpyxl made: it does not get over a disk that fills up while it writes."""

from io import BytesIO
from typing import BinaryIO

from openpyxl import Workbook


def save_book(book: Workbook, file: BinaryIO) -> None:
    """Write a workbook to an open file, made in memory first; these are small.

    Broken off in the middle, openpyxl complains on the terminal long after the error was told.
    """
    whole = BytesIO()
    book.save(whole)
    file.write(whole.getbuffer())
