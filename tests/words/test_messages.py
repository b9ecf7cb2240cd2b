"""Every expected error has words of its own."""

import inspect
from collections.abc import Iterator

import pytest

from bengkel_crm.base import errors, i18n
from bengkel_crm.base.languages import language_codes
from bengkel_crm.records.journal import Change
from bengkel_crm.schema.tables import TABLES
from bengkel_crm.words.messages import describe_change, describe_error, describe_undone

GENERAL = (errors.ExpectedError, errors.ShopFileError, errors.BookError)


def _samples() -> Iterator[errors.ExpectedError]:
    for _, kind in inspect.getmembers(errors, inspect.isclass):
        if issubclass(kind, errors.ExpectedError) and kind not in GENERAL:
            plain = kind.__init__ is Exception.__init__
            wanted = [] if plain else list(inspect.signature(kind.__init__).parameters)[1:]
            yield kind(*(1 if name == "vehicle_id" else f"<{name}>" for name in wanted))


SAMPLES = list(_samples())


@pytest.mark.parametrize("language", language_codes())
@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
def test_every_expected_error_has_a_sentence_of_its_own(error: errors.ExpectedError, language: str) -> None:
    i18n.set_language(language)
    words = describe_error(error)
    assert words.endswith(".")
    assert words != describe_error(errors.ExpectedError()), "only the general sentence"
    others = [describe_error(other) for other in SAMPLES if other is not error]
    assert words not in others


@pytest.mark.parametrize("error", SAMPLES, ids=lambda error: type(error).__name__)
def test_a_sentence_names_the_file_it_is_about(error: errors.ExpectedError) -> None:
    i18n.set_language("id")
    if isinstance(error, errors.ShopFileError | errors.BookError):
        assert "<path>" in describe_error(error)


def test_a_bug_is_told_without_its_technical_words() -> None:
    i18n.set_language("id")
    assert "ZeroDivisionError" not in describe_error(ZeroDivisionError("division by zero"))


def test_a_path_with_braces_is_only_a_path() -> None:
    assert "{0}.db" in describe_error(errors.DiskFull("{0}.db"))


def test_a_field_is_named_as_the_form_names_it() -> None:
    i18n.set_language("id")
    assert "nopol" in describe_error(errors.MissingField("plate"))
    assert "kilometer" in describe_error(errors.InvalidValue("odometer_km", "abc"))


def test_every_text_that_may_be_too_long_is_named_in_the_words_of_the_clerk() -> None:
    i18n.set_language("id")
    told = {}
    for table in TABLES.values():
        for name, one in table.stored.items():
            if one.longest is not None and table.is_exchanged:
                told[name] = describe_error(errors.TooLong(name, 9, 8)).partition(":")[0]
    i18n.set_language("en")
    assert told["color"] == "Warna"
    assert told["honorific"] == "Sapaan"
    # Nobody reads the name of a column.
    assert [name for name, words in told.items() if words == name.replace("_", " ") or "_" in words] == []


def test_a_change_says_what_was_done_and_to_whom() -> None:
    i18n.set_language("id")
    change = Change(1, "work_order_added", "B 3472 KZR")
    assert describe_change(change) == "B 3472 KZR: servis tersimpan"
    assert describe_undone(change) == "B 3472 KZR: servis baru diurungkan"
    assert describe_change(Change(1, "note_removed", "")) == "Catatan dipindahkan ke tempat sampah"
