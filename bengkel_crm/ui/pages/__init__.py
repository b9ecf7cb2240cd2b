"""One file a page, and the list of them all."""

from collections.abc import Callable
from typing import NamedTuple

from bengkel_crm.i18n import translate


class PageEntry(NamedTuple):
    """`factory` is "module:Class": a page's module is imported when the page is first shown."""

    key: str
    icon: str
    title: Callable[[], str]
    factory: str
    at_bottom: bool = False


# In the order of Alt+1, Alt+2 …; the first is shown when the window opens.
PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        "counter",
        "search",
        lambda: translate("Pages", "Counter"),
        "bengkel_crm.ui.pages.counter:CounterPage",
    ),
    PageEntry(
        "reminders",
        "bell",
        lambda: translate("Pages", "Reminders"),
        "bengkel_crm.ui.pages.reminders:RemindersPage",
    ),
    PageEntry(
        "settings",
        "gear",
        lambda: translate("Pages", "Settings"),
        "bengkel_crm.ui.pages.settings:SettingsPage",
        at_bottom=True,
    ),
)
