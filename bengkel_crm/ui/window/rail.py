"""The pages at the left edge: an icon, a word and Alt with a number each."""

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bengkel_crm.ui.look.theme import set_role, theme
from bengkel_crm.ui.look.tokens import ColorName, Scheme, TextRole
from bengkel_crm.ui.widgets.icon_label import IconLabel

RAIL_PX = 98


class RailButton(QPushButton):
    """Its ground is the style sheet's, its icon and word are labels: a painter of ours would name `Qt`."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._icon = IconLabel(icon, "railtext")
        self._word = QLabel()
        set_role(self._word, TextRole.RAIL)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.toggled.connect(self._on_toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 6)
        column.setSpacing(2)
        for label in (self._icon, self._word):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label)
            row.addStretch(1)
            column.addLayout(row)

    def wake(self) -> None:
        """Set what is only felt, not seen; called after the first paint (see theme)."""
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self._word.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        for label in (self._icon, self._word):
            label.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_words(self, title: str, key: str) -> None:
        """Say which page it brings, and by which key."""
        self._word.setText(title)
        self.setAccessibleName(title)
        self.setToolTip(f"{title}  {key}")

    def word_fits(self) -> bool:
        """Return whether the word stands there whole."""
        return self._word.sizeHint().width() <= self.width() - 4

    def sizeHint(self) -> QSize:
        return QSize(theme().px(80), theme().px(57))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _on_toggled(self, chosen: bool) -> None:
        self._icon.set_icon(self._icon_name, _chosen_ink() if chosen else "railtext")
        self._word.setProperty("chosen", chosen)
        style = self._word.style()
        style.unpolish(self._word)
        style.polish(self._word)

    def restyle(self) -> None:
        """Draw it in the present theme."""
        self._on_toggled(self.isChecked())
        self.updateGeometry()


class Rail(QFrame):
    """Emits the key of a page when its button is pressed; shows which one is in front."""

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(9, 14, 9, 12)
        self._column.setSpacing(4)
        self._mark = IconLabel("wrench", _chosen_ink(), 28)
        top = QHBoxLayout()
        top.addStretch(1)
        top.addWidget(self._mark)
        top.addStretch(1)
        self._column.addLayout(top)
        self._column.addSpacing(8)
        self._stretch_at = self._column.count()
        self._column.addStretch(1)
        self.setFixedWidth(theme().px(RAIL_PX))
        theme().changed.connect(self._restyle)

    def add_page(self, key: str, icon: str, *, at_bottom: bool = False) -> None:
        """Add the button of a page at the end."""
        button = RailButton(icon)
        button.clicked.connect(lambda: self.page_chosen.emit(key))
        self._buttons[key] = button
        self._group.addButton(button)
        if at_bottom:
            self._column.addWidget(button)
        else:
            self._column.insertWidget(self._stretch_at, button)
            self._stretch_at += 1

    def wake(self) -> None:
        """Called after the first paint."""
        for button in self._buttons.values():
            button.wake()

    def button(self, key: str) -> RailButton:
        """Return the button of a page."""
        return self._buttons[key]

    def set_words(self, key: str, title: str, shortcut: str) -> None:
        """Name a page, in the present language."""
        self._buttons[key].set_words(title, shortcut)

    def show_chosen(self, key: str) -> None:
        """Show which page is in front."""
        self._buttons[key].setChecked(True)

    def _restyle(self) -> None:
        self.setFixedWidth(theme().px(RAIL_PX))
        self._mark.set_icon("wrench", _chosen_ink())
        for button in self._buttons.values():
            button.restyle()


def _chosen_ink() -> ColorName:
    """Return the lightest ink of the scheme: the rail is dark in both."""
    return "surface" if theme().scheme is Scheme.LIGHT else "text"
