"""What stands on the window, over its page, and can be left for the counter and found again."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.room import open_at
from bengkel_crm.ui.widgets.texts import Speaks

_MARGIN = QSize(16, 16)


class Staged(Speaks, QDialog):
    """Shown by `Forms.show_form`; `key` tells it from the others that stand or wait there."""

    # It is to wait while the clerk does something else.
    left_for_now = Signal()
    # It waits now.
    parked = Signal()
    # It is about to close, and still has the keys.
    ending = Signal()

    def __init__(self, key: str, width_px: int, height_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.first_field: QWidget = self
        self.park_button = KeyButton(translate("Form", "Finish later"), key="F3", kind=ButtonKind.LINK)
        # Tab belongs to the fields; the key is the way.
        self.park_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.park_button.clicked.connect(self.left_for_now)
        self.park_button.hide()
        self._key = key
        self._width_px, self._height_px = width_px, height_px
        open_at(self, width_px, height_px)

    @property
    def key(self) -> str:
        """Return what it is known by: no two of one key are open."""
        return self._key

    @property
    def is_leaving(self) -> bool:
        """Return whether it is saved or thrown away already."""
        return False

    def waiting_title(self) -> str:
        """Return what it is called while it waits; nothing where its draft tells."""
        return ""

    def is_dirty(self) -> bool:
        """Return whether it is worth waiting for."""
        return True

    def keep(self) -> None:
        """Write down what was typed, now."""

    def discard(self) -> None:
        """Leave without asking."""
        self.reject()

    def close_unkept(self) -> None:
        """Close without a word and without touching what is kept of it."""
        self.reject()

    def stage(self) -> QWidget | None:
        """Return what it stands on; None for a window of its own."""
        return None if self.isWindow() else self.parentWidget()

    def fit(self) -> None:
        """Take the room it wants in the middle of its stage, as far as there is room."""
        wanted = QSize(theme().px(self._width_px), theme().px(self._height_px))
        self.take_room(wanted.expandedTo(self.minimumSizeHint()))

    def take_room(self, wanted: QSize) -> None:
        """Stand in the middle of the stage, as large as wanted or as there is room."""
        stage = self.stage()
        if stage is None:
            return
        size = wanted.boundedTo(stage.size() - _MARGIN)
        left, top = (stage.width() - size.width()) // 2, (stage.height() - size.height()) // 2
        self.setGeometry(left, top, size.width(), size.height())
        stage.update()

    # Qt's side

    def done(self, result: int) -> None:
        """Tell that it ends, and close."""
        self.ending.emit()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        # Where it has no place, the key alone is the way.
        has_place = self.park_button.parentWidget() is not None
        self.park_button.setVisible(has_place and self.stage() is not None)
        super().showEvent(event)
