"""The papers of the month's list: call sheet, letters, labels, stickers."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.reminders import DuePerson, MonthList
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.reminders import paper_actions
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
        self._entries = {entry.key: self._new_entry(entry) for entry in PAPERS}

    def _new_entry(self, entry: "PaperEntry") -> QAction:
        action = QAction(self)
        self.addAction(action)
        self.put_again(lambda: action.setText(entry.title() + (f"\t{entry.keys}" if entry.keys else "")))
        action.triggered.connect(lambda: entry.choose(self))
        return action

    def entry(self, key: str) -> QAction:
        """Return the entry of a paper, by its key in `PAPERS`."""
        return self._entries[key]

    def pop_up_above(self, button: QWidget) -> None:
        """Show the menu over a button at the foot of the page."""
        self.popup(button.mapToGlobal(QPoint(0, -self.sizeHint().height())))

    def open_paper(self, open_paper: Callable[[Shell, Sequence[DuePerson], date, QWidget], object]) -> None:
        """Show a paper about whom it is to be about; nothing where there is nobody to ask about."""
        printed = self._printed()
        if printed is not None:
            people, whole = printed
            open_paper(self._shell, people, whole.month, self._ground.window())

    def open_letters(self) -> None:
        """Show the letters to all of them who have an address."""
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

        paper_actions.open_letters(self._shell, people, without, whole.month, mark, self._ground.window())


class PaperEntry(NamedTuple):
    """A paper of the menu: `keys` are those that the page itself answers to."""

    key: str
    title: Callable[[], str]
    choose: Callable[[PapersMenu], None]
    keys: str = ""


# In the order in which they stand in the menu.
PAPERS: tuple[PaperEntry, ...] = (
    PaperEntry(
        "call_sheet",
        lambda: translate("Papers", "Call sheet"),
        lambda menu: menu.open_paper(paper_actions.open_call_sheet),
        "Ctrl+P",
    ),
    PaperEntry("letters", lambda: translate("Papers", "Letters"), PapersMenu.open_letters),
    PaperEntry(
        "labels",
        lambda: translate("Papers", "Labels"),
        lambda menu: menu.open_paper(paper_actions.open_labels),
    ),
    PaperEntry(
        "stickers",
        lambda: translate("Papers", "Stickers"),
        lambda menu: menu.open_paper(paper_actions.open_stickers),
    ),
)
