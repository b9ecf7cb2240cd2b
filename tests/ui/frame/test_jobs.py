"""Longer work: its results, its reports, its end."""

import gc
import sys
import threading
import weakref
from collections.abc import Iterator
from types import TracebackType

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from bengkel_crm.base.errors import Cancelled, DiskFull
from bengkel_crm.base.progress import Progress
from bengkel_crm.ui.frame.jobs import JobRunner


@pytest.fixture
def runner() -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    assert made.cancel_all()


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.reports: list[tuple[int, int]] = []
        self.threads: set[QThread] = set()

    def done(self, result: object) -> None:
        self.threads.add(QThread.currentThread())
        self.results.append(result)

    def failed(self, error: Exception) -> None:
        self.threads.add(QThread.currentThread())
        self.errors.append(error)

    def progressed(self, done: int, total: int) -> None:
        self.threads.add(QThread.currentThread())
        self.reports.append((done, total))


def test_a_result_arrives_on_the_gui_thread(qtbot: QtBot, runner: JobRunner) -> None:
    listener = Listener()
    where: list[int] = []

    def work(progress: Progress) -> int:
        where.append(threading.get_ident())
        progress(1, 2)
        return 42

    runner.start(work, on_done=listener.done, on_failed=listener.failed, name="sum")
    qtbot.waitUntil(lambda: listener.results == [42])
    assert where != [threading.get_ident()]
    assert listener.threads == {listener.thread()}


def test_a_hundred_results_that_are_there_at_once_all_arrive(qtbot: QtBot, runner: JobRunner) -> None:
    listener = Listener()
    for number in range(100):
        runner.start(
            lambda progress, number=number: number,
            on_done=listener.done,
            on_failed=listener.failed,
            name=f"job {number}",
        )
    qtbot.waitUntil(lambda: len(listener.results) == 100)
    assert sorted(listener.results) == list(range(100))


def test_sums_beyond_two_billion_arrive_whole(qtbot: QtBot, runner: JobRunner) -> None:
    listener = Listener()
    runner.start(lambda progress: 5_000_000_000, on_done=listener.done, on_failed=listener.failed, name="sum")
    qtbot.waitUntil(lambda: listener.results == [5_000_000_000])


def test_an_expected_error_reaches_the_page(qtbot: QtBot, runner: JobRunner) -> None:
    listener = Listener()

    def work(progress: Progress) -> None:
        raise DiskFull("toko.db")

    runner.start(work, on_done=listener.done, on_failed=listener.failed, name="save")
    qtbot.waitUntil(lambda: len(listener.errors) == 1)
    assert isinstance(listener.errors[0], DiskFull)
    assert listener.threads == {listener.thread()}


