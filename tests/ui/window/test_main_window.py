"""The window: its pages, its keys, what it remembers."""

import importlib
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.base import i18n
from bengkel_crm.base.errors import DiskFull, DuplicatePlate, FileMissing
from bengkel_crm.base.languages import language_codes
from bengkel_crm.records.journal import Change
from bengkel_crm.ui.forms.help import HelpDialog
from bengkel_crm.ui.look.theme import TEXT_SCALES, theme
from bengkel_crm.ui.look.tokens import Scheme, Tone
from bengkel_crm.ui.shell.shell import COMMAND_KEYS, Page
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.message_bar import MessageBar
from bengkel_crm.ui.window.banners import DemoBanner
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.ui.window.pages import PAGES, PageEntry
from bengkel_crm.ui.window.rail import RailButton
from bengkel_crm.workshop.customers import notes
from tests.factories import make_vehicle
from tests.ui.conftest import CountingPage
from tests.ui.seen import button, says
from tests.ui.shown_words import english_shown, recording, unnamed

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

HERE = "tests.ui.conftest"
ENTRIES = (
    PageEntry("counter", "search", lambda: i18n.translate("Fields", "customer"), f"{HERE}:CountingPage"),
    PageEntry("silent", "sheet", lambda: i18n.translate("Fields", "vehicle"), f"{HERE}:SilentPage"),
    PageEntry(
        "settings", "gear", lambda: i18n.translate("Pages", "Settings"), PAGES[-1].factory, at_bottom=True
    ),
)

# What stands on the rail.
NAMES = {"counter": "pelanggan", "silent": "kendaraan"}


@pytest.fixture
def window(qtbot: QtBot, settings: QSettings) -> Iterator[MainWindow]:
    CountingPage.built = 0
    made = MainWindow(settings, ENTRIES)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    with qtbot.waitSignal(made.first_painted):
        made.show()
    yield made
    made.close()


def counter(window: MainWindow) -> CountingPage:
    (page,) = window.findChildren(CountingPage)
    return page


def pages(window: MainWindow) -> list[Page]:
    """Return the pages that are built, the first one first."""
    return window.findChildren(Page)


def front(window: MainWindow) -> str:
    """Return which button of the rail is pressed down."""
    (pressed,) = (one for one in window.findChildren(RailButton) if one.isChecked())
    return pressed.accessibleName()


def message(window: MainWindow) -> MessageBar:
    (bar,) = window.findChildren(MessageBar)
    return bar


def test_only_the_first_page_is_built_when_the_window_opens(window: MainWindow) -> None:
    assert pages(window) == [counter(window)]
    assert window.front_page() is counter(window)


def test_the_window_is_painted_before_its_first_page_is_built(qtbot: QtBot, settings: QSettings) -> None:
    window = MainWindow(settings, ENTRIES)
    qtbot.addWidget(window)
    built: list[list[Page]] = []
    window.first_painted.disconnect()
    window.first_painted.connect(lambda: built.append(pages(window)))
    window.show()
    qtbot.waitUntil(lambda: built == [[]])
    window.close()


def test_a_page_is_built_once_and_kept(window: MainWindow) -> None:
    window.go("silent")
    window.go("counter")
    window.go("silent")
    assert CountingPage.built == 1
    assert counter(window).asked.count("front") == 2


