"""The line of the backups dialog that says where the second place is, and lets one choose it."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.base.i18n import format_moment
from bengkel_crm.ui.frame.second_place_setting import find_second_place, keep_second_place, second_place_at
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.file_dialog import FileDialog
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, in_row
from bengkel_crm.ui.widgets.texts import Speaks


class SecondPlaceBar(Speaks, QWidget):
    """Asks for a folder; whoever listens to `chosen` makes it the second place and calls `keep`."""

    chosen = Signal(str)

    def __init__(self, settings: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.words = TextLabel("", TextRole.BODY, "text2", wrap=True)
        self.choose = self.worded(KeyButton("", "folder"), "Choose a second place…")
        self.stop = self.worded(KeyButton(), "No second place")
        in_row(Grow(self.words), self.stop, self.choose, on=self, spacing=12, margins=(0, 0, 0, 0))
        self.choose.clicked.connect(self._on_choose_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)
        self.put_again(self._show_place)

    def keep(self, folder: Path, shop: Path) -> None:
        """Remember the place, which has its first copy of the shop now."""
        keep_second_place(self._settings, folder, datetime.now(), shop)
        self._show_place()

    def _show_place(self) -> None:
        place, at = find_second_place(self._settings), second_place_at(self._settings)
        self.stop.setVisible(place is not None)
        if place is None:
            text = self.tr("Choose a USB stick once: it gets a copy by itself whenever it is plugged in.")
        elif at is None:
            text = self.tr("Second place: {0}").format(place)
        else:
            text = self.tr("Second place: {0}, last copy there: {1}").format(place, format_moment(at))
        self.words.setText(text)

    def _on_choose_clicked(self) -> None:
        place = find_second_place(self._settings)
        dialog = FileDialog(self, self.tr("Choose a second place"), place or Path.home())
        dialog.setFileMode(FileDialog.FileMode.Directory)
        dialog.setOption(FileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.chosen)
        dialog.open()

    def _on_stop_clicked(self) -> None:
        keep_second_place(self._settings, None, datetime.now())
        self._show_place()
