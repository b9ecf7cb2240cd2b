"""A line to type in that offers what was written before, in a list laid over the form."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from bengkel_crm.trade.names import fold
from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.line_edit import LineEdit
from bengkel_crm.ui.widgets.suggest_list import SuggestList


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What can be chosen; `detail` stands at the right of it.

    A guess at what was meant is taken by choosing it, never by Tab alone.
    """

    text: str
    detail: str = ""
    is_guess: bool = False


Finder = Callable[[str], Sequence[Suggestion]]


class SuggestEdit(LineEdit):
    """Down goes into the list and Enter takes from it; Tab takes what is marked with it and goes on.

    Esc closes the list: then Tab leaves what was typed as it is.
    """

    picked = Signal(object)

    def __init__(self, find: Finder, role: TextRole = TextRole.BODY, parent: QWidget | None = None) -> None:
        super().__init__(role, parent)
        self._find = find
        self._list: SuggestList | None = None
        self._arrow = self.addAction(icons.icon("chevron-down"), LineEdit.ActionPosition.TrailingPosition)
        self._arrow.triggered.connect(self._on_arrow)
        self.textEdited.connect(self._on_text_edited)
        theme().changed.connect(self._restyle)

    def set_arrow(self, *, shown: bool) -> None:
        self._arrow.setVisible(shown)

    def is_open(self) -> bool:
        """Return whether the list below is seen."""
        return self._list is not None and self._list.isVisible()

    def open_list(self) -> None:
        """Offer everything that fits the piece under the cursor."""
        self._show(self._find(self.piece()))

    def close_list(self) -> None:
        """Close the list below."""
        if self._list is not None:
            self._list.hide()

    def piece(self) -> str:
        """Return the text that is to be completed."""
        return self.text().strip()

    def take(self, suggestion: Suggestion) -> None:
        """Write a suggestion where the cursor is."""
        self.setText(suggestion.text)

    def event(self, event: QEvent) -> bool:
        """Take the completion that is shown when Tab is pressed."""
        # Tab never arrives at `keyPressEvent`: it moves the focus before.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
        ):
            self._complete()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_for_list(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.close_list()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_list()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.close_list()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.close_list()

    def _is_for_list(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.AltModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            return self._move(1 if key == Qt.Key.Key_Down else -1)
        if self._list is None or not self._list.isVisible():
            return False
        if key == Qt.Key.Key_Escape:
            self._list.hide()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            chosen = self._list.current()
            if chosen is None:
                # Goes on to the next field, as Tab does.
                self._complete()
                return False
            self._pick(chosen)
            return True
        return False

    def _complete(self) -> None:
        """Take what was chosen in the open list, or else what it marks for Tab."""
        if self._list is None or not self._list.isVisible():
            return
        taken = self._list.current() or self._list.marked()
        if taken is not None:
            self._pick(taken)

    def _move(self, step: int) -> bool:
        if self._list is not None and self._list.isVisible():
            self._list.move_by(step)
            return True
        if step > 0:
            self.open_list()
            if self._list is not None and self._list.isVisible():
                self._list.move_by(1)
            return True
        return False

    def _on_text_edited(self) -> None:
        piece = self.piece()
        self._show(self._find(piece) if piece else ())

    def _on_arrow(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.is_open():
            self.close_list()
        else:
            self._show(self._find(""))

    def _show(self, found: Sequence[Suggestion]) -> None:
        piece = self.piece()
        useful = [suggestion for suggestion in found if suggestion.text != piece]
        if not useful or not self.hasFocus():
            self.close_list()
            return
        if self._list is None:
            self._list = SuggestList(self)
            self._list.chosen.connect(self._pick)
        self._list.offer(useful, _place_meant(piece, found, useful))

    def _pick(self, suggestion: object) -> None:
        assert isinstance(suggestion, Suggestion)
        self.close_list()
        self.take(suggestion)
        self.picked.emit(suggestion)

    def _restyle(self) -> None:
        self._arrow.setIcon(icons.icon("chevron-down"))


def _place_meant(piece: str, found: Sequence[Suggestion], offered: Sequence[Suggestion]) -> int | None:
    """Return the place of the suggestion that what was typed is the beginning of, or None.

    One spelled alike but for its case comes first; a word that is there already is not completed.
    """
    typed = fold(piece)
    if not typed or any(suggestion.text == piece for suggestion in found):
        return None
    if any(suggestion.is_guess for suggestion in offered):
        return None
    keys = [fold(suggestion.text) for suggestion in offered]
    if typed in keys:
        return keys.index(typed)
    if len(keys) == 1:
        return 0
    return next((place for place, key in enumerate(keys) if key.startswith(typed)), None)


# As in job_kinds.split_jobs: the comma of "0,8" does not separate.
_BEFORE = re.compile(r"(?:.*(?:;|(?<!\d),|,(?!\d)))?\s*", re.DOTALL)
_AFTER = re.compile(r"(?:;|(?<!\d),|,(?!\d))")


class JobsEdit(SuggestEdit):
    """Completes the job under the cursor and leaves the others alone."""

    def piece(self) -> str:
        """Return the job under the cursor, of those parted by commas."""
        start, end = self._bounds()
        return self.text()[start:end].strip()

    def take(self, suggestion: Suggestion) -> None:
        """Put a suggestion in the place of the job under the cursor."""
        start, end = self._bounds()
        head, tail = self.text()[:start], self.text()[end:]
        # At the end of the line the next job can be typed at once; `tidy` takes the comma back.
        written = head + suggestion.text + (tail or ", ")
        self.setText(written)
        self.setCursorPosition(len(head) + len(suggestion.text) + (0 if tail else 2))

    def tidy(self) -> None:
        """Take away a comma that nothing follows."""
        text = self.text().rstrip(" ,;")
        if text != self.text():
            self.setText(text)

    def _bounds(self) -> tuple[int, int]:
        text, cursor = self.text(), self.cursorPosition()
        before = _BEFORE.match(text[:cursor])
        start = before.end() if before is not None else 0
        after = _AFTER.search(text, cursor)
        return start, after.start() if after is not None else len(text)
