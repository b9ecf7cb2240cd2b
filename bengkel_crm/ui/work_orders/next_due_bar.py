"""The green line that says, before anything is saved, when the vehicle is due next."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from bengkel_crm.base.errors import ExpectedError
from bengkel_crm.base.i18n import format_date, format_km
from bengkel_crm.records.counter import DueJob
from bengkel_crm.records.work_orders import WorkOrderDraft
from bengkel_crm.ui.look.tokens import TONE_INK, TextRole, Tone
from bengkel_crm.ui.widgets.card import ToneBox
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.labels import TextLabel, repolish
from bengkel_crm.words.job_kinds import job_words

_AFTER_LAST_KEY_MS = 120

Read = Callable[[], WorkOrderDraft]
Preview = Callable[[WorkOrderDraft], Sequence[DueJob]]


class NextDueBar(ToneBox):
    """Shows the earliest job to come; beside it what stays overdue even after this visit, or the next job."""

    def __init__(self, read: Read, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(Tone.NEUTRAL, parent)
        self._read = read
        self._preview = preview
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_LAST_KEY_MS)
        self._timer.timeout.connect(self.count)
        self._icon = IconLabel("calendar-next", "text2", 20)
        self._text = TextLabel("", TextRole.STRONG, "text2", wrap=True)
        self._more = TextLabel("", TextRole.CAPTION, "ok", wrap=True)
        self.row.setContentsMargins(12, 9, 12, 9)
        self.row.addWidget(self._icon)
        self.row.addWidget(self._text, 3)
        self.row.addWidget(self._more, 2)
        self.show_nothing()

    def count_soon(self) -> None:
        """Count anew once nobody types any more."""
        self._timer.start()

    def count(self) -> None:
        """Count anew what falls due after what is typed."""
        try:
            draft = self._read()
            jobs = self._preview(draft)
        except ExpectedError:
            # Something can not be read yet; saving will say what.
            self.show_nothing()
            return
        self.show_due(jobs, draft.date)

    def show_nothing(self) -> None:
        """Say that there is nothing to count from yet."""
        self._say(self.tr("The next visit is worked out from the work done"), "", Tone.NEUTRAL)

    def show_due(self, jobs: Sequence[DueJob], on: date) -> None:
        """Show the jobs that fall due after a visit on a day, the earliest first."""
        late = [job for job in jobs if job.due_by is not None and job.due_by <= on]
        ahead = [job for job in jobs if job not in late and (job.due_on or job.due_km)]
        names = ", ".join(job_words(job.job_kind) for job in late)
        still = self.tr("still due: {0}").format(names) if late else ""
        if not ahead:
            if late:
                self._say(still[:1].upper() + still[1:], "", Tone.WARN)
            else:
                self.show_nothing()
            return
        text = self.tr("Next visit worked out: {0}").format(self._when(ahead[0]))
        then = [f"{job_words(job.job_kind)} {self._when(job)}" for job in ahead[1:2]]
        text = f"{text} · {job_words(ahead[0].job_kind)}"
        self._say(text, still or "".join(then), Tone.OK, late=bool(late))

    def text(self) -> str:
        """Return what is said to fall due next."""
        return self._text.text()

    def more_text(self) -> str:
        """Return what stands at the right: what is late, or else the job after the first."""
        return self._more.text()

    def _when(self, job: DueJob) -> str:
        day = None if job.due_on is None else format_date(job.due_on)
        if day is None and job.due_by is not None:
            day = self.tr("about {0}").format(format_date(job.due_by))
        km = None if job.due_km is None else format_km(job.due_km)
        if day and km:
            return self.tr("{0} or {1}").format(day, km)
        return day or km or ""

    def _say(self, text: str, more: str, tone: Tone, *, late: bool = False) -> None:
        self._text.setText(text)
        self._text.set_ink(TONE_INK[tone])
        self._more.setText(more)
        self._more.set_ink("warn" if late else TONE_INK[tone])
        self._more.setVisible(bool(more))
        self._icon.set_icon("calendar-next", TONE_INK[tone])
        self.setAccessibleName(f"{text} {more}".strip())
        if self.property("box") != tone.value:
            self.setProperty("box", tone.value)
            repolish(self)
