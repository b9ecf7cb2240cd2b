"""Which files can be taken over; loads nothing, for the page that asks before there is a wizard."""

from bengkel_crm.i18n import translate

BOOK_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")


def file_filter() -> str:
    """Return the kinds of files that can be taken over, for a file dialog."""
    return translate("ImportWizard", "Books ({0})").format(" ".join(f"*{ending}" for ending in BOOK_ENDINGS))
