"""The numbers of a customer that are known to be wrong, and the word that one of them is right after all."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.base import i18n
from bengkel_crm.trade.phones import Phone, format_phone
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel
from bengkel_crm.ui.widgets.layouts import Grow, in_column, in_row


class WrongNumbers(QWidget):
    """A line for each wrong number that stands in the form; one that is typed anew is taken for right."""

    changed = Signal()
    # There are other lines, with other buttons, than before.
    shown_anew = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[KeyButton] = []
        self._lines: dict[str, _Line] = {}
        self._column = in_column(on=self, spacing=2, margins=(0, 0, 0, 0))
        self.hide()

    def show_phones(self, phones: Iterable[Phone]) -> None:
        """Begin anew with a customer's numbers."""
        for line in self._lines.values():
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = {_key(phone): _Line(phone) for phone in phones if phone.wrong_since is not None}
        self.buttons = [line.button for line in self._lines.values()]
        for line in self._lines.values():
            self._column.addWidget(line)
            line.button.clicked.connect(partial(self._on_clicked, line))
        self.setVisible(bool(self._lines))
        self.shown_anew.emit()

    def follow(self, typed: Sequence[Phone]) -> None:
        """Tell of the wrong numbers among those typed; one that was gone and is back was typed anew."""
        present = set(map(_key, typed))
        for key, line in self._lines.items():
            if key in present and not line.is_present:
                line.set_right(right=True)
            line.is_present = key in present
            line.setVisible(line.is_present)
        self.setVisible(any(key in present for key in self._lines))

    def confirmed(self) -> list[str]:
        """Return the numbers in the form that are right after all, as E.164 or as typed."""
        return [key for key, line in self._lines.items() if line.is_right and line.is_present]

    def confirm(self, numbers: Sequence[str]) -> None:
        """Take just these numbers for right."""
        for key, line in self._lines.items():
            line.set_right(right=key in numbers)

    def remarks(self) -> list[str]:
        """Return what is said of the wrong numbers in the form."""
        return [line.told.text() for line in self._lines.values() if line.is_present]

    def _on_clicked(self, line: "_Line") -> None:
        line.set_right(right=not line.is_right)
        self.changed.emit()


class _Line(QWidget):
    def __init__(self, phone: Phone) -> None:
        super().__init__()
        self._phone = phone
        self.is_right, self.is_present = False, True
        self.told = ElidedLabel("", ink="warn", may_be_cut=True)
        self.button = KeyButton("", kind=ButtonKind.SECONDARY)
        in_row(
            IconLabel("phone", "warn", 18),
            Grow(self.told),
            self.button,
            on=self,
            spacing=10,
            margins=(0, 0, 0, 0),
        )
        self.set_right(right=False)

    def set_right(self, *, right: bool) -> None:
        self.is_right = right
        number = format_phone(self._phone)
        since = self._phone.wrong_since
        if right or since is None:
            told = self.tr("{0} is right: it is called again once this is saved").format(number)
            self.button.setText(self.tr("Still wrong"))
        else:
            told = self.tr("{0} is a wrong number since {1}").format(number, i18n.format_date(since))
            self.button.setText(self.tr("This number is right"))
        self.told.setText(told)
        self.told.set_ink("ok" if right else "warn")
        self.button.setAccessibleDescription(told)


def _key(phone: Phone) -> str:
    return phone.e164 or phone.typed
