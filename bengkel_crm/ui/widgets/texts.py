"""Texts that are said once: a widget shows them now, and again by itself when the language changes."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

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


class Speaks(_Widget):
    """Stands before the Qt class of a widget; takes English texts and shows them translated."""

    _said: list[Callable[[], object]]

    def put_text(self, put: Callable[..., object], *texts: str) -> None:
        """Give texts to a setter, in the present language, now and after each change of it."""
        self.put_again(lambda: put(*(self.tr(text) for text in texts)))

    def put_again(self, put: Callable[[], object]) -> None:
        """Call what shows texts now, and after each change of the language."""
        if not hasattr(self, "_said"):
            self._said = []
        self._said.append(put)
        put()

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
            for put in getattr(self, "_said", ()):
                put()
