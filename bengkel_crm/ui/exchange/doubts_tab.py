"""The tab of doubtful rows: rules above, the rows, and below the whole row one stands on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from bengkel_crm.ui.exchange.check_rules import CheckRules
from bengkel_crm.ui.exchange.doubt_lines import DoubtLine, Fate, Key, doubt_lines
from bengkel_crm.ui.exchange.doubts_table import DoubtsTable
from bengkel_crm.ui.exchange.session import ImportSession, row_text
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, Stretch, in_column, in_row
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.workshop.exchange import ColumnRole
from bengkel_crm.workshop.exchange.rows.entries import Reason

_MOST_SHOWN = 5_000


class DoubtsTab(Speaks, QWidget):
    """Writes what is mended or left out into the session and says `decided`."""

    decided = Signal()

    def __init__(self, session: ImportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: dict[Key, DoubtLine] = {}
        self._open = 0
        self.rules = CheckRules()
        self.table = self.named(DoubtsTable(), "Doubtful rows")
        self._detail = ElidedLabel("", TextRole.CAPTION, "text2", may_be_cut=True)
        self._hint = TextLabel("", TextRole.CAPTION, "text2")
        self._nothing = self.worded(
            TextLabel("", TextRole.BODY, "text2"), "Nothing in this book is doubtful."
        )
        self._stack = QStackedWidget()
        self._build()
        self.table.typed.connect(self._on_typed)
        self.table.leave_out_wanted.connect(self._on_leave_out)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.rules.dates_chosen.connect(self._on_dates)
        self.rules.phones_chosen.connect(self._on_phones)
        self.put_again(self.table.doubts().retranslate)
        self.put_again(self._show_texts)

    def start_anew(self) -> None:
        """Forget the rows that were shown before: the table was matched anew."""
        self._known = {}

    def count(self) -> int:
        """Return how many cells still want to be looked at."""
        return self._open

    def show_session(self, *, is_stale: bool) -> None:
        """Show what the last report says, or what was done since while the next one is made."""
        session = self._session
        lines = doubt_lines(session, self._known, is_stale=is_stale)
        self._known = {line.key: line for line in lines}
        self._open = sum(line.fate in (Fate.NOT_TAKEN, Fate.WITHOUT_CELL, Fate.AS_IT_IS) for line in lines)
        self.table.show_lines(lines[:_MOST_SHOWN])
        self.table.setColumnHidden(0, len({line.sheet for line in lines}) < 2)
        if lines and self.table.current_row() < 0:
            self.table.selectRow(0)
        self._stack.setCurrentIndex(0 if lines else 1)
        self._show_rules()
        self._show_detail()
        hidden = len(lines) - _MOST_SHOWN
        self._hint.setText(self._hint_words() if hidden <= 0 else self.tr("and %n more", "", hidden))

    def _show_texts(self) -> None:
        self._hint.setText(self._hint_words())

    # Decisions

    def _on_typed(self, line: DoubtLine, text: str) -> None:
        if line.cell is not None:
            self._session.mended[line.cell] = text
            self.decided.emit()

    def _on_leave_out(self, line: DoubtLine) -> None:
        self._session.left_out ^= {(line.sheet, line.row)}
        self.decided.emit()

    def _on_dates(self, order: object) -> None:
        self._session.date_order = order  # type: ignore[assignment]
        self.decided.emit()

    def _on_phones(self, rule: object) -> None:
        self._session.phones = rule  # type: ignore[assignment]
        self.decided.emit()

    # What is shown

    def _hint_words(self) -> str:
        return self.tr("Type to mend a cell · Space leaves the row out")

    def _show_rules(self) -> None:
        session = self._session
        problems = session.report.problems if session.report is not None else ()
        self.rules.show_rules(
            session.date_order,
            session.phones,
            asks_dates=session.date_order is not None
            or any(problem.reason is Reason.AMBIGUOUS_DATE for problem in problems),
            asks_phones=any(
                ColumnRole.PHONE in session.tables[place].choice.roles for place in session.taken()
            ),
        )

    def _show_detail(self) -> None:
        row = self.table.current_row()
        if row < 0:
            self._detail.setText("")
            return
        line = self.table.doubts().record(row)
        words = row_text(self._session, line.sheet, line.row)
        self._detail.setText(self.tr("Row {0}: {1}").format(line.row, words))

    def _build(self) -> None:
        sheet = CardFrame(margins=(1, 1, 1, 6))
        sheet.body.addWidget(self._stack)
        nothing = QWidget()
        in_row(
            Stretch(), IconLabel("check-circle", "ok", 20), self._nothing, Stretch(), on=nothing, spacing=10
        )
        self._stack.addWidget(self.table)
        self._stack.addWidget(nothing)
        foot = in_row(Grow(self._detail), self._hint, spacing=16)
        in_column(self.rules, Grow(sheet), foot, on=self, spacing=8, margins=(0, 0, 0, 0))
