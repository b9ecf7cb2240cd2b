"""The work order form, used with real keys on a real shop file."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import format_date, set_language
from bengkel_crm.records.work_orders import Line, WorkOrder, WorkOrderDraft
from bengkel_crm.trade.kinds import LineKind, ProductCategory, VehicleKind, WorkOrderStatus
from bengkel_crm.ui.forms.help import HelpDialog
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.work_orders.work_order_form import WorkOrderForm
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.shop_file.shop_file import Database
from bengkel_crm.workshop.work_orders import work_orders
from tests.factories import make_vehicle, make_work_order
from tests.ui.conftest import BareShell
from tests.ui.forms.clerk import ctrl, focused, opened, press, replace, save, tab, type_text
from tests.ui.shown_words import english_shown, recording, unnamed

TODAY = date.today()
OIL = "AHM MPX2 10W-30"

Opener = Callable[..., WorkOrderForm]


@pytest.fixture
def vehicle_id(database: Database) -> int:
    """A motorcycle with three visits, the last 90 days ago at 42.180 km with oil, mostly by Budi."""
    vehicle_id = make_vehicle(database, "B 3472 KZR", "Sri Wulandari")
    visits = (
        (270, 36_220, ("Ganti oli mesin", "Kampas rem belakang"), OIL, "Slamet"),
        (180, 39_050, ("Servis ringan", "Bersihkan CVT"), None, "Budi"),
        (90, 42_180, ("Ganti oli mesin",), OIL, "Budi"),
    )
    for days, km, jobs, oil, mechanic in visits:
        make_work_order(database, vehicle_id, TODAY - timedelta(days=days), jobs, oil, mechanic, km)
    return vehicle_id


@pytest.fixture
def open_form(shell: BareShell, ground: QWidget, vehicle_id: int) -> Opener:
    def open_form(work_order_id: int | None = None, vehicle_id: int = vehicle_id) -> WorkOrderForm:
        return opened(WorkOrderForm(shell, vehicle_id, work_order_id, ground))

    return open_form


def last_order(database: Database, vehicle_id: int) -> WorkOrder:
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    newest = max(visit.id for visit in card.history)
    return work_orders.get_work_order(database, newest)


def texts(order: WorkOrder) -> list[str]:
    return [line.text for line in order.lines]


# What stands there before a key is pressed


def test_a_new_form_begins_at_the_kilometres_with_today_and_the_regular_mechanic(open_form: Opener) -> None:
    form = open_form()
    assert focused() is form.visit.km_edit
    assert form.visit.date_edit.text() == format_date(TODAY)
    assert form.visit.mechanic_edit.text() == "Budi"
    assert form.visit.mechanic.remark() == "langganan · 2 dari 3 servis"
    assert form.visit.km.remark() == "terakhir 42.180 km"


def test_tab_goes_through_the_form_and_ends_at_save(open_form: Opener) -> None:
    form = open_form()
    seen = []
    for _ in range(9):
        seen.append(focused())
        tab()
    work = form.work
    assert seen[:4] == [form.visit.km_edit, form.visit.mechanic_edit, work.jobs_edit, work.oil.edit]
    assert seen[4:] == [
        form.visit.symptom.editor,
        form.visit.remark.editor,
        work.total_edit,
        work.status_box,
        form.detail_link,
    ]
    assert focused() is form.foot.save


def test_enter_goes_on_to_the_next_field(open_form: Opener) -> None:
    form = open_form()
    press(Qt.Key.Key_Return, Qt.Key.Key_Enter)
    assert focused() is form.work.jobs_edit


# Kilometres and date


@pytest.mark.parametrize(
    ("typed", "remark", "tone"),
    [
        ("45380", "+3.200 km sejak servis terakhir", Tone.NEUTRAL),
        ("42.180 km", "sama dengan servis terakhir", Tone.NEUTRAL),
        ("4218", "lebih kecil dari terakhir (42.180)", Tone.WARN),
        ("453800", "+411.620 km, sudah benar?", Tone.WARN),
    ],
)
def test_kilometres_are_judged_by_the_last_visit(
    open_form: Opener, typed: str, remark: str, tone: Tone
) -> None:
    form = open_form()
    type_text(typed)
    assert (form.visit.km.remark(), form.visit.km.tone()) == (remark, tone)


def test_kilometres_of_a_day_between_two_visits_are_judged_by_both(open_form: Opener) -> None:
    form = open_form()
    form.visit.date_edit.set_day(TODAY - timedelta(days=100))
    type_text("45380")
    assert form.visit.km.remark() == "lebih dari servis sesudahnya (42.180)"


def test_kilometres_lower_than_the_last_are_saved_all_the_same(
    database: Database, open_form: Opener, vehicle_id: int
) -> None:
    form = open_form()
    type_text("4218")
    form.work.jobs_edit.setFocus()
    type_text("Servis ringan")
    save()
    save()  # asked once
    assert last_order(database, vehicle_id).odometer_km == 4_218


def test_kilometres_nobody_can_read_stay_as_typed_and_nothing_is_saved(
    open_form: Opener, database: Database, vehicle_id: int
) -> None:
    form = open_form()
    type_text("empat ribu")
    form.work.jobs_edit.setFocus()
    type_text("Servis ringan")
    save()
    assert form.isVisible()
    assert form.visit.km.tone() is Tone.BAD
    assert form.visit.km_edit.text() == "empat ribu"
    assert focused() is form.visit.km_edit
    assert len(texts(last_order(database, vehicle_id))) == 2


@pytest.mark.parametrize(
    ("typed", "days_ago"), [("{day:%d/%m/%y}", 3), ("{day:%Y-%m-%d}", 40), ("{day:%d-%m-%Y}", 1)]
)
def test_a_date_is_read_in_many_spellings(open_form: Opener, typed: str, days_ago: int) -> None:
    form = open_form()
    day = TODAY - timedelta(days=days_ago)
    form.visit.date_edit.setFocus()
    replace(typed.format(day=day))
    tab()
    assert form.visit.date_edit.text() == format_date(day)


def test_a_day_alone_is_the_latest_such_day(open_form: Opener) -> None:
    form = open_form()
    form.visit.date_edit.setFocus()
    replace(str((TODAY - timedelta(days=2)).day))
    tab()
    assert form.visit.date_edit.find_day() == TODAY - timedelta(days=2)


def test_a_day_to_come_is_remarked_and_not_refused(open_form: Opener) -> None:
    form = open_form()
    form.visit.date_edit.setFocus()
    replace(format_date(TODAY + timedelta(days=1)))
    assert form.visit.date.tone() is Tone.WARN


def test_the_arrows_move_the_date_by_days_and_months(open_form: Opener) -> None:
    form = open_form()
    form.visit.date_edit.setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert form.visit.date_edit.find_day() == TODAY - timedelta(days=1)


def test_the_calendar_opens_by_key_and_fills_the_date_in(open_form: Opener, qtbot: QtBot) -> None:
    form = open_form()
    form.visit.date_edit.setFocus()
    press(Qt.Key.Key_Down, held=Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert form.visit.date_edit.find_day() == TODAY - timedelta(days=1)


# Work, oil and money


def test_an_oil_change_fills_in_the_usual_oil_and_both_prices(open_form: Opener) -> None:
    form = open_form()
    tab(2)
    type_text("Ganti oli mesin")
    assert form.work.oil.edit.text() == OIL
    assert form.work.oil.field.remark() == "sama seperti biasanya"
    assert form.work.total_edit.text() == "Rp 100.000"


def test_no_oil_is_written_down_that_was_not_changed(open_form: Opener) -> None:
    form = open_form()
    tab(2)
    type_text("Ganti oli mesin")
    replace("Servis ringan")
    assert form.work.oil.edit.text() == ""
    assert form.work.oil.field.remark() == f"biasanya {OIL}"


def test_an_oil_typed_by_hand_is_left_alone(open_form: Opener) -> None:
    form = open_form()
    tab(3)
    type_text("Federal Matic 30")
    press(Qt.Key.Key_Tab, held=Qt.KeyboardModifier.ShiftModifier)
    type_text("Ganti oli mesin")
    assert form.work.oil.edit.text() == "Federal Matic 30"


def test_another_oil_in_the_oil_field_is_remarked(open_form: Opener) -> None:
    form = open_form()
    tab(3)
    type_text("Oli gardan AHM")
    assert form.work.oil.field.tone() is Tone.WARN


def test_jobs_are_completed_one_by_one(open_form: Opener) -> None:
    form = open_form()
    tab(2)
    type_text("gan")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert form.work.jobs_edit.text() == "Ganti oli mesin, "
    type_text("cvt")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    tab()
    assert form.work.jobs_edit.text() == "Ganti oli mesin, Bersihkan CVT"


def test_a_job_typed_with_a_slip_is_offered_as_it_is_known(open_form: Opener) -> None:
    form = open_form()
    tab(2)
    type_text("Bersikan c")
    assert form.work.jobs_edit.is_open()
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    tab()
    assert form.work.jobs_edit.text() == "Bersihkan CVT"


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_a_guess_is_never_taken_by_the_key_that_goes_on_but_told_under_the_line(
    open_form: Opener, key: Qt.Key
) -> None:
    form = open_form()
    tab(2)
    type_text("Ganti oli mesin, Bersikan CVT")
    press(key)
    assert form.work.jobs_edit.text() == "Ganti oli mesin, Bersikan CVT"
    assert (form.work.jobs.remark(), form.work.jobs.tone()) == ("maksudnya Bersihkan CVT?", Tone.WARN)
    form.work.jobs_edit.setFocus()
    type_text(" dan")
    tab()
    assert form.work.jobs.tone() is Tone.NEUTRAL


def test_an_item_in_a_line_of_its_own_typed_with_a_slip_is_offered_as_it_is_known(open_form: Opener) -> None:
    form = open_form()
    form.detail_link.click()
    row = form.work.lines_editor.rows[-1]
    type_text("kampsa rem")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert row.text.text() == "Kampas rem belakang"


def test_a_job_in_the_middle_is_completed_without_touching_the_others(open_form: Opener) -> None:
    form = open_form()
    tab(2)
    type_text("Ganti oli mesin, , Servis ringan")
    form.work.jobs_edit.setCursorPosition(len("Ganti oli mesin, "))
    type_text("bersih")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert form.work.jobs_edit.text() == "Ganti oli mesin, Bersihkan CVT, Servis ringan"


def test_escape_closes_the_list_before_the_form(open_form: Opener) -> None:
    form = open_form()
    tab(2)
    type_text("gan")
    assert form.work.jobs_edit.is_open()
    press(Qt.Key.Key_Escape)
    assert not form.work.jobs_edit.is_open()
    assert form.notice.text() == ""
    assert form.isVisible()


def test_the_list_of_oils_begins_with_the_usual_one(open_form: Opener) -> None:
    form = open_form()
    tab(3)
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert form.work.oil.edit.text() == OIL


def test_mechanics_are_completed_and_a_new_name_is_told(open_form: Opener) -> None:
    form = open_form()
    tab()
    replace("sla")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert form.visit.mechanic_edit.text() == "Slamet"
    replace("Yanto")
    assert form.visit.mechanic.remark() == "montir baru"


def test_a_work_order_is_saved_by_the_keys_alone(
    database: Database, open_form: Opener, vehicle_id: int, shell: BareShell, qtbot: QtBot
) -> None:
    form = open_form()
    with qtbot.waitSignal(form.saved) as told:
        type_text("45380")
        tab(2)
        type_text("Ganti oli mesin, Cek CVT")
        tab(2)
        type_text("Tarikan berat")
        save()
    order = last_order(database, vehicle_id)
    assert told.args[0].record_id == order.id
    assert (order.date, order.odometer_km, order.mechanic) == (TODAY, 45_380, "Budi")
    assert texts(order) == ["Ganti oli mesin", "Cek CVT", OIL]
    assert order.lines[2].category is ProductCategory.ENGINE_OIL
    assert (order.total_rupiah, order.symptom, order.status) == (
        100_000,
        "Tarikan berat",
        WorkOrderStatus.DONE,
    )
    assert not form.isVisible()
    assert shell.messages[-1] == ("B 3472 KZR: servis tersimpan", Tone.OK)


def test_saving_twice_saves_once(database: Database, open_form: Opener, vehicle_id: int) -> None:
    form = open_form()
    tab(2)
    type_text("Servis ringan")
    save()
    form.save()
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    assert card.history_count == 4


def test_what_was_saved_can_be_taken_back(
    database: Database, open_form: Opener, vehicle_id: int, shell: BareShell
) -> None:
    before = last_order(database, vehicle_id).id
    open_form()
    tab(2)
    type_text("Servis ringan")
    save()
    assert shell.undo is not None
    shell.undo()
    assert last_order(database, vehicle_id).id == before


def test_a_total_typed_by_hand_stands_and_the_sum_is_told(
    database: Database, open_form: Opener, vehicle_id: int
) -> None:
    form = open_form()
    tab(2)
    type_text("Servis ringan, Bersihkan CVT")
    form.work.total_edit.setFocus()
    replace("90rb")
    assert form.work.total.remark() == "rincian: Rp 100.000"
    save()
    order = last_order(database, vehicle_id)
    assert (order.total_rupiah, sum(line.amount_rupiah for line in order.lines)) == (90_000, 100_000)


def test_a_total_typed_by_hand_prices_the_one_job_that_has_no_price(
    database: Database, open_form: Opener, vehicle_id: int
) -> None:
    form = open_form()
    tab(2)
    type_text("Servis ringan, Cek CVT")
    assert form.work.total.remark() == "belum ada harga: Cek CVT"
    form.work.total_edit.setFocus()
    replace("75.000")
    save()
    assert [line.price_rupiah for line in last_order(database, vehicle_id).lines] == [50_000, 25_000]


def test_work_that_was_free_last_time_lacks_no_price(
    database: Database, open_form: Opener, vehicle_id: int
) -> None:
    draft = WorkOrderDraft(vehicle_id, TODAY, None, (Line(LineKind.JOB, "Cek rem", 1, 0),))
    work_orders.record_work_order(database, draft)
    form = open_form()
    tab(2)
    type_text("Cek rem")
    assert form.work.total.remark() == ""


def test_a_total_beyond_32_bits_is_kept_whole(database: Database, open_form: Opener, vehicle_id: int) -> None:
    form = open_form()
    tab(2)
    type_text("Servis ringan")
    form.work.total_edit.setFocus()
    replace("5.000.000.000")
    save()
    assert last_order(database, vehicle_id).total_rupiah == 5_000_000_000


def test_an_emptied_total_is_the_sum_again(open_form: Opener) -> None:
    form = open_form()
    tab(2)
    type_text("Servis ringan")
    form.work.total_edit.setFocus()
    replace("1")
    replace("")
    tab()
    assert form.work.total_edit.text() == "Rp 50.000"


def test_a_form_without_any_work_says_so_under_the_field(open_form: Opener) -> None:
    form = open_form()
    save()
    assert form.isVisible()
    assert (form.work.jobs.remark(), form.work.jobs.tone()) == ("Mohon diisi", Tone.BAD)
    type_text("Servis")
    assert form.work.jobs.tone() is Tone.NEUTRAL


# Every line by itself


def test_the_lines_show_what_was_typed_the_short_way(open_form: Opener) -> None:
    form = open_form()
    tab(2)
    type_text("Ganti oli mesin, Cek CVT")
    form.detail_link.click()
    rows = form.work.lines_editor.rows
    assert [row.text.text() for row in rows] == ["Ganti oli mesin", "Cek CVT", OIL]
    assert [row.price.text() for row in rows] == ["Rp 50.000", "", "Rp 50.000"]
    assert focused() is rows[0].text


def test_enter_on_the_last_line_adds_one(database: Database, open_form: Opener, vehicle_id: int) -> None:
    form = open_form()
    form.detail_link.click()
    type_text("Servis ringan")
    press(Qt.Key.Key_Return)
    type_text("Busi NGK")
    tab(2)
    type_text("2")
    tab()
    type_text("28rb")
    press(Qt.Key.Key_Return)
    assert len(form.work.lines_editor.rows) == 3
    assert form.work.total_edit.text() == "Rp 106.000"
    save()
    lines = last_order(database, vehicle_id).lines
    assert [(line.text, line.quantity, line.price_rupiah) for line in lines] == [
        ("Servis ringan", 1, 50_000),
        ("Busi NGK", 2, 28_000),
    ]


@pytest.mark.parametrize(
    ("typed", "total"),
    [("1.500", "Rp 97.500"), ("0,8", "Rp 52"), ("2,6", "Rp 169"), ("10.000", "Rp 650.000")],
)
def test_a_quantity_is_read_as_every_other_number(open_form: Opener, typed: str, total: str) -> None:
    form = open_form()
    form.detail_link.click()
    type_text("Oli curah (ml)")
    tab(2)
    replace(typed)
    tab()
    type_text("65")
    tab()
    assert form.work.total_edit.text() == total


@pytest.mark.parametrize("typed", ["1e3", "1_000", "0,00000001"])
def test_what_is_no_quantity_is_told_and_not_saved(open_form: Opener, typed: str) -> None:
    form = open_form()
    form.detail_link.click()
    type_text("Oli curah (ml)")
    tab(2)
    replace(typed)
    tab()
    save()
    assert form.isVisible()
    assert form.work.lines_editor.rows[0].quantity.text() == typed


def test_a_line_taken_away_is_gone(open_form: Opener) -> None:
    form = open_form()
    tab(2)
    type_text("Servis ringan, Cek CVT")
    form.detail_link.click()
    ctrl(Qt.Key.Key_Delete)
    assert [row.text.text() for row in form.work.lines_editor.rows] == ["Cek CVT"]
    assert focused() is form.work.lines_editor.rows[0].text


def test_a_line_has_a_kind_and_a_mechanic_of_its_own(
    database: Database, open_form: Opener, vehicle_id: int
) -> None:
    form = open_form()
    form.detail_link.click()
    type_text("Oli merek baru")
    tab()
    row = form.work.lines_editor.rows[0]
    row.kind.set_value(LineKind.OIL)
    tab(3)
    type_text("Slamet")
    save()
    (line,) = last_order(database, vehicle_id).lines
    assert (line.kind, line.category, line.mechanic) == (LineKind.OIL, ProductCategory.ENGINE_OIL, "Slamet")


def test_a_price_without_a_text_is_not_lost(open_form: Opener) -> None:
    form = open_form()
    form.detail_link.click()
    tab(3)
    type_text("50000")
    save()
    assert form.isVisible()
    assert form.notice.text() != ""
    assert focused() is form.work.lines_editor.rows[0].text


def test_a_quantity_of_its_own_keeps_the_lines_open(open_form: Opener) -> None:
    form = open_form()
    form.detail_link.click()
    type_text("Oli gardan AHM")
    tab(2)
    type_text("0,12")
    form.detail_link.click()
    assert form.work.detailed
    assert form.notice.text() != ""


# What falls due next


def test_the_next_visit_is_shown_before_saving(open_form: Opener, qtbot: QtBot) -> None:
    form = open_form()
    type_text("45380")
    tab(2)
    type_text("Ganti oli mesin")
    qtbot.waitUntil(lambda: form.next_due.more_text().startswith("Ganti oli mesin "))
    assert form.next_due.text().startswith("Servis berikutnya otomatis: ")
    assert form.next_due.text().endswith(" atau 47.050 km · Servis CVT")
    assert form.next_due.more_text().endswith(" atau 47.380 km")


def test_what_stays_overdue_is_told_beside_it(
    database: Database, open_form: Opener, vehicle_id: int, qtbot: QtBot
) -> None:
    form = open_form()
    type_text("60000")
    tab(2)
    type_text("Ganti oli mesin")
    qtbot.waitUntil(lambda: form.next_due.more_text() == "masih jatuh tempo: Servis CVT")


# Mending


def test_an_order_is_loaded_as_it_was_and_changed(
    database: Database, open_form: Opener, vehicle_id: int
) -> None:
    before = last_order(database, vehicle_id)
    form = open_form(before.id)
    assert not form.is_dirty()
    assert form.visit.date_edit.find_day() == before.date
    assert form.visit.km_edit.text() == "42.180"
    assert form.work.jobs_edit.text() == "Ganti oli mesin"
    assert form.work.oil.edit.text() == OIL
    replace("42200")
    save()
    after = work_orders.get_work_order(database, before.id)
    assert after.odometer_km == 42_200
    assert after.lines == before.lines
    assert (after.number, after.total_rupiah) == (before.number, before.total_rupiah)


def test_lines_that_do_not_fit_the_short_way_are_shown_one_by_one(
    database: Database, open_form: Opener, vehicle_id: int
) -> None:
    lines = (
        Line(LineKind.PART, "Busi, kabel", 2, 30_000),
        Line(LineKind.JOB, "Servis", 1, 50_000, mechanic="Slamet"),
    )
    draft = WorkOrderDraft(vehicle_id, TODAY, None, lines, total_rupiah=100_000)
    order_id = work_orders.record_work_order(database, draft).record_id
    form = open_form(order_id)
    assert form.work.detailed
    assert form.work.total_edit.text() == "Rp 100.000"
    press(Qt.Key.Key_Tab)
    form.visit.symptom.editor.setFocus()
    type_text("bunyi")
    save()
    assert order_id is not None
    order = work_orders.get_work_order(database, order_id)
    assert [(line.text, line.quantity, line.mechanic) for line in order.lines] == [
        ("Busi, kabel", 2, None),
        ("Servis", 1, "Slamet"),
    ]
    assert (order.total_rupiah, order.symptom) == (100_000, "bunyi")


def test_an_order_goes_to_the_bin_and_comes_back(
    database: Database, open_form: Opener, vehicle_id: int, shell: BareShell
) -> None:
    order = last_order(database, vehicle_id)
    form = open_form(order.id)
    assert form.foot.remove is not None
    form.foot.remove.setFocus()
    press(Qt.Key.Key_Return)
    with pytest.raises(errors.NotFound):
        work_orders.get_work_order(database, order.id)
    assert shell.undo is not None
    shell.undo()
    assert work_orders.get_work_order(database, order.id).number == order.number


def test_an_order_with_typed_text_goes_to_the_bin_only_when_that_is_said_twice(
    database: Database, open_form: Opener, vehicle_id: int
) -> None:
    order = last_order(database, vehicle_id)
    form = open_form(order.id)
    form.visit.remark.editor.setFocus()
    type_text("lampu juga")
    assert form.foot.remove is not None
    form.foot.remove.click()
    assert form.notice.text() == "Yang Anda ketik belum disimpan dan ikut terbuang."
    assert work_orders.get_work_order(database, order.id) == order
    press(Qt.Key.Key_Return)
    assert form.visit.remark.editor.hasFocus() or form.isVisible()
    form.foot.remove.click()
    with pytest.raises(errors.NotFound):
        work_orders.get_work_order(database, order.id)


def test_delete_on_a_button_removes_nothing(database: Database, open_form: Opener, vehicle_id: int) -> None:
    order = last_order(database, vehicle_id)
    form = open_form(order.id)
    for widget in (form.foot.save, form.foot.cancel, form.work.status_box):
        widget.setFocus()
        press(Qt.Key.Key_Delete)
    assert work_orders.get_work_order(database, order.id) == order


def test_delete_in_a_field_deletes_letters_only(
    database: Database, open_form: Opener, vehicle_id: int
) -> None:
    order = last_order(database, vehicle_id)
    form = open_form(order.id)
    press(Qt.Key.Key_Home, Qt.Key.Key_Delete)
    press(*[Qt.Key.Key_Delete] * 9)
    assert form.isVisible()
    assert form.visit.km_edit.text() == ""
    assert work_orders.get_work_order(database, order.id) == order


def test_an_order_that_is_gone_is_an_error_told_by_whoever_asked(
    shell: BareShell, ground: QWidget, vehicle_id: int
) -> None:
    with pytest.raises(errors.NotFound):
        WorkOrderForm(shell, vehicle_id, 4_711, ground)


# Leaving


def test_escape_leaves_an_untouched_form_at_once(open_form: Opener) -> None:
    form = open_form()
    press(Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_escape_asks_when_something_was_typed_and_goes_back_where_one_was(open_form: Opener) -> None:
    form = open_form()
    tab(2)
    type_text("Servis")
    press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert form.notice.text() == "Isian belum disimpan."
    press(Qt.Key.Key_Return)
    assert form.notice.text() == ""
    assert focused() is form.work.jobs_edit
    assert form.work.jobs_edit.text() == "Servis"


def test_what_was_typed_is_thrown_away_when_asked_to(
    open_form: Opener, database: Database, vehicle_id: int
) -> None:
    before = last_order(database, vehicle_id)
    form = open_form()
    type_text("45380")
    press(Qt.Key.Key_Escape)
    discard, _ = form.notice.answers()
    discard.setFocus()
    press(Qt.Key.Key_Return)
    assert not form.isVisible()
    assert last_order(database, vehicle_id) == before


def test_a_full_disk_leaves_the_form_open_with_what_was_typed(
    open_form: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise errors.DiskFull("toko.db")

    monkeypatch.setattr(work_orders, "record_work_order", refuse)
    form = open_form()
    type_text("45380")
    tab(2)
    type_text("Servis ringan")
    save()
    assert form.isVisible()
    assert "penuh" in form.notice.text()
    assert form.work.jobs_edit.text() == "Servis ringan"
    monkeypatch.undo()
    save()
    assert not form.isVisible()


# Looks and words


def test_f1_shows_the_help_of_work_orders_beside_the_form(open_form: Opener) -> None:
    form = open_form()
    press(Qt.Key.Key_F1)
    (shown,) = form.findChildren(HelpDialog)
    assert shown.topic() == "work-orders"
    shown.close()
    assert form.isVisible()


def test_no_english_is_left_and_everything_has_a_name(open_form: Opener, ground: QWidget) -> None:
    with recording() as recorder:
        form = open_form()
        tab(2)
        type_text("Ganti oli mesin, Cek CVT")
        form.detail_link.click()
        press(Qt.Key.Key_Escape)
        assert english_shown(form) == []
        assert unnamed(form) == []
    assert recorder.missing == set()


def test_the_form_speaks_english_too(open_form: Opener) -> None:
    set_language("en")
    form = open_form()
    assert form.visit.km.remark() == "last 42,180 km"


def test_cars_and_motorcycles_do_not_mix_their_jobs(database: Database, open_form: Opener) -> None:
    car = make_vehicle(database, "B 1 CAR", kind=VehicleKind.CAR)
    make_work_order(database, car, jobs=("Spooring mobil",))
    form = open_form()
    tab(2)
    type_text("spooring m")
    assert not form.work.jobs_edit.is_open()
    press(Qt.Key.Key_Escape)
    assert form.isVisible()


# Days and bills that are probably a slip


def said_of(form: WorkOrderForm, day: str) -> str:
    form.visit.date_edit.setText(day)
    form.work.jobs_edit.setText("Servis ringan")
    save()
    return form.notice.text()


@pytest.mark.parametrize("day", [date(2062, 11, 30), date(1926, 1, 1), date.today() + timedelta(days=2)])
def test_a_day_no_visit_can_have_is_asked_about_once(
    open_form: Opener, database: Database, vehicle_id: int, day: date
) -> None:
    form = open_form()
    count = lookup_history(database, vehicle_id)
    assert str(day.year) in said_of(form, day.strftime("%d/%m/%Y"))
    assert lookup_history(database, vehicle_id) == count
    save()
    assert lookup_history(database, vehicle_id) == count + 1


@pytest.mark.parametrize("days", [0, 1])
def test_today_and_tomorrow_are_not_asked_about(
    open_form: Opener, database: Database, vehicle_id: int, days: int
) -> None:
    form = open_form()
    count = lookup_history(database, vehicle_id)
    day = date.today() + timedelta(days=days)
    assert said_of(form, day.strftime("%d/%m/%Y")) == ""
    assert lookup_history(database, vehicle_id) == count + 1


def test_a_whole_bill_below_zero_is_asked_about_once(
    open_form: Opener, database: Database, vehicle_id: int
) -> None:
    form = open_form()
    count = lookup_history(database, vehicle_id)
    form.work.total_edit.setFocus()
    replace("-50.000")
    assert "50.000" in said_of(form, date.today().strftime("%d/%m/%Y"))
    assert lookup_history(database, vehicle_id) == count
    save()
    assert lookup_history(database, vehicle_id) == count + 1


def lookup_history(database: Database, vehicle_id: int) -> int:
    card = lookup.find_card(database, vehicle_id)
    assert card is not None
    return card.history_count
