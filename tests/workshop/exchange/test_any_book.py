"""Whatever names, orders and spellings a book has, the counter shows the truth it was written from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bengkel_crm.records.counter import Card
from bengkel_crm.trade.names import name_key
from bengkel_crm.workshop.exchange.rows.entries import RowFate
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop

from .books import card_of, take_over, write_sheets

FIRST = ("Budi", "Siti", "Agus", "Dewi", "Eko", "Sri", "Joko", "Rina", "Hendra", "Wayan", "Putu", "Fitri")
LAST = (
    "Santoso",
    "Rahayu",
    "Wijaya",
    "Lestari",
    "Hidayat",
    "Utami",
    "Pratama",
    "Nugroho",
    "Siregar",
    "Halim",
)
FIRMS = ("PT Maju Bersama", "CV Sinar Jaya", "Koperasi Tani", "UD Berkah")
VEHICLES = (
    ("Honda", "Beat"),
    ("Honda", "Vario 125"),
    ("Yamaha", "NMAX"),
    ("Toyota", "Avanza"),
    ("Suzuki", "Carry"),
)
OILS = (
    "AHM MPX2 10W-30",
    "YAMALUBE MATIC 0.8L",
    "OLI FEDERAL MATIC 30",
    "Castrol Magnatec 10W-40 4L",
    "Fastron Techno",
)
JOBS = (
    "Servis ringan",
    "Ganti busi",
    "Kampas rem depan",
    "Bersihkan CVT",
    "OLI SKOK DEPAN",
    "BAUT TAP OLI",
    "Tune up",
)
MECHANICS = ("Slamet", "Anto", "Pak Min", "Dedi")
NAMES: dict[str, Sequence[str]] = {
    "date": ("Tgl", "Tanggal", "Date", "TGL SERVIS", "Tgl. Masuk", "Service Date"),
    "plate": ("Nopol", "No. Polisi", "Plat Nomor", "License Plate", "NO POL", "Plate No."),
    "owner": ("Nama", "Pelanggan", "Customer", "Nama Pemilik", "Nama Konsumen", "OWNER"),
    "phone": ("HP", "No. Telp", "No HP/WA", "Phone", "WhatsApp", "Telepon"),
    "vehicle": ("Kendaraan", "Tipe Kendaraan", "Vehicle", "Merk/Tipe", "Motor"),
    "km": ("KM", "Kilometer", "Odometer", "Mileage", "KM Masuk"),
    "jobs": ("Pekerjaan", "Servis", "Work", "Jenis Pekerjaan", "Uraian", "Keterangan Pekerjaan"),
    "oil": ("Oli", "Oli Mesin", "Oil", "Jenis Oli", "Engine Oil"),
    "mechanic": ("Mekanik", "Montir", "Mechanic", "Teknisi", "Dikerjakan Oleh"),
    "total": ("Total", "Biaya", "Total Biaya", "Jumlah Bayar", "Cost", "Total (Rp)"),
}
LINE_NAMES: dict[str, Sequence[str]] = {
    **NAMES,
    "number": ("No WO", "No. Nota", "Work Order", "No Faktur", "INVOICE"),
    "text": ("Uraian", "Item", "Description", "Nama Barang/Jasa", "Pekerjaan"),
    "quantity": ("Qty", "Jumlah", "Quantity", "Banyaknya"),
    "price": ("Harga", "Harga Satuan", "Price", "Unit Price"),
}


MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
FIRST_DAY = date(2024, 1, 13)


@dataclass
class Owner:
    name: str
    phone: str | None


@dataclass
class Vehicle:
    plate: str
    owner: Owner
    brand: str
    model: str
    visits: "list[Visit]"


@dataclass
class Visit:
    day: date
    km: int | None
    jobs: list[str]
    oil: str | None
    mechanic: str | None
    total: int


def make_shop(random: Random) -> list[Vehicle]:
    """Return what really happened in a small shop; every vehicle was there at least once."""
    owners = []
    for n in range(random.randrange(2, 7)):
        name = (
            random.choice(FIRMS) if random.random() < 0.2 else f"{random.choice(FIRST)} {random.choice(LAST)}"
        )
        owners.append(
            Owner(name, None if random.random() < 0.2 else f"0812{n}{random.randrange(10**6, 10**7)}")
        )
    vehicles = []
    for n in range(random.randrange(3, 12)):
        region, suffix = random.choice(("AB", "B", "AD", "N")), random.choice(("XY", "KZR", "A", "QB"))
        vehicles.append(
            Vehicle(
                f"{region} {1000 + 37 * n} {suffix}",
                random.choice(owners),
                *random.choice(VEHICLES),
                visits=[],
            )
        )
    day, oil_less = FIRST_DAY, random.random() < 0.2
    for number in range(len(vehicles) * 3):
        vehicle = vehicles[number] if number < len(vehicles) else random.choice(vehicles)
        km = 1000 + 800 * number if random.random() < 0.85 else None
        oil = None if oil_less or random.random() < 0.3 else random.choice(OILS)
        jobs = random.sample(JOBS, random.randrange(0 if oil else 1, 3))
        mechanic = None if random.random() < 0.1 else random.choice(MECHANICS)
        vehicle.visits.append(Visit(day, km, jobs, oil, mechanic, random.randrange(20, 900) * 1000))
        day += timedelta(days=random.randrange(1, 20))
    return vehicles


def dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def spell_plate(random: Random, plate: str) -> str:
    return random.choice(
        (plate, plate.lower(), plate.replace(" ", ""), plate.replace(" ", "-"), f" {plate} ")
    )


def spell_owner(random: Random, name: str) -> str:
    if name in FIRMS:
        return random.choice((name, name.upper(), f"{name} "))
    return random.choice(
        (name, name.upper(), f"Pak {name}", f"{name}, BPK", f"Bu. {name}", f"{name.upper()},IBU", f"{name} ")
    )


def spell_phone(random: Random, phone: str | None) -> object:
    if phone is None:
        return random.choice((None, "-", "tidak ada"))
    return random.choice(
        (
            phone,
            int(phone),
            float(phone),
            f"+62 {phone[1:]}",
            f"62{phone[1:]}",
            f"{phone[:4]}-{phone[4:8]}-{phone[8:]}",
        )
    )


def spell_day(random: Random, day: date) -> object:
    if day == FIRST_DAY:
        return f"{day:%d/%m/%Y}"  # 13/01: the column tells its order
    return random.choice(
        (
            datetime(day.year, day.month, day.day),
            f"{day:%d/%m/%Y}",
            f"{day:%d-%m-%y}",
            f"{day.day} {MONTHS[day.month - 1]} {day.year}",
            day.isoformat(),
        )
    )


def spell_km(random: Random, km: int | None) -> object:
    if km is None:
        return random.choice((None, "-"))
    return random.choice((km, float(km), f"{km} km", dotted(km), f"{dotted(km)} KM", str(km)))


def spell_money(random: Random, rupiah: int) -> object:
    return random.choice(
        (rupiah, float(rupiah), f"Rp {dotted(rupiah)}", dotted(rupiah), f"Rp{dotted(rupiah)},00")
    )


def columns(
    random: Random, names: dict[str, Sequence[str]], keys: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Return (keys in a new order, the names they get in this book)."""
    order = random.sample(list(keys), len(keys))
    return order, [random.choice(names[key]) for key in order]


