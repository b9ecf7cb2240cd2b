"""How large a dialog opens: as it wants to be, and never larger than the screen."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.look.theme import theme

# What the desktop draws around a window.
_FRAME = QSize(16, 48)


def available(widget: QWidget) -> QSize:
    """Return what the screen of a widget has for windows."""
    return widget.screen().availableGeometry().size()


def room_for(dialog: QWidget) -> QSize:
    """Return how large a dialog may be at most."""
    return available(dialog) - _FRAME


def open_at(dialog: QWidget, width_px: int, height_px: int) -> None:
    """Give a dialog a size, as it is at 100 %, or as much of it as the screen has."""
    wanted = QSize(theme().px(width_px), theme().px(height_px))
    dialog.resize(wanted.boundedTo(room_for(dialog)))
