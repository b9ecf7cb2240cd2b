"""How the program looks and speaks, and what the workshop is called; every choice works at once."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from bengkel_crm.base.languages import list_languages
from bengkel_crm.ui.look.preferences import (
    Look,
    Preferences,
    apply_preferences,
    keep_preferences,
    read_preferences,
)
from bengkel_crm.ui.look.theme import TEXT_SCALES, theme
from bengkel_crm.ui.look.tokens import TextRole
from bengkel_crm.ui.settings.settings_links import SettingsLinks
from bengkel_crm.ui.settings.shop_card import ShopCard
from bengkel_crm.ui.shell.shell import Page, Shell
from bengkel_crm.ui.widgets.card import CardFrame, SectionTitle
from bengkel_crm.ui.widgets.column_scroll import ColumnScroll
from bengkel_crm.ui.widgets.combo import Combo
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.ui.widgets.labels import TextLabel

_TWO_COLUMNS_PX = 1000


class SettingsPage(Page):
    """What is settled: for the shop, and for this PC."""

    help_topic = "settings"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._heading = self.worded(TextLabel("", TextRole.TITLE), "Settings")
        self._look_title = SectionTitle()
        self._language = Combo()
        self._look = Combo()
        self._text_size = Combo()
        self._language_field = Field("", self._language)
        self._look_field = Field("", self._look)
        self._text_size_field = Field("", self._text_size)
        self.doors = SettingsLinks(shell)
        self.shop = ShopCard(shell)
        self.doors.restored.connect(self.shop_opened)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fill_choices()
        self._build()
        self._put_texts()
        self._show(read_preferences(shell.settings))
        for box in (self._language, self._look, self._text_size):
            box.activated.connect(self._on_choice)

    def shop_opened(self) -> None:
        """Show the shop's own data."""
        self.shop.shop_opened()

    def come_to_front(self) -> None:
        """Put the keyboard on the first choice."""
        self._language.setFocus()

    def _put_texts(self) -> None:
        self.put_text(self._look_title.set_title, "On the screen")
        self.put_text(self._language_field.set_label, "Language")
        self.put_text(self._look_field.set_label, "Colours")
        self.put_text(self._text_size_field.set_label, "Text size")
        self.put_again(self._show_texts)

    def _show_texts(self) -> None:
        names = {
            Look.SYSTEM: self.tr("As the computer"),
            Look.LIGHT: self.tr("Light"),
            Look.DARK: self.tr("Dark"),
        }
        for place, look in enumerate(Look):
            self._look.setItemText(place, names[look])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme().px(_TWO_COLUMNS_PX)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)

    def _fill_choices(self) -> None:
        # Each language in its own words: whoever reads only one finds the way back.
        for language in list_languages():
            self._language.addItem(language.name, language.code)
        for look in Look:
            self._look.addItem("", look.value)
        for percent in TEXT_SCALES:
            self._text_size.addItem(f"{percent} %", percent)

    def _build(self) -> None:
        screen = CardFrame()
        screen.body.addWidget(self._look_title)
        fields = QGridLayout()
        fields.setHorizontalSpacing(16)
        for place, field in enumerate((self._language_field, self._look_field, self._text_size_field)):
            fields.addWidget(field, 0, place)
            fields.setColumnStretch(place, 1)
        screen.body.addLayout(fields)
        first, second = QVBoxLayout(), QVBoxLayout()
        first.setSpacing(12)
        first.addWidget(screen)
        first.addWidget(self.doors)
        second.addWidget(self.shop)
        self._columns.setSpacing(12)
        for column, share in ((first, 4), (second, 5)):
            column.addStretch(1)
            self._columns.addLayout(column, share)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(20, 14, 20, 14)
        whole.setSpacing(12)
        whole.addWidget(self._heading)
        whole.addLayout(self._columns)
        whole.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(ColumnScroll(inside))

    def _show(self, chosen: Preferences) -> None:
        self._language.setCurrentIndex(self._language.findData(chosen.language))
        self._look.setCurrentIndex(self._look.findData(chosen.look.value))
        self._text_size.setCurrentIndex(self._text_size.findData(chosen.scale_percent))

    def _on_choice(self) -> None:
        chosen = Preferences(
            self._language.currentData(), Look(self._look.currentData()), self._text_size.currentData()
        )
        keep_preferences(self.shell.settings, chosen)
        apply_preferences(chosen)
