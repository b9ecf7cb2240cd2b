"""The shop's backups: seen, made, put back, and the shop file asked whether all is well."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.base.errors import ExpectedError
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.journal import Change
from bengkel_crm.records.shop_file import BackupFile
from bengkel_crm.ui.forms.dialog_frame import DialogFrame
from bengkel_crm.ui.forms.form_parts import Answer
from bengkel_crm.ui.forms.save_file import ask_where_to_save
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.shop_file.backup_words import (
    DERIVED,
    INDEX,
    check_words,
    restore_question,
    size_words,
    throw_away_question,
)
from bengkel_crm.ui.shop_file.backup_work import BackupWork
from bengkel_crm.ui.shop_file.copies_table import CopiesTable, ask_for_copy
from bengkel_crm.ui.shop_file.copy_lister import CopyLister
from bengkel_crm.ui.shop_file.rescue_box import copy_words
from bengkel_crm.ui.shop_file.second_place_bar import SecondPlaceBar
from bengkel_crm.ui.widgets.empty_state import EmptyState
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.words.messages import describe_change, describe_error
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.copies import DAMAGED, has_little_room
from bengkel_crm.workshop.shop_file.damaged_files import list_damaged, throw_away

_FOLDER = "backup/folder"
_WIDTH_PX, _HEIGHT_PX = 1100, 560


class BackupsDialog(DialogFrame):
    """Nothing is put back before it was said what that does, and confirmed."""

    restored = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("backups", "backups", _WIDTH_PX, _HEIGHT_PX, parent)
        self._shell = shell
        self._work = BackupWork(shell, self)
        self._has_little_room = has_little_room(shell.database.path.parent)
        self.table = self.named(CopiesTable("backups"), "Backups")
        self.empty = EmptyState("backup", button_icon="backup")
        self.second_place = SecondPlaceBar(shell.settings)
        self._lister = CopyLister(shell, shell.database.path, self)
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
        self.back_up_button.clicked.connect(self._on_back_up_clicked)
        self.empty.activated.connect(self._on_back_up_clicked)
        self.second_place.chosen.connect(lambda folder: self._work.bring_to_second_place(Path(folder)))
        self._connect_work()
        self._put_texts()
        self._reload()
        self._focus_list()

    def _connect_work(self) -> None:
        work = self._work
        work.task.show_on(self.bar)
        work.task.changed.connect(self._show_busy)
        work.said.connect(lambda words: self.notice.say(words, Tone.NEUTRAL))
        work.made.connect(self._on_backed_up)
        work.second_place_made.connect(self._on_second_place_chosen)
        work.restored.connect(self._tell_restored)
        work.checked.connect(self._on_checked)
        work.repaired.connect(self._on_repaired)
        work.failed.connect(self._on_failed)

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
        if self._has_little_room:
            text += " " + self.tr("Less than 2 GB is free on this disk: fewer are kept.")
        self.show_head(self.tr("Backups"), text)

    def is_dirty(self) -> bool:
        """Return whether something is under way that F3 should not end."""
        return self._work.task.is_under_way()

    def reject(self) -> None:
        """Close; a question is taken back first, and a file being written is waited for."""
        if self.notice.answers():
            self._take_question_back()
        elif self._work.may_leave():
            super().reject()

    # Making one

    def back_up_to(self, path: str) -> None:
        """Write a proved copy to a file of the user's choice, away from the window."""
        self._shell.settings.setValue(_FOLDER, str(Path(path).parent))
        self._work.back_up(Path(path))

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

    def _on_second_place_chosen(self, made: BackupFile) -> None:
        self.second_place.keep(Path(made.path).parent, self._shell.database.path)
        self._on_backed_up(made)

    # Putting one back

    def ask_to_restore(self, path: str) -> None:
        """Say what putting a copy back will do; it is done when that is confirmed."""
        copy = Path(path)
        listed = self.table.find_copy(copy)
        which = self.tr("of {0}").format(copy_words(listed)) if listed is not None else copy.name
        self._ask(restore_question(which), self.tr("&Restore it"), lambda: self._work.restore(copy))

    def _on_restore_clicked(self) -> None:
        chosen = self.table.chosen()
        if chosen is None or self._work.task.is_under_way():
            return
        if chosen.why == DAMAGED:
            self._ask(
                throw_away_question(chosen), self.tr("&Throw it away"), lambda: self._throw_away(chosen)
            )
        else:
            self.ask_to_restore(chosen.path)

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
        usual = str(backup.backup_folder(self._shell.database))
        start = Path(str(self._shell.settings.value(_FOLDER, usual)))
        ask_for_copy(self, start, self.ask_to_restore)

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
        self._work.check()

    def _on_checked(self, faults: list[str]) -> None:
        self.notice.say(*check_words(faults), self._ways_out(set(faults)))
        for button in self.notice.answers()[-1:]:
            button.setFocus()

    def _ways_out(self, faults: set[str]) -> list[Answer]:
        if faults == {INDEX}:
            return [(self.tr("&Repair it"), self._work.repair)]
        if faults and faults <= DERIVED:
            return [(self.tr("&Work it out anew"), self._work.rebuild)]
        return []

    def _on_repaired(self, faults: list[str]) -> None:
        self._reload()
        self._on_checked(faults)

    def _on_failed(self, error: Exception) -> None:
        self.notice.say(describe_error(error), Tone.BAD)

    # What is shown

    def _show_busy(self, busy: bool) -> None:
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
        self.close_button.setEnabled(self._work.may_leave())
        if busy:
            self.close_button.setFocus()
        else:
            self._focus_list()

    def _focus_list(self) -> None:
        (self.table if self.table.copies.rowCount() else self.other).setFocus()

    def _ask(self, question: str, yes: str, deed: Callable[[], None]) -> None:
        """Ask before a deed; an Enter too many leaves it."""
        self.notice.say(
            question, Tone.WARN, [(yes, deed), (translate("Form", "Cancel"), self._take_question_back)]
        )
        self.notice.answers()[-1].setFocus()

    def _take_question_back(self) -> None:
        self.notice.clear()
        self._focus_list()

    def _reload(self) -> None:
        self.table.setCurrentIndex(QModelIndex())
        self._lister.bring()

    def _name_restore_button(self) -> None:
        chosen = self.table.chosen()
        is_damaged = chosen is not None and chosen.why == DAMAGED
        self.restore_button.setText(self.tr("Throw away…") if is_damaged else self.tr("Restore"))

    def _show_copies(self, made: list[BackupFile]) -> None:
        """Show a list of copies; the one that was chosen stays so."""
        listed = made + list_damaged(self._shell.database.path)
        self.stack.setCurrentIndex(0 if listed else 1)
        for button in (self.restore_button, self.back_up_button):
            button.setVisible(bool(listed))
        self.table.show_copies(listed)
