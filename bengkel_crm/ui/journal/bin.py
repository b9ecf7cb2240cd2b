"""The bin: what was removed, and the way back."""

from typing import Any, cast

from PySide6.QtWidgets import QWidget

from bengkel_crm.base.errors import ExpectedError
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.journal import BinEntry, Change
from bengkel_crm.ui.forms.deed_message import show_change
from bengkel_crm.ui.forms.dialog_frame import DialogFrame
from bengkel_crm.ui.lists.columns import MOMENT, ListColumn
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import ColumnsModel, RecordTableModel
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.empty_state import EmptyState
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.words.messages import describe_error
from bengkel_crm.workshop.journal.undo import list_bin, restore_from_bin

_WIDTH_PX, _HEIGHT_PX = 820, 520
_SHOWS = frozenset({"vehicle", "work_order", "note"})


def _kind(entry: BinEntry) -> str:
    match entry.table:
        case "vehicle":
            return translate("Bin", "Vehicle")
        case "work_order":
            return translate("Bin", "Work order")
        case "note":
            return translate("Bin", "Note")
        case _:
            return translate("Bin", "Other")


_COLUMNS: tuple[ListColumn[BinEntry], ...] = (
    ListColumn("kind", lambda: translate("Bin", "What"), _kind),
    ListColumn("title", lambda: translate("Bin", "Removed"), lambda entry: entry.title, stretch=True),
    ListColumn(
        "removed_at", lambda: translate("Bin", "When"), lambda entry: entry.removed_at, MOMENT, width=170
    ),
)


class BinDialog(DialogFrame):
    """Enter puts the chosen entry back.

    Raises:
        ShopFileError: the file can not be read.
    """

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("bin", "work-orders", _WIDTH_PX, _HEIGHT_PX, parent)
        self._shell = shell
        self.model: RecordTableModel[BinEntry] = RecordTableModel(_COLUMNS, self)
        self.table = self.named(RecordTable("bin", cast("ColumnsModel[Any]", self.model)), "Removed entries")
        self.empty = EmptyState("bin", button_icon="", key="Esc")
        self.restore = self.worded(KeyButton("", "undo", "Enter", ButtonKind.PRIMARY), "Put back")
        self.worded(self.close_button, "Close")
        self.add_table(self.table, self.empty)
        self.lay_foot([], [self.close_button, self.restore])
        self.table.activated_row.connect(lambda _: self._on_restore())
        self.restore.clicked.connect(self._on_restore)
        self.empty.activated.connect(self.reject)
        shell.changed.connect(self._on_changed)
        self.put_text(self.show_head, "Bin", "What was removed lies here until it is put back.")
        self.put_text(self.empty.set_words, "The bin is empty", "Nothing was removed.", "Close")
        self._reload()
        self.table.setFocus()

    def _on_restore(self) -> None:
        row = self.table.current_row()
        if row < 0:
            return
        self.notice.clear()
        try:
            change = restore_from_bin(self._shell.database, self.model.record(row))
        except ExpectedError as problem:
            self.notice.say(describe_error(problem), Tone.BAD)
            return
        show_change(self._shell, change)

    def _on_changed(self, change: Change) -> None:
        if not change.touches(_SHOWS):
            return
        with self._shell.showing_errors():
            self._reload()

    def _reload(self) -> None:
        row = max(self.table.current_row(), 0)
        entries = list_bin(self._shell.database)
        self.model.set_records(entries)
        self.stack.setCurrentIndex(0 if entries else 1)
        for button in (self.restore, self.close_button):
            button.setVisible(bool(entries))
        if entries:
            self.table.selectRow(min(row, len(entries) - 1))
