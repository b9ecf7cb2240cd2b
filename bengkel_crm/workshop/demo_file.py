"""The sample shop's own file: made on first use, apart from the shop's data."""

from datetime import date
from pathlib import Path

from bengkel_crm.db.connection import discard, publish
from bengkel_crm.workshop.demo import fill_demo
from bengkel_crm.workshop.shop_file import Database, close_shop, open_shop

VEHICLES = 1200
SEED = 1


def open_demo(path: Path, today: date) -> Database:
    """Return the sample shop, connected; it is made first when it is not there.

    Raises:
        ShopFileError: the folder can not be written, the disk is full, and their kin.
    """
    if not path.exists():
        # Filled under another name, so that a shop half made is never opened.
        part = path.with_name(path.name + ".part")
        discard(part)
        database = open_shop(part)
        try:
            fill_demo(database, VEHICLES, SEED, today=today)
        finally:
            close_shop(database)
        publish(part, path)
        discard(part)
    return open_shop(path)
