"""Notes on a vehicle and what its owner complained of, the latest first; notes are written right here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from bengkel_crm.base import i18n
from bengkel_crm.records.counter import Card
from bengkel_crm.records.customers import Note
from bengkel_crm.ui.counter.note_editor import NoteEditor
from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import ColorName, TextRole
from bengkel_crm.ui.widgets.card import SectionTitle
from bengkel_crm.ui.widgets.labels import TextLabel, breakable
from bengkel_crm.ui.widgets.layouts import Grow, in_column, in_row
from bengkel_crm.ui.widgets.stretch_rows import drop_widgets
from bengkel_crm.ui.widgets.texts import Speaks

_SYMPTOMS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A note, or (without one) what was said of the vehicle at a visit."""

    text: str
    on: date
    note: Note | None = None
    is_latest_visit: bool = False


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """A note that was not saved yet; with `note_id` it mends one."""

    vehicle_id: int
    note_id: int | None
    text: str


def list_entries(card: Card) -> list[Entry]:
    """Return notes and the latest symptoms, newest first."""
    entries = [Entry(note.text, note.written_on, note) for note in card.notes]
    told = [order for order in card.history if order.symptom][:_SYMPTOMS_SHOWN]
    latest = card.last_work_order
    entries += [Entry(order.symptom or "", order.date, None, order is latest) for order in told]
    entries.sort(key=lambda entry: entry.on, reverse=True)
    return entries


