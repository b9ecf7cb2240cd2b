"""The pages of the window: each is built when it is first shown, and kept."""

from collections.abc import Iterable
from importlib import import_module
from typing import cast

from PySide6.QtWidgets import QStackedWidget

from bengkel_crm.ui.shell.shell import Page, Shell
from bengkel_crm.ui.window.pages import PageEntry


class PageStack(QStackedWidget):
    """Shows one page; `shell` is what a page is built with."""

    def __init__(self, shell: Shell, entries: Iterable[PageEntry]) -> None:
        super().__init__()
        self._shell = shell
        self.entries = {entry.key: entry for entry in entries}
        self._pages: dict[str, Page] = {}

    def bring(self, key: str) -> Page:
        """Put a page in front and return it."""
        page = self._pages.get(key)
        if page is None:
            page = self._build(self.entries[key])
        self.setCurrentWidget(page)
        return page

    def built(self) -> tuple[Page, ...]:
        """Return the pages that were shown so far."""
        return tuple(self._pages.values())

    def front(self) -> Page:
        """Return the page in front; the first one where none was shown yet."""
        return self.bring(self.front_key())

    def front_key(self) -> str:
        """Return the key of the page in front; of the first one where none was shown yet."""
        front = self.currentWidget()
        return next((key for key, page in self._pages.items() if page is front), next(iter(self.entries)))

    def front_title(self) -> str:
        """Return what the page in front is called."""
        return self.entries[self.front_key()].title()

    def _build(self, entry: PageEntry) -> Page:
        module, _, name = entry.factory.partition(":")
        page = cast(Page, getattr(import_module(module), name)(self._shell))
        self._pages[entry.key] = page
        self.addWidget(page)
        if self._shell.is_open:
            page.shop_opened()
        return page