def test_a_bug_in_a_job_reaches_the_page_and_the_crash_dialog(
    qtbot: QtBot, runner: JobRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes: list[type[BaseException]] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        crashes.append(kind)

    monkeypatch.setattr(sys, "excepthook", hook)
    listener = Listener()
    runner.start(lambda progress: 1 // 0, on_done=listener.done, on_failed=listener.failed, name="bug")
    qtbot.waitUntil(lambda: crashes == [ZeroDivisionError])
    assert isinstance(listener.errors[0], ZeroDivisionError)
    assert not runner.is_busy()


def test_cancel_is_felt_at_the_next_report(qtbot: QtBot, runner: JobRunner) -> None:
    listener = Listener()
    under_way = threading.Event()
    go_on = threading.Event()
    after: list[int] = []

    def work(progress: Progress) -> None:
        under_way.set()
        go_on.wait(5)
        progress(1, 10)
        after.append(1)

    job = runner.start(work, on_done=listener.done, on_failed=listener.failed, name="import")
    assert job is not None
    assert under_way.wait(5)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: len(listener.errors) == 1)
    assert isinstance(listener.errors[0], Cancelled)
    assert after == []


def test_a_job_cancelled_before_it_began_does_nothing(qtbot: QtBot, runner: JobRunner) -> None:
    listener = Listener()
    worked: list[int] = []
    hold = threading.Event()
    for name in ("one", "two"):
        runner.start(
            lambda progress: hold.wait(5), on_done=listener.done, on_failed=listener.failed, name=name
        )
    waiting = runner.start(
        lambda progress: worked.append(1), on_done=listener.done, on_failed=listener.failed, name="three"
    )
    assert waiting is not None
    waiting.cancel()
    hold.set()
    qtbot.waitUntil(lambda: not runner.is_busy())
    assert worked == []


def test_only_one_job_of_a_name_runs(qtbot: QtBot, runner: JobRunner) -> None:
    listener = Listener()
    hold = threading.Event()
    first = runner.start(
        lambda progress: hold.wait(5), on_done=listener.done, on_failed=listener.failed, name="import"
    )
    second = runner.start(lambda progress: 2, on_done=listener.done, on_failed=listener.failed, name="import")
    assert first is not None
    assert second is None
    assert runner.find("import") is first
    hold.set()
    qtbot.waitUntil(lambda: not runner.is_busy())
    again = runner.start(lambda progress: 3, on_done=listener.done, on_failed=listener.failed, name="import")
    assert again is not None
    qtbot.waitUntil(lambda: 3 in listener.results)


def test_a_million_reports_do_not_flood_the_window(qtbot: QtBot, runner: JobRunner) -> None:
    listener = Listener()

    def work(progress: Progress) -> str:
        for number in range(100_000):
            progress(number + 1, 100_000)
        return "done"

    runner.start(
        work, on_done=listener.done, on_failed=listener.failed, on_progress=listener.progressed, name="count"
    )
    qtbot.waitUntil(lambda: listener.results == ["done"], timeout=20_000)
    assert len(listener.reports) < 1_000
    assert listener.reports[-1] == (100_000, 100_000)


def test_a_page_that_is_gone_is_not_called(qtbot: QtBot, runner: JobRunner) -> None:
    label = QLabel()
    told: list[object] = []
    hold = threading.Event()
    runner.start(lambda progress: hold.wait(5), on_done=label.setText, on_failed=told.append, name="late")
    label.deleteLater()
    with qtbot.waitSignal(label.destroyed):
        pass
    hold.set()
    qtbot.waitUntil(lambda: not runner.is_busy())
    assert told == []


def test_closing_asks_every_job_to_stop(qtbot: QtBot, runner: JobRunner) -> None:
    listener = Listener()
    under_way = threading.Event()

    def work(progress: Progress) -> None:
        while True:
            under_way.set()
            progress(0, 1)

    runner.start(work, on_done=listener.done, on_failed=listener.failed, name="endless")
    assert under_way.wait(5)
    assert runner.cancel_all(5_000)
    qtbot.waitUntil(lambda: len(listener.errors) == 1)


@pytest.mark.parametrize("outcome", ["done", "failed", "cancelled", "dropped"])
def test_nothing_of_two_hundred_jobs_stays(qtbot: QtBot, runner: JobRunner, outcome: str) -> None:
    held: weakref.WeakSet[QObject] = weakref.WeakSet()
    over: list[object] = []

    class Brought(QObject):
        pass

    def work(progress: Progress) -> Brought:
        brought = Brought()
        held.add(brought)
        if outcome == "failed":
            raise DiskFull("toko.db")
        progress(1, 1)
        return brought

    def start(number: int) -> None:
        waits = Brought()
        held.add(waits)

        def end(_: object) -> None:
            assert waits
            over.append(None)

        job = runner.start(work, on_done=end, on_failed=end, name=f"job {number}")
        assert job is not None
        held.add(job)
        if outcome == "cancelled":
            job.cancel()
        if outcome == "dropped":
            job.drop()

    for number in range(200):
        start(number)
    qtbot.waitUntil(lambda: not runner.is_busy())
    assert len(over) == (0 if outcome == "dropped" else 200)
    # What a traceback ties in a circle is found by the collector, as everywhere.
    gc.collect()
    qtbot.waitUntil(lambda: not held)
