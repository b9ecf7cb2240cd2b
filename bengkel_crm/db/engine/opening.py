"""Opening a shop file: which files may be opened, and how a new one gets its name."""

import os
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.base.disk import private_folder
from bengkel_crm.db.engine.connection import APPLICATION_ID, SCHEMA_VERSION, Database, storage_errors
from bengkel_crm.db.engine.reading import log_of, marks_in, marks_with_log, size_told


def inspect_file(path: Path) -> int:
    """Return the schema version written in an existing file's header, without opening it as a database.

    Raises:
        EmptyFile, NotADatabase, ForeignDatabase, NewerFile, DamagedFile (cut off): the file was not touched.
    """
    with storage_errors(path):
        if path.exists() and not path.is_file():
            raise errors.NotADatabase(str(path), "not a plain file")
        has_log = log_of(path) is not None
        with path.open("rb") as file:
            header = file.read(100)
            size = os.fstat(file.fileno()).st_size
    if not header:
        raise errors.EmptyFile(str(path))
    version, application = marks_in(header)
    if has_log and application != APPLICATION_ID:
        # A power cut tore the first page while the log was copied into it: the log has it whole.
        version, application = marks_with_log(path)
    if application is None:
        raise errors.NotADatabase(str(path))
    if application != APPLICATION_ID:
        raise errors.ForeignDatabase(str(path), hex(application))
    if version > SCHEMA_VERSION:
        raise errors.NewerFile(str(path), str(version))
    # What a log still holds is not in the file yet, so that a file with one may be short.
    if size < size_told(header) and not has_log:
        raise errors.DamagedFile(str(path), f"{size} of {size_told(header)} bytes")
    return version


def open_database(path: Path, *, leaves_log: bool = False) -> Database:
    """Return the shop file at `path`, connected on this thread; a missing file is made.

    `leaves_log` says that a window has the file open.

    The caller migrates (`migrate.bring_up_to_date`) before it reads.

    Raises:
        ShopFileError: see `inspect_file`; also ReadOnlyPlace, DiskFull, FileBusy, DamagedFile,
            UnsafeSettings.
    """
    if path.exists():
        inspect_file(path)
        if not os.access(path, os.W_OK):
            raise errors.ReadOnlyPlace(str(path))
    if path.parent.exists() and not os.access(path.parent, os.W_OK):
        raise errors.ReadOnlyPlace(str(path.parent))
    with storage_errors(path):
        if not path.parent.exists():
            private_folder(path.parent)  # one that is there already is somebody's, and stays as it is
        database = Database(path, leaves_log=leaves_log)
        try:
            database.connect()
        except BaseException:
            database.close()
            raise
    return database


def publish(part: Path, path: Path) -> None:
    """Give a finished, closed database file its name, unless another process was faster.

    Raises:
        ReadOnlyPlace, DiskFull, StorageFailed
    """
    with storage_errors(path):
        try:
            os.link(part, path)
        except FileExistsError:
            return
        except OSError:  # a stick's file system knows no links
            if not path.exists():
                part.rename(path)


def discard(path: Path) -> None:
    """Remove a database file and what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
