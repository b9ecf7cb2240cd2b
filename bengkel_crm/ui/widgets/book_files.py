"""Which files can be taken over; loads nothing, for the page that asks before there is a wizard."""

from PySide6.QtGui import QDropEvent

from bengkel_crm.base.i18n import translate

BOOK_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")


def file_filter() -> str:
    """Return the kinds of files that can be taken over, for a file dialog."""
    return translate("ImportWizard", "Books ({0})").format(" ".join(f"*{ending}" for ending in BOOK_ENDINGS))


def dropped_books(event: QDropEvent) -> list[str]:
    """Return the paths of the books that are dropped; none when something else is among them."""
    paths = [url.toLocalFile() for url in event.mimeData().urls()]
    return paths if all(path.lower().endswith(BOOK_ENDINGS) for path in paths) else []
