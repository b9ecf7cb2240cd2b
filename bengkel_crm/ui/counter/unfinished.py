"""What waits to be finished: a chip for each form and note that was left, with the way back to it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from bengkel_crm.ui.counter.drafts import Restorable
from bengkel_crm.ui.look import icons
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.widgets.card import ToneBox
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Stretch, fill, in_row

_CHIPS = 3
# Its edges, its picture and what is between them.
_SIDES_PX = 80


class Unfinished(ToneBox):
    """Hidden while nothing waits; the rest of a long row is in a menu."""

    chosen = Signal(object)
    discarded = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Tone.WARN, parent)
        self._waiting: Sequence[Restorable] = ()
        self._words = self.worded(TextLabel("", TextRole.STRONG, "warn"), "Not finished")
        self._more = KeyButton(kind=ButtonKind.LINK)
        self._more.clicked.connect(self._on_more)
        self._chips: list[tuple[KeyButton, QToolButton]] = []
        self._room = in_row(spacing=4)
        self.row.setContentsMargins(12, 4, 8, 4)
        fill(self.row, IconLabel("edit", "warn", 18), self._words, self._room, self._more, Stretch())
        for number in range(_CHIPS):
            self._add_chip(number)
        self.put_again(self._fill)
        self.hide()

    def show_waiting(self, waiting: Sequence[Restorable]) -> None:
        """Show these, the latest first."""
        self._waiting = waiting
        self._fill()

    def titles(self) -> list[str]:
        """Return what the chips say."""
        return [button.text() for button, _ in self._chips if not button.isHidden()]

    def chip(self, number: int) -> KeyButton:
        """Return the button that brings a waiting form back."""
        return self._chips[number][0]

    def discard_button(self, number: int) -> QToolButton:
        """Return the button that throws a waiting form away."""
        return self._chips[number][1]

    def _add_chip(self, number: int) -> None:
        chip = KeyButton(key="F7" if number == 0 else "")
        away = QToolButton()
        away.setIcon(icons.icon("close", "text2", 16))
        chip.clicked.connect(lambda: self.chosen.emit(self._waiting[number]))
        away.clicked.connect(lambda: self.discarded.emit(self._waiting[number]))
        self._room.addWidget(chip)
        self._room.addWidget(away)
        self._chips.append((chip, away))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_as_many_as_fit()

    def _fill(self) -> None:
        for waiting, (chip, away) in zip(self._waiting, self._chips, strict=False):
            chip.setText(waiting.title)
            away.setAccessibleName(self.tr("Throw away: {0}").format(waiting.title))
            away.setToolTip(self.tr("Throw away: {0}").format(waiting.title))
        self._show_as_many_as_fit()
        self.setVisible(bool(self._waiting))

    def _show_as_many_as_fit(self) -> None:
        """Show the chips that have room to be read, the first in any case; the rest is in the menu."""
        shown = self._fitting()
        for number, (chip, away) in enumerate(self._chips):
            chip.setVisible(number < shown)
            away.setVisible(number < shown)
        left = len(self._waiting) - shown
        self._more.setVisible(left > 0)
        self._more.setText(self.tr("+{0} more").format(left))

    def _fitting(self) -> int:
        most = min(len(self._waiting), len(self._chips))
        self._more.setText(self.tr("+{0} more").format(len(self._waiting)))
        taken = theme().px(_SIDES_PX) + self._words.sizeHint().width() + self._more.sizeHint().width()
        for number, (chip, away) in enumerate(self._chips[:most]):
            taken += chip.sizeHint().width() + away.sizeHint().width() + 2 * self._room.spacing()
            if number and taken > self.width():
                return number
        return most

    def _on_more(self) -> None:
        menu = QMenu(self)
        for waiting in self._waiting[self._fitting() :]:
            menu.addAction(waiting.title).triggered.connect(partial(self.chosen.emit, waiting))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
