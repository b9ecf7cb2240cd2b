"""The file dialog lists a folder and opens none of its files: the shop file keeps its locks."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QFileSystemModel, QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.forms.save_file import ask_where_to_save
from bengkel_crm.ui.widgets.file_dialog import FileDialog
from tests.locks import LOCKS, locked_by_this_process

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

pytestmark = [
    pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True),
    pytest.mark.skipif(not LOCKS.exists(), reason="the locks are read from /proc"),
]


def wait_until_listed(qtbot: QtBot, dialog: QFileDialog, names: set[str]) -> None:
    """Wait until the dialog shows the files with all that is told of them."""
    (model,) = dialog.findChildren(QFileSystemModel)

    def listed() -> bool:
        root = model.index(dialog.directory().absolutePath())
        rows = [model.index(row, 0, root) for row in range(model.rowCount(root))]
        # The kind is told by what chooses the icon, some time after the name.
        kinds = {row.data(): row.siblingAtColumn(2).data() for row in rows}
        return all(kinds.get(name) for name in names)

    qtbot.waitUntil(listed)


def test_opening_a_file_closes_the_locks(database: "Database") -> None:
    """The control: what the dialog must not do takes the locks away."""
    assert locked_by_this_process(database.path)
    database.path.open("rb").close()
    assert not locked_by_this_process(database.path)


def test_listing_the_shops_folder_leaves_the_shop_file_its_locks(qtbot: QtBot, database: "Database") -> None:
    (database.path.parent / "buku.xlsx").write_bytes(b"x")
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = FileDialog(parent, "Pilih", database.path.parent)
    dialog.open()
    wait_until_listed(qtbot, dialog, {"buku.xlsx", database.path.name, f"{database.path.name}-wal"})
    assert locked_by_this_process(database.path)
    dialog.reject()


def test_asking_where_to_save_leaves_the_shop_file_its_locks(qtbot: QtBot, database: "Database") -> None:
    (database.path.parent / "lama.db").write_bytes(b"")
    parent = QWidget()
    qtbot.addWidget(parent)
    start = database.path.with_name("cadangan.db")
    ask_where_to_save(parent, "Simpan", start, {"Salinan (*.db)": "db"}, lambda path: None)
    (dialog,) = parent.findChildren(QFileDialog)
    wait_until_listed(qtbot, dialog, {database.path.name, "lama.db"})
    assert locked_by_this_process(database.path)
    assert dialog.selectedFiles() == [str(start)]
    dialog.reject()


def test_a_dialog_begins_in_the_folder_that_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert FileDialog(parent, "Pilih", tmp_path).directory().absolutePath() == str(tmp_path)
