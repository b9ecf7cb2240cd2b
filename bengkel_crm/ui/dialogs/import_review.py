"""What was understood of a book, before and after it is taken over: counts, columns, problems."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bengkel_crm import i18n
from bengkel_crm.ui.dialogs.import_words import (
    ColumnLine,
    ProblemLine,
    column_lines,
    columns_of_columns,
    columns_of_problems,
    problem_lines,
)
from bengkel_crm.ui.table_model import RecordTableModel
from bengkel_crm.ui.tokens import Tone
from bengkel_crm.ui.widgets.card import Card
from bengkel_crm.ui.widgets.fact import Fact
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.record_table import RecordTable
from bengkel_crm.workshop.exchange import ImportReport


class ImportReview(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vehicles = Fact("vehicles", self.tr("Vehicles"))
        self.customers = Fact("person", self.tr("Customers"))
        self.work_orders = Fact("work-order", self.tr("Work orders"))
        self.rows = Fact("alert", self.tr("Rows not taken"))
        self.columns: RecordTableModel[ColumnLine] = RecordTableModel(columns_of_columns(), self)
        self.problems: RecordTableModel[ProblemLine] = RecordTableModel(columns_of_problems(), self)
        self.columns_table = RecordTable("import_columns", self.columns)
        self.problems_table = RecordTable("import_problems", self.problems)
        self.columns_table.setAccessibleName(self.tr("Columns recognised"))
        self.problems_table.setAccessibleName(self.tr("Rows with a problem"))
        self._tabs = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._build()

    def show_report(self, report: ImportReport) -> None:
        """Show a report; the problems are in front when there are any after the book was taken over."""
        self.vehicles.set_value(*self._told(report.vehicles_added, report.vehicles_known))
        self.customers.set_value(*self._told(report.customers_added, report.customers_known))
        self.work_orders.set_value(*self._told(report.work_orders_added, report.work_orders_known))
        refused = len(report.problems)
        of = self.tr("of {0} rows").format(i18n.format_number(report.rows_total))
        self.rows.set_value(i18n.format_number(refused), of, Tone.WARN if refused else Tone.NEUTRAL)
        self.columns.set_records(column_lines(report))
        self.problems.set_records(problem_lines(report))
        words = self.tr("Rows with a problem ({0})").format(i18n.format_number(self.problems.rowCount()))
        self._tabs.button(1).setText(words)
        self._tabs.button(1).setEnabled(self.problems.rowCount() > 0)
        self.show_tab(1 if refused and not report.dry_run else 0)

    def show_tab(self, place: int) -> None:
        self._tabs.button(place).setChecked(True)
        self._stack.setCurrentIndex(place)

    def _told(self, added: int, known: int) -> tuple[str, str]:
        new = self.tr("{0} new").format(i18n.format_number(added))
        return new, self.tr("{0} known already").format(i18n.format_number(known)) if known else ""

    def _build(self) -> None:
        facts = Card()
        row = QHBoxLayout()
        row.setSpacing(16)
        for fact in (self.vehicles, self.customers, self.work_orders, self.rows):
            row.addWidget(fact, 1)
        facts.body.addLayout(row)
        tabs = QHBoxLayout()
        tabs.setSpacing(8)
        for place, (text, table) in enumerate(
            ((self.tr("Columns recognised"), self.columns_table), ("", self.problems_table))
        ):
            tab = KeyButton(text)
            tab.setCheckable(True)
            self._tabs.addButton(tab, place)
            tabs.addWidget(tab)
            self._stack.addWidget(table)
        tabs.addStretch(1)
        self._tabs.idClicked.connect(self.show_tab)
        sheet = Card(margins=(1, 1, 1, 6))
        sheet.body.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(facts)
        column.addLayout(tabs)
        column.addWidget(sheet, 1)
