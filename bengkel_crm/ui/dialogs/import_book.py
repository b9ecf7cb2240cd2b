"""Taking over an Excel book: read and shown first, saved when asked, taken back when regretted."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bengkel_crm.errors import Cancelled
from bengkel_crm.messages import describe_error, describe_undone
from bengkel_crm.records import Change
from bengkel_crm.ui.dialogs.form_parts import FormNotice
from bengkel_crm.ui.dialogs.import_review import ImportReview
from bengkel_crm.ui.jobs import Job, Progress, Work
from bengkel_crm.ui.shell import Shell
from bengkel_crm.ui.theme import theme
from bengkel_crm.ui.tokens import Role, Tone
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel
from bengkel_crm.workshop.exchange import ImportReport, import_book, write_problems
from bengkel_crm.workshop.shop_file import own_connection
from bengkel_crm.workshop.undo import find_last_deed, undo_last

T = TypeVar("T")
_JOB = "import_book"
_WIDTH_PX, _HEIGHT_PX = 940, 600


class Stage(StrEnum):
    READING = "reading"
    REVIEW = "review"
    SAVING = "saving"
    DONE = "done"
    UNDOING = "undoing"
    FAILED = "failed"


# What is in the middle of the dialog.
_WAITING, _REVIEW, _NOTHING = range(3)
_UNDER_WAY = frozenset({Stage.READING, Stage.SAVING, Stage.UNDOING})


class ImportDialog(QDialog):
    """Begins to read the book at once; closes itself only when nothing is under way."""

    stage_changed = Signal(object)

    def __init__(self, shell: Shell, book: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self._book = book
        self._report: ImportReport | None = None
        self._job: Job | None = None
        self._wants_out = False
        self.stage = Stage.READING
        self._heading = TextLabel("", Role.TITLE)
        self._caption = ElidedLabel("", Role.BODY, "text2")
        self._doing = TextLabel("", Role.BODY, "text2")
        self.bar = QProgressBar()
        self.review = ImportReview()
        self.notice = FormNotice()
        self.save_problems = KeyButton(
            self.tr("Save the rows not taken as Excel…"), "sheet", kind=ButtonKind.LINK
        )
        self.undo = KeyButton(self.tr("Undo the import"), "undo")
        self.cancel = KeyButton(self.tr("Cancel"), key="Esc")
        self.go_on = KeyButton("", "check", "Ctrl+Enter", ButtonKind.PRIMARY)
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._start(Stage.READING, self._work(dry_run=True), self._on_read)

    def report(self) -> ImportReport | None:
        """Return what is shown: of the rehearsal, then of the import."""
        return self._report

    # Deeds

    def save(self) -> None:
        """Take the book over, or close when that is done."""
        if self.stage is Stage.REVIEW and self._has_news():
            self._start(Stage.SAVING, self._work(dry_run=False), self._on_saved)
        elif self.stage not in _UNDER_WAY:
            self.accept()

    def reject(self) -> None:
        """Leave; what is under way is cancelled first, and nothing of it is saved."""
        if self.stage in _UNDER_WAY and self._job is not None:
            if self.stage is not Stage.UNDOING:
                self._wants_out = True
                self._job.cancel()
                self._doing.setText(self.tr("Cancelling…"))
                self.cancel.setEnabled(False)
            return
        super().reject()

    def _on_undo_clicked(self) -> None:
        report, database = self._report, self._shell.database
        if report is None or report.deed_id is None:
            return
        deed_id = report.deed_id

        def work(progress: Progress) -> Change:
            progress(0, 1)
            with own_connection(database):
                return undo_last(database, deed_id)

        self._start(Stage.UNDOING, work, self._on_undone)

    def _on_save_problems_clicked(self) -> None:
        name = self.tr("{0} - not taken.xlsx").format(self._book.stem)
        dialog = QFileDialog(self, self.tr("Save the rows not taken"), str(self._book.with_name(name)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Excel workbook (*.xlsx)"))
        dialog.setDefaultSuffix("xlsx")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.write_problems_to)
        dialog.open()

    def write_problems_to(self, path: str) -> None:
        """Write the rows that were not taken to a workbook, away from the window."""
        report = self._report
        if report is None:
            return

        def work(progress: Progress) -> Path:
            progress(0, 1)
            write_problems(report, Path(path))
            return Path(path)

        self._shell.jobs.start(
            work,
            name=f"{_JOB}.problems",
            on_done=self._on_problems_written,
            on_failed=self._on_writing_failed,
        )

    # What the jobs answer

    def _work(self, *, dry_run: bool) -> Work[ImportReport]:
        database, book, today = self._shell.database, self._book, date.today()

        def work(progress: Progress) -> ImportReport:
            with own_connection(database):
                return import_book(database, book, dry_run=dry_run, progress=progress, today=today)

        return work

    def _start(self, stage: Stage, work: Work[T], on_done: Callable[[T], None]) -> None:
        self.notice.clear()
        self.bar.setRange(0, 0)
        self._show(stage)
        self._job = self._shell.jobs.start(
            work, name=_JOB, on_done=on_done, on_failed=self._on_failed, on_progress=self._on_progress
        )

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * done / total))

    def _on_read(self, report: ImportReport) -> None:
        self._report = report
        self.review.show_report(report)
        self._show(Stage.REVIEW)
        if not self._has_news():
            self.notice.say(self.tr("Everything in this book is known already."), Tone.NEUTRAL)

    def _on_saved(self, report: ImportReport) -> None:
        self._report = report
        self.review.show_report(report)
        self._show(Stage.DONE)
        change = find_last_deed(self._shell.database)
        if change is not None and change.deed_id == report.deed_id:
            self._shell.announce(change)

    def _on_undone(self, change: Change) -> None:
        self._shell.announce(change)
        self._shell.show_message(describe_undone(change), Tone.NEUTRAL)
        self._show(Stage.FAILED)
        self.accept()

    def _on_problems_written(self, path: Path) -> None:
        self.notice.say(self.tr("Saved: {0}").format(path.name), Tone.OK)

    def _on_writing_failed(self, error: Exception) -> None:
        self.notice.say(describe_error(error), Tone.BAD)

    def _on_failed(self, error: Exception) -> None:
        was = self.stage
        # What was shown before the attempt is shown again; a book that can not be read shows nothing.
        back = {Stage.SAVING: Stage.REVIEW, Stage.UNDOING: Stage.DONE}.get(was, Stage.FAILED)
        self._show(back)
        if isinstance(error, Cancelled) and (self._wants_out or was is Stage.READING):
            super().reject()
            return
        self.notice.say(describe_error(error), Tone.BAD)

    # What is shown

    def _has_news(self) -> bool:
        report = self._report
        return report is not None and bool(
            report.vehicles_added or report.customers_added or report.work_orders_added
        )

    def _show(self, stage: Stage) -> None:
        self.stage = stage
        under_way = stage in _UNDER_WAY
        self._stack.setCurrentIndex(_NOTHING if stage is Stage.FAILED else _WAITING if under_way else _REVIEW)
        self._heading.setText(self._title())
        self._caption.setText(self._told())
        self._doing.setText(self._doing_words())
        self.cancel.setEnabled(stage is not Stage.UNDOING)
        self.cancel.setVisible(stage is not Stage.DONE)
        self.go_on.setVisible(not under_way)
        news = stage is Stage.REVIEW and self._has_news()
        self.go_on.setText(self.tr("Take it over") if news else self.tr("Close"))
        self.go_on.set_icon_name("check" if news else "")
        self.undo.setVisible(stage is Stage.DONE)
        refused = self._report is not None and bool(self._report.problems)
        self.save_problems.setVisible(refused and stage in (Stage.REVIEW, Stage.DONE))
        (self.cancel if under_way else self.go_on).setFocus()
        self.stage_changed.emit(stage)

    def _title(self) -> str:
        match self.stage:
            case Stage.REVIEW:
                return self.tr("What was understood of the book")
            case Stage.DONE:
                return self.tr("The book is taken over")
            case Stage.FAILED:
                return self.tr("The book could not be read")
            case _:
                return self.tr("Taking over an Excel book")

    def _told(self) -> str:
        if self.stage is Stage.REVIEW:
            return self.tr("{0} · nothing is saved yet").format(self._book.name)
        return self._book.name

    def _doing_words(self) -> str:
        match self.stage:
            case Stage.SAVING:
                return self.tr("Saving…")
            case Stage.UNDOING:
                return self.tr("Taking the import back…")
            case _:
                return self.tr("Reading the book…")

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Take over an Excel book"))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        waiting = QWidget()
        middle = QVBoxLayout(waiting)
        middle.setSpacing(12)
        middle.addStretch(1)
        middle.addWidget(self._doing, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(self.bar)
        middle.addStretch(2)
        for pane in (waiting, self.review, QWidget()):
            self._stack.addWidget(pane)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.save_problems)
        foot.addStretch(1)
        foot.addWidget(self.undo)
        foot.addWidget(self.cancel)
        foot.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._caption)
        column.addWidget(self._stack, 1)
        column.addWidget(self.notice)
        column.addLayout(foot)
        room = self.screen().availableGeometry().size()
        self.resize(
            min(theme().px(_WIDTH_PX), room.width() - 16), min(theme().px(_HEIGHT_PX), room.height() - 48)
        )

    def _connect(self) -> None:
        self.go_on.clicked.connect(self.save)
        self.cancel.clicked.connect(self.reject)
        self.undo.clicked.connect(self._on_undo_clicked)
        self.save_problems.clicked.connect(self._on_save_problems_clicked)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save)
