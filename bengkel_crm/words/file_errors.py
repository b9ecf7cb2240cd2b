"""What a file of the shop, or another file that is written, refused to do, in words."""

from collections.abc import Callable, Mapping

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import translate

# {0} is the file, {1} what is known besides. A kind without its own line says what the kind above it says.
_SENTENCES: Mapping[type[errors.ShopFileError], Callable[[], str]] = {
    errors.DriveGone: lambda: translate(
        "Errors",
        "The drive with {0} is gone: was the stick pulled out? Nothing was written. "
        "Plug it in and try again.",
    ),
    errors.FileMissing: lambda: translate(
        "Errors", "The file {0} is not there. Nothing was changed. Check its name and folder."
    ),
    errors.UnusableName: lambda: translate(
        "Errors", "No file can be named {0}. Nothing was written. Choose a shorter and plainer name."
    ),
    errors.NotOurExport: lambda: translate(
        "Errors",
        "The file {0} is no export of this program. It was left as it is. Choose another name; "
        "on the command line --replace takes its place all the same.",
    ),
    errors.FileExists: lambda: translate(
        "Errors", "There is a file {0} already. It was left as it is. Choose another name."
    ),
    errors.EmptyFile: lambda: translate(
        "Errors",
        "The file {0} is empty, most likely a copy that broke off. It was left as it is. "
        "Use another copy, or restore a backup.",
    ),
    errors.NotADatabase: lambda: translate(
        "Errors",
        "The file {0} does not hold data of this program. It was left as it is. Choose another file.",
    ),
    errors.ForeignDatabase: lambda: translate(
        "Errors",
        "The file {0} belongs to another program. It was left as it is. Choose another file.",
    ),
    errors.NewerFile: lambda: translate(
        "Errors",
        "The file {0} was written by a newer version of this program. It was left as it is. "
        "Install the newer version to open it.",
    ),
    errors.AlteredFile: lambda: translate(
        "Errors",
        "The file {0} was altered by another program: {1}. Nothing is written to it any more. "
        "Restore the last backup, and keep the altered file.",
    ),
    errors.DamagedIndex: lambda: translate(
        "Errors",
        "An index of the file {0} is damaged, what was entered is all there. Nothing is written to "
        "it until the index is made anew: Settings, Backups, Check the file; or on the command line "
        "check --repair.",
    ),
    errors.DamagedFile: lambda: translate(
        "Errors",
        "The file {0} is damaged. Nothing is written to it any more. Restore the last backup, "
        "and keep the damaged file.",
    ),
    errors.UnreadableRow: lambda: translate(
        "Errors",
        "In the file {0} stands something that can not be read: {1}. What else was saved is safe. "
        "Restore the last backup, or ask for help with this line.",
    ),
    errors.StoppedByScanner: lambda: translate(
        "Errors",
        "The virus scanner stopped {0}. Nothing was saved. "
        "Allow this program there, or choose another folder.",
    ),
    errors.ReadOnlyPlace: lambda: translate(
        "Errors",
        "The file {0} or its folder is write-protected. Nothing was saved. "
        "Allow writing there, or choose another folder.",
    ),
    errors.DiskFull: lambda: translate(
        "Errors",
        "The disk of {0} is full. Nothing new is saved, everything before is safe. "
        "Free some space and try again.",
    ),
    errors.OpenElsewhere: lambda: translate(
        "Errors",
        "The file {0} is open in Excel or another program. Close it there, or choose another name; "
        "nothing was written.",
    ),
    errors.FileBusy: lambda: translate(
        "Errors",
        "Another program is using the file {0}. What was just entered is not saved. "
        "Wait a moment and try again.",
    ),
    errors.LogTakenAway: lambda: translate(
        "Errors",
        "Not saved! Another program took away the file {0}-wal and wrote into the shop's file. What "
        "was just entered is still here: save it again. Look whether the last entries are there; a "
        "copy with them is {1}.",
    ),
    errors.AlreadyOpen: lambda: translate(
        "Errors",
        "The file {0} is already open in another window. Nothing was changed. "
        "Use that window, or close it first.",
    ),
    errors.UnsafeSettings: lambda: translate(
        "Errors",
        "The disk of {0} can not keep data safe through a power cut. Nothing was changed. "
        "Put the file on a local disk.",
    ),
    errors.BackupFailed: lambda: translate(
        "Errors",
        "The backup {0} is not complete and was discarded. The shop's data are safe. "
        "Choose another disk and make the backup again.",
    ),
    errors.ShopFileError: lambda: translate(
        "Errors",
        "The disk refused to read or write {0}. Nothing new is saved, "
        "everything before is safe. Check the disk and try again.",
    ),
}


def describe_file_error(error: errors.ShopFileError) -> str:
    """Return what happened to a file, what it means for the data, what to do now."""
    match error:
        case errors.ShopFileLost():
            return _describe_lost(error)
        case errors.LogTakenAway(detail=""):
            return translate(
                "Errors",
                "Not saved! Another program took away the file {0}-wal, which the window saves into. "
                "What was just entered is still here: save it again. "
                "Keep such programs away from the shop's folder.",
            ).format(error.path)
    sentence = next(_SENTENCES[kind] for kind in type(error).__mro__ if kind in _SENTENCES)
    return sentence().format(error.path, error.detail)


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
