"""From what is typed to the vehicle that is meant: every key press asks, at once."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, Signal

from bengkel_crm.base.i18n import format_number, translate
from bengkel_crm.records.counter import FoundHits, Hit, MatchKind
from bengkel_crm.trade.plates import reads_as_plate
from bengkel_crm.ui.counter.hit_rows import make_row
from bengkel_crm.ui.counter.hits import Heading, HitsList
from bengkel_crm.ui.counter.plate_box import PlateBox, Step
from bengkel_crm.ui.frame.today import today

HITS = 8
# As many as "more" lists, and as are counted.
ALL_HITS = 300

# What fits a text, at most so many of it; and the plates that an unknown one may have been meant to be.
Search = Callable[[str, int], FoundHits]
Near = Callable[[str], Sequence[Hit]]


class Finder(QObject):
    """Joins the box and its list; says what came of it."""

    chosen = Signal(int)
    listed = Signal()
    # What was typed that nobody knows, and whether it may be a plate.
    unknown = Signal(str, bool)
    emptied = Signal()
    # Enter and the down key where there is no list to walk through.
    entered_unlisted = Signal()
    # All that fits a text is more than a list under a box can show.
    all_wanted = Signal(str)
    # Enter before there is anything to search in.
    entered_early = Signal()
    left_downwards = Signal()

    def __init__(self, box: PlateBox, hits: HitsList, place: Callable[[], QRect]) -> None:
        super().__init__(hits)
        self._box = box
        self._hits = hits
        self._place = place
        self._search: Search | None = None
        self._near: Near | None = None
        self._is_unknown = False
        self._shown = HITS
        self._entered_early = False
        box.typed.connect(self._on_typed)
        box.entered.connect(self._on_entered)
        box.stepped.connect(self._on_stepped)
        hits.chosen.connect(self.chosen)
        hits.more_wanted.connect(self._show_more)

    def begin(self, search: Search, near: Near) -> None:
        """Answer from now on, first of all what was typed while the file was being opened."""
        self._search, self._near = search, near
        entered = self._entered_early
        self._on_typed(self._box.text())
        if entered:
            self._on_entered()

    def again(self) -> None:
        """Ask once more: something was written, or the language is another."""
        self._ask(self._box.text())

    def lay(self) -> None:
        """Put the list back under the box after the page changed its size."""
        self._hits.lay(self._place())

    def current(self) -> Hit | None:
        """Return the hit that Enter would open."""
        return self._hits.current()

    def _on_typed(self, text: str) -> None:
        self._entered_early = False
        self._shown = HITS
        self._ask(text)

    def _ask(self, text: str, chosen: int = 0) -> None:
        if self._search is None:
            return
        found = self._search(text, self._shown) if text.strip() else FoundHits((), 0)
        hits, is_plate = found.hits, reads_as_plate(text)
        # One letter beside a known plate is another vehicle: it is offered, but never opened unseen.
        known = any(hit.match is not MatchKind.GUESS for hit in hits) or (bool(hits) and not is_plate)
        self._is_unknown = not known and bool(text.strip())
        heading = Heading.GUESS if known and hits[0].match is MatchKind.GUESS else None
        if not known:
            hits = tuple(self._near(text)) if self._is_unknown and is_plate and self._near is not None else ()
            heading = Heading.NEAR
        day = today().day()
        rows = [make_row(hit, text, day) for hit in hits]
        more = self._more_words(found.count) if known else ""
        self._hits.show_rows(rows, self._place(), heading=heading, more=more, chosen=chosen)
        self._box.set_list_shown(bool(rows))
        self._tell_chosen()
        if known:
            self.listed.emit()
        elif text.strip():
            self.unknown.emit(text, is_plate)
        else:
            self.emptied.emit()

    def _more_words(self, count: int) -> str:
        """Return the text of the line below the hits, or nothing when all of them are listed."""
        if self._shown == ALL_HITS:
            return translate("Hits", "Even more of them in the list of vehicles") if count == ALL_HITS else ""
        left = count - self._shown
        if left <= 0:
            return ""
        words = (
            translate("Hits", "more than {0} more") if count == ALL_HITS else translate("Hits", "+{0} more")
        )
        return words.format(format_number(left))

    def _show_more(self) -> None:
        """List all that fits; where even that is not enough, on the page that has them all."""
        if self._shown == ALL_HITS:
            self.all_wanted.emit(self._box.text())
            return
        first_new, self._shown = self._shown, ALL_HITS
        self._ask(self._box.text(), first_new)

    def _on_entered(self) -> None:
        hit = self._hits.current()
        if self._search is None:
            self._entered_early = True
            self.entered_early.emit()
        elif hit is not None:
            self.chosen.emit(hit.vehicle_id)
        elif self._hits.is_at_more():
            self._show_more()
        elif self._hits.isVisible() and not self._is_unknown:
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
