"""The window of the wizard: its size, its keys, its help, and the question before it is left."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.exchange.frame import WizardFrame
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.layouts import in_column
from bengkel_crm.ui.widgets.room import room_for
from bengkel_crm.ui.widgets.texts import Speaks

_SIZE = "import/size"
_WIDTH_PX, _HEIGHT_PX = 1120, 680


class WizardDialog(Speaks, QDialog):
    """Knows the frame and what stands in it, and no step."""

    def __init__(self, shell: Shell, panes: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.shell = shell
        frame = self.frame = WizardFrame(panes)
        self.notice = frame.notice
        self._asked = False
        in_column(frame, on=self, margins=(0, 0, 0, 0))
        self.put_again(lambda: self.setWindowTitle(translate("ImportWizard", "Import an Excel book")))
        frame.go_on.clicked.connect(self.go_on)
        frame.back.clicked.connect(self.go_back)
        frame.cancel.clicked.connect(self.reject)
        for key, deed in (
            ("Ctrl+Return", self.go_on),
            ("Ctrl+Enter", self.go_on),
            ("Alt+Left", self.go_back),
            ("F1", self._show_help),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(deed)
        kept = shell.settings.value(_SIZE)
        wanted = kept if isinstance(kept, QSize) else QSize(theme().px(_WIDTH_PX), theme().px(_HEIGHT_PX))
        self.resize(wanted.boundedTo(room_for(self)))

    @abstractmethod
    def go_on(self) -> None:
        """Go to the next step."""

    @abstractmethod
    def go_back(self) -> None:
        """Go to the step before."""

    @abstractmethod
    def take_step_focus(self) -> None:
        """Put the keys on the step that is shown."""

    def was_asked(self) -> bool:
        """Return whether the question before leaving stands there: Esc again says yes."""
        return self._asked

    def ask_to_leave(self) -> None:
        """Ask whether what was matched and mended may be lost."""
        self._asked = True
        # One line at a time: a low screen has no room for both.
        self.frame.foot.hide()
        self.notice.say(
            translate("ImportWizard", "What you matched and mended here is not saved. Leave all the same?"),
            Tone.WARN,
            [
                (translate("ImportWizard", "&Leave"), self.reject),
                (translate("ImportWizard", "&Stay here"), self._stay),
            ],
        )
        self.notice.answers()[-1].setFocus()

    def stop_asking(self) -> None:
        """Take the question away."""
        self._asked = False
        self.notice.clear()
        self.frame.foot.show()

    def finish_typing(self) -> None:
        """Let a cell that is being typed in take its text."""
        if isinstance(self.focusWidget(), QLineEdit):
            self.frame.go_on.setFocus()

    # Qt's side

    def done(self, result: int) -> None:
        """Remember how large it was."""
        self.shell.settings.setValue(_SIZE, self.size())
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A key that is held down goes one step, and never on to the one that writes.
            # A cell that is being typed in keeps its Enter to itself.
            if not event.isAutoRepeat():
                self.go_on()
            return
        super().keyPressEvent(event)

    def _stay(self) -> None:
        self.stop_asking()
        self.take_step_focus()

    def _show_help(self) -> None:
        # Loaded when it is asked for.
        from bengkel_crm.ui.forms.help import HelpDialog

        help_dialog = HelpDialog("import", self)
        help_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_dialog.show()
