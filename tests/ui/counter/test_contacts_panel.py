"""What was sent to the owner of a card, and what followed."""

from datetime import date, datetime, timedelta

from bengkel_crm.base import i18n
from bengkel_crm.records.journal import Change
from bengkel_crm.records.reminders import Channel, Direction, Outcome
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.reminders import reminders
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle, make_work_order
from tests.ui.counter.kit import Counter

TODAY = date.today()
NOW = datetime.combine(TODAY, datetime.min.time())


def make_due(database: Database, plate: str, customer_id: int | None = None) -> int:
    vehicle_id = make_vehicle(database, plate, "Sri", ("081288341907",), customer_id=customer_id)
    make_work_order(database, vehicle_id, TODAY - timedelta(days=64), jobs=("Ganti oli mesin",))
    return vehicle_id


def remind(database: Database) -> Change:
    month = reminders.list_month(database, TODAY, TODAY)
    return reminders.record_sent(database, month, month.people, Channel.WHATSAPP, "Halo", NOW)


def shown(counter: Counter, vehicle_id: int) -> list[str]:
    counter.window.open_card(vehicle_id)
    counter.settle()
    panel = counter.page.panes.card_view.contacts
    return panel.shown() if panel is not None and panel.isVisible() else []


def test_a_card_shows_what_was_sent_what_was_said_and_what_followed(
    counter: Counter, database: Database
) -> None:
    vehicle_id = make_due(database, "AB 1111 AA")
    sent = remind(database)
    assert sent.record_id is not None
    reminders.record_outcome(database, [sent.record_id], Outcome.WILL_COME, NOW)
    make_work_order(database, vehicle_id, TODAY, jobs=("Ganti oli mesin",))
    day = i18n.format_date(TODAY)
    assert shown(counter, vehicle_id) == [
        f"WhatsApp · {day}, Ganti oli mesin, Akan datang · datang {day}, Rp 50.000"
    ]


def test_a_contact_about_another_vehicle_of_the_owner_names_its_plate(
    counter: Counter, database: Database
) -> None:
    first = make_due(database, "AB 1111 AA")
    card = lookup.find_card(database, first)
    assert card is not None
    assert card.owner is not None
    remind(database)
    second = make_vehicle(database, "AB 2222 BB", customer_id=card.owner.id)
    assert shown(counter, second)[0].endswith("Ganti oli mesin · AB 1111 AA")


def test_without_contacts_there_is_no_panel(counter: Counter, database: Database) -> None:
    first = make_due(database, "AB 1111 AA")
    remind(database)
    assert len(shown(counter, first)) == 1
    assert shown(counter, make_vehicle(database, "AB 3333 CC", "Tono")) == []


def test_a_contact_written_while_the_card_is_open_appears_on_it(counter: Counter, database: Database) -> None:
    vehicle_id = make_due(database, "AB 1111 AA")
    assert shown(counter, vehicle_id) == []
    counter.window.announce(remind(database))
    counter.settle()
    panel = counter.page.panes.card_view.contacts
    assert panel is not None
    assert len(panel.shown()) == 1


def test_earlier_contacts_are_one_press_away(counter: Counter, database: Database) -> None:
    vehicle_id = make_due(database, "AB 1111 AA")
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    assert card.owner is not None
    for number in range(7):
        text = f"Tanya ban {number}"
        reminders.record_contact(database, vehicle_id, card.owner.id, Channel.CALL, Direction.IN, text, NOW)
    assert len(shown(counter, vehicle_id)) == 5
    panel = counter.page.panes.card_view.contacts
    assert panel is not None
    panel.earlier.click()
    assert len(panel.shown()) == 7
    assert not panel.earlier.isVisible()
