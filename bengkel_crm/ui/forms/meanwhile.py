"""What a form was opened on, what was typed since, and what others wrote meanwhile: brought together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from bengkel_crm.ui.forms.draft_keeper import State
from bengkel_crm.ui.widgets.field import Field

# Under this key a draft keeps what its form was opened on.
OPENED_ON: Final = "opened_on"


@dataclass(frozen=True, slots=True)
class Part:
    """Fields of a form that change together; `shown` tells their content in a few words."""

    label: str
    keys: tuple[str, ...]
    shown: Callable[[State], str]

    @classmethod
    def of_field(cls, field: Field, key: str) -> "Part":
        """Return the part of one line."""
        return cls(field.label(), (key,), lambda state: str(state[key]))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A part that was changed in the form and in the file."""

    part: Part
    mine: str
    theirs: str


def bring_together(
    base: State, mine: State, present: State, parts: Sequence[Part]
) -> tuple[State, list[Conflict]]:
    """Return what the form is to show, and the parts that both sides changed: those stay as typed.

    `base` is what the form was opened on. What no part names stays as typed too.
    """
    together, conflicts = dict(mine), []
    for part in parts:
        was, typed, now = ([state.get(key) for key in part.keys] for state in (base, mine, present))
        if typed == was:
            together.update(zip(part.keys, now, strict=True))
        elif now not in (was, typed):
            conflicts.append(Conflict(part, part.shown(mine), part.shown(present)))
    return together, conflicts


def guess_base(mine: State, present: State) -> State:
    """Return what a draft without its base may have been opened on: what is blank was not touched."""
    return {key: present[key] if value else value for key, value in mine.items() if key in present}


class Fillable(Protocol):
    """A form, as far as what stands in it is concerned."""

    def state(self) -> State:
        """Return all that was typed, as JSON values."""
        ...

    def set_state(self, state: State) -> None:
        """Show what `state` returned once."""
        ...

    def parts(self) -> Sequence[Part]:
        """Return what others may change in the record meanwhile."""
        ...

    def show_present(self) -> None:
        """Fill the fields with the record as it is in the file now."""
        ...


class OpenedOn:
    """What a form was opened on: only what differs from it counts as typed."""

    def __init__(self, form: Fillable) -> None:
        self._form = form
        self._base: State = {}

    def begin(self) -> None:
        """Take what the form shows for what it was opened on."""
        self._base = self._form.state()

    def is_dirty(self) -> bool:
        """Return whether something is typed that is not saved."""
        return self._form.state() != self._base

    def state_to_keep(self) -> State | None:
        """Return what a draft needs to be gone on with, or None where nothing was typed."""
        state = self._form.state()
        return None if state == self._base else {**state, OPENED_ON: self._base}

    def resume(self, kept: State) -> list[Conflict]:
        """Show a draft; what was not touched in it is shown as it is now. Return what both sides changed."""
        base = kept.pop(OPENED_ON, None)
        # An older program knew fewer fields.
        mine = {**self._base, **kept}
        return self._bring(guess_base(mine, self._base) if base is None else {**self._base, **base}, mine)

    def meet_changes(self) -> list[Conflict]:
        """Take over what others wrote since the form was opened, and return what both sides changed.

        Raises:
            NotFound: the record is gone.
        """
        base, mine = self._base, self._form.state()
        self._form.show_present()
        self.begin()
        return self._bring(base, mine)

    def take_present(self, conflicts: Sequence[Conflict]) -> None:
        """Show what is in the file for the parts that both sides changed."""
        present = {key: self._base[key] for conflict in conflicts for key in conflict.part.keys}
        self._form.set_state({**self._form.state(), **present})

    def start_anew(self) -> None:
        """Show what the form was opened on."""
        self._form.set_state(self._base)

    def _bring(self, base: State, mine: State) -> list[Conflict]:
        state, conflicts = bring_together(base, mine, self._base, self._form.parts())
        self._form.set_state(state)
        return conflicts
