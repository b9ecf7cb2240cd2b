"""What is known of the lines a shop writes: their prices, and what they sell."""

from collections.abc import Iterable, Sequence

from bengkel_crm.records.work_orders import Line
from bengkel_crm.trade.job_kinds import JobRecogniser, job_kind_for_product, load_shipped, split_jobs
from bengkel_crm.trade.kinds import LineKind, ProductCategory
from bengkel_crm.trade.names import fold
from bengkel_crm.trade.near_words import begins_with_a_slip, is_nearly
from bengkel_crm.trade.products import classify_product

_MOST_GUESSES = 4
_ENGINE_OIL_CHANGE = job_kind_for_product(ProductCategory.ENGINE_OIL)


class LineBook:
    """Read once when a form opens; `known` has the commonest line first."""

    def __init__(self, known: Iterable[Line]) -> None:
        self._lines: dict[str, Line] = {}
        for line in known:
            self._lines.setdefault(fold(line.text), line)
        # A space before every word, so that "beginning of a word" is one search for a piece of text.
        self._words = [(f" {key}", line) for key, line in self._lines.items()]
        self._own: dict[str, Line] = {}
        self._jobs = JobRecogniser(load_shipped())

    def keep(self, lines: Iterable[Line]) -> None:
        """Let the lines of the work order being edited speak for their texts: price, quantity, mechanic."""
        self._own = {fold(line.text): line for line in lines}

    def find(self, text: str) -> Line | None:
        """Return what is known of a text, or None."""
        key = fold(text)
        return self._own.get(key) or self._lines.get(key)

    def lacks_price(self, line: Line) -> bool:
        """Return whether a line costs nothing only because nobody ever said what it costs."""
        key = fold(line.text)
        if line.price_rupiah or key in self._own:
            return False
        known = self._lines.get(key)
        # Job kinds that nobody wrote yet come with their code and without a price.
        return known is None or known.job_kind_code is not None

    def line_for(self, text: str) -> Line:
        """Return the line a text most likely means, with the price asked last (0 when never asked)."""
        known = self.find(text)
        if known is not None:
            return known
        category = classify_product(text)
        if category is ProductCategory.PART:
            return Line(LineKind.JOB, text, 1, 0)
        kind = LineKind.PART if category is ProductCategory.OIL_FILTER else LineKind.OIL
        return Line(kind, text, 1, 0, category)

    def oil_for(self, text: str) -> Line:
        """Return the line of what stands in the oil field: engine oil, unless it is known to be another."""
        line = self.line_for(text)
        if line.category is not None and line.category is not ProductCategory.PART:
            return line
        return Line(LineKind.OIL, text, 1, line.price_rupiah, ProductCategory.ENGINE_OIL)

    def known_oils(self) -> list[str]:
        """Return the engine oils the shop has written, the commonest first."""
        return [line.text for _, line in self._words if _is_engine_oil(line)]

    def changes_engine_oil(self, jobs: str) -> bool:
        """Return whether a text of several jobs names an engine oil change."""
        return _ENGINE_OIL_CHANGE in self._jobs.recognise(jobs)

    def find_nearly(self, text: str) -> str | None:
        """Return the known text that a new one is but for a slip, the commonest first, or None."""
        if self.find(text) is not None:
            return None
        return next((line.text for line in self._lines.values() if is_nearly(text, line.text)), None)

    def is_guess(self, typed: str, line: Line) -> bool:
        """Return whether a suggested line fits what was typed only if there is a slip in it."""
        return begins_with_a_slip(typed, line.text)

    def suggest(self, typed: str, limit: int = 30) -> list[Line]:
        """Return lines in which every typed word begins a word; those that begin alike come first.

        Where there is none, those that may be meant by what was typed with a slip.
        """
        return self._matches(typed, self._words, limit)

    def suggest_jobs(self, typed: str, limit: int = 30) -> list[Line]:
        """Return the same without engine oils, and only lines that a comma can separate."""
        words = [entry for entry in self._words if not _is_engine_oil(entry[1])]
        found = self._matches(typed, words, 2 * limit)
        return [line for line in found if split_jobs(line.text) == (line.text,)][:limit]

    def suggest_oils(self, typed: str, limit: int = 30) -> list[Line]:
        """Return the engine oils among them."""
        return self._matches(typed, [entry for entry in self._words if _is_engine_oil(entry[1])], limit)

    @staticmethod
    def _matches(typed: str, words: Sequence[tuple[str, Line]], limit: int) -> list[Line]:
        wanted = [f" {word}" for word in fold(typed).split()]
        start = "".join(wanted)
        first, later = [], []
        for key, line in words:
            if start and key.startswith(start):
                first.append(line)
            elif all(word in key for word in wanted):
                later.append(line)
        if not first and not later:
            later = [line for _, line in words if begins_with_a_slip(typed, line.text)][:_MOST_GUESSES]
        return (first + later)[:limit]


def fits_simple_entry(lines: Sequence[Line]) -> bool:
    """Return whether lines can be shown as one text of jobs and one oil without losing anything."""
    oils = [line for line in lines if _is_engine_oil(line)]
    return len(oils) <= 1 and all(
        line.quantity == 1
        and line.mechanic is None
        and (_is_engine_oil(line) or split_jobs(line.text) == (line.text,))
        for line in lines
    )


def jobs_text(lines: Sequence[Line]) -> str:
    """Return everything but the engine oil, in one text."""
    return ", ".join(line.text for line in lines if not _is_engine_oil(line))


def oil_text(lines: Sequence[Line]) -> str:
    """Return the engine oil of the lines, or nothing."""
    return next((line.text for line in lines if _is_engine_oil(line)), "")


def _is_engine_oil(line: Line) -> bool:
    if line.kind is LineKind.JOB:
        return False
    return (line.category or classify_product(line.text)) is ProductCategory.ENGINE_OIL
