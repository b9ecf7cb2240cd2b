"""The contact log: what was sent, what was said, what followed."""

from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from bengkel_crm.records.reminders import Channel, Outcome
from bengkel_crm.ui.reminders.contacts_tab import ContactsTab
from bengkel_crm.workshop.counter.lookup import find_card
from bengkel_crm.workshop.reminders import reminders
from tests.factories import make_work_order
from tests.ui.reminders.desk import TODAY, Desk
from tests.ui.seen import button
from tests.ui.shown_words import english_shown, unnamed

NOW = datetime.combine(TODAY, datetime.min.time()) + timedelta(hours=9)


def send(desk: Desk, *vehicle_ids: int, channel: Channel = Channel.LETTER, at: datetime = NOW) -> None:
    """Write down that the owners of these vehicles were reminded."""
    month = reminders.list_month(desk.database, TODAY, TODAY)
    people = [person for person in month.people if person.items[0].vehicle_id in vehicle_ids]
    reminders.record_sent(desk.database, month, people, channel, "Halo", at)


def open_tab(desk: Desk) -> ContactsTab:
    page = desk.open()
    button(page, "Kontak").click()
    desk.settle()
    return page.contacts


def rows(tab: ContactsTab) -> list[list[str]]:
    """Return what the rows say, without the tick and the time."""
    return [[column.text(contact) for column in tab.model.columns[2:]] for contact in tab.model.records()]


def test_all_seven_days_of_a_week_are_in_sight_on_a_small_screen(desk: Desk) -> None:
    for number in range(12):
        send(desk, desk.make_due(f"AB {number + 1} AA", f"Sri {number}"))
    desk.window.resize(1024, 600)
    calendar = open_tab(desk).calendar
    assert calendar.isVisible()
    assert calendar.visibleRegion().boundingRect().width() == calendar.width()


def test_a_letter_stands_there_with_what_it_was_about_and_what_followed(desk: Desk) -> None:
    first, second = desk.make_due("AB 1111 AA", "Sri"), desk.make_due("AB 2222 BB", "Tono")
    send(desk, first, second, at=datetime.combine(TODAY, datetime.min.time()))
    make_work_order(desk.database, second, TODAY, jobs=("Ganti oli mesin",))
    tab = open_tab(desk)
    followed = next(column for column in tab.model.columns if column.key == "followed")
    came = followed.text(tab.model.records()[0])
    assert sorted(row[:3] for row in rows(tab)) == [
        ["Surat", "AB 1111 AA", "Sri, Ganti oli mesin"],
        ["Surat", "AB 2222 BB", "Tono, Ganti oli mesin"],
    ]
    assert came.startswith("datang ")
    assert came.endswith("Rp 50.000")


def test_one_digit_writes_the_outcome_of_all_that_are_ticked(desk: Desk) -> None:
    vehicles = [desk.make_due(f"AB {n}111 AA", f"Sri {n}") for n in (1, 2, 3)]
    send(desk, *vehicles)
    tab = open_tab(desk)
    desk.ctrl(Qt.Key.Key_A)
    desk.press(Qt.Key.Key_1)
    desk.settle()
    assert [contact.outcome for contact in tab.model.records()] == [Outcome.WILL_COME] * 3
    desk.ctrl(Qt.Key.Key_Z)
    desk.settle()
    assert [contact.outcome for contact in tab.model.records()] == [None] * 3


def test_a_contact_is_put_off_to_a_day(desk: Desk) -> None:
    send(desk, desk.make_due("AB 1111 AA"))
    tab = open_tab(desk)
    desk.press(Qt.Key.Key_2, Qt.Key.Key_Return)
    desk.settle()
    (contact,) = tab.model.records()
    assert (contact.outcome, contact.snooze_until) == (Outcome.LATER, TODAY + timedelta(days=14))


