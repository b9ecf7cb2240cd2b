"""Whatever goes into the shop's own export has a title and, where it is one of a few, a word for each."""

from collections.abc import Iterator

import pytest

from bengkel_crm.base import i18n
from bengkel_crm.db.exchange import exports
from bengkel_crm.schema.exchanged import OWN_LISTS, declared, holds
from bengkel_crm.schema.fields import Holds
from bengkel_crm.workshop.exchange.own.own_words import sheet_title, title_of, words_of
from bengkel_crm.workshop.shop_file.shop_file import Database


@pytest.fixture(autouse=True, params=["en", "id"])
def _language(request: pytest.FixtureRequest) -> Iterator[None]:
    i18n.set_language(request.param)
    yield
    i18n.set_language("en")


@pytest.mark.parametrize("table", OWN_LISTS)
def test_no_two_columns_of_a_sheet_have_one_title(database: Database, table: str) -> None:
    columns = exports.open_listing(database, table).columns
    titles = [title_of(table, column) for column in columns]
    assert all(titles)
    assert len({title.casefold() for title in titles}) == len(titles)


def test_no_two_sheets_have_one_title() -> None:
    titles = [sheet_title(table, in_bin) for table in OWN_LISTS for in_bin in (False, True)]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("table", OWN_LISTS)
def test_each_value_of_a_few_has_a_word_of_its_own(table: str) -> None:
    for column in OWN_LISTS[table].columns:
        words = words_of(table, column)
        if holds(table, column) is not Holds.CODE:
            assert words == {}
            continue
        choices = declared(table, column).choices
        assert set(words) == ({"0", "1"} if choices is None else {choice.value for choice in choices}), column
        assert len({word.casefold() for word in words.values()}) == len(words), column
