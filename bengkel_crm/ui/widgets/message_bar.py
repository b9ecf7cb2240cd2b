"""A line or two at the foot of a page that says what was just done, and lets it be taken back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TONE_INK, TextRole, Tone
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel, repolish
from bengkel_crm.ui.widgets.layouts import Grow, in_row
from bengkel_crm.ui.widgets.texts import Speaks

_ICONS = {Tone.NEUTRAL: "info", Tone.OK: "check-circle", Tone.WARN: "alert", Tone.BAD: "alert"}
_SHOWN_MS = 8_000
_SIDE_PX, _FOOT_PX = 20, 12


class MessageBar(Speaks, QFrame):
    """Takes no focus and asks nothing; good news leaves by itself, bad news waits to be closed."""

    left = Signal()

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._undo: Callable[[], None] | None = None
        self._icon = IconLabel("info", size=18)
        # What is to be done stands at the end of what went wrong: it goes on in the next line.
        self._text = TextLabel("", TextRole.BODY, wrap=True)
        self._undo_button = self.worded(KeyButton("", "undo", "Ctrl+Z", ButtonKind.LINK), "Undo")
        self._undo_button.clicked.connect(self._on_undo_clicked)
        self._close_button = self.named(QToolButton(), "Close message")
        self._close_button.clicked.connect(self.hide)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        in_row(
            self._icon,
            Grow(self._text),
            self._undo_button,
            self._close_button,
            on=self,
            spacing=10,
            margins=(12, 6, 8, 6),
        )
        theme().changed.connect(self._restyle)
        self.put_text(self._close_button.setToolTip, "Close message")
        self._restyle()
        ground.installEventFilter(self)
        self.hide()

    def say(self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        """Show a line; with `undo` it offers a button that calls it once."""
        self._undo = undo
        self._undo_button.setVisible(undo is not None)
        self._text.setText(text)
        self._icon.set_icon(_ICONS[tone], TONE_INK[tone])
        self.setProperty("box", tone.value)
        repolish(self)
        self.setAccessibleName(text)
        self.show()
        self._lay()
        if tone in (Tone.OK, Tone.NEUTRAL):
            self._timer.start(_SHOWN_MS)
        else:
            self._timer.stop()

    def text(self) -> str:
        """Return what is said."""
        return self._text.text()

    def offers_undo(self) -> bool:
        """Return whether what is said can be taken back from here."""
        return self.isVisible() and self._undo is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._ground and event.type() is QEvent.Type.Resize:
            self._lay()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.left.emit()

    def _lay(self) -> None:
        """Stand at the foot of the ground, as high as all the words need."""
        layout, room = self.layout(), self._ground.size()
        assert layout is not None
        width = room.width() - 2 * _SIDE_PX
        height = layout.totalHeightForWidth(width)
        self.setGeometry(_SIDE_PX, room.height() - height - _FOOT_PX, width, height)
        self.raise_()

    def _on_undo_clicked(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _restyle(self) -> None:
        self._close_button.setIcon(icons.icon("close", "text2", 16))
