"""A whole import is taken back later, but for what was built on it since."""

from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bengkel_crm.base import errors
from bengkel_crm.db.exchange import imports
from bengkel_crm.db.journal import deeds
from bengkel_crm.db.journal.deeds import done, perform
from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.imports import ImportUndoPreview, KeptReason
from bengkel_crm.records.reminders import Channel, Direction
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.records.work_orders import Line, WorkOrderDraft
from bengkel_crm.schema.order import WRITABLE
from bengkel_crm.trade.kinds import LineKind
from bengkel_crm.trade.names import name_key
from bengkel_crm.trade.plates import plate_key
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.customers import notes
from bengkel_crm.workshop.exchange import past_imports
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.shop_file.backup import check
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from bengkel_crm.workshop.vehicles import vehicles
from bengkel_crm.workshop.work_orders import work_orders
from tests.clerk import Clerk, everything_in
from tests.factories import TODAY, draft_work_order, make_vehicle, make_work_order
from tests.workshop.exchange.books import TODAY as BOOK_DAY
from tests.workshop.exchange.books import card_of, take_over, write_sheets
from tests.written_columns import written_columns

_HEADER = (
    "Tanggal",
    "Plat",
    "Nama",
    "HP",
    "Merk",
    "Model",
    "Warna",
    "KM",
    "Pekerjaan",
    "Oli",
    "Mekanik",
    "Total",
)
_NOW = datetime(2026, 11, 21, 10)


def _row(
    plate: str, owner: str, phone: str, day: date = date(2026, 3, 2), color: str = "Merah", km: int = 12000
) -> tuple[Any, ...]:
    return (day, plate, owner, phone, "Honda", "Beat", color, km, "Servis ringan", "MPX2", "Slamet", 85000)


def _import(database: Database, folder: Path, *rows: tuple[Any, ...], name: str = "buku.xlsx") -> int:
    """Import a book of these visits and return the deed's id."""
    report = take_over(database, write_sheets(folder / name, {"Servis": (_HEADER, *rows)}))
    assert report.deed_id is not None
    return report.deed_id


def _three(database: Database, folder: Path) -> int:
    return _import(
        database,
        folder,
        _row("B 1 A", "Sri Wulandari", "081288341901"),
        _row("B 2 A", "Agus Salim", "081288341902"),
        _row("B 3 A", "Dewi Lestari", "081288341903"),
    )


def _reasons(told: ImportUndoPreview) -> dict[tuple[str, str], KeptReason]:
    return {(kept.table, kept.title): kept.reason for kept in told.kept}


def _take_back(database: Database, deed_id: int) -> ImportUndoPreview:
    """Take an import back; make sure that the preview told so and that undoing it restores everything."""
    before = everything_in(database)
    expected = past_imports.preview_undo(database, deed_id)
    assert everything_in(database) == before
    change, told = past_imports.undo_import(database, deed_id, at=_NOW)
    assert told == expected
    assert check(database) == []
    after = everything_in(database)
    assert undo.undo_last(database, change.deed_id).kind == "import_undone"
    assert everything_in(database) == before
    assert check(database) == []
    assert deed_id in {past.deed_id for past in past_imports.list_imports(database)}
    _, told = past_imports.undo_import(database, deed_id, at=_NOW)
    assert told == expected
    assert everything_in(database) == after
    return told


def test_imports_are_listed_with_what_they_added(database: Database, tmp_path: Path) -> None:
    first = _three(database, tmp_path)
    second = _import(database, tmp_path, _row("B 4 A", "Rina", "0813"), name="lain.xlsx")
    listed = past_imports.list_imports(database)
    assert [past.deed_id for past in listed] == [second, first]
    assert [(past.file_name, past.vehicles, past.work_orders) for past in listed] == [
        ("lain.xlsx", 1, 1),
        ("buku.xlsx", 3, 3),
    ]
    assert listed[1].at.date() == BOOK_DAY


def test_what_nobody_built_on_goes_without_a_trace(database: Database, tmp_path: Path) -> None:
    make_work_order(database, make_vehicle(database, "D 1 D"), mechanic="Budi", oil="AX7")
    before = everything_in(database)
    deed_id = _three(database, tmp_path)
    told = _take_back(database, deed_id)
    assert told.kept == ()
    assert (told.going["vehicle"], told.going["customer"], told.going["work_order"]) == (3, 3, 3)
    assert everything_in(database) == before
    assert past_imports.list_imports(database) == []
    with pytest.raises(errors.NotFound):
        past_imports.preview_undo(database, deed_id)
    with pytest.raises(errors.NotFound):
        past_imports.undo_import(database, deed_id)


