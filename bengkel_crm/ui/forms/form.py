"""Every form: saved with Ctrl+Enter, left with Esc, never losing what was typed."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.journal import Change
from bengkel_crm.ui.forms.asking import Asking
from bengkel_crm.ui.forms.deed_message import show_change
from bengkel_crm.ui.forms.doubts import Doubt
from bengkel_crm.ui.forms.draft_keeper import DraftKeeper, State
from bengkel_crm.ui.forms.form_frame import FormFrame
from bengkel_crm.ui.forms.form_parts import mark_problem
from bengkel_crm.ui.forms.meanwhile import Conflict, OpenedOn, Part
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.words.messages import describe_error

_DIRTY_REMOVAL = "removal"


class Form(FormFrame):
    """A subclass builds its fields into `content`, calls `begin`, and answers the questions below."""

    saved = Signal(object)

    def __init__(self, shell: Shell, draft_key: str, width_px: int, parent: QWidget | None = None) -> None:
        super().__init__(draft_key, width_px, parent)
        self.shell = shell
        self._opened_on = OpenedOn(self)
        self.keeper = DraftKeeper(
            shell, draft_key, self._opened_on.state_to_keep, self._on_keeping_failed, self
        )
        self._asking = Asking(self.notice, self.focusWidget)
        self._leaving = False
        self.foot.save.clicked.connect(self.save)
        self.foot.cancel.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save)

    # What a subclass answers

    @abstractmethod
    def state(self) -> State:
        """Return all that was typed, as JSON values."""

    @abstractmethod
    def set_state(self, state: State) -> None:
        """Show what `state` returned once."""

    @abstractmethod
    def save_record(self) -> Change | None:
        """Write what the form holds, and drop `self.keeper.key` with it; None for what is no deed.

        Raises:
            ExpectedError: nothing was written.
        """

    def doubts(self) -> Iterator[Doubt]:
        """Yield what is to be asked about before it is saved.

        Raises:
            ExpectedError: what stands in the way of saving is told first.
        """
        yield from ()

    def parts(self) -> Sequence[Part]:
        """Return what others may change in the record meanwhile; nothing for a record to be made."""
        return ()

    def show_present(self) -> None:
        """Fill the fields with the record as it is in the file now.

        Raises:
            NotFound: it is gone.
        """

    def remove_record(self) -> Change | None:
        """Put the edited record into the bin; None for a form that removes nothing."""
        return None

    # What a subclass calls

    def begin(self, title: str, order: Sequence[QWidget], focus: QWidget, plate: str = "") -> None:
        """Lay the form, and go on with what was left half typed."""
        self.lay(title, order, focus, plate)
        if self.foot.remove is not None:
            self.foot.remove.clicked.connect(self.remove)
        self._opened_on.begin()
        kept = self.keeper.find()
        if kept is not None:
            self._resume(kept)

    def touched(self) -> None:
        """Something was typed: it will be kept soon, and an answered message goes."""
        self._asking.typed()
        self.keeper.touch()

    @property
    def is_leaving(self) -> bool:
        """Return whether it is saved or thrown away already."""
        return self._leaving

    def is_dirty(self) -> bool:
        """Return whether something is typed that is not saved."""
        return self._opened_on.is_dirty()

    def keep(self) -> None:
        """Write down what was typed, now."""
        self.keeper.keep_now()

    # Deeds

    def save(self) -> None:
        """Save and close; what stands in the way is said, and the form stays."""
        if self._leaving:
            return
        try:
            doubt = next((doubt for doubt in self.doubts() if not self._asking.was_asked(doubt.key)), None)
            if doubt is not None:
                self._ask_about(doubt)
                return
            change = self.save_record()
        except errors.ChangedMeanwhile:
            self._meet_changes()
            return
        except errors.ExpectedError as problem:
            self.show_problem(problem)
            return
        self._done_with(change)

    def remove(self) -> None:
        """Put the edited record into the bin and close; what was typed is asked about first."""
        if self.is_dirty() and not self._asking.was_asked(_DIRTY_REMOVAL):
            ways = [
                (translate("Form", "&To the bin all the same"), self.remove),
                (translate("Form", "&Go on writing"), self._asking.go_on),
            ]
            words = translate("Form", "What you typed is not saved and goes too.")
            self._asking.ask(words, ways, self.foot.save, _DIRTY_REMOVAL)
            return
        try:
            change = self.remove_record()
            if change is not None:
                self.keeper.forget()
        except errors.ExpectedError as problem:
            self.show_problem(problem)
            return
        if change is not None:
            self._done_with(change)

    def show_problem(self, problem: errors.ExpectedError) -> None:
        """Say it under the field it is about, or else above the buttons."""
        if not mark_problem(problem, self.fields):
            self._asking.tell(describe_error(problem), Tone.BAD)

    def reject(self) -> None:
        """Leave; when something was typed, ask in a line first."""
        if self._leaving or not self.is_dirty():
            self._leave()
        elif self._asking.is_open():
            self._asking.go_on()
        else:
            ways = [
                (translate("Form", "&Discard"), self.discard),
                (translate("Form", "&Go on writing"), self._asking.go_on),
            ]
            words = translate("Form", "What you typed is not saved yet.")
            self._asking.ask(words, ways, self.foot.cancel)

    # The inside

    def _ask_about(self, doubt: Doubt) -> None:
        """Ask once; doing it again says that it is right."""
        ways = [(doubt.keep_label or translate("Form", "&Save as it is"), self.save)]
        if doubt.elsewhere is not None:
            ways.append(doubt.elsewhere)
        ways.append((doubt.mend_label, partial(self._mend, doubt)))
        self._asking.ask(doubt.question, ways, self.foot.save, doubt.key)

    def _mend(self, doubt: Doubt) -> None:
        self._asking.go_on()
        doubt.mend()
        if doubt.saves:
            self.save()

    def _done_with(self, change: Change | None) -> None:
        self._leaving = True
        self.keeper.stop()
        if change is not None:
            show_change(self.shell, change)
            self.saved.emit(change)
        self.accept()

    def _leave(self) -> None:
        try:
            self.keeper.forget()
        except errors.ExpectedError as problem:
            self.shell.show_error(problem)
        super().reject()

    def discard(self) -> None:
        """Leave without asking."""
        self._leaving = True
        self.reject()

    def close_unkept(self) -> None:
        """Close without a word and without touching what is kept of it."""
        self._leaving = True
        self.keeper.stop()
        super().reject()

    def _resume(self, kept: State) -> None:
        """Go on with what was left half typed."""
        conflicts = self._opened_on.resume(kept)
        if conflicts:
            self._ask_whose(conflicts)
        else:
            self._asking.tell(
                translate("Form", "This was not saved last time. You can go on with it."),
                Tone.NEUTRAL,
                [(translate("Form", "Start anew"), self._start_anew)],
            )

    def _meet_changes(self) -> None:
        """Take over what others wrote since the form was opened, and ask about what both sides changed."""
        try:
            conflicts = self._opened_on.meet_changes()
        except errors.ExpectedError as problem:
            self.show_problem(problem)
            return
        if conflicts:
            self._ask_whose(conflicts)
        else:
            self.save()

    def _ask_whose(self, conflicts: Sequence[Conflict]) -> None:
        blank = translate("Form", "nothing")
        told = "; ".join(
            translate("Form", "{0}: you typed “{1}”, there is now “{2}”").format(
                conflict.part.label, conflict.mine or blank, conflict.theirs or blank
            )
            for conflict in conflicts
        )

        def take_present() -> None:
            self.notice.clear()
            self._opened_on.take_present(conflicts)

        ways = [
            (translate("Form", "&Take what is there now"), take_present),
            (translate("Form", "&Keep mine"), self.notice.clear),
        ]
        self._asking.offer(translate("Form", "Changed meanwhile. {0}").format(told), ways)

    def _start_anew(self) -> None:
        self.notice.clear()
        self._opened_on.start_anew()
        self.keeper.keep_now()

    def _on_keeping_failed(self, problem: errors.ExpectedError) -> None:
        self._asking.tell(describe_error(problem), Tone.WARN)
