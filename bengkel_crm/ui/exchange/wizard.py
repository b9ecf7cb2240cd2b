"""The import wizard: four steps, one after the other; nothing is written before the last."""

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from bengkel_crm.base.errors import Cancelled
from bengkel_crm.records.journal import Change
from bengkel_crm.ui.exchange.check_step import CheckStep
from bengkel_crm.ui.exchange.file_step import FileStep
from bengkel_crm.ui.exchange.frame import WaitingPane, WizardFrame
from bengkel_crm.ui.exchange.looking import Looker
from bengkel_crm.ui.exchange.mapping_step import MappingStep
from bengkel_crm.ui.exchange.result_step import ResultStep
from bengkel_crm.ui.exchange.session import ImportSession
from bengkel_crm.ui.exchange.side_files import SideFiles
from bengkel_crm.ui.exchange.stages import UNDER_WAY, Stage, doing_words
from bengkel_crm.ui.exchange.step import Step
from bengkel_crm.ui.exchange.tasks import Opened, Work, checking, opening, taking_over
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.ui.widgets.layouts import in_column
from bengkel_crm.ui.widgets.room import room_for
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.words.messages import describe_error, describe_undone
from bengkel_crm.workshop.exchange import Choices, CsvOptions, ImportReport
from bengkel_crm.workshop.journal.undo import find_last_deed, undo_last
from bengkel_crm.workshop.shop_file.backup import backup_folder

T = TypeVar("T")
JOB = "import"
_numbers = count()
_SIZE = "import/size"
_WIDTH_PX, _HEIGHT_PX = 1120, 680


