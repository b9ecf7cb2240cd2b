"""The list of hits: its model, its height, its words for a screen reader."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from bengkel_crm.records.counter import Hit, MatchKind
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.ui.counter.hit_rows import make_row
from bengkel_crm.ui.counter.hits import HitsList, HitsModel
from bengkel_crm.ui.counter.plate_box import Step
from bengkel_crm.ui.look.tokens import Tone

TODAY = date(2026, 11, 21)
HIT = Hit(
    vehicle_id=1,
    plate="b3472kzr",
    plate_key="B3472KZR",
    kind=VehicleKind.MOTORCYCLE,
    owner="Sri Wulandari",
    phone="+6281288341907",
    vehicle="Honda Vario 125 · 2019",
    last_on=date(2026, 8, 12),
    next_due_by=date(2026, 11, 12),
    oil="AHM MPX2",
    mechanic="Budi",
    match=MatchKind.PREFIX,
)
PLACE = QRect(20, 80, 1200, 600)


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = HitsModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.set_rows([make_row(HIT, "34", TODAY)] * 3)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.set_rows([make_row(HIT, "34", TODAY)] * 3, "+19 more")
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_row_tells_the_four_answers() -> None:
    words = make_row(HIT, "34", TODAY).words
    assert (words.plate, words.owner, words.oil, words.mechanic) == (
        "B 3472 KZR",
        "Sri Wulandari",
        "AHM MPX2",
        "Budi",
    )
    assert (words.last, words.ago) == ("12 Agu 2026", "3 bulan lalu")
    assert (words.due, words.tone) == ("terlambat 9 hari", Tone.BAD)
    assert words.detail == "Honda Vario 125 · 2019 · 0812-8834-1907"


def test_a_vehicle_nobody_knows_much_about_still_has_a_row() -> None:
    bare = replace(
        HIT, owner=None, phone=None, vehicle="", last_on=None, next_due_by=None, oil=None, mechanic=None
    )
    words = make_row(bare, "34", TODAY).words
    assert (words.owner, words.detail, words.due) == ("pemilik belum diketahui", "", "")
    assert words.last == "belum pernah servis"


def test_a_plate_worn_before_is_named() -> None:
    assert make_row(replace(HIT, old_plate="AB1C"), "ab1c", TODAY).words.detail.startswith("dulu AB 1 C · ")


def test_the_marks_of_the_phone_stand_where_the_phone_does() -> None:
    row = make_row(HIT, "8834", TODAY)
    assert [row.words.detail[start : start + length] for start, length in row.detail_marks] == ["8834"]


@pytest.mark.parametrize(
    ("typed", "owner", "detail"),
    [
        ("budi", ["Budi"], []),
        ("surya budi", ["Surya", "Budi"], []),
        ("budi kalasan", ["Budi"], ["Kalasan"]),
        ("vario", [], ["Vario"]),
        ("surya var", ["Surya"], ["Var"]),
    ],
)
def test_a_hit_shows_what_it_was_found_by(typed: str, owner: list[str], detail: list[str]) -> None:
    hit = replace(HIT, owner="UD Surya Tani", contact_person="Budi", address="Jl. Solo 12, Kalasan")
    row = make_row(hit, typed, TODAY)
    words = row.words
    assert words.owner == "UD Surya Tani · Budi"
    assert words.detail == "Honda Vario 125 · 2019 · 0812-8834-1907 · Jl. Solo 12, Kalasan"
    assert [words.owner[start : start + length] for start, length in row.owner_marks] == owner
    assert [words.detail[start : start + length] for start, length in row.detail_marks] == detail


def test_the_list_is_as_high_as_its_rows_and_never_higher_than_its_place(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1240, 700)
    page.show()
    hits = HitsList(page)
    row = make_row(HIT, "34", TODAY)
    hits.show_rows([row], PLACE)
    one = hits.height()
    hits.show_rows([row] * 3, PLACE)
    assert hits.height() == one + 2 * 54
    hits.show_rows([row] * 30, PLACE)
    assert PLACE.height() - 40 < hits.height() < PLACE.height()
    assert PLACE.contains(hits.geometry())
    hits.show_rows([], PLACE)
    assert not hits.isVisible()


def test_a_row_out_of_sight_is_scrolled_to(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1240, 400)
    page.show()
    hits = HitsList(page)
    hits.show_rows([make_row(HIT, "34", TODAY)] * 8, QRect(20, 80, 1200, 300))
    hits.step(Step.LAST)
    view = hits.view
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
