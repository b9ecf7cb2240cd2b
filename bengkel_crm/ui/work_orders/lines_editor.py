"""The lines of a work order one by one, with prices and mechanics."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bengkel_crm.base import errors
from bengkel_crm.records.work_orders import Line
from bengkel_crm.trade.kinds import LineKind
from bengkel_crm.ui.forms.draft_keeper import State
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, Stretch, in_column, in_row
from bengkel_crm.ui.widgets.suggest_edit import Finder
from bengkel_crm.ui.work_orders import line_row
from bengkel_crm.ui.work_orders.line_book import LineBook
from bengkel_crm.ui.work_orders.line_row import LineRow


class LinesEditor(QWidget):
    """Enter on the last line adds one; Ctrl+Delete takes the line away. Blank lines count for nothing."""

    changed = Signal()
    rows_changed = Signal()

    def __init__(self, book: LineBook, find_mechanics: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._find_mechanics = find_mechanics
        self._kinds = {
            LineKind.JOB: self.tr("Work"),
            LineKind.PART: self.tr("Part"),
            LineKind.OIL: self.tr("Oil"),
        }
        self.rows: list[LineRow] = []
        self.add_button = KeyButton(self.tr("Add a line"), "plus", kind=ButtonKind.LINK)
        self.add_button.clicked.connect(self.add_row)
        self._column = in_column(spacing=theme().px(6))
        foot = in_row(self.add_button, Stretch())
        in_column(self._titles(), self._column, foot, on=self, spacing=theme().px(4), margins=(0, 0, 0, 0))

    def lines(self) -> tuple[Line, ...]:
        """Return the lines that hold something.

        Raises:
            MissingField, InvalidValue: the row in question has the focus.
        """
        found = []
        for row in self.rows:
            try:
                line = row.line()
            except errors.MissingField:
                row.text.setFocus()
                raise
            except errors.InvalidValue as problem:
                (row.quantity if problem.field == "quantity" else row.price).setFocus()
                raise
            if line is not None:
                found.append(line)
        return tuple(found)

    def set_lines(self, lines: Iterable[Line]) -> None:
        """Show these lines, or one blank line."""
        self._clear()
        for line in lines:
            self._append().set_line(line)
        if not self.rows:
            self._append()
        self._after_rows_changed()

    def state(self) -> list[State]:
        """Return what is typed in each line that is not blank."""
        return [row.state() for row in self.rows if not row.is_blank()]

    def set_state(self, states: Iterable[State]) -> None:
        """Put a draft back; there is always a line to type in."""
        self._clear()
        for state in states:
            self._append().set_state(state)
        if not self.rows:
            self._append()
        self._after_rows_changed()

    def add_row(self) -> None:
        """Add a blank line, or go to the one that is there already."""
        if not self.rows or not self.rows[-1].is_blank():
            self._append()
            self._after_rows_changed()
        self.rows[-1].text.setFocus()

    def fields(self) -> list[QWidget]:
        """Return everything that takes the focus, in the order of Tab."""
        return [field for row in self.rows for field in row.fields()] + [self.add_button]

    def _titles(self) -> QHBoxLayout:
        titles = in_row(
            Grow(TextLabel(self.tr("Work, parts and oil"), TextRole.CAPTION, "text2")),
            spacing=theme().px(line_row.GAP_PX),
        )
        right = Qt.AlignmentFlag.AlignRight
        for text, width, align in (
            (self.tr("Kind"), line_row.KIND_PX, None),
            (self.tr("Quantity"), line_row.QUANTITY_PX, right),
            (self.tr("Price each"), line_row.PRICE_PX, right),
            (self.tr("Mechanic"), line_row.MECHANIC_PX, None),
            ("", line_row.REMOVE_PX, None),
        ):
            label = TextLabel(text, TextRole.CAPTION, "text2")
            label.setFixedWidth(theme().px(width))
            if align is not None:
                label.setAlignment(align)
            titles.addWidget(label)
        return titles

    def _append(self) -> LineRow:
        row = LineRow(self._book, self._kinds, self._find_mechanics, self)
        row.changed.connect(self.changed)
        row.remove_requested.connect(self._on_remove)
        row.done.connect(self._on_row_done)
        self.rows.append(row)
        self._column.addWidget(row)
        # A layout shows what it was given only later; the keys may come sooner.
        row.show()
        return row

    def _clear(self) -> None:
        for row in self.rows:
            self._take_out(row)
        self.rows = []

    def _take_out(self, row: LineRow) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_row_done(self, row: LineRow) -> None:
        place = self.rows.index(row)
        if place + 1 < len(self.rows):
            self.rows[place + 1].text.setFocus()
        else:
            self.add_row()

    def _on_remove(self, row: LineRow) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        if not self.rows:
            self._append()
        self.rows[min(place, len(self.rows) - 1)].text.setFocus()
        self._take_out(row)
        self._after_rows_changed()

    def _after_rows_changed(self) -> None:
        fields = self.fields()
        for first, second in pairwise(fields):
            self.setTabOrder(first, second)
        self.rows_changed.emit()
        self.changed.emit()
