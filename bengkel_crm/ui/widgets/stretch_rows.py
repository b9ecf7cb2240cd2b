"""Emptying a column before it is filled anew."""

from PySide6.QtWidgets import QLayout


def drop_widgets(layout: QLayout) -> None:
    """Take every widget out of a layout, now for the eye and later for good."""
    while layout.count():
        item = layout.takeAt(0)
        widget = None if item is None else item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
