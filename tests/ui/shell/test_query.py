"""Reading: at once when it is quick, away from the window when it is not, the latest question only."""

from threading import Event, get_ident

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from bengkel_crm.base.errors import DiskFull
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.query import Query
from bengkel_crm.workshop.lists.lists import Check
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.ui.conftest import BareShell


class Asker(QObject):
    def __init__(self, shell: BareShell) -> None:
        super().__init__()
        self.query: Query[str] = Query(shell, "test", self)
        self.answers: list[str] = []
        self.query.answered.connect(self.answers.append)


class Slow:
    """Takes as long as its asker lets it, then until it is let go."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.let_go = Event()
        self.begun = Event()
        self.window_thread = get_ident()

    def __call__(self, database: Database, check: Check) -> str:
        if get_ident() == self.window_thread:
            while True:
                check()
        self.begun.set()
        while not self.let_go.wait(0.001):
            check()
        return self.answer


def test_a_quick_answer_is_there_at_once(qtbot: QtBot, shell: BareShell) -> None:
    asker = Asker(shell)
    asker.query.ask(lambda database, check: "quick")
    assert asker.answers == ["quick"]
    assert not asker.query.is_waiting()


def test_a_slow_answer_comes_later_and_the_window_is_told(qtbot: QtBot, shell: BareShell) -> None:
    asker, slow = Asker(shell), Slow("slow")
    waits: list[bool] = []
    asker.query.waiting.connect(waits.append)
    asker.query.ask(slow, patience_seconds=0.01)
    assert asker.answers == []
    assert asker.query.is_waiting()
    slow.let_go.set()
    qtbot.waitUntil(lambda: asker.answers == ["slow"])
    assert waits == [False, True, False]


def test_a_question_overtaken_by_another_is_dropped(qtbot: QtBot, shell: BareShell) -> None:
    asker, first, second = Asker(shell), Slow("first"), Slow("second")
    asker.query.ask(first, patience_seconds=0.01)
    qtbot.waitUntil(first.begun.is_set)
    asker.query.ask(second, patience_seconds=0.01)
    second.let_go.set()
    qtbot.waitUntil(lambda: asker.answers == ["second"])
    assert not asker.query.is_waiting()


def test_a_quick_question_overtakes_a_slow_one(qtbot: QtBot, shell: BareShell) -> None:
    asker, slow = Asker(shell), Slow("slow")
    asker.query.ask(slow, patience_seconds=0.01)
    asker.query.ask(lambda database, check: "quick")
    slow.let_go.set()
    qtbot.waitUntil(lambda: not shell.jobs.is_busy())
    assert asker.answers == ["quick"]


def test_closing_the_window_ends_the_reading_for_good(qtbot: QtBot, shell: BareShell) -> None:
    asker, slow = Asker(shell), Slow("slow")
    asker.query.ask(slow, patience_seconds=0.01)
    qtbot.waitUntil(slow.begun.is_set)
    assert shell.jobs.cancel_all()
    qtbot.waitUntil(lambda: not shell.jobs.is_busy())
    assert asker.answers == []
    assert not asker.query.is_waiting()


def test_a_file_that_can_not_be_read_is_told(qtbot: QtBot, shell: BareShell) -> None:
    def broken(database: Database, check: Check) -> str:
        raise DiskFull("toko.db")

    asker = Asker(shell)
    asker.query.ask(broken)
    assert shell.messages[-1][1] is Tone.BAD
    assert asker.answers == []


def test_what_is_known_to_be_long_is_read_away_from_the_window(qtbot: QtBot, shell: BareShell) -> None:
    asker = Asker(shell)
    asker.query.ask_away(lambda database, check: str(get_ident()))
    assert asker.answers == []
    assert asker.query.is_waiting()
    qtbot.waitUntil(lambda: len(asker.answers) == 1)
    assert asker.answers != [str(get_ident())]
    assert not asker.query.is_waiting()


def test_of_what_is_asked_while_one_is_read_only_the_last_is_answered(qtbot: QtBot, shell: BareShell) -> None:
    asker, first = Asker(shell), Slow("first")
    asker.query.ask_away(first)
    qtbot.waitUntil(first.begun.is_set)
    asker.query.ask_away(lambda database, check: "second")
    asker.query.ask_away(lambda database, check: "third")
    qtbot.waitUntil(lambda: asker.answers == ["third"])
    assert not shell.jobs.is_busy()


def test_nobody_is_asked_to_wait_for_what_is_there_soon(qtbot: QtBot, shell: BareShell) -> None:
    asker, slow = Asker(shell), Slow("slow")
    waits: list[bool] = []
    asker.query.waiting.connect(waits.append)
    asker.query.ask_away(lambda database, check: "soon")
    qtbot.waitUntil(lambda: asker.answers == ["soon"])
    assert waits == [False]
    asker.query.ask_away(slow)
    qtbot.waitUntil(lambda: waits == [False, True])
    slow.let_go.set()
    qtbot.waitUntil(lambda: waits == [False, True, False])
