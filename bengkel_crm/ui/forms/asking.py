"""One question at a time, in the line of a form; what was asked once is not asked again."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.forms.form_parts import Answer, FormNotice
from bengkel_crm.ui.look.tokens import Tone


class Asking:
    """Puts the keys on the answers, and back to where they were once it is answered."""

    def __init__(self, notice: FormNotice, keys_at: Callable[[], QWidget | None]) -> None:
        self._notice = notice
        self._keys_at = keys_at
        self._is_open = False
        self._asked_at: QWidget | None = None
        self._asked: set[str] = set()

    def is_open(self) -> bool:
        """Return whether a question waits that typing answers too."""
        return self._is_open

    def was_asked(self, key: str) -> bool:
        """Return whether this was asked before: doing it again says that it is right."""
        return key in self._asked

    def ask(self, words: str, ways: Sequence[Answer], aside: QWidget, key: str = "") -> None:
        """Ask; the last answer gets the keys, `aside` has them until then.

        Leaving a line tidies it, which would count as typing and take the question away again.
        """
        if key:
            self._asked.add(key)
        self._asked_at = self._keys_at()
        aside.setFocus()
        self._is_open = True
        self._say(words, ways)

    def offer(self, words: str, ways: Sequence[Answer]) -> None:
        """Ask what typing does not answer: it stays until one of the ways is taken."""
        self._is_open = False
        self._say(words, ways)

    def tell(self, words: str, tone: Tone, ways: Sequence[Answer] = ()) -> None:
        """Say something in the place of the question."""
        self._is_open = False
        self._notice.say(words, tone, ways)

    def go_on(self) -> None:
        """Take the question away and put the keys back."""
        self._is_open = False
        self._notice.clear()
        if self._asked_at is not None:
            self._asked_at.setFocus()

    def typed(self) -> None:
        """Take away what typing answers, and what was only said."""
        if self._is_open or not self._notice.answers():
            self._is_open = False
            self._notice.clear()

    def _say(self, words: str, ways: Sequence[Answer]) -> None:
        self._notice.say(words, Tone.WARN, ways)
        self._notice.answers()[-1].setFocus()