def test_a_vehicle_with_a_new_visit_stays_with_its_owner_and_phones(
    database: Database, tmp_path: Path
) -> None:
    deed_id = _three(database, tmp_path)
    card = card_of(database, "B 2 A")
    order_id = make_work_order(database, card.vehicle.id, on=TODAY, oil="MPX2", mechanic="Slamet")
    told = _take_back(database, deed_id)
    assert _reasons(told) == {
        ("vehicle", "B 2 A · Honda Beat"): KeptReason.WORK_ORDER,
        ("customer", "Agus Salim"): KeptReason.OWNS,
        ("product", "MPX2"): KeptReason.USED,
        ("mechanic", "Slamet"): KeptReason.USED,
    }
    card = card_of(database, "B 2 A")
    assert card.owner is not None
    assert [phone.e164 for phone in card.owner.phones] == ["+6281288341902"]
    assert [order.id for order in card.history] == [order_id]
    assert lookup.look_up_plate(database, "B 1 A") is None


def test_whatever_was_built_on_an_import_is_named_with_its_reason(database: Database, tmp_path: Path) -> None:
    rows = [
        _row(f"B {number} A", f"Orang {chr(64 + number)}", f"08128834190{number}") for number in range(1, 9)
    ]
    deed_id = _import(database, tmp_path, *rows)
    cards = {number: card_of(database, f"B {number} A") for number in range(1, 9)}
    ids = {number: card.vehicle.id for number, card in cards.items()}
    notes.add_note(database, ids[1], "titip helm", TODAY)
    vehicles.edit_vehicle(database, ids[2], VehicleDraft("B 22 A", model="Vario"), on=TODAY)
    other = make_vehicle(database, "D 9 D", "Orang Lain")
    other_owner = card_of(database, "D 9 D").owner
    assert other_owner is not None
    vehicles.change_owner(database, ids[3], other_owner.id, TODAY)
    reminders.record_contact(database, ids[4], None, Channel.CALL, Direction.IN, "kapan servis?", _NOW)
    order = cards[5].history[0]
    work_orders.edit_work_order(database, order.id, draft_work_order(ids[5], on=TODAY, parts=["BUSI NGK"]))
    owner = cards[6].owner
    assert owner is not None
    vehicles.change_owner(database, other, owner.id, TODAY)
    vehicles.remove_vehicle(database, ids[7], _NOW)
    told = _take_back(database, deed_id)
    reasons = _reasons(told)
    assert {key: reason for key, reason in reasons.items() if key[0] == "vehicle"} == {
        ("vehicle", "B 1 A · Honda Beat"): KeptReason.NOTE,
        ("vehicle", "B 22 A · Vario"): KeptReason.EDITED,
        ("vehicle", "B 3 A · Honda Beat"): KeptReason.NEW_OWNER,
        ("vehicle", "B 4 A · Honda Beat"): KeptReason.CONTACT,
        ("vehicle", "B 5 A · Honda Beat"): KeptReason.WORK_ORDER,
    }
    assert reasons["customer", "Orang F"] is KeptReason.OWNS
    assert [title for table, title in reasons if table == "work_order"] == [
        f"{order.number} · B 5 A · BUSI NGK"
    ]
    # Removed by the clerk, or never touched: nothing of them is left, in the bin either.
    assert undo.list_bin(database) == []
    assert lookup.look_up_plate(database, "B 8 A") is None


def test_fields_the_import_filled_go_back_unless_they_were_changed_since(
    database: Database, tmp_path: Path
) -> None:
    untouched = make_vehicle(database, "B 1 A", "Sri Wulandari", ["081288341901"], brand=None, model=None)
    changed = make_vehicle(database, "B 2 A", "Agus Salim", ["081288341902"], brand=None, model=None)
    deed_id = _three(database, tmp_path)
    assert vehicles.get_vehicle(database, untouched).color == "Merah"
    filled = vehicles.get_vehicle(database, changed)
    vehicles.edit_vehicle(
        database,
        changed,
        VehicleDraft(filled.plate, filled.kind, filled.brand, "Vario", color=filled.color),
        on=TODAY,
    )
    told = _take_back(database, deed_id)
    assert told.given_back == 2
    assert _reasons(told) == {("vehicle", "B 2 A · Honda Vario"): KeptReason.EDITED}
    # A brand without its model is no vehicle: the two stay together.
    for vehicle_id, make in ((untouched, (None, None)), (changed, ("Honda", "Vario"))):
        vehicle = vehicles.get_vehicle(database, vehicle_id)
        assert (vehicle.brand, vehicle.model, vehicle.color) == (*make, None)


