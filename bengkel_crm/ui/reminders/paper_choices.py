"""What can be chosen of the papers of a month's list; most of it is remembered at this computer."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QSpinBox

from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.look.theme import set_role
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.workshop.reminders import reminder_papers as papers
from bengkel_crm.workshop.reminders.reminder_papers import LabelContent, LetterLayout

V = TypeVar("V")
_MOST_LABELS = 65


class PaperChoice(Generic[V]):
    """One of a few things; the first, or `first`, where nothing was chosen yet.

    `key` is what it is remembered by.
    """

    def __init__(self, key: str, label: Callable[[], str], words: Callable[[], dict[V, str]]) -> None:
        self._key = key
        self.label = label
        self._words = words

    def new_box(self, shell: Shell) -> "ChoiceBox[V] | QSpinBox":
        """Return the box in which it is chosen, with what was chosen last time."""
        words = self._words()
        box: ChoiceBox[V] = ChoiceBox(words)
        kept = str(shell.settings.value(self._key, ""))
        for value in words:
            if str(value) == kept:
                box.set_value(value)
        return box

    def changed(self, box: "ChoiceBox[V] | QSpinBox") -> SignalInstance:
        """Return what is emitted when something else is chosen."""
        assert isinstance(box, ChoiceBox)
        return box.activated

    def keep(self, shell: Shell, value: V) -> None:
        """Remember what was chosen."""
        shell.settings.setValue(self._key, str(value))


class LabelNumber(PaperChoice[int]):
    """A number of a label on its sheet; each sheet begins anew, so it is not remembered."""

    def __init__(self, label: Callable[[], str]) -> None:
        super().__init__("", label, dict)

    def new_box(self, shell: Shell) -> QSpinBox:
        """Return the box, with the first label in it."""
        box = QSpinBox()
        box.setRange(1, _MOST_LABELS)
        # A paper is written for each number: not while the digits of one are typed.
        box.setKeyboardTracking(False)
        set_role(box, TextRole.NUMBER)
        box.lineEdit().setTextMargins(8, 0, 0, 0)
        return box

    def changed(self, box: ChoiceBox[int] | QSpinBox) -> SignalInstance:
        """Return what is emitted when it is another number."""
        assert isinstance(box, QSpinBox)
        return box.valueChanged

    def keep(self, shell: Shell, value: int) -> None:
        """Remember nothing."""


LETTER_LAYOUT = PaperChoice(
    "papers/letter_layout",
    lambda: translate("Papers", "Layout"),
    lambda: {
        LetterLayout.THREE: translate("Papers", "Three to a page, to be cut"),
        LetterLayout.WINDOW: translate("Papers", "One a page, for an envelope with a window"),
    },
)
LABEL_SHEET = PaperChoice(
    "papers/label_sheet",
    lambda: translate("Papers", "Sheet of labels"),
    lambda: {name: name for name in papers.LABEL_SHEETS},
)
LABEL_CONTENT = PaperChoice(
    "papers/label_content",
    lambda: translate("Papers", "What stands on them"),
    lambda: {
        LabelContent.ADDRESS: translate("Papers", "Name and address, for envelopes"),
        LabelContent.PLATE: translate("Papers", "Plate and name, for keys and folders"),
    },
)
FIRST_LABEL = LabelNumber(lambda: translate("Papers", "First free label on the sheet"))
