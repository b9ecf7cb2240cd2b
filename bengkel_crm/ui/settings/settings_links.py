"""The card of the settings page that leads to the intervals and to the backups."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.card import CardFrame, SectionTitle
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel


class SettingsLinks(CardFrame):
    """`restored` tells that the shop file holds something else now."""

    restored = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shell = shell
        self._title = SectionTitle()
        self._interval_words = self.worded(
            TextLabel("", TextRole.BODY, "text2", wrap=True),
            "After how many months or km each kind of work is due again.",
        )
        self._backup_words = self.worded(
            TextLabel("", TextRole.BODY, "text2", wrap=True),
            "Copies of the shop's data: make one, put one back, check the file.",
        )
        self.intervals = self.worded(KeyButton("", "calendar-next"), "Intervals…")
        self.backups = self.worded(KeyButton("", "backup"), "Backups…")
        self.intervals.clicked.connect(self._on_intervals)
        self.backups.clicked.connect(self._on_backups)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._interval_words, 0, 0)
        grid.addWidget(self.intervals, 0, 1)
        grid.addWidget(self._backup_words, 1, 0)
        grid.addWidget(self.backups, 1, 1)
        self.body.addWidget(self._title)
        self.body.addLayout(grid)
        self.put_text(self._title.set_title, "Intervals and backups")

    def _on_intervals(self) -> None:
        if not self._shell.is_open:
            return
        from bengkel_crm.ui.settings.intervals import IntervalsDialog  # loaded when it is asked for

        with self._shell.showing_errors():
            self._shell.forms.show_form(IntervalsDialog(self._shell, self.window()))

    def _on_backups(self) -> None:
        if not self._shell.is_open:
            return
        self._shell.openers.show_backups(self.restored.emit)
