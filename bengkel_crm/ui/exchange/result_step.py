"""Step 4: what came of it, where the copy made before lies, and the way back."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from bengkel_crm.ui.exchange.doubt_lines import DOUBT_COLUMNS, doubt_lines, unread_lines
from bengkel_crm.ui.exchange.report_facts import ReportFacts
from bengkel_crm.ui.exchange.session import ImportSession
from bengkel_crm.ui.exchange.step import Step
from bengkel_crm.ui.lists.record_table import RecordTable
from bengkel_crm.ui.lists.table_model import RecordTableModel
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.labels import ElidedLabel, TextLabel
from bengkel_crm.ui.widgets.layouts import Grow, Stretch, in_column

_MOST_PX = 130


class ResultStep(Step):
    """What came of an import, and the way to the first vehicle of it."""

    def __init__(self, session: ImportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.facts = ReportFacts()
        self.copy = ElidedLabel("", TextRole.BODY, "text2")
        self._later = self.worded(
            ElidedLabel("", TextRole.BODY, "text2"),
            "It can be undone here, or on any later day under Past imports on the Excel page.",
        )
        self._lines_title = self.worded(TextLabel("", TextRole.CARD_TITLE), "What was not taken as it stands")
        # Nothing is mended here: the reason gets the room.
        columns = [replace(column, width=min(column.width, _MOST_PX)) for column in DOUBT_COLUMNS]
        self.lines = RecordTableModel(columns, self)
        self.table = self.named(
            RecordTable("import_result", self.lines), "Columns and rows that were not taken as they stand"
        )
        self._sheet = CardFrame(margins=(1, 1, 1, 6))
        self._sheet.body.addWidget(self.table)
        in_column(
            self.facts,
            self.copy,
            self._later,
            self._lines_title,
            Grow(self._sheet),
            Stretch(0),
            on=self,
            spacing=10,
            margins=(0, 0, 0, 0),
        )
        self.put_again(self.lines.retranslate)
        self.put_again(self.show_session)

    def title(self) -> str:
        """Return what stands above the step."""
        return self.tr("The book is imported")

    def caption(self) -> str:
        """Return which file it was."""
        return self._session.path.name

    def go_on_words(self) -> str:
        """Return what the button says."""
        return self.tr("Look up the first vehicle")

    def show_session(self) -> None:
        """Show the report of the import that is over."""
        report = self._session.report
        if report is None:
            return
        self.facts.show_report(report)
        backup: Path | None = report.backup
        self.copy.setVisible(backup is not None)
        if backup is not None:
            self.copy.setText(self.tr("A copy of the shop file from before lies in {0}").format(backup))
        self._later.setVisible(report.deed_id is not None)
        # A column first: it is more than a row, and there are few.
        lines = unread_lines(report) + doubt_lines(self._session, {}, is_stale=False)
        self.lines.set_records(lines)
        self.table.setColumnHidden(0, len({line.sheet for line in lines}) < 2)
        self._lines_title.setVisible(bool(lines))
        self._sheet.setVisible(bool(lines))
