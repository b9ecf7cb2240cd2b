"""The papers of the month's list: call sheet, letters, labels, stickers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.reminders import DuePerson, MonthList
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.reminders.paper_choices import FIRST_LABEL, LABEL_CONTENT, LABEL_SHEET, LETTER_LAYOUT
from bengkel_crm.ui.reminders.paper_entry import Asked, PaperEntry, open_paper
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.workshop.reminders import reminder_papers as papers
from bengkel_crm.workshop.reminders.reminder_lists import with_address

# In the order in which they stand in the menu.
PAPERS: tuple[PaperEntry, ...] = (
    PaperEntry(
        "call_sheet",
        lambda: translate("Papers", "Call sheet"),
        lambda to: papers.write_call_sheet(to.database, to.people, to.path, to.month, to.day, to.progress),
        about=lambda: translate(
            "Papers",
            "By day, with boxes for what came of each call. The numbers on it are typed back with F6.",
        ),
        keys="Ctrl+P",
    ),
    PaperEntry(
        "letters",
        lambda: translate("Papers", "Letters"),
        lambda to: papers.write_letters(
            to.database, to.people, to.path, to.chosen(LETTER_LAYOUT), to.day, to.progress
        ),
        choices=(LETTER_LAYOUT,),
        by_post=True,
    ),
    PaperEntry(
        "labels",
        lambda: translate("Papers", "Labels"),
        lambda to: papers.write_labels(
            to.database,
            to.people,
            to.path,
            to.chosen(LABEL_SHEET),
            to.chosen(LABEL_CONTENT),
            to.chosen(FIRST_LABEL),
            to.progress,
        ),
        choices=(LABEL_SHEET, LABEL_CONTENT, FIRST_LABEL),
    ),
    PaperEntry(
        "stickers",
        lambda: translate("Papers", "Stickers"),
        lambda to: papers.write_stickers(
            to.database, to.people, to.path, to.chosen(LABEL_SHEET), to.chosen(FIRST_LABEL), to.progress
        ),
        choices=(LABEL_SHEET, FIRST_LABEL),
        about=lambda: translate("Papers", "For windscreen or handlebar: the next job with its day and km."),
        names=False,
    ),
)


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

    def _new_entry(self, entry: PaperEntry) -> QAction:
        action = QAction(self)
        self.addAction(action)
        self.put_again(lambda: action.setText(entry.title() + (f"\t{entry.keys}" if entry.keys else "")))
        action.triggered.connect(lambda: self._on_chosen(entry))
        return action

    def entry(self, key: str) -> QAction:
        """Return the entry of a paper, by its key in `PAPERS`."""
        return self._entries[key]

    def pop_up_above(self, button: QWidget) -> None:
        """Show the menu over a button at the foot of the page."""
        self.popup(button.mapToGlobal(QPoint(0, -self.sizeHint().height())))

    def _on_chosen(self, entry: PaperEntry) -> None:
        """Show a paper about whom it is to be about; nothing where there is nobody to ask about."""
        printed = self._printed()
        if printed is None:
            return
        people, whole = printed
        asked = self._by_post(people, whole) if entry.by_post else Asked(people, whole.month)
        if entry.by_post and not asked.people:
            self._shell.show_message(self.tr("None of them has an address for a letter."), Tone.WARN)
            return
        open_paper(self._shell, entry, asked, self._ground.window())

    def _by_post(self, meant: Sequence[DuePerson], whole: MonthList) -> Asked:
        """Return those of them who have an address, to be marked once theirs is printed."""
        people = with_address(meant)
        without = [person for person in meant if not person.address]
        return Asked(people, whole.month, without, lambda: self.letters_sent.emit(list(people), whole))
