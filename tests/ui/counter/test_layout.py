"""The counter on the screens and text sizes it is used on: nothing cut, nothing on top of another."""

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from bengkel_crm.ui.counter.drawn import drawn
from bengkel_crm.ui.counter.hit_delegate import lay_columns
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Scheme, TextRole
from bengkel_crm.ui.widgets.fact import Fact
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel
from bengkel_crm.ui.widgets.oil_words import cut_oil
from bengkel_crm.workshop.customers.notes import add_note
from tests.factories import make_vehicle, make_work_order
from tests.ui.counter.kit import Counter

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

# The desk's screen, the same at 125 % scaling, the smallest; plain and large text.
SCREENS = [
    pytest.param((width, height), scale, id=f"{width}x{height} {scale}%")
    for width, height, scale in (
        (1366, 768, 100),
        (1366, 768, 130),
        (1093, 614, 115),
        (1024, 600, 100),
        (1024, 600, 130),
    )
]
TODAY = date.today()


@pytest.fixture
def shop(database: "Database") -> None:
    vehicle_id = make_vehicle(
        database, plate="AB 1234 XYZ", owner="Fatimah Wardana", phones=["0812-8834-1907"], color="Merah"
    )
    for days, km in ((300, 98_000), (200, 101_000), (100, 104_000)):
        make_work_order(
            database,
            vehicle_id,
            on=TODAY - timedelta(days=days),
            odometer_km=km,
            jobs=("Ganti oli mesin", "Servis CVT"),
            oil="AHM MPX2 10W-30",
            mechanic="Rohman",
            symptom="rem bunyi",
        )
    add_note(database, vehicle_id, "Telepon dulu sebelum ganti sparepart", TODAY)
    make_vehicle(database, plate="AB 1235 XYZ")


def fit(counter: Counter, size: tuple[int, int], scale: int) -> None:
    theme().apply(Scheme.LIGHT, scale)
    counter.window.resize(*size)
    counter.settle()
    assert (counter.window.width(), counter.window.height()) == size


def overlapping(widgets: list[QWidget], inside: QWidget) -> list[str]:
    """Return pairs of visible widgets that lie on each other, and those that stick out."""
    places = [
        (widget, QRect(widget.mapTo(inside, widget.rect().topLeft()), widget.size()))
        for widget in widgets
        if widget.isVisibleTo(inside)
    ]
    wrong = [repr(widget) for widget, place in places if not inside.rect().contains(place)]
    for number, (one, place) in enumerate(places):
        wrong += [f"{one!r} on {other!r}" for other, there in places[:number] if place.intersects(there)]
    return wrong


def cut(widget: QWidget) -> list[str]:
    """Return the texts of a widget's labels that end in an ellipsis."""
    return [
        label.text() for label in widget.findChildren(ElidedLabel) if label.isVisible() and label.is_elided()
    ]


@pytest.mark.parametrize(("size", "scale"), SCREENS)
def test_box_and_buttons_stand_beside_each_other(
    counter: Counter, shop: None, size: tuple[int, int], scale: int
) -> None:
    fit(counter, size, scale)
    page = counter.page
    assert overlapping([page.box, page.new_work_order, page.new_vehicle, page.panes], page) == []
    for button in page.findChildren(KeyButton):
        assert not button.isVisible() or button.width() >= button.minimumSizeHint().width()


@pytest.mark.parametrize(("size", "scale"), SCREENS)
def test_the_parts_of_a_card_stand_beside_each_other(
    counter: Counter, shop: None, size: tuple[int, int], scale: int
) -> None:
    counter.open("ab1234xyz")
    fit(counter, size, scale)
    view = counter.page.panes.card_view
    assert overlapping([view.head, view.history, *view.findChildren(QWidget, "side")], view) == []
    head = view.head
    facts = head.findChildren(Fact)
    assert overlapping([head.badge, head.owner, *head.findChildren(KeyButton), *facts], head) == []
    widths = {fact: fact.width() for fact in facts}
    assert widths[head.oil] == max(widths.values())
    assert widths[head.mechanic] == min(widths.values())
    assert view.history.table.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(("size", "scale"), SCREENS)
def test_the_four_answers_are_not_cut(
    counter: Counter, shop: None, size: tuple[int, int], scale: int
) -> None:
    counter.open("ab1234xyz")
    fit(counter, size, scale)
    for fact in counter.page.panes.card_view.head.findChildren(Fact):
        for label in fact.findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width()), label.text()
            assert not isinstance(label, ElidedLabel)


@pytest.mark.parametrize(("size", "scale"), SCREENS)
@pytest.mark.parametrize(
    "oil",
    ["CASTROL MAGNATEC 5W-30 4L", "OLI FASTRON TECHNO 10W-40 4L", "YAMALUBE SUPER MATIC SPORT 10W-40"],
)
def test_an_oil_keeps_its_grade_in_the_hits(
    counter: Counter, shop: None, size: tuple[int, int], scale: int, oil: str
) -> None:
    fit(counter, size, scale)
    counter.type("ab123")
    counter.settle()
    columns = lay_columns(0, counter.page.hits.view.viewport().width(), scale)
    shown = cut_oil(oil, drawn().metrics(TextRole.CAPTION), columns.knows_room)
    grade = re.search(r"\d+W-\d+", oil)
    assert grade is not None
    assert grade[0] in shown


@pytest.mark.parametrize(("size", "scale"), SCREENS)
def test_every_column_of_the_hits_has_room(
    counter: Counter, shop: None, size: tuple[int, int], scale: int
) -> None:
    fit(counter, size, scale)
    counter.type("ab123")
    assert len(counter.listed()) == 2
    place = counter.page.hits.geometry()
    assert counter.page.rect().contains(place)
    assert place.top() > counter.page.box.geometry().bottom()
    columns = lay_columns(0, counter.page.hits.view.viewport().width(), scale)
    assert columns.owner_room >= theme().px(130)
    assert columns.knows_room >= theme().px(70)
    assert columns.owner < columns.knows < columns.last < columns.right


@pytest.mark.parametrize(("size", "scale"), SCREENS)
def test_an_unknown_plate_fits_the_page(
    counter: Counter, shop: None, size: tuple[int, int], scale: int
) -> None:
    fit(counter, size, scale)
    counter.type("ab1234xyy")
    counter.settle()
    page = counter.page.panes.not_found
    assert page.isVisible()
    assert cut(page) == []
    shown = [child for child in page.children() if isinstance(child, QWidget) and child.isVisible()]
    assert overlapping(shown, page) == []


def test_the_dark_scheme_repaints_what_is_shown(counter: Counter, shop: None) -> None:
    counter.open("ab1234xyz")
    light = counter.page.grab().toImage()
    theme().apply(Scheme.DARK, 100)
    QTest.qWait(0)
    dark = counter.page.grab().toImage()
    corner = (light.width() - 8, light.height() - 4)
    assert light.pixelColor(*corner).lightness() > 200
    assert dark.pixelColor(*corner).lightness() < 60
    assert dark.pixelColor(counter.page.panes.card_view.x() + 60, 400).lightness() < 90


def test_the_plate_box_is_as_high_as_the_design_says(counter: Counter) -> None:
    assert counter.page.box.height() == 56
    assert counter.box.font().pointSizeF() == 21
    assert counter.box.font().letterSpacing() == 2
