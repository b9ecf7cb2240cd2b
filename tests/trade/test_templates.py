"""The shop's own texts with fields in braces."""

from hypothesis import given
from hypothesis import strategies as st

from bengkel_crm.trade.templates import FIELDS, Placeholder, fill, wrong_fields

VALUES = {Placeholder.NAME: "Sri {Wulandari}", Placeholder.PLATE: "B 3472 KZR"}


def test_fields_are_filled_whatever_their_case() -> None:
    assert fill("Halo {nama}, {PLAT}!", VALUES) == "Halo Sri {Wulandari}, B 3472 KZR!"


def test_a_field_without_a_value_leaves_no_double_space() -> None:
    assert fill("Yth. {sapaan} {nama}", VALUES) == "Yth. Sri {Wulandari}"


def test_a_wrong_field_stays_as_written_and_is_named() -> None:
    assert fill("Halo {naam}", VALUES) == "Halo {naam}"
    assert wrong_fields("Halo {naam}, {plat} {") == ("{naam}", "{")


def test_doubled_braces_are_braces() -> None:
    assert fill("{{nama}}", VALUES) == "{nama}"
    assert wrong_fields("{{nama}}") == ()


def test_every_field_there_is_is_known() -> None:
    assert wrong_fields(" ".join(f"{{{name}}}" for name in FIELDS)) == ()


@given(st.text(max_size=200))
def test_any_text_can_be_filled(text: str) -> None:
    filled = fill(text, VALUES)
    if "{" not in text and "}" not in text:
        assert "".join(filled.split()) == "".join(text.split())
