"""What an empty shop is asked once: language, name, phone, place of the backups. Each may be left blank."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from bengkel_crm.base import i18n
from bengkel_crm.base.languages import list_languages
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.ui.widgets.file_dialog import FileDialog
from bengkel_crm.ui.widgets.flow import FlowLayout
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, fill, in_row
from bengkel_crm.ui.widgets.line_edit import LineEdit


class FirstQuestions(CardFrame):
    """Emits what was answered; asks for nothing again."""

    language_chosen = Signal(str)
    answered = Signal(str, str, str)
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(17, 10, 17, 10), parent=parent)
        self._title = self.worded(
            TextLabel("", TextRole.CARD_TITLE, wrap=True), "First four questions, if you like"
        )
        # Each in its own words: whoever reads only one of them finds it.
        names = {language.code: language.name for language in list_languages()}
        self._language: ChoiceBox[str] = ChoiceBox(names)
        self._language.set_value(i18n.language())
        self.name, self.phone = LineEdit(), LineEdit()
        self.place = self.worded(KeyButton("", "folder"), "Choose…")
        self._chosen_place = ""
        editors = (self._language, self.name, self.phone, self.place)
        self._fields = [Field("", editor) for editor in editors]
        self.save = self.worded(KeyButton("", "check", "Enter"), "Save")
        self._skip = self.worded(KeyButton(kind=ButtonKind.LINK), "Later, under Settings")
        row = FlowLayout(14)
        for field in self._fields:
            field.setMinimumWidth(field.sizeHint().width())
            row.addWidget(field)
        self.body.setSpacing(4)
        fill(self.body, in_row(Grow(self._title), self._skip, self.save), row)
        for before, after in pairwise((*editors, self.save, self._skip)):
            QWidget.setTabOrder(before, after)
        self._language.activated.connect(lambda: self.language_chosen.emit(self._language.value()))
        self.save.clicked.connect(self._on_saved)
        self._skip.clicked.connect(self.skipped)
        self.place.clicked.connect(self._on_place_clicked)
        self.put_again(self._show_texts)

    def _show_texts(self) -> None:
        for field, label in zip(
            self._fields,
            (
                self.tr("Language"),
                self.tr("Name of the workshop"),
                self.tr("Phone of the workshop"),
                self.tr("Place of the backups"),
            ),
            strict=True,
        ):
            field.set_label(label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        else:
            self.focusNextChild()

    def _on_saved(self) -> None:
        self.answered.emit(self.name.text().strip(), self.phone.text().strip(), self._chosen_place)

    def _on_place_clicked(self) -> None:
        start = Path(self._chosen_place) if self._chosen_place else Path.home()
        dialog = FileDialog(self, self.tr("Choose a stick or a folder"), start)
        dialog.setFileMode(FileDialog.FileMode.Directory)
        dialog.setOption(FileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_place_chosen)
        # Enter saves, with a place or without.
        dialog.finished.connect(lambda _: self.save.setFocus())
        dialog.open()

    def _on_place_chosen(self, place: str) -> None:
        self._chosen_place = place
        self._fields[-1].set_remark(place)
