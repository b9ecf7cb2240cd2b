"""Which folder was chosen as the second place of the backups, and when it got its last copy."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSettings

# Kept on this computer, not in the shop's file: nothing is written where a file that came in says.
_PLACE, _PLACE_AT, _SHOP = "backup/second_place", "backup/second_at", "backup/second_of"


def find_second_place(settings: QSettings) -> Path | None:
    """Return the folder that was chosen as the second place, or None."""
    chosen = str(settings.value(_PLACE, "") or "")
    return Path(chosen) if chosen else None


def second_place_at(settings: QSettings) -> datetime | None:
    """Return when the second place got its last copy, or None."""
    try:
        return datetime.fromisoformat(str(settings.value(_PLACE_AT, "")))
    except ValueError:
        return None


def has_had_copies_of(settings: QSettings, shop: Path) -> bool:
    """Return whether the second place was given copies of a shop file: it has been there, then."""
    return bool(find_second_place(settings)) and settings.value(_SHOP) == str(shop)


def keep_second_place(
    settings: QSettings, folder: Path | None, at: datetime, shop: Path | None = None
) -> None:
    """Keep what was chosen as the second place, or that it got a copy of a shop; None: there is none now."""
    settings.setValue(_PLACE, "" if folder is None else str(folder))
    settings.setValue(_SHOP, "" if shop is None else str(shop))
    settings.setValue(_PLACE_AT, at.isoformat(timespec="seconds"))
