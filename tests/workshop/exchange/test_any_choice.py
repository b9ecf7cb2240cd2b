"""Whatever a clerk takes columns for, every row is accounted for and what was told is written."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bengkel_crm.trade.dates import DateOrder
from bengkel_crm.workshop.exchange import (
    Choices,
    ColumnRole,
    FieldRule,
    ImportField,
    ImportReport,
    PhoneRule,
    TableKind,
    check_book,
    look_again,
    open_book,
    propose,
    take_over,
)
from bengkel_crm.workshop.exchange.rows.entries import RowFate
from bengkel_crm.workshop.shop_file.backup import check as find_faults
from bengkel_crm.workshop.shop_file.shop_file import Database, close_shop, open_shop

from .books import TODAY, write_sheets

ROLES = tuple(ColumnRole)
DAYS = st.dates(date(2024, 1, 1), date(2026, 11, 1)).map(lambda day: datetime(day.year, day.month, day.day))
ANY: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.sampled_from(("TOTAL", "Nopol", "#REF!", "-", "v", "2 pcs", "8.12E+11", "13/13/2026", "Umum", "2019")),
    st.integers(-5, 10**12),
    st.floats(0, 10**6),
    st.dates(date(1890, 1, 1), date(2090, 1, 1)).map(lambda day: datetime(day.year, day.month, day.day)),
    st.booleans(),
    st.text(max_size=12).filter(lambda text: text.isprintable() and not text.startswith("=")),
)


def mostly(*told: Any) -> st.SearchStrategy[Any]:
    """Return what usually stands in a column, and now and then anything."""
    usual = st.sampled_from(told)
    return st.one_of(usual, usual, usual, usual, ANY)


COLUMNS: tuple[st.SearchStrategy[Any], ...] = (
    mostly("AB 1 CD", "ab1cd", "B 2 XY", "H 3 Z", "L 44 QQ", None),
    st.one_of(DAYS, DAYS, mostly("12/08/2026", "1 Mei 2026", "kapan", None)),
    mostly("Budi Santoso", "BUDI SANTOSO", "Siti", "PT Maju", "Budi Santoso (0812-8834-1907)", None),
    mostly("081288341907", 81288341908, "0812 8834 1907 / 0812 8834 1908", "592098", None),
    mostly("Servis", "Ganti oli + busi", "MPX 2", "Honda Beat", "Merah", "Jl. Mawar 1", None),
    mostly(50000, "Rp 50.000", "banyak", 12500, "12.500 km", "N-1", "N-2", None),
)
OF_COLUMNS = (
    (ColumnRole.PLATE,),
    (ColumnRole.DATE,),
    (ColumnRole.CUSTOMER, ColumnRole.CONTACT, ColumnRole.MECHANIC, ColumnRole.OTHER),
    (ColumnRole.PHONE, ColumnRole.OTHER),
    (
        ColumnRole.WORK,
        ColumnRole.PART,
        ColumnRole.VEHICLE,
        ColumnRole.COLOR,
        ColumnRole.ADDRESS,
        ColumnRole.REMARK,
        ColumnRole.OTHER,
    ),
    (
        ColumnRole.TOTAL,
        ColumnRole.PRICE,
        ColumnRole.ODOMETER,
        ColumnRole.NUMBER,
        ColumnRole.YEAR,
        ColumnRole.OTHER,
    ),
)
SENSIBLE = st.tuples(*[st.sampled_from(roles) for roles in OF_COLUMNS])
WIDTH = len(COLUMNS)
ROWS = st.lists(st.tuples(*COLUMNS).map(list), min_size=2, max_size=14)
SHEETS = st.lists(ROWS, min_size=1, max_size=2)


@st.composite
def decisions(draw: st.DrawFn, heights: list[int]) -> dict[str, Any]:
    """What a clerk may decide of sheets with so many rows, sense or nonsense."""
    places = st.tuples(st.sampled_from(["S0", "S1", "no"]), st.integers(0, 16))
    tables = [
        {
            "place": place,
            "header": draw(st.sampled_from((1, 1, 1, height))),
            "two_rows": draw(st.booleans()),
            "kind": draw(st.sampled_from((TableKind.VISITS, *TableKind))),
            "roles": draw(
                st.one_of(SENSIBLE, SENSIBLE, st.lists(st.sampled_from(ROLES), max_size=WIDTH + 1).map(tuple))
            ),
            "last": draw(st.sampled_from((99, 99, 99, 0, height // 2))),
        }
        for place, height in enumerate(heights)
        for _ in range(draw(st.integers(1, 2)))
    ]
    return {
        "tables": tables,
        "date_order": draw(st.sampled_from((None, *DateOrder))),
        "phones": draw(st.sampled_from(tuple(PhoneRule))),
        "fields": draw(
            st.dictionaries(st.sampled_from(tuple(ImportField)), st.sampled_from(tuple(FieldRule)))
        ),
        "mended": {
            (*place, index): text
            for place, index, text in draw(
                st.lists(
                    st.tuples(places, st.integers(-1, 9), st.sampled_from(("AB 9 CD", "", "1/2/2026"))),
                    max_size=3,
                )
            )
        },
        "left_out": frozenset(draw(st.lists(places, max_size=3))),
    }


def counts(database: Database) -> tuple[int, ...]:
    tables = ("vehicle", "customer", "work_order")
    return tuple(database.execute_sql(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)


def added(report: ImportReport) -> tuple[int, ...]:
    return report.vehicles_added, report.customers_added, report.work_orders_added


def told(report: ImportReport) -> tuple[Any, ...]:
    return (
        *(report.rows, report.sheets, report.problems, report.doubts, report.differences, report.left_out),
        *(added(report), report.customers_changed, report.vehicles_changed),
        *(report.products_added, report.products_changed),
    )


def prove(database: Database, folder: Path, sheets: list[list[list[Any]]], decided: dict[str, Any]) -> None:
    path = write_sheets(folder / "book.xlsx", {f"S{place}": rows for place, rows in enumerate(sheets)})
    book = open_book(path)
    usual = propose(database, book)[0].choice
    tables = tuple(
        look_again(
            book,
            replace(
                usual,
                sheet=f"S{table['place']}",
                header=(table["header"], table["header"] + table["two_rows"]),
                first=0,
                last=table["last"],
                kind=table["kind"],
                roles=table["roles"],
                taken=True,
            ),
        ).choice
        for table in decided.pop("tables")
    )
    choices = Choices(tables, **decided)
    rehearsal = check_book(database, book, choices, today=TODAY)
    assert counts(database) == (0, 0, 0)
    assert (
        sum(rehearsal.rows.values()) == rehearsal.rows_total == sum(len(sheet.rows) for sheet in book.sheets)
    )
    assert rehearsal.rows.get(RowFate.NOT_TAKEN, 0) == len(rehearsal.problems)
    assert rehearsal.rows.get(RowFate.LEFT_OUT, 0) == len(rehearsal.left_out)
    report = take_over(database, book, choices, backups=None, today=TODAY)
    assert told(report) == told(rehearsal)
    assert counts(database) == added(report)
    assert find_faults(database) == []
    for again in (check_book, take_over):
        options = {} if again is check_book else {"backups": None}
        second = again(database, book, choices, today=TODAY, **options)
        assert added(second) == (0, 0, 0), second
        assert second.deed_id is None


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), sheets=SHEETS)
def test_every_row_is_accounted_for_and_what_was_told_is_written(
    data: st.DataObject, sheets: list[list[list[Any]]]
) -> None:
    decided = data.draw(decisions([len(rows) for rows in sheets]))
    with TemporaryDirectory() as name:
        database = open_shop(Path(name) / "toko.db")
        try:
            prove(database, Path(name), sheets, decided)
        finally:
            close_shop(database)
