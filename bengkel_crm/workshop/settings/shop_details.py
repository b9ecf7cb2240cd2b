"""What the shop says of itself on its papers."""

import math
from collections.abc import Mapping
from pathlib import Path

from bengkel_crm.base import errors, pictures
from bengkel_crm.base.languages import FIRST_LANGUAGE, language_codes
from bengkel_crm.base.paths import is_file
from bengkel_crm.db.engine.connection import Database, storage_errors
from bengkel_crm.db.settings import settings
from bengkel_crm.records.journal import Change
from bengkel_crm.records.reminders import Shop
from bengkel_crm.schema.settings import CUSTOMERS_LANGUAGE, OF_PAPERS, PICTURE
from bengkel_crm.trade.phones import read_phones
from bengkel_crm.workshop.settings.settings import change_settings

NAME, ADDRESS, PHONE, WHATSAPP = (one.key for one in OF_PAPERS)


def read_shop(database: Database) -> Shop:
    """Return the shop's own data; what was never filled in is empty."""

    def told(key: str) -> str:
        return settings.find_setting(database, key) or ""

    whatsapp = read_phones(told(WHATSAPP))
    return Shop(
        name=told(NAME),
        address=told(ADDRESS),
        phone=told(PHONE),
        whatsapp=whatsapp[0] if whatsapp and whatsapp[0].e164 else None,
        logo=find_logo(database),
        language=customers_language(database),
    )


def customers_language(database: Database) -> str:
    """Return the code of the language in which the shop writes to its customers.

    One that this program does not have, since the file comes from another, is Indonesian.
    """
    chosen = settings.find_setting(database, CUSTOMERS_LANGUAGE.key)
    return chosen if chosen in language_codes() else FIRST_LANGUAGE


def keep_customers_language(database: Database, code: str) -> Change | None:
    """Keep in which language the shop writes to its customers; None where it is that already."""
    return change_settings(database, {CUSTOMERS_LANGUAGE.key: code})


def keep_shop(database: Database, values: Mapping[str, str]) -> Change | None:
    """Keep the shop's own data by their keys as one deed and return it; None where nothing is other.

    Raises:
        TooLong: one does not fit on the papers; nothing was written.
        ShopFileError: nothing was written.
    """
    return change_settings(database, {key: value.strip() for key, value in values.items()})


def find_logo(database: Database) -> bytes | None:
    """Return the shop's picture, or None."""
    text = settings.find_setting(database, PICTURE.key)
    return pictures.picture_from(text) if text else None


def keep_logo(database: Database, file: Path) -> Change | None:
    """Take the picture in a file somebody chose into the shop's own file; the chosen one may go then.

    Raises:
        NoPicture, PictureTooLarge
        ShopFileError: the disk refused.
    """
    with storage_errors(file):
        if not is_file(file):
            raise errors.NoPicture(file.name)
        size = file.stat().st_size
        with file.open("rb") as source:
            picture = source.read(pictures.MOST_BYTES + 1)
    if len(picture) > pictures.MOST_BYTES:
        raise errors.PictureTooLarge(file.name, math.ceil(size / 2**20))
    if pictures.ending_of(picture) is None:
        raise errors.NoPicture(file.name)
    return change_settings(database, {PICTURE.key: pictures.text_of(picture)})


def drop_logo(database: Database) -> Change | None:
    """Let the shop have no picture.

    Raises:
        ShopFileError: the disk refused.
    """
    return change_settings(database, {PICTURE.key: ""})


def find_setting(database: Database, key: str) -> str | None:
    """Return a setting, or None when it was never made."""
    return settings.find_setting(database, key)
