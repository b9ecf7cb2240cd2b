"""Books other than the samples: other names and orders of columns, other ways to write a visit."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from bengkel_crm.trade.kinds import LineKind, ProductCategory, VehicleKind
from bengkel_crm.workshop.exchange.rows.entries import DoubtKind, Reason, RowFate
from bengkel_crm.workshop.exchange.tables.sheets import TableKind
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.work_orders.work_orders import edit_work_order, get_work_order
from tests.factories import draft_work_order

from .books import Rows, card_of, lines_of, phones_of, take_over, write_sheets

ENGINE_OIL, GEAR_OIL = ProductCategory.ENGINE_OIL, ProductCategory.GEAR_OIL


def test_an_english_book_in_another_order_is_understood(database: Database, tmp_path: Path) -> None:
    rows = [
        ["Total", "Mechanic", "Oil", "Work", "Mileage", "Date", "Phone", "Customer", "Plate"],
        [
            "150,000",
            "Slamet",
            "Shell AX7 10W-40",
            "Oil change, Brake pads",
            12000,
            "2026-08-12",
            "081288341907",
            "Budi",
            "B 3472 KZR",
        ],
        [45000, "Anto", None, "Tune up", "13,500", "2026-10-13", None, "Budi", "b3472kzr"],
        [
            "Rp 80.000",
            "Slamet",
            None,
            "Brake pads",
            20000,
            "2026-10-14",
            "+62 857-3205-0206",
            "PT Maju",
            "AB 1234 CD",
        ],
    ]
    report = take_over(database, write_sheets(tmp_path / "book.xlsx", {"Sheet1": rows}))
    card = card_of(database, "B3472KZR")
    assert card.owner is not None
    assert (card.owner.name, phones_of(card)) == ("Budi", ["+6281288341907"])
    assert card.last_work_order is not None
    assert (card.last_work_order.date, card.last_work_order.odometer_km) == (date(2026, 10, 13), 13500)
    assert card.oil is not None
    assert (card.oil.name, card.oil.odometer_km) == ("Shell AX7 10W-40", 12000)
    assert [order.total_rupiah for order in card.history] == [45_000, 150_000]
    assert (report.vehicles_added, report.work_orders_added, report.problems) == (2, 3, ())


@pytest.mark.parametrize("above", [0, 1, 6, 20])
def test_the_header_row_may_stand_lower(database: Database, tmp_path: Path, above: int) -> None:
    titles: Rows = [["BENGKEL MAJU"], ["Buku servis"], [], ["Alamat: Jl. Melati No. 81"], [], []] * 4
    rows = [*titles[:above], *LEDGER]
    report = take_over(database, write_sheets(tmp_path / "book.xlsx", {"Data": rows}))
    assert report.tables[0].header_row == above + 1
    assert report.work_orders_added == 3
    assert sum(report.rows.values()) == report.rows_total == len(rows)


LEDGER: list[list[Any]] = [
    ["Tanggal", "Nopol", "Pemilik", "Telp", "Tipe Motor", "KM", "Servis", "Oli", "Mekanik", "Total Biaya"],
    [
        datetime(2026, 8, 12),
        "AB 2345 CD",
        "Sugeng, BPK",
        81288341907.0,
        "Vario 125",
        "12.345 KM",
        "Ganti oli",
        "MPX 2 0,8",
        "Min",
        55000,
    ],
    [
        datetime(2026, 8, 12),
        "AB 2346 CD",
        "CV Sinar Jaya",
        "0274-592098",
        "Avanza",
        44000,
        "Tune up",
        "-",
        "Min",
        "Rp 250.000",
    ],
    [datetime(2026, 8, 13), "AB 2347 CD", "Bu Siti", None, "Mio", None, "Servis ringan", None, "Anto", 45000],
]


def test_ways_to_write_one_ledger(database: Database, tmp_path: Path) -> None:
    take_over(database, write_sheets(tmp_path / "book.xlsx", {"Data": LEDGER}))
    card = card_of(database, "AB2345CD")
    assert card.owner is not None
    assert (card.owner.name, card.owner.honorific) == ("Sugeng", "Bpk")
    assert phones_of(card) == ["+6281288341907"]
    assert (card.vehicle.kind, card.vehicle.brand, card.vehicle.model) == (
        VehicleKind.MOTORCYCLE,
        "Honda",
        "Vario 125",
    )
    assert card.oil is not None
    assert (card.oil.name, card.oil.odometer_km) == ("MPX 2 0,8", 12345)
    company = card_of(database, "AB2346CD")
    assert company.owner is not None
    assert (company.owner.name, company.vehicle.kind) == ("CV Sinar Jaya", VehicleKind.CAR)
    assert card_of(database, "AB2347CD").vehicle.brand == "Yamaha"


def test_sheets_may_have_odd_names_and_stand_in_any_order(database: Database, tmp_path: Path) -> None:
    lines = [
        ["HARGA", "URAIAN", "NO NOTA", "QTY", "NOPOL", "TGL", "MEKANIK"],
        [58000, "AHM MPX2 10W-30", "N-7", 1, "AB 2345 CD", "12/08/2026", "Min"],
        [15000, "Ganti oli mesin", "N-7", 1, "AB 2345 CD", "12/08/2026", "Min"],
        [28000, "Busi NGK", "N-8", 2, "AB 2346 CD", "13/08/2026", "Anto"],
    ]
    vehicles = [
        ["Telp", "Nama", "Merk/Tipe", "Plat", "Warna", "Tahun"],
        [85732050206, "RINA SAPUTRA", "Honda Beat", "AB2345CD", "Merah", 2019],
        ["-", "Budi", "Toyota Avanza", "AB2346CD", "Hitam", 2015],
    ]
    report = take_over(
        database, write_sheets(tmp_path / "b.xlsx", {"xx": [["catatan"]], "T2": lines, "Lembar 3": vehicles})
    )
    assert [table.kind for table in report.tables] == [TableKind.VISITS, TableKind.VEHICLES]
    card = card_of(database, "AB2345CD")
    assert card.owner is not None
    assert (card.owner.name, card.vehicle.color, card.vehicle.year) == ("Rina Saputra", "Merah", 2019)
    assert card.history_count == 1
    assert card.history[0].number == "N-7"
    assert card.history[0].total_rupiah == 73_000
    assert card_of(database, "AB2346CD").history[0].total_rupiah == 56_000


def test_two_header_rows_with_spans_are_read_together(database: Database, tmp_path: Path) -> None:
    rows = [
        ["BUKU SERVIS"],
        [
            "No",
            "Tanggal",
            "Kendaraan",
            None,
            None,
            "Pelanggan",
            None,
            "Pekerjaan",
            None,
            "Biaya",
            None,
            None,
            "Mekanik",
        ],
        [
            None,
            None,
            "No Polisi",
            "Merk",
            "Tipe",
            "Nama",
            "HP",
            "Jasa",
            "Sparepart",
            "Jasa",
            "Part",
            "Total",
            None,
        ],
        [
            1,
            "12/08/2026",
            "AB 2345 CD",
            "Honda",
            "Beat",
            "Budi",
            "081288341907",
            "Ganti oli",
            "MPX 2",
            15000,
            58000,
            73000,
            "Min",
        ],
        [
            2,
            "13/08/2026",
            "AB 2346 CD",
            "Honda",
            "Vario",
            "Siti",
            "081288341908",
            "Servis CVT",
            "Roller",
            40000,
            60000,
            100000,
            "Anto",
        ],
        [
            3,
            "14/08/2026",
            "AB 2347 CD",
            "Yamaha",
            "Mio",
            "Rina",
            "081288341909",
            "Ganti busi",
            "Busi NGK",
            5000,
            20000,
            25000,
            "Anto",
        ],
    ]
    merged = {"Data": ["A2:A3", "B2:B3", "C2:E2", "F2:G2", "H2:I2", "J2:L2", "M2:M3"]}
    report = take_over(database, write_sheets(tmp_path / "b.xlsx", {"Data": rows}, merged))
    assert report.work_orders_added == 3
    card = card_of(database, "AB2345CD")
    assert card.owner is not None
    assert (card.owner.name, card.vehicle.model, card.vehicle.brand) == ("Budi", "Beat", "Honda")
    assert card.history[0].total_rupiah == 73_000
    assert lines_of(database, card) == [("Ganti oli", None), ("MPX 2", ENGINE_OIL)]
    assert card.mechanic is not None
    assert card.mechanic.name == "Min"


def test_dates_are_read_in_every_spelling(database: Database, tmp_path: Path) -> None:
    written: list[object] = [
        *(
            datetime(2026, 8, 12),
            "12/08/2026",
            "12-8-26",
            "12 Agu 2026",
            "12 Agustus 2026",
            "2026-08-12",
            "12.08.2026",
        ),
        *(46246, "Rabu, 12 Agustus 2026", "12/Aug/2026", date(2026, 8, 12), "13/08/2026"),
    ]
    rows = [
        ["Tgl", "Nopol", "Pekerjaan"],
        *([day, f"AB {2000 + n} CD", "Servis"] for n, day in enumerate(written)),
    ]
    report = take_over(database, write_sheets(tmp_path / "b.xlsx", {"Data": rows}))
    assert report.problems == ()
    days = [card_of(database, f"AB{2000 + n}CD").history[0].date for n in range(len(written))]
    assert days == [date(2026, 8, 12)] * (len(written) - 1) + [date(2026, 8, 13)]


def test_the_month_comes_first_where_the_column_proves_it(database: Database, tmp_path: Path) -> None:
    rows = [
        ["Date", "Plate", "Work"],
        ["03/04/2026", "AB 1 CD", "Tune up"],
        ["04/25/2026", "AB 2 CD", "Tune up"],
    ]
    take_over(database, write_sheets(tmp_path / "b.xlsx", {"Data": rows}))
    assert card_of(database, "AB1CD").history[0].date == date(2026, 3, 4)


def test_a_date_that_could_be_two_is_never_guessed(database: Database, tmp_path: Path) -> None:
    rows = [
        ["Date", "Plate", "Work"],
        ["03/04/2026", "AB 1 CD", "Tune up"],
        ["05/05/2026", "AB 2 CD", "Tune up"],
    ]
    report = take_over(database, write_sheets(tmp_path / "b.xlsx", {"Data": rows}))
    assert [(p.row, p.reason, p.value) for p in report.problems] == [(2, Reason.AMBIGUOUS_DATE, "03/04/2026")]
    assert report.work_orders_added == 1


def test_a_plate_over_three_columns_is_put_together(database: Database, tmp_path: Path) -> None:
    rows = [["Tgl", "Plat", None, None, "Nama", "Pekerjaan"]] + [
        [datetime(2026, 8, 1 + n), "AB", 2000 + n, "CD", "Budi", "Servis"] for n in range(9)
    ]
    take_over(database, write_sheets(tmp_path / "b.xlsx", {"Data": rows}))
    assert card_of(database, "AB 2003 CD").vehicle.plate_key == "AB2003CD"


def test_a_book_without_mechanics_oils_or_phones_is_a_book(database: Database, tmp_path: Path) -> None:
    rows = [["Tanggal", "No Pol", "Pekerjaan"], ["13/08/2026", "AB 2345 CD", "Ganti oli mesin MPX 2, Servis"]]
    take_over(database, write_sheets(tmp_path / "b.xlsx", {"Data": rows}))
    card = card_of(database, "AB2345CD")
    assert (card.owner, card.mechanic) == (None, None)
    assert card.oil is not None
    assert "MPX 2" in card.oil.name


def test_jobs_and_parts_may_stand_in_columns_of_their_own(database: Database, tmp_path: Path) -> None:
    rows = [
        ["Tgl", "Nopol", "Jasa", "Sparepart", "Oli Mesin", "Oli Gardan", "Biaya"],
        ["13/08/2026", "AB 2345 CD", "Servis CVT", "Roller; V-belt", "Yamalube Matic", "Yamalube", "1,2jt"],
        ["14/08/2026", "AB 2346 CD", "Ganti oli", None, "v", "v", "150rb"],
        ["15/08/2026", "AB 2347 CD", "Ganti oli", "Filter oli", "Deltalube 727", "-", 90000],
    ]
    take_over(database, write_sheets(tmp_path / "b.xlsx", {"Data": rows}))
    card = card_of(database, "AB2345CD")
    assert lines_of(database, card) == [
        ("Servis CVT", None),
        ("Roller", ProductCategory.PART),
        ("V-belt", ProductCategory.PART),
        ("Yamalube Matic", ENGINE_OIL),
        ("Oli Gardan Yamalube", GEAR_OIL),
    ]
    assert card.history[0].total_rupiah == 1_200_000
    assert [text for text, _ in lines_of(database, card_of(database, "AB2346CD"))] == [
        "Ganti oli",
        "Ganti oli mesin",
        "Oli Gardan",
    ]


def test_lines_under_a_work_order_are_its_own(database: Database, tmp_path: Path) -> None:
    rows = [
        ["No WO", "Tanggal", "Nopol", "Pelanggan", "KM", "Uraian", "Qty", "Harga", "Jumlah"],
        ["WO-1", "13/08/2026", "AB 2345 CD", "Budi", 12000, "AHM MPX2", 2, 58000, 116000],
        [None, None, None, None, None, "Ganti oli", 1, 15000, 15000],
        [None, None, None, None, None, "Busi", "2 pcs", None, 40000],
        ["WO-2", "14/08/2026", "AB 2346 CD", "Siti", 9000, "Servis", 1, 65000, 65000],
        [None, None, None, None, None, None, None, "TOTAL", 236000],
    ]
    report = take_over(database, write_sheets(tmp_path / "b.xlsx", {"Data": rows}))
    card = card_of(database, "AB2345CD")
    assert card.history[0].total_rupiah == 171_000
    assert len(lines_of(database, card)) == 3
    assert report.rows == {RowFate.HEADER: 1, RowFate.TAKEN: 4, RowFate.TOTAL: 1}


def test_lines_without_a_number_are_joined_by_plate_and_day(database: Database, tmp_path: Path) -> None:
    rows = [["Tgl", "Nopol", "Item", "Qty", "Harga"]]
    for day in range(1, 9):
        rows += [[datetime(2026, 8, day), f"AB {day} CD", job, 1, 10000] for job in ("Servis", "Ganti busi")]
    report = take_over(database, write_sheets(tmp_path / "b.xlsx", {"Data": rows}))
    assert report.work_orders_added == 8
    assert card_of(database, "AB 3 CD").history[0].total_rupiah == 20_000


def test_merged_cells_hold_for_the_rows_they_cover(database: Database, tmp_path: Path) -> None:
    rows = [
        ["Tanggal", "Nopol", "Nama", "Pekerjaan", "Biaya"],
        ["13/08/2026", "AB 1 CD", "Budi", "Servis", 45000],
        [None, "AB 2 CD", "Siti", "Ganti oli", 50000],
        [None, "AB 3 CD", "Rina", "Ganti busi", 30000],
        [None, None, None, "Kampas rem", 60000],
        ["14/08/2026", "AB 4 CD", "Eko", "Servis", 45000],
    ]
    report = take_over(
        database, write_sheets(tmp_path / "b.xlsx", {"D": rows}, {"D": ["A2:A5", "B4:B5", "C4:C5"]})
    )
    assert report.problems == ()
    assert card_of(database, "AB2CD").history[0].date == date(2026, 8, 13)
    assert card_of(database, "AB3CD").history[0].total_rupiah == 90_000
    assert len(lines_of(database, card_of(database, "AB3CD"))) == 2


def test_a_date_written_once_a_day_holds_for_the_day(database: Database, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Tanggal", "Nopol", "Pekerjaan"]]
    for day in range(1, 6):
        rows += [[datetime(2026, 8, day) if n == 0 else None, f"AB {day}{n} CD", "Servis"] for n in range(3)]
    report = take_over(database, write_sheets(tmp_path / "b.xlsx", {"D": rows}))
    assert report.problems == ()
    assert card_of(database, "AB 32 CD").history[0].date == date(2026, 8, 3)


def test_one_blank_date_is_a_problem_not_the_day_above(database: Database, tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Tanggal", "Nopol", "Pekerjaan"]]
    rows += [[datetime(2026, 8, n) if n != 7 else None, f"AB {n} CD", "Servis"] for n in range(1, 13)]
    report = take_over(database, write_sheets(tmp_path / "b.xlsx", {"D": rows}))
    assert [(problem.row, problem.reason) for problem in report.problems] == [(8, Reason.NO_DATE)]


def test_a_sheet_a_month_is_one_history(database: Database, tmp_path: Path) -> None:
    header = ["No", "Tgl", "Nopol", "Nama", "Pekerjaan", "Biaya"]
    sheets = {
        month: [
            header,
            [1, f"13/{n:02d}/2026", "AB 1 CD", "Budi", "Servis", 45000],
            [2, f"03/{n:02d}/2026", f"AB {n}9 CD", "Eko", "Servis", 1],
        ]
        for n, month in enumerate(("Januari", "Februari", "Maret"), 1)
    }
    sheets["Rekap"] = [["Bulan", "Omzet"], ["Januari", 45001], ["Februari", 45001]]
    report = take_over(database, write_sheets(tmp_path / "b.xlsx", sheets))
    assert card_of(database, "AB1CD").history_count == 3
    assert report.rows[RowFate.UNUSED] == 3


def test_a_visit_copied_to_another_sheet_counts_once(database: Database, tmp_path: Path) -> None:
    header = ["No Nota", "Tgl", "Nopol", "Nama", "Pekerjaan", "Biaya"]
    visit = ["N-1", "13/08/2026", "AB 1 CD", "Budi", "Servis, Ganti busi", 45000]
    report = take_over(
        database, write_sheets(tmp_path / "b.xlsx", {"Agustus": [header, visit], "2026": [header, visit]})
    )
    assert card_of(database, "AB1CD").history_count == 1
    assert card_of(database, "AB1CD").history[0].total_rupiah == 45000
    assert (report.rows[RowFate.TAKEN], report.rows[RowFate.KNOWN]) == (1, 1)


def test_orders_on_one_sheet_and_their_lines_on_another_are_joined(
    database: Database, tmp_path: Path
) -> None:
    orders = [
        ["No WO", "Tgl", "Nopol", "KM", "Mekanik"],
        ["W1", "13/08/2026", "AB 1 CD", 1000, "Min"],
        ["W2", "14/08/2026", "AB 2 CD", 2000, "Anto"],
    ]
    lines = [
        ["No WO", "Nama Barang/Jasa", "Jumlah", "Harga"],
        ["W1", "Servis", 1, 45000],
        ["W1", "AHM MPX2", 1, 58000],
        ["W2", "Ganti busi", 1, 30000],
        ["W9", "Ganti busi", 1, 30000],
    ]
    report = take_over(database, write_sheets(tmp_path / "b.xlsx", {"Detail": lines, "WO": orders}))
    card = card_of(database, "AB1CD")
    assert card.oil is not None
    assert (card.oil.name, card.history[0].total_rupiah) == ("AHM MPX2", 103_000)
    assert [(p.sheet, p.row, p.reason) for p in report.problems] == [("Detail", 5, Reason.NO_SUCH_NUMBER)]


def test_every_kind_of_row_is_counted_as_what_it_is(database: Database, tmp_path: Path) -> None:
    rows = [
        ["Buku servis", None, None, None, None],
        ["Tgl", "Nopol", "Nama", "Pekerjaan", "Biaya"],
        ["13/08/2026", "AB 1 CD", "Budi", "Servis", 45000],
        [],
        ["Tgl", "Nopol", "Nama", "Pekerjaan", "Biaya"],
        ["14/08/2026", None, "Siti", "Servis", 45000],
        ["14/08/2026", "lupa", "Siti", "Servis", 45000],
        ["kapan2", "AB 3 CD", "Eko", "Servis", 45000],
        [None, "AB 4 CD", "Eko", "Servis", 45000],
        [None, None, None, "Jumlah", 999],
        [None, None, None, None, 5],
        ["Catatan: libur tanggal 17", None, None, None, None],
    ]
    report = take_over(database, write_sheets(tmp_path / "b.xlsx", {"D": rows}))
    reasons = {problem.row: problem.reason for problem in report.problems}
    assert reasons == {6: Reason.NO_PLATE, 7: Reason.BAD_PLATE, 8: Reason.BAD_DATE, 9: Reason.NO_DATE}
    assert report.rows == {
        RowFate.ABOVE: 1,
        RowFate.HEADER: 2,
        RowFate.TAKEN: 1,
        RowFate.BLANK: 1,
        RowFate.NOT_TAKEN: 4,
        RowFate.TOTAL: 2,
        RowFate.NOTE: 1,
    }


def test_a_cell_that_can_not_be_read_is_kept_as_a_remark(database: Database, tmp_path: Path) -> None:
    rows = [
        ["Tgl", "Nopol", "Pekerjaan", "KM", "Biaya", "Thn"],
        ["13/08/2026", "AB 1 CD", "Servis", "rusak", "gratis", "lama"],
        *(["14/08/2026", f"AB {n} CD", "Servis", 1000 * n, 45000, 2019] for n in range(2, 9)),
    ]
    report = take_over(database, write_sheets(tmp_path / "b.xlsx", {"D": rows}))
    order = get_work_order(database, card_of(database, "AB1CD").history[0].id)
    assert order.remark is not None
    assert {"KM: rusak", "Rp: gratis", "Tahun: lama"} == set(order.remark.split(" · "))
    assert {(doubt.row, doubt.value) for doubt in report.doubts} == {(2, "rusak"), (2, "gratis"), (2, "lama")}


def test_only_a_list_of_vehicles_is_a_book_too(database: Database, tmp_path: Path) -> None:
    rows = [
        ["Plat Nomor", "Pemilik", "No WA"],
        ["AB 1 CD", "Budi", "0812 8834 1907"],
        ["AB 2 CD", "Siti", None],
    ]
    report = take_over(database, write_sheets(tmp_path / "b.xlsx", {"Pelanggan": rows}))
    assert (report.vehicles_added, report.customers_added, report.work_orders_added) == (2, 2, 0)
    assert phones_of(card_of(database, "AB1CD")) == ["+6281288341907"]


def test_two_mechanics_of_one_visit_both_count(database: Database, tmp_path: Path) -> None:
    rows = [["Tgl", "Nopol", "Pekerjaan", "Mekanik"]] + [
        [f"1{n}/08/2026", "AB 1 CD", "Servis, Ganti busi", who]
        for n, who in enumerate(("Min/Anto", "ANTO & Budi", "Anto"), 3)
    ]
    take_over(database, write_sheets(tmp_path / "b.xlsx", {"D": rows}))
    mechanic = card_of(database, "AB1CD").mechanic
    assert mechanic is not None
    assert (mechanic.name, mechanic.count, mechanic.of) == ("Anto", 3, 3)


def test_goods_that_say_oil_are_no_engine_oil(database: Database, tmp_path: Path) -> None:
    jobs = "OLI SKOK DEPAN; BAUT TAP OLI + OIL SEAL KRUK AS, OIL FILTER DENSO, OLI GARDAN AHM"
    rows = [["Tgl", "Nopol", "Pekerjaan", "Oli"], ["13/08/2026", "AB 1 CD", jobs, None]]
    take_over(database, write_sheets(tmp_path / "b.xlsx", {"D": rows}))
    card = card_of(database, "AB1CD")
    assert card.oil is None
    order = get_work_order(database, card.history[0].id)
    assert [line.kind for line in order.lines] == [
        LineKind.OIL,
        LineKind.PART,
        LineKind.PART,
        LineKind.PART,
        LineKind.OIL,
    ]


@pytest.mark.parametrize("quantity", [81288341907, "1234567", 1e300, 1e-300])
def test_a_quantity_nobody_sells_is_named_and_multiplies_nothing(
    database: Database, tmp_path: Path, quantity: object
) -> None:
    rows: Rows = [
        ["No PKB", "Tanggal", "Nopol", "Nama", "Barang", "Qty", "Harga", "Jumlah"],
        *(
            [f"P{day}", date(2026, 8, day), f"AB {day} CD", "Budi", part, count, 50000, 50000 * count]
            for day in (1, 2, 3)
            for count, part in enumerate(("Busi", "Kampas rem", "Aki"), 1)
        ),
        ["P9", date(2026, 8, 9), "AB 9 CD", "Siti", "Busi", quantity, 50000, 50000],
    ]
    report = take_over(database, write_sheets(tmp_path / "book.xlsx", {"Data": rows}))
    assert [(doubt.row, doubt.doubt) for doubt in report.doubts] == [(11, DoubtKind.QUANTITY)]
    assert [order.total_rupiah for order in card_of(database, "AB9CD").history] == [50_000]


def test_a_letter_among_the_digits_of_a_phone_never_makes_another_number(
    database: Database, tmp_path: Path
) -> None:
    rows = [
        ["Nopol", "Nama", "HP"],
        ["AB 1401 HP", "Rina", "0812345678O1"],
        ["AB 1402 HP", "Tono", "08l2 3456 7802"],
        ["AB 1403 HP", "Sari", "0812-3456-78O3"],
        ["AB 1404 HP", "Yanto", "0812345678x4"],
        ["AB 1405 HP", "Wati", "+62 812\u20113456\u20117805"],
    ]
    report = take_over(database, write_sheets(tmp_path / "hp.xlsx", {"Sheet1": rows}))
    told = [phones_of(card_of(database, f"AB140{number}HP")) for number in range(1, 6)]
    assert told == [["+6281234567801"], ["+6281234567802"], ["+6281234567803"], [None], ["+6281234567805"]]
    assert [(doubt.row, doubt.doubt) for doubt in report.doubts] == [
        (row, DoubtKind.PHONE_LETTERS) for row in range(2, 6)
    ]


def test_a_digit_too_many_in_an_odometer_is_told_and_makes_no_pace(
    database: Database, tmp_path: Path
) -> None:
    rows = [
        ["Tanggal", "Nopol", "Nama", "HP", "KM", "Pekerjaan", "Total"],
        ["13/03/2026", "AB 1077 OD", "Kirana", "081227771077", 199105, "Ganti oli mesin", 52000],
        ["14/06/2026", "AB 1077 OD", "Kirana", "081227771077", 1999105, "Ganti oli mesin", 52000],
        ["13/03/2026", "AB 1078 OD", "Tono", "081227771078", 20100, "Servis ringan", 52000],
        ["14/06/2026", "AB 1078 OD", "Tono", "081227771078", 2110, "Servis ringan", 52000],
        ["14/08/2026", "AB 1078 OD", "Tono", "081227771078", 22100, "Servis ringan", 52000],
    ]
    report = take_over(database, write_sheets(tmp_path / "km.xlsx", {"Sheet1": rows}))
    assert [(doubt.row, doubt.doubt, doubt.value, doubt.column_index) for doubt in report.doubts] == [
        (3, DoubtKind.LEAP, "1999105", 4),
        (5, DoubtKind.LEAP, "2110", 4),
    ]
    card = card_of(database, "AB1077OD")
    (oil,) = card.due
    assert (oil.due_by, oil.due_by_is_estimated, card.km_per_day) == (date(2026, 12, 14), False, None)
    order = card.last_work_order
    assert order is not None
    draft = draft_work_order(card.vehicle.id, order.date, ["Ganti oli mesin"], odometer_km=205_000)
    edit_work_order(database, order.id, draft)
    mended = card_of(database, "AB1077OD")
    assert mended.km_per_day == pytest.approx((205_000 - 199_105) / 93)


def test_zeros_and_os_of_a_plate_make_no_second_vehicle(database: Database, tmp_path: Path) -> None:
    rows = [
        ["Tanggal", "Nopol", "Nama", "HP", "Pekerjaan", "Total"],
        ["13/03/2026", "AB 0123 XY", "Kirana", "081227771077", "Ganti oli", 52000],
        ["14/06/2026", "AB 123 XY", "Kirana", "081227771077", "Ganti oli", 52000],
        ["15/06/2026", "AB O123 XY", "Kirana", "081227771077", "Servis ringan", 52000],
    ]
    report = take_over(database, write_sheets(tmp_path / "nol.xlsx", {"Sheet1": rows}))
    assert (report.vehicles_added, report.work_orders_added) == (1, 3)
    assert card_of(database, "AB0123XY").vehicle.plate == "AB 123 XY"
