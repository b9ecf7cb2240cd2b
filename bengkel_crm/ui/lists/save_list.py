"""The button that saves a list: it asks for a name, and shows how far the writing is where it stood."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.base import i18n
from bengkel_crm.base.progress import Progress
from bengkel_crm.records.exports import ExportKind, Target
from bengkel_crm.ui.forms.save_file import ask_where_to_save, out_folder, remember_folder, workbook_kind
from bengkel_crm.ui.lists.columns import ListColumn, layout_of
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.layouts import At, in_row
from bengkel_crm.ui.widgets.progress_bar import ProgressBar
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.workshop.exchange.out.list_export import export_records

_BAR_PX = 84

R = TypeVar("R")
# Writes the file and returns how many rows it has.
Write = Callable[[Target, Progress], int]


class SaveList(Speaks, QWidget):
    """One file at a time; `name` tells its work from that of other lists."""

    asked = Signal()

    def __init__(self, shell: Shell, name: str, kind: ButtonKind = ButtonKind.SECONDARY) -> None:
        super().__init__()
        self._shell = shell
        self._task = Task(shell, f"{name}.export", self)
        self._path = Path()
        self.button = self.worded(KeyButton("", "sheet", "Ctrl+E", kind), "Excel")
        self.bar = ProgressBar()
        self.cancel = self.worded(KeyButton(kind=ButtonKind.LINK), "Cancel")
        in_row(
            self.button,
            At(self.bar, Qt.AlignmentFlag.AlignVCenter),
            self.cancel,
            on=self,
            spacing=8,
            margins=(0, 0, 0, 0),
        )
        self.button.clicked.connect(self.asked)
        self.cancel.clicked.connect(self._task.cancel)
        self._task.show_on(self.bar)
        self._task.changed.connect(self._show)
        theme().changed.connect(self._restyle)
        self._restyle()
        self._show(False)

    def is_saving(self) -> bool:
        """Return whether the list is being written."""
        return self._task.is_under_way()

    def ask(self, name: str, write: Write) -> None:
        """Ask where a list of that name goes, and as what kind of file, and write it there."""
        if self.is_saving():
            return
        ask_where_to_save(
            self.window(),
            self.tr("Save the list"),
            out_folder(self._shell.settings) / f"{name}.xlsx",
            {**workbook_kind(), self.tr("CSV, for other programs (*.csv)"): "csv"},
            lambda path: self.save_to(path, write),
        )

    def ask_for(
        self, name: str, what: ExportKind, title: str, columns: Sequence[ListColumn[R]], records: Sequence[R]
    ) -> None:
        """Ask where these records go, and write them there with these columns; none asks for no file."""
        if not records:
            return
        layout, database = layout_of(what, title, columns), self._shell.database
        self.ask(name, lambda target, progress: export_records(database, records, layout, target, progress))

    def save_to(self, path: str, write: Write) -> None:
        """Write a list away from the window."""
        self._path = Path(path)
        remember_folder(self._shell.settings, self._path)
        target = Target(self._path, datetime.now())
        self._task.start(lambda database, progress: write(target, progress), self._on_done)

    def _on_done(self, rows: int) -> None:
        told = self.tr("%n rows saved in {0}", "", rows).replace(str(rows), i18n.format_number(rows), 1)
        self._shell.show_message(told.format(self._path.name))

    def _show(self, is_under_way: bool) -> None:
        had_focus = self.cancel.hasFocus()
        self.button.setVisible(not is_under_way)
        self.cancel.setVisible(is_under_way)
        if had_focus and not is_under_way:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        self.bar.setFixedWidth(theme().px(_BAR_PX))
