"""From what is typed to the vehicle that is meant: every key press asks, at once."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, QRect, Signal

from bengkel_crm.records import Hit, MatchKind
from bengkel_crm.ui.counter.hit_rows import make_row
from bengkel_crm.ui.counter.hits import HitsList
from bengkel_crm.ui.counter.plate_box import PlateBox, Step
from bengkel_crm.ui.counter.typed import reads_as_plate

Search = Callable[[str], Sequence[Hit]]


class Finder(QObject):
    """Joins the box and its list; says what came of it."""

    chosen = Signal(int)
    listed = Signal()
    # What was typed that nobody knows, and whether it may be a plate.
    unknown = Signal(str, bool)
    emptied = Signal()
    # Enter and the down key where there is no list to walk through.
    entered_unlisted = Signal()
    # Enter before there is anything to search in.
    entered_early = Signal()
    left_downwards = Signal()

    def __init__(self, box: PlateBox, hits: HitsList, place: Callable[[], QRect]) -> None:
        super().__init__(hits)
        self._box = box
        self._hits = hits
        self._place = place
        self._search: Search | None = None
        self._entered_early = False
        box.typed.connect(self._on_typed)
        box.entered.connect(self._on_entered)
        box.stepped.connect(self._on_stepped)
        hits.chosen.connect(self.chosen)

    def begin(self, search: Search) -> None:
        """Answer from now on, first of all what was typed while the file was being opened."""
        self._search = search
        entered = self._entered_early
        self._on_typed(self._box.text())
        if entered:
            self._on_entered()

    def again(self) -> None:
        """Ask once more: something was written, or the language is another."""
        self._on_typed(self._box.text())

    def lay(self) -> None:
        """Put the list back under the box after the page changed its size."""
        self._hits.lay(self._place())

    def current(self) -> Hit | None:
        """Return the hit that Enter would open."""
        return self._hits.current()

    def _on_typed(self, text: str) -> None:
        self._entered_early = False
        if self._search is None:
            return
        hits = self._search(text) if text.strip() else ()
        is_plate = reads_as_plate(text)
        # One letter beside a known plate is another vehicle: it is offered, but never opened unseen.
        known = any(hit.match is not MatchKind.GUESS for hit in hits) or (bool(hits) and not is_plate)
        today = date.today()
        self._hits.show_rows([make_row(hit, text, today) for hit in hits] if known else [], self._place())
        self._box.set_list_shown(known)
        self._tell_chosen()
        if known:
            self.listed.emit()
        elif text.strip():
            self.unknown.emit(text, is_plate)
        else:
            self.emptied.emit()

    def _on_entered(self) -> None:
        hit = self._hits.current()
        if self._search is None:
            self._entered_early = True
            self.entered_early.emit()
        elif hit is not None:
            self.chosen.emit(hit.vehicle_id)
        elif self._hits.isVisible():
            self._hits.step(Step.FIRST)
            self._tell_chosen()
        else:
            self.entered_unlisted.emit()

    def _tell_chosen(self) -> None:
        """Let a screen reader say what Enter would open: the list itself never has the focus."""
        self._box.set_answer(self._hits.spoken())

    def _on_stepped(self, step: Step) -> None:
        if self._hits.isVisible():
            self._hits.step(step)
            self._tell_chosen()
        elif step is Step.DOWN:
            self.left_downwards.emit()
