"""Backups and the faults of a shop file in words."""

from pathlib import Path

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.shop_file import BackupFile
from bengkel_crm.ui.lists.columns import COUNT, DAY, MOMENT, ListColumn
from bengkel_crm.ui.look.tokens import Tone

_KB, _MB = 1000, 1_000_000
# What the program works out from the visits, and can work out again.
DERIVED = frozenset({"summary", "due", "search"})
# What can be made anew from the tables.
INDEX = "index"


def size_words(size: int) -> str:
    """Return "12 MB", or "340 KB" for less than one."""
    if size < _MB:
        return f"{i18n.format_number(max(1, round(size / _KB)))} KB"
    return f"{i18n.format_number(round(size / _MB))} MB"


BACKUP_COLUMNS: tuple[ListColumn[BackupFile], ...] = (
    ListColumn("made_at", lambda: translate("Backups", "Made"), lambda made: made.made_at, MOMENT, width=150),
    ListColumn(
        "why",
        lambda: translate("Backups", "Occasion"),
        lambda made: made.why,
        words=lambda made: why_words(made.why),
        width=128,
    ),
    ListColumn(
        "vehicles",
        lambda: translate("Backups", "Vehicles"),
        lambda made: made.vehicles,
        COUNT,
        width=90,
        nothing="",
    ),
    ListColumn(
        "work_orders",
        lambda: translate("Backups", "Work orders"),
        lambda made: made.work_orders,
        COUNT,
        width=108,
        nothing="",
    ),
    ListColumn(
        "last_on",
        lambda: translate("Backups", "Last visit"),
        lambda made: made.last_on,
        DAY,
        width=112,
        nothing="",
    ),
    ListColumn(
        "place",
        lambda: translate("Backups", "Place"),
        lambda made: made.in_second_place,
        words=lambda made: place_words(made),
        stretch=True,
    ),
    ListColumn(
        "bytes",
        lambda: translate("Backups", "Size"),
        lambda made: made.bytes,
        COUNT,
        lambda made: size_words(made.bytes),
        width=80,
    ),
    ListColumn(
        "name",
        lambda: translate("Backups", "File"),
        lambda made: Path(made.path).name,
        width=240,
        shown=False,
    ),
)


def place_words(made: BackupFile) -> str:
    """Return where a copy lies."""
    if made.in_second_place:
        return translate("Backups", "second place")
    return translate("Backups", "this computer")


def why_words(why: str) -> str:
    """Return the occasion on which a copy was made."""
    match why:
        case "":
            return translate("Backups", "by itself")
        case "before-import":
            return translate("Backups", "before an import")
        case "before-restore":
            return translate("Backups", "before a restore")
        case "damaged":
            return translate("Backups", "damaged file")
        case "by-hand":
            return translate("Backups", "saved by hand")
        case _:
            return translate("Backups", "before an update")


def restore_question(which: str) -> str:
    """Return what putting a copy back does, asked before it is done."""
    return translate(
        "BackupsDialog",
        "The shop's file will hold what the backup {0} holds; what was entered after it is no longer "
        "shown. What the file holds now is backed up first, so that you can go back to it.",
    ).format(which)


def throw_away_question(damaged: BackupFile) -> str:
    """Return what throwing a damaged file away means, asked before it is done."""
    return translate(
        "BackupsDialog",
        "The file that was damaged before the restore on {0} ({1}) is kept for whoever knows how to "
        "save something out of it. Once thrown away it is gone for good.",
    ).format(i18n.format_moment(damaged.made_at), size_words(damaged.bytes))


def check_words(faults: list[str]) -> tuple[str, Tone]:
    """Return what to say of the faults a check found, and how bad it is."""
    if not faults:
        text = translate(
            "Backups",
            "All is well: every entry can be read; summaries, due dates and search agree with the visits.",
        )
        return text, Tone.OK
    said = ", ".join(dict.fromkeys(map(fault_words, faults)))
    kinds = set(faults)
    if kinds == {"future"}:
        text = translate(
            "Backups", "All agrees, but there are {0}. The list of work orders shows them first."
        )
        return text.format(said), Tone.WARN
    if kinds == {"reading"}:
        text = translate(
            "Backups", "All agrees, but there are {0}. Import the book again, or type them anew in the form."
        )
        return text.format(said), Tone.WARN
    if kinds == {INDEX}:
        text = translate(
            "Backups",
            "Only this is wrong: {0}. What was entered is all there, and the file as it is now is kept "
            "before it is repaired.",
        )
        return text.format(said), Tone.WARN
    if kinds <= DERIVED:
        text = translate("Backups", "Not everything agrees: {0}. The visits themselves are unharmed.")
        return text.format(said), Tone.WARN
    text = translate(
        "Backups", "Not all is well: {0}. Restore the last backup; what the file holds now is kept beside it."
    )
    return text.format(said), Tone.BAD


def fault_words(what: str) -> str:
    """Return what a failed test of the shop file means."""
    match what:
        case "damaged":
            return translate("Backups", "the file itself is damaged")
        case "reading":
            return translate("Backups", "phone numbers that an older version read otherwise")
        case "index":
            return translate("Backups", "an index is damaged")
        case "schema":
            return translate("Backups", "another program altered the file")
        case "row":
            return translate("Backups", "an entry can not be read")
        case "words":
            return translate("Backups", "the words of a visit differ from its lines")
        case "phone":
            return translate("Backups", "a number differs from what was typed")
        case "owner":
            return translate("Backups", "somebody owned a vehicle until before he had it")
        case "foreign_key":
            return translate("Backups", "an entry belongs to one that is not there")
        case "key":
            return translate("Backups", "a plate or a name is filed wrongly")
        case "summary":
            return translate("Backups", "the summary of a vehicle differs from its visits")
        case "due":
            return translate("Backups", "a due date differs from its visits")
        case "future":
            return translate("Backups", "visits on days still to come")
        case _:
            return translate("Backups", "the search misses a vehicle")
