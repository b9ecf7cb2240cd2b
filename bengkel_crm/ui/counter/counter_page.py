"""The counter: a plate in, the card out."""

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, QProcess, QRect, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from bengkel_crm.base import errors
from bengkel_crm.records.counter import Card
from bengkel_crm.records.journal import BinEntry, Change
from bengkel_crm.trade.plates import reads_as_plate
from bengkel_crm.ui.counter.empty_start import EmptyStart
from bengkel_crm.ui.counter.finder import Finder
from bengkel_crm.ui.counter.hits import Heading, HitsList
from bengkel_crm.ui.counter.home import Home
from bengkel_crm.ui.counter.not_found import NotFound
from bengkel_crm.ui.counter.plate_box import BOX_PX, PlateBox, is_typing
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Command, Page, Shell
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.layouts import Grow, in_column, in_row

if TYPE_CHECKING:
    from bengkel_crm.ui.counter.card_actions import CardActions
    from bengkel_crm.ui.counter.card_view import CardView
    from bengkel_crm.ui.counter.desk import Desk
    from bengkel_crm.ui.counter.drafts import Restorable
    from bengkel_crm.ui.counter.first_start import FirstStart
    from bengkel_crm.ui.counter.note_drafts import NoteDrafts
    from bengkel_crm.ui.counter.unfinished import Unfinished

_SMALLEST_BOX_PX = 320


