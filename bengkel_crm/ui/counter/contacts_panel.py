"""What was sent to the owner of a card, how, and what followed; the latest first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bengkel_crm.base import i18n
from bengkel_crm.records.reminders import Channel, ContactRow
from bengkel_crm.trade.plates import format_plate
from bengkel_crm.ui.look.tokens import ColorName, TextRole
from bengkel_crm.ui.widgets.card import SectionTitle
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, plain_tooltip
from bengkel_crm.ui.widgets.layouts import At, Grow, in_column, in_row
from bengkel_crm.ui.widgets.stretch_rows import drop_widgets
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.words.reminders import channel_words, outcome_words, told_words

SHOWN = 5
_ICONS = {Channel.CALL: "phone", Channel.WHATSAPP: "chat", Channel.LETTER: "note", Channel.VISIT: "person"}


class ContactsPanel(Speaks, QWidget):
    """Hidden where nobody was contacted yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contacts: Sequence[ContactRow] = ()
        self._plate = ""
        self._shows_all = False
        self._title = SectionTitle()
        self.earlier = KeyButton(kind=ButtonKind.LINK)
        self._rows = in_column(spacing=8)
        in_column(
            self._title,
            self._rows,
            At(self.earlier, Qt.AlignmentFlag.AlignLeft),
            on=self,
            spacing=6,
            margins=(0, 0, 0, 0),
        )
        self.earlier.clicked.connect(self._on_earlier)
        self.put_text(self._title.set_title, "Contacts")
        self.put_again(self._fill)

    def show_contacts(self, contacts: Sequence[ContactRow], plate: str) -> None:
        """Show contacts with the owner; those about another vehicle than `plate` name it."""
        self.setVisible(bool(contacts))
        if list(contacts) == list(self._contacts) and plate == self._plate:
            return
        self._shows_all = self._shows_all and plate == self._plate
        self._contacts, self._plate = contacts, plate
        self._fill()

    def shown(self) -> list[str]:
        """Return what is listed as a screen reader says it, the latest first."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget.accessibleName() for widget in widgets if widget is not None]

    def _fill(self) -> None:
        drop_widgets(self._rows)
        shown = self._contacts if self._shows_all else self._contacts[:SHOWN]
        for contact in shown:
            self._rows.addWidget(self._row(contact))
        rest = len(self._contacts) - len(shown)
        self.earlier.setText(self.tr("Show %n earlier", "", rest))
        self.earlier.setVisible(rest > 0)

    def _on_earlier(self) -> None:
        self._shows_all = True
        self._fill()

    def _row(self, contact: ContactRow) -> QWidget:
        others = [format_plate(plate) for plate in contact.plates if format_plate(plate) != self._plate]
        about = ", ".join(map(told_words, contact.subjects)) or " ".join(contact.content.split())
        what = " · ".join(part for part in (about or channel_words(contact.channel), *others) if part)
        when = f"{channel_words(contact.channel)} · {i18n.format_date(contact.at.date())}"
        result, ink = self._result(contact)
        row = QWidget()
        words = in_column(
            ElidedLabel(what, TextRole.BODY), ElidedLabel(when, TextRole.CAPTION, "text2"), spacing=0
        )
        if result:
            words.addWidget(ElidedLabel(result, TextRole.CAPTION, ink))
        in_row(
            IconLabel(_ICONS[contact.channel], "text2", 16),
            Grow(words),
            on=row,
            spacing=10,
            margins=(0, 0, 0, 0),
        )
        row.setAccessibleName(", ".join(part for part in (when, what, result) if part))
        row.setToolTip(plain_tooltip(contact.content))
        return row

    def _result(self, contact: ContactRow) -> tuple[str, ColorName]:
        """Return what was said and what followed, and its colour."""
        said = "" if contact.outcome is None else outcome_words(contact.outcome)
        if contact.snooze_until is not None:
            said = self.tr("{0}, again from {1}").format(said, i18n.format_date(contact.snooze_until))
        if contact.answered_on is None:
            return said, "text2"
        came = self.tr("came {0}, {1}").format(
            i18n.format_date(contact.answered_on), i18n.format_rupiah(contact.answered_rupiah)
        )
        return " · ".join(part for part in (said, came) if part), "ok"
