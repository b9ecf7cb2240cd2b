"""Asking where a file goes: the folder of the last one, a name to begin with, and the kinds it may be of."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.widgets.file_dialog import FileDialog

_OUT_FOLDER = "export/folder"


def out_folder(settings: QSettings) -> Path:
    """Return the folder that the last export went to, at first the home folder."""
    return Path(str(settings.value(_OUT_FOLDER, str(Path.home()))))


def remember_folder(settings: QSettings, path: Path) -> None:
    """Keep the folder of an export as the one to begin with next time."""
    settings.setValue(_OUT_FOLDER, str(path.parent))


def workbook_kind() -> dict[str, str]:
    """Return what a workbook is called in a dialog, with its ending."""
    return {translate("SaveFile", "Excel workbook (*.xlsx)"): "xlsx"}


def ask_where_to_save(
    parent: QWidget, title: str, start: Path, kinds: Mapping[str, str], on_chosen: Callable[[str], None]
) -> None:
    """Ask where a file goes, beginning at `start`, and hand its path to `on_chosen`.

    `kinds` are endings by what they are called; a name without one gets that of the kind that is chosen,
    which at first is the first.
    """
    dialog = FileDialog(parent, title, start)
    dialog.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))
    dialog.setDefaultSuffix(next(iter(kinds.values())))
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(kinds[chosen]))
    dialog.fileSelected.connect(on_chosen)
    dialog.open()
