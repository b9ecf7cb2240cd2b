"""The window: rail, pages, messages, status, and the keys that work everywhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QSettings, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from bengkel_crm.base.errors import ExpectedError, NothingToRedo, NothingToUndo
from bengkel_crm.ui.frame.early_keys import EarlyKeys
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import COMMAND_KEYS, Command, Page
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.ui.window.openers import WindowOpeners
from bengkel_crm.ui.window.pages import PAGES, PageEntry
from bengkel_crm.ui.window.rail import Rail
from bengkel_crm.ui.window.window_keys import WindowKeys

if TYPE_CHECKING:
    # Loaded when they are needed first: each would be a part of the time to the first paint.
    from bengkel_crm.base.progress import Progress
    from bengkel_crm.records.journal import Change
    from bengkel_crm.ui.forms.form_stage import FormStage
    from bengkel_crm.ui.forms.help import HelpDialog
    from bengkel_crm.ui.frame.jobs import JobRunner
    from bengkel_crm.ui.widgets.message_bar import MessageBar
    from bengkel_crm.ui.widgets.staged import Staged
    from bengkel_crm.ui.window.new_day import NewDay
    from bengkel_crm.ui.window.status_strip import StatusStrip
    from bengkel_crm.workshop.shop_file.shop_file import Database

# What any page can ask for, answered by the counter when the page in front can not.
_COUNTER_COMMANDS = frozenset({Command.FIND, Command.NEW_VEHICLE, Command.NEW_WORK_ORDER, Command.GO_ON})
_CLOSING_MS, _WINDING_UP_MS = 500, 120_000
_SMALLEST = QSize(900, 560)


class MainWindow(Speaks, QMainWindow):
    """Is the `Shell` of its pages.

    It is painted first, with its rail; then the first page is built; then the entrance opens the shop file.
    """

    changed = Signal(object)
    written = Signal(bool)
    forms_changed = Signal()
    first_painted = Signal()
    shop_opened = Signal()
    about_to_close = Signal()
    # The way out of the sample shop was taken.
    demo_left = Signal()

    def __init__(self, settings: QSettings, pages: tuple[PageEntry, ...] = PAGES) -> None:
        super().__init__()
        self._settings = settings
        self._entries = {entry.key: entry for entry in pages}
        self._pages: dict[str, Page] = {}
        self._database: Database | None = None
        self._help: HelpDialog | None = None
        self._painted = False
        self._is_demo = False
        self._jobs: JobRunner | None = None
        self._rail = self.named(Rail(), "Pages")
        self._stack = QStackedWidget()
        self._status: StatusStrip | None = None
        self._message: MessageBar | None = None
        self._forms: FormStage | None = None
        self._new_day: NewDay | None = None
        self._openers = WindowOpeners(self, self)
        self._keys = WindowKeys(self)
        self._early_keys = EarlyKeys(self)
        self.setMinimumSize(_SMALLEST)
        self._build()
        self.put_again(self._show_texts)
        self._restore_place()
        # Before whatever the entrance connects: the page is on the screen while the file is opened.
        self.first_painted.connect(self._on_first_painted)

    # What pages see

    @property
    def database(self) -> "Database":
        assert self._database is not None, "asked before the shop file was opened"
        return self._database

    @property
    def is_open(self) -> bool:
        return self._database is not None

    @property
    def openers(self) -> WindowOpeners:
        return self._openers

    @property
    def jobs(self) -> "JobRunner":
        if self._jobs is None:
            from bengkel_crm.ui.frame.jobs import JobRunner

            self._jobs = JobRunner(self)
        return self._jobs

    @property
    def settings(self) -> QSettings:
        return self._settings

    @property
    def status(self) -> "StatusStrip":
        if self._status is None:
            from bengkel_crm.ui.window.status_strip import StatusStrip

            self._status = StatusStrip()
            self._status.help_requested.connect(self.show_help)
            self.written.connect(self._status.set_saved)
            self._column.replaceWidget(self._foot, self._status)
            self._foot.deleteLater()
        return self._status

    def announce(self, change: "Change") -> None:
        if change.kind == "backup_restored" and self._forms is not None:
            self._forms.forget_all()
        self.changed.emit(change)

    def show_message(self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        if self._message is None:
            from bengkel_crm.ui.widgets.message_bar import MessageBar

            self._message = MessageBar(self._stack)
            self._message.left.connect(partial(self.status.set_contradicted, False))
        self._message.say(text, tone, undo)
        self.status.set_contradicted(tone is Tone.BAD)
        self._lay_message()

    def show_error(self, error: Exception) -> None:
        from bengkel_crm.words.messages import describe_error

        # Nothing is wrong where nothing is left to take back.
        calm = isinstance(error, NothingToUndo | NothingToRedo)
        self.show_message(describe_error(error), Tone.NEUTRAL if calm else Tone.BAD)

    def open_card(self, vehicle_id: int) -> None:
        self.go("counter").open_card(vehicle_id)

    def show_form(self, form: "Staged") -> None:
        if self._forms is None:
            from bengkel_crm.ui.forms.form_stage import FormStage

            self._forms = FormStage(self._ground)
            self._forms.changed.connect(self._on_forms_changed)
            self._forms.left.connect(partial(self._carry_out, Command.FIND))
            self._forms.over.connect(self._on_form_over)
        self._forms.show_form(form)

    def return_to_form(self, key: str) -> bool:
        return self._forms is not None and self._forms.bring(key)

    def open_form_keys(self) -> list[str]:
        return [] if self._forms is None else self._forms.parked_keys()

    def waiting_title(self, key: str) -> str:
        return "" if self._forms is None else self._forms.waiting_title(key)

    def drop_form(self, key: str) -> None:
        if self._forms is not None:
            self._forms.drop(key)

    def hold_keys(self) -> None:
        if self._database is None:
            self._early_keys.hold()

    def go(self, page_key: str) -> Page:
        if self._forms is not None:
            self._forms.park()
        page = self._pages.get(page_key)
        if page is None:
            page = self._build_page(self._entries[page_key])
        self._stack.setCurrentWidget(page)
        self._lay_message()
        self._rail.show_chosen(page_key)
        self._show_title()
        page.come_to_front()
        return page

    def undo(self) -> None:
        """Take back the newest deed, whoever did it, and say what it was; a whole book when asked twice."""
        if self._database is None:
            return
        from bengkel_crm.workshop.journal.undo import find_last_deed

        last = find_last_deed(self._database)
        # One key too many must not empty the shop.
        if last is not None and last.kind == "book_imported":
            question = self.tr("The next to be undone is the import of {0}, with all that is in it.")
        elif last is not None and last.kind == "import_undone":
            question = self.tr(
                "The next to be undone is the taking back of the import of {0}: all that was in it returns."
            )
        else:
            self._undo()
            return
        self.show_message(question.format(last.subject), Tone.WARN, partial(self._undo_book, last.deed_id))

    def redo(self) -> None:
        """Do again what was just taken back."""
        if self._database is None:
            return
        from bengkel_crm.ui.forms.deed_message import show_change
        from bengkel_crm.workshop.journal.undo import redo_next

        with self.showing_errors():
            show_change(self, redo_next(self._database))

    def _undo(self) -> None:
        from bengkel_crm.workshop.journal.undo import undo_last

        with self.showing_errors():
            self._on_undone(undo_last(self.database))

    def _undo_book(self, deed_id: int) -> None:
        """Take back a deed that may have written tens of thousands of rows, away from the window."""
        from bengkel_crm.workshop.journal.undo import undo_last
        from bengkel_crm.workshop.shop_file.shop_file import own_connection

        database = self.database

        def work(progress: "Progress") -> "Change":
            progress(0, 0)
            with own_connection(database):
                return undo_last(database, deed_id)

        self.jobs.start(work, name="undo", on_done=self._on_undone, on_failed=self.show_error)

    def _on_undone(self, change: "Change") -> None:
        from bengkel_crm.words.messages import describe_undone

        self.announce(change)
        self.show_message(describe_undone(change), Tone.NEUTRAL)

    @contextmanager
    def showing_errors(self) -> Iterator[None]:
        """Show the expected errors of what is done inside as a message."""
        try:
            yield
        except ExpectedError as error:
            self.show_error(error)

    # What the entrance sees

    def set_database(self, database: "Database") -> None:
        """Hand the window its open shop file; every page built so far is told."""
        self._database = database
        database.on_write = self.written.emit
        self.shop_opened.emit()
        for page in self._pages.values():
            page.shop_opened()
        self._early_keys.release()
        self._watch_days()

    def show_demo(self) -> None:
        """Say above every page, and in the title, that this shop is made up."""
        from bengkel_crm.ui.window.demo_banner import DemoBanner

        self._is_demo = True
        banner = DemoBanner()
        banner.left.connect(self.demo_left)
        self._column.insertWidget(0, banner)
        banner.show()
        self._show_title()

    def front_page(self) -> Page:
        """Return the page in front; the first one where none was shown yet."""
        front = self._stack.currentWidget()
        return cast(Page, front) if front is not None else self.go(next(iter(self._entries)))

    def _show_texts(self) -> None:
        for number, (key, entry) in enumerate(self._entries.items(), start=1):
            self._rail.set_words(key, entry.title(), f"Alt+{number}")
        if self._stack.count():
            self._show_title()

    def show(self) -> None:
        """Show the window where it was left; over the whole screen when it was never left anywhere."""
        if self._has_place:
            super().show()
        else:
            self.showMaximized()

    # Qt's side

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_message()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Nobody has the focus before the first page is there.
        if self._database is None:
            self._early_keys.keep(event)
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._forms is not None:
            self._forms.keep_all()
        self._settings.setValue("window/geometry", self.saveGeometry())
        for page in self._pages.values():
            page.put_away()
        if self._jobs is not None and not self._jobs.cancel_all(_CLOSING_MS):
            # What is being taken back must be over before the last backup; nobody has to look on.
            self.hide()
            self._jobs.cancel_all(_WINDING_UP_MS)
        self.about_to_close.emit()
        if self._database is not None:
            self._database.on_write = None
        self._settings.sync()
        super().closeEvent(event)

    # Building

    def _build(self) -> None:
        ground = self._ground = QWidget()
        self.setCentralWidget(ground)
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        # Keeps the place of the status strip through the first paint.
        self._foot = QFrame()
        self._foot.setObjectName("status")
        self._foot.setFixedHeight(theme().px(24) + 2)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addWidget(self._stack, 1)
        self._column.addLayout(row, 1)
        self._column.addWidget(self._foot)
        for key, entry in self._entries.items():
            self._rail.add_page(key, entry.icon, at_bottom=entry.at_bottom)
        self._rail.page_chosen.connect(self.go)

    def _bind_keys(self) -> None:
        for command, keys in COMMAND_KEYS.items():
            for key in keys:
                self._keys.bind(key, partial(self._carry_out, command))
        self._keys.bind("F1", self.show_help)
        self._keys.bind("Ctrl+/", self.show_keys)
        self._keys.bind("Ctrl+Z", self.undo)
        for key in ("Ctrl+Y", "Ctrl+Shift+Z"):
            self._keys.bind(key, self.redo)
        self._keys.bind("Ctrl+Q", self.close, leaves_a_form=True)
        for number, key in enumerate(self._entries, start=1):
            self._keys.bind(f"Alt+{number}", partial(self.go, key), leaves_a_form=True)

    def _carry_out(self, command: Command) -> None:
        if self._early_keys.is_holding:
            self._early_keys.keep(partial(self._carry_out, command))
            return
        if self._forms is not None:
            if command is Command.GO_ON and self._forms.front() is not None:
                self._forms.turn()
                return
            self._forms.park()
        answer = self.front_page().commands().get(command)
        if answer is None and command in _COUNTER_COMMANDS and "counter" in self._entries:
            answer = self.go("counter").commands().get(command)
        if answer is not None:
            answer()
        elif self._database is None:
            # Not yet: asked again, with all that is typed after it, when the shop file is open.
            self.hold_keys()
            self._early_keys.keep(partial(self._carry_out, command))
        else:
            self._tell_nothing(command)

    def _tell_nothing(self, command: Command) -> None:
        from bengkel_crm.ui.shell.shell import why_nothing

        told = why_nothing(command)
        if told:
            self.show_message(told, Tone.NEUTRAL)

    def _watch_days(self) -> None:
        if self._new_day is None:
            from bengkel_crm.ui.window.new_day import NewDay

            self._new_day = NewDay(self, self)
            self._new_day.begun.connect(self._on_day_begun)
        today().start()

    def _on_day_begun(self) -> None:
        self.status.show_state()
        for page in self._pages.values():
            page.day_began()

    def _on_forms_changed(self) -> None:
        assert self._forms is not None
        self._keys.leave_to_form(self._forms.front() is not None)
        self._show_title()
        self.forms_changed.emit()

    def _on_form_over(self) -> None:
        self.front_page().come_to_front()

    def show_help(self) -> None:
        """Show the help of the page in front."""
        from bengkel_crm.ui.forms.help import FIRST_TOPIC, HelpDialog

        topic = self.front_page().help_topic
        if self._help is None:
            self._help = HelpDialog(topic, self)
        elif self._help.isVisible() and self._help.topic() == (topic or FIRST_TOPIC):
            # Asked twice for the same page: whoever wants to know more wants all keys.
            self._help.show_keys()
        else:
            self._help.show_topic(topic)
        self._help.show()
        self._help.activateWindow()

    def show_keys(self) -> None:
        """Show the sheet of all keys."""
        self.show_help()
        if self._help is not None:
            self._help.show_keys()

    def _build_page(self, entry: PageEntry) -> Page:
        module, _, name = entry.factory.partition(":")
        page = cast(Page, getattr(import_module(module), name)(self))
        self._pages[entry.key] = page
        self._stack.addWidget(page)
        if self._database is not None:
            page.shop_opened()
        return page

    def _on_first_painted(self) -> None:
        self._bind_keys()
        self._rail.wake()
        self.status.show()
        self.front_page()
        self.repaint()

    def _front_key(self) -> str:
        front = self.front_page()
        return next(key for key, page in self._pages.items() if page is front)

    def _show_title(self) -> None:
        form = None if self._forms is None else self._forms.front()
        words = (
            self._entries[self._front_key()].title() + " – Bengkel CRM"
            if form is None
            else form.windowTitle()
        )
        # Seen in the task bar, too: nobody writes a week of work into a shop that was made up.
        self.setWindowTitle(self.tr("Sample shop: {0}").format(words) if self._is_demo else words)

    def _lay_message(self) -> None:
        if self._message is None:
            return
        room = self._stack.size()
        width = room.width() - 40
        height = self._message.height_for(width)
        self._message.setGeometry(20, room.height() - height - 12, width, height)
        self._message.raise_()

    def _restore_place(self) -> None:
        geometry = self._settings.value("window/geometry")
        self._has_place = isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)
        if not self._has_place:
            self.resize(1366, 700)
