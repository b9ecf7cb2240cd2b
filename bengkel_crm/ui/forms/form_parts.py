"""What every form is made of: a head, a body that scrolls, a line for messages, and the buttons."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QWidget

from bengkel_crm.base.errors import ExpectedError, InvalidValue, MissingField, TooLong
from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TONE_INK, TextRole, Tone
from bengkel_crm.ui.widgets.card import ToneBox
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, FittingLabel, TextLabel, repolish
from bengkel_crm.ui.widgets.plate_badge import PlateBadge, PlateSize

_ICONS = {Tone.NEUTRAL: "info", Tone.OK: "check-circle", Tone.WARN: "alert", Tone.BAD: "alert"}

Answer = tuple[str, Callable[[], None]]


class FormHead(QWidget):
    """A plate, when there is one, what the form is about, and the way to leave it for a while."""

    def __init__(self, title: str, park: KeyButton, plate: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        if plate:
            row.addWidget(PlateBadge(plate, PlateSize.SMALL))
        row.addWidget(ElidedLabel(title, TextRole.CARD_TITLE, may_be_cut=True), 1)
        row.addWidget(park)


class FormBody(QScrollArea):
    """Asks for all the room its fields want; scrolls when the screen has less."""

    wish_changed = Signal()

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content
        self.setWidget(content)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        handled = super().eventFilter(watched, event)
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            # A scroll area would first squeeze its content to the least it can bear.
            self._content.setMinimumHeight(self._content.sizeHint().height())
            self.updateGeometry()
            self.wish_changed.emit()
        return handled

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._content.isAncestorOf(now):
            # A line just added has no place yet.
            QTimer.singleShot(0, now, lambda: self.ensureWidgetVisible(now, 0, theme().px(28)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), theme().px(120))


class FormNotice(ToneBox):
    """One line above the buttons: a problem, or a question with its answers beside it."""

    said = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Tone.NEUTRAL, parent)
        self._icon = IconLabel("info", size=18)
        self._text = TextLabel("", TextRole.BODY, wrap=True)
        self._answers: list[KeyButton] = []
        self._ways = QHBoxLayout()
        self._ways.setSpacing(10)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lines.setSpacing(8)
        self._lines.addWidget(self._text, 1)
        self._lines.addLayout(self._ways)
        self.row.addWidget(self._icon)
        self.row.addLayout(self._lines, 1)
        self.hide()

    def say(self, text: str, tone: Tone, answers: Sequence[Answer] = ()) -> None:
        """Show a line; the last answer gets the focus when there are any."""
        self.clear()
        self._text.setText(text)
        self._icon.set_icon(_ICONS[tone], TONE_INK[tone])
        self.setProperty("box", tone.value)
        repolish(self)
        self.setAccessibleName(text)
        for label, answer in answers:
            button = KeyButton(label, kind=ButtonKind.SECONDARY)
            button.clicked.connect(answer)
            self._answers.append(button)
            self._ways.addWidget(button)
        self._lay()
        self.show()
        self.said.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        """Put the answers below the words where they would leave them less than half of the line."""
        is_wide = self._ways.sizeHint().width() > self.width() // 2
        way = QBoxLayout.Direction.TopToBottom if is_wide else QBoxLayout.Direction.LeftToRight
        if way is not self._lines.direction():
            self._lines.setDirection(way)

    def clear(self) -> None:
        """Take the line and its answers away."""
        self.hide()
        for button in self._answers:
            self._ways.removeWidget(button)
            button.deleteLater()
        self._answers = []

    def text(self) -> str:
        """Return what the line says, empty where it is not seen."""
        return self._text.text() if self.isVisible() else ""

    def answers(self) -> list[KeyButton]:
        """Return the buttons that answer it."""
        return list(self._answers)


class FormFoot(QWidget):
    """Save is reached first by Tab; the bin stands apart at the left."""

    def __init__(self, hint: str, cancel: str, save: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save = KeyButton(save, "check", "Ctrl+Enter", ButtonKind.PRIMARY)
        self.cancel = KeyButton(cancel, key="Esc")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(12)
        said = FittingLabel(TextRole.BODY, "text2")
        said.set_wordings(hint, "")
        self.row.addWidget(said, 1)
        self.row.addWidget(self.cancel)
        self.row.addWidget(self.save)
        self.remove: KeyButton | None = None

    def add_remove(self, text: str) -> KeyButton:
        """Put a button for the bin at the left and return it."""
        self.remove = KeyButton(text, "bin", kind=ButtonKind.DANGER)
        self.row.insertWidget(0, self.remove)
        return self.remove


def mark_problem(problem: ExpectedError, fields: Mapping[str, Field]) -> bool:
    """Say a problem under the field it is about, and go there; return whether there is such a field."""
    match problem:
        case MissingField() if problem.field in fields:
            words = translate("Form", "Please fill this in")
        case InvalidValue() if problem.field in fields:
            words = translate("Form", "This can not be read")
        case TooLong() if problem.field in fields:
            counted = translate("Form", "{0} letters, at most {1} fit").format(problem.length, problem.most)
            # A field that watches its length says it already.
            words = "" if fields[problem.field].is_too_long() else counted
        case _:
            return False
    field = fields[problem.field]
    if words:
        field.set_remark(words, Tone.BAD)
    field.editor.setFocus()
    return True
