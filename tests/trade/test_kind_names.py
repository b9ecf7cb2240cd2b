"""What the shipped kinds of work are called, in each language."""

import pytest

from bengkel_crm.base.languages import language_codes
from bengkel_crm.trade.job_kinds import load_shipped
from bengkel_crm.trade.kind_names import kind_name_in, shipped_names


@pytest.mark.parametrize("language", language_codes())
def test_every_language_names_every_shipped_kind_once(language: str) -> None:
    names = shipped_names(language)
    assert list(names) == [kind.code for kind in load_shipped()]
    assert all(names.values())
    assert len(set(names.values())) == len(names)


def test_a_shipped_kind_is_named_in_the_readers_language_and_a_shops_own_is_not() -> None:
    assert kind_name_in("Ganti oli mesin", "en") == "Engine oil change"
    assert kind_name_in("Ganti oli mesin", "id") == "Ganti oli mesin"
    assert kind_name_in("Poles bodi", "en") == "Poles bodi"
