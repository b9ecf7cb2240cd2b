"""The line that offers, at the next start, what was never saved."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from bengkel_crm.records import Change
from bengkel_crm.ui.dialogs.draft_keeper import NEW_VEHICLE, WORK_ORDER
from bengkel_crm.ui.dialogs.drafts import Restorable, discard, find_restorable
from bengkel_crm.ui.dialogs.form import Form
from bengkel_crm.ui.dialogs.vehicle_form import VehicleForm
from bengkel_crm.ui.dialogs.work_order_form import WorkOrderForm
from bengkel_crm.ui.shell import Shell
from bengkel_crm.ui.tokens import Role, Tone
from bengkel_crm.ui.widgets.card import ToneBox
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel

_MARGIN = 20


def open_restorable(shell: Shell, restorable: Restorable, parent: QWidget | None = None) -> Form:
    """Return the form of a draft with what was typed, shown."""
    _, first, *rest = restorable.key.split(":")
    form: Form
    if restorable.key.startswith(WORK_ORDER):
        form = WorkOrderForm(shell, int(first), int(rest[0]) if rest else None, parent)
    elif restorable.key.startswith(NEW_VEHICLE):
        form = VehicleForm(shell, parent=parent, draft_key=restorable.key)
    else:
        form = VehicleForm.edit(shell, int(first), parent)
    form.open()
    return form


class DraftBar(ToneBox):
    """Lies at the foot of `ground`, takes no focus, and goes when nothing is left to be gone on with."""

    def __init__(self, shell: Shell, ground: QWidget) -> None:
        super().__init__(Tone.WARN, ground)
        self._shell = shell
        self._ground = ground
        self._first: Restorable | None = None
        self._text = ElidedLabel("", Role.STRONG, "warn")
        self.go_on_button = KeyButton()
        self.discard_button = KeyButton()
        self.row.addWidget(IconLabel("edit", "warn", 18))
        self.row.addWidget(self._text, 1)
        self.row.addWidget(self.go_on_button)
        self.row.addWidget(self.discard_button)
        self.go_on_button.clicked.connect(self._on_go_on)
        self.discard_button.clicked.connect(self._on_discard)
        shell.changed.connect(self.refresh)
        ground.installEventFilter(self)
        self.refresh()

    def refresh(self) -> None:
        """Offer the latest draft, and say how many there are besides."""
        found = find_restorable(self._shell)
        self._first = found[0] if found else None
        if self._first is None:
            self.hide()
            return
        text = self.tr("Not saved yet: {0}").format(self._first.title)
        if len(found) > 1:
            text = f"{text}  {self.tr('and {0} more').format(len(found) - 1)}"
        self._text.setText(text)
        self.setAccessibleName(text)
        self.go_on_button.setText(self.tr("Go on"))
        self.discard_button.setText(self.tr("Discard"))
        self._lay()
        self.show()
        self.raise_()

    def text(self) -> str:
        return self._text.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._ground and event.type() == QEvent.Type.Resize:
            self._lay()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def _lay(self) -> None:
        height = self.sizeHint().height()
        width = self._ground.width() - 2 * _MARGIN
        self.setGeometry(_MARGIN, self._ground.height() - height - 12, width, height)

    def _on_go_on(self) -> None:
        first = self._first
        if first not in find_restorable(self._shell) or first is None:
            self.refresh()
            return
        self.hide()
        with self._shell.telling_errors():
            form = open_restorable(self._shell, first, self._ground.window())
            form.finished.connect(self._on_form_finished)
            form.saved.connect(self._on_form_saved)

    def _on_form_saved(self, change: Change) -> None:
        for vehicle_id in change.vehicle_ids[:1]:
            self._shell.open_card(vehicle_id)

    def _on_form_finished(self) -> None:
        self.refresh()
        self._give_focus_back()

    def _on_discard(self) -> None:
        if self._first is not None:
            with self._shell.telling_errors():
                discard(self._shell, self._first)
        self.refresh()
        self._give_focus_back()

    def _give_focus_back(self) -> None:
        """Put the focus where plates are typed: this line never keeps it."""
        self._shell.go("counter")
