"""F1: what the page in front is for and how it is used, with a box to search all of it."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from bengkel_crm.base import i18n
from bengkel_crm.base.languages import language_file
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.widgets.card import CardFrame
from bengkel_crm.ui.widgets.key_button import KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.line_edit import LineEdit
from bengkel_crm.ui.widgets.room import open_at
from bengkel_crm.ui.widgets.texts import Speaks

FIRST_TOPIC = "counter"
# In the order of the list at the left.
TOPICS = ("counter", "vehicles", "work-orders", "reminders", "import", "backups", "settings", "keys")
KEYS = "keys"


def read_topic(topic: str) -> str:
    """Return a help text as markdown in the present language."""
    return language_file(i18n.language(), "help", f"{topic}.md").read_text(encoding="utf-8")


def title_of(text: str) -> str:
    """Return the first heading of a help text."""
    return text.lstrip().splitlines()[0].lstrip("# ").strip()


def find_topics(words: str) -> list[str]:
    """Return the topics that hold every one of `words`, in the order of TOPICS; all for an empty text."""
    wanted = words.casefold().split()
    return [topic for topic in TOPICS if all(word in read_topic(topic).casefold() for word in wanted)]


class HelpDialog(Speaks, QDialog):
    """Stands beside the work: the window stays usable."""

    def __init__(self, topic: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        open_at(self, 860, 560)
        self._topic = topic if topic in TOPICS else FIRST_TOPIC
        self._search = self.named(LineEdit(), "Search the help")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._fill_list)
        self._list = self.named(QListWidget(), "Subjects")
        self._list.setProperty("popup", True)
        self._list.currentItemChanged.connect(self._on_topic_chosen)
        self._text = self.named(QTextBrowser(), "Help text")
        self._text.setOpenLinks(False)
        self._text.setReadOnly(True)
        self._nothing = self.worded(
            TextLabel("", TextRole.BODY, "text2", wrap=True), "Nothing about this. Try another word."
        )
        self._close = self.worded(KeyButton(key="Esc"), "Close")
        self._close.clicked.connect(self.close)
        for key in ("F1", "Ctrl+/"):
            QShortcut(QKeySequence(key), self).activated.connect(self.show_keys)
        self._build()
        self.put_text(self.setWindowTitle, "Help")
        self.put_text(self._search.setPlaceholderText, "Search the help…")
        self.put_again(self._fill_list)
        self._search.setFocus()

    def show_topic(self, topic: str) -> None:
        """Turn to a topic, whatever was searched before."""
        self._topic = topic if topic in TOPICS else FIRST_TOPIC
        self._search.clear()
        self._fill_list()

    def show_keys(self) -> None:
        """Turn to the sheet of all keys."""
        self.show_topic(KEYS)

    def topic(self) -> str:
        """Return which page of the help is open."""
        return self._topic

    def _build(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self._search)
        side.addWidget(self._list, 1)
        side.addWidget(self._nothing)
        for widget in (self._search, self._list, self._nothing):
            widget.setFixedWidth(theme().px(240))
        sheet = CardFrame(margins=(8, 8, 8, 8))
        sheet.body.addWidget(self._text)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(side)
        row.addWidget(sheet, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addLayout(foot)

    def _fill_list(self) -> None:
        found = find_topics(self._search.text())
        self._list.blockSignals(True)
        self._list.clear()
        for topic in found:
            item = QListWidgetItem(title_of(read_topic(topic)))
            item.setData(Qt.ItemDataRole.UserRole, topic)
            self._list.addItem(item)
        self._list.blockSignals(False)
        self._list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self._list.setCurrentRow(found.index(self._topic) if self._topic in found else 0)
            self._show_topic()

    def _on_topic_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show_topic()

    def _show_topic(self) -> None:
        self._topic = self._list.currentItem().data(Qt.ItemDataRole.UserRole)
        self._text.setMarkdown(read_topic(self._topic))
        self._dress_text()
        self._mark_words()

    def _dress_text(self) -> None:
        """Set our own weights: markdown's bold would be smeared (see Theme.font)."""
        document = self._text.document()
        document.setIndentWidth(theme().px(18))
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            shape = QTextBlockFormat()
            shape.setLineHeight(125.0, 1)  # 1 is ProportionalHeight, which the binding wants as a number
            level = block.blockFormat().headingLevel()
            shape.setTopMargin(theme().px(14) if level else theme().px(4))
            cursor.mergeBlockFormat(shape)
            role = {0: TextRole.BODY, 1: TextRole.TITLE}.get(level, TextRole.CARD_TITLE)
            for start, end, bold in _runs(block):
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                style = QTextCharFormat()
                style.setFont(theme().font(TextRole.STRONG if bold and role is TextRole.BODY else role))
                cursor.mergeCharFormat(style)
            block = block.next()

    def _mark_words(self) -> None:
        marks = []
        for word in self._search.text().split():
            for found in re.finditer(re.escape(word), self._text.toPlainText(), re.IGNORECASE):
                mark = QTextBrowser.ExtraSelection()
                mark.cursor = QTextCursor(self._text.document())
                mark.cursor.setPosition(found.start())
                mark.cursor.setPosition(found.end(), QTextCursor.MoveMode.KeepAnchor)
                mark.format.setBackground(theme().color("selection"))
                marks.append(mark)
        self._text.setExtraSelections(marks)
        if marks:
            # The end of the text comes first, so that the word does not stand on the last line.
            self._text.moveCursor(QTextCursor.MoveOperation.End)
            first = QTextCursor(marks[0].cursor)
            first.setPosition(marks[0].cursor.selectionStart())
            self._text.setTextCursor(first)
            self._text.ensureCursorVisible()


def offer_help(dialog: QDialog, topic: str) -> None:
    """Have F1 show a topic beside a dialog."""

    def show() -> None:
        helper = HelpDialog(topic, dialog)
        helper.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        helper.show()
        helper.activateWindow()

    QShortcut(QKeySequence("F1"), dialog).activated.connect(show)


def _runs(block: QTextBlock) -> list[tuple[int, int, bool]]:
    """Return the stretches of one format in a paragraph: start, end, whether it is bold."""
    runs = []
    parts = block.begin()
    while not parts.atEnd():
        part = parts.fragment()
        bold = part.charFormat().fontWeight() > QFont.Weight.Medium
        runs.append((part.position(), part.position() + part.length(), bold))
        parts += 1
    return runs
