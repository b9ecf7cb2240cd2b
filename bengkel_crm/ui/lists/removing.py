"""Moving what is chosen in a list to the bin, and all of it back."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.journal import Change
from bengkel_crm.ui.forms.deed_message import show_change
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.workshop.journal.undo import undo_last

R = TypeVar("R")
# A slip of the hand after Ctrl+A should not empty the shop's book.
_MOST_AT_ONCE = 100


def remove_records(shell: Shell, records: Sequence[R], remove: Callable[[R], Change]) -> None:
    """Put records into the bin, each a deed of its own, and offer to take all of them back."""
    if len(records) > _MOST_AT_ONCE:
        words = translate("Lists", "Choose at most %n rows to move them to the bin.", _MOST_AT_ONCE)
        shell.show_message(words, Tone.WARN)
        return
    changes: list[Change] = []
    with shell.showing_errors():
        for record in records:
            changes.append(remove(record))
    if len(changes) == 1:
        show_change(shell, changes[0])
    elif changes:
        shell.announce(_together(changes))
        words = translate("Lists", "%n entries moved to the bin", len(changes))
        shell.show_message(words, Tone.OK, partial(_take_back, shell, changes))


def _take_back(shell: Shell, changes: Sequence[Change]) -> None:
    undone: list[Change] = []
    with shell.showing_errors():
        for change in reversed(changes):
            undone.append(undo_last(shell.database, change.deed_id))
    if undone:
        shell.announce(_together(undone))
        words = translate("Lists", "%n entries are back", len(undone))
        shell.show_message(words, Tone.NEUTRAL)


def _together(changes: Sequence[Change]) -> Change:
    """Return several deeds as one, so that the pages reload once."""
    return Change(
        deed_id=changes[-1].deed_id,
        kind=changes[-1].kind,
        subject="",
        vehicle_ids=tuple(sorted({number for change in changes for number in change.vehicle_ids})),
        customer_ids=tuple(sorted({number for change in changes for number in change.customer_ids})),
        touches_all=any(change.touches_all for change in changes),
        tables=frozenset().union(*(change.tables for change in changes)),
    )
