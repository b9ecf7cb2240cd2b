"""Books as other people keep them, each kind in several spellings: what is right stands beside each."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import language, set_language
from bengkel_crm.records.customers import CustomerDraft
from bengkel_crm.records.vehicles import VehicleDraft
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.words.messages import describe_error
from bengkel_crm.workshop.exchange import ImportReport, report_lines
from bengkel_crm.workshop.exchange.rows.entries import Reason
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.vehicles import vehicles
from bengkel_crm.workshop.work_orders.work_orders import get_work_order

from .books import card_of, phones_of, take_over, write_sheets


@pytest.fixture
def in_english() -> Iterator[None]:
    spoken = language()
    set_language("en")
    yield
    set_language(spoken)


def bring(database: Database, tmp_path: Path, *rows: Sequence[Any], **options: Any) -> ImportReport:
    return take_over(database, write_sheets(tmp_path / "book.xlsx", {"Buku": rows}), **options)


def added(report: ImportReport) -> tuple[int, int, int]:
    return report.vehicles_added, report.customers_added, report.work_orders_added


@pytest.mark.parametrize(
    "title", ["Bengkel", "Supplier", "Dealer", "vendor", "Asuransi", "Rekanan", "Cabang", "Mitra"]
)
def test_a_column_of_companies_owns_no_vehicle(database: Database, tmp_path: Path, title: str) -> None:
    rows = [
        ["Tanggal", "Nopol", "Pekerjaan", title],
        ["13/02/2026", "AB 2211 QX", "Ganti kaca", "CV Kaca Jaya"],
        ["14/02/2026", "AB 3322 WZ", "Cat bumper", "PT Sinar Abadi"],
        ["20/03/2026", "AB 2211 QX", "Ganti ban", "CV Ban Murah"],
    ]
    report = bring(database, tmp_path, *rows)
    assert added(report) == (2, 0, 3)
    assert [column.header for column in report.tables[0].unread] == [title]


@pytest.mark.parametrize("title", ["quarter", "Triwulan", "Periode", "Kode paket"])
def test_short_codes_are_no_make(database: Database, tmp_path: Path, title: str) -> None:
    rows = [["plate", "service_date", "service_type", title]]
    rows += [
        [f"AB {number}211 QX", f"2026-02-1{number}", "Brake check", f"Q{number}"] for number in (1, 2, 3)
    ]
    bring(database, tmp_path, *rows)
    assert card_of(database, "AB1211QX").vehicle.brand is None


@pytest.mark.parametrize("blank", [0, 1])
@pytest.mark.parametrize("times", [2, 3])
def test_tables_side_by_side_are_tables(database: Database, tmp_path: Path, blank: int, times: int) -> None:
    gap = [None] * blank
    header = ["Tanggal", "No Polisi", "Pemilik", "Pekerjaan", *gap]
    jobs = ("Ganti busi", "Ganti ban", "Servis CVT")
    row = [
        ["13/02/2026", f"AB {place}211 QX", f"Sumarni {'ABC'[place - 1]}", jobs[place - 1], *gap]
        for place in range(1, times + 1)
    ]
    report = bring(database, tmp_path, header * times, [cell for part in row for cell in part])
    assert added(report) == (times, times, times)
    for place in range(1, times + 1):
        order = card_of(database, f"AB{place}211QX").last_work_order
        assert order is not None
        assert order.jobs == jobs[place - 1]


@pytest.mark.parametrize(
    "title", ["Tanggal Daftar", "Tgl Beli", "registered_at", "purchase_date", "Tanggal", "Created"]
)
def test_a_list_of_vehicles_with_a_day_is_no_ledger(database: Database, tmp_path: Path, title: str) -> None:
    rows = [
        ["No Polisi", "Pemilik", "No HP", "Merk", "Tipe", title],
        ["AB 2211 QX", "Sumarni", "081200000101", "Honda", "Beat", "13/02/2024"],
    ]
    assert added(bring(database, tmp_path, *rows)) == (1, 1, 0)


@pytest.mark.parametrize("title", ["Tanggal Daftar", "Tgl Beli", "registered_at", "purchase_date"])
def test_the_km_at_registration_is_no_visit(database: Database, tmp_path: Path, title: str) -> None:
    rows = [
        ["plat_nomor", "merk", "km_terakhir", title],
        ["AB 2211 QX", "Honda Beat", 12000, date(2024, 2, 13)],
    ]
    assert added(bring(database, tmp_path, *rows)) == (1, 0, 0)


@pytest.mark.parametrize(
    "word", ["Batal", "BOOKING", "Cancelled", "Dijadwalkan", "dibatalkan", "Pending", "Reservasi"]
)
@pytest.mark.parametrize("title", ["Status", "order_status", "Status Servis"])
def test_what_was_called_off_or_is_booked_is_no_visit(
    database: Database, tmp_path: Path, title: str, word: str
) -> None:
    rows = [
        ["Tanggal", "Nopol", "Pekerjaan", "Total", title],
        ["13/02/2026", "AB 2211 QX", "Ganti oli mesin", 75000, "Selesai"],
        ["14/02/2026", "AB 2211 QX", "Turun mesin", 2500000, word],
    ]
    report = bring(database, tmp_path, *rows)
    assert report.work_orders_added == 1
    assert [(problem.row, problem.reason) for problem in report.problems] == [(3, Reason.NOT_DONE)]


def test_a_bill_not_paid_yet_is_a_visit(database: Database, tmp_path: Path) -> None:
    rows = [
        ["Tanggal", "Nopol", "Pekerjaan", "Status Pembayaran"],
        ["13/02/2026", "AB 2211 QX", "Ganti oli mesin", "Pending"],
    ]
    assert bring(database, tmp_path, *rows).work_orders_added == 1


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize("title", ["Keterangan", "Catatan", "Notes", "Aktivitas"])
def test_the_only_words_of_a_ledger_are_its_work(database: Database, tmp_path: Path, title: str) -> None:
    rows = [
        ["Tgl", "Nopol", "Km", title, "Jumlah"],
        ["13/02/2026", "AB 2211 QX", "12.000", "Ganti oli MPX 2 + busi", "95.000"],
        ["14/02/2026", "AB 3322 WZ", "23.500", "Servis ringan", "60.000"],
    ]
    report = bring(database, tmp_path, *rows)
    oil = card_of(database, "AB2211QX").oil
    assert oil is not None
    assert oil.name == "oli MPX 2"
    assert [column.header for column in report.tables[0].columns if column.guess] == [title]
    assert any(title in line and "its title" in line for line in report_lines(report))


@pytest.mark.parametrize(
    ("yes", "no"), [("v", None), ("1", "0"), ("Ya", "Tidak"), (1, 0), ("✓", "-"), (True, False)]
)
def test_a_ticked_column_is_a_job(database: Database, tmp_path: Path, yes: Any, no: Any) -> None:
    rows = [
        ["Tanggal", "Nopol", "engine_oil", "Filter Udara", "Busi", "Kampas Rem"],
        ["13/02/2026", "AB 2211 QX", yes, no, yes, no],
        ["14/02/2026", "AB 3322 WZ", no, yes, no, yes],
        ["15/02/2026", "AB 4433 WZ", yes, yes, yes, yes],
    ]
    bring(database, tmp_path, *rows)
    orders = [card_of(database, plate).last_work_order for plate in ("AB2211QX", "AB3322WZ")]
    assert [order and order.jobs for order in orders] == ["Ganti oli mesin, Busi", "Filter Udara, Kampas Rem"]
    assert card_of(database, "AB2211QX").oil is None or "engine" not in str(card_of(database, "AB2211QX").oil)


@pytest.mark.parametrize("zero", [0, "0", 0.0, "0 km"])
def test_no_kilometres_are_no_reading(database: Database, tmp_path: Path, zero: Any) -> None:
    rows = [
        ["Tanggal", "Nopol", "KM", "Pekerjaan"],
        ["13/01/2026", "AB 2211 QX", 45000, "Ganti oli mesin"],
        ["20/03/2026", "AB 2211 QX", zero, "Ganti kampas rem"],
    ]
    bring(database, tmp_path, *rows)
    card = card_of(database, "AB2211QX")
    assert card.last_work_order is not None
    assert card.last_work_order.odometer_km is None
    assert [due.due_km for due in card.due if due.due_km] == [47000]


@pytest.mark.parametrize("plates", [("4401-07", "5521-VII", "3321-00"), ("CD 99 01", "CC 12 04", "RI 1")])
@pytest.mark.parametrize("title", ["No Polisi", "Nopol", "Plat Nomor", "plate"])
def test_official_plates_under_their_title_are_believed(
    database: Database, tmp_path: Path, title: str, plates: tuple[str, ...]
) -> None:
    rows = [["No", title, "Tanggal", "KM", "Pekerjaan"]]
    rows += [[n, plate, "13/02/2026", 45000, "Servis berkala"] for n, plate in enumerate(plates, 1)]  # type: ignore[list-item]
    assert added(bring(database, tmp_path, *rows)) == (3, 0, 3)


@pytest.mark.parametrize(
    "titles", [("Nama Depan", "Nama Belakang"), ("First Name", "Last Name"), ("given_name", "family_name")]
)
def test_a_name_in_two_columns_is_one(database: Database, tmp_path: Path, titles: tuple[str, str]) -> None:
    rows = [["Nopol", *titles, "No HP"], ["AB 2211 QX", "Slamet", "Wiyono", "081200000101"]]
    bring(database, tmp_path, *rows)
    owner = card_of(database, "AB2211QX").owner
    assert owner is not None
    assert owner.name == "Slamet Wiyono"


@pytest.mark.parametrize("since", [1770949800, "1770949800", 1770949800000])
def test_seconds_since_1970_are_days(database: Database, tmp_path: Path, since: Any) -> None:
    rows = [["Nopol", "Tanggal", "KM", "Pekerjaan"], ["AB 2211 QX", since, 12000, "Ganti oli mesin"]]
    assert added(bring(database, tmp_path, *rows)) == (1, 0, 1)
    order = card_of(database, "AB2211QX").last_work_order
    assert order is not None
    assert order.date == date(2026, 2, 13)


@pytest.mark.parametrize(
    ("typed", "year"), [("20", 2020), ("09", 2009), ("98", 1998), (14, 2014), (2021, 2021)]
)
def test_a_year_of_two_digits_is_a_year(database: Database, tmp_path: Path, typed: Any, year: int) -> None:
    rows = [
        ["Nopol", "Merk", "Tahun"],
        ["AB 2211 QX", "Honda Beat", typed],
        ["AB 3322 WZ", "Honda Beat", "12"],
    ]
    bring(database, tmp_path, *rows)
    assert card_of(database, "AB2211QX").vehicle.year == year


@pytest.mark.parametrize(
    "titles",
    [
        ("Pekerjaan 1", "Harga 1", "Pekerjaan 2", "Harga 2"),
        ("jasa_1", "biaya_1", "jasa_2", "biaya_2"),
        ("Pekerjaan", "Harga", "Pekerjaan", "Harga"),
        ("Job 1", "Job 2", "Price 1", "Price 2"),
    ],
)
def test_each_job_of_a_row_keeps_its_price(
    database: Database, tmp_path: Path, titles: tuple[str, ...]
) -> None:
    jobs = iter(("Servis ringan", "Ganti busi"))
    prices = iter((60000, 20000))
    cells: list[Any] = [
        next(prices) if title.casefold().startswith(("harga", "biaya", "price")) else next(jobs)
        for title in titles
    ]
    bring(database, tmp_path, ["Tanggal", "Nopol", *titles], ["13/02/2026", "AB 2211 QX", *cells])
    order = card_of(database, "AB2211QX").last_work_order
    assert order is not None
    lines = get_work_order(database, order.id).lines
    assert [(line.text, line.price_rupiah) for line in lines] == [
        ("Servis ringan", 60000),
        ("Ganti busi", 20000),
    ]
    assert order.total_rupiah == 80000


_PAIRS = (
    ["Item 1", "Qty 1", "Harga 1", "Item 2", "Qty 2", "Harga 2"],
    ["Pekerjaan", "Qty", "Harga", "Pekerjaan", "Qty", "Harga"],
    ["Barang 1", "Barang 2", "Jml 1", "Jml 2", "Harga 1", "Harga 2"],
)


@pytest.mark.parametrize("titles", _PAIRS)
@pytest.mark.parametrize(
    ("total", "price"), [(None, 20000), (100000, 20000), (80000, 10000)], ids=["alone", "of one", "of all"]
)
def test_a_quantity_beside_a_job_and_its_price_is_a_quantity(
    database: Database, tmp_path: Path, titles: list[str], total: int | None, price: int
) -> None:
    told = {"item": ["Servis ringan", "Busi"], "qty": [1, 2], "harga": [60000, 20000]}
    named = {"pekerjaan": "item", "barang": "item", "jml": "qty"}
    words = [title.split()[0].casefold() for title in titles]
    cells = [told[named.get(word, word)].pop(0) for word in words]
    bring(
        database,
        tmp_path,
        ["Tanggal", "Nopol", *titles, "Total"],
        ["13/02/2026", "AB 2211 QX", *cells, total],
    )
    order = card_of(database, "AB2211QX").last_work_order
    assert order is not None
    lines = get_work_order(database, order.id).lines
    assert [(line.text, line.quantity, line.price_rupiah) for line in lines] == [
        ("Servis ringan", 1, 60000),
        ("Busi", 2, price),
    ]
    assert order.total_rupiah == (total or 100000)


def test_a_column_of_lump_sums_beside_quantities_is_that_of_all(database: Database, tmp_path: Path) -> None:
    titles = ["Item 1", "Qty 1", "Jumlah Rp 1", "Item 2", "Qty 2", "Jumlah Rp 2"]
    cells = ["Servis ringan", 1, 60000, "Busi", 2, 20000]
    bring(database, tmp_path, ["Tanggal", "Nopol", *titles], ["13/02/2026", "AB 2211 QX", *cells])
    order = card_of(database, "AB2211QX").last_work_order
    assert order is not None
    assert get_work_order(database, order.id).lines[1].price_rupiah == 10000
    assert order.total_rupiah == 80000


@pytest.mark.parametrize("title", ["km_at_service", "KM saat datang", "Odo waktu servis", "mileage at visit"])
def test_one_word_more_in_a_title_hides_no_kilometres(database: Database, tmp_path: Path, title: str) -> None:
    rows = [["plate", "date", "service", title], ["AB 2211 QX", "2026-02-13", "Brake check", 12000]]
    bring(database, tmp_path, *rows)
    order = card_of(database, "AB2211QX").last_work_order
    assert order is not None
    assert order.odometer_km == 12000


@pytest.mark.parametrize("key", ["no_ktp_pelanggan", "no_anggota", "Kartu"])
def test_lists_that_share_a_key_are_joined(database: Database, tmp_path: Path, key: str) -> None:
    sheets = {
        "kendaraan": [
            [key, "no_polisi", "merek"],
            ["0099-1", "AB 2211 QX", "Honda"],
            ["0099-2", "AB 3322 WZ", "Yamaha"],
        ],
        "pelanggan": [
            [key, "nama", "no_hp"],
            ["0099-1", "Sumarni", "081200000101"],
            ["0099-2", "Wagiman", "081200000102"],
        ],
    }
    take_over(database, write_sheets(tmp_path / "book.xlsx", sheets))
    assert phones_of(card_of(database, "AB3322WZ")) == ["+6281200000102"]


@pytest.mark.parametrize("separator", [",", "|", "\t"])
def test_lines_whole_in_one_cell_are_taken_apart(database: Database, tmp_path: Path, separator: str) -> None:
    rows = [
        ["Tanggal", "Nopol", "Nama", "KM", "Pekerjaan"],
        ["13/02/2026", "AB 2211 QX", "Sumarni", "12000", "Ganti oli"],
        ["14/02/2026", "AB 3322 WZ", "Wagiman", "23000", "Ganti busi"],
    ]
    assert added(bring(database, tmp_path, *[[separator.join(row)] for row in rows])) == (2, 2, 2)


def test_the_plate_may_be_told_beside_the_book(database: Database, tmp_path: Path) -> None:
    rows = [["Date", "Mileage", "Work"], ["13/02/2026", 12000, "Ganti oli MPX 2"]]
    assert added(bring(database, tmp_path, *rows, plate="AB 2211 QX")) == (1, 0, 1)


def test_a_known_customer_gets_what_was_blank(database: Database, tmp_path: Path) -> None:
    draft = VehicleDraft("AB 1130 FI", VehicleKind.MOTORCYCLE)
    vehicles.register_vehicle(database, draft, CustomerDraft("Andini"))
    rows = [["Nopol", "Nama", "HP", "Alamat"], ["AB 1130 FI", "Andini", "081227771130", "Jl. Melati 5"]]
    report = bring(database, tmp_path, *rows)
    owner = card_of(database, "AB1130FI").owner
    assert owner is not None
    assert (phones_of(card_of(database, "AB1130FI")), owner.address) == (["+6281227771130"], "Jl. Melati 5")
    assert report.customers_changed == 1


@pytest.mark.parametrize("text", ["²", "²000", "③", "١٢"])
def test_any_digit_of_any_script_is_only_a_cell(database: Database, tmp_path: Path, text: str) -> None:
    rows = [
        ["Tanggal", "Nopol", "KM", "Tahun", "Pekerjaan"],
        ["13/02/2026", "AB 2211 QX", text, text, "Ganti oli"],
    ]
    assert bring(database, tmp_path, *rows).work_orders_added == 1


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([["Nama", "Umur", "Kota"], ["Sri", 12, "Yogya"]], "“Nama”"),
        ([["No Polisi", "Tanggal", "Pekerjaan"], ["entah", "13/02/2026", "Ganti oli"]], "“No Polisi”"),
        ([["halo", "apa"], ["kabar", "baik"]], "no row of titles"),
    ],
)
def test_a_refusal_says_what_was_seen(
    database: Database, tmp_path: Path, rows: list[list[Any]], told: str
) -> None:
    with pytest.raises(errors.BookNotRecognised) as refused:
        bring(database, tmp_path, *rows)
    assert told in describe_error(refused.value)
