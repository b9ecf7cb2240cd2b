"""WhatsApp without internet: a code that fills in number and text on the shop's phone, one after another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from bengkel_crm.base import errors
from bengkel_crm.records.journal import Change
from bengkel_crm.trade.phones import Phone, phone_with_words
from bengkel_crm.ui.forms.form_parts import FormNotice
from bengkel_crm.ui.forms.help import offer_help
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.look.theme import set_role
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import At, Grow, fill, in_column, in_row
from bengkel_crm.ui.widgets.qr_code import QrCode
from bengkel_crm.ui.widgets.staged import Staged
from bengkel_crm.words.messages import describe_error
from bengkel_crm.workshop.journal.undo import undo_last
from bengkel_crm.workshop.reminders import reminder_texts

_WIDTH_PX, _HEIGHT_PX = 872, 470
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Message:
    """One message to be sent: its text is made when it is its turn, `record` writes down to which number."""

    name: str
    about: str
    phones: tuple[Phone, ...]
    make_text: Callable[[], str]
    record: Callable[[str, Phone | None], Change]


def _key_of(messages: Sequence[Message]) -> str:
    """Return what a run is known by: the same people asked for again come back to the run that waits."""
    return "whatsapp:" + "|".join(f"{message.name} {message.about}" for message in messages)


class _MessageEdit(QPlainTextEdit):
    """Enter goes on to the next; Shift+Enter begins a new line; Ctrl+C without a selection copies all."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        set_role(self, TextRole.BODY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) and not self.textCursor().hasSelection():
            QGuiApplication.clipboard().setText(self.toPlainText())
        else:
            super().keyPressEvent(event)


