"""What people settle for the shop, written as deeds: taken back, backed up and announced like the rest."""

from collections.abc import Mapping

from bengkel_crm.db.engine.connection import Database
from bengkel_crm.db.journal.deeds import done, perform
from bengkel_crm.db.settings import settings
from bengkel_crm.records.journal import Change, DeedKind
from bengkel_crm.schema.lengths import prove_setting
from bengkel_crm.schema.settings import Setting, find_declared


def change_settings(database: Database, values: Mapping[str, str]) -> Change | None:
    """Keep settings by their keys as one deed and return it; None where each is kept so already.

    Raises:
        TooLong: a text of the shop does not fit on its papers; nothing was written.
        KeyError: nobody declared such a setting, or the program keeps it for itself.
        ShopFileError: nothing was written.
    """
    for key, value in values.items():
        declared = find_declared(key)
        if declared is None or declared.by_program:
            raise KeyError(key)
        prove_setting(key, value)
    other = {key: value for key, value in values.items() if value != settings.find_setting(database, key)}
    if not other:
        return None
    with perform(database, DeedKind.SETTINGS_CHANGED, "") as deed:
        for key, value in other.items():
            deed.keep("setting", {"key": key}, {"value": value})
    return done(deed)


def change_number(database: Database, setting: Setting, number: int) -> Change | None:
    """Keep a setting that is a number, at least its least; None where it is that already."""
    return change_settings(database, {setting.key: str(max(number, setting.least))})
