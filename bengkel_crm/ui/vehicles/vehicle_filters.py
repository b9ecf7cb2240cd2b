"""What of all vehicles is wanted: a text, and choices of kind, due day, phone and brand."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.records.lists import DueState, VehicleQuery, VehicleSort
from bengkel_crm.trade.kinds import VehicleKind
from bengkel_crm.ui.lists.filter_line import FilterLine
from bengkel_crm.ui.lists.table_model import Order
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.flow import FlowLayout
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton


class VehicleFilters(QWidget):
    """`reset` stands where the page wants it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FilterLine()
        self.kind: ChoiceBox[VehicleKind | None] = ChoiceBox({None: ""})
        self.due: ChoiceBox[DueState | None] = ChoiceBox({None: ""})
        self.phone: ChoiceBox[bool | None] = ChoiceBox({None: ""})
        self.brand: ChoiceBox[str | None] = ChoiceBox({None: ""})
        self.reset = KeyButton("", "close", kind=ButtonKind.LINK)
        self._brands: Sequence[str] = ()
        row = FlowLayout(8, self)
        row.addWidget(self.line)
        for box in (self.kind, self.due, self.phone, self.brand):
            row.addWidget(box)
            box.activated.connect(self._on_changed)
        self.line.textChanged.connect(self._on_changed)
        self.reset.clicked.connect(self.clear)
        self.retranslate()

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
        boxes = (self.kind, self.due, self.phone, self.brand)
        return bool(self.line.text().strip()) or any(box.value() is not None for box in boxes)

    def clear(self) -> None:
        """Want all vehicles again."""
        for box in (self.kind, self.due, self.phone, self.brand):
            box.setCurrentIndex(0)
        self.line.clear()
        self._on_changed()

    def offer_brands(self, brands: Sequence[str]) -> None:
        self._brands = tuple(brands)
        every: dict[str | None, str] = {None: self.tr("All brands")}
        self.brand.set_choices(every | {brand: brand for brand in brands})

    def retranslate(self) -> None:
        self.line.set_words(self.tr("Narrow the list down"), self.tr("Plate, name, phone or vehicle…"))
        self.kind.setAccessibleName(self.tr("Kind of vehicle"))
        self.due.setAccessibleName(self.tr("Next due"))
        self.phone.setAccessibleName(self.tr("Phone"))
        self.brand.setAccessibleName(self.tr("Brand"))
        self.reset.setText(self.tr("Show all"))
        self.kind.set_choices(
            {
                None: self.tr("Every kind"),
                VehicleKind.MOTORCYCLE: self.tr("Motorcycles"),
                VehicleKind.CAR: self.tr("Cars"),
            }
        )
        self.due.set_choices(
            {
                None: self.tr("Next due"),
                DueState.OVERDUE: self.tr("Overdue"),
                DueState.THIS_MONTH: self.tr("Due this month"),
                DueState.NOT_DUE: self.tr("Not due yet"),
            }
        )
        self.phone.set_choices(
            {
                None: self.tr("Phone"),
                True: self.tr("With a phone"),
                False: self.tr("Without a phone"),
            }
        )
        self.offer_brands(self._brands)
        self.reset.setVisible(self.is_narrowed())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _on_changed(self) -> None:
        self.reset.setVisible(self.is_narrowed())
        self.changed.emit()
