"""Workbooks whose sheets hold more, or otherwise, than one table from the first row on."""

from datetime import date

from openpyxl.chart import BarChart
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from bengkel_crm.workshop.exchange.rows.entries import Reason

from .cases import DATE, HEADER, OWNER, PHONE, PLATE, Case, but, ledger, visits
from .making import xlsx

_TITLES = [
    ["BENGKEL MAJU JAYA"],
    ["Jl. Magelang Km 5, Sleman - Telp. 0274-592098"],
    [],
    ["BUKU SERVIS AGUSTUS 2026"],
    [],
]
_NOTES = [
    [],
    [None, None, None, None, None, None, "TOTAL", 350000],
    ["Catatan: tanggal 17 libur"],
    ["Dicetak 31/08/2026 oleh Admin"],
]
_VEHICLES = [
    ["Nopol", "Pemilik", "Telp", "Merk", "Tipe", "Tahun"],
    ["AB 1234 CD", "Budi Santoso", "0812-8834-1907", "Honda", "Beat", 2019],
    ["AB 2345 EF", "Siti Rahayu", "0857-3205-0206", "Yamaha", "Mio", 2017],
    ["B 1111 XYZ", "PT Maju Bersama", "0274-592098", "Toyota", "Avanza", 2015],
]
_RECAP = [["Bulan", "Omzet", "Jumlah Kendaraan"], ["Juli", 1200000, 14], ["Agustus", 350000, 3]]


def _hide_rows(sheet: Worksheet) -> None:
    sheet.auto_filter.ref = "A1:H4"
    sheet.row_dimensions[3].hidden = True


def _hide_columns(sheet: Worksheet) -> None:
    sheet.column_dimensions["D"].hidden = True
    sheet.column_dimensions["E"].hidden = True


def _hide_sheet(sheet: Worksheet) -> None:
    sheet.parent.create_sheet("Depan", 0)
    sheet.sheet_state = "hidden"


def _merge_title(sheet: Worksheet) -> None:
    for row in (1, 2, 4):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=8)


def _merge_downwards(sheet: Worksheet) -> None:
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("C2:C3")
    sheet.merge_cells("D2:D3")


def _merge_headers(sheet: Worksheet) -> None:
    for place in ("A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:G1", "H1:H2"):
        sheet.merge_cells(place)


def _paint(sheet: Worksheet) -> None:
    for row in sheet.iter_rows(min_row=1, max_row=400, max_col=60):
        for cell in row:
            cell.fill = PatternFill("solid", "FFFFEE")


def _chart_first(sheet: Worksheet) -> None:
    chart = sheet.parent.create_chartsheet("Grafik", 0)
    chart.add_chart(BarChart())


def _right_of(rows: list[list[object]], others: list[list[object]]) -> list[list[object]]:
    """Return rows with a second table beside the first, a blank column between."""
    width = max(map(len, rows))
    return [
        [*row, *[None] * (width - len(row)), None, *(others[number] if number < len(others) else [])]
        for number, row in enumerate(rows)
    ]


def _moved(column: int) -> list[list[object]]:
    """Return the ledger with a second column of the name of one, holding something else."""
    return [[*row, row[column] if number == 0 else "x"] for number, row in enumerate(ledger())]


_SAME_OWNER = but(AB2345EF={"owner": "Budi Santoso", "phones": ("+6281288341907",), "day": date(2026, 8, 12)})

