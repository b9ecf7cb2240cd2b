"""A shop file that is missing or damaged at the start: the window asks, and puts a copy back."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.base.errors import EmptyFile
from bengkel_crm.ui.frame.second_place_setting import keep_second_place
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Scheme
from bengkel_crm.ui.shop_file.rescue_box import RescueBox
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.window.main_window import MainWindow
from bengkel_crm.workshop.counter import lookup
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop
from tests.factories import make_vehicle
from tests.ui.shown_words import english_shown, unnamed

_NOW = datetime(2026, 8, 12, 17, 5)


@pytest.fixture
def shop(tmp_path: Path, new_shop: Path) -> Path:
    """A closed shop with one vehicle more in its second copy than in its first, and one more still itself."""
    path = Path(shutil.copy(new_shop, tmp_path / "toko.db"))
    database = open_shop(path)
    for hour in range(2):
        make_vehicle(database)
        backup.back_up_when_changed(database, _NOW.replace(hour=10 + hour))
    make_vehicle(database)
    close_shop(database)
    return path


def box_of(qtbot: QtBot, window: MainWindow) -> RescueBox:
    def shown() -> RescueBox | None:
        return next((box for box in window.findChildren(RescueBox) if box.isVisible()), None)

    qtbot.waitUntil(lambda: shown() is not None)
    box = shown()
    assert box is not None
    return box


def wait_open(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.is_open and not window.jobs.is_busy())


def _gone(path: Path) -> None:
    path.unlink()


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _first_page_gone(path: Path) -> None:
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def _scribbled(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:12288] = b"\xa5" * 8192
    path.write_bytes(data)


_HARMS = [_gone, _emptied, _first_page_gone, _cut_off, _scribbled]


@pytest.mark.parametrize("harm", _HARMS)
def test_the_newest_copy_is_put_back_by_one_button(
    qtbot: QtBot, started: Callable[[Path], MainWindow], shop: Path, harm: Callable[[Path], None]
) -> None:
    harm(shop)
    before = shop.read_bytes() if shop.exists() else None
    window = started(shop)
    box = box_of(qtbot, window)
    assert "12 Agu 2026" in box.what_is_there()
    assert "2 kendaraan" in box.what_is_there()
    assert english_shown(box) == []
    box.newest.click()
    wait_open(qtbot, window)
    qtbot.waitUntil(lambda: lookup.count_vehicles(window.database) == 2)
    kept = [path.read_bytes() for path in (shop.parent / "backups").glob("damaged-*.db")]
    assert kept == ([] if before is None else [before])


def test_a_damaged_newest_copy_is_passed_over(
    qtbot: QtBot, started: Callable[[Path], MainWindow], shop: Path
) -> None:
    _scribbled(Path(backup.list_copies(shop)[0].path))
    shop.unlink()
    window = started(shop)
    box = box_of(qtbot, window)
    box.newest.click()
    wait_open(qtbot, window)
    assert lookup.count_vehicles(window.database) == 1


def test_a_copy_from_the_stick_can_be_chosen(
    qtbot: QtBot, started: Callable[[Path], MainWindow], shop: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = Path(shutil.copy(backup.list_copies(shop)[-1].path, stick / "cadangan.db"))
    _emptied(shop)
    window = started(shop)
    box_of(qtbot, window).other.click()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(copy))
    dialog.close()
    wait_open(qtbot, window)
    qtbot.waitUntil(lambda: lookup.count_vehicles(window.database) == 1)


@pytest.mark.parametrize("harm", _HARMS)
def test_the_newest_copy_is_put_back_from_the_stick_when_none_lies_beside_the_file(
    qtbot: QtBot,
    started: Callable[[Path], MainWindow],
    shop: Path,
    settings: QSettings,
    tmp_path: Path,
    harm: Callable[[Path], None],
) -> None:
    stick = Path(shutil.move(shop.parent / "backups", tmp_path / "stick"))
    keep_second_place(settings, stick, _NOW)
    harm(shop)
    window = started(shop)
    box = box_of(qtbot, window)
    qtbot.waitUntil(lambda: str(stick) in box.what_is_there())
    assert "2 kendaraan" in box.what_is_there()
    assert english_shown(box) == []
    box.newest.click()
    wait_open(qtbot, window)
    qtbot.waitUntil(lambda: lookup.count_vehicles(window.database) == 2)


def test_an_older_copy_is_chosen_from_the_list_of_both_places(
    qtbot: QtBot, started: Callable[[Path], MainWindow], shop: Path, settings: QSettings, tmp_path: Path
) -> None:
    stick = Path(shutil.copytree(shop.parent / "backups", tmp_path / "stick"))
    keep_second_place(settings, stick, _NOW)
    shop.unlink()
    window = started(shop)
    box = box_of(qtbot, window)
    qtbot.waitUntil(lambda: box.table.copies.rowCount() == 4)
    assert [(made.vehicles, made.in_second_place) for made in box.table.copies.records()] == [
        (2, False),
        (2, True),
        (1, False),
        (1, True),
    ]
    assert box.newest.text() == "Pulihkan salinan terbaru"
    box.table.selectRow(3)
    assert box.newest.text() == "Pulihkan salinan ini"
    assert english_shown(box) == []
    assert unnamed(box) == []
    box.newest.click()
    wait_open(qtbot, window)
    qtbot.waitUntil(lambda: lookup.count_vehicles(window.database) == 1)


def test_a_shop_whose_stick_is_not_plugged_in_is_not_begun_anew_in_silence(
    qtbot: QtBot, started: Callable[[Path], MainWindow], shop: Path, settings: QSettings, tmp_path: Path
) -> None:
    shutil.rmtree(shop.parent / "backups")
    shop.unlink()
    keep_second_place(settings, tmp_path / "pulled", _NOW, shop)
    box = box_of(qtbot, started(shop))
    assert not shop.exists()
    assert "Pasang flashdisk" in box.what_is_there()
    assert not box.newest.isVisible()


def test_leaving_and_escape_only_say_so(qtbot: QtBot, shop: Path) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.show()
    for leave in (lambda box: box.leave.click(), lambda box: qtbot.keyClick(box, Qt.Key.Key_Escape)):
        box = RescueBox(shop, EmptyFile(str(shop)), ground)
        box.open()
        with qtbot.assertNotEmitted(box.copy_chosen), qtbot.waitSignal(box.left):
            leave(box)
        assert not box.isVisible()


def test_no_button_is_cut_with_large_letters(
    qtbot: QtBot, started: Callable[[Path], MainWindow], shop: Path
) -> None:
    shop.unlink()
    theme().apply(Scheme.LIGHT, 130)
    box = box_of(qtbot, started(shop))
    for button in box.findChildren(KeyButton):
        assert button.width() >= button.sizeHint().width(), button.text()


def test_without_any_copy_none_is_offered(
    qtbot: QtBot, started: Callable[[Path], MainWindow], shop: Path
) -> None:
    shutil.rmtree(shop.parent / "backups")
    _emptied(shop)
    box = box_of(qtbot, started(shop))
    assert not box.newest.isVisible()


def test_an_empty_shop_is_begun_only_when_it_is_asked_for(
    qtbot: QtBot, started: Callable[[Path], MainWindow], shop: Path
) -> None:
    shop.unlink()
    window = started(shop)
    box = box_of(qtbot, window)
    assert not shop.exists()
    assert box.anew is not None
    box.anew.click()
    wait_open(qtbot, window)
    assert lookup.count_vehicles(window.database) == 0
    assert len(backup.list_copies(shop)) == 2


def test_a_file_of_the_first_day_is_made_without_a_question(
    qtbot: QtBot, started: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    window = started(tmp_path / "data" / "toko.db")
    wait_open(qtbot, window)
    assert window.findChildren(RescueBox) == []


def test_a_damaged_file_is_not_replaced_by_an_empty_one(
    qtbot: QtBot, started: Callable[[Path], MainWindow], shop: Path
) -> None:
    _emptied(shop)
    box = box_of(qtbot, started(shop))
    assert box.anew is None
