"""The owner's monthly workbook, offered on the Excel page: which month, and a button."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bengkel_crm.base.i18n import format_long_month
from bengkel_crm.base.progress import Progress
from bengkel_crm.trade.dates import add_months
from bengkel_crm.ui.forms.save_file import ask_where_to_save, out_folder, remember_folder, workbook_kind
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import At, Grow, in_column, in_row
from bengkel_crm.ui.widgets.progress_bar import ProgressBar
from bengkel_crm.workshop.shop_file.shop_file import Database

_JOB = "month-book"
_MONTHS = 36


def _months_until(today: date) -> list[date]:
    """Return the first days of the months that are offered, this month first."""
    return [add_months(today.replace(day=1), -back) for back in range(_MONTHS)]


class MonthBook(CardFrame):
    """The month before this one is chosen at first: it is complete."""

    def __init__(self, shell: Shell, today: date, parent: QWidget | None = None) -> None:
        super().__init__(margins=(20, 16, 20, 16), parent=parent)
        self._shell = shell
        self._months = _months_until(today)
        self._is_chosen = False
        self.task = Task(shell, _JOB, self)
        self._title = self.worded(TextLabel("", TextRole.CARD_TITLE), "The owner's monthly book")
        self._text = self.worded(
            TextLabel("", TextRole.BODY, "text2", wrap=True),
            "A summary with two charts, customers new, returning and lost, what reminders brought, and "
            "every line of work in a sheet for pivot tables.",
        )
        self.month: ChoiceBox[date] = self.named(ChoiceBox(self._choices()), "Month")
        self.month.set_value(self._months[1])
        self.save = self.worded(KeyButton("", "chart"), "Save the month…")
        self.cancel = self.worded(KeyButton(kind=ButtonKind.LINK), "Cancel")
        self.bar = ProgressBar()
        self.task.show_on(self.bar)
        self.month.activated.connect(self._on_month_chosen)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.task.cancel)
        self.task.changed.connect(self.show_state)
        self._build()
        self.put_again(self._show_texts)
        self.show_state()

    def _show_texts(self) -> None:
        self.month.set_choices(self._choices())

    def show_day(self, today: date) -> None:
        """Offer the months up to another day; a month that was chosen by hand stays."""
        self._months = _months_until(today)
        self.month.set_choices(self._choices())
        if not self._is_chosen:
            self.month.set_value(self._months[1])

    def save_to(self, path: str) -> None:
        """Write the chosen month to a workbook, away from the window."""
        # Imported here because counting a month is needed by this button alone.
        from bengkel_crm.workshop.owner_month.owner_month import write_month

        remember_folder(self._shell.settings, Path(path))
        month = self.month.value()

        def work(database: Database, progress: Progress) -> Path:
            write_month(database, month, Path(path), datetime.now(), progress)
            return Path(path)

        self.task.start(work, self._on_saved)

    def show_state(self) -> None:
        """Offer what can be done now: nothing before the shop file is open."""
        under_way = self.task.is_under_way()
        # A disabled button would lose the keyboard to the rail; the dialog may still be in front.
        if under_way:
            self.cancel.setVisible(True)
            if self.window().focusWidget() is self.save:
                self.cancel.setFocus()
        self.save.setEnabled(self._shell.is_open and not under_way)
        self.month.setEnabled(not under_way)
        if not under_way:
            if self.window().focusWidget() is self.cancel:
                self.save.setFocus()
            self.cancel.setVisible(False)

    def _choices(self) -> dict[date, str]:
        return {month: format_long_month(month) for month in self._months}

    def _on_month_chosen(self) -> None:
        self._is_chosen = self.month.value() != self._months[1]

    def _on_save(self) -> None:
        name = self.tr("Monthly book {0}.xlsx").format(f"{self.month.value():%Y-%m}")
        start = out_folder(self._shell.settings) / name
        ask_where_to_save(self, self.tr("Save the month"), start, workbook_kind(), self.save_to)

    def _on_saved(self, path: Path) -> None:
        self._shell.show_message(self.tr("The month is in {0}").format(path.name), Tone.OK)

    def _build(self) -> None:
        words = in_column(self._title, self._text, spacing=4)
        row = in_row(
            At(IconLabel("chart", "primary", 28), Qt.AlignmentFlag.AlignTop),
            Grow(words),
            *(
                At(widget, Qt.AlignmentFlag.AlignVCenter)
                for widget in (self.bar, self.cancel, self.month, self.save)
            ),
            spacing=16,
        )
        self.body.addLayout(row)
