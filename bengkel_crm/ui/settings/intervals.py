"""How often each kind of work is due in this workshop, as a table to type in."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bengkel_crm.base.errors import Cancelled
from bengkel_crm.base.i18n import translate
from bengkel_crm.base.progress import Progress
from bengkel_crm.records.journal import Change
from bengkel_crm.ui.forms.dialog_frame import DialogFrame
from bengkel_crm.ui.frame.jobs import Job
from bengkel_crm.ui.lists.plain_table import PlainTable
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import Tone
from bengkel_crm.ui.settings.intervals_model import MEASURES, IntervalsModel
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.words.messages import describe_change, describe_error
from bengkel_crm.workshop.settings.job_kinds import list_job_kinds, set_intervals, shipped_intervals
from bengkel_crm.workshop.shop_file.shop_file import own_connection

_Index = QModelIndex | QPersistentModelIndex
_JOB = "intervals"
_WIDTH_PX, _HEIGHT_PX = 860, 640
_ROW_PX, _NUMBER_PX, _TITLE_SIDES_PX = 34, 126, 26
_MOST_COMPLAINTS = 3


class _NumberDelegate(QStyledItemDelegate):
    """A number is typed where it stands: at the right."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        return editor


class IntervalsTable(PlainTable):
    """Typing writes over a cell, Enter goes on to the one below, Del empties it."""

    def __init__(self, model: IntervalsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goes_below = False
        self.setModel(model)
        self.setItemDelegate(_NumberDelegate(self))
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.EditKeyPressed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().px(_ROW_PX))
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, 1 + len(MEASURES)):
            title = str(model.headerData(column, Qt.Orientation.Horizontal))
            words = header.fontMetrics().horizontalAdvance(title) + theme().px(_TITLE_SIDES_PX)
            header.resizeSection(column, max(theme().px(_NUMBER_PX), words))
        self.setCurrentIndex(model.index(0, 1))

    def finish_typing(self) -> None:
        """Take what stands in the cell that is being typed in."""
        if self.state() is not QAbstractItemView.State.EditingState:
            return
        # An editor that was closed just now is still there, hidden.
        for editor in self.viewport().findChildren(QLineEdit):
            if editor.isVisible():
                self.commitData(editor)
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex()
        typing = self.state() is QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # The line in the cell leaves Enter to the table as well, before its number is taken.
            self._goes_below = typing
            if not typing:
                self._go_below(at)
            return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and at.column() > 0 and not typing:
            self.model().setData(at, "")
            return
        super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if self._goes_below:
            self._goes_below = False
            self._go_below(self.currentIndex())

    def _go_below(self, at: QModelIndex) -> None:
        if at.row() + 1 < self.model().rowCount():
            self.setCurrentIndex(self.model().index(at.row() + 1, at.column()))


class IntervalsDialog(DialogFrame):
    """Saved with Ctrl+Enter as a job: everything that is due is worked out anew with it.

    Raises:
        ShopFileError: the file can not be read.
    """

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__("intervals", "settings", _WIDTH_PX, _HEIGHT_PX, parent)
        self._shell = shell
        self._job: Job | None = None
        self._asking = False
        self.put_text(
            self.show_head,
            "How often is what due?",
            "Counted from the day the work was really done; months or km, whichever comes first. "
            "Blank means: not by this measure. Bold is what this workshop changed.",
        )
        self.model = IntervalsModel(list_job_kinds(shell.database), shipped_intervals(), self)
        self.table = self.named(IntervalsTable(self.model), "Intervals")
        self.shipped = self.worded(KeyButton("", "undo"), "Back to the shipped values")
        self.save_button = KeyButton("", "check", "Ctrl+Enter", ButtonKind.PRIMARY)
        self.add_table(self.table)
        self.lay_foot([self.shipped], [self.close_button, self.save_button])
        self.put_text(self.setWindowTitle, "Intervals")
        self.put_again(lambda: self.close_button.setText(translate("Form", "Cancel")))
        self.put_again(lambda: self.save_button.setText(translate("Form", "Save")))
        self.model.dataChanged.connect(self._on_typed)
        self.shipped.clicked.connect(self._on_shipped)
        self.save_button.clicked.connect(self.save)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save)
        self.table.setFocus()

    # Deeds

    def save(self) -> None:
        """Save and close; a number that can not be taken is named, and the table stays."""
        if self._job is not None:
            return
        self.table.finish_typing()
        if self._complain():
            return
        changes = self.model.changes()
        if not changes:
            self.accept()
            return
        database = self._shell.database

        def work(progress: Progress) -> Change:
            with own_connection(database):
                return set_intervals(database, changes, progress)

        self.notice.clear()
        self._job = self._shell.jobs.start(
            work,
            name=_JOB,
            on_done=self._on_saved,
            on_failed=self._on_failed,
            on_progress=self.bar.show_progress,
        )
        self._show_job()

    def is_dirty(self) -> bool:
        """Return whether numbers are typed that are not saved, or due days are worked out just now."""
        return self._job is not None or self.model.is_dirty()

    def reject(self) -> None:
        """Leave; a job under way is cancelled first, and what was typed is asked about."""
        if self._job is not None:
            self._job.cancel()
            self.close_button.setEnabled(False)
        elif self._asking or not self.model.is_dirty():
            super().reject()
        else:
            self._asking = True
            self.notice.say(
                translate("Form", "What you typed is not saved yet."),
                Tone.WARN,
                [
                    (translate("Form", "&Discard"), self.reject),
                    (translate("Form", "&Go on writing"), self._go_on),
                ],
            )
            self.notice.answers()[-1].setFocus()

    def _on_shipped(self) -> None:
        self.table.finish_typing()
        at = self.table.currentIndex()
        row, column = at.row(), at.column()
        self.model.put_shipped()
        self.table.setCurrentIndex(self.model.index(row, column))
        self.table.setFocus()
        self._asking = False
        self.notice.say(self.tr("These are the shipped values. Save to use them."), Tone.NEUTRAL)

    def _go_on(self) -> None:
        self._asking = False
        self.notice.clear()
        self.table.setFocus()

    # What the job answers

    def _on_saved(self, change: Change) -> None:
        self._job = None
        self._shell.announce(change)
        self._shell.show_message(describe_change(change))
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._show_job()
        self.notice.say(describe_error(error), Tone.NEUTRAL if isinstance(error, Cancelled) else Tone.BAD)

    # What is shown

    def _on_typed(self) -> None:
        self._asking = False
        self.notice.clear()
        self._complain()

    def _complain(self) -> bool:
        """Name the first numbers that can not be taken; return whether there are any."""
        wrong = self.model.wrong()
        if not wrong:
            return False
        told = [sentence for _, _, sentence in wrong[:_MOST_COMPLAINTS]]
        if len(wrong) > len(told):
            told.append(self.tr("And %n more.", "", len(wrong) - len(told)))
        self.notice.say("\n".join(told), Tone.BAD)
        return True

    def _show_job(self) -> None:
        under_way = self._job is not None
        self.bar.set_under_way(under_way)
        self.close_button.setEnabled(True)
        for widget in (self.table, self.shipped, self.save_button):
            widget.setEnabled(not under_way)
        (self.close_button if under_way else self.table).setFocus()
