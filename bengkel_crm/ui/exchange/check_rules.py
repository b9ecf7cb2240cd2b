"""Rules that settle many doubtful cells at once: one for the dates, one for the phones."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.trade.dates import DateOrder
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Stretch, in_row
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.workshop.exchange import PhoneRule


class CheckRules(Speaks, QWidget):
    """Emits `dates_chosen(order or None)` and `phones_chosen(rule)`."""

    dates_chosen = Signal(object)
    phones_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dates: ChoiceBox[DateOrder | None] = self.named(
            ChoiceBox({None: ""}), "Dates that could be two days"
        )
        self.phones: ChoiceBox[PhoneRule] = self.named(
            ChoiceBox({PhoneRule.ALL: ""}), "Several numbers in a cell"
        )
        self._date_label = self.worded(TextLabel("", TextRole.BODY, "text2"), "Dates that could be two days:")
        self._phone_label = self.worded(TextLabel("", TextRole.BODY, "text2"), "Several numbers in a cell:")
        in_row(
            self._date_label,
            self.dates,
            self._phone_label,
            self.phones,
            Stretch(),
            on=self,
            spacing=10,
            margins=(0, 0, 0, 0),
        )
        self.dates.activated.connect(self._on_dates)
        self.phones.activated.connect(self._on_phones)
        self.put_again(self._show_texts)

    def show_rules(
        self, order: DateOrder | None, phones: PhoneRule, *, asks_dates: bool, asks_phones: bool
    ) -> None:
        """Show the rules that hold; those no cell asks for step aside."""
        with QSignalBlocker(self.dates), QSignalBlocker(self.phones):
            self.dates.set_value(order)
            self.phones.set_value(phones)
        self._date_label.setVisible(asks_dates)
        self.dates.setVisible(asks_dates)
        self._phone_label.setVisible(asks_phones)
        self.phones.setVisible(asks_phones)
        self.setVisible(asks_dates or asks_phones)

    def _show_texts(self) -> None:
        dates, phones = self.dates.value(), self.phones.value()
        with QSignalBlocker(self.dates), QSignalBlocker(self.phones):
            self.dates.start_anew(
                {
                    None: self.tr("leave them out"),
                    DateOrder.DAY_FIRST: self.tr("all are day/month"),
                    DateOrder.MONTH_FIRST: self.tr("all are month/day"),
                }
            )
            self.phones.start_anew(
                {PhoneRule.ALL: self.tr("take all"), PhoneRule.FIRST: self.tr("take the first")}
            )
            self.dates.set_value(dates)
            self.phones.set_value(phones)

    def _on_dates(self) -> None:
        self.dates_chosen.emit(self.dates.value())

    def _on_phones(self) -> None:
        self.phones_chosen.emit(self.phones.value())
