"""What a program does with a field and a table that were only declared; run by test_new_declarations.py."""

import json
from datetime import datetime
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.db.derived.checks import find_faults
from bengkel_crm.db.exchange.import_history import preview
from bengkel_crm.db.journal.deed_touches import IMPORT
from bengkel_crm.db.journal.deeds import perform
from bengkel_crm.db.journal.redo import redo_next
from bengkel_crm.db.vehicles.vehicles import add_vehicle
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.workshop.exchange.out.export import export_everything
from bengkel_crm.workshop.journal.undo import undo_last
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.factories import make_vehicle
from tests.workshop.exchange.books import take_over

AT = datetime(2026, 8, 12, 9, 0)


def show(shop: Database) -> list[object]:
    return [
        shop.execute_sql("SELECT id, plate, key_tag FROM vehicle ORDER BY id").fetchall(),
        shop.execute_sql("SELECT id, vehicle_id, text FROM charm ORDER BY id").fetchall(),
    ]


def tell(folder: Path) -> None:
    """Print what became of both, as JSON."""
    seen: dict[str, object] = {}
    shop = open_shop(folder / "shop.db")
    make_vehicle(shop, "B 1 A")
    with perform(shop, "vehicle_edited", "x", AT) as deed:
        deed.edit("vehicle", 1, key_tag="red")
        deed.add("charm", vehicle_id=1, text="cat")
    seen["written"] = show(shop)
    try:
        with perform(shop, "vehicle_edited", "x", AT) as deed:
            deed.edit("vehicle", 1, key_tag="r" * 21)
    except errors.TooLong as problem:
        seen["too long"] = [problem.field, problem.most]
    undo_last(shop)
    seen["undone"] = show(shop)
    redo_next(shop)
    seen["done again"] = show(shop)
    export_everything(shop, folder / "all.xlsx", lambda done, total: None)
    other = open_shop(folder / "other.db")
    take_over(other, folder / "all.xlsx")
    seen["restored"] = show(other)
    seen["faults"] = [*find_faults(shop), *find_faults(other)]
    # An import of its own, built upon: the vehicle stays, because a charm was hung on it since.
    with perform(shop, IMPORT, "book.xlsx", AT) as deed:
        for plate in ("B 2 A", "B 3 A"):
            deed.vehicle_ids.add(add_vehicle(deed, VehicleDraft(plate)))
    assert deed.change is not None
    with perform(shop, "vehicle_edited", "x", AT) as later:
        later.add("charm", vehicle_id=3, text="dog")
    told = preview(shop, deed.change.deed_id)
    seen["stays"] = [[kept.table, kept.title, kept.reason.value] for kept in told.kept]
    close_shop(other)
    close_shop(shop)
    print(json.dumps(seen, default=str))
