"""What the counter shows while the shop's file has no vehicle: three ways to begin."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from bengkel_crm.ui.tokens import Role
from bengkel_crm.ui.widgets.card import Card
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel


class _Way(Card):
    """One way to begin: what it is for, and a button."""

    chosen = Signal()

    def __init__(self, icon: str, key: str, kind: ButtonKind) -> None:
        super().__init__(margins=(20, 20, 20, 20))
        self._title = TextLabel("", Role.CARD_TITLE, wrap=True)
        self._text = TextLabel("", Role.BODY, "text2", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._button = KeyButton("", key=key, kind=kind)
        self._button.clicked.connect(self.chosen)
        self.body.addWidget(IconLabel(icon, "primary", 28), 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._title)
        self.body.addWidget(self._text, 1)
        self.body.addSpacing(8)
        self.body.addWidget(self._button)

    def set_words(self, title: str, text: str, button: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._button.setText(button)


class EmptyStart(QWidget):
    import_chosen = Signal()
    register_chosen = Signal()
    demo_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextLabel("", Role.TITLE)
        self._text = TextLabel("", Role.BODY, "text2", wrap=True)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._import = _Way("sheet", "", ButtonKind.PRIMARY)
        self._register = _Way("vehicles", "Ctrl+N", ButtonKind.SECONDARY)
        self._demo = _Way("search", "", ButtonKind.SECONDARY)
        ways = QGridLayout()
        ways.setSpacing(12)
        for column, way in enumerate((self._import, self._register, self._demo)):
            way.setMaximumWidth(380)
            ways.addWidget(way, 0, column)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addLayout(ways, 8)
        centred.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 12, 0, 12)
        page.setSpacing(6)
        page.addStretch(2)
        page.addWidget(self._title)
        page.addWidget(self._text)
        page.addSpacing(18)
        page.addLayout(centred)
        page.addStretch(3)
        self._import.chosen.connect(self.import_chosen)
        self._register.chosen.connect(self.register_chosen)
        self._demo.chosen.connect(self.demo_chosen)
        self.retranslate()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Welcome"))
        self._text.setText(self.tr("There is no vehicle in this book yet. Choose how to begin."))
        self._import.set_words(
            self.tr("You have an Excel book"),
            self.tr(
                "Import plates, owners and past visits. The columns are recognised, and you see what was "
                "understood before anything is saved."
            ),
            self.tr("Import the Excel book"),
        )
        self._register.set_words(
            self.tr("A vehicle is here now"),
            self.tr("Plate, name and phone are enough. Everything else can wait."),
            self.tr("Register the first vehicle"),
        )
        self._demo.set_words(
            self.tr("You want to look around"),
            self.tr("A workshop made up for trying. It has a file of its own; yours stays empty."),
            self.tr("Try the demo"),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
