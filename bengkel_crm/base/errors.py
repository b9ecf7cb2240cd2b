"""Errors a workshop expects: facts in fields, no sentences. Whoever shows them finds the words."""


class ExpectedError(Exception):
    """A problem the program foresaw; nothing was written when it is raised."""


# The shop file


class ShopFileError(ExpectedError):
    """Something is the matter with the file at `path`; `detail` is for copying into a message."""

    def __init__(self, path: str, detail: str = "") -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


class FileMissing(ShopFileError):
    """There is no file where one was named."""


class ShopFileLost(FileMissing):
    """The shop file is not there, and copies of it are; `detail` is the path of the newest, if any."""


class DriveGone(FileMissing):
    """The drive with the file is not there any more: a stick that was pulled out."""


class UnusableName(ShopFileError):
    """No file can have that name: it is too long, or has letters that the disk does not take."""


class FileExists(ShopFileError):
    """A new file was to be made where one lies already."""


class NotOurExport(FileExists):
    """An export was to take the place of a file that is no older export."""


class EmptyFile(ShopFileError):
    """The file has no bytes: a copy that broke off, most likely."""


class NotADatabase(ShopFileError):
    """The file is text, a picture, anything but a database."""


class ForeignDatabase(ShopFileError):
    """A database of another program."""


class NewerFile(ShopFileError):
    """The file was written by a newer version of this program."""


class DamagedFile(ShopFileError):
    """The database says of itself that it is damaged."""


class DamagedIndex(DamagedFile):
    """An index disagrees with its table, and nothing else is wrong: it can be made anew from the table."""


class AlteredFile(DamagedFile):
    """The file has tables, indexes, triggers or views that this program did not make, or lacks some."""


class UnreadableRow(ShopFileError):
    """The database is sound, and a row in it holds what no program of ours wrote: `detail` names it."""


class ReadOnlyPlace(ShopFileError):
    """The file or its folder may not be written."""


class StoppedByScanner(ReadOnlyPlace):
    """A virus scanner does not let the file be read or written."""


class DiskFull(ShopFileError):
    """There is no room left on the disk."""


class FileBusy(ShopFileError):
    """Another program keeps the file locked."""


class OpenElsewhere(FileBusy):
    """A spreadsheet program has the file open that is to be written."""


class AlreadyOpen(ShopFileError):
    """A second window on the same file."""


class UnsafeSettings(ShopFileError):
    """The database did not take the settings that keep data through a power cut."""


class LogTakenAway(ShopFileError):
    """The log that the window saves into was taken away; `detail` names a copy of what else would be lost."""


class StorageFailed(ShopFileError):
    """The disk or the database failed in a way that has no name of its own."""


class BackupFailed(ShopFileError):
    """A copy was made but did not prove equal to the file."""


# What the clerk does


class DuplicateNumber(ExpectedError):
    """A work order with this number exists already."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class DuplicatePlate(ExpectedError):
    """A vehicle with this plate exists already."""

    def __init__(self, plate: str, vehicle_id: int) -> None:
        super().__init__(plate, vehicle_id)
        self.plate = plate
        self.vehicle_id = vehicle_id


class MissingField(ExpectedError):
    """A field that must be filled is empty; `field` is its name in the record."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class InvalidValue(ExpectedError):
    """A field holds something that can not be read as what it should be."""

    def __init__(self, field: str, value: str) -> None:
        super().__init__(field, value)
        self.field = field
        self.value = value


class TooLong(ExpectedError):
    """A text of `length` letters in a field that takes at most `most`."""

    def __init__(self, field: str, length: int, most: int) -> None:
        super().__init__(field, length, most)
        self.field = field
        self.length = length
        self.most = most


class NotFound(ExpectedError):
    """The record is not there, or no longer."""

    def __init__(self, what: str, key: str) -> None:
        super().__init__(what, key)
        self.what = what
        self.key = key


class ChangedMeanwhile(ExpectedError):
    """The record is no longer as it was when its form was opened; nothing was written."""

    def __init__(self, what: str, which: str) -> None:
        super().__init__(what, which)
        self.what = what
        self.which = which


class NoteChanged(ExpectedError):
    """Somebody else wrote the note over since its editor was opened; `text` is what it says now."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class NothingToRedo(ExpectedError):
    """Nothing was taken back, or something was written since."""


class NothingToUndo(ExpectedError):
    """No deed of this file is left to be taken back."""


class CannotUndo(ExpectedError):
    """A later deed changed the same records."""


class BuiltOnByAnother(ExpectedError):
    """Another PC wrote about the same vehicle or person since."""

    def __init__(self, pc: str) -> None:
        super().__init__(pc)
        self.pc = pc


class Cancelled(ExpectedError):
    """The user pressed Cancel; nothing was written."""


class NoPicture(ExpectedError):
    """A file holds no picture."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class PictureTooLarge(ExpectedError):
    """A picture takes more room than one may, so many megabytes."""

    def __init__(self, name: str, megabytes: int) -> None:
        super().__init__(name, megabytes)
        self.name = name
        self.megabytes = megabytes


class NothingToPrint(ExpectedError):
    """A paper was asked for, and there is nobody to put on it."""


class TookTooLong(ExpectedError):
    """A read lasted longer than the one who asked could wait for."""


# Excel books


class BookError(ExpectedError):
    """A workbook that can not be taken; `detail` is for copying."""

    def __init__(self, path: str, detail: str = "") -> None:
        super().__init__(path, detail)
        self.path = path
        self.detail = detail


class BookUnreadable(BookError):
    """Not a workbook, or a broken one."""


class BookProtected(BookUnreadable):
    """Encrypted: only whoever knows the password can read it."""


class BookIsWebPage(BookUnreadable):
    """A web page or an XML export that a program has named .xls."""


class BookTooLarge(BookError):
    """More bytes, parts, rows or columns than a shop's book can have."""


class BookHostile(BookError):
    """Built to harm: a bomb, a DTD, an external entity."""


class BookNotRecognised(BookError):
    """No table of the book can be taken over.

    `titles` of columns were understood, `others` not; `not_plates` is the title of a column that says plate
    and holds none. `titles` is None where nobody looked.
    """

    def __init__(
        self,
        path: str,
        detail: str = "",
        titles: tuple[str, ...] | None = None,
        others: tuple[str, ...] = (),
        not_plates: str = "",
    ) -> None:
        super().__init__(path, detail)
        self.titles = titles
        self.others = others
        self.not_plates = not_plates
