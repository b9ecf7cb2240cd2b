"""The list of the shop's copies, wherever one of them is chosen."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.shop_file import BackupFile
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import RecordTableModel
from bengkel_crm.ui.shop_file.backup_words import BACKUP_COLUMNS
from bengkel_crm.ui.widgets.file_dialog import FileDialog


class CopiesTable(RecordTable):
    """Has one copy chosen as long as there is one."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self.copies: RecordTableModel[BackupFile] = RecordTableModel(BACKUP_COLUMNS)
        super().__init__(name, self.copies, parent)
        self.copies.setParent(self)

    def chosen(self) -> BackupFile | None:
        """Return the copy under the cursor, or None."""
        row = self.current_row()
        return self.copies.record(row) if row >= 0 else None

    def find_copy(self, path: Path) -> BackupFile | None:
        """Return the copy in the list that is this file, or None."""
        return next((copy for copy in self.copies.records() if Path(copy.path) == path), None)

    def show_copies(self, copies: Sequence[BackupFile]) -> None:
        """Show another list; the copy that was chosen stays so, else it is the first one."""
        before = self.chosen()
        self.copies.set_records(copies)
        if copies:
            paths = [copy.path for copy in copies]
            self.selectRow(paths.index(before.path) if before and before.path in paths else 0)


def ask_for_copy(window: QWidget, start: Path, on_chosen: Callable[[str], None]) -> None:
    """Ask for a copy that is not in the list; `on_chosen` gets its path."""
    dialog = FileDialog(window, translate("RescueBox", "Choose the backup"), start)
    dialog.setNameFilter(translate("RescueBox", "Shop file (*.db)"))
    dialog.setFileMode(FileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(on_chosen)
    dialog.open()
