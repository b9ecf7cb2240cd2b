"""Proof that no English is left on an Indonesian screen, and that every widget has a name."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTranslator
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from bengkel_crm.base.languages import language_file

_INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


class Recorder(QTranslator):
    """Asked before all others; notes what was asked and has no Indonesian."""

    def __init__(self) -> None:
        super().__init__()
        self.missing: set[tuple[str, str]] = set()
        self._same: set[str] = set()
        self._known = []
        for name in ("messages.qm", "qtbase.qm"):
            known = QTranslator()
            assert known.load(str(language_file("id", name))), name
            self._known.append(known)

    def isEmpty(self) -> bool:
        return False

    def translate(  # type: ignore[override]
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        answers = [known.translate(context, text, disambiguation, n) for known in self._known]
        if text in answers:
            # "Excel" is "Excel": `tr` takes it for no answer, and asks the base classes too.
            self._same.add(text)
        if text and not any(answers) and text not in self._same:
            self.missing.add((context, text))
        # An empty text would end the search; None sends it on to the real translators.
        return None


def say_again(*widgets: QWidget) -> None:
    """Tell widgets that the language changed, as Qt does."""
    for widget in widgets:
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))


@contextmanager
def recording() -> Iterator[Recorder]:
    """Record what is asked for while the body runs."""
    recorder = Recorder()
    QCoreApplication.installTranslator(recorder)
    try:
        yield recorder
    finally:
        QCoreApplication.removeTranslator(recorder)


def english_shown(root: QWidget) -> list[str]:
    """Return the texts of `root` and all below it that stand there in English though we have Indonesian."""
    english = _english_texts()
    return sorted({text for text in shown_texts(root) if text in english})


def told_apart(file: Path) -> set[str]:
    """Return every text of a file of messages in English and in its own language, of more than one letter."""
    messages = list(ElementTree.parse(file).iter("message"))
    sources = {message.findtext("source", "") for message in messages}
    translations = {message.findtext("translation", "").strip() for message in messages}
    return {text for text in sources | translations if sum(map(str.isalpha, text)) > 1}


def unnamed(root: QWidget) -> list[str]:
    """Return the interactive widgets of `root` that a screen reader could not name."""
    return [
        f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}"
        for widget in _widgets(root)
        if isinstance(widget, _INTERACTIVE) and not _is_a_part(widget) and not _name_of(widget)
    ]


def _english_texts() -> set[str]:
    tree = ElementTree.parse(language_file("id", "messages.ts"))
    found, shared = set(), set()
    for message in tree.iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        assert translation is not None
        translated = translation.text or translation.findtext("numerusform", "")
        (shared if translated.strip() == source else found).add(source)
    return found - shared


def _widgets(root: QWidget) -> Iterator[QWidget]:
    yield root
    yield from root.findChildren(QWidget)


def shown_texts(root: QWidget) -> Iterator[str]:
    """Return every text that `root` and all below it show or tell a screen reader."""
    for widget in _widgets(root):
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
    yield from (action.text() for action in root.findChildren(QAction))


def _name_of(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def _is_a_part(widget: QWidget) -> bool:
    """Return whether a widget is the inside of another one, which has the name."""
    parent = widget.parent()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QAbstractItemView):
            return True
        if isinstance(parent, QLineEdit) and isinstance(widget, QAbstractButton):
            return True
        parent = parent.parent()
    return widget.objectName().startswith("qt_")
