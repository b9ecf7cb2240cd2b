"""What a shop sees on few days: questions, messages, what is missing or in the bin; nothing of it is cut."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from bengkel_crm.base import errors
from bengkel_crm.records.journal import Change
from bengkel_crm.ui.counter.counter_page import CounterPage
from bengkel_crm.ui.exchange.stages import Stage
from bengkel_crm.ui.exchange.wizard import ImportWizard
from bengkel_crm.ui.forms.doubts import Doubt, doubt_owner, doubt_twin
from bengkel_crm.ui.forms.help import HelpDialog
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shop_file.rescue_box import RescueBox
from bengkel_crm.ui.vehicles.vehicle_form import VehicleForm
from bengkel_crm.ui.window.clock_question import open_clock_question
from bengkel_crm.ui.work_orders.work_order_form import WorkOrderForm
from bengkel_crm.words.messages import describe_change
from bengkel_crm.workshop.counter.lookup import look_up_plate
from bengkel_crm.workshop.shop_file.shop_file import ClockDoubt
from bengkel_crm.workshop.vehicles.vehicles import remove_vehicle
from tests.ui.layout.eyes import OWNER, PLATE, SCREENS, TODAY, Eyes

_BOOK = Path(__file__).parents[2] / "data" / "buku-servis-harian.xlsx"
_NOW = datetime.combine(TODAY, datetime.min.time())


def _counter(eyes: Eyes) -> CounterPage:
    page = eyes.window.go("counter")
    assert isinstance(page, CounterPage)
    page.box.line.clear()
    return page


def _vehicle_id(eyes: Eyes) -> int:
    card = look_up_plate(eyes.window.database, PLATE)
    assert card is not None
    return card.vehicle.id


def _look_at_parked_forms(eyes: Eyes) -> None:
    """A form in the window, what it asks, and the chips of those that wait."""
    window, vehicle_id = eyes.window, _vehicle_id(eyes)
    visit = _DoubtfulVisit(window, vehicle_id, None, window)
    window.forms.show_form(visit)
    eyes.look("visit in the window")
    visit.save()
    eyes.look("whose is it")
    visit.save()
    eyes.look("the same work once more")
    visit.notice.clear()
    visit.show_problem(errors.MissingField("lines"))
    eyes.look("what is missing")
    QTest.keyClicks(visit.visit.km.editor, "98000")
    _counter(eyes)
    eyes.look("one form waits")
    for number in range(4):
        form = VehicleForm(window, f"AB {number}234 XYZ", window)
        window.forms.show_form(form)
        QTest.keyClicks(form.first_field, OWNER)
        _counter(eyes)
    eyes.look("many forms wait")
    near = VehicleForm(window, PLATE.replace("4", "5"), window)
    window.forms.show_form(near)
    eyes.look("a plate nearly known")
    near.discard()
    for key in window.forms.parked_keys():
        window.forms.drop(key)


class _DoubtfulVisit(WorkOrderForm):
    """Asks one thing more each time it is saved."""

    def doubts(self) -> Iterator[Doubt]:
        yield doubt_owner(OWNER, self.save, self.save, "1")
        twin = doubt_twin((), [()], TODAY, lambda: None)
        assert twin is not None
        yield twin


def _look_at_messages(eyes: Eyes) -> None:
    window = eyes.window
    window.show_message(describe_change(Change(1, "vehicle_removed", PLATE)), Tone.OK, lambda: None)
    eyes.look("message with undo")
    for error in (
        errors.DamagedFile("/home/bengkel/Documents/toko.db", ""),
        errors.NotFound("vehicle", PLATE),
    ):
        window.show_error(error)
        eyes.look(f"message of {type(error).__name__}")


def _look_at_the_bin(eyes: Eyes) -> None:
    window = eyes.window
    remove_vehicle(window.database, _vehicle_id(eyes), _NOW)
    page = _counter(eyes)
    QTest.keyClicks(page.box.line, PLATE)
    eyes.look("plate in the bin")
    page.box.line.clear()


def _look_at_boxes(eyes: Eyes) -> None:
    window = eyes.window
    shop = Path(window.database.path)
    for error in (
        errors.ShopFileLost(str(shop)),
        errors.DamagedFile(str(shop), ""),
        errors.NotADatabase(str(shop)),
    ):
        eyes.open(f"rescue from {type(error).__name__}", RescueBox(shop, error, window))
    doubt = ClockDoubt(now=_NOW, last=_NOW.replace(year=_NOW.year + 1))
    box = open_clock_question(doubt, window.settings, window)
    assert box is not None
    eyes.open("clock question", box)


def _look_at_keys(eyes: Eyes) -> None:
    helper = HelpDialog("counter", eyes.window)
    helper.show_keys()
    eyes.open("keys", helper)


def _look_at_import(eyes: Eyes) -> None:
    """Each step of taking a book over; what it holds is not written."""
    wizard = ImportWizard(eyes.window, _BOOK, eyes.window)
    wizard.show()
    eyes.qtbot.waitUntil(lambda: wizard.stage is Stage.MAPPING, timeout=20_000)
    eyes.look("import: columns", wizard)
    wizard.go_back()
    eyes.look("import: file", wizard)
    wizard.go_on()
    wizard.go_on()
    eyes.qtbot.waitUntil(lambda: wizard.stage is Stage.CHECK, timeout=20_000)
    eyes.look("import: check", wizard)
    wizard.done(0)


LOOKS: dict[str, Callable[[Eyes], None]] = {
    "parked forms": _look_at_parked_forms,
    "messages": _look_at_messages,
    "boxes": _look_at_boxes,
    "keys": _look_at_keys,
    "import": _look_at_import,
    "bin": _look_at_the_bin,
}


@pytest.mark.parametrize("eyes", SCREENS, indirect=True)
def test_nothing_is_cut_of_what_is_seldom_seen(eyes: Eyes) -> None:
    for look in LOOKS.values():
        look(eyes)
    lines = [f"{name}: {fault}" for name, wrong in eyes.seen.items() for fault in wrong]
    assert lines == [], "\n" + "\n".join(lines)
