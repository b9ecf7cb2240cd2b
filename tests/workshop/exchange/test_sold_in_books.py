"""A vehicle that its owner sold, and what a book says of it afterwards."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bengkel_crm.records.vehicles import VehicleDates, VehicleDraft
from bengkel_crm.workshop.journal.undo import undo_last
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles.vehicles import edit_vehicle
from tests.factories import make_vehicle, make_work_order

from .books import card_of, take_over, write_sheets

SOLD = date(2026, 9, 1)
VISITS = ["Tanggal", "Nopol", "Nama", "HP", "Pekerjaan"]
LIST = ["Nopol", "Nama", "HP", "Kendaraan"]
TONO = "081288341999"


@pytest.fixture
def sold(database: Database) -> Database:
    """A shop in which Budi sold his vehicle to nobody knows whom."""
    vehicle_id = make_vehicle(database, "AB 1 CD", "Budi", ["081288341907"])
    make_work_order(database, vehicle_id, date(2026, 6, 1))
    edit_vehicle(database, vehicle_id, VehicleDraft("AB 1 CD", dates=VehicleDates(sold_on=SOLD)))
    return database


def owner_and_mark(database: Database) -> tuple[str | None, date | None]:
    card = card_of(database, "AB1CD")
    return None if card.owner is None else card.owner.name, card.vehicle.dates.sold_on


@pytest.mark.parametrize(
    ("rows", "owner"),
    [
        ([VISITS, [date(2026, 10, 2), "AB 1 CD", "Tono", TONO, "Servis"]], "Tono"),
        ([LIST, ["AB 1 CD", "Tono", TONO, "Vario"]], "Tono"),
        (
            [
                VISITS,
                [date(2026, 10, 2), "AB 1 CD", "Tono", TONO, "Servis"],
                [date(2026, 11, 2), "AB 1 CD", "Wati", "081288341998", "Servis"],
            ],
            "Wati",
        ),
        ([VISITS, [date(2026, 10, 2), "AB 1 CD", "Budi", "081288341907", "Servis"]], "Budi"),
        # Neither the slip of before the sale nor a visit of nobody says anything of an owner.
        ([VISITS, [date(2026, 8, 2), "AB 1 CD", "Budi", "081288341907", "Servis"]], None),
        ([VISITS, [date(2026, 10, 2), "AB 1 CD", None, None, "Servis"]], None),
        ([LIST, ["AB 1 CD", "Budi", "081288341907", "Vario"]], None),
    ],
)
def test_a_new_owner_by_a_book_ends_sold_and_undoing_it_brings_it_back(
    sold: Database, tmp_path: Path, rows: list[list[Any]], owner: str | None
) -> None:
    # A column is known by its cells, too.
    others = [
        [
            *([date(2026, 7, day)] if rows[0] is VISITS else []),
            f"AB {day} ZZ",
            f"Orang {day}",
            f"08128834{day}00",
        ]
        for day in range(10, 20)
    ]
    others = [[*row, "Servis"] for row in others]
    report = take_over(sold, write_sheets(tmp_path / "book.xlsx", {"Buku": [*rows, *others]}))
    assert report.problems == ()
    assert owner_and_mark(sold) == (owner, SOLD if owner is None else None)
    undo_last(sold)
    assert owner_and_mark(sold) == (None, SOLD)
