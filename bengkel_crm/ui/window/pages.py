"""One file a page, and the list of them all."""

from collections.abc import Callable
from typing import NamedTuple

from bengkel_crm.base.i18n import translate


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
        "bengkel_crm.ui.counter.counter_page:CounterPage",
    ),
    PageEntry(
        "vehicles",
        "vehicles",
        lambda: translate("Pages", "Vehicles"),
        "bengkel_crm.ui.vehicles.vehicles_page:VehiclesPage",
    ),
    PageEntry(
        "work_orders",
        "work-order",
        lambda: translate("Pages", "Work orders"),
        "bengkel_crm.ui.work_orders.work_orders_page:WorkOrdersPage",
    ),
    PageEntry(
        "reminders",
        "bell",
        lambda: translate("Pages", "Reminders"),
        "bengkel_crm.ui.reminders.reminders_page:RemindersPage",
    ),
    PageEntry(
        "import",
        "sheet",
        lambda: translate("Pages", "Excel"),
        "bengkel_crm.ui.exchange.excel_page:ExcelPage",
    ),
    PageEntry(
        "settings",
        "gear",
        lambda: translate("Pages", "Settings"),
        "bengkel_crm.ui.settings.settings_page:SettingsPage",
        at_bottom=True,
    ),
)
