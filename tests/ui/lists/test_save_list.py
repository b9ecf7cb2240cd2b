"""Ctrl+E saves a list as it is shown: filtered, sorted, with its columns in their order, all its rows."""

import csv
import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from PySide6.QtCore import QModelIndex, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from bengkel_crm.base import i18n
from bengkel_crm.records.exports import ExportKind, Kind
from bengkel_crm.trade.money import format_rupiah
from bengkel_crm.ui.lists.columns import ListColumn
from bengkel_crm.ui.lists.list_page import ListPage
from bengkel_crm.ui.widgets.message_bar import MessageBar
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.workshop.exchange.out.export_log import list_exports
from tests.factories import make_vehicle, make_work_order

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

TODAY = date.today()
# The offscreen platform says so of the list of names that Qt's file dialog offers.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier
VISITS = 230


class Clerk:
    """Turns to a list in the real window and saves it with keys."""

    def __init__(self, qtbot: QtBot, window: MainWindow, database: "Database") -> None:
        self.qtbot = qtbot
        self.window = window
        self.database = database

    @property
    def page(self) -> ListPage[Any, Any]:
        page = self.window.front_page()
        assert isinstance(page, ListPage)
        return page

    def turn_to(self, page: str) -> None:
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.window.go(page)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.page.pane.is_waiting())

    def type(self, text: str) -> None:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, text)
        self.settle()

    def place(self, key: str) -> int:
        columns = self.page.pane.model.columns
        return next(place for place, column in enumerate(columns) if column.key == key)

    def toggle(self, key: str) -> None:
        """Show or hide a column by the menu."""
        menu = self.page.pane.table.columns_menu()
        next(action for action in menu.actions() if action.data() == self.place(key)).trigger()
        menu.deleteLater()

    def shown(self) -> list[ListColumn[Any]]:
        header = self.page.pane.table.horizontalHeader()
        places = [header.logicalIndex(visual) for visual in range(header.count())]
        columns = self.page.pane.model.columns
        return [columns[place] for place in places if not header.isSectionHidden(place)]

    def seen(self) -> list[list[str]]:
        """Scroll to the end and return what stands in each row, titles first."""
        model = self.page.pane.model
        while model.canFetchMore(QModelIndex()):
            model.fetchMore(QModelIndex())
            self.settle()
        shown = self.shown()
        rows = [[column.text(record) for column in shown] for record in model.records()]
        return [[column.title() for column in shown], *rows]

    def ask(self) -> QFileDialog:
        """Press Ctrl+E and return the question for a file."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, Qt.Key.Key_E, CTRL)
        (dialog,) = [
            w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()
        ]
        assert QTest.qWaitForWindowExposed(dialog)
        return dialog

    def save(self, path: Path) -> None:
        """Press Ctrl+E, type a name, press Enter, and wait until the file is there."""
        line = self.ask().findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        line.selectAll()
        QTest.keyClicks(line, str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not self.window.jobs.is_busy(), timeout=20_000)

    def message(self) -> str:
        (bar,) = self.window.findChildren(MessageBar)
        return bar.text()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, new_shop: Path) -> Path:
    """A shop file with more visits than a page of the list has; made once."""
    from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop

    path = Path(shutil.copy(new_shop, tmp_path_factory.mktemp("filled")))
    database = open_shop(path)
    sri = make_vehicle(database, "B 3472 KZR", "Sri Wulandari", ("081288341907",), year=2019)
    budi = make_vehicle(database, "AB 15 XY", None, (), brand="Toyota", model="Avanza")
    for number in range(VISITS):
        make_work_order(
            database,
            (sri, budi)[number % 5 == 0],
            TODAY - timedelta(days=number),
            ["Ganti kampas rem"] if number % 2 else ["Tune up"],
            oil="MPX 2 0,8" if number % 3 else None,
            mechanic="Anto" if number % 4 else None,
            odometer_km=90_000 - number if number % 7 else None,
            parts=["Kampas"] * (number * 37 % 11),
        )
    close_shop(database)
    return path


@pytest.fixture
def clerk(qtbot: QtBot, settings: QSettings, filled: Path, tmp_path: Path) -> Iterator[Clerk]:
    from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop

    database = open_shop(Path(shutil.copy(filled, tmp_path / "isi.db")))
    window = MainWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    # A window that was never left anywhere fills the screen, which here is a small one.
    window.showNormal()
    window.resize(1366, 768)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.set_database(database)
    yield Clerk(qtbot, window, database)
    qtbot.waitUntil(lambda: not window.jobs.is_busy())
    window.close()
    close_shop(database)


def as_shown(value: Any, column: ListColumn[Any]) -> str:
    """Return a cell as the list shows it."""
    (cell,) = column.sheet_cells()
    if value is None:
        return "—"
    match cell.kind:
        case Kind.DAY:
            assert isinstance(value, datetime), column.key
            return i18n.format_date(value.date())
        case Kind.RUPIAH:
            assert isinstance(value, int), column.key
            return format_rupiah(value)
        case Kind.NUMBER | Kind.COUNT:
            assert isinstance(value, int), column.key
            return i18n.format_number(value)
        case Kind.ID:
            assert isinstance(value, int), column.key
            return str(value)
        case _:
            assert isinstance(value, str), column.key
            return value


def test_what_is_saved_is_what_is_shown(clerk: Clerk, tmp_path: Path) -> None:
    clerk.turn_to("work_orders")
    clerk.type("kzr")
    pane = clerk.page.pane
    pane.table.set_sort("total", descending=True)
    clerk.settle()
    clerk.toggle("mechanic")
    clerk.toggle("number")
    header = pane.table.horizontalHeader()
    header.moveSection(header.visualIndex(clerk.place("total")), 0)
    columns, seen = clerk.shown(), clerk.seen()
    assert len(seen) - 1 == VISITS * 4 // 5

    clerk.save(tmp_path / "servis.xlsx")

    (sheet,) = openpyxl.load_workbook(tmp_path / "servis.xlsx").worksheets
    titles, *rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    total = rows.pop()
    assert titles == seen[0]
    assert "Montir" not in titles
    assert [
        [as_shown(value, column) for value, column in zip(row, columns, strict=True)] for row in rows
    ] == seen[1:]
    assert total[0] == f"=SUM(A2:A{len(seen)})"
    assert clerk.message() == f"{len(seen) - 1} baris tersimpan di servis.xlsx"


def test_the_vehicles_are_saved_with_their_phones_as_text(clerk: Clerk, tmp_path: Path) -> None:
    clerk.turn_to("vehicles")
    for key in ("year", "visits"):
        clerk.toggle(key)
    clerk.toggle("next_due")
    columns, seen = clerk.shown(), clerk.seen()
    clerk.save(tmp_path / "kendaraan.xlsx")
    (sheet,) = openpyxl.load_workbook(tmp_path / "kendaraan.xlsx").worksheets
    _, *rows, _ = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert [
        [as_shown(value, column) for value, column in zip(row, columns, strict=True)] for row in rows
    ] == seen[1:]
    assert "0812-8834-1907" in rows[0] + rows[1]


def test_a_column_that_only_a_small_window_hides_goes_along(clerk: Clerk, tmp_path: Path) -> None:
    clerk.turn_to("work_orders")
    wide = [column.title() for column in clerk.shown()]
    clerk.window.resize(1024, 600)
    QTest.qWait(0)
    assert len(clerk.shown()) < len(wide)
    clerk.save(tmp_path / "servis.xlsx")
    (sheet,) = openpyxl.load_workbook(tmp_path / "servis.xlsx").worksheets
    assert [cell.value for cell in sheet[1]] == wide


def test_the_kind_of_file_is_chosen_in_the_dialog(clerk: Clerk, tmp_path: Path) -> None:
    clerk.turn_to("work_orders")
    dialog = clerk.ask()
    assert dialog.nameFilters() == ["Buku kerja Excel (*.xlsx)", "CSV, untuk program lain (*.csv)"]
    kinds = dialog.findChild(QComboBox, "fileTypeCombo")
    assert isinstance(kinds, QComboBox)
    kinds.setCurrentIndex(1)
    kinds.textActivated.emit(kinds.currentText())
    kinds.activated.emit(1)
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, str(tmp_path / "servis"))
    QTest.keyClick(line, Qt.Key.Key_Return)
    clerk.qtbot.waitUntil(lambda: not clerk.window.jobs.is_busy(), timeout=20_000)
    with (tmp_path / "servis.csv").open(encoding="utf-8-sig", newline="") as file:
        titles, *rows = csv.reader(file, delimiter=";")
    assert titles == clerk.seen()[0]
    assert len(rows) == VISITS
    assert rows[0][0] == TODAY.isoformat()


def test_the_folder_is_offered_again_and_the_export_is_logged(clerk: Clerk, tmp_path: Path) -> None:
    folder = tmp_path / "stik"
    folder.mkdir()
    clerk.turn_to("work_orders")
    clerk.save(folder / "servis.xlsx")
    clerk.turn_to("vehicles")
    dialog = clerk.ask()
    assert Path(dialog.directory().absolutePath()) == folder
    dialog.reject()
    (entry,) = list_exports(clerk.database)
    assert (entry.what, entry.file_name, entry.rows) == (ExportKind.WORK_ORDERS, "servis.xlsx", VISITS)


def test_a_file_open_in_excel_is_told(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "~$servis.xlsx").write_bytes(b"")
    clerk.turn_to("work_orders")
    clerk.save(tmp_path / "servis.xlsx")
    assert "sedang terbuka di Excel" in clerk.message()
    assert clerk.page.pane.save.button.isVisible()
    assert list_exports(clerk.database) == []


def test_the_writing_is_shown_and_can_be_cancelled(clerk: Clerk, tmp_path: Path) -> None:
    clerk.turn_to("work_orders")
    save = clerk.page.pane.save
    assert not save.bar.isVisible()

    def never_ends(target: object, progress: Any) -> int:
        while True:
            progress(1, 2)

    save.save_to(str(tmp_path / "servis.xlsx"), never_ends)
    assert save.bar.isVisible()
    assert not save.button.isVisible()
    assert save.is_saving()
    clerk.qtbot.waitUntil(lambda: save.bar.value() == 500)
    QTest.mouseClick(save.cancel, Qt.MouseButton.LeftButton)
    clerk.qtbot.waitUntil(lambda: not save.is_saving())
    assert save.button.isVisible()
    assert not (tmp_path / "servis.xlsx").exists()


def test_an_empty_list_asks_for_no_file(clerk: Clerk) -> None:
    clerk.turn_to("work_orders")
    clerk.type("tidak ada yang begini")
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_E, CTRL)
    assert clerk.window.findChildren(QFileDialog) == []
