"""Files beside the book: another one to be chosen, the sample, and the rows that were not taken."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.base.progress import Progress
from bengkel_crm.ui.exchange.session import ImportSession
from bengkel_crm.ui.forms.save_file import ask_where_to_save, workbook_kind
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.ui.widgets.book_files import file_filter
from bengkel_crm.ui.widgets.file_dialog import FileDialog
from bengkel_crm.workshop.exchange import write_problems
from bengkel_crm.workshop.exchange.run.sample_book import write_sample_book

_JOB = "import.write"


class SideFiles(QObject):
    """Asks where, and writes away from the window: `written(path)` or `failed(error)`."""

    chosen = Signal(str)
    written = Signal(object)
    failed = Signal(object)

    def __init__(self, shell: Shell, session: ImportSession, window: QWidget) -> None:
        super().__init__(window)
        self._shell = shell
        self._session = session
        self._window = window
        self._task = Task(shell, _JOB, self)

    def choose(self) -> None:
        """Ask for another book."""
        title = translate("ImportWizard", "Choose the book")
        dialog = FileDialog(self._window, title, self._session.path.parent)
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(file_filter())
        dialog.fileSelected.connect(self.chosen)
        dialog.open()

    def save_problems(self) -> None:
        """Ask where the rows that were not taken are to be written."""
        name = translate("ImportWizard", "{0} - not taken.xlsx").format(self._session.path.stem)
        self._ask(translate("ImportWizard", "Save the rows not taken"), name, self.write_problems_to)

    def save_sample(self) -> None:
        """Ask where the sample is to be written."""
        name = translate("ImportWizard", "Sample book.xlsx")
        self._ask(translate("ImportWizard", "Save a sample Excel file"), name, self.write_sample_to)

    def write_problems_to(self, path: str) -> None:
        """Write the rows that were not taken to a workbook."""
        if self._session.report is not None:
            self._write(partial(write_problems, self._session.report), Path(path))

    def write_sample_to(self, path: str) -> None:
        """Write a workbook that shows what a book may look like."""
        self._write(write_sample_book, Path(path))

    def _ask(self, title: str, name: str, write: Callable[[str], None]) -> None:
        ask_where_to_save(self._window, title, self._session.path.with_name(name), workbook_kind(), write)

    def _write(self, write: Callable[[Path], None], path: Path) -> None:
        def work(_: Progress) -> Path:
            write(path)
            return path

        self._task.start_bare(work, self.written.emit, self.failed.emit)
