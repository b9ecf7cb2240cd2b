"""The counter: a plate in, the card out."""

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, QProcess, QRect
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from bengkel_crm.base import errors
from bengkel_crm.records.journal import BinEntry, Change
from bengkel_crm.trade.plates import reads_as_plate
from bengkel_crm.ui.counter.finder import Finder
from bengkel_crm.ui.counter.hits import Heading, HitsList
from bengkel_crm.ui.counter.panes import Panes
from bengkel_crm.ui.counter.plate_box import BOX_PX, PlateBox, is_typing
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Command, Page, Shell
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.layouts import Grow, in_column, in_row

if TYPE_CHECKING:
    from bengkel_crm.ui.counter.card_actions import CardActions
    from bengkel_crm.ui.counter.desk import Desk
    from bengkel_crm.ui.counter.left_work import LeftWork

_SMALLEST_BOX_PX = 320
# The row of what waits stands between the box and the panes.
_PLACE_OF_WAITING = 1


class CounterPage(Page):
    """The box keeps the focus; what it finds lies over the panes, what waits to be finished between them."""

    help_topic: ClassVar[str] = "counter"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._desk: Desk | None = None
        self._actions: CardActions | None = None
        # Half-typed notes and forms, once the shop file is open.
        self.left_work: LeftWork | None = None
        self.box = PlateBox()
        self.new_work_order = self.worded(KeyButton("", "plus", "F2", ButtonKind.PRIMARY), "New work order")
        self.new_vehicle = self.worded(KeyButton("", "car", "Ctrl+N"), "New vehicle")
        self.panes = Panes(shell, self)
        top = in_row(Grow(self.box), self.new_work_order, self.new_vehicle, spacing=12)
        self._column = in_column(top, Grow(self.panes), on=self, spacing=12, margins=(20, 14, 20, 12))
        self.hits = HitsList(self)
        self.finder = Finder(self.box, self.hits, self._place_of_hits)
        self._connect_box()
        self._connect_panes()
        self._restyle()
        theme().changed.connect(self._restyle)
        self.put_again(self._name_hits)
        self.put_again(self._name_box)

    # What the window asks

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        """Return what the keys do here: with a card in front, what is done with that vehicle too."""
        found: dict[Command, Callable[[], None]] = {
            Command.FIND: self.box.take_focus,
            Command.BACK: self._on_back,
        }
        if self._actions is None or self.left_work is None:
            return found
        found[Command.NEW_WORK_ORDER] = self._on_new_work_order
        found[Command.NEW_VEHICLE] = self._on_new_vehicle
        found[Command.GO_ON] = self.left_work.go_on
        if self.panes.card() is not None:
            view = self.panes.card_view
            found[Command.EDIT] = self._actions.edit_vehicle
            found[Command.WHATSAPP] = self._actions.send_message
            found[Command.NOTE] = view.notes.begin_note
            if view.history.table.hasFocus():
                found[Command.REMOVE] = view.history.remove_current
        return found

    def shop_opened(self) -> None:
        """Build what needs the shop's file: the panels of the card, and half-typed notes."""
        # Imported here because they load the ORM, which the first paint does without.
        from bengkel_crm.ui.counter.card_actions import CardActions
        from bengkel_crm.ui.counter.desk import Desk
        from bengkel_crm.ui.counter.left_work import LeftWork

        if self._desk is not None:
            return
        view = self.panes.card_view
        view.others.chosen.connect(self.open_card)
        view.notes.editor_closed.connect(self.box.take_focus)
        self._desk = Desk(self.shell)
        self.panes.begin(self._desk)
        self._actions = CardActions(self.shell, view, lambda _: self.box.take_focus())
        self.left_work = LeftWork(self.shell, view.notes, self._column, _PLACE_OF_WAITING)
        self.left_work.card_wanted.connect(self.open_card)
        self.left_work.thrown_away.connect(self.box.take_focus)
        self.shell.changed.connect(self._on_changed)
        self.finder.begin(self._desk.search, self._desk.near_plates)

    def day_began(self) -> None:
        """Count the card and the hits from the new day."""
        self.panes.read_again()
        self.finder.again()

    def put_away(self) -> None:
        """Keep half-typed notes and the widths of columns."""
        if self.left_work is not None:
            self.left_work.keep()
        self.panes.put_away()

    def come_to_front(self) -> None:
        """Put the cursor into the box."""
        if self.panes.card() is None and not self.box.text():
            self.panes.show_base()
        self.box.take_focus()

    def open_card(self, vehicle_id: int) -> None:
        """Show a vehicle's card; one that is gone is told."""
        if self._desk is None:
            return
        card = self._desk.find_card(vehicle_id)
        if card is None:
            self.shell.show_error(errors.NotFound("vehicle", str(vehicle_id)))
            return
        self.panes.open_card(card)
        self._clear_box()
        self.box.take_focus()
        self._desk.remember_opened(vehicle_id, lambda _: self.panes.show_recent(), self._on_not_remembered)

    # What the clerk does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on in the box with what is typed while something else has the focus."""
        if is_typing(event):
            self.box.take_key(event)
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The table would take letters for its own search.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and is_typing(event):
            self.box.take_key(event)
            return True
        return super().eventFilter(watched, event)

    def _on_back(self) -> None:
        if not self.box.text():
            self.panes.open_card(None)
        self._clear_box()
        self.box.take_focus()

    def _on_new_work_order(self) -> None:
        hit = self.finder.current()
        if hit is not None:
            self.open_card(hit.vehicle_id)
        if self._actions is None or self.panes.card() is None or self.box.text():
            self.box.take_focus()
            words = self.tr("Find the vehicle first; F2 then starts its work order.")
            self.shell.show_message(words, Tone.NEUTRAL)
            # Said where the eyes are, too: the line at the foot is far from the box.
            self.box.set_words(self.tr("Plate number"), words, self.tr("Find it first"))
        else:
            self._actions.open_work_order()

    def _on_new_vehicle(self) -> None:
        text = self.box.text()
        self._register(text if reads_as_plate(text) else "")

    def _register(self, plate: str) -> None:
        if self._actions is not None:
            self.shell.openers.register_vehicle(plate.strip(), self._on_registered)

    def _on_registered(self, change: Change) -> None:
        if change.record_id is not None:
            self.open_card(change.record_id)

    def _on_put_back(self, entry: BinEntry) -> None:
        if self._actions is not None:
            self._actions.put_back(entry, lambda: self.open_card(entry.record_id))

    def _on_demo_chosen(self) -> None:
        # A program of its own: this window keeps the shop's file.
        QProcess.startDetached(sys.executable, ["-P", "-m", "bengkel_crm", "--demo"])

    def _take_books(self, paths: list[str]) -> None:
        self.shell.go("import").take_files(paths)

    # What is shown

    def _on_changed(self, change: Change) -> None:
        """Read again what the deed may have touched."""
        self.panes.read_changed(change)
        self.finder.again()
        if self.left_work is not None:
            self.left_work.show_waiting()

    def _clear_box(self) -> None:
        if self.box.text():
            self.box.clear()
        else:
            self.panes.show_base()

    def _on_listed(self) -> None:
        if self.panes.is_unknown():
            self.panes.show_base()

    def _on_unknown(self, typed: str, is_plate: bool) -> None:
        covered = self.hits.height() if self.hits.isVisible() else 0
        self.panes.show_unknown(typed, is_plate=is_plate, room_above=covered)

    def _on_entered_unlisted(self) -> None:
        if self.panes.is_unknown():
            self.panes.not_found.enter()

    def _on_not_remembered(self, error: Exception) -> None:
        # An import keeps the file for a while: not worth a word, the card is there.
        if not isinstance(error, errors.Cancelled | errors.FileBusy):
            self.shell.show_error(error)

    def _on_turned(self) -> None:
        # One primary button a screen.
        other = self.panes.has_answer_of_its_own()
        self.new_work_order.set_kind(ButtonKind.SECONDARY if other else ButtonKind.PRIMARY)
        self._name_box()

    # Texts, places, ties

    def _name_box(self) -> None:
        other = (self.tr("Find another vehicle…"), self.tr("Another vehicle…"))
        anything = (self.tr("Type a plate, a name or a phone number…"), self.tr("Plate, name or phone…"))
        self.box.set_words(self.tr("Plate number"), *(anything if self.panes.card() is None else other))

    def _name_hits(self) -> None:
        near = self.tr("This plate is not registered. Did you mean one of these? ↓ chooses it")
        headings = {Heading.GUESS: self.tr("Nothing fits exactly. Did you mean:"), Heading.NEAR: near}
        self.hits.set_words(self.tr("Vehicles found"), headings)
        if self.hits.isVisible():
            self.finder.again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.finder.lay()

    def _place_of_hits(self) -> QRect:
        """Return the room for the hits: from the box down to the foot of the page, over its whole width."""
        top = self.box.geometry().bottom() + 7
        room = self.contentsRect().adjusted(20, 0, -20, 0)
        return QRect(room.left(), top, room.width(), room.bottom() - top)

    def _restyle(self) -> None:
        self.box.setMinimumWidth(theme().px(_SMALLEST_BOX_PX))
        for button in (self.new_work_order, self.new_vehicle):
            button.setFixedHeight(theme().px(BOX_PX))

    def _connect_box(self) -> None:
        self.finder.chosen.connect(self.open_card)
        self.finder.listed.connect(self._on_listed)
        self.finder.unknown.connect(self._on_unknown)
        self.finder.emptied.connect(self.panes.show_base)
        self.finder.entered_unlisted.connect(self._on_entered_unlisted)
        self.finder.left_downwards.connect(self.panes.enter_from_above)
        self.finder.all_wanted.connect(lambda text: self.shell.go("vehicles").show_matching(text))
        self.finder.entered_early.connect(self.shell.hold_keys)
        self.new_work_order.clicked.connect(self._on_new_work_order)
        self.new_vehicle.clicked.connect(self._on_new_vehicle)

    def _connect_panes(self) -> None:
        self.panes.turned.connect(self._on_turned)
        self.panes.first_start_over.connect(self.box.line.setFocus)
        home, unknown, empty = self.panes.home, self.panes.not_found, self.panes.empty_start
        home.chosen.connect(self.open_card)
        home.all_due_wanted.connect(lambda: self.shell.go("reminders"))
        home.all_vehicles_wanted.connect(lambda: self.shell.go("vehicles"))
        unknown.register.connect(self._register)
        unknown.put_back.connect(self._on_put_back)
        empty.register_chosen.connect(self._on_new_vehicle)
        empty.import_chosen.connect(lambda: self._take_books([]))
        empty.books_dropped.connect(self._take_books)
        empty.demo_chosen.connect(self._on_demo_chosen)
