"""Half-typed notes and forms that wait: shown in a row, gone on with, or thrown away."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.journal import Change
from bengkel_crm.ui.counter import drafts
from bengkel_crm.ui.counter.drafts import Restorable
from bengkel_crm.ui.counter.note_drafts import NoteDrafts
from bengkel_crm.ui.counter.notes_panel import NotesPanel
from bengkel_crm.ui.counter.unfinished import Unfinished
from bengkel_crm.ui.forms.draft_keeper import NOTE, note_key
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell


class LeftWork(QObject):
    """Puts its row into `column` when something waits for the first time."""

    # A vehicle's card is wanted: a note of it is gone on with, or its form was saved.
    card_wanted = Signal(int)
    # Something was thrown away: the keys belong to the box again.
    thrown_away = Signal()

    def __init__(self, shell: Shell, notes: NotesPanel, column: QBoxLayout, place: int) -> None:
        super().__init__(notes)
        self._shell = shell
        self._notes = notes
        self._column = column
        self._place = place
        self._row: Unfinished | None = None
        self._note_drafts = NoteDrafts(shell, notes)
        self._note_drafts.changed.connect(self.show_waiting)
        shell.forms.changed.connect(self.show_waiting)
        self.show_waiting()

    @property
    def row(self) -> Unfinished:
        """Return the row of what waits; built when something does."""
        if self._row is None:
            self._row = Unfinished()
            self._column.insertWidget(self._place, self._row)
            self._row.chosen.connect(self._go_on_with)
            self._row.discarded.connect(self._throw_away)
        return self._row

    def show_waiting(self) -> None:
        """Show what waits now."""
        waiting = drafts.find_restorable(self._shell)
        half = self._notes.half_typed()
        if half is not None:
            # The note stands open on the card that is shown.
            waiting = [left for left in waiting if left.key != note_key(half.vehicle_id)]
        if waiting or self._row is not None:
            self.row.show_waiting(waiting)

    def go_on(self) -> None:
        """Go on with what was left last, if anything."""
        for waiting in drafts.find_restorable(self._shell)[:1]:
            self._go_on_with(waiting)

    def keep(self) -> None:
        """Write down the half-typed note, now."""
        self._note_drafts.keep()

    def _go_on_with(self, waiting: Restorable) -> None:
        if waiting.key.startswith(NOTE):
            self.card_wanted.emit(int(waiting.key.removeprefix(NOTE)))
            self._notes.begin_note()
        else:
            self._shell.openers.go_on(waiting.key, self._on_saved)

    def _on_saved(self, change: Change) -> None:
        for vehicle_id in change.vehicle_ids[:1]:
            self.card_wanted.emit(vehicle_id)

    def _throw_away(self, waiting: Restorable) -> None:
        def put_back() -> None:
            if state is not None:
                with self._shell.showing_errors():
                    drafts.put_back(self._shell, waiting, state)
            self.show_waiting()

        with self._shell.showing_errors():
            state = drafts.discard(self._shell, waiting)
            words = translate("LeftWork", "Thrown away: {0}").format(waiting.title)
            self._shell.show_message(words, Tone.NEUTRAL, None if state is None else put_back)
        self.show_waiting()
        self.thrown_away.emit()
