"""Taking back the newest deed, and doing it again; a whole book only when asked twice."""

from functools import partial

from PySide6.QtCore import QObject

from bengkel_crm.records.journal import Change
from bengkel_crm.ui.forms.deed_message import show_change
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.words.messages import describe_undone
from bengkel_crm.workshop.journal.undo import find_last_deed, redo_next, undo_last


class TakingBack(QObject):
    """Says what was taken back, whoever did it."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._task = Task(shell, "undo", self)

    def undo(self) -> None:
        """Take back the newest deed; one that wrote a whole book is asked about first."""
        if not self._shell.is_open:
            return
        last = find_last_deed(self._shell.database)
        # One key too many must not empty the shop.
        if last is not None and last.kind == "book_imported":
            question = self.tr("The next to be undone is the import of {0}, with all that is in it.")
        elif last is not None and last.kind == "import_undone":
            question = self.tr(
                "The next to be undone is the taking back of the import of {0}: all that was in it returns."
            )
        else:
            with self._shell.showing_errors():
                self._on_undone(undo_last(self._shell.database))
            return
        self._shell.show_message(
            question.format(last.subject), Tone.WARN, partial(self._undo_book, last.deed_id)
        )

    def redo(self) -> None:
        """Do again what was just taken back."""
        if not self._shell.is_open:
            return
        with self._shell.showing_errors():
            show_change(self._shell, redo_next(self._shell.database))

    def _undo_book(self, deed_id: int) -> None:
        """Take back a deed that may have written tens of thousands of rows, away from the window."""
        self._task.start(lambda database, _: undo_last(database, deed_id), self._on_undone)

    def _on_undone(self, change: Change) -> None:
        self._shell.announce(change)
        self._shell.show_message(describe_undone(change), Tone.NEUTRAL)
