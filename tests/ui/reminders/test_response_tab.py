"""What the reminders brought: figures, charts, the page to print, and the two settings."""

from datetime import datetime, timedelta

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from bengkel_crm.records.reminders import Channel
from bengkel_crm.schema.settings import ANSWER_DAYS, REPEAT_DAYS
from bengkel_crm.trade.dates import add_months
from bengkel_crm.ui.forms.paper_dialog import PaperDialog
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Scheme
from bengkel_crm.ui.reminders.response_tab import ResponseTab
from bengkel_crm.ui.widgets.days_box import DaysBox
from bengkel_crm.ui.widgets.funnel_chart import Bar, BarChart
from bengkel_crm.workshop.reminders import reminders
from tests.factories import make_work_order
from tests.ui.reminders.desk import TODAY, Desk
from tests.ui.seen import button, says
from tests.ui.shown_words import english_shown, unnamed

# Two days ago, in the month before where that is another one: the tab shows three months.
SENT = datetime.combine(TODAY - timedelta(days=2), datetime.min.time())


def open_tab(desk: Desk) -> ResponseTab:
    page = desk.open()
    button(page, "Respons").click()
    desk.settle()
    return page.response


def remind(desk: Desk, channel: Channel, *vehicle_ids: int) -> None:
    day = SENT.date()
    month = reminders.list_month(desk.database, day, day)
    people = [person for person in month.people if person.items[0].vehicle_id in vehicle_ids]
    assert len(people) == len(vehicle_ids)
    reminders.record_sent(desk.database, month, people, channel, "", SENT)


@pytest.fixture
def tab(desk: Desk) -> ResponseTab:
    """Three were reminded, of whom two came; one of the two who were left alone came, too."""
    ids = [desk.make_due(f"AB {n}111 AA", f"Sri {n}") for n in range(1, 6)]
    remind(desk, Channel.WHATSAPP, ids[0], ids[1])
    remind(desk, Channel.LETTER, ids[2])
    for vehicle_id in (ids[0], ids[2], ids[3]):
        make_work_order(desk.database, vehicle_id, TODAY, jobs=("Ganti oli mesin",))
    return open_tab(desk)


def test_the_figures_compare_the_reminded_with_those_left_alone(tab: ResponseTab) -> None:
    assert [card.figure() for card in tab.cards] == ["Rp 100.000", "2 dari 2", "1 dari 1", "Belum cukup"]


def test_no_percentage_is_shown_before_it_can_be_true(tab: ResponseTab) -> None:
    shown = [label.text() for label in tab.findChildren(QLabel)]
    shown += [bar.spoken() for chart in (tab.funnel, tab.channels, tab.jobs) for bar in chart.bars()]
    assert not [text for text in shown if "%" in text or "poin" in text]
    assert any("1 masih ditunggu" in text for text in shown)


def test_the_funnel_narrows_from_the_reminded_to_those_who_came(tab: ResponseTab) -> None:
    assert [(bar.label, bar.text) for bar in tab.funnel.bars()] == [
        ("Diingatkan", "3"),
        ("Terhubungi", "3"),
        ("Datang", "2"),
        ("Masih ditunggu", "1"),
        ("Tidak datang", "0"),
        ("Jatuh tempo, tak dihubungi", "2"),
        ("Tetap datang", "1"),
    ]


def test_each_channel_has_its_own_bar(tab: ResponseTab) -> None:
    assert [bar.spoken() for bar in tab.channels.bars()] == [
        "WhatsApp: 1 dari 1",
        "Surat: 1 dari 1",
    ]


def test_the_table_has_both_groups(tab: ResponseTab) -> None:
    shown = [[column.text(row) for column in tab.model.columns[1:]] for row in tab.model.records()]
    assert sorted(shown) == [
        ["Surat", "Ganti oli mesin", "1", "1", "1", "0", "0", "Rp 50.000"],
        ["WhatsApp", "Ganti oli mesin", "2", "2", "1", "1", "0", "Rp 50.000"],
        ["tidak dihubungi", "—", "2", "0", "1", "1", "0", "Rp 50.000"],
    ]


def enter(desk: Desk, box: DaysBox, text: str) -> None:
    type_into(desk, box, text)
    desk.qtbot.keyClick(box, Qt.Key.Key_Return)


def type_into(desk: Desk, box: DaysBox, text: str) -> None:
    box.setFocus()
    box.selectAll()
    desk.qtbot.keyClicks(box, text)


