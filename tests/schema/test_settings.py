"""A setting is declared before anybody keeps it."""

import pytest

from bengkel_crm.db.settings import settings
from bengkel_crm.db.settings.settings import find_setting, read_number, set_setting
from bengkel_crm.schema.settings import ANSWER_DAYS, LETTERS, OF_PAPERS, SHOP_ID, find_declared
from bengkel_crm.workshop.settings.settings import change_number, change_settings
from bengkel_crm.workshop.shop_file.shop_file import Database


def test_a_key_that_nobody_declared_is_not_written(database: Database) -> None:
    with pytest.raises(KeyError):
        set_setting(database, "colour_of_the_door", "green")
    with pytest.raises(KeyError):
        change_settings(database, {"colour_of_the_door": "green"})
    assert find_setting(database, "colour_of_the_door") is None


def test_a_number_is_what_is_declared_until_somebody_says_otherwise(database: Database) -> None:
    assert read_number(database, ANSWER_DAYS) == ANSWER_DAYS.default
    change_number(database, ANSWER_DAYS, 45)
    assert read_number(database, ANSWER_DAYS) == 45
    change_number(database, ANSWER_DAYS, 0)
    assert read_number(database, ANSWER_DAYS) == ANSWER_DAYS.least


def test_a_member_of_a_family_is_declared_by_the_beginning_of_its_key() -> None:
    assert find_declared(LETTERS.member("whatsapp")) is LETTERS
    assert find_declared("texts") is None


def test_what_belongs_to_one_file_stays_there_and_what_is_of_the_shop_goes_along(database: Database) -> None:
    assert not SHOP_ID.is_exchanged
    assert settings.shop_id(database) == find_setting(database, SHOP_ID.key)
    assert all(one.is_exchanged and one.longest for one in OF_PAPERS)
