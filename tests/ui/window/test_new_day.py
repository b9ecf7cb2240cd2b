"""A window that stands open over midnight."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.shell.shell import Page
from bengkel_crm.ui.window.main_window import MainWindow
from tests.factories import make_vehicle, make_work_order
from tests.ui.conftest import Clock

if TYPE_CHECKING:
    from bengkel_crm.ui.reminders.reminders_page import RemindersPage
    from bengkel_crm.workshop.shop_file.shop_file import Database

P = TypeVar("P", bound=Page)
EVE = date(2026, 11, 30)
MORNING = datetime(2026, 12, 1, 8, 30)


class Night:
    """A shop's window on the evening before, and the clerk who comes in the morning."""

    def __init__(self, qtbot: QtBot, window: MainWindow, clock: Clock) -> None:
        self.qtbot, self.window, self.clock = qtbot, window, clock

    def open(self, key: str, kind: type[P]) -> P:
        page = self.window.go(key)
        assert isinstance(page, kind)
        self.settle()
        return page

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.jobs.is_busy())
        QTest.qWait(0)

    def pass_by(self, until: datetime = MORNING) -> None:
        self.clock.turn(until)
        self.settle()


@pytest.fixture
def night(qtbot: QtBot, settings: QSettings, database: "Database", clock: Clock) -> Iterator[Night]:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.set_database(database)
    yield Night(qtbot, window, clock)
    qtbot.waitUntil(lambda: not window.jobs.is_busy())
    window.close()