def ledger(
    random: Random, shop: list[Vehicle], spell_name: Callable[[Random, str], str] = spell_owner
) -> dict[str, list[list[Any]]]:
    keys, header = columns(random, NAMES, list(NAMES))
    visits = sorted(
        ((visit, vehicle) for vehicle in shop for visit in vehicle.visits), key=lambda pair: pair[0].day
    )
    above: list[list[Any]] = [["BENGKEL"], [None]]
    rows = [*above[: random.randrange(3)], header]
    for visit, vehicle in visits:
        cells = {
            "date": spell_day(random, visit.day),
            "plate": spell_plate(random, vehicle.plate),
            "owner": spell_name(random, vehicle.owner.name),
            "phone": spell_phone(random, vehicle.owner.phone),
            "vehicle": f"{vehicle.brand} {vehicle.model}",
            "km": spell_km(random, visit.km),
            "jobs": random.choice((", ", " + ", "; ")).join(visit.jobs) or None,
            "oil": visit.oil,
            "mechanic": visit.mechanic,
            "total": spell_money(random, visit.total),
        }
        rows.append([cells[key] for key in keys])
        if random.random() < 0.05:
            rows.append([None])
    if random.random() < 0.5:
        rows.append(["TOTAL", *[None] * (len(keys) - 2), 1_000_000])
    return {random.choice(("Sheet1", "Buku Servis", "2024")): rows}


