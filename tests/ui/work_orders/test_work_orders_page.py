"""The page of work orders."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bengkel_crm.trade.kinds import WorkOrderStatus
from bengkel_crm.ui.journal.bin import BinDialog
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Command
from bengkel_crm.ui.work_orders.work_order_filters import Period
from bengkel_crm.ui.work_orders.work_orders_page import WorkOrdersPage
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.work_orders.work_orders import edit_work_order, get_work_order, list_mechanics
from tests.factories import draft_work_order, make_vehicle, make_work_order
from tests.ui.conftest import BareShell
from tests.ui.lists.kit import ListUser
from tests.ui.shown_words import english_shown, recording, say_again, unnamed

TODAY = date.today()
DOWN, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Return


@pytest.fixture
def user(qtbot: QtBot, shell: BareShell, database: Database) -> ListUser[WorkOrdersPage]:
    """A clerk before four visits: the latest is Sri's brakes, the oldest Budi's tune-up."""
    sri = make_vehicle(database, "B 3472 KZR", "Sri Wulandari")
    budi = make_vehicle(database, "AB 15 XY", "Budi", brand="Toyota", model="Avanza")
    make_work_order(
        database, budi, TODAY - timedelta(days=400), ["Tune up"], mechanic="Slamet", number="SO-1"
    )
    make_work_order(database, sri, TODAY - timedelta(days=200), oil="MPX 2 0,8", number="PKB-00002")
    make_work_order(
        database, budi, TODAY - timedelta(days=3), ["Ganti busi"], mechanic="Anto", number="PKB-00003"
    )
    make_work_order(database, sri, TODAY, ["Ganti kampas rem"], mechanic="Anto", number="PKB-00004")
    return ListUser(qtbot, WorkOrdersPage(shell))


def test_all_visits_are_listed_the_latest_first(user: ListUser[WorkOrdersPage]) -> None:
    assert user.texts("number") == ["PKB-00004", "PKB-00003", "PKB-00002", "SO-1"]
    assert user.texts("jobs")[0] == "Ganti kampas rem"
    assert user.texts("total")[0] == "Rp 50.000"
    assert user.pane.head.count_text() == "4 servis"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("3472", ["PKB-00004", "PKB-00002"]),
        ("budi", ["PKB-00003", "SO-1"]),
        ("3", ["PKB-00003", "PKB-00004", "PKB-00002"]),
        ("so-1", ["SO-1"]),
        ("kampas", ["PKB-00004"]),
        ("mpx", ["PKB-00002"]),
    ],
)
def test_typing_finds_plates_people_numbers_and_work(
    user: ListUser[WorkOrdersPage], typed: str, found: list[str]
) -> None:
    user.type(typed)
    assert sorted(user.texts("number")) == sorted(found)


def test_a_period_leaves_the_visits_of_its_days(user: ListUser[WorkOrdersPage]) -> None:
    user.choose(user.page.filters.period, Period.SEVEN_DAYS)
    assert user.texts("number") == ["PKB-00004", "PKB-00003"]
    user.choose(user.page.filters.period, Period.TODAY)
    assert user.texts("number") == ["PKB-00004"]


def test_days_of_ones_own_may_be_typed_in_either_order(user: ListUser[WorkOrdersPage]) -> None:
    filters = user.page.filters
    assert not filters.first.isVisible()
    user.choose(filters.period, Period.CHOSEN)
    assert filters.first.hasFocus()
    assert len(user.texts("number")) == 4, "no day typed yet leaves out nothing"
    user.type(f"{TODAY - timedelta(days=100):%d/%m/%Y}")
    user.press(Qt.Key.Key_Tab)
    user.type(f"{TODAY - timedelta(days=300):%d/%m/%Y}")
    assert user.texts("number") == ["PKB-00002"]
    user.page.commands()[Command.BACK]()
    assert len(user.texts("number")) == 4
    assert not filters.first.isVisible()


def test_a_mechanic_is_chosen_by_name(user: ListUser[WorkOrdersPage], database: Database) -> None:
    anto = next(mechanic.id for mechanic in list_mechanics(database) if mechanic.name == "Anto")
    user.choose(user.page.filters.mechanic, anto)
    assert user.texts("number") == ["PKB-00004", "PKB-00003"]


def test_a_kind_of_work_is_chosen_by_name(user: ListUser[WorkOrdersPage]) -> None:
    box = user.page.filters.job_kind
    place = next(n for n in range(box.count()) if "busi" in box.itemText(n).lower())
    box.setCurrentIndex(place)
    box.activated.emit(place)
    assert user.texts("number") == ["PKB-00003"]


def test_what_is_still_in_work_is_found_and_marked(
    user: ListUser[WorkOrdersPage], shell: BareShell, database: Database
) -> None:
    order = user.pane.model.record(0)
    draft = draft_work_order(order.vehicle_id, TODAY, ["Ganti kampas rem"])
    opened = draft.__class__(draft.vehicle_id, draft.date, None, draft.lines, status=WorkOrderStatus.OPEN)
    shell.announce(edit_work_order(database, order.work_order_id, opened))
    user.choose(user.page.filters.status, WorkOrderStatus.OPEN)
    assert user.texts("number") == ["PKB-00004"]
    assert user.texts("status") == ["Dikerjakan"]


def test_every_title_that_sorts_does(user: ListUser[WorkOrdersPage]) -> None:
    for column in user.pane.model.columns:
        user.pane.table.setColumnHidden(user.place(column.key), False)
    user.page.resize(2400, 700)
    QTest.qWait(0)
    for column in user.pane.model.columns:
        user.click_title(column.key)
        assert len(user.texts("number")) == 4
        if column.sortable:
            assert user.pane.model.order.key == column.key


def test_enter_opens_the_card_of_the_visit_s_vehicle(
    user: ListUser[WorkOrdersPage], shell: BareShell
) -> None:
    user.press(DOWN, ENTER)
    assert shell.opened_cards == [user.pane.model.record(0).vehicle_id]


def test_f4_mends_the_chosen_visit(user: ListUser[WorkOrdersPage]) -> None:
    user.press(DOWN, DOWN)
    user.page.commands()[Command.EDIT]()
    form = user.dialog()
    assert "PKB-00003" in form.windowTitle()
    form.reject()


def test_a_visit_moved_to_the_bin_comes_back_with_undo(
    user: ListUser[WorkOrdersPage], shell: BareShell, database: Database
) -> None:
    order_id = user.pane.model.record(0).work_order_id
    user.press(DOWN, Qt.Key.Key_Delete)
    assert user.texts("number") == ["PKB-00003", "PKB-00002", "SO-1"]
    assert shell.messages[-1][1] is Tone.OK
    assert shell.undo is not None
    shell.undo()
    assert user.texts("number")[0] == "PKB-00004"
    assert get_work_order(database, order_id).number == "PKB-00004"


def test_the_bin_is_reached_from_the_page(user: ListUser[WorkOrdersPage]) -> None:
    user.press(DOWN, Qt.Key.Key_Delete)
    user.page.bin.click()
    dialog = user.dialog()
    assert isinstance(dialog, BinDialog)
    QTest.keyClick(dialog.table, ENTER)
    assert user.texts("number")[0] == "PKB-00004"
    dialog.reject()


def test_no_english_is_left_and_everything_has_a_name(user: ListUser[WorkOrdersPage]) -> None:
    with recording() as recorder:
        say_again(user.page)
        user.choose(user.page.filters.period, Period.CHOSEN)
        user.type("zz")
    assert recorder.missing == set()
    assert english_shown(user.page) == []
    assert unnamed(user.page) == []
