"""What every step of the wizard answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.widgets.texts import Speaks


class Step(Speaks, QWidget):
    """`changed`: something the frame shows is different. `go_on_wanted`: the step is through."""

    changed = Signal()

    def title(self) -> str:
        """Return the step's heading."""
        return ""

    def caption(self) -> str:
        """Return the line under the heading."""
        return ""

    def go_on_words(self) -> str:
        """Return what the primary button says."""
        return ""

    def may_go_on(self) -> bool:
        """Return whether the next step may come."""
        return True

    def take_focus(self) -> None:
        """Put the focus where work begins."""
