"""The window: rail, pages, messages, status, and the keys that work everywhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QSettings, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from bengkel_crm.base.errors import ExpectedError, NothingToRedo, NothingToUndo
from bengkel_crm.ui.frame.early_keys import EarlyKeys
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.shell.shell import Command, Page
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.ui.window.body import WindowBody
from bengkel_crm.ui.window.openers import WindowOpeners
from bengkel_crm.ui.window.page_stack import PageStack
from bengkel_crm.ui.window.pages import PAGES, PageEntry
from bengkel_crm.ui.window.rail import Rail
from bengkel_crm.ui.window.window_keys import WindowHelp, WindowKeys

if TYPE_CHECKING:
    # Loaded when they are needed first: each would be a part of the time to the first paint.
    from bengkel_crm.records.journal import Change
    from bengkel_crm.ui.forms.form_stage import FormStage
    from bengkel_crm.ui.frame.jobs import JobRunner
    from bengkel_crm.ui.widgets.message_bar import MessageBar
    from bengkel_crm.ui.window.new_day import NewDay
    from bengkel_crm.ui.window.status_strip import StatusStrip
    from bengkel_crm.ui.window.taking_back import TakingBack
    from bengkel_crm.workshop.shop_file.shop_file import Database

_CLOSING_MS, _WINDING_UP_MS = 500, 120_000
_SMALLEST = QSize(900, 560)


class MainWindow(Speaks, QMainWindow):
    """Is the `Shell` of its pages.

    It is painted first, with its rail; then the first page is built; then the entrance opens the shop file.
    """

    changed = Signal(object)
    written = Signal(bool)
    first_painted = Signal()
    shop_opened = Signal()
    about_to_close = Signal()
    # The way out of the sample shop was taken.
    demo_left = Signal()

    def __init__(self, settings: QSettings, pages: tuple[PageEntry, ...] = PAGES) -> None:
        super().__init__()
        self._settings = settings
        self._database: Database | None = None
        self._painted = False
        self._rail = self.named(Rail(), "Pages")
        self._pages = PageStack(self, pages)
        self._body = WindowBody(self._rail, self._pages)
        self.setCentralWidget(self._body)
        self._openers = WindowOpeners(self, self)
        self._early_keys = EarlyKeys(self)
        self._keys = WindowKeys(self, self, self._pages, self._early_keys)
        self._help = WindowHelp(self, self._pages)
        self.setMinimumSize(_SMALLEST)
        self._rail.page_chosen.connect(self.go)
        self._body.demo_left.connect(self.demo_left)
        self.put_again(self._show_texts)
        kept = self._settings.value("window/geometry")
        self._has_place = isinstance(kept, QByteArray) and self.restoreGeometry(kept)
        if not self._has_place:
            self.resize(1366, 700)
        # Before whatever the entrance connects: the page is on the screen while the file is opened.
        self.first_painted.connect(self._on_first_painted)

    # What pages see

    @property
    def database(self) -> "Database":
        """The shop's open file."""
        assert self._database is not None, "asked before the shop file was opened"
        return self._database

    @property
    def is_open(self) -> bool:
        """Whether the shop's file is open."""
        return self._database is not None

    @property
    def openers(self) -> WindowOpeners:
        """What opens the forms and dialogs of every subject."""
        return self._openers

    @cached_property
    def jobs(self) -> "JobRunner":
        """What runs work away from the window."""
        from bengkel_crm.ui.frame.jobs import JobRunner

        return JobRunner(self)

    @property
    def settings(self) -> QSettings:
        """What this PC keeps for itself."""
        return self._settings

    @cached_property
    def status(self) -> "StatusStrip":
        """The line at the foot of the window."""
        status = self._body.status
        status.help_requested.connect(self._help.show)
        self.written.connect(status.set_saved)
        return status

    @cached_property
    def forms(self) -> "FormStage":
        """The form in front, and those that wait."""
        from bengkel_crm.ui.forms.form_stage import FormStage

        forms = FormStage(self._body)
        forms.changed.connect(self._on_forms_changed)
        forms.left.connect(partial(self._keys.carry_out, Command.FIND))
        forms.over.connect(lambda: self.front_page().come_to_front())
        return forms

    @cached_property
    def _message(self) -> "MessageBar":
        from bengkel_crm.ui.widgets.message_bar import MessageBar

        message = MessageBar(self._pages)
        message.left.connect(partial(self.status.set_contradicted, False))
        self._pages.currentChanged.connect(message.raise_)
        return message

    @cached_property
    def _taking_back(self) -> "TakingBack":
        from bengkel_crm.ui.window.taking_back import TakingBack

        return TakingBack(self, self)

    def announce(self, change: "Change") -> None:
        """Tell every page of a deed; after a restore no waiting form is true any more."""
        if change.kind == "backup_restored":
            self.forms.forget_all()
        self.changed.emit(change)

    def show_message(self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        """Say something at the foot; in alarm it contradicts that all is saved."""
        self._message.say(text, tone, undo)
        self.status.set_contradicted(tone is Tone.BAD)

    def show_error(self, error: Exception) -> None:
        """Say an expected error in its words."""
        from bengkel_crm.words.messages import describe_error

        # Nothing is wrong where nothing is left to take back.
        tone = Tone.NEUTRAL if isinstance(error, NothingToUndo | NothingToRedo) else Tone.BAD
        self.show_message(describe_error(error), tone)

    def open_card(self, vehicle_id: int) -> None:
        """Show a vehicle's card on the counter."""
        self.go("counter").open_card(vehicle_id)

    def hold_keys(self) -> None:
        """Keep keys back until the shop's file is open."""
        if self._database is None:
            self._early_keys.hold()

    def go(self, page_key: str) -> Page:
        """Bring a page to the front and return it; the form in front waits meanwhile."""
        self.forms.park()
        page = self._pages.bring(page_key)
        self._rail.show_chosen(page_key)
        self._show_title()
        page.come_to_front()
        return page

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
        for page in self._pages.built():
            page.shop_opened()
        self._early_keys.release()
        self._new_day.watch()

    def show_demo(self) -> None:
        """Say above every page, and in the title, that this shop is made up."""
        self._body.show_demo()
        self._show_title()

    def show_looking(self, path: Path) -> None:
        """Say above every page that the file can only be looked at."""
        self._body.show_looking(path)

    def front_page(self) -> Page:
        """Return the page in front; the first one where none was shown yet."""
        front = self._pages.currentWidget()
        return cast(Page, front) if front is not None else self.go(self._pages.front_key())

    def _show_texts(self) -> None:
        self._body.name_pages()
        if self._pages.count():
            self._show_title()

    def show(self) -> None:
        """Show the window where it was left; over the whole screen when it was never left anywhere."""
        if self._has_place:
            super().show()
        else:
            self.showMaximized()

    # Qt's side

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
        self.forms.keep_all()
        self._settings.setValue("window/geometry", self.saveGeometry())
        for page in self._pages.built():
            page.put_away()
        if not self.jobs.cancel_all(_CLOSING_MS):
            # What is being taken back must be over before the last backup; nobody has to look on.
            self.hide()
            self.jobs.cancel_all(_WINDING_UP_MS)
        self.about_to_close.emit()
        if self._database is not None:
            self._database.on_write = None
        self._settings.sync()
        super().closeEvent(event)

    # Building

    @cached_property
    def _new_day(self) -> "NewDay":
        from bengkel_crm.ui.window.new_day import NewDay

        new_day = NewDay(self, self)
        new_day.begun.connect(self._on_day_begun)
        return new_day

    def _on_day_begun(self) -> None:
        self.status.show_state()
        for page in self._pages.built():
            page.day_began()

    def _on_forms_changed(self) -> None:
        self._keys.leave_to_form(self.forms.front() is not None)
        self._show_title()

    def _on_first_painted(self) -> None:
        self._keys.bind_all(
            self._help, lambda: self._taking_back.undo(), lambda: self._taking_back.redo(), self.close
        )
        self._rail.wake()
        self.status.show()
        self.front_page()
        self.repaint()

    def _show_title(self) -> None:
        form = self.forms.front()
        words = self._pages.front_title() + " – Bengkel CRM" if form is None else form.windowTitle()
        # Seen in the task bar, too: nobody writes a week of work into a shop that was made up.
        self.setWindowTitle(self.tr("Sample shop: {0}").format(words) if self._body.is_demo else words)
