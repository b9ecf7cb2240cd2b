"""A column is known by its name and by what stands in it."""

import pytest

from bengkel_crm.reports.workbooks_in.book_sheet import Cell
from bengkel_crm.workshop.exchange.tables.columns import labels_of, recognise
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole, name_strengths


@pytest.mark.parametrize(
    ("role", "names"),
    [
        (
            ColumnRole.PLATE,
            ("No. Polisi", "NOPOL", "Plat Nomor", "License Plate No", "No.\nPol", "Vehicle Reg No"),
        ),
        (ColumnRole.CUSTOMER, ("Nama Pelanggan", "Pemilik", "Customer Name", "A/N", "Nama/Pemilik")),
        (ColumnRole.PHONE, ("No HP/WA", "Telp.", "Phone Number", "WhatsApp", "No. Tlp")),
        (ColumnRole.DATE, ("Tgl", "Tanggal Servis", "Hari/Tanggal", "Service Date", "TglMasuk")),
        (ColumnRole.ODOMETER, ("KM", "Odometer (km)", "Kilometer", "Mileage", "KM/Odo")),
        (ColumnRole.WORK, ("Pekerjaan", "Uraian", "Work Done", "Nama Barang/Jasa", "Part / Jasa")),
        (ColumnRole.OIL, ("Oli", "Oli Mesin", "Engine Oil", "Oli (merk)")),
        (ColumnRole.MECHANIC, ("Montir", "Mekanik", "Technician", "Mekanik/Montir", "Dikerjakan oleh")),
        (ColumnRole.TOTAL, ("Biaya", "Total (Rp)", "Grand Total", "Jumlah Bayar", "Cost")),
        (ColumnRole.NUMBER, ("NO WO", "No. Nota", "Invoice #", "Work Order")),
        (ColumnRole.ROW_NUMBER, ("No", "No.", "#", "No Urut")),
        (ColumnRole.OTHER, ("KM berikutnya", "Tgl Servis Berikutnya", "Next Service", "STNK", "Jatuh Tempo")),
    ],
)
def test_names_of_columns_are_known_in_both_languages(role: ColumnRole, names: tuple[str, ...]) -> None:
    for name in names:
        strengths = name_strengths(name)
        assert strengths.get(role, 0.0) >= 0.6, (name, strengths)


@pytest.mark.parametrize("text", ["B 3472 KZR", "Slamet", "Rp 45.000", "Budi Santoso", "", "x" * 500])
def test_what_stands_in_a_cell_names_no_column(text: str) -> None:
    assert name_strengths(text) == {}


def roles(labels: list[str], *rows: list[Cell]) -> list[ColumnRole]:
    return [column.role for column in recognise(labels, rows)]


def test_cells_decide_where_a_name_can_mean_two_things() -> None:
    rows: list[list[Cell]] = [[n, "Servis", 15000 + n, "WO-1", "Motor"] for n in range(1, 9)]
    assert roles(["No", "Jasa", "Jasa", "No", "Jenis"], *rows) == [
        *(ColumnRole.ROW_NUMBER, ColumnRole.JOB, ColumnRole.COST, ColumnRole.NUMBER, ColumnRole.VEHICLE_KIND),
    ]


def test_the_same_name_is_a_quantity_or_a_sum() -> None:
    assert roles(["Jumlah"], *[[n] for n in (1, 2, 1, 4)]) == [ColumnRole.QUANTITY]
    assert roles(["Jumlah"], *[[n] for n in (45000, 60000, "Rp 15.000")]) == [ColumnRole.TOTAL]


def test_cells_alone_can_prove_a_plate_a_phone_or_an_oil() -> None:
    rows: list[list[Cell]] = [
        [f"AB {2000 + n} CD", f"08128834190{n}", "AHM MPX2 10W-30", "?"] for n in range(9)
    ]
    assert roles(["a", "b", "c", "d"], *rows) == [
        ColumnRole.PLATE,
        ColumnRole.PHONE,
        ColumnRole.OIL,
        ColumnRole.OTHER,
    ]


def test_a_name_that_its_cells_deny_is_not_believed() -> None:
    rows: list[list[Cell]] = [["Jl. Melati", "AB 2345 CD"], ["Jl. Mawar", "AB 2346 CD"]]
    assert roles(["HP", "Nopol"], *rows) == [ColumnRole.OTHER, ColumnRole.PLATE]


def test_the_lower_of_two_header_rows_speaks_unless_it_says_little() -> None:
    upper: list[Cell] = ["Tgl", "Mekanik", None, "Pelanggan", None, "Biaya", None]
    lower: list[Cell] = [None, "Nama", "Kode", "Nama", "HP", "Jasa", "Total"]
    assert labels_of(upper, lower) == ["Tgl", "Mekanik Nama", "Kode", "Pelanggan Nama", "HP", "Jasa", "Total"]
