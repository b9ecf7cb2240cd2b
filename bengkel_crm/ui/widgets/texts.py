"""Texts that are said once: a widget shows them now, and again by itself when the language changes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar
from weakref import ref

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class _WithText(Protocol):
    def setText(self, text: str, /) -> None: ...


_Text = TypeVar("_Text", bound=_WithText)
_Named = TypeVar("_Named", bound=QWidget)


class _Said:
    """What shows texts, called again after each change of the language.

    It keeps nobody alive: a widget that stood in a circle with what it says would be taken away by the
    collector, at any moment and in any order, and Qt does not survive that.
    """

    def __init__(self, put: Callable[..., object], texts: tuple[str, ...] | None) -> None:
        self._texts = texts
        owner = getattr(put, "__self__", None)
        if owner is None:
            self._find: Callable[[], Callable[..., object] | None] = lambda: put
            return
        reference, name = ref(owner), put.__name__

        def find() -> Callable[..., object] | None:
            there = reference()
            return None if there is None else getattr(there, name)

        self._find = find

    def show(self, translated: Callable[[str], str]) -> None:
        """Say the texts in the present language, unless who says them is gone."""
        put = self._find()
        if put is not None:
            put(*map(translated, self._texts or ()))


class Speaks(_Widget):
    """Stands before the Qt class of a widget; takes English texts and shows them translated."""

    _said: list[_Said]

    def put_text(self, put: Callable[..., object], *texts: str) -> None:
        """Give texts to a setter, in the present language, now and after each change of it."""
        self._remember_said(_Said(put, texts))

    def put_again(self, put: Callable[[], object]) -> None:
        """Call what shows texts now, and after each change of the language."""
        self._remember_said(_Said(put, None))

    def worded(self, widget: _Text, text: str) -> _Text:
        """Return the label or button, which says this text."""
        self.put_text(widget.setText, text)
        return widget

    def named(self, widget: _Named, name: str) -> _Named:
        """Return the widget, which has this accessible name."""
        self.put_text(widget.setAccessibleName, name)
        return widget

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt sends some changes before the constructor has run.
        if event.type() == QEvent.Type.LanguageChange:
            for said in getattr(self, "_said", ()):
                said.show(self.tr)

    def _remember_said(self, said: _Said) -> None:
        if not hasattr(self, "_said"):
            self._said = []
        self._said.append(said)
        said.show(self.tr)
