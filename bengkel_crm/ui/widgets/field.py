"""A form's field: its name above, the input, and a line below for what is to be said about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.look.tokens import TONE_INK, TextRole, Tone
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel, repolish
from bengkel_crm.ui.widgets.layouts import in_column


class Field(QWidget):
    """Remarks are soft: they colour the edge and say why, and refuse nothing."""

    def __init__(self, label: str, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._label = TextLabel(label, TextRole.CAPTION, "text2")
        # It says again what was typed, or what the shop has: the end of an oil is what tells it from others.
        self._remark = ElidedLabel(
            "", TextRole.CAPTION, "text2", mode=Qt.TextElideMode.ElideMiddle, may_be_cut=True
        )
        self._tone = Tone.NEUTRAL
        self._said = ("", Tone.NEUTRAL)
        self._too_long = ""
        in_column(self._label, editor, self._remark, on=self, spacing=4, margins=(0, 0, 0, 0))
        self._label.setBuddy(editor)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, editor.sizePolicy().verticalPolicy())
        self.set_label(label)

    def label(self) -> str:
        """Return the name above the input."""
        return QLabel.text(self._label).replace("&", "")

    def set_label(self, label: str) -> None:
        """Say what is asked for, above the editor and to a screen reader."""
        self._label.setText(label)
        self.editor.setAccessibleName(QLabel.text(self._label).replace("&", ""))

    def set_remark(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Say something under the input; an empty text takes it back. The room is kept either way.

        While the text is too long that is what stands there.
        """
        self._said = (text, tone)
        self._show()

    def watch_length(self, most: int) -> None:
        """Say from now on while somebody types that a text does not fit; what stands there now may stay."""
        editor = self.editor
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        there = _text_of(editor)

        def measure() -> None:
            text = _text_of(editor)
            told = "" if text == there else too_long_words(text, most)
            if told != self._too_long:
                self._too_long = told
                self._show()

        editor.textChanged.connect(measure)

    def is_too_long(self) -> bool:
        """Return whether it says that a text does not fit."""
        return bool(self._too_long)

    def _show(self) -> None:
        text, tone = (self._too_long, Tone.BAD) if self._too_long else self._said
        self._remark.setText(text)
        self._remark.set_ink(TONE_INK[tone])
        self.editor.setAccessibleDescription(text)
        if tone is not self._tone:
            self._tone = tone
            self.editor.setProperty("remark", tone.value)
            repolish(self.editor)

    def remark(self) -> str:
        """Return what is said below the editor."""
        return self._remark.text()

    def tone(self) -> Tone:
        """Return the tone of what is said below the editor."""
        return self._tone


def _text_of(editor: QLineEdit | QPlainTextEdit) -> str:
    """Return what would be saved of a text."""
    return (editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()).strip()


def too_long_words(text: str, most: int) -> str:
    """Return how far a text does not fit, nothing where it does."""
    if len(text) <= most:
        return ""
    return translate("Form", "{0} letters, at most {1} fit").format(len(text), most)
