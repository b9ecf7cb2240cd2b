"""Where forms stand: in the window itself, over its page, so that no key falls between two windows."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from bengkel_crm.ui.look.theme import theme

if TYPE_CHECKING:
    from bengkel_crm.ui.widgets.staged import Staged

_SHADE = QColor(0, 0, 0, 90)
_EDGE_PX = 6
_RADIUS = 10


class FormStage(QWidget):
    """Shows one form; the others wait, parked, with all that was typed in them.

    A window of its own would be given the keys by the window system when it pleases: what is typed until
    then would go to the page below.
    """

    changed = Signal()
    # Somebody wants to leave the form for the counter.
    left = Signal()
    over = Signal()

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._front: Staged | None = None
        self._parked: list[Staged] = []
        self._focus_in: dict[str, QWidget] = {}
        self._came_from: QWidget | None = None
        ground.installEventFilter(self)
        self.hide()

    def front(self) -> "Staged | None":
        """Return the form that is shown."""
        return self._front

    def parked_keys(self) -> list[str]:
        """Return the draft keys of the parked forms, the last one parked first."""
        return [form.key for form in self._parked]

    def waiting_title(self, key: str) -> str:
        """Return what a parked form is called, or nothing where its draft tells."""
        return next((form.waiting_title() for form in self._parked if form.key == key), "")

    def show_form(self, form: "Staged") -> None:
        """Put a form in front and give it the keys; the one that was there is parked.

        A form of the same draft that is open already comes in its place.
        """
        if self.bring(form.key):
            form.close_unkept()
            form.deleteLater()
            return
        self.park()
        # A list says for itself where the keys go, by what it holds.
        focus = form.focusWidget() or form.first_field
        form.setParent(self, Qt.WindowType.SubWindow)
        form.ending.connect(partial(self._on_ending, form))
        form.finished.connect(partial(self._on_finished, form))
        form.left_for_now.connect(self.left)
        self._bring(form, focus)

    def bring(self, key: str) -> bool:
        """Put the form of a draft in front if it is parked, or there already; return whether it is there."""
        if self._front is not None and self._front.key == key:
            return True
        form = next((form for form in self._parked if form.key == key), None)
        if form is None:
            return False
        self.park()
        self._parked.remove(form)
        focus = self._focus_in.pop(key, form.first_field)
        # A job of its own may have gone on while it waited, and taken an answer away.
        self._bring(form, focus if isValid(focus) else form.first_field)
        return True

    def park(self) -> None:
        """Put the form in front aside with what was typed in it; one nobody typed in is closed."""
        form = self._front
        if form is None or form.is_leaving:
            return
        if not form.is_dirty():
            form.discard()
            return
        focus = form.focusWidget()
        if focus is not None and focus is not form:
            self._focus_in[form.key] = focus
        form.keep()
        self._parked.insert(0, form)
        self._leave()
        form.hide()
        form.parked.emit()

    def turn(self) -> None:
        """Park the form in front and show the one that waits longest."""
        if self._parked:
            self.bring(self._parked[-1].key)

    def drop(self, key: str) -> None:
        """Close a parked form; what was typed in it goes."""
        for form in [form for form in self._parked if form.key == key]:
            self._parked.remove(form)
            form.discard()

    def keep_all(self) -> None:
        """Write down what stands in every form: the window closes."""
        for form in [*self._parked, *([self._front] if self._front is not None else [])]:
            form.keep()

    def forget_all(self) -> None:
        """Close every form without a word: the shop file they were about is another one now."""
        forms = [*self._parked, *([self._front] if self._front is not None else [])]
        self._parked = []
        for form in forms:
            form.close_unkept()

    # Qt's side

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._ground and event.type() == QEvent.Type.Resize:
            self._lay()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), _SHADE)
        if self._front is not None:
            edge = theme().px(_EDGE_PX)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("line2"), 1))
            painter.setBrush(theme().color("bg"))
            box = QRectF(self._front.geometry()).adjusted(-edge + 0.5, -edge + 0.5, edge - 0.5, edge - 0.5)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.end()

    # The inside

    def _bring(self, form: "Staged", focus: QWidget) -> None:
        self._came_from = QApplication.focusWidget()
        self._front = form
        self._lay()
        self.show()
        self.raise_()
        form.fit()
        form.show()
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _lay(self) -> None:
        self.setGeometry(self._ground.rect())
        if self._front is not None:
            self._front.fit()
            self.update()

    def _on_ending(self, form: "Staged") -> None:
        # Whoever listened before may have put the focus where it should go on.
        focus = QApplication.focusWidget()
        if form is self._front and (focus is None or form.isAncestorOf(focus) or focus is form):
            self._give_focus_back()

    def _on_finished(self, form: "Staged", _: int) -> None:
        self._focus_in.pop(form.key, None)
        if form is self._front:
            self._leave()
        else:
            self.changed.emit()

    def _leave(self) -> None:
        self._front = None
        self.hide()
        self.changed.emit()

    def _give_focus_back(self) -> None:
        before, self._came_from = self._came_from, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.over.emit()
