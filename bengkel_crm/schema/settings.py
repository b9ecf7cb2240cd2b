"""Every setting of a shop: its key, what it is where nobody said otherwise, and how long or small it may be.

To add one: declare it here, and put it into `_SETTINGS`. A key that is not declared is never written.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bengkel_crm.schema.fields import TEXT

# With that the keys begin that belong to this one file: another shop may be made of its export.
OWN = "backup."


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, kept as a text; the key of a `family` is the beginning of the keys of its members.

    `default` and `least` are of a number. `by_program`: the program keeps it for itself; no person changes
    it, so no deed does, and it does not leave with the shop's export.
    """

    key: str
    longest: int | None = None
    default: int = 0
    least: int = 0
    family: bool = False
    by_program: bool = False

    @property
    def is_exchanged(self) -> bool:
        """Whether it leaves the file with the shop's own export."""
        return not self.by_program

    def member(self, name: str) -> str:
        """Return the key of one member of a family."""
        return f"{self.key}{name}"


SHOP_NAME = Setting("shop_name", longest=80)
SHOP_ADDRESS = Setting("shop_address", longest=160)
SHOP_PHONE = Setting("shop_phone", longest=40)
SHOP_WHATSAPP = Setting("shop_whatsapp", longest=40)
# The shop's picture, its bytes as a text.
PICTURE = Setting("shop_picture")
# What is written to customers, by the kind of the text.
LETTERS = Setting("text.", longest=2 * TEXT, family=True)
# The code of the language in which the shop writes to its customers, whatever the screen speaks.
CUSTOMERS_LANGUAGE = Setting("customers_language")
# Within how many days a visit counts as the answer to a reminder.
ANSWER_DAYS = Setting("reminders.answer_days", default=30, least=1)
# For how many days somebody who was reminded is left in peace.
REPEAT_DAYS = Setting("reminders.repeat_days", default=21)
# For how many days before its month a job that is late stays on the list.
LATE_DAYS = Setting("reminders.late_days", default=62)
# The people behind the numbers of each call sheet, by the number of the sheet, and the last one's number.
CALL_SHEETS = Setting("reminders.sheet.", family=True, by_program=True)
LAST_SHEET = Setting("reminders.last_sheet", by_program=True)
# The sheet that an older version of the program handed out last: it had no number and named no customer.
UNNUMBERED_SHEET = Setting("reminders.call_sheet", by_program=True)
SHOP_ID = Setting(f"{OWN}shop", by_program=True)
# What was in the file when it was copied last, and the day on which it was proved last.
COPIED = Setting(f"{OWN}mark", by_program=True)
PROVED_ON = Setting(f"{OWN}proved_on", by_program=True)

OF_PAPERS = (SHOP_NAME, SHOP_ADDRESS, SHOP_PHONE, SHOP_WHATSAPP)
_SETTINGS = (
    *OF_PAPERS,
    PICTURE,
    LETTERS,
    CUSTOMERS_LANGUAGE,
    ANSWER_DAYS,
    REPEAT_DAYS,
    LATE_DAYS,
    CALL_SHEETS,
    LAST_SHEET,
    UNNUMBERED_SHEET,
    SHOP_ID,
    COPIED,
    PROVED_ON,
)
_BY_KEY: Mapping[str, Setting] = {one.key: one for one in _SETTINGS if not one.family}
_FAMILIES = tuple(one for one in _SETTINGS if one.family)


def find_declared(key: str) -> Setting | None:
    """Return what is declared of a key, None where nothing is: another version may have written it."""
    found = _BY_KEY.get(key)
    return found or next((one for one in _FAMILIES if key.startswith(one.key)), None)
