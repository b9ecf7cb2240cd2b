"""What of all vehicles is wanted: a text, and choices of kind, due day, phone and brand."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.records.lists import DueState, VehicleQuery, VehicleSort
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.ui.lists.filter_line import FilterLine
from bengkel_crm.ui.lists.table_model import Order
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.flow import FlowLayout
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.texts import Speaks


class VehicleFilters(Speaks, QWidget):
    """`reset` stands where the page wants it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FilterLine()
        self.kind: ChoiceBox[VehicleKind | None] = self.named(ChoiceBox({None: ""}), "Kind of vehicle")
        self.due: ChoiceBox[DueState | None] = self.named(ChoiceBox({None: ""}), "Next due")
        self.phone: ChoiceBox[bool | None] = self.named(ChoiceBox({None: ""}), "Phone")
        self.brand: ChoiceBox[str | None] = self.named(ChoiceBox({None: ""}), "Brand")
        self.reset = self.worded(KeyButton("", "close", kind=ButtonKind.LINK), "Show all")
        self._brands: Sequence[str] = ()
        row = FlowLayout(8, self)
        row.addWidget(self.line)
        for box in (self.kind, self.due, self.phone, self.brand):
            row.addWidget(box)
            box.activated.connect(self._on_changed)
        self.line.textChanged.connect(self._on_changed)
        self.reset.clicked.connect(self.clear)
        self._put_texts()

    def query(self, order: Order, today: date) -> VehicleQuery:
        """Return what is asked for, in an order whose key is a `VehicleSort`."""
        return VehicleQuery(
            today=today,
            text=self.line.text().strip(),
            sort=VehicleSort(order.key),
            descending=order.descending,
            kind=self.kind.value(),
            due=self.due.value(),
            has_phone=self.phone.value(),
            brand=self.brand.value(),
        )

    def is_narrowed(self) -> bool:
        """Return whether the list shows less than every vehicle."""
        boxes = (self.kind, self.due, self.phone, self.brand)
        return bool(self.line.text().strip()) or any(box.value() is not None for box in boxes)

    def clear(self) -> None:
        """Want all vehicles again."""
        for box in (self.kind, self.due, self.phone, self.brand):
            box.setCurrentIndex(0)
        self.line.clear()
        self._on_changed()

    def offer_brands(self, brands: Sequence[str]) -> None:
        """Offer the brands that the shop has."""
        self._brands = tuple(brands)
        every: dict[str | None, str] = {None: self.tr("All brands")}
        self.brand.set_choices(every | {brand: brand for brand in brands})

    def _put_texts(self) -> None:
        self.put_text(self.line.set_words, "Narrow the list down", "Plate, name, phone or vehicle…")
        self.put_again(
            lambda: self.kind.set_choices(
                {
                    None: self.tr("Every kind"),
                    VehicleKind.MOTORCYCLE: self.tr("Motorcycles"),
                    VehicleKind.CAR: self.tr("Cars"),
                }
            )
        )
        self.put_again(
            lambda: self.due.set_choices(
                {
                    None: self.tr("Next due"),
                    DueState.OVERDUE: self.tr("Overdue"),
                    DueState.THIS_MONTH: self.tr("Due this month"),
                    DueState.NOT_DUE: self.tr("Not due yet"),
                }
            )
        )
        self.put_again(
            lambda: self.phone.set_choices(
                {
                    None: self.tr("Phone"),
                    True: self.tr("With a phone"),
                    False: self.tr("Without a phone"),
                }
            )
        )
        self.put_again(self._show_texts)

    def _show_texts(self) -> None:
        self.offer_brands(self._brands)
        self.reset.setVisible(self.is_narrowed())

    def _on_changed(self) -> None:
        self.reset.setVisible(self.is_narrowed())
        self.changed.emit()
