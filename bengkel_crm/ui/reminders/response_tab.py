"""What the reminders brought: who came of those reminded, against those who were due and left alone."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bengkel_crm.base import i18n
from bengkel_crm.base.progress import Progress
from bengkel_crm.records.exports import ExportKind
from bengkel_crm.records.reminders import ResponseReport, ResponseRow
from bengkel_crm.records.response_figures import Figures, read_figures
from bengkel_crm.trade.dates import add_months
from bengkel_crm.ui.forms.deed_message import show_change
from bengkel_crm.ui.forms.paper_dialog import PaperDialog
from bengkel_crm.ui.forms.paper_file import Paper, Write
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.save_list import SaveList
from bengkel_crm.ui.lists.table_model import ColumnsModel, RecordTableModel
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import ColorName, TextRole
from bengkel_crm.ui.reminders import response_words as words
from bengkel_crm.ui.shell.query import Query
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.card import CardFrame, SectionTitle
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.column_scroll import ColumnScroll
from bengkel_crm.ui.widgets.days_box import DaysBox
from bengkel_crm.ui.widgets.flow import FlowLayout
from bengkel_crm.ui.widgets.funnel_chart import BarChart, ColumnChart
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, fill, in_column, in_row
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.workshop.reminders import reminder_papers, reminders
from bengkel_crm.workshop.shop_file.shop_file import Database

_SPANS = (1, 3, 6, 12)
_JOBS_SHOWN = 6
_MOST_DAYS = 365
_TABLE_PX = 300
_TWO_ABREAST_PX = 760
_AT_THE_RIGHT = ("channels", "jobs")
# The last of each half takes what the other half is longer.
_GROWS = ("months", "jobs")


class FigureCard(CardFrame):
    """A caption, a figure, and what it is made of."""

    def __init__(self) -> None:
        super().__init__(margins=(15, 11, 15, 11))
        self.body.setSpacing(1)
        self._caption = TextLabel("", TextRole.CAPTION, "text2", wrap=True)
        self._figure = TextLabel("", TextRole.TITLE, wrap=True)
        self._detail = TextLabel("", TextRole.CAPTION, "text2", wrap=True)
        for label in (self._caption, self._figure, self._detail):
            self.body.addWidget(label)
        # One of them says more than the others: what they have in common stands on one line.
        self.body.addStretch(1)

    def show_figure(self, caption: str, figure: str, detail: str, ink: ColorName = "text") -> None:
        """Show one figure large, what it counts above it and how it came about below."""
        self._caption.setText(caption)
        self._figure.setText(figure)
        self._figure.set_ink(ink)
        self._detail.setText(detail)
        self.setAccessibleName(", ".join((caption, figure, detail)))

    def figure(self) -> str:
        """Return the figure as it stands there."""
        return self._figure.text()


class _FiguresTable(RecordTable):
    """Has many columns of numbers, which give way to what was done."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()


