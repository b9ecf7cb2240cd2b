"""Step 2: what each column of the book goes into, and what becomes of what is known already."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from bengkel_crm.base import i18n
from bengkel_crm.ui.exchange.field_rules import FieldRulesDialog
from bengkel_crm.ui.exchange.import_words import fields_of, kind_words, role_words, roles_for, rule_words
from bengkel_crm.ui.exchange.looking import Looker
from bengkel_crm.ui.exchange.mapping_lines import guess_words, mapping_lines
from bengkel_crm.ui.exchange.mapping_table import MappingTable
from bengkel_crm.ui.exchange.session import ImportSession
from bengkel_crm.ui.exchange.step import Step
from bengkel_crm.ui.exchange.table_tabs import TableTabs
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, Stretch, in_column, in_row
from bengkel_crm.workshop.exchange import ColumnRole, FieldRule, ImportField

_PLATE_WIDTH = 140


class MappingStep(Step):
    """Shows one table of the session at a time; Ctrl+PgUp and Ctrl+PgDn go through them."""

    def __init__(self, session: ImportSession, looker: Looker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._looker = looker
        self.table = self.named(MappingTable(self._roles), "Columns of the file")
        self.model = self.table.lines
        self.tables = TableTabs()
        self.guesses = ElidedLabel("", TextRole.BODY, "warn")
        self.missing = ElidedLabel("", TextRole.BODY, "warn")
        self._plate_row = QWidget()
        self._plate_label = self.worded(TextLabel("", TextRole.BODY), "Plate of all rows:")
        self.plate = self.named(QLineEdit(), "Plate of all rows")
        self._known_label = self.worded(TextLabel("", TextRole.BODY), "What is known already:")
        self.known: ChoiceBox[FieldRule | None] = self.named(
            ChoiceBox({FieldRule.FILL: ""}), "What is known already"
        )
        self.per_field = self.worded(KeyButton(kind=ButtonKind.LINK), "Choose for each field…")
        self._build()
        self._connect()
        self.put_again(self.model.retranslate)
        self.put_again(self._show_rules)
        self.put_again(self._show_texts)

    # What the frame asks

    def title(self) -> str:
        """Return what stands above the step."""
        return self.tr("Match the file's columns with the workshop's data")

    def caption(self) -> str:
        """Return which file and which table of it."""
        session = self._session
        if not session.tables:
            return session.path.name
        table = session.tables[session.current]
        rows = self.tr("%n rows", "", table.rows).replace(str(table.rows), i18n.format_number(table.rows))
        told = self.tr("{0} · sheet “{1}” · {2} · {3}.").format(
            session.path.name, table.choice.sheet, kind_words(table.choice.kind), rows
        )
        if table.remembered:
            return told + " " + self.tr("Matched as last time with such a file; look at what is yellow.")
        return told + " " + self.tr("The guesses are filled in; look at what is yellow.")

    def go_on_words(self) -> str:
        """Return what the button says: how many rows it will check."""
        rows = self._session.rows_taken()
        return self.tr("Check %n rows", "", rows).replace(str(rows), i18n.format_number(rows))

    def may_go_on(self) -> bool:
        """Return whether each table has the columns it can not do without."""
        return self._session.may_be_mapped() and self._session.first_missing() is None

    def take_focus(self) -> None:
        """Put the keyboard on the first column."""
        self.table.setFocus()
        if not self.table.currentIndex().isValid() and self.model.rowCount():
            self.table.go_to(0)

    def show_session(self) -> None:
        """Show the tables as the session has them."""
        session = self._session
        taken = session.taken()
        if taken and session.current not in taken:
            session.current = taken[0]
        self.tables.show_tables({place: self._name_of(place) for place in taken}, session.current)
        self._show_rules()
        self._show_table()

    def choose_table(self, place: int) -> None:
        """Show another table."""
        self._session.current = place
        self.tables.show_chosen(place)
        self._show_table()
        self.table.go_to(0)
        self.table.setFocus()

    def _show_texts(self) -> None:
        if self._session.tables:
            self.show_session()

    # Deeds

    def _on_role_chosen(self, row: int, role: ColumnRole) -> None:
        session, place = self._session, self._session.current
        index = self.model.record(row).column.index
        if session.tables[place].choice.roles[index] is role:
            return
        # A book with a sheet a month is matched once.
        for same in session.same_titles(place):
            session.by_hand.add((same, index))
            self._looker.ask(same, session.choice_with_role(same, index, role))
        self._show_table()

    def _on_plate_edited(self, text: str) -> None:
        self._session.set_plate(self._session.current, text)
        self._show_missing()

    def _on_looked(self, place: int) -> None:
        if place == self._session.current:
            self._show_table()

    def _on_rule_chosen(self) -> None:
        rule = self.known.value()
        if rule is None:
            self.open_rules()
            return
        self._session.fields = {} if rule is FieldRule.FILL else dict.fromkeys(ImportField, rule)
        self._session.report = None
        self._show_rules()

    def open_rules(self) -> FieldRulesDialog:
        """Ask for a rule of each field."""
        dialog = FieldRulesDialog(self._fields(), self._session.fields, self)
        dialog.chosen.connect(self._on_field_rule)
        dialog.finished.connect(self._show_rules)
        dialog.open()
        return dialog

    def _on_field_rule(self, field: ImportField, rule: FieldRule) -> None:
        self._session.fields[field] = rule
        self._session.report = None
        self._show_rules()

    def _turn(self, step: int) -> None:
        taken = self._session.taken()
        if len(taken) > 1 and self._session.current in taken:
            self.choose_table(taken[(taken.index(self._session.current) + step) % len(taken)])

    # What is shown

    def _fields(self) -> list[ImportField]:
        session = self._session
        return fields_of(session.tables[place].choice.kind for place in session.taken())

    def _roles(self) -> tuple[ColumnRole, ...]:
        return roles_for(self._session.tables[self._session.current].choice.kind)

    def _show_table(self) -> None:
        session = self._session
        if not session.tables:
            return
        place = session.current
        table = session.tables[place]
        by_hand = frozenset(index for known, index in session.by_hand if known == place)
        self.model.change_records(mapping_lines(table, by_hand))
        self._show_guesses()
        self._plate_row.setVisible(session.may_have_one_plate(place))
        if self.plate.text() != table.choice.plate:
            self.plate.setText(table.choice.plate)
        self._show_missing()

    def _show_guesses(self) -> None:
        """Show one guess, of the present row if it is one, and how many others there are."""
        guesses = enumerate(map(guess_words, self.model.records()))
        told = {row: words for row, words in guesses if words}
        first = told.get(self.table.currentIndex().row()) or next(iter(told.values()), "")
        words = [self.tr("Guessed, please look:"), first]
        if len(told) > 1:
            words.append(self.tr("(%n more)", "", len(told) - 1))
        self.guesses.setText(" ".join(words) if told else "")
        self.guesses.setVisible(bool(told))

    def _show_missing(self) -> None:
        session = self._session
        lacks = session.first_missing()
        self.missing.setVisible(lacks is not None)
        if lacks is not None:
            sheet = session.tables[lacks[0]].choice.sheet
            self.missing.setText(
                self.tr("“{0}” lacks a column for: {1}").format(
                    sheet, role_words(lacks[1], session.tables[lacks[0]].choice.kind)
                )
            )
        self.changed.emit()

    def _name_of(self, place: int) -> str:
        table = self._session.tables[place]
        return f"{table.choice.sheet} ({i18n.format_number(table.rows)})"

    def _show_rules(self) -> None:
        rules = {self._session.fields.get(field, FieldRule.FILL) for field in self._fields()}
        for widget in (self._known_label, self.known, self.per_field):
            widget.setVisible(bool(rules))
        present = next(iter(rules)) if len(rules) == 1 else None if rules else FieldRule.FILL
        choices: dict[FieldRule | None, str] = {
            rule: rule_words(rule) for rule in (FieldRule.FILL, FieldRule.KEEP, FieldRule.TAKE)
        }
        choices[None] = self.tr("Different for each field")
        with QSignalBlocker(self.known):
            self.known.start_anew(choices)
            self.known.set_value(present)

    def _build(self) -> None:
        sheet = CardFrame(margins=(1, 1, 1, 6))
        sheet.body.addWidget(self.table)
        known = in_row(
            self._known_label, self.known, self.per_field, Grow(self.missing), Stretch(0), spacing=10
        )
        in_row(self._plate_label, self.plate, Stretch(), on=self._plate_row, spacing=10, margins=(0, 0, 0, 0))
        in_column(
            self.tables,
            Grow(sheet),
            self.guesses,
            self._plate_row,
            known,
            on=self,
            spacing=10,
            margins=(0, 0, 0, 0),
        )
        self.missing.hide()
        self.guesses.hide()
        self._plate_row.hide()
        self.plate.setMaximumWidth(_PLATE_WIDTH)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._show_guesses)
        self.table.role_chosen.connect(self._on_role_chosen)
        self._looker.looked.connect(self._on_looked)
        self.tables.chosen.connect(self.choose_table)
        self.known.activated.connect(self._on_rule_chosen)
        self.per_field.clicked.connect(self.open_rules)
        self.plate.textEdited.connect(self._on_plate_edited)
        # Enter is done with the field, and goes on.
        self.plate.returnPressed.connect(self.table.setFocus)
        for keys, step in ((("Ctrl+PgDown",), 1), (("Ctrl+PgUp",), -1)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(partial(self._turn, step))