CASES = [
    Case("titles above", xlsx([*_TITLES, *ledger()])),
    Case("merged titles above", xlsx([*_TITLES, *ledger()], _merge_title)),
    Case("totals and notes below", xlsx([*ledger(), *_NOTES])),
    Case("a sum by formula below", xlsx([*ledger(), [None] * 6 + ["TOTAL", "=SUM(H2:H4)"]])),
    Case("blank rows between", xlsx([r for row in ledger() for r in (row, [], [None] * 8)])),
    Case("rows that only look blank", xlsx([r for row in ledger() for r in (row, ["", "  ", "\u00a0"])])),
    Case("the first header far below", xlsx([*[["-"]] * 35, *ledger()])),
    Case("the first column further right", xlsx([[None, None, *row] for row in ledger()])),
    Case(
        "a number at the start of each row",
        xlsx([["No", *HEADER], *([n, *r] for n, r in enumerate(visits(), 1))]),
    ),
    Case("the header again on every page", xlsx([r for row in visits() for r in (list(HEADER), row)])),
    Case(
        "a header of two rows",
        xlsx(
            [
                ["Tanggal", "Nopol", "Pelanggan", None, "KM", "Servis", None, "Biaya"],
                [None, None, "Nama", "HP", None, "Pekerjaan", "Oli", None],
                *visits(),
            ],
            _merge_headers,
        ),
    ),
    Case(
        "cells merged downwards",
        xlsx(
            [ledger()[0], visits()[0], [None, "AB 2345 EF", None, None, *visits()[1][4:]], visits()[2]],
            _merge_downwards,
        ),
        told=_SAME_OWNER,
    ),
    Case("two tables under each other", xlsx([*ledger(), [], ["DAFTAR KENDARAAN"], *_VEHICLES])),
    Case("a table of another kind above", xlsx([*_VEHICLES, [], *ledger()])),
    Case(
        "the same table in two parts",
        xlsx([*ledger()[:2], [], ["Minggu kedua"], list(HEADER), *visits()[1:]]),
    ),
    Case("a recap beside the table", xlsx(_right_of(ledger(), _RECAP))),
    Case("rows a filter hides", xlsx(ledger(), _hide_rows)),
    Case("hidden columns", xlsx(ledger(), _hide_columns)),
    Case("a hidden sheet", xlsx(ledger(), _hide_sheet)),
    Case(
        "a cover as the first sheet", xlsx([["BENGKEL MAJU JAYA"], ["Isi: lembar Data"]], None, Data=ledger())
    ),
    Case("a recap as the first sheet", xlsx(_RECAP, None, Kosong=[], Data=ledger())),
    Case("a chart as the first sheet", xlsx(ledger(), _chart_first)),
    Case("the same visits on two sheets", xlsx(ledger(), None, Salinan=ledger())),
    Case("a sheet a week", xlsx(ledger()[:2], None, Minggu2=[list(HEADER), *visits()[1:]])),
    Case(
        "sheets with columns in another order",
        xlsx(ledger()[:2], None, Lain=[list(reversed(HEADER)), *(row[::-1] for row in visits()[1:])]),
    ),
    Case("a second column of the customer's name", xlsx(_moved(OWNER))),
    Case("a second column of the date", xlsx(_moved(DATE))),
    Case("a second column of the plate", xlsx(_moved(PLATE))),
    Case(
        "a second column of phones that holds none",
        xlsx([[*r[:4], *r[4:], r[PHONE] if n == 0 else "-"] for n, r in enumerate(ledger())]),
    ),
    Case(
        "headers in capitals with signs",
        xlsx(
            [
                [
                    "TGL.",
                    "NO. POLISI :",
                    "NAMA PELANGGAN*",
                    "NO. HP/WA",
                    "KM.",
                    "JENIS PEKERJAAN",
                    "OLI MESIN",
                    "BIAYA (Rp)",
                ],
                *visits(),
            ]
        ),
    ),
    Case(
        "English headers",
        xlsx(
            [
                ["Date", "License Plate", "Customer", "Mobile", "Odometer", "Work", "Engine Oil", "Total"],
                *visits(),
            ]
        ),
    ),
    Case("painted cells far beyond the table", xlsx(ledger(), _paint)),
    Case("a macro workbook", xlsx(ledger()), ".xlsm"),
    Case("a name with capitals behind the point", xlsx(ledger()), ".XLSX"),
    Case(
        "rows whose plate is missing",
        xlsx([*ledger()[:2], [*visits()[1][:1], None, *visits()[1][2:]], visits()[2]]),
        told=but(AB2345EF=None),
        problems=[(3, Reason.NO_PLATE)],
    ),
    Case(
        "a date missing on one row",
        xlsx([*ledger(), *([[None, "AB 9 ZZ", "Eko", None, 1, "Servis", None, 1]])]),
        problems=[(5, Reason.NO_DATE)],
    ),
    Case(
        "a plate that is a word",
        xlsx([*ledger(), [date(2026, 8, 26), "baru", "Eko", None, 1000, "Servis", None, 1]]),
        problems=[(5, Reason.BAD_PLATE)],
    ),
]
