"""The shop's own texts: written with fields, seen as one customer will read them."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from bengkel_crm import errors
from bengkel_crm.messages import describe_error
from bengkel_crm.reminder_records import DuePerson, TextKind
from bengkel_crm.reminder_words import person_name
from bengkel_crm.templates import Field, wrong_fields
from bengkel_crm.ui.dialogs.form_parts import FormNotice
from bengkel_crm.ui.dialogs.help import offer_help
from bengkel_crm.ui.dialogs.text_fields import TextEdit, field_words
from bengkel_crm.ui.shell import Shell
from bengkel_crm.ui.today import today
from bengkel_crm.ui.tokens import Role, Tone
from bengkel_crm.ui.widgets.card import Card, SectionTitle
from bengkel_crm.ui.widgets.column_scroll import ColumnScroll
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, FittingLabel, TextLabel
from bengkel_crm.ui.widgets.room import open_at
from bengkel_crm.workshop import reminder_texts, shop
from bengkel_crm.workshop.reminder_cards import list_samples

_WIDTH_PX, _HEIGHT_PX = 960, 590
_FIELD_COLUMNS = 3


def open_text_editor(
    shell: Shell, parent: QWidget | None, people: Sequence[DuePerson] = (), day: date | None = None
) -> "TextEditor":
    """Show the editor with the texts as some people would read them; a few are found where none are given."""
    day = day or today().day()
    editor = TextEditor(shell, people or list_samples(shell.database, day), day, parent)
    editor.open()
    return editor


class TextEditor(QDialog):
    """Three texts; all that were changed are saved together."""

    def __init__(
        self, shell: Shell, people: Sequence[DuePerson], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        offer_help(self, "reminders")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self._people = people
        self._place = 0
        self._today = today
        self._shop = shop.read_shop(shell.database)
        self._kept = {kind: reminder_texts.read_template(shell.database, kind) for kind in TextKind}
        self._texts = dict(self._kept)
        self._kind = TextKind.WHATSAPP
        self._asking = False
        self.edit = TextEdit()
        self.notice = FormNotice()
        self.preview = TextLabel("", Role.BODY, wrap=True)
        self.fields = {field: KeyButton(f"{{{field.value}}}", kind=ButtonKind.LINK) for field in Field}
        self.shipped = KeyButton(self.tr("Default text"), "undo")
        self.save_button = KeyButton(self.tr("Save"), "check", "Ctrl+Enter", ButtonKind.PRIMARY)
        self.cancel = KeyButton(self.tr("Cancel"), key="Esc")
        self.kinds = QButtonGroup(self)
        self._person = ElidedLabel("", Role.BODY, "text2", may_be_cut=True)
        self._earlier = KeyButton("", "chevron-left", kind=ButtonKind.LINK)
        self._later = KeyButton("", "chevron-right", kind=ButtonKind.LINK)
        self._build()
        self._connect()
        self._show_text()
        self.edit.setFocus()

    def kind(self) -> TextKind:
        return self._kind

    def save(self) -> None:
        """Save the texts that were changed, unless one of them has a wrong field."""
        changed = {kind: text for kind, text in self._texts.items() if text.strip() != self._kept[kind]}
        wrong = next((kind for kind, text in changed.items() if wrong_fields(text)), None)
        if wrong is not None:
            self.show_kind(wrong)
            self.edit.setFocus()
            return
        try:
            for kind, text in changed.items():
                own = "" if text.strip() == reminder_texts.shipped_template(kind) else text.strip()
                reminder_texts.keep_template(self._shell.database, kind, own)
        except errors.ExpectedError as problem:
            self.notice.say(describe_error(problem), Tone.BAD)
            return
        self.accept()
        if changed:
            self._shell.show_message(self.tr("%n texts saved", "", len(changed)))

    def show_kind(self, kind: TextKind) -> None:
        """Turn to another of the texts; what was typed in this one is kept."""
        self._kind = kind
        self.kinds.button(list(TextKind).index(kind)).setChecked(True)
        self._show_text()

    def reject(self) -> None:
        dirty = any(self._texts[kind] != self._kept[kind] for kind in TextKind)
        if not dirty or self._asking:
            super().reject()
            return
        self._asking = True
        self.notice.say(
            self.tr("What you typed is not saved yet."),
            Tone.WARN,
            [(self.tr("Discard"), super().reject), (self.tr("Go on writing"), self._go_on)],
        )
        self.notice.answers()[-1].setFocus()

    def _go_on(self) -> None:
        self._asking = False
        self._tell_wrong()
        self.edit.setFocus()

    def _on_text_changed(self) -> None:
        self._asking = False
        self._texts[self._kind] = self.edit.toPlainText()
        self._tell_wrong()
        self._show_preview()

    def _on_kind(self, place: int) -> None:
        self.show_kind(list(TextKind)[place])
        self.edit.setFocus()

    def _on_shipped(self) -> None:
        # Through the cursor, so that Ctrl+Z brings the shop's own text back.
        self.edit.selectAll()
        self.edit.insertPlainText(reminder_texts.shipped_template(self._kind))
        self.edit.setFocus()

    def _turn(self, by: int) -> None:
        self._place = (self._place + by) % len(self._people)
        self._show_preview()

    def _show_text(self) -> None:
        self.edit.setPlainText(self._texts[self._kind])
        self._tell_wrong()
        self._show_preview()

    def _tell_wrong(self) -> None:
        wrong = wrong_fields(self._texts[self._kind])
        if wrong:
            named = ", ".join(dict.fromkeys(wrong))
            self.notice.say(self.tr("There is no such field: {0}").format(named), Tone.BAD)
        else:
            self.notice.clear()
        self.shipped.setEnabled(
            self._texts[self._kind].strip() != reminder_texts.shipped_template(self._kind).strip()
        )

    def _show_preview(self) -> None:
        person = self._people[self._place]
        self._person.setText(person_name(person))
        self.preview.setText(
            reminder_texts.message_to(person, self._shop, self._texts[self._kind], self._today)
        )

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Texts to customers"))
        open_at(self, _WIDTH_PX, _HEIGHT_PX)
        names = {
            TextKind.WHATSAPP: self.tr("WhatsApp message"),
            TextKind.LETTER: self.tr("Letter"),
            TextKind.TO_SHOP: self.tr("Answer to the workshop"),
        }
        kinds = QHBoxLayout()
        kinds.setSpacing(6)
        for place, kind in enumerate(TextKind):
            button = KeyButton(names[kind])
            button.setCheckable(True)
            button.setChecked(kind is self._kind)
            self.kinds.addButton(button, place)
            kinds.addWidget(button)
        kinds.addStretch(1)
        self.edit.setAccessibleName(self.tr("Text"))
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(kinds)
        left.addWidget(self.edit, 1)
        left.addWidget(self.notice)
        left.addWidget(
            TextLabel(self.tr("Fields: a click writes one where the cursor is"), Role.CAPTION, "text2")
        )
        left.addLayout(self._field_list())
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 6)
        row.addWidget(self._preview_sheet(), 4)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.shipped)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addLayout(foot)

    def _field_list(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(7)
        rows = -(-len(self.fields) // _FIELD_COLUMNS)
        for place, (field, button) in enumerate(self.fields.items()):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleDescription(field_words(field))
            cell = QHBoxLayout()
            cell.setSpacing(2)
            cell.addWidget(button)
            button.setToolTip(field_words(field))
            told = FittingLabel(Role.CAPTION, "text2")
            told.set_wordings(field_words(field), "")
            cell.addWidget(told, 1)
            grid.addLayout(cell, place % rows, place // rows)
        for column in range(_FIELD_COLUMNS):
            grid.setColumnStretch(column, 1)
        return grid

    def _preview_sheet(self) -> Card:
        self._earlier.setAccessibleName(self.tr("The customer before"))
        self._later.setAccessibleName(self.tr("The next customer"))
        several = len(self._people) > 1
        title = SectionTitle(self.tr("As it will be read"))
        who = QHBoxLayout()
        who.setSpacing(2)
        who.addWidget(self._person, 1)
        for button in (self._earlier, self._later):
            button.setVisible(several)
            who.addWidget(button)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.preview.setContentsMargins(0, 4, 0, 4)
        sheet = Card()
        sheet.body.addWidget(title)
        sheet.body.addLayout(who)
        sheet.body.addWidget(ColumnScroll(self.preview), 1)
        return sheet

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._on_text_changed)
        self.kinds.idClicked.connect(self._on_kind)
        for field, button in self.fields.items():
            button.clicked.connect(partial(self.edit.insert_field, field))
        self.shipped.clicked.connect(self._on_shipped)
        self.save_button.clicked.connect(self.save)
        self.cancel.clicked.connect(self.reject)
        self._earlier.clicked.connect(partial(self._turn, -1))
        self._later.clicked.connect(partial(self._turn, 1))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save)