class ResponseTab(Speaks, QWidget):
    """Some months that end with the one of the page, the days an answer may take, and the table behind it."""

    # Who is due follows from them, too.

    def __init__(self, shell: Shell, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._today = today
        self._month = today.replace(day=1)
        self._report: ResponseReport | None = None
        self._figures: Figures | None = None
        self.query: Query[ResponseReport] = Query(shell, "reminders.response", self)
        self.span: ChoiceBox[int] = self.named(ChoiceBox(dict.fromkeys(_SPANS, "")), "Months")
        self.span.set_value(3)
        self.answer_days, self.repeat_days = DaysBox(1, _MOST_DAYS), DaysBox(0, _MOST_DAYS)
        self.print_button = self.worded(KeyButton("", "print", "Ctrl+P"), "Print")
        self.save = SaveList(shell, "reminders.response", ButtonKind.LINK)
        self.cards = [FigureCard() for _ in range(4)]
        self.funnel, self.channels, self.jobs = BarChart(), BarChart(), BarChart()
        self.months = ColumnChart()
        self._titles = {name: SectionTitle() for name in ("funnel", "months", "channels", "jobs", "table")}
        self._answer_words, self._repeat_words = (TextLabel("", TextRole.BODY, "text2") for _ in range(2))
        self._nothing = self.worded(
            TextLabel("", TextRole.BODY, "text2", wrap=True),
            "Nothing was sent in these months. What is sent from the list is measured here.",
        )
        self.model: RecordTableModel[ResponseRow] = RecordTableModel(words.TABLE_COLUMNS, self)
        self.table = _FiguresTable("response", cast("ColumnsModel[Any]", self.model))
        self._charts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves = (QVBoxLayout(), QVBoxLayout())
        self._build()
        self._connect()
        self._put_texts()

    def set_today(self, today: date) -> None:
        """Count from another day."""
        self._today = today

    def load(self, month: date) -> None:
        """Measure the months that end with the one of that first day."""
        self._month = month
        first, last = self._days()
        today = self._today
        self.query.ask_away(lambda database, _: reminders.measure_response(database, first, last, today))

    def shop_opened(self) -> None:
        """Show the shop's own numbers of days."""
        self.answer_days.set_days(reminders.answer_days(self._shell.database))
        self.repeat_days.set_days(reminders.repeat_days(self._shell.database))

    def take_focus(self) -> None:
        """Put the keyboard on the span of months."""
        self.span.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_page(self) -> None:
        """Show the page that says what the reminders brought."""
        first, last = self._days()

        def make_write() -> Write:
            today = self._today

            def write(database: Database, path: Path, _: Progress) -> object:
                return reminder_papers.write_funnel(database, first, last, path, today)

            return write

        title = self.tr("What the reminders brought")
        name = reminder_papers.safe_file_name(f"{title} {i18n.format_long_month(last)}")
        dialog = PaperDialog(
            self._shell, Paper(title, self._span_words(), name, make_write), (), self.window()
        )
        self._shell.forms.show_form(dialog)

    def save_list(self) -> None:
        """Save the table of figures."""
        self.save.ask_for(
            f"{self.tr('What the reminders brought')} {i18n.format_long_month(self._month)}",
            ExportKind.RESPONSE,
            self.tr("The figures"),
            self.table.chosen_columns(),
            self.model.records(),
        )

    def _put_texts(self) -> None:
        self.put_again(
            lambda: self.span.set_choices(
                {
                    1: self.tr("This month"),
                    3: self.tr("Three months"),
                    6: self.tr("Half a year"),
                    12: self.tr("Twelve months"),
                }
            )
        )
        self.put_text(self._answer_words.setText, "Answered within")
        self.put_text(self._repeat_words.setText, "Next reminder after")
        self.put_text(self._titles["months"].set_caption, "line: not contacted")
        self.put_text(self._titles["channels"].set_caption, "dashes: not contacted")
        self.put_again(self._fill)
        self.put_again(self._show_texts)

    def _show_texts(self) -> None:
        for box, label in ((self.answer_days, self._answer_words), (self.repeat_days, self._repeat_words)):
            box.setAccessibleName(label.text())
        titles = {
            "funnel": self.tr("From reminder to visit"),
            "months": self.tr("Came, month by month"),
            "channels": self.tr("By channel"),
            "jobs": self.tr("By kind of work"),
            "table": self.tr("The figures"),
        }
        for name, title in titles.items():
            self._titles[name].set_title(title)
        for chart, name in (
            (self.funnel, "funnel"),
            (self.months, "months"),
            (self.channels, "channels"),
            (self.jobs, "jobs"),
        ):
            chart.setAccessibleName(titles[name])
        self.table.setAccessibleName(titles["table"])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Beside each other the charts have no room for their words on a small screen with large letters.
        beside = self.width() >= theme().px(_TWO_ABREAST_PX)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._charts.setDirection(way)

    def _days(self) -> tuple[date, date]:
        """Return the first and the last day that are measured."""
        first = add_months(self._month, 1 - self.span.value())
        return first, add_months(self._month, 1) - timedelta(days=1)

    def _span_words(self) -> str:
        first, last = self._days()
        if first.month == last.month and first.year == last.year:
            return i18n.format_long_month(first)
        return f"{i18n.format_long_month(first)} – {i18n.format_long_month(last)}"

    def _on_loaded(self, report: ResponseReport) -> None:
        self._report, self._figures = report, read_figures(report)
        self.model.set_records(words.table_rows(report))
        self._fill()

    def _on_answer_days(self, days: int) -> None:
        with self._shell.showing_errors():
            change = reminders.set_answer_days(self._shell.database, days)
            self.answer_days.set_days(days)
            if change is not None:
                show_change(self._shell, change, self.tr("Saved: answered within %n days", "", days))

    def _on_repeat_days(self, days: int) -> None:
        with self._shell.showing_errors():
            change = reminders.set_repeat_days(self._shell.database, days)
            self.repeat_days.set_days(days)
            if change is not None:
                show_change(self._shell, change, self.tr("Saved: next reminder after %n days", "", days))

    def _fill(self) -> None:
        figures = self._figures
        if figures is None:
            return
        told, silent = figures.reminded, figures.untouched
        better = figures.is_enough and told.rate > silent.rate
        self.cards[0].show_figure(
            self.tr("Brought in"), i18n.format_rupiah(told.rupiah), self.tr("by those reminded"), "primary"
        )
        self.cards[1].show_figure(
            self.tr("Reminded and came"), words.percent(told, figures), words.detailed(told, figures)
        )
        self.cards[2].show_figure(
            self.tr("Came without a word"),
            words.percent(silent, figures),
            words.detailed(silent, figures),
            "text2",
        )
        self.cards[3].show_figure(
            self.tr("Difference"),
            words.difference(figures),
            words.difference_words(figures),
            "ok" if better else "text",
        )
        mark = silent.rate if figures.is_enough else None
        scale = words.scale_of(figures)
        self.funnel.set_bars(words.funnel_bars(figures), max(told.due, silent.due, 1))
        self.months.set_columns(words.month_columns(figures))
        self.channels.set_bars(words.channel_bars(figures), scale, mark)
        self.jobs.set_bars(words.job_bars(figures, _JOBS_SHOWN), scale, mark)
        self._nothing.setVisible(not told.due)

    def _build(self) -> None:
        top = FlowLayout(10)
        top.addWidget(self.span)
        for label, box in ((self._answer_words, self.answer_days), (self._repeat_words, self.repeat_days)):
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(10)
            row.addWidget(label)
            row.addWidget(box)
            row.addWidget(box.button)
            pair.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            top.addWidget(pair)
        self.print_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        top.addWidget(self.print_button)
        inside = QWidget()
        figures = in_row(*(Grow(card) for card in self.cards), spacing=12)
        places: tuple[tuple[str, QWidget], ...] = (
            ("funnel", self.funnel),
            ("channels", self.channels),
            ("months", self.months),
            ("jobs", self.jobs),
        )
        for name, chart in places:
            sheet = CardFrame()
            sheet.body.addWidget(self._titles[name])
            sheet.body.addWidget(chart)
            sheet.body.addStretch(1)
            self._halves[name in _AT_THE_RIGHT].addWidget(sheet, 1 if name in _GROWS else 0)
        self._charts.setSpacing(12)
        for half in self._halves:
            half.setSpacing(12)
            self._charts.addLayout(half, 1)
        sheet = CardFrame(margins=(0, 12, 0, 6))
        self._titles["table"].setContentsMargins(17, 0, 17, 0)
        head = in_row(Grow(self._titles["table"]), self.save, margins=(0, 0, 12, 0))
        fill(sheet.body, head, self.table)
        in_column(figures, self._nothing, self._charts, sheet, on=inside, spacing=12, margins=(0, 0, 0, 0))
        in_column(top, Grow(ColumnScroll(inside)), on=self, spacing=10, margins=(0, 0, 0, 0))
        self._restyle()

    def _connect(self) -> None:
        self.query.answered.connect(self._on_loaded)
        self.span.activated.connect(lambda: self.load(self._month))
        self.answer_days.entered.connect(self._on_answer_days)
        self.repeat_days.entered.connect(self._on_repeat_days)
        self.print_button.clicked.connect(self.print_page)
        self.save.asked.connect(self.save_list)
        theme().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.span.setMinimumWidth(theme().px(160))
        self.table.setMinimumHeight(theme().px(_TABLE_PX))
