"""Where a paper goes once it was looked at: a file of the shop's own."""

import shutil
from collections.abc import Callable
from pathlib import Path

from bengkel_crm.reports.workbooks_out.new_file import make_folder, new_file


def keep_paper(paper: Path, to: Path, progress: Callable[[int, int], None]) -> Path:
    """Write a copy of a paper to `to`, in place of an older paper, and return where it lies.

    Raises:
        FileExists: what is there is a shop file or another database, or no file at all.
        DiskFull, ReadOnlyPlace, OpenElsewhere, UnusableName, StorageFailed: what stood at `to` is untouched.
        Cancelled: `progress` raised it; likewise.
    """
    make_folder(to.parent)
    with paper.open("rb") as source, new_file(to) as file:
        shutil.copyfileobj(source, file)
        progress(1, 1)
    return to
