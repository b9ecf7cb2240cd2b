"""The sample shop's own file: made on first use, apart from the shop's data."""

from contextlib import suppress
from datetime import date
from pathlib import Path

from bengkel_crm.base.errors import FileExists, ShopFileError
from bengkel_crm.db.engine.connection import storage_errors
from bengkel_crm.db.engine.opening import discard, publish
from bengkel_crm.workshop.demo.demo import fill_demo
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop

VEHICLES = 1200
SEED = 1


def open_demo(path: Path, today: date) -> Database:
    """Return the sample shop, connected; it is made first when it is not there.

    Raises:
        ShopFileError: the folder can not be written, the disk is full, and their kin.
    """
    with storage_errors(path):
        is_there = path.exists()
    if not is_there:
        make_demo(path, VEHICLES, SEED, today)
    return open_shop(path, beside=True)


def make_demo(path: Path, vehicles: int, seed: int, today: date) -> None:
    """Make a new file with a sample shop in it.

    Raises:
        FileExists: it was left as it is.
        ShopFileError: as `open_demo`; nothing is left behind.
    """
    with storage_errors(path):
        if path.exists():
            raise FileExists(str(path))
    # Filled under another name, so that a shop half made is never opened.
    part = path.with_name(path.name + ".part")
    try:
        with storage_errors(part):
            discard(part)
            database = open_shop(part)
            try:
                fill_demo(database, vehicles, seed, today=today)
            finally:
                close_shop(database)
            publish(part, path)
            discard(part)
    except ShopFileError as problem:
        with suppress(OSError):
            discard(part)
        # The other name means nothing to whoever reads of it.
        told = str(path) if problem.path == str(part) else problem.path
        raise type(problem)(told, problem.detail) from problem
