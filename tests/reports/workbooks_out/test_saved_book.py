"""A workbook that finds no room is told once, and by us."""

import errno
import gc
import io
import sys
from typing import Any

import pytest
from openpyxl import Workbook

from bengkel_crm.reports.workbooks_out.saved_book import save_book


class FullDisk(io.RawIOBase):
    """A file on a disk without room."""

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, *_: Any) -> int:
        return 0

    def tell(self) -> int:
        return 0

    def write(self, _: Any) -> int:
        raise OSError(errno.ENOSPC, "full")


@pytest.mark.parametrize("write_only", [True, False])
def test_a_full_disk_is_told_without_an_echo(monkeypatch: pytest.MonkeyPatch, write_only: bool) -> None:
    echoes: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", echoes.append)
    book = Workbook(write_only=write_only)
    book.create_sheet("Buku").append(["B 3472 KZR"])
    file = FullDisk()
    with pytest.raises(OSError, match="full"):
        save_book(book, file)  # type: ignore[arg-type]
    file.close()
    del book
    gc.collect()
    assert echoes == []
