"""The one table every list is shown in."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.lists.columns import ROW, ListColumn
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import RecordTableModel
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Scheme


@dataclass(frozen=True)
class Row:
    name: str
    km: int


COLUMNS = (
    ListColumn[Row]("name", lambda: "Nama", lambda r: r.name, width=140),
    ListColumn[Row]("km", lambda: "KM", lambda r: r.km, ROW, width=90),
)
ROWS = [Row("Citra", 300), Row("Ani", 1200), Row("Budi", 20)]


def make_table(qtbot: QtBot) -> tuple[RecordTable, RecordTableModel[Row]]:
    model = RecordTableModel(COLUMNS)
    model.set_records(ROWS)
    table = RecordTable("people", model)
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    return table, model


def test_rows_are_of_one_height_that_grows_with_the_text(qtbot: QtBot) -> None:
    table, _ = make_table(qtbot)
    assert table.rowHeight(0) == 36
    theme().apply(Scheme.LIGHT, 130)
    assert table.rowHeight(0) == 47


def test_enter_and_a_double_click_open_the_row(qtbot: QtBot) -> None:
    table, _ = make_table(qtbot)
    table.selectRow(1)
    with qtbot.waitSignal(table.activated_row) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [1]
    at = table.visualRect(table.model().index(2, 0)).center()
    with qtbot.waitSignal(table.activated_row) as told:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told.args == [2]


def test_del_asks_to_remove_the_row(qtbot: QtBot) -> None:
    table, _ = make_table(qtbot)
    table.selectRow(0)
    with qtbot.waitSignal(table.remove_requested) as told:
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert told.args == [0]


def test_enter_without_a_row_does_nothing(qtbot: QtBot) -> None:
    table, model = make_table(qtbot)
    model.set_records([])
    with qtbot.assertNotEmitted(table.activated_row):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_home_and_end_go_to_the_ends_of_the_list(qtbot: QtBot) -> None:
    table, _ = make_table(qtbot)
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current_row() == 2
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.current_row() == 0


def test_a_click_on_a_title_sorts_by_value(qtbot: QtBot) -> None:
    table, model = make_table(qtbot)
    table.set_sort("km", descending=True)
    assert [row.km for row in model.records()] == [1200, 300, 20]
    header = table.horizontalHeader()
    at = header.viewport().rect().topLeft()
    at.setX(header.sectionViewportPosition(0) + 40)
    at.setY(10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [row.name for row in model.records()] == ["Ani", "Budi", "Citra"]


def test_widths_order_and_choice_of_columns_are_remembered(qtbot: QtBot, settings: QSettings) -> None:
    first, _ = make_table(qtbot)
    first.setColumnWidth(0, 222)
    first.horizontalHeader().moveSection(0, 1)
    first.setColumnHidden(1, True)
    first.save_columns(settings)
    second, _ = make_table(qtbot)
    second.restore_columns(settings)
    assert second.columnWidth(0) == 222
    assert second.isColumnHidden(1)
    assert second.horizontalHeader().visualIndex(0) == 1


def test_a_list_that_was_never_arranged_is_as_it_was_made(qtbot: QtBot, settings: QSettings) -> None:
    table, _ = make_table(qtbot)
    table.restore_columns(settings)
    assert table.columnWidth(0) == 140


def test_the_last_column_can_not_be_hidden(qtbot: QtBot) -> None:
    table, _ = make_table(qtbot)
    menu = table.columns_menu()
    menu.actions()[1].trigger()
    assert table.isColumnHidden(1)
    assert not table.columns_menu().actions()[0].isEnabled()


@pytest.mark.parametrize("width", [280, 300, 330, 400])
def test_a_title_is_whole_in_the_column_that_stretches_as_long_as_there_is_room(
    qtbot: QtBot, width: int
) -> None:
    stretched = replace(COLUMNS[0], key="work", title=lambda: "Jenis pekerjaan", stretch=True)
    table = RecordTable("works", RecordTableModel((COLUMNS[0], stretched, COLUMNS[1])))
    qtbot.addWidget(table)
    table.resize(width, 300)
    table.show()
    table.make_room()
    header = table.horizontalHeader()
    assert header.sectionSize(1) >= header.sectionSizeHint(1)
    table.resize(700, 300)
    table.make_room()
    assert (header.sectionSize(0), header.sectionSize(2)) == (140, 90)
