"""A workbook that shows what a book may look like: titles the program knows, and one row as an example."""

from collections.abc import Iterable
from pathlib import Path

from bengkel_crm.base.i18n import translate
from bengkel_crm.workshop.exchange.tables.table_kinds import TableKind


def sample_sheets() -> dict[TableKind, tuple[str, tuple[tuple[str, str], ...]]]:
    """Return, by kind of rows, the sheet's name and its (title, example) pairs, in the chosen language."""
    plate = (translate("SampleBook", "Plate"), "B 3472 KZR")
    customer = (
        (translate("SampleBook", "Customer"), "Sri Wulandari"),
        (translate("SampleBook", "Phone"), "0812-8834-1907"),
    )
    address = (translate("SampleBook", "Address"), "Jl. Melati 12, Depok")
    make = ((translate("SampleBook", "Brand"), "Honda"), (translate("SampleBook", "Model"), "Vario 125"))
    more = (
        (translate("SampleBook", "Year"), "2021"),
        (translate("SampleBook", "Colour"), translate("SampleBook", "Red")),
    )
    vehicle = (plate, *customer, address, *make, *more)
    return {
        TableKind.VISITS: (translate("SampleBook", "Work orders"), _visit((plate, *customer, *make))),
        TableKind.VEHICLES: (translate("SampleBook", "Vehicles"), vehicle),
        TableKind.CUSTOMERS: (translate("SampleBook", "Customers"), (*customer, address)),
        TableKind.PRODUCTS: (
            translate("SampleBook", "Price list"),
            (
                (translate("SampleBook", "Product name"), "MPX 2 0,8"),
                (translate("SampleBook", "Category"), translate("SampleBook", "Engine oil")),
                (translate("SampleBook", "Price"), "58000"),
            ),
        ),
    }


def _visit(vehicle: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the (title, example) pairs of a visit around those of its vehicle."""
    return (
        (translate("SampleBook", "Date"), "17/08/2026"),
        (translate("SampleBook", "Work order no."), "PKB-0001"),
        *vehicle,
        (translate("SampleBook", "Kilometres"), "42180"),
        (translate("SampleBook", "Complaint"), translate("SampleBook", "Engine sounds rough")),
        (translate("SampleBook", "Work"), translate("SampleBook", "Change engine oil, clean air filter")),
        (translate("SampleBook", "Engine oil"), "MPX 2 0,8"),
        (translate("SampleBook", "Mechanic"), "Budi"),
        (translate("SampleBook", "Total"), "158000"),
    )


def write_sample_book(path: Path) -> None:
    """Write the sample to a workbook; every cell is text, so that plates and phones stay as they are.

    Raises:
        ReadOnlyPlace, DiskFull, FileBusy and their kin: what stood there before is untouched.
    """
    # Here because it loads openpyxl, which the rest of an import does without.
    from bengkel_crm.reports.workbooks_out.text_workbook import TextSheet, write_text_workbook

    write_text_workbook(
        path,
        [
            TextSheet(name, tuple(title for title, _ in cells), [tuple(example for _, example in cells)])
            for name, cells in sample_sheets().values()
        ],
    )
