"""The counter under test: a window on a real file, and fingers on its keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bengkel_crm.ui.counter.counter_page import CounterPage
from bengkel_crm.ui.forms.form_stage import FormStage
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.message_bar import MessageBar
from bengkel_crm.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from bengkel_crm.records.counter import Hit
    from bengkel_crm.ui.forms.form import Form


class Counter:
    """Says what a clerk sees and does what a clerk does."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        page = window.front_page()
        assert isinstance(page, CounterPage)
        self.window = window
        self._qtbot = qtbot
        self.page = page

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused(), text)

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.focused(), key, held)

    def ctrl(self, key: Qt.Key) -> None:
        self.press(key, held=Qt.KeyboardModifier.ControlModifier)

    def open(self, text: str) -> None:
        """Type and press Enter."""
        self.type(text)
        self.press(Qt.Key.Key_Return)

    @property
    def box(self) -> QLineEdit:
        return self.page.box.line

    def has_focus_in_box(self) -> bool:
        return QApplication.focusWidget() is self.box

    def listed(self) -> list[str]:
        """Return the plates of the hits that are shown."""
        if not self.page.hits.isVisible():
            return []
        model = self.page.hits.model
        return [model.row(number).words.plate for number in range(model.hit_count())]

    def chosen(self) -> "Hit | None":
        return self.page.hits.current()

    def card(self) -> str | None:
        """Return the plate of the card that is shown."""
        return self.page.panes.card_view.head.badge.text() if self.page.panes.card_view.isVisible() else None

    def form(self) -> "Form":
        """Return the form that stands on the window; it has the keys at once."""
        stages = self.window.findChildren(FormStage)
        form = stages[0].front() if stages else None
        assert form is not None
        return form

    def has_form(self) -> bool:
        return any(stage.front() is not None for stage in self.window.findChildren(FormStage))

    def dialog(self) -> QDialog:
        """Return the form or the dialog that was opened, once it has the keys."""
        if self.has_form():
            return self.form()
        (dialog,) = self.dialogs()
        assert QTest.qWaitForWindowExposed(dialog)
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        return dialog

    def dialogs(self) -> list[QDialog]:
        if self.has_form():
            return [self.form()]
        widgets = QApplication.topLevelWidgets()
        return [widget for widget in widgets if isinstance(widget, QDialog) and widget.isVisible()]

    def primary_buttons(self) -> int:
        """Return how many buttons on the page ask to be pressed first."""
        buttons = self.page.findChildren(KeyButton)
        return sum(button.isVisible() and button.kind() is ButtonKind.PRIMARY for button in buttons)

    def message(self) -> str:
        """Return what the line at the foot says, or nothing."""
        bar = self._message_bar()
        return bar.text() if bar is not None and bar.isVisible() else ""

    def undo_in_message(self) -> None:
        """Press the undo button of the line at the foot."""
        bar = self._message_bar()
        assert bar is not None
        assert bar.offers_undo()
        button = next(button for button in bar.findChildren(KeyButton) if button.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def due_rows(self) -> list[tuple[str, str, Tone]]:
        """Return job, detail and urgency of what is due, as shown."""
        return [(row.job, row.detail, row.tone) for row in self.page.panes.card_view.due.shown()]

    def notes(self) -> list[str]:
        """Return notes and complaints as a screen reader says them, the latest first."""
        return self.page.panes.card_view.notes.shown()

    def wait_for_jobs(self) -> None:
        """Wait for what is written away from the window."""
        self._qtbot.waitUntil(lambda: not self.window.jobs.is_busy(), timeout=20_000)

    def settle(self) -> None:
        """Let the event loop do what was put off until after the paint."""
        QTest.qWait(0)

    def _message_bar(self) -> MessageBar | None:
        bars = self.window.findChildren(MessageBar)
        return bars[0] if bars else None
