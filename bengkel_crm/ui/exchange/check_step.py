"""Step 3: what taking the book over would do, and everything about it that can still be decided."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QWidget

from bengkel_crm.base import i18n
from bengkel_crm.ui.exchange.check_tables import (
    COLUMNS_OF_COLUMNS,
    DIFFERENCE_COLUMNS,
    ColumnLine,
    DecisionTable,
    column_lines,
    show_kept,
    unread_titles,
)
from bengkel_crm.ui.exchange.doubts_tab import DoubtsTab
from bengkel_crm.ui.exchange.field_rules import rule_box
from bengkel_crm.ui.exchange.import_words import field_words
from bengkel_crm.ui.exchange.look_alikes_tab import LookAlikesTab
from bengkel_crm.ui.exchange.report_facts import ReportFacts
from bengkel_crm.ui.exchange.session import ImportSession
from bengkel_crm.ui.exchange.step import Step
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import RecordTableModel
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, Stretch, in_column, in_row
from bengkel_crm.ui.widgets.progress_bar import ProgressBar
from bengkel_crm.workshop.exchange import Difference, FieldRule, ImportReport

DOUBTS, DIFFERENCES, LOOK_ALIKES, COLUMNS = range(4)
_LOW_PX = 620
_RULES = (FieldRule.FILL, FieldRule.KEEP, FieldRule.TAKE)


class CheckStep(Step):
    """Each decision says `recheck_wanted`; until the new report is there the old one stays in sight."""

    recheck_wanted = Signal()

    def __init__(self, session: ImportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_checking = False
        self.facts = ReportFacts()
        self.told = ElidedLabel("", TextRole.STRONG)
        self.unread = ElidedLabel("", TextRole.BODY, "warn", may_be_cut=True)
        self.bar = ProgressBar()
        self.doubts = DoubtsTab(session)
        self.differences: RecordTableModel[Difference] = RecordTableModel(DIFFERENCE_COLUMNS, self)
        self.look_alikes = LookAlikesTab(session)
        self.columns: RecordTableModel[ColumnLine] = RecordTableModel(COLUMNS_OF_COLUMNS, self)
        self.differences_table = self.named(
            DecisionTable("import_differences", self.differences), "What is different in the book"
        )
        self.columns_table = self.named(DecisionTable("import_columns", self.columns), "All columns")
        self.rule = self.named(rule_box(FieldRule.FILL, ""), "What becomes of this field")
        self._rule_label = TextLabel("", TextRole.BODY, "text2")
        self.tabs = [KeyButton() for _ in range(4)]
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self.put_again(self._show_texts)

    # What the frame asks

    def title(self) -> str:
        """Return what stands above the step."""
        return self.tr("Preview")

    def caption(self) -> str:
        """Return which file it is, and that nothing is saved yet."""
        return self.tr("{0} · nothing is saved yet").format(self._session.path.name)

    def go_on_words(self) -> str:
        """Return what the button says: import, or close where nothing is new."""
        return self.tr("Import") if self._session.has_news() else self.tr("Close")

    def may_go_on(self) -> bool:
        """Return whether the check is done."""
        return not self._is_checking and self._session.report is not None

    def take_focus(self) -> None:
        """Put the keyboard on the list in front."""
        place = self.current_tab()
        tables: list[RecordTable] = [
            self.doubts.table,
            self.differences_table,
            self.look_alikes.table,
            self.columns_table,
        ]
        tables[place].setFocus()

    def start_anew(self) -> None:
        """Show the first report after the columns were matched."""
        if not (self._session.mended or self._session.left_out):
            self.doubts.start_anew()
        self.show_report()
        self.show_tab(self._first_tab())

    def show_report(self) -> None:
        """Show the session's report; cursor and tab stay where they are."""
        report = self._session.report
        if report is None:
            return
        self._is_checking = False
        self.bar.set_under_way(False)
        self.facts.show_report(report)
        self.told.setText(self.facts.told())
        self.doubts.show_session(is_stale=False)
        show_kept(self.differences, self.differences_table, list(report.differences))
        self.look_alikes.show_pairs(list(report.look_alikes))
        self.columns.set_records(column_lines(report))
        self._show_unread(report)
        self._show_tabs(report)
        self._show_rule()
        self.changed.emit()

    def show_checking(self) -> None:
        """Show what was decided, while it is being checked."""
        self._is_checking = True
        self.bar.set_under_way(True)
        self.doubts.show_session(is_stale=True)
        self.look_alikes.show_decided()
        self.changed.emit()

    def current_tab(self) -> int:
        """Return which list is in front."""
        return self._stack.currentIndex()

    def show_tab(self, place: int) -> None:
        """Bring a list to the front."""
        self.tabs[place].setChecked(True)
        self._stack.setCurrentIndex(place)

    def _show_texts(self) -> None:
        for model in (self.differences, self.columns):
            model.retranslate()
        if self._session.report is not None:
            self._show_tabs(self._session.report)
            self._show_unread(self._session.report)
            self._show_rule()

    # Decisions

    def _on_rule_chosen(self) -> None:
        row = self.differences_table.current_row()
        if row >= 0:
            self._session.fields[self.differences.record(row).field] = self.rule.value()
            self.recheck_wanted.emit()

    def _on_difference(self, row: int) -> None:
        """Go on to the next rule for the field of a row."""
        line = self.differences.record(row)
        present = self._session.fields.get(line.field, line.rule)
        self._session.fields[line.field] = _RULES[(_RULES.index(present) + 1) % len(_RULES)]
        self.recheck_wanted.emit()

    # What is shown

    def _first_tab(self) -> int:
        if self.doubts.count():
            return DOUBTS
        if self.differences.rowCount():
            return DIFFERENCES
        return LOOK_ALIKES if self.look_alikes.model.rowCount() else COLUMNS

    def _show_tabs(self, report: ImportReport) -> None:
        counts = (self.doubts.count(), len(report.differences), len(report.look_alikes))
        titles = (
            self.tr("To be checked ({0})"),
            self.tr("Different ({0})"),
            self.tr("Maybe the same ({0})"),
        )
        for tab, title, count in zip(self.tabs, titles, counts, strict=False):
            tab.setText(title.format(i18n.format_number(count)))
        unread = len(unread_titles(report))
        self.tabs[COLUMNS].setText(
            self.tr("All columns ({0} not taken)").format(i18n.format_number(unread))
            if unread
            else self.tr("All columns")
        )
        self.tabs[DIFFERENCES].setVisible(bool(counts[DIFFERENCES]))
        self.tabs[LOOK_ALIKES].setVisible(bool(counts[LOOK_ALIKES]))
        if not self.tabs[self.current_tab()].isVisibleTo(self):
            self.show_tab(DOUBTS)

    def _show_unread(self, report: ImportReport) -> None:
        """Name the columns that are not taken, whichever list is open."""
        titles = unread_titles(report)
        self.unread.setText(self.tr("Columns not taken: {0}").format(", ".join(titles)) if titles else "")
        self.unread.setVisible(bool(titles))

    def _show_rule(self) -> None:
        row = self.differences_table.current_row()
        if row < 0 and self.differences.rowCount():
            self.differences_table.selectRow(0)
            return
        if row < 0:
            return
        line = self.differences.record(row)
        same = sum(known.field is line.field for known in self.differences.records())
        self._rule_label.setText(
            self.tr("“{0}” is different in {1} rows:").format(
                field_words(line.field), i18n.format_number(same)
            )
        )
        with QSignalBlocker(self.rule):
            self.rule.set_value(line.rule)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The window's height: this step's own would grow by what it shows.
        is_low = self.window().height() < theme().px(_LOW_PX)
        self.facts.setVisible(not is_low)
        self.told.setVisible(is_low)

    def _turn(self, step: int) -> None:
        shown = [place for place in range(4) if self.tabs[place].isVisibleTo(self)]
        self.show_tab(shown[(shown.index(self.current_tab()) + step) % len(shown)])
        self.take_focus()

    def _build(self) -> None:
        tabs = in_row(spacing=8)
        for place, tab in enumerate(self.tabs):
            tab.setCheckable(True)
            self._group.addButton(tab, place)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        rule = in_row(self._rule_label, self.rule, Stretch(), spacing=10)
        for page in (
            self.doubts,
            _page(rule, self.differences_table),
            self.look_alikes,
            _page(None, self.columns_table),
        ):
            self._stack.addWidget(page)
        in_column(
            self.facts,
            self.told,
            self.unread,
            tabs,
            Grow(self._stack),
            self.bar,
            on=self,
            spacing=10,
            margins=(0, 0, 0, 0),
        )
        self.show_tab(DOUBTS)

    def _connect(self) -> None:
        self._group.idClicked.connect(self.show_tab)
        self.doubts.decided.connect(self.recheck_wanted)
        self.rule.activated.connect(self._on_rule_chosen)
        self.differences_table.decided.connect(self._on_difference)
        self.differences_table.selectionModel().currentRowChanged.connect(self._show_rule)
        self.look_alikes.decided.connect(self.recheck_wanted)
        for key, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._turn, step))


def _page(above: QHBoxLayout | None, table: QWidget) -> QWidget:
    page = QWidget()
    column = in_column(on=page, spacing=8, margins=(0, 0, 0, 0))
    if above is not None:
        column.addLayout(above)
    sheet = CardFrame(margins=(1, 1, 1, 6))
    sheet.body.addWidget(table)
    column.addWidget(sheet, 1)
    return page
