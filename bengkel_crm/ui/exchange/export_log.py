"""What left the shop as a file: when, what, and with how many rows."""

from typing import Any, cast

from PySide6.QtWidgets import QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.exports import ExportEntry, ExportKind
from bengkel_crm.ui.forms.dialog_frame import DialogFrame
from bengkel_crm.ui.lists.columns import COUNT, MOMENT, ListColumn
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import ColumnsModel, RecordTableModel
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.empty_state import EmptyState
from bengkel_crm.workshop.exchange.out.export_log import list_exports

_WIDTH_PX, _HEIGHT_PX = 820, 520


def what_words(entry: ExportEntry) -> str:
    """Return what was exported."""
    match entry.what:
        case ExportKind.EVERYTHING:
            return translate("ExportLog", "Everything")
        case ExportKind.VEHICLES:
            return translate("ExportLog", "Vehicles and customers")
        case ExportKind.WORK_ORDERS:
            return translate("ExportLog", "Work orders")
        case ExportKind.DUE:
            return translate("ExportLog", "Who is due")
        case ExportKind.LEFT_OUT:
            return translate("ExportLog", "Left out of the reminders")
        case ExportKind.CONTACTS:
            return translate("ExportLog", "Contacts")
        case ExportKind.RESPONSE:
            return translate("ExportLog", "What the reminders brought")
        case ExportKind.MONTH:
            return translate("ExportLog", "Monthly workbook")
        case None:
            return translate("ExportLog", "Something else")


_COLUMNS: tuple[ListColumn[ExportEntry], ...] = (
    ListColumn("at", lambda: translate("ExportLog", "When"), lambda entry: entry.at, MOMENT, width=170),
    ListColumn("what", lambda: translate("ExportLog", "What"), what_words, width=230),
    ListColumn(
        "file_name", lambda: translate("ExportLog", "File"), lambda entry: entry.file_name, stretch=True
    ),
    ListColumn("rows", lambda: translate("ExportLog", "Rows"), lambda entry: entry.rows, COUNT, width=100),
)


class ExportLogDialog(DialogFrame):
    """The newest first; there is nothing to do here but look.

    Raises:
        ShopFileError: the file can not be read.
    """

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("export_log", "import", _WIDTH_PX, _HEIGHT_PX, parent)
        self.put_text(
            self.show_head,
            "Export history",
            "Each file that left the shop with its data, so that the owner knows where they went.",
        )
        self.model: RecordTableModel[ExportEntry] = RecordTableModel(_COLUMNS, self)
        self.table = self.named(RecordTable("export_log", cast("ColumnsModel[Any]", self.model)), "Exports")
        self.empty = EmptyState("sheet", button_icon="", key="Esc")
        self.worded(self.close_button, "Close")
        self.add_table(self.table, self.empty)
        self.lay_foot([], [self.close_button])
        self.empty.activated.connect(self.reject)
        self.put_text(
            self.empty.set_words,
            "Nothing was exported yet",
            "Lists that are saved as Excel are noted here.",
            "Close",
        )
        self._show(list_exports(shell.database))

    def _show(self, entries: list[ExportEntry]) -> None:
        self.model.set_records(entries)
        self.stack.setCurrentIndex(0 if entries else 1)
        self.close_button.setVisible(bool(entries))
        if entries:
            self.table.selectRow(0)
            self.table.setFocus()