def lines(random: Random, shop: list[Vehicle]) -> dict[str, list[list[Any]]]:
    keys, header = columns(
        random, LINE_NAMES, ("number", "date", "plate", "km", "text", "quantity", "price", "mechanic")
    )
    rows: list[list[Any]] = [header]
    visits = sorted(
        ((visit, vehicle) for vehicle in shop for visit in vehicle.visits), key=lambda pair: pair[0].day
    )
    for number, (visit, vehicle) in enumerate(visits, 1):
        texts = [*visit.jobs, *([visit.oil] if visit.oil else [])]
        fixed = {
            "number": f"WO-{number:04d}",
            "date": spell_day(random, visit.day),
            "plate": spell_plate(random, vehicle.plate),
            "km": spell_km(random, visit.km),
            "mechanic": visit.mechanic,
        }
        for place, text in enumerate(texts):
            price = visit.total - 1000 * (len(texts) - 1) if place == 0 else 1000
            cells = {**fixed, "text": text, "quantity": 1, "price": spell_money(random, price)}
            rows.append([cells[key] for key in keys])
    owner_keys, owner_header = columns(random, NAMES, ("plate", "owner", "phone", "vehicle"))
    vehicles: list[list[Any]] = [owner_header]
    for vehicle in shop:
        cells = {
            "plate": spell_plate(random, vehicle.plate),
            "owner": spell_owner(random, vehicle.owner.name),
            "phone": spell_phone(random, vehicle.owner.phone),
            "vehicle": f"{vehicle.brand} {vehicle.model}",
        }
        vehicles.append([cells[key] for key in owner_keys])
    sheets = [("Transaksi", rows), ("Kendaraan", vehicles), ("Petunjuk", [["Jangan ubah judul kolom"]])]
    return dict(random.sample(sheets, len(sheets)))


def check_card(card: Card, vehicle: Vehicle) -> None:
    last = vehicle.visits[-1]
    assert card.owner is not None
    assert name_key(card.owner.name) == name_key(vehicle.owner.name)
    if vehicle.owner.phone is None:
        assert card.owner.phones == ()
    assert card.last_work_order is not None
    assert (card.last_work_order.date, card.last_work_order.odometer_km) == (last.day, last.km)
    assert [order.total_rupiah for order in card.history] == [
        visit.total for visit in reversed(vehicle.visits)
    ]
    oiled = [visit for visit in vehicle.visits if visit.oil]
    assert (card.oil and (card.oil.name, card.oil.date)) == (
        (oiled[-1].oil, oiled[-1].day) if oiled else None
    )
    worked = [visit.mechanic for visit in vehicle.visits if visit.mechanic]
    if worked:
        assert card.mechanic is not None
        assert card.mechanic.count == max(map(worked.count, worked)) == worked.count(card.mechanic.name)
    assert (card.vehicle.brand, card.vehicle.model) == (vehicle.brand, vehicle.model)


def import_shop(
    database: Database, folder: Path, sheets: dict[str, list[list[Any]]], shop: list[Vehicle]
) -> None:
    path = write_sheets(folder / "book.xlsx", sheets)
    report = take_over(database, path)
    assert report.problems == ()
    assert sum(report.rows.values()) == report.rows_total
    assert report.vehicles_added == len(shop)
    assert report.work_orders_added == sum(len(vehicle.visits) for vehicle in shop)
    for vehicle in shop:
        check_card(card_of(database, vehicle.plate), vehicle)
    again = take_over(database, path)
    assert (again.vehicles_added, again.customers_added, again.work_orders_added) == (0, 0, 0)
    assert again.rows.get(RowFate.TAKEN, 0) == 0


@settings(max_examples=15, deadline=None, derandomize=True)
@given(seed=st.integers(0, 2**32), write=st.sampled_from([ledger, lines]))
def test_a_book_in_any_spelling_imports_to_the_truth(
    seed: int, write: Callable[[Random, list[Vehicle]], dict[str, list[list[Any]]]]
) -> None:
    random = Random(seed)
    shop = make_shop(random)
    with TemporaryDirectory() as name:
        database = open_shop(Path(name) / "toko.db")
        try:
            import_shop(database, Path(name), write(random, shop), shop)
        finally:
            close_shop(database)
