"""The question about a clock that can not be right: asked once, at the start."""

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from bengkel_crm.base.i18n import format_moment, translate
from bengkel_crm.ui.forms.message_box import MessageBox
from bengkel_crm.ui.widgets.key_button import ButtonKind
from bengkel_crm.workshop.shop_file.shop_file import ClockDoubt

_ANSWERED = "clock/answered"


def open_clock_question(doubt: ClockDoubt, settings: QSettings, window: QWidget) -> MessageBox | None:
    """Ask whether the clock is right; None when that was answered for the same last deed already.

    Whoever wants to set the clock first leaves the program by it.
    """
    told = doubt.last.isoformat()
    if settings.value(_ANSWERED) == told:
        return None
    now, last = format_moment(doubt.now), format_moment(doubt.last)
    if doubt.is_behind:
        words = translate(
            "Clock",
            "The clock of this PC says {0}, but something was saved on {1} already. "
            "With a wrong clock, visits and reminders get wrong dates.",
        )
    else:
        words = translate(
            "Clock",
            "The clock of this PC says {0}; nothing has been saved since {1}. "
            "With a wrong clock, visits and reminders get wrong dates.",
        )
    box = MessageBox(
        translate("Clock", "Is the date right?"), words.format(now, last), window, topic="counter"
    )
    right = box.add_button(translate("Clock", "The date is &right"), "check", ButtonKind.PRIMARY)
    leave = box.add_leave(translate("Clock", "&Close and set the clock"))
    right.clicked.connect(lambda: settings.setValue(_ANSWERED, told))
    leave.clicked.connect(window.close)
    box.open()
    return box
