"""Text on the screen: always plain, in a role and an ink, cut with an ellipsis where it must be."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bengkel_crm.ui.look.theme import set_role
from bengkel_crm.ui.look.tokens import ColorName, TextRole

_LONGEST_RUN = 18


def breakable(text: str) -> str:
    """Return text whose endless words may be broken, so that they do not push the panel wide."""
    return " ".join("\u200b".join(_pieces(word)) for word in text.split(" "))


def _pieces(word: str) -> Iterator[str]:
    for start in range(0, len(word), _LONGEST_RUN):
        yield word[start : start + _LONGEST_RUN]


class TextLabel(QLabel):
    """A label that never takes a customer's text for markup."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        ink: ColorName = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("ink", ink)
        set_role(self, role)

    def set_ink(self, ink: ColorName) -> None:
        """Write in another colour of the theme."""
        if self.property("ink") != ink:
            self.setProperty("ink", ink)
            repolish(self)


class ElidedLabel(TextLabel):
    """One line that ends in an ellipsis when it has no room; the whole text is then in the tooltip.

    `may_be_cut` is said of what a shop types, which can be of any length; our own words have to find room.
    """

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        ink: ColorName = "text",
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        may_be_cut: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, ink, parent=parent)
        self._mode = mode
        self.may_be_cut = may_be_cut
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def is_elided(self) -> bool:
        """Return whether the text does not fit and is cut."""
        return self._shown_text() != self.text()

    def minimumSizeHint(self) -> QSize:
        few_letters = self.fontMetrics().averageCharWidth() * 4
        hint = super().sizeHint()
        return QSize(min(hint.width(), few_letters), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(
            self.contentsRect(),
            int(self.alignment() | Qt.TextFlag.TextSingleLine),
            self._shown_text(),
        )
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        # Found out only when somebody points at it: every label of a page would be measured otherwise.
        self.setToolTip(plain_tooltip(self.text()) if self.is_elided() else "")
        super().enterEvent(event)

    def _shown_text(self) -> str:
        # A half pixel of grace: the width a layout gives is the rounded one.
        room = self.contentsRect().width() + 0.5
        return QFontMetricsF(self.font()).elidedText(self.text(), self._mode, room)


class FittingLabel(ElidedLabel):
    """One line in the longest of several wordings that fits; the longest is then in the tooltip."""

    def __init__(
        self, role: TextRole = TextRole.BODY, ink: ColorName = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__("", role, ink, parent=parent)
        self._wordings: tuple[str, ...] = ()

    def set_wordings(self, *wordings: str) -> None:
        """Say one of these, the longest first."""
        self._wordings = wordings
        self.setText(wordings[0] if wordings else "")

    def is_elided(self) -> bool:
        """Return whether not even the shortest wording fits."""
        return bool(self._wordings) and bool(self._wordings[-1]) and not self._shown_text()

    def _shown_text(self) -> str:
        room, metrics = self.contentsRect().width() + 0.5, QFontMetricsF(self.font())
        fitting = (text for text in self._wordings if metrics.horizontalAdvance(text) <= room)
        return next(fitting, "")


def plain_tooltip(text: str) -> str:
    """Return text for setToolTip, which would show `<b>` in a customer's name as bold."""
    if "<" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>"


def repolish(widget: QWidget) -> None:
    """Make the style sheet look again at a widget whose property changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
