"""The shop's own texts: written with fields, seen as one customer will read them."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QWidget

from bengkel_crm.records.reminders import DuePerson, TextKind
from bengkel_crm.schema.lengths import LONGEST
from bengkel_crm.trade.templates import Placeholder, wrong_fields
from bengkel_crm.ui.forms.deed_message import show_change
from bengkel_crm.ui.forms.draft_keeper import TEXTS, State
from bengkel_crm.ui.forms.form import Form
from bengkel_crm.ui.forms.meanwhile import Part
from bengkel_crm.ui.frame.today import today as day_of_program
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.reminders.text_fields import TextEdit, field_words
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.card import CardFrame, SectionTitle
from bengkel_crm.ui.widgets.column_scroll import ColumnScroll
from bengkel_crm.ui.widgets.field import too_long_words
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, FittingLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, fill, in_column, in_row
from bengkel_crm.words.reminders import person_name
from bengkel_crm.workshop.reminders import reminder_texts
from bengkel_crm.workshop.reminders.reminder_cards import list_samples
from bengkel_crm.workshop.settings import shop_details

_WIDTH_PX, _TEXT_PX = 960, 230
_FIELD_COLUMNS = 3


def make_text_editor(
    shell: Shell, parent: QWidget | None, people: Sequence[DuePerson] = (), day: date | None = None
) -> "TextEditor":
    """Return the editor, with texts as some people would read them; a few are found where none are given."""
    day = day or day_of_program().day()
    return TextEditor(shell, people or list_samples(shell.database, day), day, parent)


class TextEditor(Form):
    """Three texts; all that were changed are saved together."""

    help_topic = "reminders"

    def __init__(
        self, shell: Shell, people: Sequence[DuePerson], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(shell, TEXTS, _WIDTH_PX, parent)
        self._people = people
        self._place = 0
        self._today = today
        self._shop = shop_details.read_shop(shell.database)
        self._kind = TextKind.WHATSAPP
        self.edit = TextEdit()
        self.preview = TextLabel("", TextRole.BODY, wrap=True)
        self.field_buttons = {
            field: KeyButton(f"{{{field.value}}}", kind=ButtonKind.LINK) for field in Placeholder
        }
        self.shipped = KeyButton(self.tr("Default text"), "undo")
        self.kinds = QButtonGroup(self)
        self._person = ElidedLabel("", TextRole.BODY, "text2", may_be_cut=True)
        self._earlier = KeyButton("", "chevron-left", kind=ButtonKind.LINK)
        self._later = KeyButton("", "chevron-right", kind=ButtonKind.LINK)
        self._read_texts()
        self._build()
        self._connect()
        day_of_program().changed.connect(self._on_new_day)
        self._show_text()
        self.begin(self.tr("Texts to customers"), (self.edit, self.shipped), self.edit)
        self._show_wrong()

    def _on_new_day(self, day: date) -> None:
        self._today = day
        self._show_preview()

    def kind(self) -> TextKind:
        """Return which text is in front."""
        return self._kind

    # What the form asks

    def state(self) -> State:
        """Return the texts as they are typed, by their kind."""
        return {kind.value: text for kind, text in self._texts.items()}

    def set_state(self, state: State) -> None:
        """Put half-typed texts back; the first that differs from the kept one comes to the front."""
        self._texts = {kind: str(state[kind.value]) for kind in TextKind}
        changed = (kind for kind in TextKind if self._texts[kind] != self._kept[kind])
        self.show_kind(next(changed, self._kind))

    def parts(self) -> list[Part]:
        """Return each text as a part that may have changed meanwhile."""
        return [
            Part(self._names()[kind], (kind.value,), lambda state, kind=kind: str(state[kind.value]))  # type: ignore[misc]
            for kind in TextKind
        ]

    def show_present(self) -> None:
        """Read the texts anew from the file."""
        self._read_texts()
        self._show_text()

    def save(self) -> None:
        """Save the texts that were changed, unless one of them has a wrong field."""
        wrong = next((kind for kind in self._changed() if wrong_fields(self._texts[kind])), None)
        if wrong is None:
            super().save()
        else:
            self.show_kind(wrong)
            self.edit.setFocus()

    def save_record(self) -> None:
        """Keep the texts that were changed, as one deed."""
        texts = {kind: self._texts[kind].strip() for kind in self._changed()}
        own = {
            kind: "" if text == reminder_texts.shipped_template(kind, self._shop.language) else text
            for kind, text in texts.items()
        }
        change = reminder_texts.keep_templates(self.shell.database, own)
        self.keeper.forget()
        if change is not None:
            show_change(self.shell, change, self.tr("%n texts saved", "", len(texts)))

    # What the clerk does

    def show_kind(self, kind: TextKind) -> None:
        """Turn to another of the texts; what was typed in this one is kept."""
        self._kind = kind
        self.kinds.button(list(TextKind).index(kind)).setChecked(True)
        self._show_text()

    def _on_text_changed(self) -> None:
        self._texts[self._kind] = self.edit.toPlainText()
        self.touched()
        self._show_wrong()
        self._show_preview()

    def _on_kind(self, place: int) -> None:
        self.show_kind(list(TextKind)[place])
        self.edit.setFocus()

    def _on_shipped(self) -> None:
        # Through the cursor, so that Ctrl+Z brings the shop's own text back.
        self.edit.selectAll()
        self.edit.insertPlainText(reminder_texts.shipped_template(self._kind, self._shop.language))
        self.edit.setFocus()

    def _turn(self, by: int) -> None:
        self._place = (self._place + by) % len(self._people)
        self._show_preview()

    def _read_texts(self) -> None:
        self._kept = {kind: reminder_texts.read_template(self.shell.database, kind) for kind in TextKind}
        self._texts = dict(self._kept)

    def _changed(self) -> list[TextKind]:
        return [kind for kind in TextKind if self._texts[kind].strip() != self._kept[kind]]

    def _show_text(self) -> None:
        with QSignalBlocker(self.edit):
            self.edit.setPlainText(self._texts[self._kind])
        self._show_wrong()
        self._show_preview()

    def _show_wrong(self) -> None:
        text = self._texts[self._kind].strip()
        too_long = "" if text == self._kept[self._kind] else too_long_words(text, LONGEST["letter"]["text"])
        wrong = wrong_fields(text)
        if wrong:
            named = ", ".join(dict.fromkeys(wrong))
            self.notice.say(self.tr("There is no such field: {0}").format(named), Tone.BAD)
        elif too_long:
            self.notice.say(too_long, Tone.BAD)
        elif not self.notice.answers():
            self.notice.clear()
        self.shipped.setEnabled(
            self._texts[self._kind].strip()
            != reminder_texts.shipped_template(self._kind, self._shop.language).strip()
        )

    def _show_preview(self) -> None:
        person = self._people[self._place]
        self._person.setText(person_name(person))
        self.preview.setText(
            reminder_texts.message_to(person, self._shop, self._texts[self._kind], self._today)
        )

    def _names(self) -> dict[TextKind, str]:
        return {
            TextKind.WHATSAPP: self.tr("WhatsApp message"),
            TextKind.LETTER: self.tr("Letter"),
            TextKind.TO_SHOP: self.tr("Answer to the workshop"),
        }

    def _build(self) -> None:
        names = self._names()
        kinds = in_row(spacing=6)
        for place, kind in enumerate(TextKind):
            button = KeyButton(names[kind])
            button.setCheckable(True)
            button.setChecked(kind is self._kind)
            self.kinds.addButton(button, place)
            kinds.addWidget(button)
        kinds.addStretch(1)
        self.edit.setAccessibleName(self.tr("Text"))
        left = in_column(
            kinds,
            Grow(self.edit),
            TextLabel(self.tr("Fields: a click writes one where the cursor is"), TextRole.CAPTION, "text2"),
            self._field_list(),
            spacing=8,
        )
        row = in_row(Grow(left, 6), Grow(self._preview_sheet(), 4), spacing=16, margins=(0, 0, 0, 0))
        self.edit.setMinimumHeight(theme().px(_TEXT_PX))
        self.content.setLayout(row)
        self.foot.row.insertWidget(0, self.shipped)

    def _field_list(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(7)
        rows = -(-len(self.field_buttons) // _FIELD_COLUMNS)
        for place, (field, button) in enumerate(self.field_buttons.items()):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleDescription(field_words(field))
            cell = QHBoxLayout()
            cell.setSpacing(2)
            cell.addWidget(button)
            button.setToolTip(field_words(field))
            told = FittingLabel(TextRole.CAPTION, "text2")
            told.set_wordings(field_words(field), "")
            cell.addWidget(told, 1)
            grid.addLayout(cell, place % rows, place // rows)
        for column in range(_FIELD_COLUMNS):
            grid.setColumnStretch(column, 1)
        return grid

    def _preview_sheet(self) -> CardFrame:
        self._earlier.setAccessibleName(self.tr("The customer before"))
        self._later.setAccessibleName(self.tr("The next customer"))
        title = SectionTitle(self.tr("As it will be read"))
        who = in_row(Grow(self._person), spacing=2)
        for button in (self._earlier, self._later):
            # Shown before it has a parent it would be a window, and take the keys.
            if len(self._people) == 1:
                button.hide()
            who.addWidget(button)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.preview.setContentsMargins(0, 4, 0, 4)
        sheet = CardFrame()
        fill(sheet.body, title, who, Grow(ColumnScroll(self.preview)))
        return sheet

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._on_text_changed)
        self.kinds.idClicked.connect(self._on_kind)
        for field, button in self.field_buttons.items():
            button.clicked.connect(partial(self.edit.insert_field, field))
        self.shipped.clicked.connect(self._on_shipped)
        self._earlier.clicked.connect(partial(self._turn, -1))
        self._later.clicked.connect(partial(self._turn, 1))
