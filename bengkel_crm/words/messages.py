"""Every expected error in words: what happened, what it means for the data, what to do now.

The window and the command line both say these.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import translate
from bengkel_crm.words.book_errors import describe_book_error
from bengkel_crm.words.file_errors import describe_file_error

if TYPE_CHECKING:
    # Only to be named: the window is painted before the records are loaded.
    from bengkel_crm.records.journal import Change

# What may be missing or unreadable; any other field is called as it is declared.
_FIELDS = {
    "plate": lambda: translate("Fields", "plate"),
    "typed": lambda: translate("Fields", "phone"),
    "brand": lambda: translate("Fields", "make"),
    "number": lambda: translate("Fields", "number"),
    "symptom": lambda: translate("Fields", "complaint"),
    "remark": lambda: translate("Fields", "remark"),
    "content": lambda: translate("Fields", "text"),
    "keywords": lambda: translate("Fields", "words"),
    "shop_address": lambda: translate("Fields", "address"),
    "shop_phone": lambda: translate("Fields", "phone"),
    "shop_whatsapp": lambda: translate("Fields", "WhatsApp"),
    "name": lambda: translate("Fields", "name"),
    "text": lambda: translate("Fields", "text"),
    "lines": lambda: translate("Fields", "work done"),
    "odometer_km": lambda: translate("Fields", "kilometres"),
    "date": lambda: translate("Fields", "date"),
    "stnk_tax_on": lambda: translate("Fields", "date"),
    "plate_expires_on": lambda: translate("Fields", "date"),
    "sold_on": lambda: translate("Fields", "date"),
    "gone_on": lambda: translate("Fields", "date"),
    "no_contact_since": lambda: translate("Fields", "date"),
    "promotion_consent_on": lambda: translate("Fields", "date"),
    "year": lambda: translate("Fields", "year"),
    "phone": lambda: translate("Fields", "phone"),
    "phones": lambda: translate("Fields", "phone"),
    "price_rupiah": lambda: translate("Fields", "price"),
    "quantity": lambda: translate("Fields", "quantity"),
    "total_rupiah": lambda: translate("Fields", "total"),
    "mechanic": lambda: translate("Fields", "mechanic"),
    "shop_name": lambda: translate("Fields", "name of the workshop"),
    "label_sheet": lambda: translate("Fields", "sheet of labels"),
    "letter_layout": lambda: translate("Fields", "layout of the letters"),
    "months": lambda: translate("Fields", "months"),
    "km": lambda: translate("Fields", "kilometres"),
}
_THINGS = {
    "vehicle": lambda: translate("Fields", "vehicle"),
    "customer": lambda: translate("Fields", "customer"),
    "work_order": lambda: translate("Fields", "work order"),
    "note": lambda: translate("Fields", "note"),
    "mechanic": lambda: translate("Fields", "mechanic"),
    "job_kind": lambda: translate("Fields", "kind of work"),
    "import": lambda: translate("Fields", "import"),
}


def describe_error(error: Exception) -> str:
    """Return what to tell the user, one to three sentences of plain text."""
    match error:
        case errors.ShopFileError():
            return describe_file_error(error)
        case errors.BookError():
            return describe_book_error(error)
        case errors.ExpectedError():
            return _describe_deed(error)
        case _:
            return translate(
                "Errors",
                "Something unexpected happened. Everything saved so far is safe. "
                "Please try again; if it happens once more, close the program and open it again.",
            )


def describe_change(change: "Change") -> str:
    """Return one line that says what was just done: "B 3472 KZR: work order saved"."""
    if change.kind in _COUNTED:
        return _COUNTED[change.kind](int(change.subject))
    return _with_subject(change, _CHANGES.get(change.kind, _changed)())


def describe_undone(change: "Change") -> str:
    """Return one line that says what was just taken back."""
    if change.kind in _COUNTED:
        return translate("Changes", "Undone: {0}").format(_COUNTED[change.kind](int(change.subject)))
    return _with_subject(change, _UNDONE.get(change.kind, _taken_back)())


# What was asked and can not be, where there is nothing to name.
_PLAIN: Mapping[type[errors.ExpectedError], Callable[[], str]] = {
    errors.NothingToRedo: lambda: translate("Errors", "There is nothing to do again."),
    errors.NothingToUndo: lambda: translate("Errors", "There is nothing left to undo."),
    errors.CannotUndo: lambda: translate(
        "Errors",
        "This can not be undone any more, because it was changed again since. Nothing was changed. "
        "Undo the later change first.",
    ),
    errors.TookTooLong: lambda: translate(
        "Errors", "This took too long and was stopped. Nothing was changed. Ask for less at a time."
    ),
    errors.NothingToPrint: lambda: translate(
        "Errors", "There is nobody to put on this paper. No file was written."
    ),
    errors.Cancelled: lambda: translate("Errors", "Cancelled. Nothing was changed."),
    errors.ExpectedError: lambda: translate(
        "Errors", "This did not work. Nothing was changed. Please try again."
    ),
}


def _describe_deed(error: errors.ExpectedError) -> str:
    """Return what is wrong with what was entered, or else with what it was entered for."""
    match error:
        case errors.DuplicatePlate():
            return translate(
                "Errors", "{0} is registered already. Nothing was saved. Open its card instead."
            ).format(error.plate)
        case errors.DuplicateNumber():
            return translate(
                "Errors", "There is a work order {0} already. Nothing was saved. Choose another number."
            ).format(error.number)
        case errors.MissingField():
            return translate("Errors", "Please fill in: {0}. Nothing was saved yet.").format(
                _field(error.field)
            )
        case errors.InvalidValue():
            return translate(
                "Errors", "“{1}” can not be read as {0}. Nothing was saved yet. Please correct it."
            ).format(_field(error.field), error.value)
        case errors.TooLong():
            return translate(
                "Errors", "{0}: {1} letters, and at most {2} fit. Nothing was saved yet. Please shorten it."
            ).format(_field(error.field), error.length, error.most)
        case errors.PictureTooLarge():
            return translate(
                "Errors", "{0} is too large for a logo ({1} MB). Choose a picture of at most 1 MB."
            ).format(error.name, error.megabytes)
        case errors.NoPicture():
            return translate("Errors", "{0} holds no picture. Choose one that ends in .png or .jpg.").format(
                error.name
            )
    return _describe_meanwhile(error)


def _describe_meanwhile(error: errors.ExpectedError) -> str:
    """Return what became meanwhile of what a deed is about."""
    match error:
        case errors.BuiltOnByAnother():
            return translate(
                "Errors",
                "This can not be undone any more, because the computer {0} wrote about the same since. "
                "Nothing was changed. Correct it by hand.",
            ).format(error.pc)
        case errors.NotFound():
            return translate(
                "Errors",
                "This is no longer there: {0}. Nothing was changed. "
                "It may have been removed; look in the bin.",
            ).format(_named(_THINGS, error.what))
        case errors.NoteChanged():
            return translate(
                "Errors",
                "Somebody else changed this note meanwhile. It says now: “{0}”. "
                "Yours is not saved yet; save it again to put it in its place.",
            ).format(error.text)
        case errors.ChangedMeanwhile():
            return translate(
                "Errors", "Somebody else changed this meanwhile: {0}. Nothing was written. Look at it again."
            ).format(_named(_THINGS, error.what))
    return next(_PLAIN[kind] for kind in type(error).__mro__ if kind in _PLAIN)()


def _changed() -> str:
    return translate("Changes", "saved")


def _taken_back() -> str:
    return translate("Changes", "change undone")


_CHANGES = {
    "work_order_added": lambda: translate("Changes", "work order saved"),
    "work_order_edited": lambda: translate("Changes", "work order changed"),
    "work_order_removed": lambda: translate("Changes", "work order moved to the bin"),
    "vehicle_added": lambda: translate("Changes", "vehicle registered"),
    "vehicle_edited": lambda: translate("Changes", "data changed"),
    "vehicle_removed": lambda: translate("Changes", "vehicle moved to the bin"),
    "owner_changed": lambda: translate("Changes", "owner changed"),
    "customer_edited": lambda: translate("Changes", "data changed"),
    "note_added": lambda: translate("Changes", "note saved"),
    "note_edited": lambda: translate("Changes", "note changed"),
    "note_removed": lambda: translate("Changes", "note moved to the bin"),
    "restored": lambda: translate("Changes", "put back from the bin"),
    "book_imported": lambda: translate("Changes", "book imported"),
    "import_undone": lambda: translate("Changes", "import undone"),
    "contact_added": lambda: translate("Changes", "contact written down"),
    "settings_changed": lambda: translate("Changes", "settings saved"),
    "intervals_changed": lambda: translate("Changes", "intervals saved, everything due worked out anew"),
    "backup_restored": lambda: translate("Changes", "backup restored"),
}
# These tell how many people they are about, not whom.
_COUNTED: Mapping[str, Callable[[int], str]] = {
    "reminders_sent": lambda count: translate("Changes", "%n people reminded", count),
    "outcomes_recorded": lambda count: translate("Changes", "%n outcomes written down", count),
}
_UNDONE = {
    "work_order_added": lambda: translate("Changes", "new work order undone"),
    "work_order_edited": lambda: translate("Changes", "change of the work order undone"),
    "work_order_removed": lambda: translate("Changes", "work order is back"),
    "vehicle_added": lambda: translate("Changes", "registration undone"),
    "vehicle_removed": lambda: translate("Changes", "vehicle is back"),
    "note_added": lambda: translate("Changes", "new note undone"),
    "note_removed": lambda: translate("Changes", "note is back"),
    "book_imported": lambda: translate("Changes", "import undone"),
    "import_undone": lambda: translate("Changes", "import is back"),
    "settings_changed": lambda: translate("Changes", "settings are as before"),
    "intervals_changed": lambda: translate(
        "Changes", "intervals are as before, everything due worked out anew"
    ),
}


def _with_subject(change: "Change", what: str) -> str:
    if not change.subject:
        return what[:1].upper() + what[1:]
    return f"{change.subject}: {what}"


def _field(name: str) -> str:
    """Return what a field is called: in a sentence of its own words, else by its declaration."""
    if name in _FIELDS:
        return _FIELDS[name]()
    # Loaded with the shop's file: the window is painted before.
    from bengkel_crm.schema.tables import TABLES

    labels = (one.label for table in TABLES.values() for told, one in table.stored.items() if told == name)
    label = next(filter(None, labels), "")
    return translate("Export", label) if label else name.replace("_", " ")


def _named(words: Mapping[str, Callable[[], str]], key: str) -> str:
    found = words.get(key)
    return found() if found is not None else key.replace("_", " ")
