"""Half-typed notes are kept as half-typed forms are: they survive another card, Esc and a power cut."""

from PySide6.QtCore import QObject, Signal

from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.counter.notes_panel import HalfTyped, NotesPanel
from bengkel_crm.ui.forms.draft_keeper import DraftKeeper, State, note_key
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.workshop.drafts import drafts


class NoteDrafts(QObject):
    """Keeps what stands in the editor of a panel; `changed` tells that a note waits, or no longer does."""

    changed = Signal()

    def __init__(self, shell: Shell, panel: NotesPanel) -> None:
        super().__init__(panel)
        self._shell = shell
        self._panel = panel
        self._keeper: DraftKeeper | None = None
        panel.find_half_typed = self._find
        panel.typed.connect(self._on_typed)
        panel.put_aside.connect(self.keep)
        panel.left.connect(self.changed)
        panel.written.connect(self._on_written)
        panel.thrown_away.connect(self._on_thrown_away)

    def keep(self) -> None:
        """Write down what stands in the editor, now."""
        if self._keeper is not None:
            self._keeper.keep_now()
            self._keeper.deleteLater()
            self._keeper = None

    def _find(self, vehicle_id: int) -> HalfTyped | None:
        state = drafts.find_draft(self._shell.database, note_key(vehicle_id))
        return None if state is None else HalfTyped(vehicle_id, state["note_id"], state["text"])

    def _state(self) -> State | None:
        half = self._panel.half_typed()
        return None if half is None else {"note_id": half.note_id, "text": half.text}

    def _on_typed(self, vehicle_id: int) -> None:
        key = note_key(vehicle_id)
        if self._keeper is None or self._keeper.key != key:
            if self._keeper is not None:
                self._keeper.deleteLater()
            self._keeper = DraftKeeper(self._shell, key, self._state, self._shell.show_error, self)
        self._keeper.touch()

    def _on_written(self, vehicle_id: int) -> None:
        with self._shell.showing_errors():
            self._drop(vehicle_id)
        self.changed.emit()

    def _on_thrown_away(self, half: HalfTyped) -> None:
        def put_back() -> None:
            with self._shell.showing_errors():
                self._panel.take_back(half)

        with self._shell.showing_errors():
            self._drop(half.vehicle_id)
            words = translate("Notes", "The note was thrown away.")
            self._shell.show_message(words, Tone.NEUTRAL, put_back)
        self.changed.emit()

    def _drop(self, vehicle_id: int) -> None:
        if self._keeper is not None:
            self._keeper.stop()
            self._keeper.deleteLater()
            self._keeper = None
        drafts.drop_draft(self._shell.database, note_key(vehicle_id))
