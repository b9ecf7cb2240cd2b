"""What the counter shows while the shop's file has no vehicle: three ways to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.book_files import dropped_books
from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.column_scroll import ColumnScroll
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import At, Grow, Stretch, fill, in_column, in_row
from bengkel_crm.ui.widgets.texts import Speaks


class _Way(CardFrame):
    """One way to begin: what it is for, and a button."""

    chosen = Signal()

    def __init__(self, icon: str, key: str, kind: ButtonKind) -> None:
        super().__init__(margins=(20, 20, 20, 20))
        self._title = TextLabel("", TextRole.CARD_TITLE, wrap=True)
        self._text = TextLabel("", TextRole.BODY, "text2", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._button = KeyButton("", key=key, kind=kind)
        self._button.clicked.connect(self.chosen)
        fill(
            self.body,
            At(IconLabel(icon, "primary", 28), Qt.AlignmentFlag.AlignLeft),
            self._title,
            Grow(self._text),
            8,
            self._button,
        )

    def set_words(self, title: str, text: str, button: str) -> None:
        """Say what this way is, and what its button does."""
        self._title.setText(title)
        self._text.setText(text)
        self._button.setText(button)


class EmptyStart(Speaks, QWidget):
    """Three ways to begin while the shop knows no vehicle, and the questions of the first start."""

    import_chosen = Signal()
    register_chosen = Signal()
    demo_chosen = Signal()
    books_dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self.worded(TextLabel("", TextRole.TITLE), "Welcome")
        self._text = self.worded(
            TextLabel("", TextRole.BODY, "text2", wrap=True),
            "There is no vehicle in this book yet. Choose how to begin.",
        )
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._import = _Way("sheet", "", ButtonKind.PRIMARY)
        self._register = _Way("car", "Ctrl+N", ButtonKind.SECONDARY)
        self._demo = _Way("help", "", ButtonKind.SECONDARY)
        self._questions: QWidget | None = None
        self._inside = QWidget()
        self._build()
        self._put_texts()
        self.setAcceptDrops(True)
        self._import.chosen.connect(self.import_chosen)
        self._register.chosen.connect(self.register_chosen)
        self._demo.chosen.connect(self.demo_chosen)

    def _build(self) -> None:
        ways = QGridLayout()
        ways.setSpacing(12)
        for column, way in enumerate((self._import, self._register, self._demo)):
            way.setMaximumWidth(380)
            ways.addWidget(way, 0, column)
            ways.setColumnStretch(column, 1)
        centred = in_row(Stretch(), Grow(ways, 8), Stretch())
        self._page = in_column(
            Stretch(2),
            self._title,
            self._text,
            18,
            centred,
            Stretch(3),
            on=self._inside,
            spacing=6,
            margins=(0, 12, 0, 12),
        )
        self._scroll = ColumnScroll(self._inside)
        in_column(self._scroll, on=self, margins=(0, 0, 0, 0))

    def _put_texts(self) -> None:
        self.put_text(
            self._import.set_words,
            "You have an Excel book",
            "Import plates, owners and past visits. The columns are recognised, and you see what was "
            "understood before anything is saved.",
            "Import the Excel book",
        )
        self.put_text(
            self._register.set_words,
            "A vehicle is here now",
            "Plate, name and phone are enough. Everything else can wait.",
            "Register the first vehicle",
        )
        self.put_text(
            self._demo.set_words,
            "You want to look around",
            "A workshop made up for trying. It has a file of its own; yours stays empty.",
            "Try the demo",
        )

    def ask(self, questions: QWidget) -> None:
        """Put questions between the greeting and the ways to begin."""
        self._questions = questions
        self._page.insertWidget(self._page.indexOf(self._text) + 1, questions)
        self._fit()

    def stop_asking(self) -> None:
        """Take the questions of the first start away."""
        if self._questions is not None:
            self._questions.hide()
            self._questions.deleteLater()
            self._questions = None
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A scroll area asks nobody how high wrapped words are at its width.
        self._inside.setMinimumHeight(self._page.totalHeightForWidth(self.width()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_books(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        books = dropped_books(event)
        if books:
            event.acceptProposedAction()
            self.books_dropped.emit(books)
