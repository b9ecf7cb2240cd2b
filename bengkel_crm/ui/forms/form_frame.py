"""What every form looks like: a head, fields that scroll, a line for messages, and the buttons."""

from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.schema.lengths import longest
from bengkel_crm.ui.forms.form_parts import FormBody, FormFoot, FormHead, FormNotice
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.ui.widgets.layouts import Grow, in_column
from bengkel_crm.ui.widgets.room import room_for
from bengkel_crm.ui.widgets.staged import Staged

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class FormFrame(Staged):
    """A subclass fills `content` and calls `lay`; Enter walks through the fields, F1 shows the help."""

    # The name of its help text in resources/languages/<language>/help/.
    help_topic: ClassVar[str] = ""
    # The tables whose columns `fields` are named after.
    tables: ClassVar[tuple[str, ...]] = ()

    def __init__(self, key: str, width_px: int, parent: QWidget | None = None) -> None:
        super().__init__(key, width_px, 0, parent)
        self.fields: dict[str, Field] = {}
        self.content = QWidget()
        self.notice = FormNotice()
        self.foot = FormFoot(
            translate("Form", "Tab next field · Ctrl+Enter save"),
            translate("Form", "Cancel"),
            translate("Form", "Save"),
            self,
        )
        self._body = FormBody(self.content)
        self._column = in_column(
            Grow(self._body), self.notice, self.foot, on=self, spacing=12, margins=(22, 18, 22, 18)
        )
        self._body.wish_changed.connect(self.fit)
        self.notice.said.connect(self.fit)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.show_help)

    def lay(self, title: str, order: Sequence[QWidget], focus: QWidget, plate: str = "") -> None:
        """Lay the head and the Tab order, put the keys on `focus`, and let fields tell when they are full."""
        self.setWindowTitle(f"{title} – {plate}" if plate else title)
        self._column.insertWidget(0, FormHead(title, self.park_button, plate))
        removal = [] if self.foot.remove is None else [self.foot.remove]
        for first, second in pairwise([*order, self.foot.save, self.foot.cancel, *removal]):
            self.setTabOrder(first, second)
        self.fit()
        self.first_field = focus
        focus.setFocus()
        for column, field in self.fields.items():
            for table in self.tables:
                most = longest(table, column)
                if most is not None:
                    field.watch_length(most)

    def add_below(self, widget: QWidget) -> None:
        """Put something under the fields that stays in sight while they are scrolled."""
        self._column.insertWidget(self._column.indexOf(self.notice), widget)

    def fit(self) -> None:
        """Take the room the fields want, as far as there is room; on a stage, in the middle of it."""
        width = max(theme().px(self._width_px), self.minimumSizeHint().width())
        wanted = max(self._column.sizeHint().height(), self._column.totalHeightForWidth(width))
        size = QSize(width, max(self.height() if self.isVisible() else 0, wanted))
        if self.stage() is None:
            self.resize(size.boundedTo(room_for(self)))
        else:
            self.take_room(size)

    def show_help(self) -> None:
        """Show the help of this form beside it."""
        # Imported when asked for: few forms are left for it.
        from bengkel_crm.ui.forms.help import HelpDialog

        help_dialog = HelpDialog(self.help_topic, self)
        help_dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_dialog.show()

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _PLAIN:
            if isinstance(at, QAbstractButton):
                at.click()
            elif isinstance(at, QLineEdit | QComboBox):
                self.focusNextChild()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()
