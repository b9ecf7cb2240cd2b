"""What is written beside a copy of a shop file: when, as the how manyth, of which shop, and what is in it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

# A day further ahead than this is a clock that was wrong.
MOST_DAYS_AHEAD = 40
_LARGEST_BYTES = 64 << 10
_HIGHEST = 10**12


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest told; an older program, or a hand, may have left any of it out.

    `number` counts the copies made into one folder, 0 is unknown; `day` is the folder's own day: it never
    goes back, whatever the clock says. `shop` is the id of the shop, `of` the name of its file.
    """

    number: int = 0
    made_at: datetime | None = None
    day: date | None = None
    shop: str = ""
    of: str = ""
    bytes: int | None = None
    sha256: str | None = None
    version: int | None = None
    vehicles: int | None = None
    work_orders: int | None = None
    last_on: date | None = None
    rows: Mapping[str, int] = field(default_factory=dict)


def manifest_of(copy: Path) -> Path:
    """Return where the manifest of a copy lies."""
    return copy.with_name(copy.name + ".json")


def manifest_bytes(manifest: Manifest) -> bytes:
    """Return a manifest as it is written."""
    values = {key: _plain(value) for key, value in asdict(manifest).items()}
    return json.dumps(values, indent=1).encode()


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else value


def read_manifest(copy: Path) -> Manifest | None:
    """Return what the manifest of a copy tells, or None where there is none, or half a one."""
    return _read(manifest_of(copy))


def read_manifests(folder: Path) -> Iterator[Manifest]:
    """Yield every manifest of a folder, in no order; those of copies that are gone too."""
    for path in folder.glob("*.db.json"):
        manifest = _read(path)
        if manifest is not None:
            yield manifest


def next_place(folder: Path, at: datetime) -> tuple[int, date]:
    """Return the number and the day of the copy that is made next into a folder."""
    last = max(read_manifests(folder), key=_order, default=Manifest())
    if last.made_at is None:
        return last.number + 1, at.date()
    before = last.day or last.made_at.date()
    return last.number + 1, next_day(before, last.made_at.date(), at.date())


def _order(manifest: Manifest) -> tuple[int, datetime]:
    return manifest.number, manifest.made_at or datetime.min


def next_day(before: date, clock_before: date, clock: date) -> date:
    """Return the folder's day of a copy, from the day and the clock of the one before and its own clock.

    A clock that goes back, or far ahead, moves no day on; those after it are counted from it.
    """
    ahead = (clock - clock_before).days
    if not 0 <= ahead <= MOST_DAYS_AHEAD:
        return before
    try:
        return max(clock, before + timedelta(days=ahead))
    except OverflowError:
        return before


def _read(path: Path) -> Manifest | None:
    try:
        with path.open("rb") as file:
            told = json.loads(file.read(_LARGEST_BYTES))
    except (OSError, ValueError, RecursionError):
        return None
    return _understood(told) if isinstance(told, dict) and told else None


def _understood(told: dict[str, Any]) -> Manifest:
    rows = told.get("rows")
    counts = {}
    if isinstance(rows, dict):
        counts = {str(table): int(count) for table, count in rows.items() if _is_count(count)}
    return Manifest(
        number=_count(told, "number") or 0,
        made_at=_moment(told.get("made_at")),
        day=_day(told.get("day")),
        shop=_text(told, "shop") or "",
        of=_text(told, "of") or "",
        bytes=_count(told, "bytes"),
        sha256=_text(told, "sha256"),
        version=_count(told, "version"),
        vehicles=_count(told, "vehicles") if "vehicles" in told else counts.get("vehicle"),
        work_orders=_count(told, "work_orders") if "work_orders" in told else counts.get("work_order"),
        last_on=_day(told.get("last_on")),
        rows=counts,
    )


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _HIGHEST


def _count(told: dict[str, Any], key: str) -> int | None:
    value = told.get(key)
    return int(value) if value is not None and _is_count(value) else None


def _text(told: dict[str, Any], key: str) -> str | None:
    value = told.get(key)
    return value if isinstance(value, str) else None


def _moment(value: object) -> datetime | None:
    with suppress(ValueError):
        if isinstance(value, str):
            return datetime.fromisoformat(value).replace(tzinfo=None)
    return None


def _day(value: object) -> date | None:
    with suppress(ValueError):
        if isinstance(value, str):
            return date.fromisoformat(value)
    return None
