"""The import wizard: four steps, one after the other; nothing is written before the last."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.base.errors import Cancelled
from bengkel_crm.records.journal import Change
from bengkel_crm.ui.exchange.check_step import CheckStep
from bengkel_crm.ui.exchange.course import Course
from bengkel_crm.ui.exchange.file_step import FileStep
from bengkel_crm.ui.exchange.frame import WaitingPane
from bengkel_crm.ui.exchange.import_run import ImportRun
from bengkel_crm.ui.exchange.looking import Looker
from bengkel_crm.ui.exchange.mapping_step import MappingStep
from bengkel_crm.ui.exchange.result_step import ResultStep
from bengkel_crm.ui.exchange.session import ImportSession
from bengkel_crm.ui.exchange.side_files import SideFiles
from bengkel_crm.ui.exchange.stages import STEP_STAGES, UNDER_WAY, Stage, doing_words
from bengkel_crm.ui.exchange.step import Step
from bengkel_crm.ui.exchange.tasks import Opened
from bengkel_crm.ui.exchange.wizard_dialog import WizardDialog
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.words.messages import describe_error, describe_undone
from bengkel_crm.workshop.exchange import CsvOptions, ImportReport
from bengkel_crm.workshop.journal.undo import find_last_deed


class ImportWizard(WizardDialog):
    """Begins to read the file at once; closes itself only when nothing is under way."""

    stage_changed = Signal(object)

    def __init__(
        self, shell: Shell, path: Path, parent: QWidget | None = None, *, more: Sequence[Path] = ()
    ) -> None:
        session = ImportSession(path)
        looker = Looker(shell, session)
        self.file, self.mapping = FileStep(session, looker), MappingStep(session, looker)
        self.check, self.result_step = CheckStep(session), ResultStep(session)
        steps = (self.file, self.mapping, self.check, self.result_step)
        self.waiting = WaitingPane()
        super().__init__(shell, (*steps, self.waiting), parent)
        looker.setParent(self)
        self.session = session
        self._course = Course(session)
        self.files = SideFiles(shell, session, self)
        self._run = ImportRun(shell, session, self)
        self._steps: dict[Stage, Step] = dict(zip(STEP_STAGES, steps, strict=True))
        self._connect(looker)
        self.open_file(path, more=more)
        self.put_again(self._show_frame)

    @property
    def stage(self) -> Stage:
        """Where the wizard stands."""
        return self._course.stage

    # The steps

    def open_file(self, path: Path, csv: CsvOptions | None = None, more: Sequence[Path] = ()) -> None:
        """Read a file and those that belong to it; what was decided about another is forgotten then."""
        self._run.read(path, csv, more)
        self._show_waiting(Stage.OPENING)

    def go_on(self) -> None:
        """Go to the next step, or to the counter after the last one."""
        self.finish_typing()
        step = self._steps.get(self.stage)
        if step is None or not step.may_go_on():
            return
        if self.session.book is None:
            self.files.choose()
            return
        onward = self._course.onward()
        if onward is not None:
            self._enter(onward)
            return
        self.accept()
        if self.stage is Stage.RESULT:
            self.shell.go("counter")

    def go_back(self) -> None:
        """Go to the step before; what was decided is kept."""
        before = self._course.back()
        if before is not None:
            self._enter(before)
        elif self.stage in (Stage.CHECKING, Stage.SAVING):
            self.reject()

    def reject(self) -> None:
        """Leave; a job is cancelled first, and typing that would be lost is asked about."""
        if self._course.is_under_way():
            if self._course.may_cancel() and self._run.task.is_under_way():
                self._run.task.cancel()
                self.waiting.say(self.tr("Cancelling…"))
                self.frame.cancel.setEnabled(False)
            return
        if self._course.would_lose_handwork() and not self.was_asked():
            self.ask_to_leave()
            return
        self._run.task.cancel()
        super().reject()

    def _enter(self, stage: Stage) -> None:
        """Go to a stage: a step shows what is decided now, a job is begun and waited for."""
        match stage:
            case Stage.FILE:
                self.file.show_session()
            case Stage.MAPPING:
                self.mapping.show_session()
            case Stage.CHECKING if self._run.has_checked():
                stage = Stage.CHECK
            case Stage.CHECKING:
                self._run.check()
            case Stage.SAVING:
                self._run.take_over()
        if stage in UNDER_WAY:
            self._show_waiting(stage)
        else:
            self._show(stage)

    # Jobs

    def _on_progress(self, done: int, total: int) -> None:
        """Show how far it is: on the step that is checked again, else on the page that waits."""
        bar = self.check.bar if self.stage is Stage.CHECK else self.waiting.bar
        bar.show_progress(done, total)

    def _check_again(self) -> None:
        """Check with what was decided last; a check under way is of yesterday."""
        self.stop_asking()
        self.check.show_checking()
        self._run.check()

    def _on_undo(self) -> None:
        report = self.session.report
        if self.stage is Stage.RESULT and report is not None and report.deed_id is not None:
            self._run.undo(report.deed_id)
            self._show_waiting(Stage.UNDOING)

    # What the jobs answer

    def _on_opened(self, opened: Opened) -> None:
        is_first = self.session.book is None
        self.session.start(opened.book, opened.tables, is_put_back=opened.is_put_back)
        self._enter(self._course.after_reading(is_first=is_first))

    def _on_checked(self, report: ImportReport) -> None:
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
        change = find_last_deed(self.shell.database)
        if change is not None and change.deed_id == report.deed_id:
            self.shell.announce(change)

    def _on_undone(self, change: Change) -> None:
        self.shell.announce(change)
        self.shell.show_message(describe_undone(change), Tone.NEUTRAL)
        self._show(Stage.RESULT)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        was, is_cancelled = self.stage, isinstance(error, Cancelled)
        if is_cancelled and self._course.ends_when_cancelled():
            super().reject()
            return
        if was in (Stage.CHECKING, Stage.CHECK):
            # What is shown there would be older than what was decided.
            self.session.report = None
        self._enter(self._course.after_failure())
        if is_cancelled and was is Stage.SAVING:
            self.notice.say(self.tr("Cancelled. Nothing was saved."), Tone.NEUTRAL)
        elif not is_cancelled:
            self._say_error(error)

    def _say_error(self, error: Exception) -> None:
        self.notice.say(describe_error(error), Tone.BAD)

    # What is shown

    def _show_waiting(self, stage: Stage) -> None:
        self.notice.clear()
        self.waiting.begin(doing_words(stage))
        self._show(stage)

    def _show(self, stage: Stage) -> None:
        if stage is not self.stage:
            self.stop_asking()
        self._course.stage = stage
        self.frame.stack.setCurrentWidget(self._steps.get(stage, self.waiting))
        self._show_frame()
        self.take_step_focus()
        self.stage_changed.emit(stage)

    def _show_frame(self) -> None:
        self.frame.show_stage(
            self.stage,
            self._steps.get(self.stage),
            self.session,
            writes=self._course.onward() is Stage.SAVING,
        )

    def take_step_focus(self) -> None:
        """Put the keys on the step that is shown."""
        step = self._steps.get(self.stage)
        if self.stage is Stage.RESULT:
            self.frame.go_on.setFocus()
        elif step is not None:
            step.take_focus()
        else:
            # Not on Cancel, which an Enter too many would press.
            self.waiting.setFocus()

    def _on_step_changed(self) -> None:
        if self.sender() is self._steps.get(self.stage):
            self._show_frame()

    def _on_pill(self, place: int) -> None:
        stage = self._course.by_pill(place)
        if stage is not None:
            self._enter(stage)

    def _connect(self, looker: Looker) -> None:
        frame = self.frame
        self._run.task.progressed.connect(self._on_progress)
        self._run.opened.connect(self._on_opened)
        self._run.checked.connect(self._on_checked)
        self._run.saved.connect(self._on_saved)
        self._run.undone.connect(self._on_undone)
        self._run.failed.connect(self._on_failed)
        frame.undo.clicked.connect(self._on_undo)
        frame.sample.clicked.connect(self.files.save_sample)
        frame.save_problems.clicked.connect(self.files.save_problems)
        frame.pills.chosen.connect(self._on_pill)
        self.file.other_file_wanted.connect(self.files.choose)
        self.files.chosen.connect(lambda path: self.open_file(Path(path)))
        self.files.written.connect(
            lambda path: self.notice.say(self.tr("Saved: {0}").format(path.name), Tone.OK)
        )
        self.files.failed.connect(self._say_error)
        self.file.options_chosen.connect(lambda csv: self.open_file(self.session.path, csv))
        self.check.recheck_wanted.connect(self._check_again)
        looker.failed.connect(self._say_error)
        for step in self._steps.values():
            step.changed.connect(self._on_step_changed)
