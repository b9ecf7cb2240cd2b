"""The full-text table answers in the order of its places, and forgets what it is told to."""

import pytest

from bengkel_crm.db.engine import search_table
from bengkel_crm.db.engine.search_table import begins, either, every, whole, within
from bengkel_crm.workshop.shop_file.shop_file import Database


@pytest.fixture
def filled(database: Database) -> Database:
    search_table.add_words(
        database,
        ("plate", "name"),
        [(30, "b1234xyz 1234xyz", "agus santoso"), (10, "b12ab", "santi agus"), (20, "d99x", "b1234xyz")],
    )
    return database


@pytest.mark.parametrize(
    ("question", "places"),
    [
        (whole("agus"), [10, 30]),
        (whole("agu"), []),
        (begins("sant"), [10, 30]),
        (within(("plate",), begins("b12")), [10, 30]),
        (begins("b12"), [10, 20, 30]),
        (every((whole("agus"), begins("santo"))), [30]),
        (either((whole("d99x"), whole("b12ab"))), [10, 20]),
        (within(("plate", "name"), every((begins("b1234"), either(map(whole, ("agus", "budi")))))), [30]),
        (every((within(("plate",), whole("b1234xyz")), within(("name",), whole("agus")))), [30]),
    ],
)
def test_a_question_finds_the_places_it_is_true_of_the_smallest_first(
    filled: Database, question: str, places: list[int]
) -> None:
    assert search_table.find_every_place(filled, question) == places
    assert search_table.find_places(filled, question, limit=1) == places[:1]
    assert [place for place in (10, 20, 30) if search_table.is_true_of(filled, question, place)] == places


def test_places_that_are_forgotten_are_found_no_more(filled: Database) -> None:
    search_table.forget_places(filled, [30, 10])
    assert search_table.list_places(filled) == {20}
    assert search_table.find_every_place(filled, whole("agus")) == []
    search_table.clear(filled)
    assert search_table.list_places(filled) == set()


def test_the_mark_of_a_place_tells_its_words_and_their_columns(filled: Database) -> None:
    marks = search_table.word_marks(filled)
    assert marks.keys() == {10, 20, 30}
    assert marks[20] == hash(("plate", "d99x")) + hash(("name", "b1234xyz"))
