"""What is offered when the shop's file is missing or damaged: its newest copy, another, or to begin anew."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from bengkel_crm.base import errors, i18n
from bengkel_crm.base.i18n import format_moment, translate
from bengkel_crm.records.shop_file import BackupFile, Restored
from bengkel_crm.ui.forms.help import offer_help
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.shop_file.copies_table import CopiesTable, ask_for_copy
from bengkel_crm.ui.widgets.flow import FlowLayout
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import At, Grow, in_column, in_row
from bengkel_crm.ui.widgets.room import open_at
from bengkel_crm.words.messages import describe_error
from bengkel_crm.workshop.shop_file import backup

RESCUABLE = (errors.ShopFileLost, errors.DamagedFile, errors.EmptyFile, errors.NotADatabase)
_WIDTH_PX, _HEIGHT_PX = 1000, 420


def is_of_shop_file(error: Exception, shop: Path) -> bool:
    """Return whether an error says that the shop's file is gone or can not be read, and not a copy of it."""
    kinds = (*RESCUABLE, errors.FileMissing, errors.StorageFailed)
    return isinstance(error, kinds) and error.path == str(shop)


class RescueBox(QDialog):
    """Says what is wrong with the shop's file and lists its copies; a button puts the chosen one back.

    `copy_chosen` emits a path, or None for the newest copy that proves sound.
    """

    copy_chosen = Signal(object)
    anew_chosen = Signal()
    left = Signal()

    def __init__(self, shop: Path, error: errors.ShopFileError, parent: QWidget) -> None:
        super().__init__(parent)
        self._shop = shop
        offer_help(self, "backups")
        self.setWindowTitle("Bengkel CRM")
        self._wrong = TextLabel(_what_is_wrong(error), TextRole.CARD_TITLE, wrap=True)
        self._wrong.setToolTip(f"{type(error).__name__}: {error}")
        self._there = TextLabel("", TextRole.BODY, "text2", wrap=True)
        self.table = CopiesTable("rescue")
        self.table.setAccessibleName(self.tr("Copies"))
        self.newest = KeyButton(self.tr("Restore the newest copy"), "undo", "Enter", ButtonKind.PRIMARY)
        self.other = KeyButton(self.tr("Choose a copy…"), "folder")
        self.leave = KeyButton(translate("Form", "Cancel"), key="Esc")
        self.anew: KeyButton | None = None
        if isinstance(error, errors.ShopFileLost):
            self.anew = KeyButton(self.tr("Begin with an empty shop"), kind=ButtonKind.DANGER)
            self.anew.clicked.connect(self._on_anew_clicked)
        self._build()
        self.table.selectionModel().currentRowChanged.connect(self._name_button)
        self.table.activated_row.connect(lambda _: self._on_chosen())
        self.newest.clicked.connect(self._on_chosen)
        self.other.clicked.connect(self._ask_for_copy)
        self.leave.clicked.connect(self.reject)
        self.show_copies([])

    def what_is_there(self) -> str:
        """Return what is said of the newest copy."""
        return self._there.text()

    def show_copies(self, copies: list[BackupFile]) -> None:
        """List what can be put back, the newest copy first; the one that was chosen stays so."""
        self._there.setText(_what_is_there(copies))
        for widget in (self.table, self.newest):
            widget.setVisible(bool(copies))
        self.table.show_copies(copies)
        (self.table if copies else self.other).setFocus()

    def reject(self) -> None:
        """Close, and leave everything as it is."""
        super().reject()
        self.left.emit()

    def _name_button(self) -> None:
        is_older = self.table.current_row() > 0
        self.newest.setText(self.tr("Restore this copy") if is_older else self.tr("Restore the newest copy"))

    def _on_chosen(self) -> None:
        chosen = self.table.chosen()
        if chosen is None:
            return
        self.accept()
        # If the newest proves damaged, the next one is put back.
        self.copy_chosen.emit(Path(chosen.path) if self.table.current_row() > 0 else None)

    def _on_anew_clicked(self) -> None:
        self.accept()
        self.anew_chosen.emit()

    def _ask_for_copy(self) -> None:
        ask_for_copy(self, backup.own_folder(self._shop), self._on_file_chosen)

    def _on_file_chosen(self, path: str) -> None:
        self.accept()
        self.copy_chosen.emit(Path(path))

    def _build(self) -> None:
        words = in_column(self._wrong, self._there)
        head = in_row(At(IconLabel("alert", "warn", 28), Qt.AlignmentFlag.AlignTop), Grow(words), spacing=12)
        foot = FlowLayout(12)
        for button in (self.newest, self.other, self.anew, self.leave):
            if button is not None:
                foot.addWidget(button)
        in_column(head, Grow(self.table), foot, on=self, spacing=12, margins=(22, 18, 22, 18))
        open_at(self, _WIDTH_PX, _HEIGHT_PX)


def _what_is_wrong(error: errors.ShopFileError) -> str:
    if isinstance(error, errors.ShopFileLost):
        return translate("RescueBox", "The shop's file {0} is not there, but it has been.").format(error.path)
    if isinstance(error, errors.NotADatabase):
        return translate(
            "RescueBox", "The beginning of the shop's file {0} is damaged: it can not be read."
        ).format(error.path)
    return describe_error(error)


def _what_is_there(copies: list[BackupFile]) -> str:
    if not copies:
        return translate(
            "RescueBox", "No copy of it lies beside it. Plug in the stick with the backups and choose one."
        )
    newest = copies[0]
    if newest.in_second_place:
        return translate("RescueBox", "The newest copy lies in the second place, {0}: {1}.").format(
            Path(newest.path).parent, copy_words(newest)
        )
    return translate("RescueBox", "The newest copy: {0}.").format(copy_words(newest))


def copy_words(copy: BackupFile) -> str:
    """Return when a copy was made and what is in it: "12 Aug 2026 17:05, 812 vehicles, 2.300 work orders"."""
    told = [format_moment(copy.made_at)]
    if copy.vehicles is not None:
        words = translate("RescueBox", "{0} vehicles", copy.vehicles)
        told.append(words.format(i18n.format_number(copy.vehicles)))
    if copy.work_orders is not None:
        words = translate("RescueBox", "{0} work orders", copy.work_orders)
        told.append(words.format(i18n.format_number(copy.work_orders)))
    if copy.last_on is not None:
        told.append(translate("RescueBox", "the last of {0}").format(i18n.format_date(copy.last_on)))
    return ", ".join(told)


def restored_words(restored: Restored) -> str:
    """Return what to say after a copy took the place of a missing or damaged file."""
    which = copy_words(restored.copy)
    if restored.kept is None:
        return translate("RescueBox", "Restored: {0}.").format(which)
    return translate("RescueBox", "Restored: {0}. What the file held before is kept in {1}.").format(
        which, restored.kept.path
    )