def settings_of(desk: Desk) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = desk.database.execute_sql("SELECT key, value FROM setting").fetchall()
    return rows


def test_looking_trying_and_leaving_write_no_setting(desk: Desk, tab: ResponseTab) -> None:
    before = settings_of(desk)
    left_out = desk.page.left_out
    for name, box in (
        ("Respons", tab.answer_days),
        ("Respons", tab.repeat_days),
        ("Dilewati", left_out.late_days),
    ):
        button(desk.page, name).click()
        kept = box.value()
        type_into(desk, box, "5")
        desk.qtbot.keyClick(box, Qt.Key.Key_Up)
        assert (box.value(), box.button.isVisible()) == (6, True)
        button(desk.page, "Jatuh tempo").click()
        assert settings_of(desk) == before
        button(desk.page, name).click()
        assert (box.value(), box.button.isVisible()) == (kept, False), "what was not entered is forgotten"


def test_escape_shows_the_kept_number_again(desk: Desk, tab: ResponseTab) -> None:
    before = settings_of(desk)
    type_into(desk, tab.answer_days, "5")
    desk.qtbot.keyClick(tab.answer_days, Qt.Key.Key_Escape)
    assert (tab.answer_days.value(), settings_of(desk)) == (ANSWER_DAYS.default, before)


def test_the_button_keeps_what_was_typed_and_says_so(desk: Desk, tab: ResponseTab) -> None:
    type_into(desk, tab.answer_days, "5")
    tab.answer_days.button.click()
    desk.settle()
    assert reminders.answer_days(desk.database) == 5
    assert "5" in desk.message()
    assert not tab.answer_days.button.isVisible()


def test_one_number_is_kept_without_the_other(desk: Desk, tab: ResponseTab) -> None:
    type_into(desk, tab.repeat_days, "5")
    enter(desk, tab.answer_days, "9")
    assert (reminders.answer_days(desk.database), reminders.repeat_days(desk.database)) == (
        9,
        REPEAT_DAYS.default,
    )


def test_fewer_days_make_fewer_answers(desk: Desk, tab: ResponseTab) -> None:
    enter(desk, tab.answer_days, "1")
    desk.settle()
    assert reminders.answer_days(desk.database) == 1
    assert tab.cards[1].figure() == "0 dari 3"


def test_the_days_of_peace_are_kept_and_the_list_follows(desk: Desk, tab: ResponseTab) -> None:
    assert len(desk.page.left_out.model.records()) == 1
    enter(desk, tab.repeat_days, "0")
    button(desk.page, "Jatuh tempo").click()
    desk.settle()
    assert reminders.repeat_days(desk.database) == 0
    assert len(desk.page.left_out.model.records()) == 0


def test_a_month_without_reminders_says_so(desk: Desk, tab: ResponseTab) -> None:
    tab.span.set_value(1)
    desk.page.show_month(add_months(TODAY, -24))
    desk.settle()
    assert [card.figure() for card in tab.cards[:3]] == ["Rp 0", "–", "–"]
    assert says(tab, "Belum ada yang dikirim pada bulan-bulan ini")


def test_control_p_prints_the_page(desk: Desk, tab: ResponseTab) -> None:
    desk.ctrl(Qt.Key.Key_P)
    dialog = desk.dialog()
    assert isinstance(dialog, PaperDialog)
    desk.qtbot.waitUntil(lambda: not dialog.is_writing(), timeout=20_000)
    document = pypdfium2.PdfDocument(dialog.file())
    assert len(document) == 1
    assert "Rp 100.000" in document[0].get_textpage().get_text_range()
    document.close()


def test_the_tab_is_indonesian_throughout_and_every_part_has_a_name(tab: ResponseTab) -> None:
    assert english_shown(tab) == []
    assert unnamed(tab) == []


@pytest.mark.parametrize("scheme", list(Scheme))
def test_a_bar_has_the_colour_of_the_theme_and_the_length_of_its_value(desk: Desk, scheme: Scheme) -> None:
    theme().apply(scheme, 100)
    chart = BarChart()
    desk.qtbot.addWidget(chart)
    chart.resize(500, 58)
    chart.set_bars([Bar("a", 100, "100"), Bar("b", 50, "50")], 100)
    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    chart.render(image)
    primary = theme().color("primary").rgb()

    def length(row: int) -> int:
        return sum(image.pixel(x, row) == primary for x in range(image.width()))

    assert length(14) == pytest.approx(2 * length(43), abs=3)
    assert length(14) > 200
