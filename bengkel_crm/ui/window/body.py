"""What stands in the window, from top to bottom: banners, the rail and the pages, the line at the foot."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.widgets.layouts import Grow, in_column, in_row
from bengkel_crm.ui.window.page_stack import PageStack
from bengkel_crm.ui.window.rail import Rail

if TYPE_CHECKING:
    from bengkel_crm.ui.window.status_strip import StatusStrip


class WindowBody(QWidget):
    """The line at the foot is built after the first paint; its place is kept until then."""

    # The way out of the sample shop was taken.
    demo_left = Signal()

    def __init__(self, rail: Rail, pages: PageStack) -> None:
        super().__init__()
        self.is_demo = False
        self._rail = rail
        self._pages = pages
        self._foot = QFrame()
        self._foot.setObjectName("status")
        self._foot.setFixedHeight(theme().px(24) + 2)
        beside = in_row(rail, Grow(pages), spacing=0)
        self._column = in_column(Grow(beside), self._foot, on=self, spacing=0, margins=(0, 0, 0, 0))
        for key, entry in pages.entries.items():
            rail.add_page(key, entry.icon, at_bottom=entry.at_bottom)

    @cached_property
    def status(self) -> "StatusStrip":
        """The line at the foot of the window."""
        from bengkel_crm.ui.window.status_strip import StatusStrip

        status = StatusStrip()
        self._column.replaceWidget(self._foot, status)
        self._foot.deleteLater()
        return status

    def name_pages(self) -> None:
        """Say what the pages are called, and by which keys they come."""
        for number, (key, entry) in enumerate(self._pages.entries.items(), start=1):
            self._rail.set_words(key, entry.title(), f"Alt+{number}")

    def show_demo(self) -> None:
        """Say above every page that this shop is made up."""
        from bengkel_crm.ui.window.banners import DemoBanner

        self.is_demo = True
        banner = DemoBanner()
        banner.left.connect(self.demo_left)
        self._put_above(banner)

    def show_looking(self, path: Path) -> None:
        """Say above every page that the file can only be looked at."""
        from bengkel_crm.ui.window.banners import LookingBanner

        self._put_above(LookingBanner(path))

    def _put_above(self, banner: QWidget) -> None:
        self._column.insertWidget(0, banner)
        banner.show()
