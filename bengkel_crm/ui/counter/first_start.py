"""The first start: an empty shop is asked who it is and where its backups go, once."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from bengkel_crm.base.i18n import translate
from bengkel_crm.records.shop_file import BackupFile
from bengkel_crm.ui.counter.empty_start import EmptyStart
from bengkel_crm.ui.counter.first_questions import FirstQuestions
from bengkel_crm.ui.frame.second_place_setting import keep_second_place
from bengkel_crm.ui.look.preferences import apply_preferences, keep_preferences, read_preferences
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.shell.task import Task
from bengkel_crm.workshop.settings.shop_details import NAME, PHONE, keep_shop, read_shop
from bengkel_crm.workshop.shop_file.second_place import choose_second_place

# Whether an empty shop was asked its name.
_ASKED = "first_questions/asked"


class FirstStart(QObject):
    """Puts the questions on the welcome page and keeps what was answered; `over` when they are gone."""

    over = Signal()

    def __init__(self, shell: Shell, page: EmptyStart) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page

    def ask(self) -> None:
        """Ask, unless the shop was asked or has said its name."""
        if self._shell.settings.value(_ASKED) or read_shop(self._shell.database).name:
            return
        questions = FirstQuestions()
        questions.language_chosen.connect(self._on_language_chosen)
        questions.answered.connect(self._on_answered)
        questions.skipped.connect(self._stop)
        self._page.ask(questions)

    def _on_language_chosen(self, language: str) -> None:
        chosen = read_preferences(self._shell.settings)._replace(language=language)
        keep_preferences(self._shell.settings, chosen)
        apply_preferences(chosen)

    def _on_answered(self, name: str, phone: str, place: str) -> None:
        with self._shell.showing_errors():
            typed = {NAME: name, PHONE: phone}
            keep_shop(self._shell.database, {key: value for key, value in typed.items() if value})
            self._stop()
            self._shell.show_message(
                translate("FirstStart", "Saved. All of it can be changed under Settings.")
            )
            if place:
                self._choose_place(Path(place))

    def _choose_place(self, place: Path) -> None:
        Task(self._shell, "second place", self).start(
            lambda database, _: choose_second_place(database, place, datetime.now()), self._on_place_chosen
        )

    def _on_place_chosen(self, made: BackupFile) -> None:
        place = Path(made.path).parent
        keep_second_place(self._shell.settings, place, datetime.now(), self._shell.database.path)
        self._shell.show_message(translate("FirstStart", "Saved. The first backup is in {0}.").format(place))

    def _stop(self) -> None:
        self._shell.settings.setValue(_ASKED, True)
        self._page.stop_asking()
        self.over.emit()