def test_sold_leaves_the_vehicle_out_from_then_on(desk: Desk) -> None:
    send(desk, desk.make_due("AB 1111 AA"))
    open_tab(desk)
    desk.press(Qt.Key.Key_3)
    desk.settle()
    button(desk.page, "Dilewati").click()
    desk.settle()
    ((plate, reason),) = desk.left_out()
    assert (plate, reason.split(",")[0]) == ("AB 1111 AA", "kendaraan dijual")


def test_a_day_of_the_calendar_shows_its_contacts_alone(desk: Desk) -> None:
    first, second = desk.make_due("AB 1111 AA", "Sri"), desk.make_due("AB 2222 BB", "Tono")
    send(desk, first)
    other = TODAY + timedelta(days=1 if TODAY.day == 1 else -1)
    send(desk, second, at=NOW.replace(day=other.day))
    tab = open_tab(desk)
    assert len(rows(tab)) == 2
    middle = tab.calendar.box_of(TODAY).center()
    QTest.mouseClick(tab.calendar, Qt.MouseButton.LeftButton, pos=QPoint(int(middle.x()), int(middle.y())))
    assert [row[1] for row in rows(tab)] == ["AB 1111 AA"]
    tab.calendar.setFocus()
    desk.press(Qt.Key.Key_Right if other > TODAY else Qt.Key.Key_Left)
    assert [row[1] for row in rows(tab)] == ["AB 2222 BB"]
    desk.press(Qt.Key.Key_Escape)
    assert len(rows(tab)) == 2


def test_another_month_has_its_own_contacts(desk: Desk) -> None:
    send(desk, desk.make_due("AB 1111 AA"))
    tab = open_tab(desk)
    button(desk.page, "Bulan sebelumnya").click()
    desk.settle()
    assert rows(tab) == []
    button(desk.page, "Bulan berikutnya").click()
    desk.settle()
    assert len(rows(tab)) == 1


def test_enter_opens_the_card_of_the_vehicle(desk: Desk) -> None:
    send(desk, desk.make_due("AB 1111 AA"))
    open_tab(desk)
    desk.press(Qt.Key.Key_Return)
    assert desk.window.front_page().help_topic == "counter"


def test_the_tab_is_indonesian_throughout_and_every_part_has_a_name(desk: Desk) -> None:
    send(desk, desk.make_due("AB 1111 AA"))
    tab = open_tab(desk)
    assert english_shown(tab) == []
    assert unnamed(tab) == []


def test_sold_asks_which_vehicle_of_the_contact(desk: Desk) -> None:
    first = desk.make_due("AB 1111 AA", "Sri")
    card = find_card(desk.database, first)
    assert card is not None
    assert card.owner is not None
    second = desk.make_due("AB 2222 BB", customer_id=card.owner.id)
    send(desk, first, second)
    tab = open_tab(desk)
    desk.press(Qt.Key.Key_3)
    assert [button.text() for button in tab.outcomes.plates()][:2] == ["AB 1111 AA", "AB 2222 BB"]
    tab.outcomes.plates()[1].click()
    desk.settle()
    assert owner_name(desk, first) == "Sri"
    assert owner_name(desk, second) is None
    desk.ctrl(Qt.Key.Key_Z)
    assert owner_name(desk, second) == "Sri"


def test_the_answer_goes_to_the_contact_it_was_asked_for(desk: Desk) -> None:
    for plate, owner in (("AB 1111 AA", "Sri"), ("AB 2222 BB", "Tono")):
        send(desk, desk.make_due(plate, owner))
    tab = open_tab(desk)
    desk.press(Qt.Key.Key_2)
    asked = tab.model.record(tab.table.currentIndex().row()).contact_id
    tab.table.selectRow(1 - tab.table.currentIndex().row())
    tab.outcomes.date.setText("1.1.2099")
    QTest.keyClick(tab.outcomes.date, Qt.Key.Key_Return)
    desk.settle()
    assert [row.contact_id for row in tab.model.records() if row.outcome is Outcome.LATER] == [asked]


def owner_name(desk: Desk, vehicle_id: int) -> str | None:
    card = find_card(desk.database, vehicle_id)
    assert card is not None
    return None if card.owner is None else card.owner.name
