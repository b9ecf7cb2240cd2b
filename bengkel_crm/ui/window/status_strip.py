"""The line at the foot of the window: what is saved, how much there is, when it was copied last."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from bengkel_crm.base import i18n
from bengkel_crm.ui.frame.today import today
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import ColorName, TextRole
from bengkel_crm.ui.widgets.icon_label import IconLabel
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel
from bengkel_crm.ui.widgets.texts import Speaks


class StatusStrip(Speaks, QFrame):
    """The line at the foot: whether all is saved, how many vehicles, the last backup."""

    help_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._working_on = ""
        self._warning = ""
        self._is_saved = True
        self._is_contradicted = False
        self._vehicles: int | None = None
        self._backup_at: datetime | None = None
        self._backup_known = False
        self._backup_remark = ""
        self._icon = IconLabel("check-circle", "ok", 14)
        self._state = ElidedLabel("", TextRole.CAPTION, "text2")
        self._count = TextLabel("", TextRole.CAPTION, "text2")
        self._backup = TextLabel("", TextRole.CAPTION, "text2")
        self._help = self.worded(KeyButton(kind=ButtonKind.LINK), "F1 Help")
        self._help.setProperty("role", TextRole.CAPTION.value)
        self._help.setFont(theme().font(TextRole.CAPTION))
        self._help.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._help.clicked.connect(self.help_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 6, 0)
        row.setSpacing(20)
        row.addWidget(self._icon)
        row.addWidget(self._state)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._backup)
        row.addWidget(self._help)
        theme().changed.connect(self._restyle)
        self._restyle()
        self.put_again(self.show_state)

    def set_working_on(self, what: str) -> None:
        """Say what is under way; an empty text means that all is saved."""
        self._working_on = what
        self.show_state()

    def set_warning(self, text: str) -> None:
        """Say what is wrong until it is taken back with an empty text."""
        self._warning = text
        self.show_state()

    def set_saved(self, is_saved: bool) -> None:
        """Say whether what was entered last is in the file."""
        if is_saved != self._is_saved:
            self._is_saved = is_saved
            self.show_state()

    def set_contradicted(self, is_contradicted: bool) -> None:
        """Claim nothing while a bad message stands over this line."""
        if is_contradicted != self._is_contradicted:
            self._is_contradicted = is_contradicted
            self.show_state()

    def set_vehicle_count(self, count: int) -> None:
        """Say how many vehicles the shop knows."""
        self._vehicles = count
        self.show_state()

    def set_last_backup(self, at: datetime | None) -> None:
        """Say when the last backup was made; None where there is none."""
        self._backup_at, self._backup_known = at, True
        self.show_state()

    def set_backup_remark(self, remark: str) -> None:
        """Say what is amiss with the backups, beside the last one; an empty text takes it back."""
        self._backup_remark = remark
        self.show_state()

    def show_state(self) -> None:
        """Say it again: it is another day, or another language."""
        icon: tuple[str, ColorName] = ("check-circle", "ok")
        state = self.tr("All changes saved")
        if self._warning:
            icon, state = ("alert", "bad"), self._warning
        elif not self._is_saved:
            icon, state = ("alert", "bad"), self.tr("What was entered last is not saved")
        elif self._working_on:
            icon, state = ("clock", "warn"), self._working_on
        elif self._is_contradicted:
            icon, state = ("alert", "bad"), self.tr("See the message")
        self._icon.set_icon(*icon)
        self._state.setText(state)
        self._backup.setText(" · ".join(filter(None, (self._backup_remark, self._backup_words()))))
        if self._vehicles is not None:
            # The number is grouped by i18n; %n only chooses the plural.
            words = self.tr("{0} vehicles", "", self._vehicles)
            self._count.setText(words.format(i18n.format_number(self._vehicles)))

    def _backup_words(self) -> str:
        if not self._backup_known:
            return ""
        if self._backup_at is None:
            return self.tr("No backup yet")
        day = i18n.format_ago(self._backup_at.date(), today().day())
        return self.tr("Last backup: {0} {1}").format(day, i18n.format_time(self._backup_at))

    def _restyle(self) -> None:
        self.setFixedHeight(theme().px(24) + 2)
