"""The papers of the month's list: call sheet, letters, labels, stickers."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from bengkel_crm.records.reminders import DuePerson, MonthList
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.reminders.paper_actions import open_call_sheet, open_labels, open_letters, open_stickers
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.workshop.reminders.reminder_lists import with_address

# Whom a paper is about, and the list they stand on.
Printed = tuple[Sequence[DuePerson], MonthList]


class PapersMenu(Speaks, QMenu):
    """`printed` says whom a paper is about, and the list they stand on.

    `letters_sent(people, list)` is emitted once the letters are printed and count as sent.
    """

    letters_sent = Signal(list, object)

    def __init__(
        self,
        shell: Shell,
        printed: Callable[[], tuple[Sequence[DuePerson], MonthList] | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._printed = printed
        self._ground = parent
        self.call_sheet, self.letters, self.labels, self.stickers = (QAction(self) for _ in range(4))
        self.addActions([self.call_sheet, self.letters, self.labels, self.stickers])
        self.put_again(lambda: self.call_sheet.setText(self.tr("Call sheet") + "\tCtrl+P"))
        self.put_text(self.letters.setText, "Letters")
        self.put_text(self.labels.setText, "Labels")
        self.put_text(self.stickers.setText, "Stickers")
        self.call_sheet.triggered.connect(lambda: self._open(open_call_sheet))
        self.letters.triggered.connect(self._on_letters)
        self.labels.triggered.connect(lambda: self._open(open_labels))
        self.stickers.triggered.connect(lambda: self._open(open_stickers))

    def pop_up_above(self, button: QWidget) -> None:
        """Show the menu over a button at the foot of the page."""
        self.popup(button.mapToGlobal(QPoint(0, -self.sizeHint().height())))

    def _open(self, open_paper: Callable[[Shell, Sequence[DuePerson], date, QWidget], object]) -> None:
        printed = self._printed()
        if printed is not None:
            people, whole = printed
            open_paper(self._shell, people, whole.month, self._ground.window())

    def _on_letters(self) -> None:
        printed = self._printed()
        if printed is None:
            return
        meant, whole = printed
        people = with_address(meant)
        if not people:
            self._shell.show_message(self.tr("None of them has an address for a letter."), Tone.WARN)
            return
        without = [person for person in meant if not person.address]

        def mark() -> None:
            self.letters_sent.emit(list(people), whole)

        open_letters(self._shell, people, without, whole.month, mark, self._ground.window())
