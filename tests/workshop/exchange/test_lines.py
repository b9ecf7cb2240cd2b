"""Lines out of cells: what was done, what was sold, and which of it is engine oil."""

import pytest

from bengkel_crm.trade.kinds import LineKind, ProductCategory
from bengkel_crm.workshop.exchange.rows.lines import line_of, lines_of_cell
from bengkel_crm.workshop.exchange.tables.roles import ColumnRole

ENGINE, GEAR = ProductCategory.ENGINE_OIL, ProductCategory.GEAR_OIL
JOB, PART, OIL = LineKind.JOB, LineKind.PART, LineKind.OIL


@pytest.mark.parametrize(
    ("text", "under", "kind", "category"),
    [
        ("Servis ringan", None, JOB, None),
        ("Ganti oli mesin", None, JOB, None),
        ("Ganti oli mesin", PART, JOB, None),
        ("AHM MPX2 10W-30", None, OIL, ENGINE),
        ("AHM MPX2 10W-30", JOB, OIL, ENGINE),
        ("Zeneos 10", OIL, OIL, ENGINE),
        ("OIL FILTER DENSO", OIL, PART, ProductCategory.OIL_FILTER),
        ("OLI SKOK DEPAN", None, OIL, ProductCategory.FORK_OIL),
        ("OLI GARDAN AHM 120ML", None, OIL, GEAR),
        ("BAUT TAP OLI", None, PART, ProductCategory.PART),
        ("OIL SEAL KRUK AS", OIL, PART, ProductCategory.PART),
        ("Minyak rem DOT 3", None, PART, ProductCategory.BRAKE_FLUID),
        ("Busi NGK", PART, PART, ProductCategory.PART),
    ],
)
def test_a_line_is_what_it_says_and_not_what_stands_above_it(
    text: str, under: LineKind | None, kind: LineKind, category: ProductCategory | None
) -> None:
    line = line_of(text, under)
    assert (line.kind, line.category) == (kind, category)


@pytest.mark.parametrize(
    ("cell", "role", "title", "texts"),
    [
        (
            "Ganti oli mesin + Filter udara; Busi",
            ColumnRole.WORK,
            "Pekerjaan",
            ["Ganti oli mesin", "Filter udara", "Busi"],
        ),
        ("OLI MPX 1 0,8", ColumnRole.OIL, "Oli", ["OLI MPX 1 0,8"]),
        ("Ganti oli MPX 2", ColumnRole.WORK, "Pekerjaan", ["Ganti oli MPX 2", "oli MPX 2"]),
        ("v", ColumnRole.OIL, "Oli", ["Ganti oli mesin"]),
        ("tidak", ColumnRole.OIL, "Oli", []),
        ("-", ColumnRole.WORK, "Pekerjaan", []),
        ("ya", ColumnRole.MARK, "Ganti busi", ["Ganti busi"]),
        ("Yamalube", ColumnRole.OTHER_OIL, "Oli Gardan", ["Oli Gardan Yamalube"]),
        ("OLI GARDAN AHM", ColumnRole.OTHER_OIL, "Oli Gardan", ["OLI GARDAN AHM"]),
    ],
)
def test_a_cell_is_taken_apart_by_its_column(
    cell: str, role: ColumnRole, title: str, texts: list[str]
) -> None:
    assert [line.text for line in lines_of_cell(cell, role, title)] == texts


def test_oil_under_the_title_of_another_oil_is_that_one() -> None:
    (line,) = lines_of_cell("Yamalube", ColumnRole.OTHER_OIL, "Oli Gardan")
    assert line.category is GEAR


def test_a_letter_in_a_cell_stays_one_line() -> None:
    (line,) = lines_of_cell("(" + ";" * 20_000 + "servis", ColumnRole.WORK, "Pekerjaan")
    assert len(line.text) == 20_007
