"""The papers of the month's list: what can be chosen of each, and what is asked once it was printed."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QSpinBox, QWidget

from bengkel_crm.base import i18n
from bengkel_crm.base.i18n import translate
from bengkel_crm.base.progress import Progress
from bengkel_crm.records.reminders import DuePerson
from bengkel_crm.ui.forms.paper_dialog import PaperDialog
from bengkel_crm.ui.forms.paper_file import Paper, Write
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.look.theme import set_role
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.words.reminders import person_name, unprintable_words
from bengkel_crm.workshop.reminders import reminder_papers as papers
from bengkel_crm.workshop.reminders.reminder_papers import LabelContent, LetterLayout
from bengkel_crm.workshop.shop_file.shop_file import Database

_MOST_LABELS = 65
_NAMED = 8
_LAYOUT, _SHEET, _CONTENT = "papers/letter_layout", "papers/label_sheet", "papers/label_content"
People = Sequence[DuePerson]


def open_call_sheet(shell: Shell, people: People, month: date, parent: QWidget) -> PaperDialog:
    """Show the call sheet of these people."""

    def make_write() -> Write:
        day = today().day()

        def write(database: Database, path: Path, progress: Progress) -> object:
            return papers.write_call_sheet(database, people, path, month, day, progress)

        return write

    words = translate(
        "Papers",
        "By day, with boxes for what came of each call. The numbers on it are typed back with F6.",
    )
    title = translate("Papers", "Call sheet")
    paper = Paper(title, f"{_count(people)}. {words}", _name(title, month), make_write, _remark(people))
    return _shown(shell, PaperDialog(shell, paper, (), parent))


def open_letters(
    shell: Shell,
    people: People,
    without: People,
    month: date,
    on_sent: Callable[[], None],
    parent: QWidget,
) -> PaperDialog:
    """Show the letters to these people; `on_sent` is called when they were printed and are to be marked.

    Those `without` an address get none and are named.
    """
    layout: ChoiceBox[LetterLayout] = ChoiceBox(
        {
            LetterLayout.THREE: translate("Papers", "Three to a page, to be cut"),
            LetterLayout.WINDOW: translate("Papers", "One a page, for an envelope with a window"),
        }
    )
    _recall(shell, _LAYOUT, layout, list(LetterLayout))

    def make_write() -> Write:
        chosen, day = layout.value(), today().day()
        shell.settings.setValue(_LAYOUT, chosen.value)

        def write(database: Database, path: Path, progress: Progress) -> object:
            return papers.write_letters(database, people, path, chosen, day, progress)

        return write

    title = translate("Papers", "Letters")
    paper = Paper(
        title,
        _letters_about(people, without),
        _name(title, month),
        make_write,
        _remark(people),
        question=translate(
            "Papers", "Are the letters printed? Then %n people count as reminded.", len(people)
        ),
        answer=translate("Papers", "Mark as sent"),
        on_printed=on_sent,
    )
    dialog = PaperDialog(shell, paper, (Field(translate("Papers", "Layout"), layout),), parent)
    layout.activated.connect(dialog.write)
    return _shown(shell, dialog)


def _letters_about(people: People, without: People) -> str:
    if not without:
        return _count(people)
    names = [person_name(person) for person in without[:_NAMED]]
    if len(without) > _NAMED:
        names.append(translate("Papers", "%n more", len(without) - _NAMED))
    missing = translate("Papers", "No address, no letter: {0}").format(", ".join(names))
    return f"{_count(people)}. {missing}"


def open_labels(shell: Shell, people: People, month: date, parent: QWidget) -> PaperDialog:
    """Show the labels of these people."""
    sheet, start = _sheet_box(shell), _start_box()
    content: ChoiceBox[LabelContent] = ChoiceBox(
        {
            LabelContent.ADDRESS: translate("Papers", "Name and address, for envelopes"),
            LabelContent.PLATE: translate("Papers", "Plate and name, for keys and folders"),
        }
    )
    _recall(shell, _CONTENT, content, list(LabelContent))

    def make_write() -> Write:
        chosen, what, first = sheet.value(), content.value(), start.value()
        shell.settings.setValue(_SHEET, chosen)
        shell.settings.setValue(_CONTENT, what.value)

        def write(database: Database, path: Path, progress: Progress) -> object:
            return papers.write_labels(database, people, path, chosen, what, first, progress)

        return write

    title = translate("Papers", "Labels")
    paper = Paper(title, _count(people), _name(title, month), make_write, _remark(people))
    fields = (
        Field(translate("Papers", "Sheet of labels"), sheet),
        Field(translate("Papers", "What stands on them"), content),
        Field(translate("Papers", "First free label on the sheet"), start),
    )
    dialog = PaperDialog(shell, paper, fields, parent)
    for box in (sheet, content):
        box.activated.connect(dialog.write)
    start.valueChanged.connect(dialog.write)
    return _shown(shell, dialog)


def open_stickers(shell: Shell, people: People, month: date, parent: QWidget) -> PaperDialog:
    """Show the stickers of these people's vehicles."""
    sheet, start = _sheet_box(shell), _start_box()

    def make_write() -> Write:
        chosen, first = sheet.value(), start.value()
        shell.settings.setValue(_SHEET, chosen)

        def write(database: Database, path: Path, progress: Progress) -> object:
            return papers.write_stickers(database, people, path, chosen, first, progress)

        return write

    title = translate("Papers", "Stickers")
    about = translate("Papers", "For windscreen or handlebar: the next job with its day and km.")
    paper = Paper(title, f"{_count(people)}. {about}", _name(title, month), make_write)
    fields = (
        Field(translate("Papers", "Sheet of labels"), sheet),
        Field(translate("Papers", "First free label on the sheet"), start),
    )
    dialog = PaperDialog(shell, paper, fields, parent)
    sheet.activated.connect(dialog.write)
    start.valueChanged.connect(dialog.write)
    return _shown(shell, dialog)


def _shown(shell: Shell, dialog: PaperDialog) -> PaperDialog:
    shell.forms.show_form(dialog)
    return dialog


def _remark(people: People) -> Callable[[], str]:
    return lambda: unprintable_words(papers.find_unprintable(people))


def _count(people: People) -> str:
    return translate("Papers", "%n people", len(people))


def _name(title: str, month: date) -> str:
    return papers.safe_file_name(f"{title} {i18n.format_long_month(month)}")


def _sheet_box(shell: Shell) -> ChoiceBox[str]:
    box: ChoiceBox[str] = ChoiceBox({name: name for name in papers.LABEL_SHEETS})
    kept = str(shell.settings.value(_SHEET, papers.DEFAULT_LABEL_SHEET))
    if kept in papers.LABEL_SHEETS:
        box.set_value(kept)
    return box


def _start_box() -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, _MOST_LABELS)
    # A paper is written for each number: not while the digits of one are typed.
    box.setKeyboardTracking(False)
    set_role(box, TextRole.NUMBER)
    box.lineEdit().setTextMargins(8, 0, 0, 0)
    return box


def _recall(
    shell: Shell, key: str, box: ChoiceBox[LetterLayout] | ChoiceBox[LabelContent], known: Sequence[str]
) -> None:
    """Choose what was chosen last time."""
    kept = str(shell.settings.value(key, ""))
    if kept in known:
        box.setCurrentIndex(list(known).index(kept))
