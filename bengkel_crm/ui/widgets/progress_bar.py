"""How far a piece of work is."""

from PySide6.QtWidgets import QProgressBar, QWidget

from bengkel_crm.ui.widgets.texts import Speaks


class ProgressBar(Speaks, QProgressBar):
    """Is there while something is under way; how far that is shows as soon as somebody knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.put_text(self.setAccessibleName, "Progress")
        self.hide()

    def set_under_way(self, is_under_way: bool) -> None:
        """Appear for another piece of work, or go."""
        self.setRange(0, 0)
        self.setVisible(is_under_way)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much is done; before the first of it nobody knows how long it takes."""
        if done:
            self.setRange(0, 1000)
            self.setValue(round(1000 * done / total))
