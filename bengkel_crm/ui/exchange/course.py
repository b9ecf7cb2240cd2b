"""The way through the wizard: where it stands, and where each act leads. No widget is known here."""

from bengkel_crm.ui.exchange.session import ImportSession
from bengkel_crm.ui.exchange.stages import UNDER_WAY, Stage


class Course:
    """Follows from the session: a book that is put back as it was has no columns to be matched."""

    def __init__(self, session: ImportSession) -> None:
        self._session = session
        self.stage = Stage.OPENING

    def is_under_way(self) -> bool:
        """Return whether a job is waited for."""
        return self.stage in UNDER_WAY

    def may_cancel(self) -> bool:
        """Return whether the job that is waited for may be broken off: taking back may not."""
        return self.is_under_way() and self.stage is not Stage.UNDOING

    def ends_when_cancelled(self) -> bool:
        """Return whether nothing is left to go back to when the job is broken off."""
        return self.stage is Stage.OPENING and self._session.book is None

    def would_lose_handwork(self) -> bool:
        """Return whether what was matched and mended is lost by leaving now."""
        return self.stage is not Stage.RESULT and self._session.has_handwork()

    def onward(self) -> Stage | None:
        """Return where the step's primary button leads, None out of the wizard."""
        match self.stage:
            case Stage.FILE if not self._session.is_put_back:
                return Stage.MAPPING
            case Stage.FILE | Stage.MAPPING:
                return Stage.CHECKING
            case Stage.CHECK if self._session.has_news():
                return Stage.SAVING
            case _:
                return None

    def back(self) -> Stage | None:
        """Return the step before this one, None where there is no way back."""
        match self.stage:
            case Stage.MAPPING:
                return Stage.FILE
            case Stage.CHECK:
                return self._before_check()
            case _:
                return None

    def by_pill(self, place: int) -> Stage | None:
        """Return the step that a pill (from 0) leads back to, None where it leads nowhere."""
        if place == 0 and self.stage in (Stage.MAPPING, Stage.CHECK):
            return Stage.FILE
        if place == 1 and self.stage is Stage.CHECK and not self._session.is_put_back:
            return Stage.MAPPING
        return None

    def after_reading(self, *, is_first: bool) -> Stage:
        """Return where a book that was just read leads; the first step is passed over but once."""
        if is_first and self._session.is_put_back:
            return Stage.CHECKING
        return Stage.MAPPING if is_first and self._session.is_clear() else Stage.FILE

    def after_failure(self) -> Stage:
        """Return the step that a job falls back to when it failed or was cancelled."""
        match self.stage:
            case Stage.OPENING:
                return Stage.FILE
            case Stage.CHECKING | Stage.CHECK:
                return self._before_check()
            case Stage.SAVING:
                return Stage.CHECK
            case _:
                return Stage.RESULT

    def _before_check(self) -> Stage:
        return Stage.FILE if self._session.is_put_back else Stage.MAPPING
