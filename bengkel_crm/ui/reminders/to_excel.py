"""A list of the page as a workbook: asked for a name, written away from the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from bengkel_crm.ui.jobs import Progress
from bengkel_crm.ui.shell import Shell
from bengkel_crm.workshop.reminder_papers import safe_file_name

_FOLDER = "papers/folder"
_JOB = "reminders.workbook"

# Writes the file and returns how many rows it has.
Write = Callable[[Path, Progress], int]


class ToExcel(QObject):
    """One workbook at a time."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._window = parent
        self._path = Path()

    def ask(self, name: str, write: Write) -> None:
        """Ask where a workbook of that name goes, and write it there."""
        folder = Path(str(self._shell.settings.value(_FOLDER, str(Path.home()))))
        dialog = QFileDialog(
            self._window, self.tr("Save the list as Excel"), str(folder / safe_file_name(name, ".xlsx"))
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Excel workbook (*.xlsx)"))
        dialog.setDefaultSuffix("xlsx")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.save(path, write))
        dialog.open()

    def save(self, path: str, write: Write) -> None:
        """Write a workbook away from the window."""
        self._path = Path(path)
        self._shell.settings.setValue(_FOLDER, str(self._path.parent))
        target = self._path

        def work(progress: Progress) -> int:
            return write(target, progress)

        self._shell.jobs.start(work, name=_JOB, on_done=self._on_done, on_failed=self._shell.show_error)

    def _on_done(self, rows: int) -> None:
        self._shell.show_message(self.tr("%n rows saved in {0}", "", rows).format(self._path.name))
