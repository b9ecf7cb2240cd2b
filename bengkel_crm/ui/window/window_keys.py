"""The keys that work everywhere in the window, and who answers them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.frame.early_keys import EarlyKeys
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import COMMAND_KEYS, Command, Shell, why_nothing
from bengkel_crm.ui.window.page_stack import PageStack

if TYPE_CHECKING:
    from bengkel_crm.ui.forms.help import HelpDialog

# What any page can ask for, answered by the counter when the page in front can not.
_COUNTER_COMMANDS = frozenset({Command.FIND, Command.NEW_VEHICLE, Command.NEW_WORK_ORDER, Command.GO_ON})
# They leave the form, which waits; all others are the form's own or nobody's.
_LEAVE_A_FORM = (Command.FIND, Command.NEW_VEHICLE, Command.GO_ON)


class WindowKeys:
    """Binds keys to what they ask for; before the shop file is open they wait."""

    def __init__(self, window: QWidget, shell: Shell, pages: PageStack, early: EarlyKeys) -> None:
        self._window = window
        self._shell = shell
        self._pages = pages
        self._early = early
        self._shortcuts: dict[str, QShortcut] = {}
        self._leaving = {key for command in _LEAVE_A_FORM for key in COMMAND_KEYS[command]}
        self._is_left_to_form = False

    def bind_all(
        self,
        help_: "WindowHelp",
        undo: Callable[[], None],
        redo: Callable[[], None],
        leave: Callable[[], object],
    ) -> None:
        """Bind the keys of what pages can do, and those of the window itself."""
        for command, keys in COMMAND_KEYS.items():
            for key in keys:
                self._bind(key, partial(self.carry_out, command))
        self._bind("F1", help_.show)
        self._bind("Ctrl+/", help_.show_keys)
        self._bind("Ctrl+Z", undo)
        for key in ("Ctrl+Y", "Ctrl+Shift+Z"):
            self._bind(key, redo)
        self._bind("Ctrl+Q", leave, leaves_a_form=True)
        for number, page_key in enumerate(self._pages.entries, start=1):
            self._bind(f"Alt+{number}", partial(self._shell.go, page_key), leaves_a_form=True)

    def _bind(self, key: str, answer: Callable[[], object], *, leaves_a_form: bool = False) -> None:
        """Let a key call an answer; while a form is in front only where it `leaves_a_form`."""
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.activated.connect(answer)
        self._shortcuts[key] = shortcut
        if leaves_a_form:
            self._leaving.add(key)
        self._set_enabled(key)

    def leave_to_form(self, is_left: bool) -> None:
        """Return whether a form is in front: it has its own keys, and takes nothing back but its typing."""
        self._is_left_to_form = is_left
        for key in self._shortcuts:
            self._set_enabled(key)

    def carry_out(self, command: Command) -> None:
        """Let the page in front do what was asked for, else the counter; say so where nobody can."""
        if self._early.is_holding:
            self._early.keep(partial(self.carry_out, command))
            return
        forms = self._shell.forms
        if command is Command.GO_ON and forms.front() is not None:
            forms.turn()
            return
        forms.park()
        answer = self._pages.front().commands().get(command)
        if answer is None and command in _COUNTER_COMMANDS and "counter" in self._pages.entries:
            answer = self._shell.go("counter").commands().get(command)
        if answer is not None:
            answer()
        elif not self._shell.is_open:
            # Not yet: asked again, with all that is typed after it, when the shop file is open.
            self._shell.hold_keys()
            self._early.keep(partial(self.carry_out, command))
        else:
            self._tell_nothing(command)

    def _tell_nothing(self, command: Command) -> None:
        told = why_nothing(command)
        if told:
            self._shell.show_message(told, Tone.NEUTRAL)

    def _set_enabled(self, key: str) -> None:
        self._shortcuts[key].setEnabled(not self._is_left_to_form or key in self._leaving)


class WindowHelp:
    """The help of the page in front, in a window of its own that is kept."""

    def __init__(self, window: QWidget, pages: PageStack) -> None:
        self._window = window
        self._pages = pages
        self._dialog: HelpDialog | None = None

    def show(self) -> None:
        """Show the help of the page in front; whoever asks twice for the same page wants to know all keys."""
        from bengkel_crm.ui.forms.help import FIRST_TOPIC, HelpDialog

        topic = self._pages.front().help_topic
        if self._dialog is None:
            self._dialog = HelpDialog(topic, self._window)
        elif self._dialog.isVisible() and self._dialog.topic() == (topic or FIRST_TOPIC):
            self._dialog.show_keys()
        else:
            self._dialog.show_topic(topic)
        self._dialog.show()
        self._dialog.activateWindow()

    def show_keys(self) -> None:
        """Show the sheet of all keys."""
        self.show()
        if self._dialog is not None:
            self._dialog.show_keys()
