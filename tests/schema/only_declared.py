"""What a program does with a field and a table that were only declared; run by test_new_declarations.py."""

import json
from datetime import date, datetime
from pathlib import Path

from bengkel_crm.base import errors
from bengkel_crm.db.derived.checks import find_faults
from bengkel_crm.db.exchange.import_history import preview
from bengkel_crm.db.journal.deed_touches import IMPORT
from bengkel_crm.db.journal.deeds import perform
from bengkel_crm.db.journal.redo import redo_next
from bengkel_crm.db.vehicles.vehicles import add_vehicle
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.ui.exchange.import_words import field_words, role_words, roles_for
from bengkel_crm.workshop.exchange import (
    Choices,
    FieldRule,
    ImportField,
    TableKind,
    doubt_text,
    open_book,
    propose,
)
from bengkel_crm.workshop.exchange import take_over as take_over_chosen
from bengkel_crm.workshop.exchange.out.export import export_everything
from bengkel_crm.workshop.journal.undo import undo_last
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from tests.factories import make_vehicle
from tests.workshop.exchange.books import take_over, write_sheets

AT = datetime(2026, 8, 12, 9, 0)


def show(shop: Database) -> list[object]:
    return [
        shop.execute_sql("SELECT id, plate, key_tag FROM vehicle ORDER BY id").fetchall(),
        shop.execute_sql("SELECT id, vehicle_id, text FROM charm ORDER BY id").fetchall(),
    ]


def fields_of(shop: Database) -> list[object]:
    return [
        shop.execute_sql(f"SELECT {name} FROM {table} ORDER BY id").fetchall()
        for table, name in (("vehicle", "key_tag"), ("customer", "member_since"), ("work_order", "bay"))
    ]


def take_books(folder: Path) -> dict[str, object]:
    """Return what became of the new fields in two books of another program, the later telling otherwise."""
    titles = ["Tanggal", "Nopol", "Nama", "Card given on", "Key tag", "Bay", "Pekerjaan"]
    row = [date(2026, 8, 1), "B 9 ZZ", "Sri", date(2031, 2, 1), "red", 3, "Servis"]
    shop = open_shop(folder / "books.db")
    first = take_over(shop, write_sheets(folder / "first.xlsx", {"Servis": [titles, row]}))
    (column,) = [one for one in first.tables[0].columns if one.header == "Key tag"]
    seen: dict[str, object] = {
        "roles": [str(one.role) for one in first.tables[0].columns],
        "said": [role_words(column.role, TableKind.VISITS), field_words(ImportField(column.role))],
        "offered": [column.role in roles_for(kind) for kind in (TableKind.VISITS, TableKind.PRODUCTS)],
        "taken": fields_of(shop),
    }
    row[3:6] = [date(2021, 3, 2), "blue", 4]
    unreadable = [date(2026, 8, 2), "B 8 ZZ", "Budi", None, None, "three", "Servis"]
    book = open_book(write_sheets(folder / "second.xlsx", {"Servis": [titles, row, unreadable]}))
    choices = Choices(
        tuple(proposal.choice for proposal in propose(shop, book)),
        fields=dict.fromkeys(ImportField, FieldRule.TAKE),
    )
    second = take_over_chosen(shop, book, choices, backups=None, today=date(2026, 8, 12))
    seen["differ"] = [[one.field, one.ours, one.theirs] for one in second.differences]
    seen["doubts"] = [doubt_text(doubt) for doubt in second.doubts]
    seen["overwritten"] = fields_of(shop)
    seen["remarks"] = shop.execute_sql("SELECT remark FROM work_order ORDER BY id").fetchall()
    undo_last(shop)
    seen["back again"] = fields_of(shop)
    seen["faults"] = list(find_faults(shop))
    close_shop(shop)
    return seen


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
    seen["books"] = take_books(folder)
    close_shop(other)
    close_shop(shop)
    print(json.dumps(seen, default=str))
