"""The white sheets a page is made of, their titles and rules."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import FittingLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import At, Grow, in_row
from bengkel_crm.ui.widgets.texts import Speaks


class CardFrame(Speaks, QFrame):
    """A sheet with a thin edge; put widgets into `body`."""

    def __init__(
        self, *, margins: tuple[int, int, int, int] = (17, 14, 17, 14), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("frame", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(8)


class ToneBox(Speaks, QFrame):
    """A rounded box on the ground of a tone; put widgets into `row`."""

    def __init__(self, tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", tone.value)
        self.row = in_row(on=self, spacing=10, margins=(12, 6, 12, 6))


class SectionTitle(QWidget):
    """A card's title with a caption or links at the right."""

    link_activated = Signal(str)

    def __init__(self, title: str = "", caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = TextLabel(title, TextRole.CARD_TITLE, wrap=True)
        self._caption = FittingLabel(TextRole.BODY, "text2")
        self._caption.set_wordings(caption)
        self._links: dict[str, KeyButton] = {}
        self._row = in_row(
            Grow(self._title),
            At(self._caption, Qt.AlignmentFlag.AlignRight),
            on=self,
            spacing=8,
            margins=(0, 0, 0, 0),
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Say what the section is."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_caption(self, caption: str) -> None:
        """Say what stands beside the title, the longest wording that fits."""
        self._caption.set_wordings(caption)

    def add_link(self, key: str, text: str = "") -> KeyButton:
        """Add a link; pressing it emits `link_activated(key)`. Texts are set with `set_link`."""
        link = KeyButton(text, kind=ButtonKind.LINK)
        link.clicked.connect(lambda: self.link_activated.emit(key))
        self._links[key] = link
        self._row.addWidget(link)
        return link

    def set_link(self, key: str, text: str) -> None:
        """Say what a link at the end of the line does."""
        self._links[key].setText(text)


def rule(*, vertical: bool = False) -> QFrame:
    """Return a thin line between two things."""
    line = QFrame()
    line.setProperty("frame", "rule")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
