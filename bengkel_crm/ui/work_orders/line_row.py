"""One line of a work order, as it is typed."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from bengkel_crm.base import errors, i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.work_orders import Line
from bengkel_crm.trade.kinds import LineKind, ProductCategory
from bengkel_crm.trade.names import fold
from bengkel_crm.trade.products import classify_product
from bengkel_crm.ui.forms.draft_keeper import State
from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.widgets.amount_edits import AmountEdit, QuantityEdit, RupiahEdit
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.layouts import Grow, in_row
from bengkel_crm.ui.widgets.suggest_edit import Finder, SuggestEdit, Suggestion
from bengkel_crm.ui.work_orders.line_book import LineBook

KIND_PX, QUANTITY_PX, PRICE_PX, MECHANIC_PX, REMOVE_PX = 108, 66, 122, 124, 30
GAP_PX = 6

N = TypeVar("N", bound=float)


class LineRow(QWidget):
    """Text with completion, then what it is, how many, what each costs, and who did it."""

    changed = Signal()
    remove_requested = Signal(object)
    done = Signal(object)

    def __init__(
        self,
        book: LineBook,
        kinds: dict[LineKind, str],
        find_mechanics: Finder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._known: Line | None = None
        self.text = SuggestEdit(self._find)
        self.kind: ChoiceBox[LineKind] = ChoiceBox(kinds)
        self.quantity = QuantityEdit()
        self.price = RupiahEdit()
        self.mechanic = SuggestEdit(find_mechanics)
        self.mechanic.set_arrow(shown=False)
        for edit in (self.text, self.quantity, self.price, self.mechanic):
            edit.installEventFilter(self)
        self._bin = QToolButton()
        self._bin.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bin.clicked.connect(self._on_bin)
        self._build()
        self._name()
        self.text.picked.connect(self._on_picked)
        self.text.editingFinished.connect(self._recognise)
        self.text.textChanged.connect(self.changed)
        self.kind.currentIndexChanged.connect(self.changed)
        for edit in (self.quantity, self.price, self.mechanic):
            edit.textChanged.connect(self.changed)
        theme().changed.connect(self._restyle)
        self._restyle()

    def is_blank(self) -> bool:
        """Return whether nothing is typed in the line."""
        return not any(edit.text().strip() for edit in (self.text, self.price, self.mechanic))

    def line(self) -> Line | None:
        """Return the line, or None for a blank one.

        Raises:
            MissingField: something else was typed, but no text; InvalidValue
        """
        if self.is_blank():
            return None
        text = " ".join(self.text.text().split())
        if not text:
            raise errors.MissingField("text")
        kind = self.kind.value()
        known = self._book.find(text)
        same = known is not None and known.kind is kind
        return Line(
            kind=kind,
            text=text,
            quantity=_read(self.quantity, "quantity") or 1,
            price_rupiah=_read(self.price, "price_rupiah") or 0,
            category=known.category if same and known is not None else _category(kind, text),
            mechanic=self.mechanic.text().strip() or None,
            job_kind_code=known.job_kind_code if same and known is not None else None,
        )

    def set_line(self, line: Line) -> None:
        """Show a line that is kept."""
        self._known = line
        self.text.setText(line.text)
        self.kind.set_value(line.kind)
        self.quantity.set_amount(line.quantity)
        self.price.set_amount(line.price_rupiah or None)
        self.mechanic.setText(line.mechanic or "")

    def state(self) -> State:
        """Return what is typed, to be kept as a draft."""
        return {
            "text": self.text.text(),
            "kind": self.kind.value().value,
            "quantity": self.quantity.text(),
            "price": self.price.text(),
            "mechanic": self.mechanic.text(),
        }

    def set_state(self, state: State) -> None:
        """Put a draft back."""
        self.text.setText(state["text"])
        self.kind.set_value(LineKind(state["kind"]))
        self.quantity.setText(state["quantity"])
        self.price.setText(state["price"])
        self.mechanic.setText(state["mechanic"])
        self._known = self._book.find(self.text.text())

    def fields(self) -> list[QWidget]:
        """Return the fields in the order of Tab."""
        return [self.text, self.kind, self.quantity, self.price, self.mechanic]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A line to type in would take Ctrl+Delete for itself.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_Delete and with_control:
                self._on_bin()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_enter and not with_control and not self.is_blank():
            self.done.emit(self)
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        row = in_row(Grow(self.text), on=self, spacing=theme().px(GAP_PX), margins=(0, 0, 0, 0))
        widths: list[tuple[QWidget, int]] = [
            (self.kind, KIND_PX),
            (self.quantity, QUANTITY_PX),
            (self.price, PRICE_PX),
            (self.mechanic, MECHANIC_PX),
            (self._bin, REMOVE_PX),
        ]
        for widget, width in widths:
            widget.setFixedWidth(theme().px(width))
            row.addWidget(widget)
        for edit in (self.quantity, self.price):
            edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _name(self) -> None:
        self.text.setAccessibleName(self.tr("Work or item"))
        self.text.setPlaceholderText(self.tr("Work or item"))
        self.kind.setAccessibleName(self.tr("Kind"))
        self.quantity.setAccessibleName(self.tr("Quantity"))
        self.quantity.setPlaceholderText("1")
        self.price.setAccessibleName(self.tr("Price"))
        self.mechanic.setAccessibleName(self.tr("Mechanic of this line"))
        self._bin.setAccessibleName(self.tr("Remove line"))
        self._bin.setToolTip(f"{self.tr('Remove line')}  Ctrl+Del")

    def _find(self, typed: str) -> list[Suggestion]:
        return [suggestion_of(self._book, typed, line) for line in self._book.suggest(typed)]

    def _on_picked(self, suggestion: Suggestion) -> None:
        self._recognise()

    def _recognise(self) -> None:
        """Fill in what is known of the text; what was typed by hand stays."""
        text = self.text.text()
        if not text.strip() or (self._known is not None and fold(self._known.text) == fold(text)):
            return
        before, self._known = self._known, self._book.line_for(text)
        self.kind.set_value(self._known.kind)
        asked_before = before is not None and self.price.text() == i18n.format_rupiah(before.price_rupiah)
        if (not self.price.text() or asked_before) and self._known.price_rupiah:
            self.price.set_amount(self._known.price_rupiah)

    def _on_bin(self) -> None:
        self.remove_requested.emit(self)

    def _restyle(self) -> None:
        self._bin.setIcon(icons.icon("close", "text2", 16))
        self._bin.setIconSize(QSize(16, 16))


def suggestion_of(book: LineBook, typed: str, line: Line) -> Suggestion:
    """Return a line as it is offered: with its price, or asking whether it was meant."""
    if book.is_guess(typed, line):
        return Suggestion(line.text, translate("WorkEntry", "did you mean this?"), is_guess=True)
    return Suggestion(line.text, i18n.format_rupiah(line.price_rupiah) if line.price_rupiah else "")


def _category(kind: LineKind, text: str) -> ProductCategory | None:
    if kind is LineKind.JOB:
        return None
    category = classify_product(text)
    # An oil whose name nobody knows is what people mean by oil.
    if kind is LineKind.OIL and category is ProductCategory.PART:
        return ProductCategory.ENGINE_OIL
    return category


def _read(edit: AmountEdit[N], field: str) -> N | None:
    try:
        return edit.amount()
    except ValueError as problem:
        raise errors.InvalidValue(field, edit.text()) from problem
