"""What a messy file is: how it is made, and what must come of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from bengkel_crm.base.errors import BookError
from bengkel_crm.workshop.exchange.rows.entries import DoubtKind, Reason

HEADER = ("Tanggal", "Nopol", "Nama", "No HP", "KM", "Pekerjaan", "Oli", "Biaya")
DATE, PLATE, OWNER, PHONE, KM, WORK, OIL, TOTAL = range(8)


@dataclass(frozen=True)
class Told:
    """What the counter must say of one vehicle."""

    owner: str | None
    phones: tuple[str | None, ...]
    day: date | None
    km: int | None
    oil: str | None
    total: int | None
    visits: int = 1


BUDI = Told("Budi Santoso", ("+6281288341907",), date(2026, 8, 12), 12000, "AHM MPX2 10W-30", 55000)
SITI = Told("Siti Rahayu", ("+6285732050206",), date(2026, 8, 13), 9000, None, 45000)
FIRM = Told(
    "PT Maju Bersama", ("+62274592098",), date(2026, 8, 25), 44000, "Castrol Magnatec 10W-40 4L", 250000
)
ALL: Mapping[str, Told] = {"AB1234CD": BUDI, "AB2345EF": SITI, "B1111XYZ": FIRM}
_WORK = ("Ganti oli mesin", "Servis ringan", "Tune up")
_PLATES = ("AB 1234 CD", "AB 2345 EF", "B 1111 XYZ")
_PHONES = ("0812-8834-1907", "0857-3205-0206", "0274-592098")


@dataclass(frozen=True)
class Case:
    """One file: `told` by plate key; `problems` and `doubts` are (row of the sheet, what)."""

    name: str
    write: Callable[[Path], None]
    suffix: str = ".xlsx"
    told: Mapping[str, Told] = field(default_factory=lambda: ALL)
    problems: Iterable[tuple[int, Reason]] = ()
    doubts: Iterable[tuple[int, DoubtKind]] = ()
    refused: type[BookError] | None = None


def but(**changes: Mapping[str, Any] | None) -> dict[str, Told]:
    """Return what is told of the three vehicles, some of it otherwise; None leaves a vehicle out."""
    told = {
        key: replace(ALL[key], **(changes.get(key) or {})) for key in ALL if changes.get(key, {}) is not None
    }
    return told | {key: Told(**how) for key, how in changes.items() if key not in ALL and how is not None}


def visits() -> list[list[Any]]:
    """Return the three visits as a tidy person writes them, without their header."""
    return [
        [told.day, plate, told.owner, phone, told.km, work, told.oil, told.total]
        for told, plate, phone, work in zip(ALL.values(), _PLATES, _PHONES, _WORK, strict=True)
    ]


def ledger(column: int | None = None, cells: Sequence[Any] = ()) -> list[list[Any]]:
    """Return header and visits; `cells` stand in one of the columns instead of what is there."""
    rows = visits()
    for row, cell in zip(rows, cells, strict=False):
        assert column is not None
        row[column] = cell
    return [list(HEADER), *rows]


def spelled(rows: Iterable[Iterable[Any]]) -> list[list[str]]:
    """Return rows as a program writes them to a file of text."""
    return [
        ["" if cell is None else f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell) for cell in row]
        for row in rows
    ]
