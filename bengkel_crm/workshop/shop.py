"""What the shop says of itself on its papers."""

from bengkel_crm.db import settings
from bengkel_crm.db.connection import Database
from bengkel_crm.phones import read_phones
from bengkel_crm.reminder_records import Shop

NAME, ADDRESS, PHONE, WHATSAPP, LOGO = "shop_name", "shop_address", "shop_phone", "shop_whatsapp", "shop_logo"


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
        logo=told(LOGO) or None,
    )


def keep_shop(database: Database, key: str, value: str) -> None:
    """Keep one of the shop's own data.

    Raises:
        ShopFileError: the disk refused.
    """
    settings.set_setting(database, key, value.strip())
