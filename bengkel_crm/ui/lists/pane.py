"""A long list on a page: its rows, how they are read and sorted, and what stands there when it has none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from bengkel_crm.base.progress import Progress
from bengkel_crm.records.exports import ExportKind, ListLayout, Target
from bengkel_crm.records.lists import PageMark, RowPage
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.lists.columns import ListColumn, layout_of
from bengkel_crm.ui.lists.list_head import ListHead
from bengkel_crm.ui.lists.list_sheet import ListSheet
from bengkel_crm.ui.lists.save_list import SaveList
from bengkel_crm.ui.lists.table import LongTable
from bengkel_crm.ui.lists.table_model import Order, PagedTableModel
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.query import Query
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.empty_state import EmptyState
from bengkel_crm.ui.widgets.key_button import ButtonKind
from bengkel_crm.ui.widgets.layouts import Grow, in_column
from bengkel_crm.workshop.lists.lists import PAGE_ROWS, Check
from bengkel_crm.workshop.shop_file.shop_file import Database

Q = TypeVar("Q")
R = TypeVar("R")
# So many rows are read again at once when something was written, to stay where one was.
_MOST_KEPT = 1_000
_PATIENCE_TO_COUNT = 0.015


@dataclass(frozen=True)
class ListSource(Generic[Q, R]):
    """Where a list's rows come from; `identity` tells one row from another, `export` writes them all."""

    page: Callable[[Database, Q, PageMark | None, int, Check | None], RowPage[R]]
    count: Callable[[Database, Q, Check | None], int]
    identity: Callable[[R], int]
    what: ExportKind
    export: Callable[[Database, Q, ListLayout[R], Target, Progress], int]


class RowAction(NamedTuple):
    """Something that can be done with the chosen rows; `key` is only shown."""

    text: str
    key: str
    do: Callable[[], None]


@dataclass(frozen=True)
class _KeptPlace:
    """Where one was in a list that is read again."""

    chosen: frozenset[int]
    current: int | None
    row: int
    scrolled: int


