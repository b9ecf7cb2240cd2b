"""The way through the wizard, without a window: where each act leads."""

from pathlib import Path

import pytest

from bengkel_crm.ui.exchange.course import Course
from bengkel_crm.ui.exchange.session import ImportSession
from bengkel_crm.ui.exchange.stages import UNDER_WAY, Stage
from bengkel_crm.ui.exchange.tasks import checking, opening
from bengkel_crm.workshop.exchange import Book
from bengkel_crm.workshop.shop_file.shop_file import Database


def in_silence(_done: int, _total: int) -> None:
    """Nobody looks how far it is."""


def read(session: ImportSession, database: Database) -> Book:
    opened = opening(session.path, None)(database, in_silence)
    session.start(opened.book, opened.tables, is_put_back=opened.is_put_back)
    return opened.book


@pytest.fixture
def session(book: Path) -> ImportSession:
    """A session that has read nothing yet."""
    return ImportSession(book)


@pytest.fixture
def course(session: ImportSession) -> Course:
    return Course(session)


def way(course: Course) -> list[Stage | None]:
    """Return where the primary button leads from each of the four steps."""
    led: list[Stage | None] = []
    for course.stage in (Stage.FILE, Stage.MAPPING, Stage.CHECK, Stage.RESULT):
        led.append(course.onward())
    return led


def test_a_book_that_is_recognised_skips_the_first_step_but_once(
    session: ImportSession, course: Course, database: Database
) -> None:
    read(session, database)
    assert course.after_reading(is_first=True) is Stage.MAPPING
    assert course.after_reading(is_first=False) is Stage.FILE


def test_a_check_without_news_leads_out_and_one_with_news_to_saving(
    session: ImportSession, course: Course, database: Database
) -> None:
    book = read(session, database)
    assert way(course) == [Stage.MAPPING, Stage.CHECKING, None, None]
    session.report = checking(book, session.choices())(database, in_silence)
    assert way(course) == [Stage.MAPPING, Stage.CHECKING, Stage.SAVING, None]


def test_a_book_that_is_put_back_never_passes_the_columns(session: ImportSession, course: Course) -> None:
    session.is_put_back = True
    assert course.after_reading(is_first=True) is Stage.CHECKING
    assert way(course)[0] is Stage.CHECKING
    course.stage = Stage.CHECK
    assert course.back() is Stage.FILE
    assert course.after_failure() is Stage.FILE
    assert (course.by_pill(0), course.by_pill(1)) == (Stage.FILE, None)


def test_back_and_the_pills_lead_to_the_steps_that_were_passed(course: Course) -> None:
    course.stage = Stage.CHECK
    assert course.back() is Stage.MAPPING
    assert [course.by_pill(place) for place in range(4)] == [Stage.FILE, Stage.MAPPING, None, None]
    course.stage = Stage.RESULT
    assert course.back() is None
    assert [course.by_pill(place) for place in range(4)] == [None] * 4


def test_a_job_that_fails_falls_back_to_the_step_it_was_begun_from(course: Course) -> None:
    fell: dict[Stage, Stage] = {}
    for stage in (Stage.OPENING, Stage.CHECKING, Stage.CHECK, Stage.SAVING, Stage.UNDOING):
        course.stage = stage
        fell[stage] = course.after_failure()
    assert fell == {
        Stage.OPENING: Stage.FILE,
        Stage.CHECKING: Stage.MAPPING,
        Stage.CHECK: Stage.MAPPING,
        Stage.SAVING: Stage.CHECK,
        Stage.UNDOING: Stage.RESULT,
    }


def test_every_job_but_taking_back_may_be_cancelled(course: Course) -> None:
    may: set[Stage] = set()
    for stage in Stage:
        course.stage = stage
        if course.may_cancel():
            may.add(stage)
    assert may == UNDER_WAY - {Stage.UNDOING}


def test_only_the_first_reading_ends_the_wizard_when_it_is_cancelled(
    session: ImportSession, course: Course, database: Database
) -> None:
    assert course.ends_when_cancelled()
    read(session, database)
    assert not course.ends_when_cancelled()


def test_handwork_is_lost_until_the_book_is_taken_over(session: ImportSession, course: Course) -> None:
    course.stage = Stage.CHECK
    assert not course.would_lose_handwork()
    session.left_out.add(("Buku", 5))
    assert course.would_lose_handwork()
    course.stage = Stage.RESULT
    assert not course.would_lose_handwork()
