"""The counts of a report: what would come, or came, of a book."""

from PySide6.QtWidgets import QWidget

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.fact import Fact
from bengkel_crm.ui.widgets.layouts import in_row
from bengkel_crm.workshop.exchange import ImportReport
from bengkel_crm.workshop.exchange.rows.entries import RowFate

_TOLD_FATES = (RowFate.TAKEN, RowFate.KNOWN, RowFate.NOT_TAKEN, RowFate.LEFT_OUT)


class ReportFacts(CardFrame):
    """Vehicles, customers, work orders and rows; products only where the book has some."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.vehicles = Fact("vehicles")
        self.customers = Fact("person")
        self.work_orders = Fact("work-order")
        self.products = Fact("drop")
        self.outcomes = Fact("bell")
        self.taken = Fact("check-circle")
        self.rows = Fact("alert")
        self._report: ImportReport | None = None
        row = in_row(spacing=16)
        for fact in self._facts():
            row.addWidget(fact, 1)
            # All of them in a row are wider than a small screen; a report shows those it speaks of.
            fact.hide()
        self.body.addLayout(row)
        self._put_texts()

    def show_report(self, report: ImportReport) -> None:
        """Show how many vehicles, customers and visits a book brings, changes or has like the shop."""
        self._report = report
        self.vehicles.set_value(*_told(report.vehicles_added, report.vehicles_changed, report.vehicles_known))
        self.customers.set_value(
            *_told(report.customers_added, report.customers_changed, report.customers_known)
        )
        self.work_orders.set_value(*_told(report.work_orders_added, 0, report.work_orders_known))
        self.products.set_value(*_told(report.products_added, report.products_changed, 0))
        shown = {
            self.vehicles: report.vehicles_added or report.vehicles_changed or report.vehicles_known,
            self.customers: report.customers_added or report.customers_changed or report.customers_known,
            self.work_orders: report.work_orders_added or report.work_orders_known,
            self.products: report.products_added or report.products_changed,
            self.outcomes: report.outcomes_recorded,
        }
        self.outcomes.set_value(*_told(report.outcomes_recorded, 0, 0))
        for fact, count in shown.items():
            fact.setVisible(bool(count))
        # A book that speaks of none of these: what came of reminders, or nothing new.
        self.taken.setVisible(not any(shown.values()))
        known = i18n.format_number(report.rows.get(RowFate.KNOWN, 0))
        self.taken.set_value(
            i18n.format_number(report.rows.get(RowFate.TAKEN, 0)),
            translate("ImportBook", "{0} known already").format(known) if known != "0" else "",
        )
        self.rows.setVisible(True)
        refused = len({(problem.sheet, problem.row) for problem in report.problems})
        # Titles, totals and blank lines are no rows to whoever kept the book.
        rows = sum(report.rows.get(fate, 0) for fate in _TOLD_FATES)
        of = translate("ImportBook", "of {0} rows").format(i18n.format_number(rows))
        self.rows.set_value(i18n.format_number(refused), of, Tone.WARN if refused else Tone.NEUTRAL)

    def told(self) -> str:
        """Return all of it in one line."""
        return " · ".join(
            " ".join(filter(None, (fact.caption().lower() + ":", fact.value(), fact.detail())))
            for fact in self._facts()
            if not fact.isHidden()
        ).capitalize()

    def _facts(self) -> tuple[Fact, ...]:
        return (
            self.vehicles,
            self.customers,
            self.work_orders,
            self.products,
            self.outcomes,
            self.taken,
            self.rows,
        )

    def _put_texts(self) -> None:
        self.put_again(lambda: self.vehicles.set_caption(translate("ImportBook", "Vehicles")))
        self.put_again(lambda: self.customers.set_caption(translate("ImportBook", "Customers")))
        self.put_again(lambda: self.work_orders.set_caption(translate("ImportBook", "Work orders")))
        self.put_again(lambda: self.products.set_caption(translate("ImportBook", "Products")))
        self.put_again(lambda: self.outcomes.set_caption(translate("ImportBook", "Answers to reminders")))
        self.put_again(lambda: self.taken.set_caption(translate("ImportBook", "Rows taken")))
        self.put_again(lambda: self.rows.set_caption(translate("ImportBook", "Rows not taken")))
        self.put_again(self._show_again)

    def _show_again(self) -> None:
        if self._report is not None:
            self.show_report(self._report)


def _told(added: int, changed: int, known: int) -> tuple[str, str]:
    number = i18n.format_number
    detail = ""
    if known and changed:
        # Whoever is changed is known: two counts side by side would be added up.
        detail = translate("ImportBook", "{0} known already ({1} changed)").format(
            number(known), number(changed)
        )
    elif changed:
        detail = translate("ImportBook", "{0} changed").format(number(changed))
    elif known:
        detail = translate("ImportBook", "{0} known already").format(number(known))
    return translate("ImportBook", "{0} new").format(number(added)), detail
