"""What a form was opened on, what was typed since, and what others wrote meanwhile: brought together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

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
