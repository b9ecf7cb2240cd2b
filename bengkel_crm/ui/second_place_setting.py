"""Which folder was chosen as the second place of the backups, and when it got its last copy."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSettings

# Kept on this computer, not in the shop's file: nothing is written where a file that came in says.
_PLACE, _PLACE_AT = "backup/second_place", "backup/second_at"


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


def keep_second_place(settings: QSettings, folder: Path | None, at: datetime) -> None:
    """Keep what was chosen as the second place, or that it got a copy; None: there is none any more."""
    settings.setValue(_PLACE, "" if folder is None else str(folder))
    settings.setValue(_PLACE_AT, at.isoformat(timespec="seconds"))
