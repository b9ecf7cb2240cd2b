"""The look at a paper: its pages, how large they are, and how far the work on it is."""

from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, Stretch, in_column, in_row
from bengkel_crm.ui.widgets.pdf_view import PdfView
from bengkel_crm.ui.widgets.progress_bar import ProgressBar
from bengkel_crm.ui.widgets.texts import Speaks


class PaperLook(Speaks, QWidget):
    """Below the page stands either how to turn it, or the bar with the way to stop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PdfView()
        self.bar = ProgressBar()
        self.stop = self.worded(KeyButton(kind=ButtonKind.LINK), "Stop")
        self._pages = TextLabel("", TextRole.BODY, "text2")
        self._earlier = self.named(KeyButton("", "chevron-left", kind=ButtonKind.LINK), "The page before")
        self._later = self.named(KeyButton("", "chevron-right", kind=ButtonKind.LINK), "The next page")
        self._smaller = self.named(KeyButton("", "minus", kind=ButtonKind.LINK), "Smaller")
        self._larger = self.named(KeyButton("", "plus", kind=ButtonKind.LINK), "Larger")
        self._is_at_work = False
        foot = in_row(
            Stretch(),
            self._earlier,
            self._pages,
            self._later,
            12,
            self._smaller,
            self._larger,
            Grow(self.bar, 4),
            self.stop,
            Stretch(),
            spacing=8,
        )
        in_column(Grow(self.view), foot, on=self, spacing=6, margins=(0, 0, 0, 0))
        self._earlier.clicked.connect(lambda: self.view.turn(-1))
        self._later.clicked.connect(lambda: self.view.turn(1))
        self._smaller.clicked.connect(lambda: self.view.zoom(-1))
        self._larger.clicked.connect(lambda: self.view.zoom(1))
        self.view.turned.connect(self._show_state)
        self.put_again(self._show_state)

    def show_work(self, is_at_work: bool) -> None:
        """Show that the paper is written or handed out just now, or no longer."""
        self._is_at_work = is_at_work
        self.bar.set_under_way(is_at_work)
        self._show_state()

    def _show_state(self) -> None:
        pages, page = self.view.pages(), self.view.page()
        has_page = not self._is_at_work and pages > 0
        self.stop.setVisible(self._is_at_work)
        for part in (self._earlier, self._later, self._pages, self._smaller, self._larger):
            part.setVisible(has_page)
        self._pages.setText(self.tr("Page {0} of {1}").format(page, pages))
        self._earlier.setEnabled(page > 1)
        self._later.setEnabled(page < pages)
        self._smaller.setEnabled(self.view.zoom_percent() > 100)
