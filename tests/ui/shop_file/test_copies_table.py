"""The list of copies: which one is chosen when the list is another one."""

from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bengkel_crm.records.shop_file import BackupFile
from bengkel_crm.ui.shop_file.copies_table import CopiesTable


def copy_of(day: int) -> BackupFile:
    return BackupFile(path=f"/toko/backups/{day}.db", made_at=datetime(2026, 8, day, 17, 5), bytes=1_000)


@pytest.fixture
def table(qtbot: QtBot) -> CopiesTable:
    shown = CopiesTable("copies")
    qtbot.addWidget(shown)
    return shown


def test_the_first_copy_is_chosen_until_somebody_chooses(table: CopiesTable) -> None:
    assert table.chosen() is None
    table.show_copies([copy_of(12), copy_of(11)])
    assert table.chosen() == copy_of(12)


def test_the_chosen_copy_stays_chosen_when_a_newer_one_comes_above_it(table: CopiesTable) -> None:
    table.show_copies([copy_of(12), copy_of(11)])
    table.selectRow(1)
    table.show_copies([copy_of(13), copy_of(12), copy_of(11)])
    assert table.chosen() == copy_of(11)
    table.show_copies([copy_of(13)])
    assert table.chosen() == copy_of(13)
    table.show_copies([])
    assert table.chosen() is None


def test_a_copy_is_found_by_its_file(table: CopiesTable) -> None:
    table.show_copies([copy_of(12), copy_of(11)])
    assert table.find_copy(Path("/toko/backups/11.db")) == copy_of(11)
    assert table.find_copy(Path("/stick/11.db")) is None
