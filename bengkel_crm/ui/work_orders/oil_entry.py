"""The oil of a work order: offered as always where the jobs change it, and left alone once it was typed."""

from PySide6.QtCore import QObject, Signal

from bengkel_crm.trade.kinds import ProductCategory
from bengkel_crm.trade.names import fold
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.ui.widgets.suggest_edit import SuggestEdit, Suggestion
from bengkel_crm.ui.work_orders.line_book import LineBook
from bengkel_crm.ui.work_orders.line_row import suggestion_of


class OilEntry(QObject):
    """Owns no layout: the form puts `field` where it wants it."""

    changed = Signal()

    def __init__(self, book: LineBook, usual: str | None) -> None:
        super().__init__()
        self._book = book
        self._usual = usual
        self._is_ours = False
        self._was_typed = False
        self.edit = SuggestEdit(self._find)
        self.field = Field(self.tr("Oil"), self.edit)
        self.edit.textEdited.connect(self._on_typed)
        self.edit.picked.connect(self._on_typed)
        self.edit.textChanged.connect(self.changed)

    def text(self) -> str:
        """Return what is typed, with single blanks."""
        return " ".join(self.edit.text().split())

    def show(self, text: str) -> None:
        """Show the oil of a work order: nothing else is offered in its place."""
        self._was_typed = True
        self.edit.setText(text)

    def resume(self, text: str) -> None:
        """Show what stood in a draft; where that was nothing, the jobs may offer one again."""
        self.show(text)
        self._was_typed = bool(text)
        self._is_ours = False

    def follow_jobs(self, jobs: str) -> None:
        """Fill in the usual oil when the jobs change it, and take it away again when they no longer do."""
        if self._was_typed or self._usual is None:
            return
        changes = self._book.changes_engine_oil(jobs)
        if changes and not self.edit.text():
            self._is_ours = True
            self.edit.setText(self._usual)
        elif not changes and self._is_ours:
            self._is_ours = False
            self.edit.clear()

    def tell(self) -> None:
        """Say how it goes with what this vehicle usually gets."""
        text, usual = self.text(), self._usual
        if not text:
            self.field.set_remark(self.tr("usually {0}").format(usual) if usual else "")
        elif usual is not None and fold(text) == fold(usual):
            self.field.set_remark(self.tr("the same as always"))
        elif self._book.oil_for(text).category is not ProductCategory.ENGINE_OIL:
            self.field.set_remark(self.tr("this is not an engine oil"), Tone.WARN)
        else:
            self.field.set_remark(self.tr("last time {0}").format(usual) if usual else "")

    def _find(self, typed: str) -> list[Suggestion]:
        found = [suggestion_of(self._book, typed, line) for line in self._book.suggest_oils(typed)]
        usual = self._usual
        if usual is None or fold(typed) not in fold(usual):
            return found
        others = [suggestion for suggestion in found if fold(suggestion.text) != fold(usual)]
        return [Suggestion(usual, self.tr("as always")), *others]

    def _on_typed(self) -> None:
        self._is_ours = False
        self._was_typed = True