class WhatsAppDialog(Staged):
    """Goes through the messages; closes itself after the last."""

    def __init__(
        self, shell: Shell, messages: Sequence[Message], parent: QWidget | None = None, *, remark: str = ""
    ) -> None:
        super().__init__(_key_of(messages), _WIDTH_PX, _HEIGHT_PX, parent)
        offer_help(self, "reminders")
        self._shell = shell
        self._messages = messages
        self._place = 0
        self._sent: list[tuple[int, Change]] = []
        self._made = ""
        self.code = self.named(QrCode(), "QR code of the message")
        self.text = self.first_field = self.named(_MessageEdit(), "Message")
        self.number: ChoiceBox[Phone | None] = self.named(ChoiceBox({None: ""}), "Number")
        self.notice = FormNotice()
        self.copy = self.worded(KeyButton("", "copy", "Ctrl+C", ButtonKind.LINK), "Copy")
        self.skip = self.worded(KeyButton("", "arrow-right", "PgDown"), "Skip")
        self.mark = KeyButton("", "check", "Enter", ButtonKind.PRIMARY)
        self._title = self.worded(TextLabel("", TextRole.TITLE), "Send by WhatsApp")
        self._progress = TextLabel("", TextRole.BODY, "text2")
        self._hint = self.worded(
            TextLabel("", TextRole.BODY, "text2", wrap=True),
            "This computer needs no internet: point the camera of the shop's phone at the code.",
        )
        self._to_caption, self._text_caption = (TextLabel("", TextRole.CAPTION, "text2") for _ in range(2))
        self._name = ElidedLabel("", TextRole.FACT, may_be_cut=True)
        self._about = ElidedLabel("", TextRole.BODY, "text2", may_be_cut=True)
        self._scan = self.worded(TextLabel("", TextRole.BODY, "text2"), "Scan with the shop's phone")
        self._build()
        self._connect()
        self._put_texts()
        self._show_message()
        if remark:
            self.notice.say(remark, Tone.WARN)

    def progress(self) -> str:
        """Return how far this is: "3 dari 41"."""
        return self._progress.text()

    def waiting_title(self) -> str:
        """Return what the chip says while the run waits: how far it is."""
        told = self.progress() or self.recipient()
        return self.tr("WhatsApp: {0}").format(told)

    def recipient(self) -> str:
        """Return to whom the message goes."""
        return self._name.text()

    def _put_texts(self) -> None:
        self.put_text(self.setWindowTitle, "Send by WhatsApp")
        self.put_text(self._to_caption.setText, "To")
        self.put_text(self._text_caption.setText, "Message")
        self.put_again(
            lambda: self.mark.setText(
                self.tr("Sent, go on") if len(self._messages) > 1 else self.tr("Mark as sent")
            )
        )

    # What the clerk does

    def _on_sent(self) -> None:
        """Write down that it was sent and go on."""
        message = self._messages[self._place]
        try:
            change = message.record(self.text.toPlainText().strip(), self.number.value())
        except errors.ExpectedError as problem:
            self.notice.say(describe_error(problem), Tone.BAD)
            return
        self._shell.announce(change)
        self._sent.append((self._place, change))
        self._go_on()
        if self.isVisible() and self._place < len(self._messages):
            self.notice.say(
                self.tr("Marked as sent: {0}").format(message.name),
                Tone.OK,
                [(self.tr("Undo"), self._take_back)],
            )

    def _on_skipped(self) -> None:
        self.notice.clear()
        self._go_on()

    def _take_back(self) -> None:
        """Undo the latest mark and show that message again."""
        place, change = self._sent[-1]
        try:
            undone = undo_last(self._shell.database, change.deed_id)
        except errors.ExpectedError as problem:
            self.notice.say(describe_error(problem), Tone.BAD)
            return
        self._sent.pop()
        self._shell.announce(undone)
        self._place = place
        self.notice.clear()
        self._show_message()

    def _on_copied(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.text.setFocus()

    def done(self, result: int) -> None:
        """Say how many messages were marked as sent."""
        super().done(result)
        if self._sent:
            self._shell.show_message(self.tr("%n messages marked as sent", "", len(self._sent)))

    # What is shown

    def _go_on(self) -> None:
        self._place += 1
        if self._place >= len(self._messages):
            self.accept()
        else:
            self._show_message()

    def _show_message(self) -> None:
        message = self._messages[self._place]
        count = len(self._messages)
        self._progress.setText(self.tr("{0} of {1}").format(self._place + 1, count) if count > 1 else "")
        self._name.setText(message.name)
        self._about.setText(message.about)
        phones = [phone for phone in message.phones if phone.e164 is not None]
        self.number.start_anew({phone: phone_with_words(phone) for phone in phones} or {None: "—"})
        self._made = message.make_text()
        self.text.setPlainText(self._made)
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setFocus()

    def _on_new_day(self) -> None:
        """Make the text anew, unless something was changed in it."""
        if self._place < len(self._messages) and self.text.toPlainText() == self._made:
            self._made = self._messages[self._place].make_text()
            self.text.setPlainText(self._made)
            self.text.moveCursor(QTextCursor.MoveOperation.End)

    def _draw_soon(self) -> None:
        # After the paint: the text stands there before its code is reckoned.
        self._timer.start(0)

    def _draw_code(self) -> None:
        phone = self.number.value()
        link = None if phone is None else reminder_texts.whatsapp_url(phone, self.text.toPlainText().strip())
        self.code.set_rows(() if link is None else reminder_texts.code_rows(link))

    def _build(self) -> None:
        left = CardFrame(margins=(8, 8, 8, 10))
        fill(left.body, Grow(self.code), At(self._scan, Qt.AlignmentFlag.AlignHCenter))
        head = in_row(Grow(self._title), self._progress, self.park_button)
        who = in_column(self._to_caption, self._name, self._about, spacing=0)
        to = in_row(Grow(who), self.number, spacing=10)
        above = in_row(Grow(self._text_caption), self.copy)
        buttons = in_row(self.skip, Grow(self.mark), spacing=8)
        # Shown before it has a parent it would be a window, and take the keys.
        if len(self._messages) == 1:
            self.skip.hide()
        right = in_column(head, self._hint, 2, to, above, Grow(self.text), self.notice, 4, buttons, spacing=6)
        in_row(Grow(left, 5), Grow(right, 6), on=self, spacing=20, margins=(20, 18, 20, 18))

    def _connect(self) -> None:
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw_code)
        today().changed.connect(self._on_new_day)
        self.text.textChanged.connect(self._draw_soon)
        self.number.currentIndexChanged.connect(self._draw_soon)
        self.text.entered.connect(self._on_sent)
        self.mark.clicked.connect(self._on_sent)
        self.skip.clicked.connect(self._on_skipped)
        self.copy.clicked.connect(self._on_copied)
        QShortcut(QKeySequence("PgDown"), self).activated.connect(self.skip.click)
