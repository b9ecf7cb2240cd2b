"""Why a book was not taken, in words."""

from collections.abc import Callable, Mapping

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import translate

# {0} is the book. A kind without its own line says what the kind above it says.
_SENTENCES: Mapping[type[errors.BookError], Callable[[], str]] = {
    errors.BookProtected: lambda: translate(
        "Errors",
        "The workbook {0} is protected by a password. Nothing was imported. "
        "Open it in Excel, take the password away, save it and try again.",
    ),
    errors.BookIsWebPage: lambda: translate(
        "Errors",
        "{0} is a web page with the name of a workbook. Nothing was imported. "
        "Open it in Excel, save it as .xlsx and try again.",
    ),
    errors.BookTooLarge: lambda: translate(
        "Errors",
        "The workbook {0} is larger than a workshop's book can be. Nothing was imported. "
        "Split it into several files.",
    ),
    errors.BookHostile: lambda: translate(
        "Errors",
        "The workbook {0} is built in a way that could harm this computer. Nothing was imported. "
        "Save it anew in Excel and try again.",
    ),
    errors.BookNotRecognised: lambda: translate(
        "Errors",
        "No sheet of {0} has a row of titles with a plate number. Nothing was imported. "
        "Write a title above each column and try again.",
    ),
    errors.BookError: lambda: translate(
        "Errors",
        "The workbook {0} can not be read. Nothing was imported. "
        "Open it in Excel, save it as .xlsx and try again.",
    ),
}


def describe_book_error(error: errors.BookError) -> str:
    """Return why a book was not taken, and what to do with it now."""
    if isinstance(error, errors.BookNotRecognised) and error.titles is not None:
        return _describe_unknown(error)
    sentence = next(_SENTENCES[kind] for kind in type(error).__mro__ if kind in _SENTENCES)
    return sentence().format(error.path)


def _describe_unknown(error: errors.BookNotRecognised) -> str:
    """Return what was seen of a book in which nothing can be taken over, and what is missing."""
    window = translate(
        "Errors",
        "In the window, under Import, you can point at the row of titles and say what each column is.",
    )
    if error.not_plates:
        text = translate(
            "Errors", "Under “{1}” in {0} stand no plates, so nothing tells which vehicles are meant."
        ).format(error.path, error.not_plates)
    elif error.titles:
        text = translate(
            "Errors",
            "{0} has the titles {1}, but no column of plates, none of customers with their phones, "
            "and none of goods with their prices.",
        ).format(error.path, ", ".join(f"“{title}”" for title in error.titles))
    else:
        text = translate(
            "Errors",
            "In {0} no row of titles was found, and the columns do not show by themselves what they are.",
        ).format(error.path)
    if error.others:
        told = translate("Errors", "Not understood: {0}.").format(", ".join(error.others))
        text = f"{text} {told}"
    return " ".join((text, translate("Errors", "Nothing was imported."), window))
