"""How a text file is written: its letters, and what stands between its cells."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Stretch, in_row
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.workshop.exchange import ENCODINGS, SEPARATORS, CsvOptions

_ENCODING_NAMES = {
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
}


class CsvOptionsBar(Speaks, QWidget):
    """Emits `chosen(CsvOptions)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.encoding: ChoiceBox[str] = self.named(
            ChoiceBox({name: _ENCODING_NAMES[name] for name in ENCODINGS}), "How letters are written"
        )
        self.separator: ChoiceBox[str] = self.named(
            ChoiceBox({mark: mark for mark in SEPARATORS}), "What stands between the cells"
        )
        self._encoding_label = self.worded(TextLabel("", TextRole.BODY, "text2"), "Letters:")
        self._separator_label = self.worded(TextLabel("", TextRole.BODY, "text2"), "Between the cells:")
        in_row(
            self._encoding_label,
            self.encoding,
            self._separator_label,
            self.separator,
            Stretch(),
            on=self,
            spacing=10,
            margins=(0, 0, 0, 0),
        )
        self.encoding.activated.connect(self._on_chosen)
        self.separator.activated.connect(self._on_chosen)
        self.put_again(self._show_texts)

    def show_options(self, options: CsvOptions) -> None:
        """Show how the file is read now, without telling that somebody chose it."""
        with QSignalBlocker(self.encoding), QSignalBlocker(self.separator):
            self.encoding.set_value(options.encoding)
            self.separator.set_value(options.separator)

    def options(self) -> CsvOptions:
        """Return what is chosen: the letters' encoding and what parts the columns."""
        return CsvOptions(self.encoding.value(), self.separator.value())

    def _show_texts(self) -> None:
        present = self.separator.value()
        with QSignalBlocker(self.separator):
            self.separator.start_anew(
                {
                    ";": self.tr("semicolon ;"),
                    ",": self.tr("comma ,"),
                    "\t": self.tr("tab"),
                    "|": self.tr("bar |"),
                }
            )
            self.separator.set_value(present)

    def _on_chosen(self) -> None:
        self.chosen.emit(self.options())
