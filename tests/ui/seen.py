"""Find a widget as a person does: by what stands on it, or by what a screen reader says of it."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

W = TypeVar("W", bound=QWidget)


def named(root: QWidget, kind: type[W], name: str) -> W:
    """Return the one widget of a kind with this spoken name."""
    found = [widget for widget in root.findChildren(kind) if widget.accessibleName() == name]
    assert len(found) == 1, (name, sorted(widget.accessibleName() for widget in root.findChildren(kind)))
    return found[0]


def button(root: QWidget, text: str) -> QAbstractButton:
    """Return the one button on which this stands, or whose spoken name it is; a count may follow it."""
    found = [
        one
        for one in root.findChildren(QAbstractButton)
        if text in (one.text(), one.accessibleName()) or one.text().startswith(f"{text} (")
    ]
    assert len(found) == 1, (text, [one.text() for one in root.findChildren(QAbstractButton)])
    return found[0]


def says(root: QWidget, text: str) -> bool:
    """Return whether a label in sight says this."""
    return any(text in label.text() for label in root.findChildren(QLabel) if label.isVisible())
