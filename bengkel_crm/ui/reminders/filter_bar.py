"""What of a month's list is wanted: kind of work, area of the plate, way to reach, least value."""

from collections import Counter
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bengkel_crm.records.reminders import Channel, DueSubject, MonthList, ReminderFilter
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.widgets.amount_edits import RupiahEdit
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.flow import FlowLayout
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.layouts import in_column
from bengkel_crm.ui.widgets.texts import Speaks
from bengkel_crm.words.reminders import item_words
from bengkel_crm.workshop.reminders.reminder_lists import list_areas

# A choice of work: why, and which job.
What = tuple[DueSubject, int | None]

_NOBODY = MonthList(date.min, (), (), (), ())


class FilterBar(Speaks, QWidget):
    """Offers only what the list has; a choice stays when another month is read."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what: ChoiceBox[What | None] = self.named(ChoiceBox({None: ""}), "Kind of work")
        self.area: ChoiceBox[str | None] = self.named(ChoiceBox({None: ""}), "Area of the plate")
        self.channel: ChoiceBox[Channel | None] = self.named(ChoiceBox({None: ""}), "Reachable by")
        self.value = self.named(RupiahEdit(), "Paid at least")
        self.reset = self.worded(KeyButton("", "close", kind=ButtonKind.LINK), "Show all")
        self._list = _NOBODY
        self.unfold = KeyButton("", "filter")
        self.unfold.setCheckable(True)
        self._is_narrow = False
        self._boxes = QWidget()
        row = FlowLayout(8, self._boxes)
        for box in (self.what, self.area, self.channel):
            row.addWidget(box)
            box.activated.connect(self._on_changed)
        row.addWidget(self.value)
        row.addWidget(self.reset)
        in_column(self._boxes, on=self, spacing=8, margins=(0, 0, 0, 0))
        self.unfold.toggled.connect(self._lay)
        self.value.editingFinished.connect(self._on_changed)
        self.reset.clicked.connect(self.clear)
        theme().changed.connect(self._restyle)
        self._restyle()
        self._put_texts()

    def set_narrow(self, narrow: bool) -> None:
        """Keep the choices behind one button, where they would take a row from the list."""
        self._is_narrow = narrow
        self._lay()

    def _lay(self) -> None:
        self.unfold.setVisible(self._is_narrow)
        self.setVisible(not self._is_narrow or self.unfold.isChecked())

    def wanted(self) -> ReminderFilter:
        """Return what is chosen; an amount that can not be read asks for nothing."""
        what = self.what.value()
        return ReminderFilter(
            subject=None if what is None else what[0],
            job_kind_id=None if what is None else what[1],
            area=self.area.value(),
            reachable_by=self.channel.value(),
            least_value_rupiah=(self.value.amount() or 0) if self.value.is_readable() else 0,
        )

    def offer(self, month_list: MonthList) -> None:
        """Fill the choices from a whole list; what is chosen stays, with nobody behind it if need be."""
        self._list = month_list
        counts: Counter[What] = Counter()
        names: dict[What, str] = {}
        for person in month_list.people:
            for item in person.items:
                what = (item.subject, item.job_kind_id)
                counts[what] += 1
                names[what] = item_words(item)
        whats: dict[What | None, str] = {None: self.tr("Everything that is due")}
        whats |= {what: f"{names[what]} ({count})" for what, count in counts.most_common()}
        areas: dict[str | None, str] = {None: self.tr("All areas")}
        areas |= {area: f"{area} ({count})" for area, count in list_areas(month_list)}
        self.what.set_choices(whats)
        self.area.set_choices(areas)

    def clear(self) -> None:
        """Want everybody again."""
        for box in (self.what, self.area, self.channel):
            box.setCurrentIndex(0)
        self.value.clear()
        self._on_changed()

    def _put_texts(self) -> None:
        self.put_text(self.value.setPlaceholderText, "Paid at least Rp")
        self.put_again(
            lambda: self.channel.set_choices(
                {
                    None: self.tr("Any way to reach"),
                    Channel.CALL: self.tr("With a phone"),
                    Channel.WHATSAPP: self.tr("With WhatsApp"),
                    Channel.LETTER: self.tr("With an address"),
                }
            )
        )
        self.put_again(self._show_reset)
        self.put_again(self._show_texts)

    def _show_texts(self) -> None:
        self.offer(self._list)

    def _on_changed(self) -> None:
        self._show_reset()
        self.changed.emit()

    def _show_reset(self) -> None:
        wanted = self.wanted()
        self.reset.setVisible(wanted != ReminderFilter())
        chosen = (wanted.subject, wanted.area, wanted.reachable_by, wanted.least_value_rupiah or None)
        self.unfold.setText(self.tr("Filter ({0})").format(sum(part is not None for part in chosen)))

    def _restyle(self) -> None:
        self.value.setFixedWidth(theme().px(176))