def test_alt_and_a_number_turn_to_a_page(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert front(window) == NAMES["silent"]
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert front(window) == NAMES["counter"]


def test_a_press_on_the_rail_turns_to_a_page(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.mouseClick(button(window, NAMES["silent"]), Qt.MouseButton.LeftButton)
    assert front(window) == NAMES["silent"]


@pytest.mark.parametrize("language", language_codes())
@pytest.mark.parametrize("percent", TEXT_SCALES)
def test_every_word_of_the_rail_stands_there_whole(
    qtbot: QtBot, settings: QSettings, language: str, percent: int
) -> None:
    i18n.set_language(language)
    theme().apply(Scheme.LIGHT, percent)
    window = MainWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    assert [one.text() for one in window.findChildren(RailButton) if not one.word_fits()] == []
    window.close()


def test_a_key_goes_to_the_page_in_front(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F2)
    assert counter(window).asked[-1] == "new work order"


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_the_plate_box_is_reached_from_any_page(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    window.go("silent")
    qtbot.keyClick(window, key, modifier)
    assert front(window) == NAMES["counter"]
    assert counter(window).asked[-1] == "find"


def test_a_key_nobody_answers_does_nothing(qtbot: QtBot, window: MainWindow) -> None:
    window.go("silent")
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert front(window) == NAMES["silent"]


def test_no_two_commands_share_a_key() -> None:
    keys = [key for keys in COMMAND_KEYS.values() for key in keys]
    taken = ["F1", "Ctrl+Z", *(f"Alt+{number}" for number in range(1, 10))]
    assert len(set(keys + taken)) == len(keys + taken)


def test_pages_are_told_when_the_file_is_open_also_those_built_later(
    window: MainWindow, database: "Database"
) -> None:
    assert "shop opened" not in counter(window).asked
    window.set_database(database)
    assert counter(window).asked[-1] == "shop opened"
    assert window.is_open


def test_a_change_reaches_every_page(qtbot: QtBot, window: MainWindow) -> None:
    change = Change(1, "note_added", "B 3472 KZR", vehicle_ids=(7,))
    with qtbot.waitSignal(window.changed) as told:
        window.announce(change)
    assert told.args == [change]


def test_a_card_is_shown_on_the_counter(window: MainWindow) -> None:
    window.go("silent")
    window.open_card(7)
    assert front(window) == NAMES["counter"]
    assert counter(window).asked[-1] == "card 7"


def test_an_expected_error_is_one_line_and_no_dialog(window: MainWindow) -> None:
    with window.showing_errors():
        raise DuplicatePlate("B 3472 KZR", 7)
    assert "B 3472 KZR" in message(window).text()
    assert QApplication.activeModalWidget() is None


def test_the_status_never_claims_that_all_is_saved_beside_a_message_that_it_is_not(
    window: MainWindow, database: "Database"
) -> None:
    window.set_database(database)
    claim = window.status.tr("All changes saved")
    assert claim in words_shown(window.status)
    window.show_error(DiskFull("toko.db"))
    assert claim not in words_shown(window.status)
    window.show_message("Tersimpan")
    assert claim in words_shown(window.status)
    window.show_error(DiskFull("toko.db"))
    window.findChild(MessageBar).hide()
    assert claim in words_shown(window.status)


def test_the_status_says_so_until_what_was_not_saved_is(window: MainWindow, database: "Database") -> None:
    """A form tells its problem itself, with no message under the page."""
    window.set_database(database)
    claim = window.status.tr("All changes saved")
    vehicle = make_vehicle(database, "B 1 A")
    moved = database.path.rename(database.path.with_name("elsewhere.db"))
    with pytest.raises(FileMissing):
        notes.add_note(database, vehicle, "rem", date(2026, 3, 2))
    assert claim not in words_shown(window.status)
    moved.rename(database.path)
    notes.add_note(database, vehicle, "rem", date(2026, 3, 2))
    assert claim in words_shown(window.status)


def words_shown(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_a_message_lies_inside_the_page(window: MainWindow) -> None:
    window.show_message("Tersimpan", Tone.OK)
    assert message(window).isVisible()
    assert message(window).parentWidget().rect().contains(message(window).geometry())
    window.resize(1000, 600)
    assert message(window).parentWidget().rect().contains(message(window).geometry())


def test_ctrl_z_undoes_the_newest_deed_and_says_which(
    qtbot: QtBot, window: MainWindow, database: "Database"
) -> None:
    notes = importlib.import_module("bengkel_crm.workshop.customers.notes")
    factories = importlib.import_module("tests.factories")
    vehicle_id = factories.make_vehicle(database, plate="B 3472 KZR")
    window.set_database(database)
    notes.add_note(database, vehicle_id, "Jangan pakai oli lain", factories.TODAY)
    with qtbot.waitSignal(window.changed) as told:
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert told.args is not None
    assert told.args[0].kind == "note_added"
    assert message(window).text() == "B 3472 KZR: catatan baru diurungkan"


def test_ctrl_z_does_not_take_a_whole_book_back_unasked(
    qtbot: QtBot, window: MainWindow, database: "Database"
) -> None:
    deeds = importlib.import_module("bengkel_crm.db.journal.deeds")
    lookup = importlib.import_module("bengkel_crm.workshop.counter.lookup")
    with deeds.perform(database, "book_imported", "buku.xlsx") as deed:
        deed.vehicle_ids.add(deed.add("vehicle", plate="B 1 A", plate_key="B1A", kind="car"))
    window.set_database(database)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lookup.count_vehicles(database) == 1
    assert "buku.xlsx" in message(window).text()
    with qtbot.waitSignal(window.changed):
        button(message(window), "Urungkan").click()
    assert lookup.count_vehicles(database) == 0


def test_an_import_that_was_taken_back_does_not_return_unasked(
    qtbot: QtBot, window: MainWindow, database: "Database"
) -> None:
    deeds = importlib.import_module("bengkel_crm.db.journal.deeds")
    with deeds.perform(database, "import_undone", "buku.xlsx") as deed:
        deed.vehicle_ids.add(deed.add("vehicle", plate="B 1 A", plate_key="B1A", kind="car"))
    window.set_database(database)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert message(window).text() == (
        "Berikutnya yang diurungkan adalah pengurungan impor buku.xlsx: semua isinya kembali."
    )
    with qtbot.waitSignal(window.changed) as told:
        button(message(window), "Urungkan").click()
    assert told.args is not None
    assert told.args[0].kind == "import_undone"


def test_nothing_left_to_undo_is_said(qtbot: QtBot, window: MainWindow, database: "Database") -> None:
    window.set_database(database)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert message(window).text() == "Tidak ada lagi yang bisa diurungkan."
    assert message(window).property("box") == Tone.NEUTRAL


def test_f1_shows_the_help_of_the_page_and_leaves_the_window_usable(qtbot: QtBot, window: MainWindow) -> None:
    window.go("settings")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    (helper,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, HelpDialog))
    assert helper.isVisible()
    assert helper.topic() == "settings"
    assert not helper.isModal()
    helper.close()


def test_the_sample_shop_says_what_it_is_and_has_a_way_out(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.windowTitle().startswith("Bengkel contoh")
    window.show_demo()
    window.go("silent")
    assert window.windowTitle().startswith("Bengkel contoh: ")
    (banner,) = window.findChildren(DemoBanner)
    assert banner.isVisible()
    (back,) = banner.findChildren(KeyButton)
    with qtbot.waitSignal(window.demo_left):
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)


def test_the_window_remembers_its_place(qtbot: QtBot, settings: QSettings) -> None:
    first = MainWindow(settings, ENTRIES)
    qtbot.addWidget(first)
    first.showNormal()
    # As large as the screen of the tests allows.
    first.setGeometry(0, 30, 900, 620)
    first.close()
    second = MainWindow(settings, ENTRIES)
    qtbot.addWidget(second)
    second.show()
    assert second.geometry().size() == first.geometry().size()
    second.close()


def test_closing_tells_the_entrance_and_the_pages(qtbot: QtBot, settings: QSettings) -> None:
    window = MainWindow(settings, ENTRIES)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.about_to_close):
        window.close()


def test_what_winds_up_is_over_before_the_last_backup(qtbot: QtBot, settings: QSettings) -> None:
    """It was given five seconds; what still wrote then made the last backup fail."""
    window = MainWindow(settings, ENTRIES)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    begun, hidden, over = Event(), Event(), []
    window.installEventFilter(Watcher(window, hidden))

    def wind_up(_: object) -> None:
        begun.set()
        # Hears no Cancel: a rollback does not.
        over.append(hidden.wait(30))

    window.jobs.start(wind_up, name="import", on_done=lambda _: None, on_failed=lambda _: None)
    assert begun.wait(10)
    ended: list[bool] = []
    window.about_to_close.connect(lambda: ended.extend(over))
    window.close()
    assert ended == [True]


class Watcher(QObject):
    """Sets an event when its window is hidden."""

    def __init__(self, window: MainWindow, hidden: Event) -> None:
        super().__init__(window)
        self._hidden = hidden

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self._hidden.set()
        return super().eventFilter(watched, event)


def test_the_window_follows_the_language_while_it_is_open(qtbot: QtBot, window: MainWindow) -> None:
    window.go("settings")
    assert window.windowTitle() == "Pengaturan – Bengkel CRM"
    i18n.set_language("en")
    qtbot.waitUntil(lambda: window.windowTitle() == "Settings – Bengkel CRM")
    assert front(window) == "Settings"
    assert says(window.status, "All changes saved")


def test_no_english_is_on_an_indonesian_window_and_everything_has_a_name(
    qtbot: QtBot, settings: QSettings, database: "Database"
) -> None:
    with recording() as recorder:
        window = MainWindow(settings, ENTRIES)
        qtbot.addWidget(window)
        window.set_database(database)
        window.status.set_vehicle_count(1_201)
        window.status.set_last_backup(None)
        window.show()
        window.go("settings")
        window.show_message("Tersimpan", undo=window.close)
    assert recorder.missing == set()
    assert english_shown(window) == []
    assert unnamed(window) == []
    window.close()


def test_the_pages_of_the_rail_can_all_be_built_from_their_entry() -> None:
    for entry in PAGES:
        module, _, name = entry.factory.partition(":")
        assert hasattr(importlib.import_module(module), name), entry.key


def test_the_window_is_painted_before_anything_heavy_is_loaded() -> None:
    code = (
        "import sys\n"
        "import bengkel_crm.app\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from bengkel_crm.ui.look.preferences import apply_preferences, open_settings, read_preferences\n"
        "from bengkel_crm.ui.window.main_window import MainWindow\n"
        "app = QApplication(['x'])\n"
        "settings = open_settings()\n"
        "apply_preferences(read_preferences(settings))\n"
        "window = MainWindow(settings)\n"
        "heavy = ('peewee', 'sqlcipher3', 'reportlab', 'openpyxl', 'phonenumbers', "
        "'bengkel_crm.records.counter')\n"
        "def painted():\n"
        "    named = ['Qt'] if 'Qt' in vars(sys.modules['PySide6.QtCore']) else []\n"
        "    print([name for name in heavy if name in sys.modules] + named)\n"
        "    app.quit()\n"
        "window.first_painted.disconnect()\n"
        "window.first_painted.connect(painted)\n"
        "window.show()\n"
        "app.exec()\n"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
