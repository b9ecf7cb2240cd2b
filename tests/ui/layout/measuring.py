"""Finds what a window cuts off, lays over something else, or has no room for."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QWidget,
)

from bengkel_crm.ui.counter.plate_box import PlateBox
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table import LongTable
from bengkel_crm.ui.lists.table_model import ColumnsModel
from bengkel_crm.ui.lists.tick_table import TickTable
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.widgets.funnel_chart import BarChart
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.labels import ElidedLabel
from bengkel_crm.ui.widgets.plate_badge import PlateSize, plate_size

# Titles stand this far from the edges of their section, and a sort arrow takes its room.
_TITLE_SIDES = 20
_LINE_SIDES = 8
# Layouts round; half a letter is still a letter.
_GRACE = 1
_LEAST_LETTERS = 14
# More lines than these, of a word each, is no way to say anything.
_MOST_LINES = 4
_LEAST_STRETCHED_PX, _ROWS = 70, 20
# What a row leaves free beside its plate: a row of two lines, and one of one.
_ROOMY_SIDES_PX, _SIDES_PX = 26, 12


def faults(window: QWidget) -> list[str]:
    """Return what of a shown window can not be read whole, each fault once, with where it is."""
    found = [fault for widget in _visible(window) for fault in _faults_of(widget)]
    found += [fault for widget in (window, *_visible(window)) for fault in _overlaps(widget)]
    return list(dict.fromkeys(found))


def _visible(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.window() is window.window():
            yield widget


def _faults_of(widget: QWidget) -> Iterator[str]:
    name = f"{_path(widget)}: "
    if isinstance(widget, QLabel) and widget.text():
        yield from (name + words for words in _label_faults(widget))
    elif isinstance(widget, KeyButton):
        if widget.width() < widget.minimumSizeHint().width() - _GRACE:
            yield f"{name}button {widget.text()!r} is {widget.width()} of {widget.minimumSizeHint().width()}"
    elif isinstance(widget, QPushButton | QCheckBox | QRadioButton) and widget.text():
        if widget.width() < widget.minimumSizeHint().width() - _GRACE:
            yield f"{name}{widget.text()!r} is {widget.width()} of {widget.minimumSizeHint().width()}"
    elif isinstance(widget, QComboBox):
        # The longest choice may need more room than the box has; the one that is chosen must not.
        room, needed = _room_of(widget), _width(widget, widget.currentText())
        if needed > room + _GRACE:
            yield f"{name}choice {widget.currentText()!r} has {room} of {needed:.0f}"
    elif isinstance(widget, QLineEdit) and not widget.text() and widget.placeholderText():
        needed = _width(widget, widget.placeholderText()) + _LINE_SIDES
        if needed > widget.width() + _GRACE:
            yield f"{name}hint {widget.placeholderText()!r} is {widget.width()} of {needed:.0f}"
    elif isinstance(widget, PlateBox) and widget.is_hint_cut():
        # It draws its hint itself.
        yield f"{name}hint {widget.line.shown_hint()!r} is cut at {widget.line.width()}"
    elif isinstance(widget, QTableView):
        yield from (name + words for words in _title_faults(widget))
        if isinstance(widget, RecordTable):
            yield from (name + words for words in _cell_faults(widget))
    elif isinstance(widget, BarChart):
        yield from (f"{name}bar {label!r} is cut" for label in widget.cut_labels())
    if isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit) and not _is_scrolled(widget):
        yield from (name + words for words in _place_faults(widget))


def _room_of(box: QComboBox) -> int:
    """Return what the style leaves for the words of a choice."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()


