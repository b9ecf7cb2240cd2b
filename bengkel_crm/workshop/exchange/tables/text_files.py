"""What of text files a clerk decides: how their letters are written, and what stands between their cells."""

from pathlib import Path

from bengkel_crm.reports.workbooks_in.csv_guess import ENCODINGS, SEPARATORS, CsvOptions, guess_csv
from bengkel_crm.reports.workbooks_in.workbook_reader import is_csv

__all__ = ["ENCODINGS", "SEPARATORS", "CsvOptions", "find_csv_options"]


def find_csv_options(path: Path) -> CsvOptions | None:
    """Return how a text file is written, as its bytes tell; None for a workbook.

    Raises:
        FileMissing, BookUnreadable, BookTooLarge: there is no such file, or none that can be read.
    """
    return guess_csv(path) if is_csv(path) else None
