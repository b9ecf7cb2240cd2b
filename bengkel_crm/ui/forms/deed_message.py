"""What is said after a form was saved, with the way back."""

from functools import partial

from bengkel_crm.records.journal import Change
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.words.messages import describe_change, describe_undone
from bengkel_crm.workshop.journal.undo import undo_last


def show_change(shell: Shell, change: Change, said: str | None = None) -> None:
    """Announce a deed and offer to take it back; `said` tells of it in other words than usual."""
    shell.announce(change)
    shell.show_message(said or describe_change(change), Tone.OK, partial(_take_back, shell, change.deed_id))


def _take_back(shell: Shell, deed_id: int) -> None:
    with shell.showing_errors():
        undone = undo_last(shell.database, deed_id)
        shell.announce(undone)
        shell.show_message(describe_undone(undone), Tone.NEUTRAL)
