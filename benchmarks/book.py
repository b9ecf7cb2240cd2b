"""Importing a book of visits, beside the bare read of it and the bare inserts of the rows it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from benchmarks.figures import Figure, Timing, ratio, take_turns
from benchmarks.fleet import cache_folder
from bengkel_crm.db.derived import search_index
from bengkel_crm.db.engine.vacuum import checksum
from bengkel_crm.workshop.exchange import import_book
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop

_USUAL_ROWS, _WHOLE_ROWS = 20_000, 100_000
LIMIT = 2.5
_USUAL_ROUNDS, _WHOLE_ROUNDS = 2, 3
_LAST_DAY = date(2026, 11, 14)
_HEADER = (
    *("No", "Tgl", "No. Polisi", "Nama Pelanggan", "No HP/WA", "Kendaraan", "Thn", "KM", "Keluhan"),
    *("Pekerjaan", "Oli", "Montir", "Biaya", "Ket."),
)
_FIRST = (
    *("Budi", "Siti", "Agus", "Dewi", "Eko", "Sri", "Joko", "Rina", "Hendra", "Wati", "Bambang", "Yanti"),
    *("Slamet", "Fitri", "Rudi", "Maya", "Wahyu", "Nur", "Dedi", "Indah", "Wayan", "Kartika", "Yusuf", "Tri"),
)
_LAST = (
    *("Santoso", "Rahayu", "Wijaya", "Lestari", "Hidayat", "Utami", "Pratama", "Handayani", "Nugroho"),
    *("Setiawan", "Siregar", "Saputra", "Kurniawan", "Permana", "Halim", "Simanjuntak", "Nasution", "Fauzi"),
)
_MOTORCYCLES = (
    "Honda Beat",
    "Honda Vario 125",
    "Honda Scoopy",
    "Yamaha NMAX",
    "Yamaha Mio M3",
    "Suzuki Satria FU",
)
_CARS = ("Toyota Avanza 1.3", "Daihatsu Xenia", "Honda Brio", "Suzuki Ertiga", "Mitsubishi Xpander")
_MOTORCYCLE_OILS = ("AHM MPX2 10W-30", "YAMALUBE MATIC 0.8L", "OLI FEDERAL MATIC 30", "OLI SHELL AX7 08")
_CAR_OILS = ("OIL HELIX HX7 PLUS 5W-40 4LT SHELL", "CASTROL MAGNATEC 10W 40 4L", "Fastron Techno 10W-40")
_MOTORCYCLE_JOBS = (
    "Servis ringan",
    "Kampas rem depan",
    "Ganti busi",
    "Bersihkan CVT",
    "OLI GARDAN AHM 120ML",
)
_CAR_JOBS = (
    "Tune up",
    "Filter udara",
    "Spooring balancing",
    "OIL FILTER DXE-1001 DENSO",
    "Kuras air radiator",
)
_SYMPTOMS = (None, None, "rem bunyi", "tarikan berat", "boros bensin", "sulit hidup pagi hari")
_MECHANICS = ("Slamet", "Anto", "Pak Min", "Budi", "Dedi")
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_REGIONS = ("AB", "AD", "B", "H", "K", "L", "N")


@dataclass(slots=True)
class _Vehicle:
    plate: str
    owner: str
    phone: str
    name: str
    year: int
    oils: Sequence[str]
    jobs: Sequence[str]
    km: int


def write_book(path: Path, rows: int, seed: int) -> None:
    """Write a ledger of so many visits as a front desk keeps it: title, total, all spellings."""
    random = Random(seed)
    fleet = [_make_vehicle(random) for _ in range(max(1, rows * 2 // 5))]
    days = sorted(random.randrange(3 * 365) for _ in range(rows))
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Buku Servis")
    sheet.append(["BENGKEL MAJU JAYA"])
    sheet.append([])
    sheet.append(_HEADER)
    total = 0
    for number, days_ago in enumerate(reversed(days), 1):
        cost = random.randrange(45, 800) * 1000
        total += cost
        day = _LAST_DAY - timedelta(days=days_ago)
        sheet.append(_visit(random, number, day, random.choice(fleet), cost))
    sheet.append([None] * 11 + ["TOTAL", total])
    book.save(path)


def _make_vehicle(random: Random) -> _Vehicle:
    is_car = random.random() < 0.3
    digits = random.randrange(1000, 2000) if is_car else random.randrange(2000, 7000)
    suffix = "".join(random.choices(_LETTERS, k=random.choice((2, 2, 3))))
    return _Vehicle(
        f"{random.choice(_REGIONS)} {digits} {suffix}",
        f"{random.choice(_FIRST)} {random.choice(_LAST)}",
        f"08{random.choice(('12', '13', '57', '95', '21'))}{random.randrange(10**7, 10**8)}",
        random.choice(_CARS if is_car else _MOTORCYCLES),
        random.randrange(2008, 2027),
        _CAR_OILS if is_car else _MOTORCYCLE_OILS,
        _CAR_JOBS if is_car else _MOTORCYCLE_JOBS,
        random.randrange(500, 60_000),
    )


def _visit(random: Random, number: int, day: date, vehicle: _Vehicle, cost: int) -> list[Any]:
    vehicle.km += random.randrange(800, 4000)
    jobs = random.sample(vehicle.jobs, random.choice((0, 1, 1, 2)))
    oil = random.choice(vehicle.oils) if random.random() < 0.7 or not jobs else None
    if oil is not None:
        jobs.insert(0, "Ganti oli mesin")
    plate = random.choice(
        (vehicle.plate, vehicle.plate.lower(), vehicle.plate.replace(" ", ""), f" {vehicle.plate} ")
    )
    owner = random.choice(
        (vehicle.owner, vehicle.owner.upper(), f"Pak {vehicle.owner}", f"{vehicle.owner}, BPK")
    )
    phone: object = random.choice((vehicle.phone, int(vehicle.phone), f"+62 {vehicle.phone[1:]}", None))
    written = random.choice((datetime(day.year, day.month, day.day), f"{day:%d/%m/%Y}", f"{day:%d-%m-%y}"))
    km = random.choice((vehicle.km, f"{vehicle.km:,}".replace(",", "."), f"{vehicle.km} km", None))
    money = random.choice((cost, cost, "Rp " + f"{cost:,}".replace(",", ".")))
    work = random.choice((", ", " + ", "; ")).join(jobs)
    symptom, mechanic = random.choice(_SYMPTOMS), random.choice(_MECHANICS)
    return [
        number,
        written,
        plate,
        owner,
        phone,
        vehicle.name,
        vehicle.year,
        km,
        symptom,
        work,
        oil,
        mechanic,
        money,
    ]


def measure(folder: Path, *, whole: bool) -> list[Figure]:
    """Measure importing a book against reading its cells plus inserting the rows it becomes."""
    visits = _WHOLE_ROWS if whole else _USUAL_ROWS
    path = kept_book(visits)
    rounds = _WHOLE_ROUNDS if whole else _USUAL_ROUNDS
    written: dict[str, list[tuple[Any, ...]]] = {}

    def take_in(turn: Any) -> None:
        import_book(shops[turn], path, today=_LAST_DAY)

    def read_and_insert(turn: Any) -> None:
        _read_bare(path)
        _insert_bare(bare[turn], written)

    shops = [open_shop(folder / f"imported-{turn}.db") for turn in range(rounds)]
    bare = [open_shop(folder / f"bare-{turn}.db") for turn in range(rounds)]
    imported, inserted = [], []
    for turn in range(rounds):
        imported += take_turns([turn], take_in)[0].seconds
        written = written or _rows_of(shops[turn])
        inserted += take_turns([turn], read_and_insert)[0].seconds
    for database in (*shops, *bare):
        close_shop(database)
    name = f"import of {visits:,} rows"
    return [ratio(name, Timing(imported), Timing(inserted), LIMIT, "reading it and bare inserts")]


def kept_book(rows: int) -> Path:
    """Return a book of so many visits, written once and kept in the user's cache."""
    path = cache_folder() / f"book-{rows}-{checksum(Path(__file__))[:12]}.xlsx"
    if not path.exists():
        part = path.with_suffix(".part")
        write_book(part, rows, seed=1)
        part.replace(path)
    return path


def _read_bare(path: Path) -> int:
    with CalamineWorkbook.from_path(str(path)) as book:
        return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)


_WRITTEN = (
    *("customer", "customer_phone", "vehicle", "ownership", "mechanic", "product", "work_order"),
    *("work_order_line", "vehicle_summary", "job_due", "deed"),
)


def _rows_of(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    written = {table: database.execute_sql(f"SELECT * FROM {table}").fetchall() for table in _WRITTEN}
    ids = ",".join(str(row[0]) for row in written["vehicle"])
    written["vehicle_search"] = list(search_index.iterate_words(database, f"[{ids}]"))
    return written


def _insert_bare(database: Database, written: dict[str, list[tuple[Any, ...]]]) -> None:
    connection = database.connection()
    connection.execute("BEGIN IMMEDIATE")
    for table, rows in written.items():
        columns = f" (rowid, {', '.join(search_index.COLUMNS)})" if table == "vehicle_search" else ""
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table}{columns} VALUES ({marks})", rows)
    connection.execute("COMMIT")