class ImportWizard(Speaks, QDialog):
    """Begins to read the file at once; closes itself only when nothing is under way."""

    stage_changed = Signal(object)

    def __init__(
        self, shell: Shell, path: Path, parent: QWidget | None = None, *, more: Sequence[Path] = ()
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self.session = ImportSession(path)
        self.stage = Stage.OPENING
        # Of its own name: what a wizard that was closed still does must not stand in the way.
        self._task = Task(shell, f"{JOB}.{next(_numbers)}", self)
        self._checked: Choices | None = None
        self._again = self._wants_out = self._asked = False
        looker = Looker(shell, self.session, self)
        self.files = SideFiles(shell, self.session, self)
        self.file = FileStep(self.session, looker)
        self.mapping = MappingStep(self.session, looker)
        self.check = CheckStep(self.session)
        self.result_step = ResultStep(self.session)
        self.waiting = WaitingPane()
        self._steps: dict[Stage, Step] = {
            Stage.FILE: self.file,
            Stage.MAPPING: self.mapping,
            Stage.CHECK: self.check,
            Stage.RESULT: self.result_step,
        }
        self.frame = WizardFrame([*self._steps.values(), self.waiting])
        self.notice = self.frame.notice
        in_column(self.frame, on=self, margins=(0, 0, 0, 0))
        self.put_text(self.setWindowTitle, "Import an Excel book")
        self._connect(looker)
        self._resize()
        self.open_file(path, more=more)
        self.put_again(self._show_frame)

    # The steps

    def open_file(self, path: Path, csv: CsvOptions | None = None, more: Sequence[Path] = ()) -> None:
        """Read a file and those that belong to it; what was decided about another is forgotten then."""
        self._run(Stage.OPENING, opening(path, csv, more), self._on_opened)

    def go_on(self) -> None:
        """Go to the next step, or to the counter after the last one."""
        self._finish_typing()
        step = self._steps.get(self.stage)
        if step is None or not step.may_go_on():
            return
        match self.stage:
            case Stage.FILE if self.session.book is None:
                self.files.choose()
            case Stage.FILE if not self.session.is_put_back:
                self._show_mapping()
            case Stage.FILE | Stage.MAPPING:
                self._check()
            case Stage.CHECK if self.check.has_news():
                self._take_over()
            case Stage.RESULT:
                self.accept()
                self._shell.go("counter")
            case _:
                self.accept()

    def go_back(self) -> None:
        """Go to the step before; what was decided is kept."""
        match self.stage:
            case Stage.MAPPING:
                self._show_file()
            case Stage.CHECK:
                self._show_before_check()
            case Stage.CHECKING | Stage.SAVING:
                self.reject()

    def reject(self) -> None:
        """Leave; a job is cancelled first, and typing that would be lost is asked about."""
        if self.stage in UNDER_WAY:
            if self._task.is_under_way() and self.stage is not Stage.UNDOING:
                self._wants_out = self.session.book is None
                self._task.cancel()
                self.waiting.say(self.tr("Cancelling…"))
                self.frame.cancel.setEnabled(False)
            return
        if self.stage is not Stage.RESULT and self.session.has_handwork() and not self._asked:
            self._ask()
            return
        self._task.cancel()
        super().reject()

    def done(self, result: int) -> None:
        """Remember how large the wizard was."""
        self._shell.settings.setValue(_SIZE, self.size())
        super().done(result)

    # Files

    def _on_file_chosen(self, path: str) -> None:
        self.open_file(Path(path))

    def _on_options_chosen(self, csv: CsvOptions) -> None:
        self.open_file(self.session.path, csv)

    def _on_written(self, path: Path) -> None:
        self.notice.say(self.tr("Saved: {0}").format(path.name), Tone.OK)

    def _on_side_failed(self, error: Exception) -> None:
        self.notice.say(describe_error(error), Tone.BAD)

    # Jobs

    def _run(self, stage: Stage, work: Work[T], on_done: Callable[[T], None]) -> None:
        self.notice.clear()
        self._start(work, on_done)
        self.waiting.begin(doing_words(stage))
        self._show(stage)

    def _start(self, work: Work[T], on_done: Callable[[T], None]) -> None:
        self._task.drop()
        self._again = False
        self._task.start(work, on_done, self._on_failed)

    def _on_progress(self, done: int, total: int) -> None:
        """Show how far it is: on the step that is checked again, else on the page that waits."""
        bar = self.check.bar if self.stage is Stage.CHECK else self.waiting.bar
        bar.show_progress(done, total)

    def _check(self) -> None:
        session = self.session
        assert session.book is not None
        if session.report is not None and self._checked == session.choices():
            self._show(Stage.CHECK)
            return
        self._checked = session.choices()
        self._run(Stage.CHECKING, checking(session.book, self._checked), self._on_checked)

    def _check_again(self) -> None:
        """Check with what was decided last; a check under way is of yesterday."""
        self._stop_asking()
        self.check.show_checking()
        if self._task.is_under_way():
            self._again = True
            self._task.cancel()
            return
        session = self.session
        assert session.book is not None
        self._checked = session.choices()
        self._start(checking(session.book, self._checked), self._on_checked)

    def _take_over(self) -> None:
        session = self.session
        assert session.book is not None
        backups = backup_folder(self._shell.database)
        self._run(Stage.SAVING, taking_over(session.book, session.choices(), backups), self._on_saved)

    def _on_undo(self) -> None:
        report = self.session.report
        if self.stage is Stage.RESULT and report is not None and report.deed_id is not None:
            deed_id = report.deed_id
            self._run(Stage.UNDOING, lambda database, _: undo_last(database, deed_id), self._on_undone)

    # What the jobs answer

    def _on_opened(self, opened: Opened) -> None:
        is_first = self.session.book is None
        self.session.start(opened.book, opened.tables, is_put_back=opened.is_put_back)
        self._checked = None
        if is_first and opened.is_put_back:
            self._check()
        elif is_first and self.session.is_clear():
            self._show_mapping()
        else:
            self._show_file()

    def _on_checked(self, report: ImportReport) -> None:
        if self._again:
            self._again = False
            self._check_again()
            return
        self.session.report = report
        if self.stage is Stage.CHECKING:
            self.check.start_anew()
            self._show(Stage.CHECK)
        else:
            self.check.show_report()

    def _on_saved(self, report: ImportReport) -> None:
        self.session.report = report
        self.result_step.show_session()
        self._show(Stage.RESULT)
        change = find_last_deed(self._shell.database)
        if change is not None and change.deed_id == report.deed_id:
            self._shell.announce(change)

    def _on_undone(self, change: Change) -> None:
        self._shell.announce(change)
        self._shell.show_message(describe_undone(change), Tone.NEUTRAL)
        self._show(Stage.RESULT)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        is_cancelled = isinstance(error, Cancelled)
        if self._again and is_cancelled:
            self._again = False
            self._check_again()
            return
        if is_cancelled and self._wants_out:
            super().reject()
            return
        self._again = False
        was = self.stage
        match was:
            case Stage.OPENING:
                self._show_file()
            case Stage.CHECKING | Stage.CHECK:
                # What is shown there would be older than what was decided.
                self.session.report = None
                self._show_before_check()
            case Stage.SAVING:
                self._show(Stage.CHECK)
            case _:
                self._show(Stage.RESULT)
        if is_cancelled and was is Stage.SAVING:
            self.notice.say(self.tr("Cancelled. Nothing was saved."), Tone.NEUTRAL)
        elif not is_cancelled:
            self.notice.say(describe_error(error), Tone.BAD)

    # What is shown

    def _show_file(self) -> None:
        self.file.show_session()
        self._show(Stage.FILE)

    def _show_before_check(self) -> None:
        if self.session.is_put_back:
            self._show_file()
        else:
            self._show_mapping()

    def _show_mapping(self) -> None:
        self.mapping.show_session()
        self._show(Stage.MAPPING)

    def _show(self, stage: Stage) -> None:
        if stage is not self.stage:
            self._stop_asking()
        self.stage = stage
        self.frame.stack.setCurrentWidget(self._steps.get(stage, self.waiting))
        self._show_frame()
        step = self._steps.get(stage)
        if stage is Stage.RESULT:
            self.frame.go_on.setFocus()
        elif step is not None:
            step.take_focus()
        else:
            # Not on Cancel, which an Enter too many would press.
            self.waiting.setFocus()
        self.stage_changed.emit(stage)

    def _show_frame(self) -> None:
        self.frame.show_stage(
            self.stage,
            self._steps.get(self.stage),
            self.session,
            writes=self.stage is Stage.CHECK and self.check.has_news(),
        )

    def _ask(self) -> None:
        self._asked = True
        # One line at a time: a low screen has no room for both.
        self.frame.foot.hide()
        self.notice.say(
            self.tr("What you matched and mended here is not saved. Leave all the same?"),
            Tone.WARN,
            [(self.tr("&Leave"), self.reject), (self.tr("&Stay here"), self._stay)],
        )
        self.notice.answers()[-1].setFocus()

    def _stay(self) -> None:
        self._stop_asking()
        step = self._steps.get(self.stage)
        if step is not None:
            step.take_focus()

    def _stop_asking(self) -> None:
        self._asked = False
        self.notice.clear()
        self.frame.foot.show()

    def _finish_typing(self) -> None:
        """Let a cell that is being typed in take its text."""
        if isinstance(self.focusWidget(), QLineEdit):
            self.frame.go_on.setFocus()

    def _on_step_changed(self) -> None:
        if self.sender() is self._steps.get(self.stage):
            self._show_frame()

    def _on_pill(self, place: int) -> None:
        if place == 0 and self.stage in (Stage.MAPPING, Stage.CHECK):
            self._show_file()
        elif place == 1 and not self.session.is_put_back and self.stage is Stage.CHECK:
            self._show_mapping()

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A key that is held down goes one step, and never on to the one that writes.
            # A cell that is being typed in keeps its Enter to itself.
            if not event.isAutoRepeat():
                self.go_on()
            return
        super().keyPressEvent(event)

    def _resize(self) -> None:
        kept = self._shell.settings.value(_SIZE)
        wanted = kept if isinstance(kept, QSize) else QSize(theme().px(_WIDTH_PX), theme().px(_HEIGHT_PX))
        self.resize(wanted.boundedTo(room_for(self)))

    def _connect(self, looker: Looker) -> None:
        frame = self.frame
        self._task.progressed.connect(self._on_progress)
        frame.go_on.clicked.connect(self.go_on)
        frame.back.clicked.connect(self.go_back)
        frame.cancel.clicked.connect(self.reject)
        frame.undo.clicked.connect(self._on_undo)
        frame.sample.clicked.connect(self.files.save_sample)
        frame.save_problems.clicked.connect(self.files.save_problems)
        frame.pills.chosen.connect(self._on_pill)
        self.file.other_file_wanted.connect(self.files.choose)
        self.files.chosen.connect(self._on_file_chosen)
        self.files.written.connect(self._on_written)
        self.files.failed.connect(self._on_side_failed)
        self.file.options_chosen.connect(self._on_options_chosen)
        self.check.recheck_wanted.connect(self._check_again)
        looker.failed.connect(self._on_side_failed)
        for step in self._steps.values():
            step.changed.connect(self._on_step_changed)
        for key, deed in (
            ("Ctrl+Return", self.go_on),
            ("Ctrl+Enter", self.go_on),
            ("Alt+Left", self.go_back),
            ("F1", self._show_help),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(deed)

    def _show_help(self) -> None:
        # Loaded when it is asked for.
        from bengkel_crm.ui.forms.help import HelpDialog

        help_dialog = HelpDialog("import", self)
        help_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_dialog.show()
