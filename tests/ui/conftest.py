"""What tests of the window get: a dressed application in Indonesian, and a shell without a window."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QSettings, QSignalBlocker, Signal
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.base import i18n
from bengkel_crm.base.errors import ExpectedError
from bengkel_crm.ui.frame.jobs import JobRunner
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Scheme, Tone
from bengkel_crm.ui.shell.shell import Command, Page
from bengkel_crm.ui.window.openers import WindowOpeners
from bengkel_crm.words.messages import describe_error

if TYPE_CHECKING:
    from bengkel_crm.records.journal import Change
    from bengkel_crm.ui.widgets.staged import Staged
    from bengkel_crm.workshop.shop_file.shop_file import Database


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    theme().apply(Scheme.LIGHT, 100)
    i18n.set_language("id")
    yield
    theme().apply(Scheme.LIGHT, 100)
    i18n.set_language("id")


class NoStage(QObject):
    """Where no form waits: each is a window of its own."""

    changed = Signal()

    def front(self) -> "Staged | None":
        return None

    def show_form(self, form: "Staged") -> None:
        form.open()

    def bring(self, key: str) -> bool:
        return False

    def park(self) -> None:
        """There is nothing to be parked."""

    def turn(self) -> None:
        """No form waits here."""

    def parked_keys(self) -> list[str]:
        return []

    def waiting_title(self, key: str) -> str:
        return ""

    def drop(self, key: str) -> None:
        """No form waits here."""


class BareShell(QObject):
    """A `Shell` that remembers what it was asked."""

    changed = Signal(object)

    def __init__(self, settings: QSettings, database: "Database | None" = None) -> None:
        super().__init__()
        self._database = database
        self.settings = settings
        self.jobs = JobRunner(self)
        self.forms = NoStage(self)
        self.openers = WindowOpeners(self)
        self.messages: list[tuple[str, Tone]] = []
        self.opened_cards: list[int] = []
        self.went_to: list[str] = []
        self.undo: Callable[[], None] | None = None

    @property
    def database(self) -> "Database":
        assert self._database is not None
        return self._database

    @property
    def is_open(self) -> bool:
        return self._database is not None

    def announce(self, change: "Change") -> None:
        self.changed.emit(change)

    def show_message(self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        self.messages.append((text, tone))
        self.undo = undo

    def show_error(self, error: Exception) -> None:
        self.show_message(describe_error(error), Tone.BAD)

    @contextmanager
    def showing_errors(self) -> Iterator[None]:
        try:
            yield
        except ExpectedError as error:
            self.show_error(error)

    def open_card(self, vehicle_id: int) -> None:
        self.opened_cards.append(vehicle_id)

    def hold_keys(self) -> None:
        """The file is open, or never will be."""

    def go(self, page_key: str) -> Page:
        self.went_to.append(page_key)
        return Page(self)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def shell(settings: QSettings, database: "Database") -> BareShell:
    """A shell with an open, empty shop file."""
    return BareShell(settings, database)


@pytest.fixture
def closed_shell(settings: QSettings) -> BareShell:
    """A shell whose shop file is not open yet."""
    return BareShell(settings)


class CountingPage(Page):
    """A page that says what was asked of it."""

    built = 0

    def __init__(self, shell: "BareShell") -> None:
        super().__init__(shell)
        type(self).built += 1
        self.asked: list[str] = []

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        return {
            Command.FIND: lambda: self.asked.append("find"),
            Command.NEW_WORK_ORDER: lambda: self.asked.append("new work order"),
        }

    def shop_opened(self) -> None:
        self.asked.append("shop opened")

    def come_to_front(self) -> None:
        self.asked.append("front")

    def open_card(self, vehicle_id: int) -> None:
        self.asked.append(f"card {vehicle_id}")


class SilentPage(Page):
    """A page that offers nothing."""


class Clock:
    """The PC's clock, turned by hand; the shop's file goes by it, too."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def turn(self, now: datetime) -> None:
        """Let it be another moment, and let the program look at the clock."""
        self.now = now
        today().look()


@pytest.fixture
def clock(database: "Database") -> Iterator[Clock]:
    """A clock that stands at ten to midnight on the last of November."""
    made, before = Clock(datetime(2026, 11, 30, 23, 50)), today().clock
    database.clock = made

    def begin(clock: Callable[[], datetime]) -> None:
        today().clock = clock
        with QSignalBlocker(today()):
            today().look()

    begin(made)
    yield made
    begin(before)


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """The window a form belongs to: a form deletes itself when it is done."""
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    window.show()
    return window
