"""What becomes of what is known already and stands differently in the book, field by field."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from bengkel_crm.base.i18n import translate
from bengkel_crm.ui.exchange.import_words import field_words, rule_words
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.layouts import Stretch, in_column, in_row
from bengkel_crm.workshop.exchange import FieldRule, ImportField

_ROWS, _WIDTH_PX = 5, 480
_RULES = (FieldRule.FILL, FieldRule.KEEP, FieldRule.TAKE)


def rule_box(rule: FieldRule, name: str) -> ChoiceBox[FieldRule]:
    """Return a box of the three rules."""
    box = ChoiceBox({known: rule_words(known) for known in _RULES})
    box.set_value(rule)
    box.setAccessibleName(name)
    return box


class FieldRulesDialog(QDialog):
    """A box for each field; emits `chosen(field, rule)` with each choice."""

    chosen = Signal(object, object)

    def __init__(
        self,
        fields: Sequence[ImportField],
        rules: Mapping[ImportField, FieldRule],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("ImportMapping", "What is known already"))
        self.boxes = {
            field: rule_box(rules.get(field, FieldRule.FILL), field_words(field)) for field in fields
        }
        self.done_button = KeyButton(translate("ImportMapping", "Done"), "check", "Enter", ButtonKind.PRIMARY)
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        foot = in_row(Stretch(), self.done_button)
        in_column(
            TextLabel(self.windowTitle(), TextRole.CARD_TITLE),
            TextLabel(
                translate(
                    "ImportMapping",
                    "When a field is different in the book and in this program, which one is kept?",
                ),
                TextRole.BODY,
                "text2",
                wrap=True,
            ),
            self._grid(),
            Stretch(),
            foot,
            on=self,
            spacing=12,
            margins=(22, 18, 22, 18),
        )
        width = max(self.sizeHint().width(), theme().px(_WIDTH_PX))
        self.resize(width, max(self.sizeHint().height(), self.heightForWidth(width)))

    def _grid(self) -> QGridLayout:
        # Two columns of fields stay within a low screen.
        count = len(self.boxes)
        rows = (count + 1) // 2 if count > _ROWS else count
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, (field, box) in enumerate(self.boxes.items()):
            box.activated.connect(partial(self._on_chosen, field))
            row, pair = place % rows, place // rows * 2
            grid.addWidget(TextLabel(field_words(field)), row, pair)
            grid.addWidget(box, row, pair + 1)
            grid.setColumnStretch(pair + 1, 1)
        return grid

    def _on_chosen(self, field: ImportField, _place: int) -> None:
        self.chosen.emit(field, self.boxes[field].value())
