"""The month's list: who stands on it, who is left out, and what the keys do."""

from datetime import date, timedelta

from PySide6.QtCore import Qt

from bengkel_crm.base import i18n
from bengkel_crm.records.reminders import Channel, Outcome
from bengkel_crm.trade.dates import add_months
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.reminders import reminders
from tests.factories import make_work_order
from tests.ui.reminders.desk import TODAY, Desk
from tests.ui.seen import button
from tests.ui.shown_words import english_shown, unnamed


def test_the_most_urgent_stands_first_and_has_the_cursor(desk: Desk) -> None:
    desk.make_due("AB 1111 AA", "Sri", late_days=2)
    desk.make_due("AB 2222 BB", "Tono", late_days=9)
    desk.open()
    assert desk.listed() == ["AB 2222 BB", "AB 1111 AA"]
    person = desk.page.due.table.current_record()
    assert person is not None
    assert person.name == "Tono"


def test_one_person_with_three_vehicles_is_one_row(desk: Desk) -> None:
    first = desk.make_due("AB 1111 AA", "Sri")
    card = _owner_of(desk, first)
    desk.make_due("AB 2222 BB", customer_id=card)
    desk.make_due("AB 3333 CC", customer_id=card)
    page = desk.open()
    (person,) = page.due.model.records()
    assert len({item.vehicle_id for item in person.items}) == 3


def test_the_litres_of_each_oil_are_told(desk: Desk) -> None:
    desk.make_due("AB 1111 AA", "Sri", oil="MPX 2 0,8")
    desk.make_due("AB 2222 BB", "Tono", oil="MPX 2 0,8")
    desk.make_due("AB 3333 CC", "Ali", oil="HX7 5W-40 4LT", kind=VehicleKind.CAR)
    page = desk.open()
    assert page.due.side.oils() == ["HX7 5W-40 4LT, 4 L", "MPX 2 0,8, 1,6 L"]


def test_space_ticks_and_control_a_ticks_all(desk: Desk) -> None:
    for number in (1, 2, 3):
        desk.make_due(f"AB {number}111 AA", f"Sri {number}", late_days=10 - number)
    desk.open()
    desk.press(Qt.Key.Key_Space)
    assert desk.ticked() == ["AB 1111 AA"]
    desk.ctrl(Qt.Key.Key_A)
    assert len(desk.ticked()) == 3
    desk.ctrl(Qt.Key.Key_A)
    assert desk.ticked() == []


