"""A row is called by what people know it by."""

from datetime import date

from bengkel_crm.db.journal.bin import read_titles
from bengkel_crm.schema.order import PARTS, WRITABLE
from bengkel_crm.schema.tables import TABLES
from bengkel_crm.workshop.customers.notes import add_note
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle, make_work_order


def titles(database: Database, table: str) -> list[str]:
    return [row.title for row in read_titles(database, table, f"{table}.removed_at IS NULL")]


def test_a_row_is_called_by_its_own_fields_and_those_of_the_vehicle_it_names(database: Database) -> None:
    later = make_vehicle(database, "B 2 A", "Agus")
    first = make_vehicle(database, "B 1 A", "Budi")
    database.execute_sql("UPDATE vehicle SET brand = 'Honda', model = NULL WHERE id = ?", (later,))
    database.execute_sql("UPDATE vehicle SET brand = 'Honda', model = 'Vario' WHERE id = ?", (first,))
    make_work_order(database, first, jobs=["Ganti busi"])
    add_note(database, first, "Hubungi sore", date(2026, 8, 1))
    (number,) = database.execute_sql("SELECT number FROM work_order").fetchone()
    assert titles(database, "vehicle") == ["B 1 A · Honda Vario", "B 2 A · Honda"]
    assert titles(database, "work_order") == [f"{number} · B 1 A · Ganti busi"]
    assert titles(database, "note") == ["B 1 A · Hubungi sore"]
    assert titles(database, "customer") == ["Agus", "Budi"]


def test_every_table_that_is_written_by_deeds_has_a_title_or_is_a_part_of_one_that_has() -> None:
    for name in WRITABLE:
        whole = PARTS[name][0] if name in PARTS else name
        assert TABLES[whole].title, name
