"""Lists: sorting on real values, and pages of a list too long for memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from bengkel_crm.base import i18n
from bengkel_crm.ui.lists.columns import COUNT, DAY, ListColumn
from bengkel_crm.ui.lists.table_model import Order, PagedTableModel, RecordTableModel

DOWN, UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


@dataclass(frozen=True)
class Visit:
    id: int
    on: date | None
    total_rupiah: int


COLUMNS = (
    ListColumn[Visit](
        "date",
        lambda: i18n.translate("Dates", "today"),
        lambda v: v.on,
        DAY,
        width=96,
    ),
    ListColumn[Visit](
        "total",
        lambda: "Total",
        lambda v: v.total_rupiah,
        COUNT,
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
    """A long list that answers page by page, as the workshop does."""

    def __init__(self, rows: int) -> None:
        self.visits = [Visit(number, date(2026, 1, 1), number) for number in range(rows)]
        self.model = PagedTableModel(COLUMNS, Order("date", False))
        self.model.more_wanted.connect(self._on_more_wanted)
        self.model.order_wanted.connect(self.begin)
        self.asked = 0

    def begin(self) -> None:
        rows, at_end = self._page(0)
        self.model.show_rows(rows, at_end=at_end)

    def _on_more_wanted(self) -> None:
        rows, at_end = self._page(self.model.rowCount())
        self.model.add_rows(rows, at_end=at_end)

    def _page(self, start: int) -> tuple[list[Visit], bool]:
        self.asked += 1
        ordered = sorted(self.visits, key=lambda visit: visit.id, reverse=self.model.order.descending)
        return ordered[start : start + 10], start + 10 >= len(ordered)


def test_a_long_list_is_read_page_by_page(qtbot: QtBot) -> None:
    book = Book(25)
    model = book.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    # The tester would fetch while it still takes the reset to be under way.
    tester.setUseFetchMore(False)
    book.begin()
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert ids(model) == list(range(25))
    assert book.asked == 3
    assert tester.model() is model


def test_only_what_is_looked_at_is_read() -> None:
    book = Book(1_000)
    book.begin()
    assert book.model.rowCount() == 10
    assert book.asked == 1


def test_a_page_that_is_on_its_way_is_not_asked_for_again(qtbot: QtBot) -> None:
    model = PagedTableModel(COLUMNS, Order("date", False))
    model.show_rows(VISITS, at_end=False)
    with qtbot.waitSignal(model.more_wanted):
        model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    with qtbot.assertNotEmitted(model.more_wanted):
        model.fetchMore(QModelIndex())
    model.add_rows((), at_end=False)
    assert model.canFetchMore(QModelIndex())


def test_another_order_is_asked_for_and_the_old_rows_stay_until_it_is_there() -> None:
    model = PagedTableModel(COLUMNS, Order("date", False))
    model.show_rows(VISITS, at_end=True)
    model.sort(0, DOWN)
    assert model.order == Order("date", True)
    assert ids(model) == [1, 2, 3, 4]


def test_asking_for_the_same_order_again_reads_nothing() -> None:
    book = Book(25)
    book.begin()
    book.model.sort(0, UP)
    assert book.asked == 1
    book.model.sort(0, DOWN)
    assert ids(book.model) == list(range(24, 14, -1))


def test_a_list_that_ends_asks_for_nothing() -> None:
    book = Book(20)
    book.begin()
    book.model.fetchMore(QModelIndex())
    assert not book.model.canFetchMore(QModelIndex())
    assert book.model.rowCount() == 20
    book.model.show_rows((), at_end=True)
    assert book.model.rowCount() == 0
    assert not book.model.canFetchMore(QModelIndex())
