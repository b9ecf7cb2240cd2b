"""What the shop has settled about itself: its name, and whatever else is kept by a key."""

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.settings import settings


def find_setting(database: Database, key: str) -> str | None:
    """Return a setting, or None when it was never made."""
    return settings.find_setting(database, key)


def set_setting(database: Database, key: str, value: str) -> None:
    """Keep a setting.

    Raises:
        ShopFileError: the disk refused.
    """
    settings.set_setting(database, key, value)
