"""One of the card's answers: an icon, what is asked, the answer, and a line of detail."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TONE_INK, ColorName, TextRole, Tone
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import At, Grow, Stretch, in_column, in_row

# A number is not parted from its unit where a line ends.
_BEFORE_UNIT = re.compile(r"(?<=\d) (?=km\b)|(?<=±) ")
_KEEPS_TOGETHER = "\N{NO-BREAK SPACE}"


class Fact(QWidget):
    """One answer of the card: what is asked, the answer large, and where it comes from."""

    def __init__(self, icon: str, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(icon)
        # An answer goes on in the next line: its end is what is asked for, the grade of an oil.
        self._caption = TextLabel(caption, TextRole.CAPTION, "text2", wrap=True)
        self._value = TextLabel("", TextRole.FACT, wrap=True)
        self._detail = TextLabel("", TextRole.BODY, "text2", wrap=True)
        self._words = ("", "")
        lines = in_column(self._caption, self._value, self._detail, Stretch(), spacing=0)
        in_row(
            At(self._icon, Qt.AlignmentFlag.AlignTop), Grow(lines), on=self, spacing=10, margins=(0, 0, 0, 0)
        )
        # The columns have their shares: a long oil name must not take room from its neighbours.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(theme().px(110))

    def set_caption(self, caption: str) -> None:
        """Say what is asked."""
        self._caption.setText(caption)
        self._put_spoken_name()

    def set_value(self, value: str, detail: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        """Show an answer; a tone other than NEUTRAL colours value and detail."""
        self._words = (value, detail)
        self._value.setText(_BEFORE_UNIT.sub(_KEEPS_TOGETHER, value))
        self._detail.setText(_BEFORE_UNIT.sub(_KEEPS_TOGETHER, detail))
        neutral = tone is Tone.NEUTRAL
        ink: ColorName = TONE_INK[tone]
        self._value.set_ink("text" if neutral else ink)
        self._detail.set_ink("text2" if neutral else ink)
        self._put_spoken_name()

    def set_icon_shown(self, shown: bool) -> None:
        """Leave out the icon where its room is needed for the words."""
        self._icon.setVisible(shown)

    def caption(self) -> str:
        """Return what is asked."""
        return self._caption.text()

    def value(self) -> str:
        """Return the answer, whole."""
        return self._words[0]

    def detail(self) -> str:
        """Return what stands below the answer, whole."""
        return self._words[1]

    def _put_spoken_name(self) -> None:
        words = (self._caption.text(), *self._words)
        self.setAccessibleName(", ".join(word for word in words if word))