def test_an_owner_the_import_brought_goes_back_unless_the_shop_worked_for_him_since(
    database: Database, tmp_path: Path
) -> None:
    first = make_vehicle(database, "B 1 A", "Pemilik Lama", ["081399990001"])
    second = make_vehicle(database, "B 2 A", "Pemilik Kedua", ["081399990002"])
    for vehicle_id in (first, second):
        make_work_order(database, vehicle_id, on=date(2026, 1, 5))
    deed_id = _three(database, tmp_path)
    assert [card_of(database, plate).owner.name for plate in ("B 1 A", "B 2 A")] == [  # type: ignore[union-attr]
        "Sri Wulandari",
        "Agus Salim",
    ]
    make_work_order(database, second, on=TODAY, jobs=["Stel rantai"])
    told = _take_back(database, deed_id)
    assert card_of(database, "B 1 A").owner.name == "Pemilik Lama"  # type: ignore[union-attr]
    assert card_of(database, "B 2 A").owner.name == "Agus Salim"  # type: ignore[union-attr]
    assert _reasons(told)["vehicle", "B 2 A · Honda Vario 125"] is KeptReason.NEW_OWNER
    assert _reasons(told)["customer", "Agus Salim"] is KeptReason.OWNS


def test_phones_an_import_changed_go_back_unless_they_were_changed_since(database: Database) -> None:
    ids = []
    for plate, phone in (("B 1 A", "081111111111"), ("B 2 A", "082222222222")):
        make_vehicle(database, plate, f"Pemilik {plate}", [phone])
        owner = card_of(database, plate).owner
        assert owner is not None
        ids.append(owner.id)
    before = everything_in(database)
    with perform(database, "book_imported", "telepon.xlsx") as deed:
        for customer_id, number in zip(ids, ("+6281312345673", "+6281412345674"), strict=True):
            (phone_id,) = database.execute_sql(
                "SELECT id FROM customer_phone WHERE customer_id = ?", (customer_id,)
            ).fetchone()
            deed.delete("customer_phone", phone_id)
            deed.add(
                "customer_phone",
                customer_id=customer_id,
                position=0,
                typed=number,
                e164=number,
                match_key=number[-9:],
            )
            deed.edit("customer", customer_id, address="Jl. Baru 1")
            deed.vehicle_ids.update({1, 2})
    deed_id = done(deed).deed_id
    assert _take_back(database, deed_id).kept == ()
    assert everything_in(database) == before
    undo.undo_last(database)
    vehicles.edit_vehicle(
        database,
        2,
        VehicleDraft("B 2 A"),
        CustomerDraft("Pemilik B 2 A", ("085555555555",), address="Jl. Baru 1"),
        customer_id=ids[1],
        on=TODAY,
    )
    told = _take_back(database, deed_id)
    assert ("customer", "Pemilik B 2 A") in _reasons(told)
    phones = database.execute_sql("SELECT typed FROM customer_phone ORDER BY customer_id").fetchall()
    assert phones == [("081111111111",), ("085555555555",)]


def test_intervals_an_import_replaced_go_back_unless_they_were_changed_since(database: Database) -> None:
    make_work_order(database, make_vehicle(database), oil="MPX2")
    before = everything_in(database)
    intervals = database.execute_sql("SELECT * FROM job_interval ORDER BY 1, 2").fetchall()
    columns = ("job_kind_id", "vehicle_kind", "months", "km")
    with perform(database, "book_imported", "semua.xlsx") as deed:
        new = deed.add("job_kind", code="x", name="Poles", keywords="[]", position=99)
        deed.rewrite("job_interval", columns, [(new, "car", 3, None), (1, "motorcycle", 1, None)])
        deed.vehicle_ids.add(1)
    deed_id = done(deed).deed_id
    assert _take_back(database, deed_id).kept == ()
    assert everything_in(database) == before
    assert database.execute_sql("SELECT * FROM job_interval ORDER BY 1, 2").fetchall() == intervals
    undo.undo_last(database)
    database.execute_sql("UPDATE job_interval SET months = 4 WHERE job_kind_id = ?", (new,))
    assert _reasons(_take_back(database, deed_id)) == {("job_kind", "Poles"): KeptReason.USED}


