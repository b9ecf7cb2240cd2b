"""The frame of every form: saved with Ctrl+Enter, left with Esc, never losing what was typed."""

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QVBoxLayout, QWidget

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import translate
from bengkel_crm.records.journal import Change
from bengkel_crm.schema.lengths import longest
from bengkel_crm.ui.forms.deed_message import show_change
from bengkel_crm.ui.forms.doubts import Doubt
from bengkel_crm.ui.forms.draft_keeper import DraftKeeper, State
from bengkel_crm.ui.forms.form_parts import FormBody, FormFoot, FormHead, FormNotice
from bengkel_crm.ui.forms.meanwhile import OPENED_ON, Conflict, Part, bring_together, guess_base
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.ui.widgets.room import room_for
from bengkel_crm.ui.widgets.staged import Staged
from bengkel_crm.words.messages import describe_error

_DIRTY_REMOVAL = "removal"
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Form(Staged):
    """A subclass builds its fields into `self.content`, calls `begin`, and answers the questions below."""

    saved = Signal(object)

    # The name of its help text in resources/languages/<language>/help/.
    help_topic: ClassVar[str] = ""
    # The tables whose columns `fields` are named after.
    tables: ClassVar[tuple[str, ...]] = ()

    def __init__(self, shell: Shell, draft_key: str, width_px: int, parent: QWidget | None = None) -> None:
        super().__init__(draft_key, width_px, 0, parent)
        self.shell = shell
        self.keeper = DraftKeeper(shell, draft_key, self._state_to_keep, self._on_keeping_failed, self)
        self.fields: dict[str, Field] = {}
        self.content = QWidget()
        self.notice = FormNotice()
        self.foot = FormFoot(
            translate("Form", "Tab next field · Ctrl+Enter save"),
            translate("Form", "Cancel"),
            translate("Form", "Save"),
            self,
        )
        self._body = FormBody(self.content)
        self._clean: State = {}
        self._asking = False
        self._asked_at: QWidget | None = None
        self._leaving = False
        self._asked_about: set[str] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(22, 18, 22, 18)
        self._column.setSpacing(12)
        self._column.addWidget(self._body, 1)
        self._column.addWidget(self.notice)
        self._column.addWidget(self.foot)
        self._body.wish_changed.connect(self.fit)
        self.notice.said.connect(self.fit)
        self.foot.save.clicked.connect(self.save)
        self.foot.cancel.clicked.connect(self.reject)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.show_help)

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
        """Lay the head and the Tab order, and go on with what was left half typed."""
        self.setWindowTitle(f"{title} – {plate}" if plate else title)
        self._column.insertWidget(0, FormHead(title, self.park_button, plate))
        chain = [*order, self.foot.save, self.foot.cancel]
        if self.foot.remove is not None:
            chain.append(self.foot.remove)
            self.foot.remove.clicked.connect(self.remove)
        for first, second in pairwise(chain):
            self.setTabOrder(first, second)
        self.fit()
        self.first_field = focus
        focus.setFocus()
        self._clean = self.state()
        for column, field in self.fields.items():
            for table in self.tables:
                most = longest(table, column)
                if most is not None:
                    field.watch_length(most)
        kept = self.keeper.find()
        if kept is not None:
            self._resume(kept)

    def add_below(self, widget: QWidget) -> None:
        """Put something under the fields that stays in sight while they are scrolled."""
        self._column.insertWidget(self._column.indexOf(self.notice), widget)

    def touched(self) -> None:
        """Something was typed: it will be kept soon, and an answered message goes."""
        if self._asking or not self.notice.answers():
            self._asking = False
            self.notice.clear()
        self.keeper.touch()

    @property
    def is_leaving(self) -> bool:
        """Return whether it is saved or thrown away already."""
        return self._leaving

    def is_dirty(self) -> bool:
        """Return whether something is typed that is not saved."""
        return self.state() != self._clean

    def keep(self) -> None:
        """Write down what was typed, now."""
        self.keeper.keep_now()

    def fit(self) -> None:
        """Take the room the fields want, as far as there is room; on a stage, in the middle of it."""
        width = max(theme().px(self._width_px), self.minimumSizeHint().width())
        wanted = max(self._column.sizeHint().height(), self._column.totalHeightForWidth(width))
        size = QSize(width, max(self.height() if self.isVisible() else 0, wanted))
        if self.stage() is None:
            self.resize(size.boundedTo(room_for(self)))
        else:
            self.take_room(size)

    # Deeds

    def save(self) -> None:
        """Save and close; what stands in the way is said, and the form stays."""
        if self._leaving:
            return
        try:
            doubt = next((doubt for doubt in self.doubts() if doubt.key not in self._asked_about), None)
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
        if self.is_dirty() and _DIRTY_REMOVAL not in self._asked_about:
            self._ask_about(
                Doubt(
                    key=_DIRTY_REMOVAL,
                    question=translate("Form", "What you typed is not saved and goes too."),
                    mend_label=translate("Form", "&Go on writing"),
                    mend=lambda: None,
                ),
                translate("Form", "&To the bin all the same"),
                self.remove,
            )
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

    def show_help(self) -> None:
        """Show the help of this form beside it."""
        # Imported when asked for: few forms are left for it.
        from bengkel_crm.ui.forms.help import HelpDialog

        help_dialog = HelpDialog(self.help_topic, self)
        help_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_dialog.show()

    def show_problem(self, problem: errors.ExpectedError) -> None:
        """Say it under the field it is about, or else above the buttons."""
        match problem:
            case errors.MissingField() if problem.field in self.fields:
                self._mark(self.fields[problem.field], translate("Form", "Please fill this in"))
            case errors.InvalidValue() if problem.field in self.fields:
                self._mark(self.fields[problem.field], translate("Form", "This can not be read"))
            case errors.TooLong() if problem.field in self.fields:
                field = self.fields[problem.field]
                if field.is_too_long():
                    field.editor.setFocus()
                else:
                    words = translate("Form", "{0} letters, at most {1} fit")
                    self._mark(field, words.format(problem.length, problem.most))
            case _:
                self._asking = False
                self.notice.say(describe_error(problem), Tone.BAD)

    def reject(self) -> None:
        """Leave; when something was typed, ask in a line first."""
        if self._leaving or not self.is_dirty():
            self._leave()
        elif self._asking:
            self._go_on()
        else:
            self._asked_at = self.focusWidget()
            # Leaving a line tidies it, which would count as typing and take the question away again.
            self.foot.cancel.setFocus()
            self._asking = True
            self.notice.say(
                translate("Form", "What you typed is not saved yet."),
                Tone.WARN,
                [
                    (translate("Form", "&Discard"), self.discard),
                    (translate("Form", "&Go on writing"), self._go_on),
                ],
            )
            self.notice.answers()[-1].setFocus()

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _PLAIN:
            if isinstance(at, QAbstractButton):
                at.click()
            elif isinstance(at, QLineEdit | QComboBox):
                self.focusNextChild()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    # The inside

    def _ask_about(self, doubt: Doubt, all_the_same: str = "", do: Callable[[], None] | None = None) -> None:
        """Ask once; doing it again says that it is right."""
        self._asked_about.add(doubt.key)
        self._asked_at = self.focusWidget()
        self.foot.save.setFocus()
        self._asking = True
        ways = [(all_the_same or doubt.keep_label or translate("Form", "&Save as it is"), do or self.save)]
        if doubt.elsewhere is not None:
            ways.append(doubt.elsewhere)
        ways.append((doubt.mend_label, partial(self._mend, doubt)))
        self.notice.say(doubt.question, Tone.WARN, ways)
        self.notice.answers()[-1].setFocus()

    def _mend(self, doubt: Doubt) -> None:
        self._go_on()
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

    def _go_on(self) -> None:
        self._asking = False
        self.notice.clear()
        if self._asked_at is not None:
            self._asked_at.setFocus()

    def _resume(self, kept: State) -> None:
        """Go on with what was left half typed; what was not touched is shown as it is now."""
        base = kept.pop(OPENED_ON, None)
        # An older program knew fewer fields.
        mine = {**self._clean, **kept}
        base = guess_base(mine, self._clean) if base is None else {**self._clean, **base}
        state, conflicts = bring_together(base, mine, self._clean, self.parts())
        self.set_state(state)
        self.notice.say(
            translate("Form", "This was not saved last time. You can go on with it."),
            Tone.NEUTRAL,
            [(translate("Form", "Start anew"), self._start_anew)],
        )
        if conflicts:
            self._ask_whose(conflicts)

    def _meet_changes(self) -> None:
        """Take over what others wrote since the form was opened, and ask about what both sides changed."""
        base, mine = self._clean, self.state()
        try:
            self.show_present()
        except errors.ExpectedError as problem:
            self.show_problem(problem)
            return
        self._clean = self.state()
        state, conflicts = bring_together(base, mine, self._clean, self.parts())
        self.set_state(state)
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
        present = {key: self._clean[key] for conflict in conflicts for key in conflict.part.keys}

        def take_present() -> None:
            self.notice.clear()
            self.set_state({**self.state(), **present})

        self._asking = False
        self.notice.say(
            translate("Form", "Changed meanwhile. {0}").format(told),
            Tone.WARN,
            [
                (translate("Form", "&Take what is there now"), take_present),
                (translate("Form", "&Keep mine"), self.notice.clear),
            ],
        )
        self.notice.answers()[-1].setFocus()

    def _start_anew(self) -> None:
        self.notice.clear()
        self.set_state(self._clean)
        self.keeper.keep_now()

    def _mark(self, field: Field, text: str) -> None:
        field.set_remark(text, Tone.BAD)
        field.editor.setFocus()

    def _state_to_keep(self) -> State | None:
        state = self.state()
        return None if state == self._clean else {**state, OPENED_ON: self._clean}

    def _on_keeping_failed(self, problem: errors.ExpectedError) -> None:
        self.notice.say(describe_error(problem), Tone.WARN)
