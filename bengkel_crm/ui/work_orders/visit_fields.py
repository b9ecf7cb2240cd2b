"""The visit of a work order: when, at how many kilometres, by whom, and what was the matter."""

from collections.abc import Sequence
from datetime import date

from bengkel_crm.base import errors
from bengkel_crm.base.i18n import format_ago, format_km, format_number
from bengkel_crm.records.work_orders import Mechanic, RegularMechanic
from bengkel_crm.trade.names import fold
from bengkel_crm.ui.forms.form_fields import FormFields
from bengkel_crm.ui.forms.km_news import KmKind, KmNews, find_reading_before, judge_km
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.widgets.amount_edits import KmEdit
from bengkel_crm.ui.widgets.date_edit import DateEdit
from bengkel_crm.ui.widgets.line_edit import TextBox
from bengkel_crm.ui.widgets.suggest_edit import SuggestEdit, Suggestion


class VisitFields(FormFields):
    """Owns no layout: the form puts the fields where it wants them."""

    def __init__(
        self,
        today: date,
        readings: Sequence[tuple[date, int]],
        km_per_day: float | None,
        regular: RegularMechanic | None,
        mechanics: Sequence[Mechanic],
    ) -> None:
        super().__init__()
        self._today = today
        self._readings = readings
        self._km_per_day = km_per_day
        self._regular = regular
        self._mechanics = mechanics
        self.date_edit = DateEdit(today)
        self.km_edit = KmEdit()
        self.mechanic_edit = SuggestEdit(self.find_mechanics)
        self.date = self.declare("date", self.tr("Date"), self.date_edit)
        self.km = self.declare("odometer_km", self.tr("Kilometres"), self.km_edit, "km")
        self.mechanic = self.declare("mechanic", self.tr("Mechanic"), self.mechanic_edit)
        self.symptom = self.declare("symptom", self.tr("Complaint about the vehicle"), TextBox())
        self.remark = self.declare("remark", self.tr("Remark"), TextBox())
        self.date_edit.editingFinished.connect(self._tell_date)
        self.km_edit.editingFinished.connect(self._tell_km)
        self.date_edit.today_changed.connect(self._on_today_changed)

    def day(self) -> date:
        """Return the day of the visit.

        Raises:
            MissingField, InvalidValue
        """
        day = self.read("date", self.date_edit.day)
        if day is None:
            raise errors.MissingField("date")
        return day

    def odometer_km(self) -> int | None:
        """Return the reading, or None when there was none.

        Raises:
            InvalidValue
        """
        return self.read("odometer_km", self.km_edit.amount)

    def km_news(self) -> KmNews | None:
        """Return what the reading tells beside the vehicle's others, or None without one.

        Raises:
            MissingField, InvalidValue
        """
        km = self.odometer_km()
        return None if km is None else judge_km(km, self.day(), self._readings, self._km_per_day)

    def known_mechanics(self) -> list[str]:
        """Return the names of all who ever worked here."""
        return [mechanic.name for mechanic in self._mechanics]

    def mechanic_name(self) -> str | None:
        """Return who is typed as the mechanic, or None."""
        return self.typed("mechanic") or None

    def tell(self) -> None:
        """Say under each field what there is to say."""
        self._tell_date()
        self._tell_km()
        self._tell_mechanic()

    def on_typed(self) -> None:
        """Say below the fields what is odd about day and km."""
        # What is still being typed is judged only once it can be read.
        if self.date_edit.find_day() is not None:
            self._tell_date()
        if self.km_edit.is_readable():
            self._tell_km()
        self._tell_mechanic()
        self.changed.emit()

    def _on_today_changed(self, today: date) -> None:
        self._today = today
        self._tell_date()
        self._tell_km()

    def _tell_date(self) -> None:
        if not self.date_edit.text().strip():
            self.date.set_remark("")
            return
        day = self.date_edit.find_day()
        if day is None:
            self.date.set_remark(self.tr("This date can not be read"), Tone.BAD)
        elif day > self._today:
            self.date.set_remark(self.tr("This day is still to come"), Tone.WARN)
        else:
            self.date.set_remark(format_ago(day, self._today))

    def _tell_km(self) -> None:
        if not self.km_edit.is_readable():
            self.km.set_remark(self.tr("These kilometres can not be read"), Tone.BAD)
            return
        km = self.km_edit.amount()
        day = self.date_edit.find_day() or self._today
        if km is None:
            last = find_reading_before(self._readings, day)
            self.km.set_remark(self.tr("last {0}").format(format_km(last[1])) if last else "")
            return
        news = judge_km(km, day, self._readings, self._km_per_day)
        more = format_number(news.difference_km)
        match news.kind:
            case KmKind.FIRST:
                self.km.set_remark(self.tr("the first reading"))
            case KmKind.MORE:
                self.km.set_remark(self.tr("+{0} km since the last visit").format(more))
            case KmKind.SAME:
                self.km.set_remark(self.tr("the same as at the last visit"))
            case KmKind.LOWER:
                text = self.tr("less than last time ({0})").format(format_number(news.other_km))
                self.km.set_remark(text, Tone.WARN)
            case KmKind.JUMP:
                self.km.set_remark(self.tr("+{0} km, is that right?").format(more), Tone.WARN)
            case KmKind.ABOVE_LATER:
                text = self.tr("more than at a later visit ({0})").format(format_number(news.other_km))
                self.km.set_remark(text, Tone.WARN)

    def _tell_mechanic(self) -> None:
        name = fold(self.mechanic_edit.text())
        regular = self._regular
        if not name:
            self.mechanic.set_remark("")
        elif regular is not None and fold(regular.name) == name:
            text = self.tr("regular · {0} of {1} visits").format(regular.count, regular.of)
            self.mechanic.set_remark(text)
        elif any(fold(mechanic.name) == name for mechanic in self._mechanics):
            self.mechanic.set_remark("")
        else:
            self.mechanic.set_remark(self.tr("a new mechanic"))

    def find_mechanics(self, typed: str) -> list[Suggestion]:
        """Return the mechanics that fit, the vehicle's regular one first."""
        words = fold(typed).split()
        active = [mechanic.name for mechanic in self._mechanics if mechanic.active]
        if self._regular is not None and self._regular.name in active:
            active.remove(self._regular.name)
            active.insert(0, self._regular.name)
        return [
            Suggestion(name, self._detail_of(name))
            for name in active
            if all(f" {word}" in f" {fold(name)}" for word in words)
        ]

    def _detail_of(self, name: str) -> str:
        return self.tr("regular") if self._regular is not None and name == self._regular.name else ""
