"""Several jobs in one line, separated by commas."""

import re

from bengkel_crm.ui.widgets.suggest_edit import SuggestEdit, Suggestion

# As in job_kinds.split_jobs: the comma of "0,8" does not separate.
_BEFORE = re.compile(r"(?:.*(?:;|(?<!\d),|,(?!\d)))?\s*", re.DOTALL)
_AFTER = re.compile(r"(?:;|(?<!\d),|,(?!\d))")


class JobsEdit(SuggestEdit):
    """Completes the job under the cursor and leaves the others alone."""

    def piece(self) -> str:
        start, end = self._bounds()
        return self.text()[start:end].strip()

    def take(self, suggestion: Suggestion) -> None:
        start, end = self._bounds()
        head, tail = self.text()[:start], self.text()[end:]
        # At the end of the line the next job can be typed at once; `tidy` takes the comma back.
        written = head + suggestion.text + (tail or ", ")
        self.setText(written)
        self.setCursorPosition(len(head) + len(suggestion.text) + (0 if tail else 2))

    def tidy(self) -> None:
        """Take away a comma that nothing follows."""
        text = self.text().rstrip(" ,;")
        if text != self.text():
            self.setText(text)

    def _bounds(self) -> tuple[int, int]:
        text, cursor = self.text(), self.cursorPosition()
        before = _BEFORE.match(text[:cursor])
        start = before.end() if before is not None else 0
        after = _AFTER.search(text, cursor)
        return start, after.start() if after is not None else len(text)
