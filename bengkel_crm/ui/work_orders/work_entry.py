"""What was done and what it costs: one line of jobs and the oil, or every line with its price."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.base import errors, i18n
from bengkel_crm.records.work_orders import Line
from bengkel_crm.trade.job_kinds import split_jobs
from bengkel_crm.trade.kinds import WorkOrderStatus
from bengkel_crm.ui.forms.draft_keeper import State
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.widgets.amount_edits import RupiahEdit
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.ui.widgets.layouts import Grow, in_row
from bengkel_crm.ui.widgets.suggest_edit import Finder, JobsEdit, Suggestion
from bengkel_crm.ui.work_orders.line_book import LineBook, fits_simple_entry, jobs_text, oil_text
from bengkel_crm.ui.work_orders.line_row import suggestion_of
from bengkel_crm.ui.work_orders.lines_editor import LinesEditor
from bengkel_crm.ui.work_orders.oil_entry import OilEntry


class WorkEntry(QObject):
    """Owns no layout. `detailed` says which of the two ways is in use; both end in `lines`."""

    changed = Signal()

    # What belongs together of `state`: lines written the short way or one by one, and their cost.
    KEYS: ClassVar[tuple[str, ...]] = ("detailed", "jobs", "oil", "lines", "total")

    def __init__(self, book: LineBook, last_oil: str | None, find_mechanics: Finder) -> None:
        super().__init__()
        self._book = book
        self._total_is_typed = False
        self._filling = False
        self.detailed = False
        self.jobs_edit = JobsEdit(self._find_jobs)
        self.jobs_edit.set_arrow(shown=False)
        self.oil = OilEntry(book, last_oil)
        self.total_edit = RupiahEdit()
        self.lines_editor = LinesEditor(book, find_mechanics)
        self.jobs = Field(self.tr("Work done"), self.jobs_edit)
        self.status_box: ChoiceBox[WorkOrderStatus] = ChoiceBox(
            {
                WorkOrderStatus.OPEN: self.tr("In work"),
                WorkOrderStatus.DONE: self.tr("Done"),
                WorkOrderStatus.PAID: self.tr("Paid"),
            }
        )
        # Under one name, so that what is said about the cost has the room of both.
        self.total = Field(self.tr("Cost and status"), _beside(self.total_edit, self.status_box))
        self.total_edit.setAccessibleName(self.tr("Cost"))
        self.status_box.setAccessibleName(self.tr("State of the work"))
        self._tell_jobs()
        self.jobs_edit.textChanged.connect(self._on_jobs_changed)
        self.jobs_edit.editingFinished.connect(self.jobs_edit.tidy)
        self.jobs_edit.editingFinished.connect(self._tell_jobs)
        self.oil.changed.connect(self._on_changed)
        self.total_edit.textEdited.connect(self._on_total_typed)
        self.total_edit.editingFinished.connect(self._on_total_left)
        self.status_box.currentIndexChanged.connect(self.changed)
        self.lines_editor.changed.connect(self._on_changed)

    def known_oils(self) -> list[str]:
        """Return the engine oils the shop has written, the commonest first."""
        return self._book.known_oils()

    def lines(self) -> tuple[Line, ...]:
        """Return the lines as they would be saved.

        Raises:
            MissingField, InvalidValue
        """
        return self._with_total(self._plain_lines())

    def total_rupiah(self) -> int | None:
        """Return what is to be paid when it was typed, or None when it is the sum of the lines.

        Raises:
            InvalidValue
        """
        if not self._total_is_typed:
            return None
        try:
            return self.total_edit.amount()
        except ValueError as problem:
            raise errors.InvalidValue("total_rupiah", self.total_edit.text()) from problem

    def show_lines(self, lines: Sequence[Line], mechanic: str | None, total_rupiah: int) -> None:
        """Show the lines of a work order, the short way where nothing is lost by it."""
        # The visit's own mechanic on a line says nothing, and would stay behind when that one changes.
        lines = [replace(line, mechanic=None) if line.mechanic == mechanic else line for line in lines]
        self._book.keep(lines)
        self.detailed = not fits_simple_entry(lines)
        if self.detailed:
            self.oil.show("")
            self.jobs_edit.clear()
            self.lines_editor.set_lines(lines)
        else:
            self.oil.show(oil_text(lines))
            self.jobs_edit.setText(jobs_text(lines))
        self._total_is_typed = total_rupiah != sum(line.amount_rupiah for line in lines)
        self._show_total(total_rupiah)
        self._on_changed()

    def go_into_detail(self) -> None:
        """Show every line by itself, with what was written the short way."""
        lines = self._plain_lines()
        self.detailed = True
        self.lines_editor.set_lines(lines)
        self._on_changed()

    def go_back_to_short(self) -> bool:
        """Show the lines the short way if nothing is lost by it; return whether that was so.

        Raises:
            MissingField, InvalidValue
        """
        lines = self.lines_editor.lines()
        if not fits_simple_entry(lines):
            return False
        self._book.keep(lines)
        self.detailed = False
        self.oil.show(oil_text(lines))
        self.jobs_edit.setText(jobs_text(lines))
        self._on_changed()
        return True

    def state(self) -> State:
        """Return what is typed, to be kept as a draft."""
        return {
            "detailed": self.detailed,
            "jobs": self.jobs_edit.text(),
            "oil": self.oil.edit.text(),
            "lines": self.lines_editor.state() if self.detailed else [],
            "total": self.total_edit.text() if self._total_is_typed else None,
            "status": self.status_box.value().value,
        }

    def set_state(self, state: State) -> None:
        """Put a draft back, in one line or in many, as it was typed."""
        self._filling = True
        self.detailed = state["detailed"]
        self.jobs_edit.setText(state["jobs"])
        self.oil.resume(state["oil"])
        self.lines_editor.set_state(state["lines"])
        self._total_is_typed = state["total"] is not None
        self.total_edit.setText(state["total"] or "")
        self.status_box.set_value(WorkOrderStatus(state["status"]))
        self._filling = False
        self._on_changed()

    def shown(self, state: State) -> str:
        """Return the work and the cost of a state in a few words."""
        lines = [str(line["text"]) for line in state["lines"]]
        return ", ".join(filter(None, (*lines, state["jobs"], state["oil"], state["total"])))

    def status_shown(self, state: State) -> str:
        """Return how far the work of a state is, in words."""
        return self.status_box.text_of(WorkOrderStatus(state["status"]))

    def tell(self) -> None:
        """Say under the oil and the cost what there is to say, and add up."""
        self.oil.tell()
        self._add_up()

    def _plain_lines(self) -> tuple[Line, ...]:
        if self.detailed:
            return self.lines_editor.lines()
        lines = [self._book.line_for(text) for text in split_jobs(self.jobs_edit.text())]
        oil = self.oil.text()
        if oil:
            lines.append(self._book.oil_for(oil))
        return tuple(lines)

    def _with_total(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """Give the only line, or the only one without a price, what the typed total leaves for it."""
        total = None if self.detailed else self.total_rupiah()
        if total is None:
            return lines
        rest = total - sum(line.amount_rupiah for line in lines)
        unpriced = [line for line in lines if self._book.lacks_price(line)]
        taker = lines[0] if len(lines) == 1 else unpriced[0] if len(unpriced) == 1 else None
        if taker is None or not rest or taker.quantity != 1 or taker.price_rupiah + rest < 0:
            return lines
        priced = replace(taker, price_rupiah=taker.price_rupiah + rest)
        return tuple(priced if line is taker else line for line in lines)

    def _find_jobs(self, typed: str) -> list[Suggestion]:
        return [suggestion_of(self._book, typed, line) for line in self._book.suggest_jobs(typed)]

    def _tell_jobs(self) -> None:
        """Say which known job a new one may be; the one under the cursor is not written out yet."""
        known = (self._book.find_nearly(text) for text in split_jobs(self.jobs_edit.text()))
        nearly = next((text for text in known if text is not None), None)
        if nearly is None:
            self._tell_how()
        else:
            self.jobs.set_remark(self.tr("did you mean {0}?").format(nearly), Tone.WARN)

    def _tell_how(self) -> None:
        self.jobs.set_remark(self.tr("separate with commas, ↓ to choose from the list"))

    def _on_jobs_changed(self) -> None:
        if self.jobs_edit.hasFocus():
            self._tell_how()
        else:
            self._tell_jobs()
        if not self._filling:
            self.oil.follow_jobs(self.jobs_edit.text())
        self._on_changed()

    def _on_total_typed(self) -> None:
        self._total_is_typed = bool(self.total_edit.text().strip())
        self.tell()
        self.changed.emit()

    def _on_total_left(self) -> None:
        if not self.total_edit.is_readable():
            self.total.set_remark(self.tr("This amount can not be read"), Tone.BAD)
        elif not self._total_is_typed:
            self._add_up()

    def _on_changed(self) -> None:
        if not self._filling:
            self.tell()
            self.changed.emit()

    def _add_up(self) -> None:
        try:
            lines = self._plain_lines()
        except errors.ExpectedError:
            self.total.set_remark("")
            return
        total = sum(line.amount_rupiah for line in lines)
        unpriced = [line.text for line in lines if self._book.lacks_price(line)]
        if not self._total_is_typed:
            # Whoever has just emptied it is about to type another amount.
            if not self.total_edit.hasFocus():
                self._show_total(total)
            missing = self.tr("no price yet: {0}").format(", ".join(unpriced)) if unpriced else ""
            self.total.set_remark(missing)
        elif self.total_edit.is_readable() and self.total_edit.amount() != total:
            self.total.set_remark(self.tr("lines: {0}").format(i18n.format_rupiah(total)))
        else:
            self.total.set_remark("")

    def _show_total(self, total: int) -> None:
        self.total_edit.set_amount(total or None)


def _beside(first: QWidget, second: QWidget) -> QWidget:
    pair = QWidget()
    in_row(Grow(first), Grow(second), on=pair, spacing=8, margins=(0, 0, 0, 0))
    pair.setFocusProxy(first)
    return pair