def shown_on(widget: QWidget) -> str:
    """Return what the labels say that can be seen."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_an_open_card_counts_from_the_new_day_and_keeps_a_half_typed_note(
    night: Night, database: "Database"
) -> None:
    from bengkel_crm.ui.counter.counter_page import CounterPage

    vehicle_id = make_vehicle(database, "B 3472 KZR")
    make_work_order(database, vehicle_id, EVE, ["Ganti oli"], odometer_km=9_000)
    page = night.open("counter", CounterPage)
    page.open_card(vehicle_id)
    assert "hari ini" in shown_on(page.panes.card_view.head)
    page.panes.card_view.notes.begin_note()
    writing = night.window.focusWidget()
    assert writing is not None
    QTest.keyClicks(writing, "Rem bunyi")
    night.pass_by()
    assert "kemarin" in shown_on(page.panes.card_view.head)
    half = page.panes.card_view.notes.half_typed()
    assert half is not None
    assert half.text == "Rem bunyi"


def test_what_is_due_on_the_counter_counts_from_the_new_day(night: Night, database: "Database") -> None:
    from bengkel_crm.ui.counter.counter_page import CounterPage

    vehicle_id = make_vehicle(database, "B 3472 KZR")
    make_work_order(database, vehicle_id, EVE, ["Ganti oli"], odometer_km=9_000)
    page = night.open("counter", CounterPage)
    page.open_card(vehicle_id)
    night.settle()
    QTest.keyClick(page.box.line, Qt.Key.Key_Escape)
    night.settle()
    (row,) = page.panes.home.recent_rows()
    assert "servis hari ini, tadi 23.50" in row.text()
    night.pass_by()
    (row,) = page.panes.home.recent_rows()
    assert "servis kemarin, kemarin" in row.text()


def test_a_visit_written_ahead_counts_from_its_day_on(night: Night, database: "Database") -> None:
    from bengkel_crm.ui.counter.counter_page import CounterPage

    vehicle_id = make_vehicle(database, "B 3472 KZR")
    make_work_order(database, vehicle_id, MORNING.date(), ["Ganti oli"], odometer_km=9_000)
    page = night.open("counter", CounterPage)
    page.open_card(vehicle_id)
    before = shown_on(page.panes.card_view.head)
    night.pass_by()
    assert "hari ini" not in before
    assert "hari ini" in shown_on(page.panes.card_view.head)


@pytest.mark.parametrize("in_front", [True, False])
def test_work_orders_of_today_are_those_of_the_new_day(
    night: Night, database: "Database", in_front: bool
) -> None:
    from bengkel_crm.ui.work_orders.work_order_filters import Period
    from bengkel_crm.ui.work_orders.work_orders_page import WorkOrdersPage

    vehicle_id = make_vehicle(database, "B 3472 KZR")
    make_work_order(database, vehicle_id, EVE, ["Ganti oli"], number="SO-1")
    page = night.open("work_orders", WorkOrdersPage)
    page.filters.period.set_value(Period.TODAY)
    page.filters.period.activated.emit(page.filters.period.currentIndex())
    night.settle()
    assert [row.number for row in page.pane.model.records()] == ["SO-1"]
    if not in_front:
        night.window.go("counter")
    night.pass_by()
    night.open("work_orders", WorkOrdersPage)
    assert page.pane.model.records() == ()
    assert page.filters.period.value() is Period.TODAY


def test_vehicles_count_their_due_days_from_the_new_day(night: Night, database: "Database") -> None:
    from bengkel_crm.ui.vehicles.vehicle_columns import due_tone
    from bengkel_crm.ui.vehicles.vehicles_page import VehiclesPage

    vehicle_id = make_vehicle(database, "B 3472 KZR")
    make_work_order(database, vehicle_id, EVE - timedelta(days=60), ["Ganti oli mesin"], oil="MPX 2 0,8")
    page = night.open("vehicles", VehiclesPage)
    (row,) = page.pane.model.records()
    assert row.next_due_by is not None
    column = next(column for column in page.pane.model.columns if column.key == "next_due")
    before = column.text(row)
    night.pass_by()
    assert due_tone(row) is not None
    assert column.text(page.pane.model.records()[0]) != before


def test_reminders_turn_to_the_new_month_when_they_showed_the_present_one(night: Night) -> None:
    from bengkel_crm.ui.reminders.reminders_page import RemindersPage

    page = night.open("reminders", RemindersPage)
    assert page.month() == date(2026, 11, 1)
    night.pass_by()
    assert page.month() == date(2026, 12, 1)
    assert "Des 2026" in shown_on(page)
    assert page.due.today() == MORNING.date()


def test_reminders_of_another_month_stay_where_they_were_turned_to(night: Night) -> None:
    from bengkel_crm.ui.reminders.reminders_page import RemindersPage

    page = night.open("reminders", RemindersPage)
    page.show_month(date(2026, 9, 1))
    night.settle()
    night.pass_by()
    assert page.month() == date(2026, 9, 1)
    assert page.due.today() == MORNING.date()


def test_reminders_wait_with_the_new_month_while_somebody_works_on_the_list(night: Night) -> None:
    from bengkel_crm.ui.reminders.reminders_page import RemindersPage

    page = night.open("reminders", RemindersPage)
    page.due.held.emit(True)
    night.pass_by()
    assert page.month() == date(2026, 11, 1)
    page.due.held.emit(False)
    night.settle()
    assert page.month() == date(2026, 12, 1)


def test_the_owners_book_offers_the_month_that_is_whole_now(night: Night) -> None:
    from bengkel_crm.ui.exchange.excel_page import ExcelPage

    book = night.open("import", ExcelPage).month_book
    assert book.month.currentText() == "Oktober 2026"
    night.pass_by()
    assert book.month.currentText() == "November 2026"
    assert book.month.itemText(0) == "Desember 2026"


def test_a_month_chosen_for_the_owners_book_stays(night: Night) -> None:
    from bengkel_crm.ui.exchange.excel_page import ExcelPage

    book = night.open("import", ExcelPage).month_book
    QTest.keyClick(book.month, Qt.Key.Key_Down)
    assert book.month.currentText() == "September 2026"
    night.pass_by()
    assert book.month.currentText() == "September 2026"


def test_an_open_work_order_says_what_its_date_is_now_and_keeps_it(
    night: Night, database: "Database"
) -> None:
    from bengkel_crm.ui.work_orders.work_order_form import WorkOrderForm

    form = WorkOrderForm(night.window, make_vehicle(database, "B 3472 KZR"), None, night.window)
    night.window.forms.show_form(form)
    edit = form.visit.date_edit
    assert edit.day() == EVE
    edit.set_day(MORNING.date())
    assert "hari ini" not in shown_on(form.visit.date)
    night.pass_by()
    assert edit.day() == MORNING.date()
    assert "hari ini" in shown_on(form.visit.date)
    edit.set_day(EVE)
    assert "kemarin" in shown_on(form.visit.date)


def test_a_day_typed_short_is_reckoned_from_the_new_day(qtbot: QtBot, clock: Clock) -> None:
    from bengkel_crm.ui.widgets.date_edit import DateEdit, FutureDateEdit

    past, ahead = DateEdit(EVE), FutureDateEdit(EVE)
    for edit in (past, ahead):
        qtbot.addWidget(edit)
    clock.turn(MORNING)
    for edit in (past, ahead):
        edit.setText("1")
    assert (past.day(), ahead.day()) == (date(2026, 12, 1), date(2027, 1, 1))


def test_a_sale_told_in_the_morning_is_offered_the_mornings_day(qtbot: QtBot, clock: Clock) -> None:
    from bengkel_crm.ui.vehicles.owner_change import OwnerChange, OwnerChangeFields

    fields = OwnerChangeFields(has_owner=True)
    qtbot.addWidget(fields.change)
    qtbot.addWidget(fields.since)
    clock.turn(MORNING)
    assert fields.day() == EVE
    fields.box.set_value(OwnerChange.SOLD)
    fields.box.activated.emit(1)
    assert fields.day() == MORNING.date()
    fields.since_edit.set_day(EVE)
    clock.turn(MORNING + timedelta(days=1))
    assert fields.day() == EVE


def test_the_foot_says_how_old_the_last_backup_is_now(night: Night) -> None:
    night.window.status.set_last_backup(datetime(2026, 11, 30, 21))
    assert "hari ini" in shown_on(night.window.status)
    night.pass_by()
    assert "kemarin" in shown_on(night.window.status)


def a_due_list(night: Night, database: "Database") -> "RemindersPage":
    """Turn to the reminders with somebody who is late by some days."""
    from bengkel_crm.ui.reminders.reminders_page import RemindersPage

    vehicle_id = make_vehicle(database, "AB 1111 AA", "Sri", ("0812-8834-1907",))
    make_work_order(database, vehicle_id, EVE - timedelta(days=64), ["Ganti oli mesin"], oil="MPX 2 0,8")
    return night.open("reminders", RemindersPage)


def test_what_is_typed_back_in_the_morning_is_put_off_from_the_morning(
    night: Night, database: "Database"
) -> None:
    from bengkel_crm.records.reminders import Outcome
    from bengkel_crm.ui.reminders.fast_entry import FastEntry
    from bengkel_crm.workshop.reminders.call_numbers import keep_numbers

    page = a_due_list(night, database)
    keep_numbers(database, page.due.model.records())
    page.due.type_back()
    (entry,) = night.window.findChildren(FastEntry)
    night.pass_by()
    entry.number.setText("1")
    entry.number.returnPressed.emit()
    entry.outcomes.pressed.emit(Outcome.LATER)
    assert entry.outcomes.date.day() == MORNING.date() + timedelta(days=14)
    # A day that has come is not one to come.
    entry.outcomes.date.set_day(MORNING.date())
    entry.outcomes.date.returnPressed.emit()
    assert entry.outcomes.is_asking()
    entry.outcomes.date.set_day(MORNING.date() + timedelta(days=1))
    entry.outcomes.date.returnPressed.emit()
    (row,) = database.execute_sql("SELECT at, snooze_until FROM contact").fetchall()
    assert row == (MORNING.isoformat(timespec="seconds"), "2026-12-02")
    entry.reject()


def test_a_message_that_waited_over_night_speaks_of_the_morning(night: Night, database: "Database") -> None:
    from bengkel_crm.records.reminders import TextKind
    from bengkel_crm.ui.reminders.whatsapp import WhatsAppDialog
    from bengkel_crm.workshop.reminders.reminder_texts import keep_templates

    keep_templates(database, {TextKind.WHATSAPP: "Hari ini {tanggal}."})
    page = a_due_list(night, database)
    page.due.send_whatsapp()
    (dialog,) = night.window.findChildren(WhatsAppDialog)
    assert dialog.text.toPlainText() == "Hari ini 30 November 2026."
    night.pass_by()
    assert dialog.text.toPlainText() == "Hari ini 1 Desember 2026."
    dialog.text.setPlainText("Sendiri")
    night.clock.turn(MORNING + timedelta(days=1))
    assert dialog.text.toPlainText() == "Sendiri"
    dialog.mark.click()
    (at,) = database.execute_sql("SELECT at FROM contact").fetchone()
    assert at.startswith("2026-12-02")


@pytest.mark.parametrize("which", ["call sheet", "letters"])
def test_a_paper_that_stood_open_over_night_is_dated_anew(
    night: Night, database: "Database", which: str
) -> None:
    import pypdfium2

    from bengkel_crm.records.reminders import TextKind
    from bengkel_crm.ui.forms.paper_dialog import PaperDialog
    from bengkel_crm.workshop.reminders.reminder_texts import keep_templates

    keep_templates(database, {TextKind.LETTER: "Tanggal {tanggal}."})
    page = a_due_list(night, database)
    database.execute_sql("UPDATE customer SET address = 'Jl. Kaliurang 5'")
    page.reload()
    night.settle()
    if which == "letters":
        page.due.papers.entry("letters").trigger()
    else:
        page.due.papers.entry("call_sheet").trigger()
    (dialog,) = night.window.findChildren(PaperDialog)

    def text() -> str:
        night.qtbot.waitUntil(lambda: not dialog.is_writing(), timeout=20_000)
        document = pypdfium2.PdfDocument(dialog.file())
        told = "".join(sheet.get_textpage().get_text_range() for sheet in document)
        document.close()
        return told

    before = text()
    night.pass_by()
    after = text()
    assert "30 Nov" in before
    assert "1 Des" in after
    dialog.reject()


def test_the_texts_are_tried_on_the_new_day(night: Night, database: "Database") -> None:
    from bengkel_crm.records.reminders import TextKind
    from bengkel_crm.ui.reminders.text_editor import make_text_editor
    from bengkel_crm.workshop.reminders.reminder_texts import keep_templates

    keep_templates(database, {TextKind.WHATSAPP: "Hari ini {tanggal}."})
    editor = make_text_editor(night.window, night.window)
    night.qtbot.addWidget(editor)
    before = editor.preview.text()
    night.pass_by()
    assert ("30 November" in before, "1 Desember" in editor.preview.text()) == (True, True)
