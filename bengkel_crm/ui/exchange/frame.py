"""What stays while the steps of the wizard change: pills, heading, a line for messages, and the buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from bengkel_crm.ui.exchange.pills import StepPills
from bengkel_crm.ui.exchange.session import ImportSession
from bengkel_crm.ui.exchange.stages import PILLS, Stage
from bengkel_crm.ui.exchange.step import Step
from bengkel_crm.ui.forms.form_parts import FormNotice
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import At, Grow, Stretch, in_column, in_row
from bengkel_crm.ui.widgets.progress_bar import ProgressBar
from bengkel_crm.ui.widgets.texts import Speaks


class WaitingPane(Speaks, QWidget):
    """What stands in the place of a step while a file is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = TextLabel("", TextRole.BODY, "text2")
        self.bar = ProgressBar()
        in_column(
            Stretch(),
            At(self._words, Qt.AlignmentFlag.AlignHCenter),
            self.bar,
            Stretch(2),
            on=self,
            spacing=12,
        )

    def begin(self, words: str) -> None:
        """Say what is done; how far it is nobody knows yet."""
        self._words.setText(words)
        self.bar.set_under_way(True)

    def say(self, words: str) -> None:
        """Say what is waited for."""
        self._words.setText(words)


STEPS = 4
_ONWARD = (Stage.FILE, Stage.MAPPING)
_WITH_A_STEP_BEFORE = (Stage.MAPPING, Stage.CHECK)


class WizardFrame(Speaks, QWidget):
    """Shows; what its buttons do is the wizard's business."""

    def __init__(self, panes: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pills = StepPills(STEPS)
        self.heading = ElidedLabel("", TextRole.TITLE)
        self.caption = ElidedLabel("", TextRole.BODY, "text2")
        self.stack = QStackedWidget()
        self.notice = FormNotice()
        self.sample = self.worded(KeyButton(kind=ButtonKind.LINK), "Save a sample Excel file")
        self.save_problems = self.worded(KeyButton(kind=ButtonKind.LINK), "Save the rows not taken as Excel…")
        self.undo = self.worded(KeyButton("", "undo"), "Undo the import")
        self.cancel = self.worded(KeyButton(key="Esc"), "Cancel")
        self.back = self.worded(KeyButton(key="Alt+Left"), "Back")
        self.go_on = KeyButton("", "arrow-right", "Enter", ButtonKind.PRIMARY)
        for pane in panes:
            self.stack.addWidget(pane)
        self._build()
        self.put_again(self._name_steps)

    def _build(self) -> None:
        self.foot = QWidget()
        # Whatever has too little room: never the buttons.
        self.foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        in_row(
            self.sample,
            self.save_problems,
            Stretch(),
            self.undo,
            self.cancel,
            self.back,
            self.go_on,
            on=self.foot,
            spacing=12,
            margins=(0, 0, 0, 0),
        )
        in_column(
            self.pills,
            2,
            self.heading,
            self.caption,
            2,
            Grow(self.stack),
            self.notice,
            2,
            self.foot,
            on=self,
            spacing=8,
            margins=(22, 18, 22, 18),
        )

    def _name_steps(self) -> None:
        self.pills.set_words(
            [self.tr("Choose the file"), self.tr("Match columns"), self.tr("Check"), self.tr("Done")]
        )

    def show_stage(self, stage: Stage, step: Step | None, session: ImportSession, *, writes: bool) -> None:
        """Say where the wizard is: at a step, or (None) at a job; `writes` when going on saves the book."""
        report = session.report
        self.pills.show_step(PILLS[stage], may_go_back=stage in _WITH_A_STEP_BEFORE)
        self.heading.setText(step.title() if step is not None else self.tr("Importing an Excel book"))
        self.caption.setText(step.caption() if step is not None else session.path.name)
        self.go_on.setVisible(step is not None)
        if step is not None:
            self.go_on.setText(step.go_on_words())
            self.go_on.setEnabled(step.may_go_on())
        self.go_on.set_icon_name("check" if writes else "arrow-right" if stage in _ONWARD else "")
        self.go_on.set_key("Ctrl+Enter" if stage is Stage.CHECK else "Enter")
        self.back.setVisible(stage in _WITH_A_STEP_BEFORE)
        self.cancel.setVisible(stage is not Stage.RESULT)
        self.cancel.setEnabled(stage is not Stage.UNDOING)
        self.sample.setVisible(stage in _ONWARD)
        refused = report is not None and bool(report.problems or report.left_out)
        self.save_problems.setVisible(refused and stage in (Stage.CHECK, Stage.RESULT))
        can_be_undone = report is not None and report.deed_id is not None
        self.undo.setVisible(can_be_undone and stage is Stage.RESULT)
