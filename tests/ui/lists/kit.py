"""A list page under test: on a real file, with fingers on its keys."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.lists.list_page import ListPage
from bengkel_crm.ui.lists.pane import ListPane

P = TypeVar("P", bound=ListPage[Any, Any])


class ListUser(Generic[P]):
    """Says what a clerk sees of a list and does what a clerk does."""

    def __init__(self, qtbot: QtBot, page: P, *, width: int = 1268, height: int = 700) -> None:
        qtbot.addWidget(page)
        self.page = page
        self._qtbot = qtbot
        page.resize(width, height)
        if page.shell.is_open:
            page.shop_opened()
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.come_to_front()
        self.settle()

    @property
    def pane(self) -> ListPane[Any, Any]:
        return self.page.pane

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused(), text)
        self.settle()

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.focused(), key, held)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is read any more."""
        self._qtbot.waitUntil(lambda: not self.pane.is_waiting())

    def click_title(self, key: str) -> None:
        """Click the title of a column."""
        header = self.pane.table.horizontalHeader()
        place = self.place(key)
        at = header.sectionViewportPosition(place) + header.sectionSize(place) // 2
        QTest.mouseClick(
            header.viewport(),
            Qt.MouseButton.LeftButton,
            pos=QPoint(at, header.height() // 2),
        )
        self.settle()

    def place(self, key: str) -> int:
        return next(n for n, column in enumerate(self.pane.model.columns) if column.key == key)

    def texts(self, key: str) -> list[str]:
        """Return what a column shows, from the top."""
        model, place = self.pane.model, self.place(key)
        return [model.data(model.index(row, place)) for row in range(model.rowCount())]

    def choose(self, box: Any, value: object) -> None:
        """Choose in a box as a user does."""
        box.set_value(value)
        box.activated.emit(box.currentIndex())
        self.settle()

    def chosen(self, key: str) -> list[str]:
        """Return what a column shows in the chosen rows."""
        texts = self.texts(key)
        return [texts[row] for row in self.pane.table.chosen_rows()]

    def dialog(self) -> QDialog:
        """Return the dialog that was opened."""
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
        assert len(found) == 1
        assert QTest.qWaitForWindowExposed(found[0])
        return found[0]