class NotesPanel(Speaks, QWidget):
    """Emits what is to be written; the page writes it, and keeps what is half typed."""

    add_requested = Signal(object, str)
    edit_requested = Signal(object, str, str)
    remove_requested = Signal(object)
    editor_opened = Signal()
    editor_closed = Signal()
    # A letter was typed (vehicle id); the editor is about to be left with what stands in it, and was left;
    # the note was written (vehicle id); it was thrown away (a `HalfTyped`).
    typed = Signal(int)
    put_aside = Signal()
    left = Signal()
    written = Signal(int)
    thrown_away = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._editing: int | None = None
        self._text_before = ""
        self.find_half_typed: Callable[[int], HalfTyped | None] = lambda vehicle_id: None
        self._title = SectionTitle()
        self._add = self.named(self._title.add_link("add"), "Add a note")
        self._title.link_activated.connect(lambda _: self.begin_note())
        self.editor = NoteEditor()
        self.editor.hide()
        self._empty = self.worded(
            TextLabel("", TextRole.BODY, "text2", wrap=True), "No notes. Ctrl+K writes one."
        )
        self._rows = in_column(spacing=8)
        in_column(self._title, self.editor, self._empty, self._rows, on=self, spacing=6, margins=(0, 0, 0, 0))
        self.editor.saved.connect(self._on_saved)
        self.editor.cancelled.connect(self._on_cancelled)
        self.editor.left.connect(self._on_left)
        self.editor.changed.connect(self._on_changed)
        theme().changed.connect(self._fill)
        self._put_texts()

    def show_card(self, card: Card) -> None:
        """Show the notes of a card's vehicle; a note half typed for another one is kept."""
        if self._card is None or self._card.vehicle.id != card.vehicle.id:
            self._leave()
            self._card = card
            self._return()
        self._card = card
        self._fill()

    def shown(self) -> list[str]:
        """Return what is listed as a screen reader says it, the latest first."""
        rows = [row for row in self.findChildren(_EntryRow) if self._rows.indexOf(row) >= 0]
        return [row.accessibleName() for row in sorted(rows, key=self._rows.indexOf)]

    def begin_note(self) -> None:
        """Open the editor for a new note, or give it the focus."""
        if self.editor.isHidden():
            self._open_editor(None, "")
            self._return()
        self.editor.take_focus()

    def close_editor(self) -> None:
        """Called when a note was written."""
        if self._card is not None:
            self.written.emit(self._card.vehicle.id)
        self._shut()

    def show_changed(self, text: str) -> None:
        """Called when somebody else wrote the note over: what is typed stays, and may go in its place."""
        self._text_before = text

    def half_typed(self) -> HalfTyped | None:
        """Return what stands in the open editor and is nowhere else."""
        text = self.editor.text()
        if self._card is None or self.editor.isHidden() or not text or text == self._text_before:
            return None
        return HalfTyped(self._card.vehicle.id, self._editing, text)

    def take_back(self, half: HalfTyped) -> None:
        """Show again what was thrown away, if its card is still the one that is shown."""
        if self._card is not None and self._card.vehicle.id == half.vehicle_id:
            self._show_half_typed(half)
            self.editor.take_focus()
            self.typed.emit(half.vehicle_id)

    def _put_texts(self) -> None:
        self.put_text(self._title.set_title, "Notes and complaints")
        self.put_again(lambda: self._title.set_link("add", self.tr("Add")))
        self.put_text(self._add.setToolTip, "Add a note  Ctrl+K")
        self.put_again(self._fill)

    def _fill(self) -> None:
        drop_widgets(self._rows)
        if self._card is None:
            return
        entries = list_entries(self._card)
        for entry in entries:
            self._rows.addWidget(self._row(entry))
        self._empty.setVisible(not entries and self.editor.isHidden())

    def _row(self, entry: Entry) -> QWidget:
        kind = self.tr("Note") if entry.note else self.tr("Complaint")
        caption = f"{kind} · {i18n.format_date(entry.on)}"
        row = _EntryRow(breakable(entry.text), caption, entry.is_latest_visit)
        note = entry.note
        if note is not None:
            row.add_button("edit", self.tr("Edit this note"), lambda: self._open_editor(note.id, note.text))
            row.add_button(
                "bin", self.tr("Move this note to the bin"), lambda: self.remove_requested.emit(note.id)
            )
        return row

    def _open_editor(self, note_id: int | None, text: str) -> None:
        self.put_aside.emit()
        self._editing = note_id
        self._text_before = text
        self.editor.begin(text)
        self.editor.show()
        self._empty.hide()
        self.editor.take_focus()
        self.editor_opened.emit()

    def _leave(self) -> None:
        self.put_aside.emit()
        self._editing = None
        self.editor.hide()
        self.left.emit()

    def _return(self) -> None:
        """Show what was left half typed on this vehicle."""
        assert self._card is not None
        half = self.find_half_typed(self._card.vehicle.id)
        if half is not None:
            self._show_half_typed(half)

    def _show_half_typed(self, half: HalfTyped) -> None:
        notes = self._card.notes if self._card is not None else ()
        mended = next((note for note in notes if note.id == half.note_id), None)
        # The note may be in the bin by now: then it is written anew.
        self._editing = None if mended is None else mended.id
        self._text_before = "" if mended is None else mended.text
        self.editor.begin(half.text)
        self.editor.show()
        self.left.emit()

    def _on_saved(self, text: str) -> None:
        if self._card is None:
            return
        if self._editing is None:
            self.add_requested.emit(self._card.vehicle.id, text)
        else:
            self.edit_requested.emit(self._editing, text, self._text_before)

    def _on_changed(self) -> None:
        if self._card is not None and not self.editor.isHidden():
            self.typed.emit(self._card.vehicle.id)

    def _on_left(self) -> None:
        self.put_aside.emit()
        self._shut()
        self._fill()
        self.left.emit()

    def _on_cancelled(self) -> None:
        half = self.half_typed()
        self._shut()
        self._fill()
        if half is not None:
            self.thrown_away.emit(half)

    def _shut(self) -> None:
        self._editing = None
        self.editor.hide()
        self.editor_closed.emit()


class _Bar(QWidget):
    """The edge of an entry, in a colour of the theme."""

    def __init__(self, ink: ColorName) -> None:
        super().__init__()
        self._ink: ColorName = ink
        self.setFixedWidth(3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color(self._ink))
        painter.end()


class _EntryRow(QWidget):
    """A bar, the text, and small buttons."""

    def __init__(self, text: str, caption: str, stressed: bool) -> None:
        super().__init__()
        bar = _Bar("warn" if stressed else "line2")
        words = TextLabel(text, TextRole.BODY, wrap=True)
        lines = in_column(words, TextLabel(caption, TextRole.CAPTION, "text2"), spacing=0)
        self._row = in_row(bar, 6, Grow(lines), on=self, spacing=4, margins=(0, 0, 0, 0))
        self.setAccessibleName(f"{caption}: {text}")

    def add_button(self, icon: str, name: str, action: Callable[[], None]) -> None:
        """Add a small button at the end of the row, reachable by Tab."""
        button = QToolButton()
        # Qt keeps tool buttons out of the Tab order.
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        side = theme().px(16)
        button.setIcon(icons.icon(icon, "text3", side))
        button.setIconSize(QSize(side, side))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(action)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
