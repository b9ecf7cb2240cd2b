"""Step 1: the file, the tables found in it, and where their titles stand."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from bengkel_crm.base import i18n
from bengkel_crm.ui.exchange.csv_options import CsvOptionsBar
from bengkel_crm.ui.exchange.import_words import all_kinds, kind_words
from bengkel_crm.ui.exchange.looking import Looker
from bengkel_crm.ui.exchange.session import ImportSession
from bengkel_crm.ui.exchange.sheet_preview import SheetPreview
from bengkel_crm.ui.exchange.step import Step
from bengkel_crm.ui.exchange.tables_table import TablesTable
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import FittingLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, Stretch, in_column, in_row
from bengkel_crm.workshop.exchange import TableKind

_TABLES_SHOWN = 4
_LOW_PX, _BESIDE_PX = 620, 320
_NO_LIMIT = 16_777_215


class FileStep(Step):
    """`other_file_wanted`: another file; `options_chosen(CsvOptions)`: the same one, read otherwise."""

    other_file_wanted = Signal()
    options_chosen = Signal(object)

    def __init__(self, session: ImportSession, looker: Looker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._looker = looker
        self.other_file = self.worded(KeyButton("", "folder", kind=ButtonKind.LINK), "Another file…")
        self.csv = CsvOptionsBar()
        self.tables = self.named(TablesTable(), "Tables in the file")
        self.preview = self.named(SheetPreview(), "First rows of the sheet")
        self.kind: ChoiceBox[TableKind] = self.named(
            ChoiceBox(dict.fromkeys(all_kinds(), "")), "What its rows are"
        )
        self._kind_label = self.worded(TextLabel("", TextRole.BODY, "text2"), "Its rows are:")
        self._preview_label = FittingLabel(TextRole.BODY, "text2")
        self._tables_card = CardFrame(margins=(1, 1, 1, 6))
        self._below = QWidget()
        self._middle = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._build()
        self._connect()
        self.put_again(self._show_texts)

    # What the frame asks

    def title(self) -> str:
        """Return what stands above the step."""
        return self.tr("Which file, and where in it")

    def caption(self) -> str:
        """Return which file it is, and what was found in it."""
        session = self._session
        if session.book is None:
            return session.path.name
        if session.is_put_back:
            return self.tr(
                "{0} · an export of this program; it goes back as it was into the empty file"
            ).format(session.path.name)
        if not session.taken():
            return self.tr("{0} · no table was recognised. Point at the row with the titles.").format(
                session.path.name
            )
        rows = i18n.format_number(session.rows_taken())
        return self.tr("{0} · {1} rows are taken").format(session.path.name, rows)

    def go_on_words(self) -> str:
        """Return what the button says: next, or another file where this one can not be read."""
        return self.tr("Next") if self._session.book is not None else self.tr("Choose another file…")

    def may_go_on(self) -> bool:
        """Return whether there is a table with rows to take, and nobody is looking at it just now."""
        session = self._session
        if session.book is None or session.is_put_back:
            return True
        return session.may_be_mapped() and not self._looker.is_busy()

    def take_focus(self) -> None:
        """Put the keyboard where the next thing is to be chosen."""
        if self._session.book is None:
            self.other_file.setFocus()
        elif self._session.taken():
            self.tables.setFocus()
        else:
            self.preview.setFocus()

    def show_session(self) -> None:
        """Show the file as the session has it."""
        session = self._session
        for widget in (self._tables_card, self._below):
            widget.setVisible(bool(session.tables))
        self.csv.setVisible(session.csv is not None)
        if session.csv is not None:
            self.csv.show_options(session.csv)
        if session.book is None or not session.tables:
            self.changed.emit()
            return
        self.tables.show_session(session)
        self._lay_tables()
        choice = session.tables[session.current].choice
        self.preview.show_table(session.book, choice)
        with QSignalBlocker(self.kind):
            self.kind.set_value(choice.kind)
        self._preview_label.set_wordings(
            self.tr("Titles in row {0}; Space or a double click moves them").format(choice.header[0]),
            self.tr("Titles in row {0}").format(choice.header[0]),
        )
        self.changed.emit()

    def _show_texts(self) -> None:
        present = self.kind.value()
        with QSignalBlocker(self.kind):
            self.kind.start_anew({kind: kind_words(kind) for kind in all_kinds()})
            self.kind.set_value(present)
        if self._session.book is not None:
            self.show_session()

    # Deeds

    def _on_row_changed(self) -> None:
        row = self.tables.current_row()
        if row >= 0 and row != self._session.current:
            self._session.current = row
            self.show_session()

    def _on_ticked(self, place: int) -> None:
        self._session.set_taken(place, not self._session.tables[place].choice.taken)
        self.show_session()

    def _on_header_pointed(self, row: int) -> None:
        session, place = self._session, self._session.current
        if not session.tables:
            return
        session.by_hand = {known for known in session.by_hand if known[0] != place}
        self._looker.ask(place, session.choice_with_header(place, row))
        self.changed.emit()

    def _on_kind_chosen(self) -> None:
        session, place = self._session, self._session.current
        if session.tables:
            self._looker.ask(place, session.choice_with_kind(place, self.kind.value()))
            self.show_session()

    def _on_looked(self, _place: int) -> None:
        self.show_session()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_tables()

    def _lay_tables(self) -> None:
        """Give the tables the room of their rows; on a low screen they stand beside the preview."""
        is_low = self.window().height() < theme().px(_LOW_PX)
        self.tables.set_narrow(is_low)
        if is_low:
            self._middle.setDirection(QBoxLayout.Direction.LeftToRight)
            self._tables_card.setFixedWidth(theme().px(_BESIDE_PX))
            self._tables_card.setMinimumHeight(0)
            self._tables_card.setMaximumHeight(_NO_LIMIT)
        else:
            lines = max(1, min(len(self._session.tables), _TABLES_SHOWN))
            self._middle.setDirection(QBoxLayout.Direction.TopToBottom)
            self._tables_card.setMinimumWidth(0)
            self._tables_card.setMaximumWidth(_NO_LIMIT)
            self._tables_card.setFixedHeight(theme().px(36 * (lines + 1)) + 10)

    def _build(self) -> None:
        head = in_row(Grow(self.csv), Stretch(), self.other_file, spacing=12)
        self._tables_card.body.addWidget(self.tables)
        kind = in_row(Grow(self._preview_label), self._kind_label, self.kind, spacing=10)
        sheet = CardFrame(margins=(1, 1, 1, 6))
        sheet.body.addWidget(self.preview)
        in_column(kind, Grow(sheet), on=self._below, spacing=8, margins=(0, 0, 0, 0))
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(10)
        self._middle.addWidget(self._tables_card)
        self._middle.addWidget(self._below, 1)
        in_column(head, Grow(self._middle), on=self, spacing=10, margins=(0, 0, 0, 0))
        self._tables_card.hide()
        self._below.hide()
        self.csv.hide()

    def _connect(self) -> None:
        self.other_file.clicked.connect(self.other_file_wanted)
        self.csv.chosen.connect(self.options_chosen)
        self.tables.ticked.connect(self._on_ticked)
        self.tables.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.preview.header_pointed.connect(self._on_header_pointed)
        self.kind.activated.connect(self._on_kind_chosen)
        self._looker.looked.connect(self._on_looked)
