"""What an empty shop is asked once: the language, its name, its phone. Each may be left blank."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bengkel_crm import i18n
from bengkel_crm.ui.tokens import Role
from bengkel_crm.ui.widgets.card import Card
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.ui.widgets.flow import FlowLayout
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.line_edit import LineEdit

# Each in its own words: whoever reads only one of them finds it.
_NAMES = {"id": "Bahasa Indonesia", "en": "English"}


class FirstQuestions(Card):
    """Emits what was answered; asks for nothing again."""

    language_chosen = Signal(str)
    answered = Signal(str, str)
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(17, 10, 17, 10), parent=parent)
        self._title = TextLabel("", Role.CARD_TITLE, wrap=True)
        self._language: ChoiceBox[str] = ChoiceBox(_NAMES)
        self._language.set_value(i18n.language())
        self.name, self.phone = LineEdit(), LineEdit()
        self._fields = (Field("", self._language), Field("", self.name), Field("", self.phone))
        self.save = KeyButton("", "check", "Enter")
        self._skip = KeyButton("", kind=ButtonKind.LINK)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._skip)
        head.addWidget(self.save)
        row = FlowLayout(14)
        for field in self._fields:
            field.setMinimumWidth(field.sizeHint().width())
            row.addWidget(field)
        self.body.setSpacing(4)
        self.body.addLayout(head)
        self.body.addLayout(row)
        self._language.activated.connect(lambda: self.language_chosen.emit(self._language.value()))
        self.save.clicked.connect(self._on_saved)
        self._skip.clicked.connect(self.skipped)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("First three questions, if you like"))
        for field, label in zip(
            self._fields,
            (self.tr("Language"), self.tr("Name of the workshop"), self.tr("Phone of the workshop")),
            strict=True,
        ):
            field.set_label(label)
        self.save.setText(self.tr("Save"))
        self._skip.setText(self.tr("Later, under Settings"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.phone.hasFocus():
            self.save.click()
        else:
            self.focusNextChild()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _on_saved(self) -> None:
        self.answered.emit(self.name.text().strip(), self.phone.text().strip())