def test_an_import_taken_back_does_not_bind_the_one_before_it(database: Database, tmp_path: Path) -> None:
    before = everything_in(database)
    first = _three(database, tmp_path)
    second = _import(
        database,
        tmp_path,
        _row("B 1 A", "Sri Wulandari", "081288341901", date(2026, 5, 5), km=15000),
        name="lain.xlsx",
    )
    assert ("vehicle", "B 1 A · Honda Beat") in _reasons(past_imports.preview_undo(database, first))
    past_imports.undo_import(database, second)
    assert _take_back(database, first).kept == ()
    assert everything_in(database) == before


def test_undo_steps_back_over_an_import_taken_back(database: Database, tmp_path: Path) -> None:
    before = everything_in(database)
    deed_id = _three(database, tmp_path)
    notes.add_note(database, card_of(database, "B 1 A").vehicle.id, "titip helm", TODAY)
    past_imports.undo_import(database, deed_id)
    kinds = [undo.undo_last(database).kind for _ in range(3)]
    assert kinds == ["import_undone", "note_added", "book_imported"]
    assert everything_in(database) == before


@pytest.mark.parametrize("kept_deeds", [3, 500])
def test_an_import_outlives_the_deeds_that_are_remembered(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept_deeds: int
) -> None:
    monkeypatch.setattr(deeds, "KEPT_DEEDS", kept_deeds)
    own = make_vehicle(database, "D 1 D")
    deed_id = _three(database, tmp_path)
    vehicles.edit_vehicle(
        database, card_of(database, "B 3 A").vehicle.id, VehicleDraft("B 3 A", color="Biru"), on=TODAY
    )
    note = notes.add_note(database, own, "satu", TODAY)
    assert note.record_id is not None
    for number in range(8):
        notes.edit_note(database, note.record_id, f"catatan {number}")
        if number % 3 == 0:
            close_shop(database)
            database.connect()
    told = _take_back(database, deed_id)
    assert _reasons(told)["vehicle", "B 3 A"] is KeptReason.EDITED
    assert told.going["vehicle"] == 2
    count = database.execute_sql("SELECT count(*) FROM deed WHERE images LIKE '%catatan%'").fetchone()[0]
    assert count <= kept_deeds + 1


def test_an_old_import_is_not_undone_by_the_undo_key(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deeds, "KEPT_DEEDS", 3)
    _three(database, tmp_path)
    vehicle_id = card_of(database, "B 1 A").vehicle.id
    for number in range(5):
        notes.add_note(database, vehicle_id, f"catatan {number}", TODAY)
    close_shop(database)
    shop = open_shop(database.path)
    for _ in range(3):
        undo.undo_last(shop)
    with pytest.raises(errors.NothingToUndo):
        undo.undo_last(shop)
    close_shop(shop)


def test_an_import_of_an_older_version_is_taken_back_too(database: Database, tmp_path: Path) -> None:
    make_vehicle(database, "B 1 A", "Sri Wulandari", ["081288341901"], brand=None, model=None)
    changed = make_vehicle(database, "B 2 A", "Agus Salim", ["081288341902"], brand=None, model=None)
    deed_id = _three(database, tmp_path)
    database.execute_sql("UPDATE deed SET images = json_remove(images, '$.after', '$.last_ids')")
    vehicles.edit_vehicle(database, changed, VehicleDraft("B 2 A", color="Biru"), on=TODAY)
    told = _take_back(database, deed_id)
    assert vehicles.get_vehicle(database, changed).color == "Biru"
    assert vehicles.get_vehicle(database, 1).color is None
    assert ("vehicle", "B 2 A") in _reasons(told)


def test_cancelling_leaves_everything_as_it_was(database: Database, tmp_path: Path) -> None:
    deed_id = _three(database, tmp_path)
    before = everything_in(database)

    def cancel(done_rows: int, total: int) -> None:
        if done_rows:
            raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        past_imports.undo_import(database, deed_id, progress=cancel)
    assert everything_in(database) == before
    assert past_imports.undo_import(database, deed_id)[1].kept == ()


def _held(database: Database) -> dict[str, dict[int, tuple[Any, ...]]]:
    return {
        table: {
            row[0]: row
            for row in database.execute_sql(f"SELECT id, {written_columns(table)} FROM {table}").fetchall()
        }
        for table in WRITABLE
    }


