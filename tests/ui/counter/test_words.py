"""The counter's words: Indonesian, English when asked, a name for everything that can be pressed."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from bengkel_crm.base import i18n
from bengkel_crm.workshop.customers.notes import add_note
from tests.factories import make_vehicle, make_work_order
from tests.ui.counter.kit import Counter
from tests.ui.shown_words import english_shown, recording, unnamed

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

# What leads to each of the counter's faces.
FACES = {
    "home": ("",),
    "hits": ("12",),
    "guesses": ("wulandaru",),
    "card": ("b1234xy\r",),
    "empty card": ("ab1c\r",),
    "unknown plate": ("b9999zzz",),
    "unknown name": ("zulkarnain",),
}


@pytest.fixture
def shop(database: "Database") -> None:
    vehicle_id = make_vehicle(database, plate="B 1234 XY", owner="Sri Wulandari", phones=["0812-8834-1907"])
    for month, km in ((5, 10_000), (7, 12_000)):
        make_work_order(
            database,
            vehicle_id,
            on=date(2026, month, 1),
            odometer_km=km,
            jobs=("Ganti oli mesin",),
            oil="MPX 2 0,8",
            symptom="rem bunyi",
        )
    add_note(database, vehicle_id, "Telepon sore", date(2026, 8, 1))
    make_vehicle(database, plate="AB 1 C", owner=None)


def face(counter: Counter, name: str) -> None:
    for typed in FACES[name]:
        counter.type(typed.rstrip("\r"))
        if typed.endswith("\r"):
            counter.press(Qt.Key.Key_Return)


@pytest.mark.parametrize("name", FACES)
def test_no_english_is_left_on_an_indonesian_counter(counter: Counter, shop: None, name: str) -> None:
    with recording() as recorder:
        face(counter, name)
        QApplication.sendEvent(counter.page, QEvent(QEvent.Type.LanguageChange))
    assert recorder.missing == set()
    assert english_shown(counter.page) == []


@pytest.mark.parametrize("name", FACES)
def test_everything_that_can_be_pressed_has_a_name(counter: Counter, shop: None, name: str) -> None:
    face(counter, name)
    assert unnamed(counter.page) == []


def test_an_empty_counter_is_indonesian_and_named_too(counter: Counter) -> None:
    assert english_shown(counter.page) == []
    assert unnamed(counter.page) == []


def test_the_language_changes_while_a_card_is_open(counter: Counter, shop: None) -> None:
    face(counter, "card")
    i18n.set_language("en")
    counter.settle()
    head = counter.page.panes.card_view.head
    assert counter.box.accessibleName() == "Plate number"
    assert head.last.accessibleName().startswith("Last visit, 1 Jul 2026")
    assert head.mechanic.value() == "—"
    assert counter.page.panes.card_view.history.model.headerData(0, Qt.Orientation.Horizontal) == "Date"
    assert counter.notes()[0].startswith("Note")
    i18n.set_language("id")
    counter.settle()
    assert counter.box.accessibleName() == "Plat nomor"
    assert head.last.accessibleName().startswith("Servis terakhir, 1 Jul 2026")


def test_the_language_changes_while_hits_are_listed(counter: Counter, shop: None) -> None:
    counter.type("ab1c")
    i18n.set_language("en")
    counter.settle()
    assert "no visit yet" in counter.page.hits.view.model().index(0, 0).data()
