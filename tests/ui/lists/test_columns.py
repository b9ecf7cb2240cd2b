"""Columns as data: what follows from the kind of a column's values."""

from dataclasses import dataclass
from datetime import date

import pytest

from bengkel_crm.records.exports import Kind
from bengkel_crm.ui.lists.columns import (
    COUNT,
    DAY,
    NOTHING,
    OIL,
    PLATE,
    RUPIAH,
    TEXT,
    Align,
    CellKind,
    ListColumn,
    SheetCell,
)


@dataclass(frozen=True)
class Row:
    value: object


def make_column(kind: CellKind = TEXT) -> ListColumn[Row]:
    return ListColumn("value", lambda: "Value", lambda row: row.value, kind)


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (TEXT, "Sari", "Sari"),
        (PLATE, "B3472KZR", "B 3472 KZR"),
        (DAY, date(2026, 3, 9), "9 Mar 2026"),
        (COUNT, 12_500, "12.500"),
        (COUNT, 0, "0"),
        (RUPIAH, 128_000, "Rp 128.000"),
    ],
)
def test_a_value_reads_as_its_kind_does(kind: CellKind, value: object, shown: str) -> None:
    assert make_column(kind).text(Row(value)).replace("\u00a0", " ") == shown


@pytest.mark.parametrize("kind", [TEXT, PLATE, OIL, DAY, COUNT])
@pytest.mark.parametrize("value", [None, ""])
def test_a_cell_without_a_value_says_so(kind: CellKind, value: str | None) -> None:
    assert make_column(kind).text(Row(value)) == NOTHING


def test_capitals_make_no_difference_to_the_order_and_the_unknown_has_none() -> None:
    column = make_column()
    assert column.order(Row("BUDI")) == column.order(Row("budi"))
    assert column.order(Row("")) is column.order(Row(None)) is None


def test_amounts_stand_at_the_right_with_their_figures_below_each_other() -> None:
    assert make_column(RUPIAH).kind.align is Align.RIGHT
    assert make_column(RUPIAH).kind.tabular
    assert make_column(TEXT).kind.align is Align.LEFT


def test_a_spreadsheet_gets_the_value_typed_and_nothing_for_an_empty_text() -> None:
    (day,) = make_column(DAY).sheet_cells()
    assert (day.kind, day.value(Row(date(2026, 3, 9)))) == (Kind.DAY, date(2026, 3, 9))
    (text,) = make_column().sheet_cells()
    assert (text.kind, text.value(Row("")), text.value(Row("Sari"))) == (Kind.PLAIN, None, "Sari")
    (plate,) = make_column(PLATE).sheet_cells()
    assert plate.value(Row("B3472KZR")) == "B 3472 KZR"


def test_a_column_that_shows_two_things_gives_both_to_a_spreadsheet() -> None:
    cells = (SheetCell[Row](lambda row: 1), SheetCell[Row](lambda row: 2, Kind.COUNT))
    column = ListColumn[Row]("two", lambda: "Two", lambda row: 1, cells=cells)
    assert column.sheet_cells() == cells