class CounterPage(Page):
    """The box keeps the focus; below it stand the home page, a card, or what is said of an unknown plate."""

    help_topic: ClassVar[str] = "counter"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._desk: Desk | None = None
        self._actions: CardActions | None = None
        self._card: Card | None = None
        self._card_view: CardView | None = None
        self._unfinished: Unfinished | None = None
        self._note_drafts: NoteDrafts | None = None
        self.box = PlateBox()
        self.new_work_order = self.worded(KeyButton("", "plus", "F2", ButtonKind.PRIMARY), "New work order")
        self.new_vehicle = self.worded(KeyButton("", "car", "Ctrl+N"), "New vehicle")
        self.home = Home()
        self.empty_start = EmptyStart()
        self._first_start: FirstStart | None = None
        self.not_found = NotFound()
        self.stack = QStackedWidget()
        self._build()
        self.hits = HitsList(self)
        self.finder = Finder(self.box, self.hits, self._place_of_hits)
        self._connect()
        self._restyle()
        self.put_again(
            lambda: self.hits.set_words(
                self.tr("Vehicles found"),
                {
                    Heading.GUESS: self.tr("Nothing fits exactly. Did you mean:"),
                    Heading.NEAR: self.tr(
                        "This plate is not registered. Did you mean one of these? ↓ chooses it"
                    ),
                },
            )
        )
        self.put_again(self._name_box)
        self.put_again(self._show_texts)

    @property
    def card_view(self) -> "CardView":
        """Return the pane of a card: built when the shop file is open, after the page is painted."""
        if self._card_view is None:
            # As much as all the rest of the page.
            from bengkel_crm.ui.counter.card_view import CardView

            view = self._card_view = CardView()
            self.stack.addWidget(view)
            view.history.lay_columns(self.shell.settings)
            view.history.table.installEventFilter(self)
            view.others.chosen.connect(self.open_card)
            view.notes.editor_closed.connect(self.box.take_focus)
        return self._card_view

    # What the window asks

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        """Return what the keys do here: with a card in front, what is done with that vehicle too."""
        found: dict[Command, Callable[[], None]] = {
            Command.FIND: self.box.take_focus,
            Command.BACK: self._on_back,
        }
        if self._actions is None:
            return found
        found[Command.NEW_WORK_ORDER] = self._on_new_work_order
        found[Command.NEW_VEHICLE] = self._on_new_vehicle
        found[Command.GO_ON] = self._on_go_on
        if self._card is not None:
            found[Command.EDIT] = self._actions.edit_vehicle
            found[Command.WHATSAPP] = self._actions.send_message
            found[Command.NOTE] = self.card_view.notes.begin_note
            if self.card_view.history.table.hasFocus():
                found[Command.REMOVE] = self.card_view.history.remove_current
        return found

    def shop_opened(self) -> None:
        """Build what needs the shop's file: the panels of the card, and half-typed notes."""
        # Imported here because they load the ORM, which the first paint does without.
        from bengkel_crm.ui.counter.card_actions import CardActions
        from bengkel_crm.ui.counter.desk import Desk
        from bengkel_crm.ui.counter.note_drafts import NoteDrafts

        if self._desk is not None:
            return
        self._desk = Desk(self.shell)
        self._actions = CardActions(self.shell, self.card_view, self._on_saved)
        self._note_drafts = NoteDrafts(self.shell, self.card_view.notes)
        self._note_drafts.changed.connect(self._show_unfinished)
        self.shell.changed.connect(self._on_changed)
        self.shell.forms.changed.connect(self._show_unfinished)
        self._show_unfinished()
        self.finder.begin(self._desk.search, self._desk.near_plates)

    def day_began(self) -> None:
        """Count the card and the hits from the new day."""
        if self._desk is not None and self._card is not None:
            self._card = self._desk.find_card(self._card.vehicle.id)
        self.finder.again()

    def put_away(self) -> None:
        """Keep half-typed notes and the widths of columns."""
        if self._note_drafts is not None:
            self._note_drafts.keep()
        if self._card_view is not None:
            self._card_view.history.keep_columns(self.shell.settings)

    def come_to_front(self) -> None:
        """Put the cursor into the box."""
        if self._card is None and not self.box.text():
            self._show_base()
        self.box.take_focus()

    def open_card(self, vehicle_id: int) -> None:
        """Show a vehicle's card; one that is gone is told."""
        if self._desk is None:
            return
        card = self._desk.find_card(vehicle_id)
        if card is None:
            self.shell.show_error(errors.NotFound("vehicle", str(vehicle_id)))
            return
        self._card = card
        self._clear_box()
        self.box.take_focus()
        self._desk.remember_opened(vehicle_id, self._on_remembered, self._on_not_remembered)

    def _show_texts(self) -> None:
        if self.hits.isVisible():
            self.finder.again()

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
            self._card = None
        self._clear_box()
        self.box.take_focus()

    def _on_new_work_order(self) -> None:
        hit = self.finder.current()
        if hit is not None:
            self.open_card(hit.vehicle_id)
        if self._actions is None or self._card is None or self.box.text():
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

    def _on_entered_unlisted(self) -> None:
        if self.stack.currentWidget() is self.not_found:
            self.not_found.enter()

    def _on_put_back(self, entry: BinEntry) -> None:
        if self._actions is not None:
            self._actions.put_back(entry, lambda: self.open_card(entry.record_id))

    def _on_left_downwards(self) -> None:
        if self._card_view is not None and self.stack.currentWidget() is self._card_view:
            self._card_view.history.enter()
        elif self.stack.currentWidget() is self.home:
            self.home.enter()

    def _on_all_wanted(self, text: str) -> None:
        self.shell.go("vehicles").show_matching(text)

    def _register(self, plate: str) -> None:
        if self._actions is not None:
            self.shell.openers.register_vehicle(plate.strip(), self._on_registered)

    def _on_registered(self, change: Change) -> None:
        if change.record_id is not None:
            self.open_card(change.record_id)

    def _on_saved(self, _: Change) -> None:
        self.box.take_focus()

    # What waits to be finished

    @property
    def unfinished(self) -> "Unfinished":
        """Return the row of what waits; built when something does."""
        if self._unfinished is None:
            from bengkel_crm.ui.counter.unfinished import Unfinished

            row = self._unfinished = Unfinished()
            self._column.insertWidget(1, row)
            row.chosen.connect(self._on_unfinished_chosen)
            row.discarded.connect(self._on_unfinished_discarded)
        return self._unfinished

    def _show_unfinished(self) -> None:
        from bengkel_crm.ui.counter.drafts import find_restorable
        from bengkel_crm.ui.forms.draft_keeper import note_key  # loads the workshop

        waiting = find_restorable(self.shell)
        half = None if self._card_view is None else self._card_view.notes.half_typed()
        if half is not None:
            # The note stands open on the card that is shown.
            waiting = [left for left in waiting if left.key != note_key(half.vehicle_id)]
        if waiting or self._unfinished is not None:
            self.unfinished.show_waiting(waiting)

    def _on_go_on(self) -> None:
        from bengkel_crm.ui.counter.drafts import find_restorable  # as above

        for waiting in find_restorable(self.shell)[:1]:
            self._on_unfinished_chosen(waiting)

    def _on_unfinished_chosen(self, waiting: "Restorable") -> None:
        from bengkel_crm.ui.forms.draft_keeper import NOTE  # as above

        note, _, vehicle_id = waiting.key.partition(":")
        if f"{note}:" == NOTE:
            self.open_card(int(vehicle_id))
            self.card_view.notes.begin_note()
        elif self._actions is not None:
            self.shell.openers.go_on(waiting.key, self._on_gone_on)

    def _on_gone_on(self, change: Change) -> None:
        for vehicle_id in change.vehicle_ids[:1]:
            self.open_card(vehicle_id)

    def _on_unfinished_discarded(self, waiting: "Restorable") -> None:
        from bengkel_crm.ui.counter import drafts  # as above

        def put_back() -> None:
            if state is not None:
                with self.shell.showing_errors():
                    drafts.put_back(self.shell, waiting, state)
            self._show_unfinished()

        with self.shell.showing_errors():
            state = drafts.discard(self.shell, waiting)
            words = self.tr("Thrown away: {0}").format(waiting.title)
            self.shell.show_message(words, Tone.NEUTRAL, None if state is None else put_back)
        self._show_unfinished()
        self.box.take_focus()

    def _on_demo_chosen(self) -> None:
        # A program of its own: this window keeps the shop's file.
        QProcess.startDetached(sys.executable, ["-m", "bengkel_crm", "--demo"])

    def _take_books(self, paths: list[str]) -> None:
        self.shell.go("import").take_files(paths)

    # What is shown

    def _ask_first(self) -> None:
        """Ask an empty shop who it is, once."""
        if self._desk is None or self._first_start is not None:
            return
        from bengkel_crm.ui.counter.first_start import FirstStart  # loads the workshop

        self._first_start = FirstStart(self.shell, self.empty_start)
        self._first_start.over.connect(self._on_first_start_over)
        self._first_start.ask()

    def _on_first_start_over(self) -> None:
        self.box.line.setFocus()

    def _on_changed(self, change: Change) -> None:
        """Read again what the deed may have touched."""
        card = self._card
        if card is not None and self._desk is not None:
            owner_id = None if card.owner is None else card.owner.id
            named = card.vehicle.id in change.vehicle_ids or owner_id in change.customer_ids
            if named or change.touches_all:
                self._card = self._desk.find_card(card.vehicle.id)
        self.finder.again()
        self._show_unfinished()

    def _clear_box(self) -> None:
        if self.box.text():
            self.box.clear()
        else:
            self._show_base()

    def _on_listed(self) -> None:
        if self.stack.currentWidget() is self.not_found:
            self._show_base()

    def _on_unknown(self, typed: str, is_plate: bool) -> None:
        above = self.hits.height() if self.hits.isVisible() else 0
        in_bin = self._desk.find_in_bin(typed) if self._desk is not None and is_plate else None
        self.not_found.show_typed(typed, is_plate=is_plate, room_above=above, in_bin=in_bin)
        self._show(self.not_found)

    def _show_base(self) -> None:
        """Show what lies under the hits: the open card, the home page, or how to begin."""
        day = today().day()
        if self._card is not None:
            if self._desk is not None and self.card_view.card() is not self._card:
                self.card_view.show_card(self._card, self._desk.list_other_vehicles(self._card), day)
                # After the card is painted: nobody waits for its contacts.
                QTimer.singleShot(0, self, self._show_contacts)
            self._show(self.card_view)
        elif self._desk is not None and not self._desk.has_vehicles():
            self._ask_first()
            self._show(self.empty_start)
        else:
            if self._desk is not None:
                due, count = self._desk.list_due_soon(day), self._desk.count_due_soon(day)
                self.home.show_lists(due, count, self._desk.list_recently_opened(), day)
            self._show(self.home)

    def _show(self, pane: QWidget) -> None:
        self.stack.setCurrentWidget(pane)
        # One primary button a screen.
        has_other = pane in (self.not_found, self.empty_start)
        self.new_work_order.set_kind(ButtonKind.SECONDARY if has_other else ButtonKind.PRIMARY)
        self._name_box()

    def _name_box(self) -> None:
        other = (self.tr("Find another vehicle…"), self.tr("Another vehicle…"))
        anything = (self.tr("Type a plate, a name or a phone number…"), self.tr("Plate, name or phone…"))
        self.box.set_words(self.tr("Plate number"), *(anything if self._card is None else other))

    def _show_contacts(self) -> None:
        if self._desk is not None and self._card is not None:
            self.card_view.show_contacts(self._desk.list_contacts(self._card))

    def _on_remembered(self, _: object) -> None:
        if self.stack.currentWidget() is self.home:
            self._show_base()

    def _on_not_remembered(self, error: Exception) -> None:
        # An import keeps the file for a while: not worth a word, the card is there.
        if not isinstance(error, errors.Cancelled | errors.FileBusy):
            self.shell.show_error(error)

    # Building

    def _build(self) -> None:
        top = in_row(Grow(self.box), self.new_work_order, self.new_vehicle, spacing=12)
        for pane in (self.home, self.empty_start, self.not_found):
            self.stack.addWidget(pane)
        self._column = in_column(top, Grow(self.stack), on=self, spacing=12, margins=(20, 14, 20, 12))

    def _connect(self) -> None:
        self.finder.chosen.connect(self.open_card)
        self.finder.listed.connect(self._on_listed)
        self.finder.unknown.connect(self._on_unknown)
        self.finder.emptied.connect(self._show_base)
        self.finder.entered_unlisted.connect(self._on_entered_unlisted)
        self.finder.left_downwards.connect(self._on_left_downwards)
        self.finder.all_wanted.connect(self._on_all_wanted)
        self.finder.entered_early.connect(self.shell.hold_keys)
        self.new_work_order.clicked.connect(self._on_new_work_order)
        self.new_vehicle.clicked.connect(self._on_new_vehicle)
        self.home.chosen.connect(self.open_card)
        self.home.all_due_wanted.connect(lambda: self.shell.go("reminders"))
        self.home.all_vehicles_wanted.connect(lambda: self.shell.go("vehicles"))
        self.not_found.register.connect(self._register)
        self.not_found.put_back.connect(self._on_put_back)
        self.empty_start.register_chosen.connect(self._on_new_vehicle)
        self.empty_start.import_chosen.connect(lambda: self._take_books([]))
        self.empty_start.books_dropped.connect(self._take_books)
        self.empty_start.demo_chosen.connect(self._on_demo_chosen)
        theme().changed.connect(self._restyle)

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