@pytest.mark.parametrize("seed", range(6))
def test_whatever_was_done_since_nothing_else_changes(database: Database, tmp_path: Path, seed: int) -> None:
    database.execute_sql("PRAGMA synchronous = OFF")
    clerk, random = Clerk(database, seed), Random(seed)
    for _ in range(12):
        clerk.act()
    known = [
        row[0]
        for row in database.execute_sql("SELECT plate FROM vehicle WHERE removed_at IS NULL").fetchall()
    ]
    plates = [f"F {number} Q" for number in range(1, 13)] + known[:4]
    rows = [
        _row(plate, f"Orang {random.choice('ABCDEF')}", f"0812883419{n:02}") for n, plate in enumerate(plates)
    ]
    before = _held(database)
    deed_id = _import(database, tmp_path, *rows)
    imported = _held(database)
    for _ in range(random.choice((3, 12, 40))):
        clerk.act()
        if random.random() < 0.2:
            undo.undo_last(database)
    since = _held(database)
    told = _take_back(database, deed_id)
    after = _held(database)
    for table in WRITABLE:
        own = imported[table].keys() - before[table].keys()
        assert set(after[table]) - own == set(since[table]) - own, table
        for row_id in set(since[table]) - own:
            was, is_now = since[table][row_id], after[table][row_id]
            changed_by_import = imported[table].get(row_id) != before[table].get(row_id)
            assert was == is_now or changed_by_import, (table, row_id)
        gone = own - after[table].keys()
        assert told.going[table] == len(gone & since[table].keys())
        for row_id in own & after[table].keys():
            assert after[table][row_id] == since[table][row_id]


@pytest.mark.parametrize("seed", range(3))
def test_a_shop_that_worked_beside_the_import_is_as_if_there_had_been_none(
    database: Database, new_shop: Path, tmp_path: Path, seed: int
) -> None:
    """Two shops do the same; one also imports a book and takes it back."""
    twin = open_shop(Path(_copy(new_shop, tmp_path / "kembar.db")))
    for shop in (database, twin):
        make_vehicle(shop, "B 1 A", "Sri Wulandari", ["081288341901"], brand=None, model=None)
        make_vehicle(shop, "D 1 D", "Tetangga", ["081277770000"])
    deed_id = _three(database, tmp_path)
    for shop in (database, twin):
        random = Random(seed)
        for number in range(12):
            plate = random.choice(("B 1 A", "D 1 D", "D 2 D"))
            card = lookup.look_up_plate(shop, plate)
            vehicle_id = make_vehicle(shop, plate, "Pendatang") if card is None else card.vehicle.id
            lines = (Line(LineKind.JOB, random.choice(("Servis ringan", "Stel rantai")), 1, 40_000),)
            work_orders.record_work_order(
                shop,
                WorkOrderDraft(
                    vehicle_id, date(2026, 6, 1 + number), 100 * number, lines, number=f"N{number}"
                ),
            )
            notes.add_note(shop, vehicle_id, f"catatan {number}", TODAY)
    past_imports.undo_import(database, deed_id)
    assert check(database) == []
    assert _plain(database) == _plain(twin)
    close_shop(twin)


def _copy(source: Path, target: Path) -> Path:
    target.write_bytes(source.read_bytes())
    return target


def _plain(database: Database) -> list[Any]:
    """Return what a shop knows, without the numbers of rows."""
    told = []
    for (plate,) in database.execute_sql("SELECT plate FROM vehicle ORDER BY plate_key").fetchall():
        card = card_of(database, plate)
        told.append(
            (
                (
                    plate,
                    card.vehicle.brand,
                    card.vehicle.model,
                    card.vehicle.color,
                    card.owner and card.owner.name,
                ),
                card.owner and [phone.typed for phone in card.owner.phones],
                [(order.number, order.date, order.odometer_km, order.jobs) for order in card.history],
                [note.text for note in card.notes],
                card.due,
            )
        )
    counts = [database.execute_sql(f"SELECT count(*) FROM {table}").fetchone()[0] for table in WRITABLE]
    return [told, counts]


def test_the_rows_of_many_are_kept_small(database: Database) -> None:
    with perform(database, "book_imported", "besar.xlsx") as deed:
        rows = [
            (number, f"Orang {number}", name_key(f"Orang {number}"), "person") for number in range(1, 3001)
        ]
        imports.add_rows(deed, "customer", ("id", "name", "name_key", "kind"), rows)
        cars = [(number, f"B {number} A", plate_key(f"B {number} A"), "car") for number in range(1, 3001)]
        imports.add_rows(deed, "vehicle", ("id", "plate", "plate_key", "kind"), cars)
        deed.vehicle_ids.update(range(1, 3001))
    before = everything_in(database)
    change, _ = past_imports.undo_import(database, done(deed).deed_id)
    (size,) = database.execute_sql(
        "SELECT length(images) FROM deed WHERE id = ?", (change.deed_id,)
    ).fetchone()
    assert size < 120_000
    undo.undo_last(database)
    assert everything_in(database) == before
