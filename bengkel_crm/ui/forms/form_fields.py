"""The fields of a form, each declared once."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from bengkel_crm.base import errors
from bengkel_crm.ui.forms.draft_keeper import State
from bengkel_crm.ui.forms.meanwhile import Part
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.ui.widgets.line_edit import TextBox

T = TypeVar("T")
Edit = QLineEdit | TextBox


class FormFields(QObject):
    """A part of a form; owns no layout.

    From what is declared here follow the drafts, the lengths (`fields` by their columns), what a problem is
    marked at, and what is brought together when others wrote meanwhile.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self._edits: dict[str, Edit] = {}

    def declare(self, column: str, label: str, edit: Edit, draft_key: str = "") -> Field:
        """Return a new field of a column; in drafts it has a key of its own where that is older."""
        field = self.fields[column] = Field(label, edit)
        self._edits[draft_key or column] = edit
        edit.textChanged.connect(self.on_typed)
        return field

    def on_typed(self) -> None:
        """Called when the text of a field is another."""
        self.changed.emit()

    def read(self, column: str, read: Callable[[], T]) -> T:
        """Return what a field holds.

        Raises:
            InvalidValue: its editor can not read it.
        """
        try:
            return read()
        except ValueError as problem:
            raise errors.InvalidValue(column, self._edit_of(column).text()) from problem

    def typed(self, column: str) -> str:
        """Return the text of a field, without blanks around it."""
        return self._edit_of(column).text().strip()

    def show_text(self, column: str, text: str | None) -> None:
        """Show a text in a field, nothing with None."""
        self._edit_of(column).setText(text or "")

    def _edit_of(self, column: str) -> Edit:
        edit = self.fields[column].editor
        assert isinstance(edit, Edit)
        return edit

    def is_blank(self) -> bool:
        """Return whether nothing is typed in any field."""
        return not any(edit.text().strip() for edit in self._edits.values())

    def parts(self) -> list[Part]:
        """Return each field as something that may have been changed elsewhere meanwhile."""
        return [
            Part.of_field(field, key) for field, key in zip(self.fields.values(), self._edits, strict=True)
        ]

    def state(self) -> State:
        """Return what is typed, for a draft."""
        return {key: edit.text() for key, edit in self._edits.items()}

    def set_state(self, state: State) -> None:
        """Show what was typed; a draft that is older than a field has nothing of it."""
        for key, edit in self._edits.items():
            edit.setText(str(state.get(key, "")))
