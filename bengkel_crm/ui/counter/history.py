"""The visits of one vehicle, newest first."""

from PySide6.QtCore import QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.counter import Card
from bengkel_crm.records.work_orders import WorkOrderSummary
from bengkel_crm.ui.lists.columns import COUNT, DAY, DIGITS, OIL, RUPIAH, ListColumn
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import RecordTableModel
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.card import CardFrame, SectionTitle
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, fill

# What the facts tell too, in the order it is left out.
_DISPENSABLE = ("oil", "mechanic", "km")
_LEAST_FOR_JOBS_PX = 170


def jobs_words(order: WorkOrderSummary) -> str:
    """Return what was done, and what the customer had said of the vehicle."""
    return f"{order.jobs}   —  “{order.symptom}”" if order.symptom else order.jobs


COLUMNS: tuple[ListColumn[WorkOrderSummary], ...] = (
    ListColumn("date", lambda: translate("History", "Date"), lambda order: order.date, DAY, width=112),
    ListColumn("km", lambda: translate("History", "KM"), lambda order: order.odometer_km, COUNT, width=82),
    ListColumn(
        "jobs",
        lambda: translate("History", "Work done"),
        lambda order: order.jobs,
        words=jobs_words,
        stretch=True,
    ),
    ListColumn("oil", lambda: translate("History", "Engine oil"), lambda order: order.oil, OIL, width=176),
    ListColumn("mechanic", lambda: translate("History", "Mechanic"), lambda order: order.mechanic, width=100),
    ListColumn(
        "amount", lambda: translate("History", "Amount"), lambda order: order.total_rupiah, RUPIAH, width=118
    ),
    ListColumn(
        "number",
        lambda: translate("History", "Number"),
        lambda order: order.number,
        DIGITS,
        width=104,
        shown=False,
    ),
)


class History(CardFrame):
    """Emits the id of the work order to be edited or removed."""

    edit_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(0, 10, 0, 6), parent=parent)
        self.body.setSpacing(6)
        self._title = SectionTitle()
        self._title.setContentsMargins(17, 0, 11, 0)
        self._title.add_link("columns")
        self._title.link_activated.connect(self._on_link)
        self.model: RecordTableModel[WorkOrderSummary] = RecordTableModel(COLUMNS, self)
        self.table = self.named(RecordTable("history", self.model), "Visits")
        self.table.activated_row.connect(lambda row: self.edit_requested.emit(self.model.record(row).id))
        self.table.remove_requested.connect(lambda row: self.remove_requested.emit(self.model.record(row).id))
        self._empty = TextLabel("", TextRole.BODY, "text2", wrap=True)
        self._empty.setContentsMargins(17, 4, 17, 8)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._card: Card | None = None
        # Left out for want of room, not by the clerk.
        self._left_out: set[str] = set()
        fill(self.body, self._title, Grow(self._empty), Grow(self.table))
        self.put_again(lambda: self._title.set_link("columns", self.tr("Columns…")))
        self.put_again(self._fill)

    def hasHeightForWidth(self) -> bool:
        # The head of the card takes the height it needs; the table scrolls in the rest.
        return False

    def show_card(self, card: Card) -> None:
        """Show the visits of a card's vehicle; the chosen row stays while it is the same vehicle."""
        same_vehicle = self._card is not None and self._card.vehicle.id == card.vehicle.id
        row = self.table.current_row() if same_vehicle else -1
        self._card = card
        self.model.set_records(card.history)
        if not same_vehicle:
            # Each vehicle begins with its newest visit, however the last one was sorted.
            self.table.set_sort("date", descending=True)
            self.table.scrollToTop()
        else:
            header = self.table.horizontalHeader()
            self.model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
            if row >= 0 and card.history:
                self.table.selectRow(min(row, len(card.history) - 1))
        self._fill()

    def enter(self) -> bool:
        """Give the list the focus, the newest visit chosen; return False when there is none."""
        if not self.model.rowCount():
            return False
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.table.selectionModel().hasSelection():
            self.table.selectRow(max(self.table.current_row(), 0))
        return True

    def remove_current(self) -> None:
        """Ask for the chosen visit to be put into the bin."""
        row = self.table.current_row()
        if row >= 0:
            self.remove_requested.emit(self.model.record(row).id)

    def keep_columns(self, settings: QSettings) -> None:
        """Remember widths, order and choice of the columns; those left out for want of room are chosen."""
        for place, column in enumerate(self.model.columns):
            if column.key in self._left_out:
                self.table.setColumnHidden(place, False)
        self.table.save_columns(settings)
        self._make_room()

    def lay_columns(self, settings: QSettings) -> None:
        """Lay the columns as they were left."""
        self.table.restore_columns(settings)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """On a narrow screen leave out what the facts above tell too: what was done needs the room."""
        places = {column.key: place for place, column in enumerate(self.model.columns)}
        widths = {column.key: theme().px(column.width) for column in self.model.columns if not column.stretch}
        wanted = {
            key
            for key, place in places.items()
            if key in self._left_out or not self.table.isColumnHidden(place)
        }
        over = sum(widths.get(key, 0) for key in wanted) + theme().px(_LEAST_FOR_JOBS_PX) - self.width()
        for key in _DISPENSABLE:
            if key not in wanted:
                continue
            self.table.setColumnHidden(places[key], over > 0)
            if over > 0:
                self._left_out.add(key)
                over -= widths[key]
            else:
                self._left_out.discard(key)

    def _fill(self) -> None:
        card = self._card
        count = 0 if card is None else card.history_count
        title = self.tr("Visits ({0})").format(i18n.format_number(count))
        if card is not None and count > len(card.history):
            title = self.tr("Visits ({0}, the latest {1} shown)").format(
                i18n.format_number(count), i18n.format_number(len(card.history))
            )
        self._title.set_title(title)
        self._empty.setText(self.tr("No visit is recorded yet. F2 starts the first work order."))
        self._empty.setVisible(count == 0)
        self.table.setVisible(count > 0)

    def _on_link(self, _: str) -> None:
        menu = self.table.columns_menu()
        corner = self._title.mapToGlobal(self._title.rect().bottomRight())
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))
