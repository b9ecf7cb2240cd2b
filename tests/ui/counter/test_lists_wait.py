"""A list over the page is left for the counter with F3, and waits only where it has something to lose."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.forms.dialog_frame import DialogFrame
from bengkel_crm.ui.settings.intervals import IntervalsDialog
from tests.factories import make_vehicle
from tests.ui.counter.kit import Counter

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

KEY = Qt.Key


def front(counter: Counter) -> DialogFrame | None:
    found = counter.window.forms.front()
    assert found is None or isinstance(found, DialogFrame)
    return found


@pytest.mark.parametrize("shown", ["bin", "backups"])
def test_f3_leaves_a_list_and_the_next_letter_lands_in_the_box(
    counter: Counter, database: "Database", shown: str
) -> None:
    make_vehicle(database, plate="B 3472 KZR")
    openers = counter.window.openers
    opened = {"bin": openers.show_bin, "backups": lambda: openers.show_backups(lambda _: None)}
    opened[shown]()
    assert front(counter) is not None
    counter.press(KEY.Key_F3)
    assert front(counter) is None
    counter.open("3472")
    assert counter.card() == "B 3472 KZR"
    opened[shown]()
    counter.press(KEY.Key_Escape)
    assert front(counter) is None


def test_intervals_half_typed_wait_and_come_back_as_they_were(counter: Counter, qtbot: QtBot) -> None:
    dialog = IntervalsDialog(counter.window, counter.window)
    counter.window.forms.show_form(dialog)
    assert dialog.table.hasFocus()
    dialog.table.setCurrentIndex(dialog.model.index(0, 1))
    counter.type("9")
    counter.press(KEY.Key_Return)
    qtbot.waitUntil(dialog.model.is_dirty)
    counter.press(KEY.Key_F3)
    assert front(counter) is None
    assert counter.window.forms.parked_keys() == ["intervals"]
    assert counter.window.forms.waiting_title("intervals")
    counter.press(KEY.Key_F7)
    assert front(counter) is dialog
    assert dialog.model.is_dirty()