def _label_faults(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if label.height() < needed - _GRACE:
            yield f"{label.text()!r} has {label.height()} of {needed} in height"
        lines = needed / label.fontMetrics().lineSpacing()
        if lines > _MOST_LINES and label.width() < _least_width(label):
            yield f"{label.text()!r} is {label.width()} wide and {lines:.0f} lines long"
    elif isinstance(label, ElidedLabel):
        if label.is_elided() and not (label.may_be_cut and label.width() >= _least_width(label)):
            yield f"{label.text()!r} is elided at {label.width()}"
    elif label.sizeHint().width() > label.width() + _GRACE:
        yield f"{label.text()!r} is {label.width()} of {label.sizeHint().width()}"
    if label.height() < label.fontMetrics().height() - 2:
        yield f"{label.text()!r} is {label.height()} high of {label.fontMetrics().height()}"


def _title_faults(table: QTableView) -> Iterator[str]:
    header, model = table.horizontalHeader(), table.model()
    if header.isHidden() or model is None:
        return
    for place in range(header.count()):
        title = model.headerData(place, Qt.Orientation.Horizontal) or ""
        if header.isSectionHidden(place) or not title:
            continue
        arrow = 16 if header.isSortIndicatorShown() and header.sortIndicatorSection() == place else 0
        needed = QFontMetricsF(header.font()).horizontalAdvance(str(title)) + _TITLE_SIDES + arrow
        if needed > header.sectionSize(place) + _GRACE:
            yield f"title {title!r} is {header.sectionSize(place)} of {needed:.0f}"


def _cell_faults(table: RecordTable) -> Iterator[str]:
    """A plate is in its frame, the column that stretches says something, and no list scrolls sideways."""
    header, model = table.horizontalHeader(), table.model()
    assert isinstance(model, ColumnsModel)
    # Figures may be more than a small screen has room for; a list is read from left to right at once.
    if isinstance(table, TickTable | LongTable) and table.horizontalScrollBar().maximum():
        yield f"lacks {table.horizontalScrollBar().maximum()} for its columns"
    for place, column in enumerate(model.columns):
        if table.isColumnHidden(place) or not model.rowCount():
            continue
        wide = header.sectionSize(place)
        if column.stretch and wide < theme().px(_LEAST_STRETCHED_PX):
            yield f"column {column.title()!r} is {wide}"
        if column.key == "plate":
            shown = [column.text(record).split(", ")[0] for record in model.records()[:_ROWS]]
            sides = theme().px(_ROOMY_SIDES_PX if isinstance(table, TickTable) else _SIDES_PX)
            needed = max(plate_size(plate, PlateSize.SMALL).width() for plate in shown) + sides - _GRACE
            if wide < needed:
                yield f"plates have {wide} of {needed}"


def _place_faults(widget: QWidget) -> Iterator[str]:
    """A widget that is not scrolled into view stands wholly inside everything around it."""
    place = QRect(widget.mapTo(widget.window(), widget.rect().topLeft()), widget.size())
    around = widget.parentWidget()
    while around is not None:
        room = QRect(around.mapTo(widget.window(), around.rect().topLeft()), around.size())
        if not room.adjusted(-_GRACE, -_GRACE, _GRACE, _GRACE).contains(place):
            yield f"{_words(widget)!r} sticks out of {_path(around)}"
            return
        if around is widget.window():
            return
        around = around.parentWidget()


def _overlaps(around: QWidget) -> Iterator[str]:
    """Siblings of a layout do not lie on each other."""
    if around.layout() is None or isinstance(around, QStackedWidget | QAbstractScrollArea):
        return
    layout = around.layout()
    children = [
        child
        for child in around.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child.isVisible() and not child.size().isEmpty() and _is_laid(child, layout)
    ]
    for number, one in enumerate(children):
        for other in children[:number]:
            if _lie_on_each_other(one, other):
                yield f"{_path(one)} {_words(one)!r} lies on {_path(other)} {_words(other)!r}"


def _lie_on_each_other(one: QWidget, other: QWidget) -> bool:
    """Whether what can be seen of two siblings meets: the blank part of a field may hold a link."""
    return any(
        place.adjusted(_GRACE, _GRACE, -_GRACE, -_GRACE).intersects(there)
        for place in _inked(one)
        for there in _inked(other)
    )


def _inked(widget: QWidget) -> list[QRect]:
    """Return where a widget, or what is in it, is drawn; in the coordinates of its parent."""
    children = [
        child
        for child in widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child.isVisible() and not child.size().isEmpty()
    ]
    if not children or isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QAbstractScrollArea):
        size = widget.size()
        if isinstance(widget, QLabel):
            size.setWidth(min(size.width(), widget.sizeHint().width()))
        return [QRect(widget.pos(), size)]
    return [place.translated(widget.pos()) for child in children for place in _inked(child)]


def _is_laid(child: QWidget, layout: object) -> bool:
    """Tell whether a layout gave a child its place: what is laid over the page on purpose has none."""
    items = [layout.itemAt(place) for place in range(layout.count())]  # type: ignore[attr-defined]
    return any(
        item.widget() is child or (item.layout() is not None and _is_laid(child, item.layout()))
        for item in items
    )


def _is_scrolled(widget: QWidget) -> bool:
    around = widget.parentWidget()
    while around is not None and around is not widget.window():
        if isinstance(around, QAbstractScrollArea):
            return True
        around = around.parentWidget()
    return False


def _least_width(label: QLabel) -> float:
    """What the shop typed may be long and may be cut, but not to a letter or two."""
    return _width(label, "n" * _LEAST_LETTERS)


def _width(widget: QWidget, text: str) -> float:
    return QFontMetricsF(widget.font()).horizontalAdvance(text)


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text()
    return widget.accessibleName()


def _path(widget: QWidget) -> str:
    around = widget.parentWidget()
    home = f"{type(around).__name__}/" if around is not None else ""
    return home + type(widget).__name__
