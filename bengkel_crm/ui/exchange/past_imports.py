"""Past imports: which books were taken over, and the way back, whatever was done since."""

from typing import Any, TypeVar, cast

from PySide6.QtWidgets import QWidget

from bengkel_crm.records.imports import ImportUndoPreview, KeptRecord, PastImport
from bengkel_crm.records.journal import Change
from bengkel_crm.ui.exchange.past_import_words import IMPORT_COLUMNS, KEPT_COLUMNS, going_words
from bengkel_crm.ui.forms.dialog_frame import DialogFrame
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import ColumnsModel, RecordTableModel
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.ui.widgets.empty_state import EmptyState
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.words.messages import describe_change, describe_error, describe_undone
from bengkel_crm.workshop.exchange import past_imports
from bengkel_crm.workshop.journal.undo import undo_last

T = TypeVar("T")
_JOB = "past-imports"
_WIDTH_PX, _HEIGHT_PX = 920, 540
_LIST, _NONE, _KEPT, _ALL_GOES = range(4)


class PastImportsDialog(DialogFrame):
    """First the list; Enter shows what taking one back would do, and only then is there a button for it.

    Raises:
        ShopFileError: the file can not be read.
    """

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("past_imports", "import", _WIDTH_PX, _HEIGHT_PX, parent)
        self._shell = shell
        self._task = Task(shell, _JOB, self)
        self._task.show_on(self.bar)
        self._task.changed.connect(self._show_busy)
        self._told: ImportUndoPreview | None = None
        self.model: RecordTableModel[PastImport] = RecordTableModel(IMPORT_COLUMNS, self)
        self.table = self.named(
            RecordTable("past-imports", cast("ColumnsModel[Any]", self.model)), "Past imports"
        )
        self.kept_model: RecordTableModel[KeptRecord] = RecordTableModel(KEPT_COLUMNS, self)
        self.kept = self.named(
            RecordTable("past-import-kept", cast("ColumnsModel[Any]", self.kept_model)), "What stays"
        )
        self.none = EmptyState("sheet", button_icon="", key="Esc")
        self.all_goes = EmptyState("check-circle", button_icon="undo")
        self.put_text(
            self.none.set_words, "No import to take back", "Imported books are listed here.", "Close"
        )
        self.put_text(
            self.all_goes.set_words,
            "Nothing was built on it since",
            "Everything that came with this book is removed, as if it had never been imported.",
            "Take the import back",
        )
        self.look = self.worded(KeyButton("", "undo", "Enter", ButtonKind.PRIMARY), "Take back…")
        self.take_back = self.worded(KeyButton("", "undo", kind=ButtonKind.PRIMARY), "Take the import back")
        self.add_table(self.table, self.none)
        self.add_table(self.kept, self.all_goes)
        self.lay_foot([], [self.close_button, self.look, self.take_back])
        self.table.activated_row.connect(lambda _: self.look_at_chosen())
        self.look.clicked.connect(self.look_at_chosen)
        self.take_back.clicked.connect(self._on_take_back)
        self.all_goes.activated.connect(self._on_take_back)
        self.none.activated.connect(self.reject)
        self._reload()
        self.put_again(self._show_words)

    def is_dirty(self) -> bool:
        """Return whether something is under way that F3 should not end."""
        return self._task.is_under_way()

    def reject(self) -> None:
        """Stop what is under way, else go back to the list, else close."""
        if self._task.is_under_way():
            if self.close_button.isEnabled():
                self._task.cancel()
        elif self._told is not None:
            self.notice.clear()
            self._reload()
        else:
            super().reject()

    # Looking

    def look_at_chosen(self) -> None:
        """Work out, away from the window, what taking back the chosen import would do."""
        row = self.table.current_row()
        if row < 0 or self._task.is_under_way():
            return
        deed_id = self.model.record(row).deed_id
        self.notice.clear()
        self._task.start(
            lambda database, _: past_imports.preview_undo(database, deed_id), self._on_looked, self._on_failed
        )

    def _on_looked(self, told: ImportUndoPreview) -> None:
        self._told = told
        self.kept_model.set_records(told.kept)
        self._show_page()

    # Taking back

    def _on_take_back(self) -> None:
        if self._told is None or self._task.is_under_way():
            return
        deed_id = self._told.past.deed_id
        self._task.start(
            lambda database, progress: past_imports.undo_import(database, deed_id, progress=progress)[0],
            self._on_taken_back,
            self._on_failed,
        )

    def _on_taken_back(self, change: Change) -> None:
        self._shell.announce(change)
        self._reload()
        self.notice.say(
            describe_change(change), Tone.OK, [(self.tr("&Undo"), lambda: self._bring_back(change.deed_id))]
        )

    def _bring_back(self, deed_id: int) -> None:
        self.notice.clear()
        self._task.start(
            lambda database, _: undo_last(database, deed_id), self._on_brought_back, self._on_failed
        )
        # It can not be stopped half way.
        self.close_button.setEnabled(False)

    def _on_brought_back(self, change: Change) -> None:
        self._shell.announce(change)
        self._reload()
        self.notice.say(describe_undone(change), Tone.NEUTRAL)

    def _on_failed(self, error: Exception) -> None:
        self.notice.say(describe_error(error), Tone.BAD)

    # What is shown

    def _show_busy(self, busy: bool) -> None:
        self.close_button.setEnabled(True)
        for widget in (self.table, self.look, self.take_back, self.all_goes):
            widget.setEnabled(not busy)
        self._show_words()

    def _reload(self) -> None:
        self._told = None
        imports = past_imports.list_imports(self._shell.database)
        self.model.set_records(imports)
        if imports:
            self.table.selectRow(0)
        self._show_page()

    def _show_page(self) -> None:
        if self._told is None:
            self.stack.setCurrentIndex(_LIST if self.model.rowCount() else _NONE)
        else:
            self.stack.setCurrentIndex(_KEPT if self._told.kept else _ALL_GOES)
        self.look.setVisible(self._told is None and self.model.rowCount() > 0)
        self.take_back.setVisible(self.stack.currentIndex() == _KEPT)
        self.close_button.setVisible(self.stack.currentIndex() != _NONE)
        self._show_words()
        focus = (self.table, self.none, self.kept, self.close_button)[self.stack.currentIndex()]
        focus.setFocus()

    def _show_words(self) -> None:
        busy, told = self._task.is_under_way(), self._told
        self.close_button.setText(
            self.tr("Cancel") if busy else self.tr("Close") if told is None else self.tr("Back")
        )
        self.show_head(*(self._list_head() if told is None else self._preview_head(told)))
        self.setWindowTitle(self.tr("Past imports"))

    def _list_head(self) -> tuple[str, str]:
        return self.tr("Past imports"), self.tr(
            "Each imported book, the latest first. An import can be taken back as a "
            "whole, also much later; what was built on it since stays, and is named before."
        )

    def _preview_head(self, told: ImportUndoPreview) -> tuple[str, str]:
        sentences = [self.tr("These go: {0}.").format(going_words(told))]
        if told.given_back:
            sentences.append(
                self.tr("%n records of before get back what the book overwrote.", "", told.given_back)
            )
        if told.kept:
            sentences.append(self.tr("What is listed stays:"))
        return self.tr("Take {0} back?").format(told.past.file_name), " ".join(sentences)
