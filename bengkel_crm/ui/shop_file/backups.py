"""The shop's backups: seen, made, put back, and the shop file asked whether all is well."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar, cast

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QWidget,
)

from bengkel_crm.base.errors import ExpectedError
from bengkel_crm.base.i18n import format_moment, translate
from bengkel_crm.base.progress import Progress
from bengkel_crm.records.journal import Change
from bengkel_crm.records.shop_file import BackupFile, Restored
from bengkel_crm.ui.forms.dialog_frame import DialogFrame
from bengkel_crm.ui.forms.form_parts import Answer
from bengkel_crm.ui.forms.save_file import ask_where_to_save
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import ColumnsModel, RecordTableModel
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.ui.shop_file.backup_words import BACKUP_COLUMNS, DERIVED, INDEX, check_words, size_words
from bengkel_crm.ui.shop_file.copy_lister import CopyLister
from bengkel_crm.ui.shop_file.rescue_box import copy_words, is_of_shop_file, restored_words
from bengkel_crm.ui.shop_file.second_place_bar import SecondPlaceBar
from bengkel_crm.ui.widgets.empty_state import EmptyState
from bengkel_crm.ui.widgets.file_dialog import FileDialog
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.words.messages import describe_change, describe_error
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.copies import DAMAGED, has_little_room
from bengkel_crm.workshop.shop_file.damaged_files import list_damaged, repair_indexes, throw_away
from bengkel_crm.workshop.shop_file.second_place import choose_second_place
from bengkel_crm.workshop.shop_file.shop_file import Database

T = TypeVar("T")
_JOB = "backups"
_FOLDER = "backup/folder"
_WIDTH_PX, _HEIGHT_PX = 1100, 560


class BackupsDialog(DialogFrame):
    """Nothing is put back before it was said what that does, and confirmed."""

    restored = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("backups", "backups", _WIDTH_PX, _HEIGHT_PX, parent)
        self._shell = shell
        self._task = Task(shell, _JOB, self)
        self._may_leave = True
        self._has_little_room = has_little_room(shell.database.path.parent)
        self.model: RecordTableModel[BackupFile] = RecordTableModel(BACKUP_COLUMNS, self)
        self.table = self.named(RecordTable("backups", cast("ColumnsModel[Any]", self.model)), "Backups")
        self.empty = EmptyState("backup", button_icon="backup")
        self.second_place = SecondPlaceBar(shell.settings)
        self._lister = CopyLister(shell.database.path, shell.jobs, shell.settings, self)
        self._lister.listed.connect(self._show_copies)
        self.check_button = self.worded(KeyButton("", "check-circle"), "Check the file")
        self.other = self.worded(KeyButton("", "folder"), "Restore another file…")
        self.restore_button = KeyButton("", "undo", "Enter")
        self.back_up_button = self.worded(KeyButton("", "backup", kind=ButtonKind.PRIMARY), "Back up now…")
        self.worded(self.close_button, "Close")
        self.add_table(self.table, self.empty)
        self.add_below(self.second_place)
        self.lay_foot(
            [self.check_button, self.other], [self.close_button, self.restore_button, self.back_up_button]
        )
        self.table.activated_row.connect(lambda _: self._on_restore_clicked())
        self.table.selectionModel().currentRowChanged.connect(self._name_restore_button)
        self.check_button.clicked.connect(self.check_file)
        self.other.clicked.connect(self._on_other_clicked)
        self.restore_button.clicked.connect(self._on_restore_clicked)
        for offer in (self.back_up_button.clicked, self.empty.activated):
            offer.connect(self._on_back_up_clicked)
        self.second_place.chosen.connect(self.choose_second_place)
        self._task.show_on(self.bar)
        self._task.changed.connect(self._show_busy)
        self._put_texts()
        self._reload()
        self._focus_list()

    def _put_texts(self) -> None:
        self.put_again(self._show_text)
        self.put_text(
            self.empty.set_words,
            "No automatic backup yet",
            "The first one is made when the program is closed after something was entered.",
            "Back up now…",
        )
        self.put_again(self._name_restore_button)

    def _show_text(self) -> None:
        text = self.tr(
            "Made by themselves every half hour in which something changed, at the end, and before every "
            "import; the newest twelve are kept beside the shop's file, and the last of each of seven "
            "days, ten weeks and nine months. A broken computer takes them along."
        )
        self.show_head(self.tr("Backups"), text + (self._room_words() if self._has_little_room else ""))

    def is_dirty(self) -> bool:
        """Return whether something is under way that F3 should not end."""
        return self._task.is_under_way()

    def reject(self) -> None:
        """Close; a question is taken back first, and a file being written is waited for."""
        if self.notice.answers():
            self._take_question_back()
        elif self._may_leave:
            super().reject()

    # Making one

    def back_up_to(self, path: str) -> None:
        """Write a proved copy to a file of the user's choice, away from the window."""
        self._shell.settings.setValue(_FOLDER, str(Path(path).parent))
        self._start(
            lambda database, _: backup.back_up(database, Path(path), datetime.now()),
            self._on_backed_up,
            self.tr("Backing up…"),
            may_leave=False,
        )

    def _on_back_up_clicked(self) -> None:
        folder = Path(str(self._shell.settings.value(_FOLDER, str(Path.home()))))
        name = f"{self._shell.database.path.stem}-{datetime.now():%Y%m%d}.db"
        kinds = {self.tr("Shop file (*.db)"): "db"}
        ask_where_to_save(self, self.tr("Back up to"), folder / name, kinds, self.back_up_to)

    def _on_backed_up(self, made: BackupFile) -> None:
        self.notice.clear()
        self._reload()
        self.notice.say(
            self.tr("Backed up and proved: {0} ({1}).").format(made.path, size_words(made.bytes)), Tone.OK
        )

    def choose_second_place(self, folder: str) -> None:
        """Make a folder the second place and bring the first copy there, away from the window."""
        self._start(
            lambda database, _: choose_second_place(database, Path(folder), datetime.now()),
            self._on_second_place_chosen,
            self.tr("Backing up…"),
            may_leave=False,
        )

    def _on_second_place_chosen(self, made: BackupFile) -> None:
        self.second_place.keep(Path(made.path).parent, self._shell.database.path)
        self._on_backed_up(made)

    def _room_words(self) -> str:
        return " " + self.tr("Less than 2 GB is free on this disk: fewer are kept.")

    # Putting one back

    def ask_to_restore(self, path: str) -> None:
        """Say what putting a copy back will do; it is done when that is confirmed."""
        copy = Path(path)
        entries = [made for made in self.model.records() if Path(made.path) == copy]
        which = self.tr("of {0}").format(copy_words(entries[0])) if entries else copy.name
        self.notice.say(
            self.tr(
                "The shop's file will hold what the backup {0} holds; what was entered after it is no longer "
                "shown. What the file holds now is backed up first, so that you can go back to it."
            ).format(which),
            Tone.WARN,
            [
                (self.tr("&Restore it"), lambda: self._restore(copy)),
                (translate("Form", "Cancel"), self._take_question_back),
            ],
        )
        self.notice.answers()[-1].setFocus()

    def _on_restore_clicked(self) -> None:
        chosen = self._chosen()
        if chosen is None or self._task.is_under_way():
            return
        if chosen.why == DAMAGED:
            self._ask_to_throw_away(chosen)
        else:
            self.ask_to_restore(chosen.path)

    def _ask_to_throw_away(self, damaged: BackupFile) -> None:
        self.notice.say(
            self.tr(
                "The file that was damaged before the restore on {0} ({1}) is kept for whoever knows how to "
                "save something out of it. Once thrown away it is gone for good."
            ).format(format_moment(damaged.made_at), size_words(damaged.bytes)),
            Tone.WARN,
            [
                (self.tr("&Throw it away"), lambda: self._throw_away(damaged)),
                (translate("Form", "Cancel"), self._take_question_back),
            ],
        )
        self.notice.answers()[-1].setFocus()

    def _throw_away(self, damaged: BackupFile) -> None:
        try:
            throw_away(self._shell.database.path, Path(damaged.path))
        except ExpectedError as error:
            self._on_failed(error)
            return
        self._take_question_back()
        self._reload()
        self.notice.say(self.tr("The damaged file is gone."), Tone.OK)

    def _on_other_clicked(self) -> None:
        folder = backup.backup_folder(self._shell.database)
        start = Path(str(self._shell.settings.value(_FOLDER, str(folder))))
        dialog = FileDialog(self, self.tr("Choose the backup"), start)
        dialog.setNameFilter(self.tr("Shop file (*.db)"))
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.ask_to_restore)
        dialog.open()

    def _restore(self, copy: Path) -> None:
        path = self._shell.database.path

        def on_failed(error: Exception) -> None:
            if is_of_shop_file(error, path):
                self._restore_instead(copy)
            else:
                self._on_failed(error)

        self._start(
            lambda database, _: backup.restore(database, copy, datetime.now()),
            self._on_restored,
            self.tr("Restoring…"),
            may_leave=False,
            on_failed=on_failed,
        )

    def _restore_instead(self, copy: Path) -> None:
        """Put a copy in the place of a shop file that is damaged or gone, and open it anew."""
        path = self._shell.database.path
        self._shell.database.close()
        self._may_leave = False
        self._task.start_bare(
            lambda _: backup.put_back(path, copy, datetime.now()),
            self._on_restored_instead,
            self._on_failed,
        )

    def _on_restored_instead(self, restored: Restored) -> None:
        try:
            self._shell.database.open_anew()
        except ExpectedError as error:
            self._on_failed(error)
            return
        self._tell_restored(restored_words(restored))

    def _on_restored(self, before: BackupFile) -> None:
        self._tell_restored(
            self.tr("Restored. What the file held before is kept in {0}.").format(before.path)
        )

    def _tell_restored(self, words: str) -> None:
        self.notice.clear()
        change = Change(0, "backup_restored", "", touches_all=True)
        self._shell.announce(change)
        self._shell.show_message(describe_change(change))
        self.restored.emit()
        self._reload()
        self.notice.say(words, Tone.OK)

    # Asking the file

    def check_file(self) -> None:
        """Ask the shop file whether everything in it holds, away from the window."""
        self._start(lambda database, _: _faults(database), self._on_checked, self.tr("Checking every entry…"))

    def _on_checked(self, faults: list[str]) -> None:
        self.notice.say(*check_words(faults), self._ways_out(set(faults)))
        for button in self.notice.answers()[-1:]:
            button.setFocus()

    def _ways_out(self, faults: set[str]) -> list[Answer]:
        if faults == {INDEX}:
            return [(self.tr("&Repair it"), self._repair)]
        if faults and faults <= DERIVED:
            return [(self.tr("&Work it out anew"), self._rebuild)]
        return []

    def _repair(self) -> None:
        def work(database: Database, _: Progress) -> list[str]:
            repair_indexes(database, datetime.now())
            return _faults(database)

        self._start(work, self._on_repaired, self.tr("Making the indexes anew…"), may_leave=False)

    def _on_repaired(self, faults: list[str]) -> None:
        self._reload()
        self._on_checked(faults)

    def _rebuild(self) -> None:
        def work(database: Database, _: Progress) -> list[str]:
            backup.rebuild(database)
            return _faults(database)

        self._start(work, self._on_checked, self.tr("Working everything out anew…"), may_leave=False)

    # What every job shares

    def _start(
        self,
        work: Callable[[Database, Progress], T],
        on_done: Callable[[T], None],
        words: str,
        *,
        may_leave: bool = True,
        on_failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._may_leave = may_leave
        if self._task.start(work, on_done, on_failed or self._on_failed):
            self.notice.say(words, Tone.NEUTRAL)
            return
        # A check that was left under way when the dialog was closed.
        self._may_leave = True
        self.notice.say(self.tr("The last check is still under way. Try again in a moment."), Tone.NEUTRAL)

    def _on_failed(self, error: Exception) -> None:
        self.notice.say(describe_error(error), Tone.BAD)

    # What is shown

    def _show_busy(self, busy: bool) -> None:
        self._may_leave = self._may_leave or not busy
        for widget in (
            self.table,
            self.check_button,
            self.other,
            self.restore_button,
            self.back_up_button,
            self.empty,
            self.second_place,
        ):
            widget.setEnabled(not busy)
        self.close_button.setEnabled(self._may_leave)
        if busy:
            self.close_button.setFocus()
        else:
            self._focus_list()

    def _focus_list(self) -> None:
        (self.table if self.model.rowCount() else self.other).setFocus()

    def _take_question_back(self) -> None:
        self.notice.clear()
        self._focus_list()

    def _reload(self) -> None:
        self.table.setCurrentIndex(QModelIndex())
        self._lister.bring()

    def _chosen(self) -> BackupFile | None:
        row = self.table.current_row()
        return self.model.record(row) if row >= 0 else None

    def _name_restore_button(self) -> None:
        chosen = self._chosen()
        is_damaged = chosen is not None and chosen.why == DAMAGED
        self.restore_button.setText(self.tr("Throw away…") if is_damaged else self.tr("Restore"))

    def _show_copies(self, made: list[BackupFile]) -> None:
        """Show a list of copies; the one that was chosen stays so."""
        before = self._chosen()
        chosen = "" if before is None else before.path
        listed = made + list_damaged(self._shell.database.path)
        self.model.set_records(listed)
        self.stack.setCurrentIndex(0 if listed else 1)
        for button in (self.restore_button, self.back_up_button):
            button.setVisible(bool(listed))
        if listed:
            paths = [copy.path for copy in listed]
            self.table.selectRow(paths.index(chosen) if chosen in paths else 0)


def _faults(database: Database) -> list[str]:
    """Return what does not hold in the shop file."""
    return [fault.what for fault in backup.check(database)]
