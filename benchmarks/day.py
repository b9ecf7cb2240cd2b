"""`python -m benchmarks.day SAVES`: a shop's day in the present folder; each line tells a thing done."""

import os
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

from benchmarks import lives
from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.records.work_orders import WorkOrderDraft
from bengkel_crm.workshop.exchange.import_run import import_book
from bengkel_crm.workshop.journal.undo import undo_last
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop
from bengkel_crm.workshop.vehicles.vehicles import register_vehicle
from bengkel_crm.workshop.work_orders.work_orders import record_work_order

SHOP = "toko.db"
STICK = "stick"
BOOK_ROWS = 7
_BEGINNING = datetime(2026, 8, 12, 8)


def plates_of_book(number: int) -> tuple[str, ...]:
    """Return the plates, as a person writes them, of one of the day's books."""
    return tuple(f"AB {1000 + number * BOOK_ROWS + row} IM" for row in range(BOOK_ROWS))


def _tell(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def _save(shop: Database, sequence: int) -> None:
    draft = WorkOrderDraft(
        1 + sequence % lives.VEHICLES,
        lives.DAY,
        None,
        lives.lines_of(sequence),
        mechanic="Budi",
        number=lives.number_of(0, sequence),
    )
    record_work_order(shop, draft)


def _write_book(number: int) -> Path:
    book = Path(f"buku{number}.csv")
    rows = [f"{plate},Wulan {row},0812277{row:05d}" for row, plate in enumerate(plates_of_book(number))]
    book.write_text("\n".join(["Nopol,Nama,HP", *rows, ""]), encoding="utf-8")
    return book


def main() -> None:
    """Save, back up, import and take back, telling each only when it is done."""
    path, stick = Path(SHOP).absolute(), Path(STICK).absolute()
    stick.mkdir()
    shop = open_shop(path)
    for place in range(lives.VEHICLES):
        register_vehicle(shop, VehicleDraft(f"B {1000 + place} KIL"), CustomerDraft("Budi"))
    at, books = _BEGINNING, 0
    for sequence in range(int(sys.argv[1])):
        _save(shop, sequence)
        _tell("saved", sequence)
        at += timedelta(minutes=20)
        if sequence % 5 == 2:
            # The same name again: the copy before it is replaced.
            backup.back_up(shop, stick / "salinan.db", at)
            _tell("copied", STICK, "salinan.db", sequence)
        if sequence % 5 == 4:
            made = backup.back_up_when_changed(shop, at)
            assert made is not None
            _tell("copied", "backups", Path(made.path).name, sequence)
        if sequence % 7 == 3:
            import_book(shop, _write_book(books), today=date(2026, 8, 12))
            _tell("imported", books)
            books += 1
        if sequence % 11 == 5:
            register_vehicle(shop, VehicleDraft("B 9999 UND"), CustomerDraft("Tono"))
            undo_last(shop)
            _tell("undone", sequence)
    close_shop(shop)
    _tell("closed")


if __name__ == "__main__":
    main()
