"""What a page may ask of the window it lives in, and what the window may ask of a page."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import QSettings, SignalInstance
from PySide6.QtWidgets import QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.widgets.texts import Speaks

if TYPE_CHECKING:
    # All of these are loaded after the first paint.
    from bengkel_crm.records.counter import Card
    from bengkel_crm.records.journal import Change
    from bengkel_crm.records.reminders import DuePerson
    from bengkel_crm.records.shop_file import Restored
    from bengkel_crm.ui.frame.jobs import JobRunner
    from bengkel_crm.ui.widgets.staged import Staged
    from bengkel_crm.workshop.shop_file.shop_file import Database


# Called with what was written.
OnSaved = Callable[["Change"], None]
OnRestored = Callable[["Restored"], None]


class Command(StrEnum):
    """What a key asks for; a page offers those it can do."""

    FIND = "find"
    NEW_WORK_ORDER = "new_work_order"
    EDIT = "edit"
    WHATSAPP = "whatsapp"
    NEW_VEHICLE = "new_vehicle"
    NOTE = "note"
    PRINT = "print"
    TO_EXCEL = "to_excel"
    SAVE = "save"
    REMOVE = "remove"
    FROM_PAPER = "from_paper"
    GO_ON = "go_on"
    BACK = "back"


COMMAND_KEYS: Mapping[Command, tuple[str, ...]] = {
    Command.FIND: ("F3", "Ctrl+F", "Ctrl+L"),
    Command.NEW_WORK_ORDER: ("F2",),
    Command.EDIT: ("F4",),
    Command.WHATSAPP: ("F8",),
    Command.NEW_VEHICLE: ("Ctrl+N",),
    Command.NOTE: ("Ctrl+K",),
    Command.PRINT: ("Ctrl+P",),
    Command.TO_EXCEL: ("Ctrl+E",),
    Command.SAVE: ("Ctrl+Return", "Ctrl+Enter"),
    Command.REMOVE: ("Del",),
    Command.FROM_PAPER: ("F6",),
    Command.GO_ON: ("F7",),
    Command.BACK: ("Esc",),
}


class Openers(Protocol):
    """Forms and dialogs of other subjects; a form about something that is gone says so in a message."""

    def register_vehicle(self, plate: str = "", saved: OnSaved | None = None) -> None:
        """Show the form of a new vehicle."""
        ...

    def edit_vehicle(self, vehicle_id: int, saved: OnSaved | None = None) -> None:
        """Show the form of a vehicle and its owner."""
        ...

    def edit_work_order(
        self, vehicle_id: int, work_order_id: int | None = None, saved: OnSaved | None = None
    ) -> None:
        """Show the form of a work order, a new one without `work_order_id`."""
        ...

    def go_on(self, draft_key: str, saved: OnSaved | None = None) -> None:
        """Show the form of a draft again, the open one or one made anew."""
        ...

    def send_message(self, card: "Card") -> None:
        """Show the code of a WhatsApp message to the owner of a card's vehicle."""
        ...

    def edit_texts(self, people: Sequence["DuePerson"] = (), day: date | None = None) -> None:
        """Show the texts of reminders, as some people would read them."""
        ...

    def show_bin(self) -> None:
        """Show what was moved to the bin."""
        ...

    def show_backups(self, restored: OnRestored) -> None:
        """Show the copies of the shop file; `restored` is called when one was put back."""
        ...


class Forms(Protocol):
    """Where forms stand: one in front, the others wait with what was typed in them."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted when a form came to the front, was parked or is gone."""
        ...

    def front(self) -> "Staged | None":
        """Return the form that is shown."""
        ...

    def show_form(self, form: "Staged") -> None:
        """Put a form in front of the page and give it the keys."""
        ...

    def bring(self, key: str) -> bool:
        """Show the open form of this draft key again; return whether there is one."""
        ...

    def park(self) -> None:
        """Put the form in front aside with what was typed in it."""
        ...

    def turn(self) -> None:
        """Show the form that waits longest."""
        ...

    def parked_keys(self) -> list[str]:
        """Return the draft keys of the forms that wait, the last one left first."""
        ...

    def waiting_title(self, key: str) -> str:
        """Return what a form that waits is called, or nothing where its draft tells."""
        ...

    def drop(self, key: str) -> None:
        """Close a form that waits, with what was typed in it."""
        ...


class Shell(Protocol):
    """The window, as its pages see it."""

    @property
    def database(self) -> "Database":
        """The shop's open file."""

    @property
    def is_open(self) -> bool:
        """Whether `database` is there yet: the window is painted before the file is read."""
        ...

    @property
    def settings(self) -> QSettings:
        """What the window remembers from one day to the next."""
        ...

    @property
    def openers(self) -> Openers:
        """What opens forms and dialogs of other subjects."""
        ...

    @property
    def jobs(self) -> "JobRunner":
        """What runs work away from the window."""

    @property
    def forms(self) -> Forms:
        """The forms that stand over the page, or wait."""
        ...

    @property
    def changed(self) -> SignalInstance:
        """Emitted with the `Change` after every deed, whoever did it."""
        ...

    def announce(self, change: "Change") -> None:
        """Tell every page that something was written."""
        ...

    def show_message(self, text: str, tone: Tone = Tone.OK, undo: Callable[[], None] | None = None) -> None:
        """Say one line at the foot of the page; with `undo` it can be taken back there."""
        ...

    def show_error(self, error: Exception) -> None:
        """Say what an expected error means, in the same place."""
        ...

    def open_card(self, vehicle_id: int) -> None:
        """Show a vehicle's card on the counter."""
        ...

    def showing_errors(self) -> AbstractContextManager[None]:
        """Return a context that shows the expected errors of what is done in it."""
        ...

    def hold_keys(self) -> None:
        """Let the keys pressed from now on wait until the shop file is open."""
        ...

    def go(self, page_key: str) -> "Page":
        """Bring a page to the front and return it."""
        ...


class Page(Speaks, QWidget):
    """One entry of the rail. Built when it is first shown, kept until the window closes."""

    # The name of its help text in resources/languages/<language>/help/.
    help_topic: ClassVar[str] = ""
    # The tables whose rows it shows: it reads again when one of them was written.
    shows: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self.setObjectName("page")

    def commands(self) -> Mapping[Command, Callable[[], None]]:
        """Return what this page can do at the moment; the window binds the keys."""
        return {}

    def shop_opened(self) -> None:
        """Called once the shop file is open: from here on `shell.database` may be asked."""

    def day_began(self) -> None:
        """Called when it is another day: what counts from today is shown anew, what was typed stays."""

    def put_away(self) -> None:
        """Called before the window closes: remember what is to be remembered."""

    def come_to_front(self) -> None:
        """Called each time the page is shown: put the focus where typing should begin."""

    def open_card(self, vehicle_id: int) -> None:
        """Show one vehicle; only the counter does."""

    def take_files(self, paths: Sequence[str]) -> None:
        """Take files that were dropped elsewhere, or ask for some; only the page of imports does."""

    def show_matching(self, text: str) -> None:
        """Show all that has a text; only lists do."""


def why_nothing(command: Command) -> str:
    """Return why a key did nothing; an empty text for one that may be pressed for nothing."""
    match command:
        case Command.PRINT:
            return translate(
                "IdleKeys", "There is nothing to print on this page. A list is saved for Excel with Ctrl+E."
            )
        case Command.TO_EXCEL:
            return translate("IdleKeys", "There is no list on this page to save.")
        case Command.EDIT | Command.WHATSAPP | Command.NOTE:
            return translate("IdleKeys", "Open a vehicle's card first.")
        case _:
            return ""
