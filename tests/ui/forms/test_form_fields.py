"""A field declared once is in the drafts, under the problems, and among what others may have written."""

import pytest
from pytestqt.qtbot import QtBot

from bengkel_crm.base import errors
from bengkel_crm.ui.forms.form_fields import FormFields
from bengkel_crm.ui.widgets.amount_edits import YearEdit
from bengkel_crm.ui.widgets.line_edit import LineEdit


@pytest.fixture
def fields(qtbot: QtBot) -> FormFields:
    made = FormFields()
    for column, label, edit, key in (
        ("color", "Warna", LineEdit(), ""),
        ("year", "Tahun", YearEdit(), "made_in"),
    ):
        qtbot.addWidget(made.declare(column, label, edit, key))
    return made


def test_a_draft_keeps_what_was_typed_under_its_own_key(fields: FormFields) -> None:
    fields.set_state({"color": "merah", "made_in": "2019"})
    assert fields.state() == {"color": "merah", "made_in": "2019"}


def test_a_draft_older_than_a_field_leaves_it_blank(fields: FormFields) -> None:
    fields.set_state({"color": "merah"})
    assert fields.state() == {"color": "merah", "made_in": ""}


def test_what_is_typed_is_told(qtbot: QtBot, fields: FormFields) -> None:
    with qtbot.waitSignal(fields.changed):
        qtbot.keyClicks(fields.fields["color"].editor, "m")
    assert not fields.is_blank()


def test_what_can_not_be_read_names_its_column(fields: FormFields) -> None:
    fields.set_state({"made_in": "20"})
    edit = fields.fields["year"].editor
    assert isinstance(edit, YearEdit)
    with pytest.raises(errors.InvalidValue) as problem:
        fields.read("year", edit.amount)
    assert problem.value.field == "year"


def test_a_field_is_spoken_by_its_label_and_brought_together_by_its_key(fields: FormFields) -> None:
    assert fields.fields["color"].editor.accessibleName() == "Warna"
    assert [(part.label, part.keys) for part in fields.parts()] == [
        ("Warna", ("color",)),
        ("Tahun", ("made_in",)),
    ]