class ListPane(QWidget, Generic[Q, R]):
    """`query_for` says what the filters ask for, in an order; it is asked again at each reading."""

    opened = Signal(object)
    remove_requested = Signal()
    typed = Signal(object)
    left_upwards = Signal()
    empty_activated = Signal()

    def __init__(
        self,
        shell: Shell,
        name: str,
        columns: Sequence[ListColumn[R]],
        order: Order,
        source: ListSource[Q, R],
        query_for: Callable[[Order], Q],
        *,
        empty_icon: str,
        narrow_without: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._shell = shell
        self._source = source
        self._query_for = query_for
        self._query: Q | None = None
        self._after: PageMark | None = None
        self._is_more = False
        self._place: _KeptPlace | None = None
        self._row_actions: Callable[[], list[RowAction]] = list
        self.model: PagedTableModel[R] = PagedTableModel(columns, order, self)
        self.table = LongTable(name, self.model, narrow_without)
        self.head = ListHead(self.model)
        self.save = SaveList(shell, name, ButtonKind.LINK)
        self.empty = EmptyState(empty_icon, button_icon="")
        self.stack = ListSheet(self.table, self.empty)
        self._pages: Query[RowPage[R]] = Query(shell, f"{name}.page", self)
        self._counts: Query[int] = Query(shell, f"{name}.count", self)
        self._build()
        self._connect()
        self.table.set_sort(order.key, descending=order.descending)

    # What the page asks

    def reload(self) -> None:
        """Read the list from its top."""
        self._place = None
        self._read(PAGE_ROWS)

    def refresh(self) -> None:
        """Read the list again, staying at the same rows."""
        rows = self.model.records()
        current = self.table.current_row()
        self._place = _KeptPlace(
            frozenset(self._source.identity(rows[row]) for row in self.table.chosen_rows()),
            self._source.identity(rows[current]) if current >= 0 else None,
            current,
            self.table.verticalScrollBar().value(),
        )
        self._read(min(max(PAGE_ROWS, len(rows)), _MOST_KEPT))

    def chosen(self) -> list[R]:
        """Return the chosen records from the top."""
        return [self.model.record(row) for row in self.table.chosen_rows()]

    def enter(self) -> bool:
        """Give the list the focus, its first row chosen if none is; return False when it is empty."""
        if not self.model.rowCount():
            return False
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.table.selectionModel().hasSelection():
            self.table.selectRow(max(self.table.current_row(), 0))
        return True

    def save_list(self, title: str) -> None:
        """Ask for a file and write every row there, as filtered and sorted, with the chosen columns."""
        query, export, database = self._query, self._source.export, self._shell.database
        if query is None or not self.model.rowCount():
            return
        layout = layout_of(self._source.what, title, self.table.chosen_columns())
        self.save.ask(
            f"{title} {today().day().isoformat()}",
            lambda target, progress: export(database, query, layout, target, progress),
        )

    def set_row_actions(self, actions: Callable[[], list[RowAction]]) -> None:
        """Offer these when a row's menu is opened."""
        self._row_actions = actions

    def put_away(self) -> None:
        """Remember the columns, and want no answer any more."""
        self._pages.forget()
        self._counts.forget()
        self.table.save_columns(self._shell.settings)

    def restore(self) -> None:
        """Lay the columns as they were left."""
        self.table.restore_columns(self._shell.settings)
        self.table.show_order(self.model.order)

    def is_waiting(self) -> bool:
        """Return whether a page or the count is being read."""
        return self._pages.is_waiting() or self._counts.is_waiting()

    # Reading

    def _read(self, rows: int) -> None:
        query, page = self._query_for(self.model.order), self._source.page
        self._query, self._is_more = query, False
        self._pages.ask(lambda database, check: page(database, query, None, rows, check))

    def _on_more_wanted(self) -> None:
        query, after, page = self._query, self._after, self._source.page
        if query is None or self._pages.is_waiting():
            # What is on its way begins the list anew.
            return
        self._is_more = True
        self._pages.ask(lambda database, check: page(database, query, after, PAGE_ROWS, check))

    def _on_page(self, page: RowPage[R]) -> None:
        self._after = page.after
        if self._is_more:
            self.model.add_rows(page.rows, at_end=page.after is None)
            return
        self.model.show_rows(page.rows, at_end=page.after is None)
        self._return_to_place()
        self.stack.show_whether(page.rows)
        self._ask_count(page)

    def _ask_count(self, page: RowPage[R]) -> None:
        query, count = self._query, self._source.count
        if page.after is None:
            self._counts.forget()
            self.head.show_count(len(page.rows))
        elif query is not None:
            self._counts.ask(
                lambda database, check: count(database, query, check), patience_seconds=_PATIENCE_TO_COUNT
            )

    def _return_to_place(self) -> None:
        place, self._place = self._place, None
        if place is None or not self.model.rowCount():
            self.table.scrollToTop()
            return
        rows = {self._source.identity(record): row for row, record in enumerate(self.model.records())}
        current = place.row if place.current is None else rows.get(place.current, place.row)
        if current >= 0:
            current = min(current, self.model.rowCount() - 1)
            chosen = [rows[identity] for identity in place.chosen if identity in rows]
            self.table.choose(chosen or [current], current)
        self.table.verticalScrollBar().setValue(place.scrolled)

    # Building

    def _build(self) -> None:
        self.head.add_button(self.save)
        in_column(Grow(self.stack), on=self, spacing=8, margins=(0, 0, 0, 0))

    def _connect(self) -> None:
        self._pages.answered.connect(self._on_page)
        self._pages.waiting.connect(self.head.show_reading)
        self._counts.answered.connect(self.head.show_count)
        self._counts.waiting.connect(self.head.show_counting)
        self.model.more_wanted.connect(self._on_more_wanted)
        self.model.order_wanted.connect(self._on_order_wanted)
        self.head.order_chosen.connect(self._on_order_chosen)
        self.head.columns_asked.connect(self._on_columns_asked)
        self.table.activated_row.connect(lambda row: self.opened.emit(self.model.record(row)))
        self.table.remove_requested.connect(self.remove_requested)
        self.table.typed.connect(self.typed)
        self.table.left_upwards.connect(self.left_upwards)
        self.table.copied.connect(self._on_copied)
        self.table.customContextMenuRequested.connect(self._on_menu)
        self.empty.activated.connect(self.empty_activated)

    def _on_order_wanted(self) -> None:
        self.head.show_order(self.model.order)
        if self._query is not None:
            self.reload()

    def _on_order_chosen(self, order: Order) -> None:
        self.table.set_sort(order.key, descending=order.descending)

    def _on_columns_asked(self, at: QPoint) -> None:
        self.table.columns_menu().popup(at)

    def _on_copied(self, rows: int) -> None:
        self._shell.show_message(self.tr("%n rows copied", "", rows), Tone.NEUTRAL)

    def _on_menu(self, at: QPoint) -> None:
        if not self.table.chosen_rows():
            return
        menu = QMenu(self)
        copy = RowAction(self.tr("Copy"), "Ctrl+C", self.table.copy)
        for action in (*self._row_actions(), copy):
            menu.addAction(f"{action.text}\t{action.key}").triggered.connect(action.do)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.viewport().mapToGlobal(at))
