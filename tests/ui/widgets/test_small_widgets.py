"""Plates, chips, facts, fields, messages, and what an empty page says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.base import i18n
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Scheme, Tone
from bengkel_crm.ui.widgets.card import CardFrame, SectionTitle
from bengkel_crm.ui.widgets.chip import Chip
from bengkel_crm.ui.widgets.combo import Combo
from bengkel_crm.ui.widgets.empty_state import EmptyState
from bengkel_crm.ui.widgets.fact import Fact
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.ui.widgets.line_edit import LineEdit
from bengkel_crm.ui.widgets.message_bar import MessageBar
from bengkel_crm.ui.widgets.plate_badge import PlateBadge, PlateButton, PlateSize
from tests.ui.seen import button
from tests.ui.shown_words import english_shown, unnamed


def test_plates_of_usual_length_are_equally_wide(qtbot: QtBot) -> None:
    widths = {PlateBadge(plate, PlateSize.SMALL).sizeHint().width() for plate in ("L 1003 UD", "B 3472 KZR")}
    assert len(widths) == 1


def test_a_long_plate_gets_the_room_it_needs(qtbot: QtBot) -> None:
    usual = PlateBadge("B 3472 KZR", PlateSize.SMALL).sizeHint().width()
    assert PlateBadge("CD 99 01 PERWAKILAN", PlateSize.SMALL).sizeHint().width() > usual


@pytest.mark.parametrize("size", PlateSize)
@pytest.mark.parametrize("scheme", Scheme)
def test_a_plate_is_drawn_and_named(qtbot: QtBot, size: PlateSize, scheme: Scheme) -> None:
    theme().apply(scheme, 100)
    badge = PlateBadge("B 3472 KZR", size, "11 · 28" if size is PlateSize.BIG else "")
    qtbot.addWidget(badge)
    badge.resize(badge.sizeHint())
    picture = badge.grab().toImage()
    colors = {picture.pixel(x, picture.height() // 2) for x in range(picture.width())}
    assert len(colors) > 2
    assert badge.accessibleName() == "B 3472 KZR"


def test_a_plate_button_answers_mouse_and_keyboard(qtbot: QtBot) -> None:
    button = PlateButton("AE 3529 TY")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_a_chip_has_room_for_its_words_at_every_size(qtbot: QtBot) -> None:
    chip = Chip("terlambat 9 hari", Tone.BAD)
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    theme().apply(Scheme.LIGHT, 130)
    assert chip.sizeHint().width() > before
    chip.set_chip("baru", Tone.NEUTRAL)
    assert chip.accessibleName() == "baru"
    chip.resize(chip.sizeHint())
    chip.grab()


def test_a_fact_reads_as_one_sentence(qtbot: QtBot) -> None:
    fact = Fact("drop", "Oli")
    qtbot.addWidget(fact)
    fact.set_value("AHM MPX2 10W-30", "sejak Jan 2025")
    assert fact.accessibleName() == "Oli, AHM MPX2 10W-30, sejak Jan 2025"
    fact.set_value("12 Nov 2026", "terlambat 9 hari", Tone.BAD)
    assert fact.value() == "12 Nov 2026"
    assert fact.detail() == "terlambat 9 hari"


def test_four_facts_share_a_row_equally_however_long_one_is(qtbot: QtBot) -> None:
    row = QWidget()
    qtbot.addWidget(row)
    card = CardFrame(parent=row)
    facts = [Fact("drop", "Oli") for _ in range(4)]
    facts[0].set_value("Oli yang namanya sangat panjang dan tidak muat di seperempat kartu", "")
    layout = QVBoxLayout(row)
    layout.addWidget(card)
    line = QHBoxLayout()
    card.body.addLayout(line)
    for fact in facts:
        line.addWidget(fact, 1)
    row.resize(900, 200)
    row.show()
    widths = {fact.width() for fact in facts}
    assert max(widths) - min(widths) <= 1


def test_a_field_names_its_input_and_colors_its_edge(qtbot: QtBot) -> None:
    field = Field("Kilometer", LineEdit())
    qtbot.addWidget(field)
    field.show()
    assert field.editor.accessibleName() == "Kilometer"
    field.set_remark("lebih kecil dari servis terakhir", Tone.WARN)
    assert field.editor.accessibleDescription() == "lebih kecil dari servis terakhir"
    assert field.editor.property("remark") == "warn"
    field.set_remark("")
    assert field.editor.property("remark") == "neutral"
    assert field.tone() is Tone.NEUTRAL


def test_a_remark_does_not_move_the_form(qtbot: QtBot) -> None:
    field = Field("Kilometer", LineEdit())
    qtbot.addWidget(field)
    before = field.sizeHint().height()
    field.set_remark("lebih kecil dari servis terakhir", Tone.WARN)
    assert field.sizeHint().height() == before


def message_bar(qtbot: QtBot) -> MessageBar:
    """Return a bar at the foot of a page."""
    ground = QWidget()
    ground.resize(600, 300)
    qtbot.addWidget(ground)
    ground.show()
    return MessageBar(ground)


def test_good_news_leave_by_themselves(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bengkel_crm.ui.widgets.message_bar._SHOWN_MS", 20)
    bar = message_bar(qtbot)
    bar.say("Tersimpan", Tone.OK)
    assert bar.isVisible()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_bad_news_wait_to_be_closed(qtbot: QtBot) -> None:
    bar = message_bar(qtbot)
    bar.say("Disk penuh", Tone.BAD)
    qtbot.mouseClick(button(bar, "Tutup pesan"), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_undo_is_offered_once(qtbot: QtBot) -> None:
    undone: list[int] = []
    bar = message_bar(qtbot)
    bar.say("Tersimpan", Tone.OK, lambda: undone.append(1))
    assert bar.offers_undo()
    for _ in range(2):
        button(bar, "Urungkan").click()
    assert undone == [1]
    assert not bar.isVisible()
    bar.say("Tersimpan")
    assert not button(bar, "Urungkan").isVisible()


def test_a_message_is_all_indonesian_and_all_named(qtbot: QtBot) -> None:
    bar = message_bar(qtbot)
    bar.say("Tersimpan", Tone.OK, lambda: None)
    assert english_shown(bar) == []
    assert unnamed(bar) == []
    i18n.set_language("en")
    qtbot.waitUntil(lambda: button(bar, "Undo").text() == "Undo")


def test_an_empty_page_offers_the_one_thing_to_do(qtbot: QtBot) -> None:
    empty = EmptyState("car", key="Ctrl+N")
    qtbot.addWidget(empty)
    empty.set_words("Belum ada kendaraan", "Daftarkan kendaraan pertama.", "Kendaraan baru")
    empty.show()
    with qtbot.waitSignal(empty.activated):
        qtbot.mouseClick(button(empty, "Kendaraan baru"), Qt.MouseButton.LeftButton)
    empty.set_words("Tidak ada", "Tidak ada yang cocok.")
    assert not button(empty, "").isVisible()


def test_a_link_of_a_title_tells_which_one_it_was(qtbot: QtBot) -> None:
    title = SectionTitle("Riwayat servis (7)")
    qtbot.addWidget(title)
    link = title.add_link("columns", "Kolom…")
    title.show()
    with qtbot.waitSignal(title.link_activated) as told:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert told.args == ["columns"]


def test_the_wheel_over_a_choice_scrolls_the_page_and_not_the_choice(qtbot: QtBot) -> None:
    combo = Combo()
    qtbot.addWidget(combo)
    assert combo.focusPolicy() == Qt.FocusPolicy.StrongFocus
