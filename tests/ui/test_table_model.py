"""Lists: sorting on real values, and pages of a list too long for memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from bengkel_crm import i18n
from bengkel_crm.ui.table_model import Align, Column, Order, PagedTableModel, RecordTableModel

DOWN, UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


@dataclass(frozen=True)
class Visit:
    id: int
    on: date | None
    total_rupiah: int


COLUMNS = (
    Column[Visit](
        "date", lambda: i18n.translate("Dates", "today"), lambda v: v.on, lambda v: str(v.on or "—"), width=96
    ),
    Column[Visit](
        "total",
        lambda: "Total",
        lambda v: v.total_rupiah,
        lambda v: i18n.format_number(v.total_rupiah),
        align=Align.RIGHT,
        tabular=True,
        ink=lambda v: "bad" if v.total_rupiah > 2**31 else None,
    ),
)
VISITS = (
    Visit(1, date(2026, 8, 12), 128_000),
    Visit(2, None, 5_000_000_000),
    Visit(3, date(2025, 11, 3), 95_000),
    Visit(4, date(2026, 2, 14), 2_147_483_648),
)


def make_model(visits: Sequence[Visit] = VISITS) -> RecordTableModel[Visit]:
    model = RecordTableModel(COLUMNS)
    model.set_records(visits)
    return model


def ids(model: RecordTableModel[Visit] | PagedTableModel[Visit]) -> list[int]:
    return [visit.id for visit in model.records()]


def test_the_model_keeps_qt_s_rules(qtbot: QtBot) -> None:
    model = make_model(())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_records(VISITS)
    model.sort(0, DOWN)
    model.sort(1, UP)
    model.set_records(VISITS[:1])
    model.retranslate()
    assert tester.model() is model


def test_dates_sort_as_dates_and_the_unknown_stands_last_both_ways() -> None:
    model = make_model()
    model.sort(0, UP)
    assert ids(model) == [3, 4, 1, 2]
    model.sort(0, DOWN)
    assert ids(model) == [1, 4, 3, 2]


def test_sums_beyond_two_billion_sort_right() -> None:
    model = make_model()
    model.sort(1, DOWN)
    assert ids(model) == [2, 4, 1, 3]


def test_equal_values_keep_their_order() -> None:
    same = [Visit(number, date(2026, 1, 1), 5) for number in range(5)]
    model = make_model(same)
    model.sort(0, UP)
    assert ids(model) == [0, 1, 2, 3, 4]


def test_the_chosen_row_stays_chosen_when_the_list_is_sorted() -> None:
    model = make_model()
    chosen = model.index(0, 0)
    kept = QPersistentModelIndex(chosen)
    model.sort(1, DOWN)
    assert model.record(kept.row()).id == 1


def test_a_cell_shows_its_text_on_its_side_in_its_color() -> None:
    model = make_model()
    cell = model.index(1, 1)
    assert model.data(cell) == "5.000.000.000"
    assert model.data(cell, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.data(cell, Qt.ItemDataRole.ForegroundRole) is not None
    assert model.data(model.index(0, 1), Qt.ItemDataRole.ForegroundRole) is None
    assert model.data(cell, Qt.ItemDataRole.FontRole) is not None


def test_titles_follow_the_language() -> None:
    model = make_model()
    assert model.headerData(0, Qt.Orientation.Horizontal) == "hari ini"
    i18n.set_language("en")
    assert model.headerData(0, Qt.Orientation.Horizontal) == "today"


class Book:
    """A long list that answers by key, as the workshop does."""

    def __init__(self, rows: int) -> None:
        self.visits = [Visit(number, date(2026, 1, 1), number) for number in range(rows)]
        self.asked: list[tuple[Order, int | None, int]] = []

    def fetch(self, order: Order, after: Visit | None, limit: int) -> Sequence[Visit]:
        self.asked.append((order, None if after is None else after.id, limit))
        ordered = sorted(self.visits, key=lambda visit: visit.id, reverse=order.descending)
        start = 0 if after is None else [visit.id for visit in ordered].index(after.id) + 1
        return ordered[start : start + limit]


def make_paged(book: Book) -> PagedTableModel[Visit]:
    return PagedTableModel(COLUMNS, book.fetch, Order("date", False), page_rows=10)


def test_a_long_list_is_fetched_page_by_page_after_the_last_record(qtbot: QtBot) -> None:
    book = Book(25)
    model = make_paged(book)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    # The tester would fetch while it still takes the reset to be under way.
    tester.setUseFetchMore(False)
    model.reload()
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert ids(model) == list(range(25))
    assert [after for _, after, _ in book.asked] == [None, 9, 19]
    assert tester.model() is model


def test_only_what_is_looked_at_is_fetched() -> None:
    book = Book(1_000)
    model = make_paged(book)
    model.reload()
    assert model.rowCount() == 10
    assert len(book.asked) == 1


def test_sorting_a_long_list_asks_the_workshop_and_begins_at_the_top() -> None:
    book = Book(25)
    model = make_paged(book)
    model.reload()
    model.fetchMore(QModelIndex())
    model.sort(0, DOWN)
    assert model.order == Order("date", True)
    assert ids(model) == list(range(24, 14, -1))


def test_asking_for_the_same_order_again_fetches_nothing() -> None:
    book = Book(25)
    model = make_paged(book)
    model.reload()
    model.sort(0, UP)
    assert len(book.asked) == 1


def test_a_list_that_ends_on_a_full_page_ends() -> None:
    book = Book(20)
    model = make_paged(book)
    model.reload()
    model.fetchMore(QModelIndex())
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    assert model.rowCount() == 20


def test_an_emptied_list_is_empty_and_asks_for_nothing() -> None:
    book = Book(20)
    model = make_paged(book)
    model.reload()
    model.clear()
    assert model.rowCount() == 0
    assert not model.canFetchMore(QModelIndex())
