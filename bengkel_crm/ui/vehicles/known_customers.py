"""Customers who may be the one being typed, offered to be chosen; nobody is merged unasked."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.customers import Customer
from bengkel_crm.records.vehicles import Vehicle
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.widgets.card import ToneBox
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, in_column, in_row
from bengkel_crm.words.card_text import phone_text

KnownCustomer = tuple[Customer, Sequence[Vehicle]]

_MOST_PLATES = 3


class KnownCustomers(ToneBox):
    """One row a customer: who it is, by which phone and vehicles, and a button to take this one."""

    chosen = Signal(object)
    offered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Tone.NEUTRAL, parent)
        self._rows: list[QWidget] = []
        self._shown: list[int] = []
        self.buttons: list[KeyButton] = []
        self._column = in_column(
            TextLabel(self.tr("Perhaps already a customer"), TextRole.CAPTION, "text2"), spacing=4
        )
        self.row.addLayout(self._column)
        self.hide()

    def show_customers(self, known: Sequence[KnownCustomer]) -> None:
        """Offer these; none hides the box."""
        ids = [customer.id for customer, _ in known]
        if ids == self._shown:
            return
        self._shown = ids
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.buttons = [], []
        for customer, vehicles in known:
            self._add(customer, vehicles)
        self.setVisible(bool(known))
        self.offered.emit()

    def texts(self) -> list[str]:
        """Return what each row says."""
        return [button.accessibleDescription() for button in self.buttons]

    def _add(self, customer: Customer, vehicles: Sequence[Vehicle]) -> None:
        told = describe_known(customer, vehicles)
        row = QWidget()
        button = KeyButton(self.tr("Choose"), kind=ButtonKind.SECONDARY)
        button.setAccessibleName(self.tr("Choose {0}").format(customer.name))
        button.setAccessibleDescription(told)
        button.clicked.connect(lambda: self.chosen.emit((customer, vehicles)))
        in_row(
            IconLabel("person", size=18),
            Grow(ElidedLabel(told)),
            button,
            on=row,
            spacing=10,
            margins=(0, 0, 0, 0),
        )
        self._rows.append(row)
        self.buttons.append(button)
        self._column.addWidget(row)


def describe_known(customer: Customer, vehicles: Sequence[Vehicle]) -> str:
    """Return "Budi Santoso · 0812-8834-1907 · owns B 1234 XY"; the vehicles are today's."""
    name = " ".join(filter(None, (customer.honorific, customer.name)))
    phones = [phone_text(phone) for phone in customer.phones[:2]]
    plates = [format_plate(vehicle.plate) for vehicle in vehicles[:_MOST_PLATES]]
    if len(vehicles) > _MOST_PLATES:
        plates.append("…")
    owned = translate("KnownCustomers", "owns {0}").format(", ".join(plates)) if plates else ""
    return " · ".join(filter(None, (name, ", ".join(phones), owned)))
