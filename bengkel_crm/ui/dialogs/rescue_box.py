"""What is offered when the shop's file is missing or damaged: its newest copy, another, or to begin anew."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QMessageBox, QPushButton, QWidget

from bengkel_crm import errors, i18n
from bengkel_crm.i18n import format_moment, translate
from bengkel_crm.messages import describe_error
from bengkel_crm.records import BackupFile, Restored
from bengkel_crm.ui.widgets.file_dialog import FileDialog
from bengkel_crm.workshop import backup

RESCUABLE = (errors.ShopFileLost, errors.DamagedFile, errors.EmptyFile, errors.NotADatabase)


def is_of_shop_file(error: Exception, shop: Path) -> bool:
    """Tell whether an error says that the shop's file is gone or can not be read, and not a copy of it."""
    kinds = (*RESCUABLE, errors.FileMissing, errors.StorageFailed)
    return isinstance(error, kinds) and error.path == str(shop)


class RescueBox(QMessageBox):
    """Says what is wrong with the shop's file and what its newest copy holds; a button does the rest."""

    copy_chosen = Signal(object)
    anew_chosen = Signal()
    left = Signal()

    def __init__(self, shop: Path, error: errors.ShopFileError, parent: QWidget) -> None:
        super().__init__(parent)
        self._shop = shop
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle("Bengkel CRM")
        self.setText(_what_is_wrong(error))
        self.setDetailedText(f"{type(error).__name__}: {error}")
        self.newest = self._button(self.tr("Restore the newest copy"), QMessageBox.ButtonRole.AcceptRole)
        self.other = self._button(self.tr("Choose a copy…"), QMessageBox.ButtonRole.AcceptRole)
        self.anew: QPushButton | None = None
        if isinstance(error, errors.ShopFileLost):
            self.anew = self._button(
                self.tr("Begin with an empty shop"), QMessageBox.ButtonRole.DestructiveRole
            )
        self.leave = self._button(translate("Form", "Cancel"), QMessageBox.ButtonRole.RejectRole)
        self.setEscapeButton(self.leave)
        self.buttonClicked.connect(self._on_button_clicked)
        # Beside each other they are wider than a small screen, and cut.
        row = self.findChild(QDialogButtonBox)
        assert row is not None
        row.setOrientation(Qt.Orientation.Vertical)
        row.setCenterButtons(True)
        self.show_copies([])

    def show_copies(self, copies: list[BackupFile]) -> None:
        """Say what can be put back, the newest copy first."""
        self.setInformativeText(_what_is_there(copies))
        self.newest.setVisible(bool(copies))
        if copies:
            self.setDefaultButton(self.newest)
            self.newest.setFocus()

    def _button(self, text: str, role: QMessageBox.ButtonRole) -> QPushButton:
        return self.addButton(text, role)

    def _on_button_clicked(self, button: QAbstractButton) -> None:
        if button is self.newest:
            self.copy_chosen.emit(None)
        elif button is self.other:
            self._ask_for_copy()
        elif button is self.anew:
            self.anew_chosen.emit()
        else:
            self.left.emit()

    def _ask_for_copy(self) -> None:
        parent = self.parentWidget()
        assert parent is not None
        dialog = FileDialog(parent, self.tr("Choose the backup"), backup.own_folder(self._shop))
        dialog.setNameFilter(self.tr("Shop file (*.db)"))
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.copy_chosen.emit(Path(path)))
        # Whoever chooses none is asked again.
        dialog.rejected.connect(self.open)
        dialog.open()


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