def test_shift_and_an_arrow_tick_on_the_way(desk: Desk) -> None:
    for number in (1, 2, 3):
        desk.make_due(f"AB {number}111 AA", f"Sri {number}", late_days=10 - number)
    desk.open()
    desk.press(Qt.Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    assert desk.ticked() == ["AB 1111 AA", "AB 2111 AA"]


def test_ticks_stay_with_their_people_when_the_list_is_sorted(desk: Desk) -> None:
    desk.make_due("AB 1111 AA", "Sri", late_days=2)
    desk.make_due("AB 2222 BB", "Tono", late_days=9)
    page = desk.open()
    desk.press(Qt.Key.Key_Space)
    page.due.model.sort(3, Qt.SortOrder.AscendingOrder)
    assert desk.listed() == ["AB 1111 AA", "AB 2222 BB"]
    assert desk.ticked() == ["AB 2222 BB"]


def test_escape_takes_the_ticks_away(desk: Desk) -> None:
    desk.make_due("AB 1111 AA")
    desk.open()
    desk.press(Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert desk.ticked() == []


def test_one_digit_writes_down_what_came_of_a_call(desk: Desk) -> None:
    vehicle_id = desk.make_due("AB 1111 AA")
    desk.open()
    desk.press(Qt.Key.Key_1)
    desk.settle()
    (contact,) = reminders.list_contacts_of_vehicle(desk.database, vehicle_id)
    assert (contact.channel, contact.outcome) == (Channel.CALL, Outcome.WILL_COME)
    assert desk.listed() == []
    assert desk.left_out() == [("AB 1111 AA", f"sudah diingatkan, {i18n.format_date(TODAY)}")]
    assert desk.message() == "1 hasil dicatat"


def test_an_outcome_of_all_who_are_ticked_is_one_deed(desk: Desk) -> None:
    for number in (1, 2, 3):
        desk.make_due(f"AB {number}111 AA", f"Sri {number}")
    desk.open()
    desk.ctrl(Qt.Key.Key_A)
    desk.press(Qt.Key.Key_6)
    desk.settle()
    assert len(desk.left_out()) == 3
    desk.ctrl(Qt.Key.Key_Z)
    desk.settle()
    assert len(desk.listed()) == 3
    assert desk.left_out() == []


def test_later_asks_for_the_day_and_the_person_is_put_off_until_then(desk: Desk) -> None:
    desk.make_due("AB 1111 AA", late_days=9)
    desk.make_due("AB 2222 BB", "Tono")
    desk.open()
    desk.press(Qt.Key.Key_2)
    until = TODAY + timedelta(days=20)
    desk.type(f"{until:%d/%m/%Y}")
    desk.press(Qt.Key.Key_Return)
    desk.settle()
    assert desk.left_out() == [("AB 1111 AA", f"ditunda sampai {i18n.format_date(until)}")]
    assert desk.page.due.table.hasFocus()


def test_a_day_gone_by_puts_nobody_off(desk: Desk) -> None:
    desk.make_due("AB 1111 AA")
    desk.open()
    desk.press(Qt.Key.Key_2)
    desk.type("01/01/2020")
    desk.press(Qt.Key.Key_Return)
    assert desk.page.due.outcomes.is_asking()
    assert desk.listed() == ["AB 1111 AA"]
    desk.press(Qt.Key.Key_Escape)
    assert not desk.page.due.outcomes.is_asking()


def test_a_bare_day_of_the_month_is_one_to_come(desk: Desk) -> None:
    desk.make_due("AB 1111 AA")
    page = desk.open()
    desk.press(Qt.Key.Key_2)
    desk.type(str(TODAY.day))
    found = page.due.outcomes.date.find_day()
    assert found is not None
    assert found > TODAY


def test_sold_asks_which_vehicle_when_there_are_several(desk: Desk) -> None:
    first = desk.make_due("AB 1111 AA", "Sri", late_days=9)
    second = desk.make_due("AB 2222 BB", customer_id=_owner_of(desk, first))
    page = desk.open()
    desk.press(Qt.Key.Key_3)
    assert [button.text() for button in page.due.outcomes.plates()] == [
        "AB 1111 AA",
        "AB 2222 BB",
        "Semuanya",
    ]
    page.due.outcomes.plates()[1].click()
    desk.settle()
    assert desk.listed() == ["AB 1111 AA"]
    assert ("AB 2222 BB", f"kendaraan dijual, {i18n.format_date(TODAY)}") in desk.left_out()
    assert len(reminders.list_contacts_of_vehicle(desk.database, second)) == 1
    assert reminders.list_contacts_of_vehicle(desk.database, first) == []


def test_do_not_contact_leaves_the_person_out_with_the_day(desk: Desk) -> None:
    desk.make_due("AB 1111 AA")
    desk.open()
    desk.press(Qt.Key.Key_5)
    desk.settle()
    assert desk.left_out() == [("AB 1111 AA", f"minta tidak dihubungi, {i18n.format_date(TODAY)}")]


def test_a_wrong_number_leaves_no_way_to_reach(desk: Desk) -> None:
    vehicle_id = desk.make_due("AB 1111 AA")
    desk.open()
    desk.press(Qt.Key.Key_4)
    desk.settle()
    month = reminders.list_month(desk.database, TODAY, add_months(TODAY, 2))
    assert [person.phones for person in month.skipped if person.items[0].vehicle_id == vehicle_id] == [()]


def test_whoever_has_neither_phone_nor_address_is_left_out(desk: Desk) -> None:
    desk.make_due("AB 1111 AA", phones=())
    desk.open()
    assert desk.left_out() == [("AB 1111 AA", "tanpa nomor HP dan alamat")]
    button(desk.page, "Dilewati").click()
    assert desk.page.left_out.table.hasFocus()


def test_filters_narrow_the_list_and_what_is_bought(desk: Desk) -> None:
    desk.make_due("AB 1111 AA", "Sri")
    desk.make_due("B 2222 BB", "Tono", oil="YAMALUBE 0,8")
    page = desk.open()
    page.due.filters.area.set_value("B")
    page.due.filters.area.activated.emit(0)
    assert desk.listed() == ["B 2222 BB"]
    assert page.due.side.oils() == ["YAMALUBE 0,8, 0,8 L"]
    page.due.filters.reset.click()
    assert len(desk.listed()) == 2


def test_enter_opens_the_card(desk: Desk) -> None:
    desk.make_due("AB 1111 AA")
    desk.open()
    desk.press(Qt.Key.Key_Return)
    assert desk.window.front_page().help_topic == "counter"


def test_the_arrows_turn_the_month(desk: Desk) -> None:
    page = desk.open()
    button(page, "Bulan berikutnya").click()
    assert page.month() == add_months(TODAY.replace(day=1), 1)
    button(page, "Bulan sebelumnya").click()
    button(page, "Bulan sebelumnya").click()
    desk.settle()
    assert page.month() == add_months(TODAY.replace(day=1), -1)


def test_recording_the_work_closes_the_reminder_by_itself(desk: Desk) -> None:
    vehicle_id = desk.make_due("AB 1111 AA")
    page = desk.open()
    assert desk.listed() == ["AB 1111 AA"]
    make_work_order(desk.database, vehicle_id, date.today(), jobs=("Ganti oli mesin",), oil="MPX 2 0,8")
    desk.window.go("counter")
    page.reload()
    desk.open()
    assert desk.listed() == []


def test_the_page_is_indonesian_throughout_and_every_part_has_a_name(desk: Desk) -> None:
    desk.make_due("AB 1111 AA")
    page = desk.open()
    assert english_shown(page) == []
    assert unnamed(page) == []


def _owner_of(desk: Desk, vehicle_id: int) -> int:
    card = find_card(desk.database, vehicle_id)
    assert card is not None
    assert card.owner is not None
    return card.owner.id


def test_the_owner_says_how_long_a_late_job_stays_on_the_list(desk: Desk) -> None:
    desk.make_due("AB 1111 AA", "Sri", late_days=200)
    page = desk.open()
    assert desk.listed() == []
    button(page, "Dilewati").click()
    page.left_out.late_days.setFocus()
    page.left_out.late_days.selectAll()
    desk.qtbot.keyClicks(page.left_out.late_days, "400")
    desk.qtbot.keyClick(page.left_out.late_days, Qt.Key.Key_Return)
    desk.settle()
    assert desk.listed() == ["AB 1111 AA"]
    assert reminders.late_days(desk.database) == 400


def test_of_two_numbers_the_clerk_says_which_is_wrong(desk: Desk) -> None:
    desk.make_due("AB 1111 AA", "Sri", ("0812-8834-1907", "0857-1111-2222 (istri)"))
    page = desk.open()
    desk.press(Qt.Key.Key_4)
    assert [button.text() for button in page.due.outcomes.plates()] == [
        "0812-8834-1907",
        "0857-1111-2222 (istri)",
    ]
    page.due.outcomes.plates()[1].click()
    rows = desk.database.execute_sql("SELECT typed FROM customer_phone WHERE wrong_since IS NOT NULL")
    assert rows.fetchall() == [("0857-1111-2222 (istri)",)]
