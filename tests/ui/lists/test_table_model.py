"""Lists: sorting on real values, and pages of a list too long for memory."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.base import i18n
from bengkel_crm.ui.lists.columns import COUNT, DAY, CellEditor, ListColumn
from bengkel_crm.ui.lists.record_table import RecordTable
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


def test_rows_that_changed_keep_the_cursor_and_others_begin_anew(qtbot: QtBot) -> None:
    model = make_model()
    QAbstractItemModelTester(model)
    cursor = QPersistentModelIndex(model.index(2, 0))
    dearer = [replace(visit, total_rupiah=visit.total_rupiah + 1) for visit in VISITS]
    model.change_records(dearer)
    assert cursor.row() == 2
    assert model.record(2).total_rupiah == 95_001
    model.change_records(dearer[:2])
    assert not cursor.isValid()
    assert ids(model) == [1, 2]


def test_a_cell_is_typed_in_where_its_column_says_so_and_enter_takes_it(qtbot: QtBot) -> None:
    typed: list[tuple[int, str]] = []

    def take(editor: QWidget, visit: Visit) -> None:
        assert isinstance(editor, QLineEdit)
        typed.append((visit.id, editor.text()))

    editor: CellEditor[Visit] = CellEditor(
        lambda parent, visit: QLineEdit(str(visit.total_rupiah), parent),
        lambda visit: visit.on is not None,
        take,
        lambda cell: cell,
    )
    model = RecordTableModel([COLUMNS[0], replace(COLUMNS[1], editor=editor)])
    model.set_records(VISITS)
    editable = [
        [bool(model.flags(model.index(row, place)) & Qt.ItemFlag.ItemIsEditable) for place in (0, 1)]
        for row in (0, 1)
    ]
    assert editable == [[False, True], [False, False]]
    table = RecordTable("visits", model)
    qtbot.addWidget(table)
    table.show()
    table.edit(model.index(0, 1))
    line = table.findChild(QLineEdit)
    assert line is not None
    assert line.text() == "128000"
    line.setText("130000")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert typed == [(1, "130000")]


def test_a_box_is_ticked_as_its_column_says_and_a_click_on_it_only_asks(qtbot: QtBot) -> None:
    kept = replace(COLUMNS[0], is_ticked=lambda visit: visit.on is not None)
    model = RecordTableModel([kept, COLUMNS[1]])
    QAbstractItemModelTester(model)
    model.set_records(VISITS)
    role, checkable = Qt.ItemDataRole.CheckStateRole, Qt.ItemFlag.ItemIsUserCheckable
    ticks = [model.index(row, 0).data(role) for row in (0, 1)]
    assert ticks == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    assert model.index(0, 1).data(role) is None
    assert [bool(model.index(0, place).flags() & checkable) for place in (0, 1)] == [True, False]
    with qtbot.waitSignal(model.tick_wanted) as wanted:
        assert model.setData(model.index(1, 0), Qt.CheckState.Checked, role)
    assert wanted.args == [1]
    assert model.index(1, 0).data(role) is Qt.CheckState.Unchecked
    with qtbot.assertNotEmitted(model.tick_wanted):
        assert not model.setData(model.index(1, 1), Qt.CheckState.Checked, role)


def test_a_box_that_is_painted_by_hand_is_not_clicked_through_the_model() -> None:
    painted = replace(COLUMNS[0], is_ticked=lambda _: True, paint=lambda cell, _: cell.tick(is_ticked=True))
    model = RecordTableModel([painted])
    model.set_records(VISITS)
    assert model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    assert not model.index(0, 0).flags() & Qt.ItemFlag.ItemIsUserCheckable


def test_a_screen_reader_is_given_the_whole_row_where_the_list_says_so() -> None:
    model = make_model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0, 1), role) is None
    model.is_read_by_row = True
    assert model.data(model.index(0, 1), role).endswith(", 128.000")
