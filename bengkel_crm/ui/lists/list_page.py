"""The page of a long list: filters above, rows below, each row opening its vehicle's card."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.journal import Change
from bengkel_crm.ui.lists.filter_line import FilterLine
from bengkel_crm.ui.lists.pane import ListPane, RowAction
from bengkel_crm.ui.lists.removing import remove_records
from bengkel_crm.ui.shell.shell import Command, Page, Shell
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.layouts import Grow, in_column

Q = TypeVar("Q")
R = TypeVar("R")


class Filters(Protocol):
    """What narrows a list down: a widget with a line to type in, and a button that undoes it."""

    line: FilterLine
    reset: KeyButton

    @property
    def changed(self) -> SignalInstance:
        """Told when something else is asked for."""

    def is_narrowed(self) -> bool:
        """Return whether the list shows less than everything."""

    def clear(self) -> None:
        """Ask for everything again."""


class EmptyWords(NamedTuple):
    """What stands in the place of the rows: why, what to do, and the button's word."""

    title: str
    text: str
    button: str


class ListPage(Page, Generic[Q, R]):
    """A subclass builds `filters` and `pane`, calls `begin`, and answers the questions below."""

    filters: Filters
    pane: ListPane[Q, R]

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._is_stale = True

    # What a subclass answers

    @abstractmethod
    def title(self) -> str:
        """Return what the list is called."""

    @abstractmethod
    def count_words(self, count: int) -> str:
        """Return "1234 vehicles", the number as it is."""

    @abstractmethod
    def empty_words(self, is_narrowed: bool) -> EmptyWords:
        """Return what stands where no row does."""

    @abstractmethod
    def vehicle_id(self, row: R) -> int:
        """Return whose card a row opens."""

    @abstractmethod
    def edit(self, row: R) -> None:
        """Show the form that mends a row's record."""

    @abstractmethod
    def remove(self, row: R) -> Change:
        """Put a row's record into the bin."""

    @abstractmethod
    def offer_choices(self) -> None:
        """Fill the filters' choices from the shop's file."""

    # What the window asks

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        """Return what the keys do here; saving as a file only where there is a list."""
        found: dict[Command, Callable[[], None]] = {Command.BACK: self._on_back}
        if self.pane.model.rowCount() and not self.pane.save.is_saving():
            found[Command.TO_EXCEL] = self._on_save
        if self.pane.chosen():
            found[Command.EDIT] = self._on_edit
            found[Command.NEW_WORK_ORDER] = self._on_new_work_order
            if self.pane.table.hasFocus():
                found[Command.REMOVE] = self._on_remove
        return found

    def shop_opened(self) -> None:
        """Begin to follow the shop, and read if the page is seen."""
        self.pane.restore()
        self.shell.changed.connect(self._on_shop_changed)
        if self.isVisible():
            self._read_if_stale()

    def day_began(self) -> None:
        """Read again: what is late follows from the day."""
        # "Today" means other rows now.
        self._is_stale = True
        if self.isVisible():
            self._read_if_stale()

    def put_away(self) -> None:
        """Keep widths and order of the list."""
        self.pane.put_away()

    def come_to_front(self) -> None:
        """Read what changed meanwhile and put the cursor into the filter."""
        self._read_if_stale()
        self.filters.line.setFocus()
        self.filters.line.selectAll()

    def _show_texts(self) -> None:
        self.pane.head.set_words(self.title(), self._grouped_count_words)
        self.pane.table.setAccessibleName(self.title())

    # What a subclass calls

    def begin(self, filters: QWidget) -> None:
        """Lay the page and connect it."""
        in_column(self.pane.head, filters, Grow(self.pane), on=self, spacing=12, margins=(20, 14, 20, 12))
        self.pane.head.add_beside_count(self.filters.reset)
        self.filters.changed.connect(self._on_filters_changed)
        self.filters.line.left_downwards.connect(self.pane.enter)
        self.pane.opened.connect(self._on_opened)
        self.pane.remove_requested.connect(self._on_remove)
        self.pane.save.asked.connect(self._on_save)
        self.pane.typed.connect(self.filters.line.take_key)
        self.pane.left_upwards.connect(self.filters.line.setFocus)
        self.pane.empty_activated.connect(self._on_empty_activated)
        self.pane.set_row_actions(self._row_actions)
        self.put_again(self._show_empty_words)
        self.put_again(self._show_texts)

    # What the clerk does

    def _on_back(self) -> None:
        if self.filters.is_narrowed():
            self.filters.clear()
        self.filters.line.setFocus()

    def show_matching(self, text: str) -> None:
        """Show what fits a text and nothing else."""
        self.filters.clear()
        self.filters.line.setText(text)
        self.filters.line.setFocus()

    def _on_filters_changed(self) -> None:
        self._show_empty_words()
        if self.shell.is_open:
            self.pane.reload()

    def _on_opened(self, row: R) -> None:
        self.shell.open_card(self.vehicle_id(row))

    def _on_edit(self) -> None:
        self.edit(self.pane.chosen()[0])

    def _on_new_work_order(self) -> None:
        self.shell.openers.edit_work_order(self.vehicle_id(self.pane.chosen()[0]))

    def _on_save(self) -> None:
        self.pane.save_list(self.title())

    def _on_remove(self) -> None:
        remove_records(self.shell, self.pane.chosen(), self.remove)

    def _on_empty_activated(self) -> None:
        if self.filters.is_narrowed():
            self._on_back()
        else:
            self.shell.go("counter")

    # What is shown

    def _on_shop_changed(self, change: Change) -> None:
        self._is_stale = self._is_stale or change.touches(self.shows)
        if self.isVisible():
            self._read_if_stale()

    def _read_if_stale(self) -> None:
        if self._is_stale and self.shell.is_open:
            self._is_stale = False
            self.offer_choices()
            self.pane.refresh()

    def _grouped_count_words(self, count: int) -> str:
        return self.count_words(count).replace(str(count), i18n.format_number(count))

    def _show_empty_words(self) -> None:
        self.pane.empty.set_words(*self.empty_words(self.filters.is_narrowed()))

    def _row_actions(self) -> list[RowAction]:
        rows = self.pane.chosen()
        remove = RowAction(translate("Lists", "Move to the bin"), "Del", self._on_remove)
        if len(rows) > 1:
            return [remove]
        return [
            RowAction(translate("Lists", "Open the card"), "Enter", lambda: self._on_opened(rows[0])),
            RowAction(translate("Lists", "New work order"), "F2", self._on_new_work_order),
            RowAction(translate("Lists", "Edit"), "F4", self._on_edit),
            remove,
        ]
