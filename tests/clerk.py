"""A clerk who does anything at all, the same for the same seed; and what a shop file holds."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.journal import BinEntry
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.records.work_orders import Line, WorkOrderDraft
from bengkel_crm.schema.fields import Journal
from bengkel_crm.schema.order import PARENTS_FIRST
from bengkel_crm.schema.tables import TABLES
from bengkel_crm.trade.kinds import LineKind, VehicleKind
from bengkel_crm.workshop.customers import notes
from bengkel_crm.workshop.journal import undo
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles import vehicles
from bengkel_crm.workshop.work_orders import work_orders
from tests.written_columns import written_columns

_MONDAY = date(2024, 1, 1)
_NOW = datetime(2026, 8, 12, 9)
_NAMES = ("Budi Santoso", "BPK. Agus", "Siti Rahayu, IBU", "H. Rahmat", "PT Maju Jaya", "Dewi", "Ko Hendra")
_PHONES = ((), ("0812-8834-1907",), ("+62 813 5550 1234", "(0274) 592098"), ("8123",), ("0812-8834-1907",))
_JOBS = ("Servis ringan", "Ganti oli mesin", "Ganti V-belt", "Kampas rem depan", "Stel rantai", "apa saja")
_SOLD = ("AHM MPX2 10W-30", "OLI GARDAN AHM", "OIL FILTER DENSO", "BUSI NGK", "OLI SHELL AX7", "FILTER UDARA")
_MECHANICS = (None, "Budi", "Slamet", "Anto")


class Clerk:
    """Calls the workshop the way the window does."""

    def __init__(self, database: Database, seed: int) -> None:
        self._database = database
        self._random = Random(seed)
        self._deeds: tuple[Callable[[], object], ...] = (
            *(self._register, self._register, self._edit_vehicle, self._edit_owner, self._new_owner),
            *(self._change_owner, self._remove_vehicle, self._note, self._edit_note, self._remove_note),
            *(self._visit,) * 6,
            *(self._edit_visit, self._edit_visit, self._move_visit, self._remove_visit, self._restore),
        )

    def act(self) -> None:
        """Do one deed; where its record is missing, register a vehicle instead."""
        deed = self._random.choice(self._deeds)
        if deed() is None:
            self._register()

    def _any(self, sql: str) -> Any:
        rows = self._database.execute_sql(sql).fetchall()
        return self._random.choice(rows)[0] if rows else None

    def _vehicle_id(self) -> Any:
        return self._any("SELECT id FROM vehicle WHERE removed_at IS NULL ORDER BY id")

    def _work_order_id(self) -> Any:
        return self._any(
            "SELECT w.id FROM work_order w JOIN vehicle v ON v.id = w.vehicle_id "
            "WHERE w.removed_at IS NULL AND v.removed_at IS NULL ORDER BY w.id"
        )

    def _note_id(self) -> Any:
        return self._any("SELECT id FROM note WHERE removed_at IS NULL ORDER BY id")

    def _customer_id(self) -> Any:
        return self._any("SELECT id FROM customer ORDER BY id")

    def _day(self) -> date:
        return _MONDAY + timedelta(days=self._random.randrange(900))

    def _vehicle(self) -> VehicleDraft:
        pick = self._random.choice
        plate = f"{pick(('B', 'AB', 'D'))} {self._random.randrange(1, 9999)} {pick(('X', 'YZ', 'KLM'))}"
        return VehicleDraft(plate, pick(list(VehicleKind)), pick(("Honda", None)), "Beat", pick((2015, None)))

    def _customer(self) -> CustomerDraft:
        return CustomerDraft(self._random.choice(_NAMES), self._random.choice(_PHONES))

    def _register(self) -> object:
        known = self._customer_id() if self._random.random() < 0.3 else None
        owner = self._customer() if known is None and self._random.random() < 0.8 else None
        return vehicles.register_vehicle(self._database, self._vehicle(), owner, customer_id=known)

    def _edit_vehicle(self) -> object:
        vehicle_id = self._vehicle_id()
        return vehicle_id and vehicles.edit_vehicle(
            self._database, vehicle_id, self._vehicle(), on=self._day()
        )

    def _edit_owner(self) -> object:
        vehicle_id, customer_id = self._vehicle_id(), self._customer_id()
        if vehicle_id is None or customer_id is None:
            return None
        present = vehicles.get_vehicle(self._database, vehicle_id)
        draft = VehicleDraft(present.plate, present.kind, present.brand, present.model)
        return vehicles.edit_vehicle(
            self._database, vehicle_id, draft, self._customer(), customer_id=customer_id, on=self._day()
        )

    def _new_owner(self) -> object:
        vehicle_id = self._vehicle_id()
        return vehicle_id and vehicles.edit_vehicle(
            self._database, vehicle_id, self._vehicle(), self._customer(), on=self._day()
        )

    def _change_owner(self) -> object:
        vehicle_id, customer_id = self._vehicle_id(), self._customer_id()
        if vehicle_id is None or customer_id is None:
            return None
        return vehicles.change_owner(self._database, vehicle_id, customer_id, self._day())

    def _remove_vehicle(self) -> object:
        vehicle_id = self._vehicle_id() if self._random.random() < 0.4 else None
        return vehicle_id and vehicles.remove_vehicle(self._database, vehicle_id, _NOW)

    def _lines(self) -> tuple[Line, ...]:
        pick, chance = self._random.choice, self._random.random
        jobs = [
            Line(LineKind.JOB, pick(_JOBS), 1, 25_000, mechanic=pick(_MECHANICS))
            for _ in range(1 + int(chance() * 2))
        ]
        sold = [Line(LineKind.PART, pick(_SOLD), 1, 60_000) for _ in range(int(chance() * 3))]
        return (*jobs, *sold)

    def _draft(self, vehicle_id: int) -> WorkOrderDraft:
        km = None if self._random.random() < 0.15 else self._random.randrange(100, 90_000)
        return WorkOrderDraft(
            vehicle_id, self._day(), km, self._lines(), self._random.choice(_MECHANICS), symptom="bunyi"
        )

    def _visit(self) -> object:
        vehicle_id = self._vehicle_id()
        return vehicle_id and work_orders.record_work_order(self._database, self._draft(vehicle_id))

    def _edit_visit(self) -> object:
        order_id = self._work_order_id()
        if order_id is None:
            return None
        order = work_orders.get_work_order(self._database, order_id)
        return work_orders.edit_work_order(self._database, order_id, self._draft(order.vehicle_id))

    def _move_visit(self) -> object:
        """Give a visit to another vehicle: it was written under the wrong plate."""
        order_id = self._work_order_id()
        return order_id and work_orders.edit_work_order(
            self._database, order_id, self._draft(self._vehicle_id())
        )

    def _remove_visit(self) -> object:
        order_id = self._work_order_id()
        return order_id and work_orders.remove_work_order(self._database, order_id, _NOW)

    def _note(self) -> object:
        vehicle_id = self._vehicle_id()
        return vehicle_id and notes.add_note(self._database, vehicle_id, "titip helm", self._day())

    def _edit_note(self) -> object:
        note_id = self._note_id()
        return note_id and notes.edit_note(self._database, note_id, f"titip {self._random.random()}")

    def _remove_note(self) -> object:
        note_id = self._note_id()
        return note_id and notes.remove_note(self._database, note_id, _NOW)

    def _restore(self) -> object:
        entries: list[BinEntry] = undo.list_bin(self._database)
        if not entries:
            return None
        return undo.restore_from_bin(self._database, self._random.choice(entries))


def everything_in(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that a file holds, derived rows and search words too, but not the list of deeds."""
    tables = [one.name for one in PARENTS_FIRST if one.journal in (Journal.ROWS, Journal.DERIVED)]
    held = {
        table: database.execute_sql(
            f"SELECT {written_columns(table)} FROM {table} ORDER BY {', '.join(TABLES[table].key)}"
        ).fetchall()
        for table in tables
    }
    database.execute_sql(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words USING fts5vocab(main, vehicle_search, instance)"
    )
    held["vehicle_search"] = database.execute_sql(
        "SELECT doc, col, term FROM temp.search_words ORDER BY doc, col, term"
    ).fetchall()
    return held
