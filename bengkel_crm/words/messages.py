"""Every expected error in words: what happened, what it means for the data, what to do now.

The window and the command line both say these.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import translate

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
            return _describe_file(error)
        case errors.BookError():
            return _describe_book(error)
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


def _describe_file(error: errors.ShopFileError) -> str:
    match error:
        case errors.ShopFileLost():
            return _describe_lost(error)
        case errors.DriveGone():
            text = translate(
                "Errors",
                "The drive with {0} is gone: was the stick pulled out? Nothing was written. "
                "Plug it in and try again.",
            )
        case errors.FileMissing():
            text = translate(
                "Errors", "The file {0} is not there. Nothing was changed. Check its name and folder."
            )
        case errors.UnusableName():
            text = translate(
                "Errors", "No file can be named {0}. Nothing was written. Choose a shorter and plainer name."
            )
        case errors.NotOurExport():
            text = translate(
                "Errors",
                "The file {0} is no export of this program. It was left as it is. Choose another name; "
                "on the command line --replace takes its place all the same.",
            )
        case errors.FileExists():
            text = translate(
                "Errors", "There is a file {0} already. It was left as it is. Choose another name."
            )
        case errors.EmptyFile():
            text = translate(
                "Errors",
                "The file {0} is empty, most likely a copy that broke off. It was left as it is. "
                "Use another copy, or restore a backup.",
            )
        case errors.NotADatabase():
            text = translate(
                "Errors",
                "The file {0} does not hold data of this program. It was left as it is. Choose another file.",
            )
        case errors.ForeignDatabase():
            text = translate(
                "Errors",
                "The file {0} belongs to another program. It was left as it is. Choose another file.",
            )
        case errors.NewerFile():
            text = translate(
                "Errors",
                "The file {0} was written by a newer version of this program. It was left as it is. "
                "Install the newer version to open it.",
            )
        case errors.AlteredFile():
            text = translate(
                "Errors",
                "The file {0} was altered by another program: {1}. Nothing is written to it any more. "
                "Restore the last backup, and keep the altered file.",
            )
            return text.format(error.path, error.detail)
        case errors.DamagedIndex():
            text = translate(
                "Errors",
                "An index of the file {0} is damaged, what was entered is all there. Nothing is written to "
                "it until the index is made anew: Settings, Backups, Check the file; or on the command line "
                "check --repair.",
            )
        case errors.DamagedFile():
            text = translate(
                "Errors",
                "The file {0} is damaged. Nothing is written to it any more. Restore the last backup, "
                "and keep the damaged file.",
            )
        case errors.UnreadableRow():
            text = translate(
                "Errors",
                "In the file {0} stands something that can not be read: {1}. What else was saved is safe. "
                "Restore the last backup, or ask for help with this line.",
            )
            return text.format(error.path, error.detail)
        case errors.StoppedByScanner():
            text = translate(
                "Errors",
                "The virus scanner stopped {0}. Nothing was saved. "
                "Allow this program there, or choose another folder.",
            )
        case errors.ReadOnlyPlace():
            text = translate(
                "Errors",
                "The file {0} or its folder is write-protected. Nothing was saved. "
                "Allow writing there, or choose another folder.",
            )
        case errors.DiskFull():
            text = translate(
                "Errors",
                "The disk of {0} is full. Nothing new is saved, everything before is safe. "
                "Free some space and try again.",
            )
        case errors.OpenElsewhere():
            text = translate(
                "Errors",
                "The file {0} is open in Excel or another program. Close it there, or choose another name; "
                "nothing was written.",
            )
        case errors.FileBusy():
            text = translate(
                "Errors",
                "Another program is using the file {0}. What was just entered is not saved. "
                "Wait a moment and try again.",
            )
        case errors.LogTakenAway(detail=""):
            text = translate(
                "Errors",
                "Not saved! Another program took away the file {0}-wal, which the window saves into. "
                "What was just entered is still here: save it again. "
                "Keep such programs away from the shop's folder.",
            )
        case errors.LogTakenAway():
            text = translate(
                "Errors",
                "Not saved! Another program took away the file {0}-wal and wrote into the shop's file. What "
                "was just entered is still here: save it again. Look whether the last entries are there; a "
                "copy with them is {1}.",
            )
            return text.format(error.path, error.detail)
        case errors.AlreadyOpen():
            text = translate(
                "Errors",
                "The file {0} is already open in another window. Nothing was changed. "
                "Use that window, or close it first.",
            )
        case errors.UnsafeSettings():
            text = translate(
                "Errors",
                "The disk of {0} can not keep data safe through a power cut. Nothing was changed. "
                "Put the file on a local disk.",
            )
        case errors.BackupFailed():
            text = translate(
                "Errors",
                "The backup {0} is not complete and was discarded. The shop's data are safe. "
                "Choose another disk and make the backup again.",
            )
        case _:
            text = translate(
                "Errors",
                "The disk refused to read or write {0}. Nothing new is saved, "
                "everything before is safe. Check the disk and try again.",
            )
    return text.format(error.path)


def _describe_lost(error: errors.ShopFileLost) -> str:
    if not error.detail:
        return translate(
            "Errors",
            "The shop's file {0} is not there, but it has been. Nothing was changed. Restore a copy of it.",
        ).format(error.path)
    return translate(
        "Errors",
        "The shop's file {0} is not there, but copies of it are. Nothing was changed. "
        "Restore the newest ({1}).",
    ).format(error.path, error.detail)


def _describe_book(error: errors.BookError) -> str:
    match error:
        case errors.BookProtected():
            text = translate(
                "Errors",
                "The workbook {0} is protected by a password. Nothing was imported. "
                "Open it in Excel, take the password away, save it and try again.",
            )
        case errors.BookIsWebPage():
            text = translate(
                "Errors",
                "{0} is a web page with the name of a workbook. Nothing was imported. "
                "Open it in Excel, save it as .xlsx and try again.",
            )
        case errors.BookTooLarge():
            text = translate(
                "Errors",
                "The workbook {0} is larger than a workshop's book can be. Nothing was imported. "
                "Split it into several files.",
            )
        case errors.BookHostile():
            text = translate(
                "Errors",
                "The workbook {0} is built in a way that could harm this computer. Nothing was imported. "
                "Save it anew in Excel and try again.",
            )
        case errors.BookNotRecognised() if error.titles is not None:
            return _describe_unknown(error)
        case errors.BookNotRecognised():
            text = translate(
                "Errors",
                "No sheet of {0} has a row of titles with a plate number. Nothing was imported. "
                "Write a title above each column and try again.",
            )
        case _:
            text = translate(
                "Errors",
                "The workbook {0} can not be read. Nothing was imported. "
                "Open it in Excel, save it as .xlsx and try again.",
            )
    return text.format(error.path)


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


def _describe_deed(error: errors.ExpectedError) -> str:
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
        case errors.NotFound():
            return translate(
                "Errors",
                "This is no longer there: {0}. Nothing was changed. "
                "It may have been removed; look in the bin.",
            ).format(_named(_THINGS, error.what))
        case errors.ChangedMeanwhile():
            return translate(
                "Errors", "Somebody else changed this meanwhile: {0}. Nothing was written. Look at it again."
            ).format(_named(_THINGS, error.what))
        case errors.NothingToRedo():
            return translate("Errors", "There is nothing to do again.")
        case errors.NothingToUndo():
            return translate("Errors", "There is nothing left to undo.")
        case errors.CannotUndo():
            return translate(
                "Errors",
                "This can not be undone any more, because it was changed again since. Nothing was changed. "
                "Undo the later change first.",
            )
        case errors.TookTooLong():
            return translate(
                "Errors", "This took too long and was stopped. Nothing was changed. Ask for less at a time."
            )
        case errors.PictureTooLarge():
            return translate(
                "Errors", "{0} is too large for a logo ({1} MB). Choose a picture of at most 1 MB."
            ).format(error.name, error.megabytes)
        case errors.NoPicture():
            return translate("Errors", "{0} holds no picture. Choose one that ends in .png or .jpg.").format(
                error.name
            )
        case errors.NothingToPrint():
            return translate("Errors", "There is nobody to put on this paper. No file was written.")
        case errors.Cancelled():
            return translate("Errors", "Cancelled. Nothing was changed.")
        case _:
            return translate("Errors", "This did not work. Nothing was changed. Please try again.")


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
