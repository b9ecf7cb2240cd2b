"""What the columns of the shop's own export hold, and which of them are taken in again."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Holds(StrEnum):
    """What stands in a column; CODE is one of a few values that are shown as words."""

    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    ID = "id"
    WHOLE = "whole"
    RUPIAH = "rupiah"
    NUMBER = "number"
    CODE = "code"


MARKER_SHEET = "Bengkel CRM"
SIGNATURE, FORMAT = "bengkel-crm-export", 1
# The first cell of a marker's row says what the row tells.
TOTAL_ROW, LIST_ROW, COLUMN_ROW, WORD_ROW, TEXT_ROW = "total", "list", "column", "word", "text"
BIN_SUFFIX, BETWEEN = "/bin", "|"

_HOLDS: Mapping[Holds, str] = {
    Holds.DAY: "no_contact_since promotion_consent_on wrong_since last_on next_due_by sold_on gone_on "
    "stnk_tax_on plate_expires_on since until date written_on snooze_until sent_on due_by",
    Holds.MOMENT: "at outcome_at entered_at removed_at",
    Holds.RUPIAH: "total_rupiah price_rupiah",
    Holds.ID: "id year vehicle_id customer_id work_order_id contact_id mechanic_id product_id phone_id "
    "position",
    Holds.WHOLE: "work_order_count last_odometer_km next_due_km odometer_km months km",
    Holds.NUMBER: "quantity",
    Holds.CODE: "kind vehicle_kind category status channel direction outcome subject active",
}
_HOLDS_OF = {column: holds for holds, columns in _HOLDS.items() for column in columns.split()}


def holds(column: str) -> Holds:
    """Return what stands in a column of that code."""
    return _HOLDS_OF.get(column, Holds.TEXT)


@dataclass(frozen=True, slots=True)
class OwnList:
    """One list as it is taken in again: the columns that are kept, the others are for the reader.

    `needed` may not be blank; a blank cell of `texts` is an empty text. `parents` are the tables that columns
    point into. Each of `keys` may stand there once; of what lies in the bin only the id.
    """

    table: str
    columns: tuple[str, ...]
    needed: frozenset[str]
    texts: frozenset[str]
    parents: Mapping[str, str]
    keys: tuple[tuple[str, ...], ...]
    can_be_removed: bool

    @property
    def has_id(self) -> bool:
        return "id" in self.columns

    @property
    def key(self) -> str:
        """The column that names a row for good."""
        return next(name for name in ("id", "code", "key", "month") if name in self.columns)


# A number that was dialled is named also when the customer has it no more.
_DIALLED = "phone_id"


def _list(table: str, columns: str, keys: str = "", *, removable: bool = False) -> OwnList:
    """Return a list from its columns: `name!` is needed, `name~` a text that may be empty."""
    named = columns.split()
    plain = tuple(name.rstrip("!~") for name in named)
    return OwnList(
        table=table,
        columns=plain,
        needed=frozenset(name[:-1] for name in named if name.endswith("!")),
        texts=frozenset(name[:-1] for name in named if name.endswith("~")),
        parents={name: name[: -len("_id")] for name in plain if name.endswith("_id") and name != _DIALLED},
        keys=tuple(tuple(key.split("+")) for key in keys.split()),
        can_be_removed=removable,
    )


# Parents before children.
OWN_LISTS: Mapping[str, OwnList] = {
    own.table: own
    for own in (
        _list("setting", "key! value~", "key"),
        _list("job_kind", "code! name! keywords~ position!", "code"),
        _list("job_interval", "code! vehicle_kind! months km", "code+vehicle_kind"),
        _list("mechanic", "id! name! active!", "id name_key"),
        _list("product", "id! name! category! price_rupiah", "id name_key"),
        _list(
            "customer",
            "id! name! honorific kind! contact_person address no_contact_since promotion_consent_on",
            "id",
            removable=True,
        ),
        _list("customer_phone", "id! customer_id! position! typed! e164 wrong_since", "id"),
        _list(
            "vehicle",
            "id! plate! plate_written kind! brand model year color sold_on gone_on stnk_tax_on "
            "plate_expires_on",
            "id plate_key",
            removable=True,
        ),
        _list("ownership", "id! vehicle_id! customer_id! since until", "id vehicle_id+customer_id+present"),
        _list("old_plate", "id! vehicle_id! plate! plate_written until", "id"),
        _list(
            "work_order",
            "id! number! vehicle_id! customer_id date! odometer_km symptom remark mechanic_id status! "
            "total_rupiah! jobs~ oil entered_at",
            "id number",
            removable=True,
        ),
        _list(
            "work_order_line",
            "id! work_order_id! position! kind! text~ category job_kind product_id quantity! price_rupiah! "
            "mechanic_id",
            "id",
        ),
        _list("note", "id! vehicle_id! text~ written_on!", "id", removable=True),
        _list(
            "contact",
            "id! customer_id vehicle_id at! channel! direction! content~ outcome outcome_at snooze_until "
            "phone_id outcome_set",
            "id",
            removable=True,
        ),
        _list("reminder", "id! contact_id! vehicle_id! subject! job_kind due_by! sent_on!", "id"),
        _list("due_seen", "month! vehicle_id! due_by!", "month+vehicle_id"),
    )
}

# What spreadsheet programs drop, change or take for an escape of their own.
_ODD = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_|^\s|\s\Z"
)
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_ESCAPE = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")
# Excel counts a character beyond the 65,536th as two.
_SURELY_FITS, _FITS = 16_000, 32_000
_PIECE = 30_000


def is_plain(text: str) -> bool:
    """Tell quickly whether any cell holds a text, not an empty one; a few that it would are denied."""
    return (
        text.isprintable() and len(text) <= _SURELY_FITS and text[0] != " " != text[-1] and "_x" not in text
    )


def cell_text(text: str) -> str:
    """Return a text as a cell of any spreadsheet program keeps it: most are that already."""
    if len(text) <= _SURELY_FITS and _ODD.search(text) is None:
        return text
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    plain = _ESCAPE.sub("_ x", _INVISIBLE.sub("", plain)).strip()
    if len(plain.encode("utf-16-le")) // 2 > _FITS:
        plain = plain[: _FITS // 2] + "…"
    return plain


def pieces_of(text: str) -> list[str]:
    """Return a text in pieces of plain ASCII that any cell holds."""
    # No piece may begin or end with a blank, which some programs drop.
    written = json.dumps(text).replace(" ", "\\u0020")
    return [written[start : start + _PIECE] for start in range(0, len(written), _PIECE)]


def text_from(pieces: list[str]) -> str:
    """Return the text that was cut into pieces.

    Raises:
        ValueError: they are not what they were.
    """
    text = json.loads("".join(pieces))
    if not isinstance(text, str):
        raise ValueError(text)
    return text
