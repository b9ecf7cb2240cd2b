"""Long work: how far it is, stopped when asked, its answer or what went wrong told in the window."""

from threading import Event, get_ident

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from bengkel_crm.base.errors import Cancelled, DiskFull
from bengkel_crm.base.progress import Progress
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.ui.widgets.progress_bar import ProgressBar
from bengkel_crm.workshop.counter.lookup import count_vehicles
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle
from tests.ui.conftest import BareShell


class Page(QObject):
    """Has one task, and keeps what it hears of it."""

    def __init__(self, shell: BareShell, name: str = "test") -> None:
        super().__init__()
        self.task = Task(shell, name, self)
        self.heard: list[object] = []
        self.task.changed.connect(self.heard.append)

    def hear(self, answer: object) -> None:
        self.heard.append(answer)


class Patient:
    """Works until it is let go or cancelled, half done meanwhile."""

    def __init__(self) -> None:
        self.begun, self.let_go = Event(), Event()

    def __call__(self, database: Database, progress: Progress) -> str:
        self.begun.set()
        while not self.let_go.wait(0.001):
            progress(1, 2)
        return "done"


def idle(qtbot: QtBot, shell: BareShell) -> None:
    qtbot.waitUntil(lambda: not shell.jobs.is_busy())


def test_work_sees_the_shop_file_away_from_the_window(
    qtbot: QtBot, shell: BareShell, database: Database
) -> None:
    page = Page(shell)
    make_vehicle(database)
    window = get_ident()
    page.task.start(lambda database, _: (count_vehicles(database), get_ident() != window), page.hear)
    assert page.task.is_under_way()
    idle(qtbot, shell)
    assert page.heard == [True, False, (1, True)]
    assert not page.task.is_under_way()


def test_a_bar_is_there_as_long_as_the_work(qtbot: QtBot, shell: BareShell) -> None:
    page, patient, bar = Page(shell), Patient(), ProgressBar()
    qtbot.addWidget(bar)
    page.task.show_on(bar)
    assert not bar.isVisible()
    page.task.start(patient, page.hear)
    assert bar.isVisible()
    assert bar.maximum() == 0
    qtbot.waitUntil(lambda: bar.maximum() > 0 and 2 * bar.value() == bar.maximum())
    patient.let_go.set()
    idle(qtbot, shell)
    assert not bar.isVisible()


def test_what_is_cancelled_tells_so(qtbot: QtBot, shell: BareShell) -> None:
    page, patient = Page(shell), Patient()
    page.task.start(patient, page.hear, page.hear)
    page.task.cancel()
    idle(qtbot, shell)
    assert [type(told) for told in page.heard] == [bool, bool, Cancelled]


def test_what_went_wrong_is_told_in_a_message(qtbot: QtBot, shell: BareShell) -> None:
    def fail(_: Progress) -> None:
        raise DiskFull("toko.db")

    page = Page(shell)
    page.task.start_bare(fail, page.hear)
    idle(qtbot, shell)
    assert page.heard == [True, False]
    assert shell.messages[-1][1] is Tone.BAD


def test_a_second_of_the_same_name_is_refused_until_the_first_is_over(qtbot: QtBot, shell: BareShell) -> None:
    page, other, patient = Page(shell), Page(shell), Patient()
    assert page.task.start(patient, page.hear)
    assert not other.task.start(patient, other.hear)
    patient.let_go.set()
    idle(qtbot, shell)
    assert other.task.start(patient, other.hear)
    idle(qtbot, shell)
    assert other.heard == [True, False, "done"]


def test_what_was_dropped_answers_nobody_and_stands_in_nobodys_way(qtbot: QtBot, shell: BareShell) -> None:
    page, dropped, kept = Page(shell), Patient(), Patient()
    page.task.start(dropped, page.hear, page.hear)
    page.task.drop()
    dropped.let_go.set()
    kept.let_go.set()
    assert page.task.start(kept, page.hear)
    idle(qtbot, shell)
    assert page.heard == [True, True, False, "done"]
