"""A paper of the month's list as it is declared, and how it is shown: its choices, then a look at it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.base.progress import Progress
from bengkel_crm.records.reminders import DuePerson
from bengkel_crm.ui.forms.paper_dialog import PaperDialog
from bengkel_crm.ui.forms.paper_file import Paper, Write
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.reminders.paper_choices import PaperChoice, V
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.words.reminders import person_name, unprintable_words
from bengkel_crm.workshop.reminders import reminder_papers as papers
from bengkel_crm.workshop.shop_file.shop_file import Database

_NAMED = 8
People = Sequence[DuePerson]


@dataclass(frozen=True)
class Printing:
    """What a paper is written of: `month` is that of the list, `day` the one that it is printed on."""

    database: Database
    people: People
    path: Path
    month: date
    day: date
    choices: Mapping[PaperChoice[Any], Any]
    progress: Progress

    def chosen(self, choice: PaperChoice[V]) -> V:
        """Return what was chosen of the paper."""
        value: V = self.choices[choice]
        return value


@dataclass(frozen=True)
class PaperEntry:
    """A paper of the menu: what it is called, how it is written, and what can be chosen of it.

    `about` says what it is for; `keys` are those that the page itself answers to. One that goes `by_post`
    is for those with an address, and counts as a reminder once it is printed. One that does not show
    `names` can be printed whatever their letters.
    """

    key: str
    title: Callable[[], str]
    write: Callable[[Printing], object]
    choices: tuple[PaperChoice[Any], ...] = ()
    about: Callable[[], str] = str
    keys: str = ""
    by_post: bool = False
    names: bool = True


@dataclass(frozen=True)
class Asked:
    """Whom a paper is about, of the list of which month; those `without` an address get none.

    `on_sent` is called when they were printed and are to be marked.
    """

    people: People
    month: date
    without: People = ()
    on_sent: Callable[[], None] | None = None


def open_paper(shell: Shell, entry: PaperEntry, asked: Asked, parent: QWidget) -> PaperDialog:
    """Show a paper about these people."""
    boxes = {choice: choice.new_box(shell) for choice in entry.choices}

    def make_write() -> Write:
        chosen, day = {choice: box.value() for choice, box in boxes.items()}, today().day()
        for choice, value in chosen.items():
            choice.keep(shell, value)

        def write(database: Database, path: Path, progress: Progress) -> object:
            return entry.write(Printing(database, asked.people, path, asked.month, day, chosen, progress))

        return write

    fields = tuple(Field(choice.label(), box) for choice, box in boxes.items())
    dialog = PaperDialog(shell, _paper(entry, asked, make_write), fields, parent)
    for choice, box in boxes.items():
        choice.changed(box).connect(dialog.write)
    shell.forms.show_form(dialog)
    return dialog


def _paper(entry: PaperEntry, asked: Asked, make_write: Callable[[], Write]) -> Paper:
    title, people = entry.title(), asked.people
    question = translate("Papers", "Are the letters printed? Then %n people count as reminded.", len(people))
    return Paper(
        title,
        ". ".join(filter(None, (_count(people), entry.about(), _missing(asked.without)))),
        papers.safe_file_name(f"{title} {i18n.format_long_month(asked.month)}"),
        make_write,
        remark=(lambda: unprintable_words(papers.find_unprintable(people))) if entry.names else str,
        question=question if entry.by_post else "",
        answer=translate("Papers", "Mark as sent"),
        on_printed=asked.on_sent,
    )


def _count(people: People) -> str:
    return translate("Papers", "%n people", len(people))


def _missing(without: People) -> str:
    """Return who gets none since nobody knows their address; nothing where everybody gets one."""
    if not without:
        return ""
    names = [person_name(person) for person in without[:_NAMED]]
    if len(without) > _NAMED:
        names.append(translate("Papers", "%n more", len(without) - _NAMED))
    return translate("Papers", "No address, no letter: {0}").format(", ".join(names))
