"""The card of the settings page with what the workshop's papers say of itself."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from bengkel_crm.base.languages import list_languages
from bengkel_crm.records.journal import Change
from bengkel_crm.schema.lengths import LONGEST
from bengkel_crm.trade.phones import format_phone, read_phones
from bengkel_crm.ui.forms.deed_message import show_change
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import TextRole, Tone
from bengkel_crm.ui.shell.shell import Shell
from bengkel_crm.ui.widgets.card import CardFrame, SectionTitle
from bengkel_crm.ui.widgets.choice_box import ChoiceBox
from bengkel_crm.ui.widgets.field import Field
from bengkel_crm.ui.widgets.file_dialog import FileDialog
from bengkel_crm.ui.widgets.key_button import ButtonKind, KeyButton
from bengkel_crm.ui.widgets.labels import TextLabel
from bengkel_crm.ui.widgets.line_edit import LineEdit

# As workshop/shop.py names them; that module loads the ORM, which the first paint does without.
SHOP_NAME = "shop_name"
_ADDRESS, _PHONE, _WHATSAPP = "shop_address", "shop_phone", "shop_whatsapp"
_LINES = (SHOP_NAME, _ADDRESS, _PHONE, _WHATSAPP)
_LOGO_PX = QSize(120, 40)
_SHOWS = frozenset({"setting"})


class ShopCard(CardFrame):
    """Each line is saved when it is left."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._shell = shell
        self._title = SectionTitle()
        self.put_text(self._title.set_title, "The workshop")
        self.edits = {key: LineEdit() for key in _LINES}
        self.fields = {key: Field("", edit) for key, edit in self.edits.items()}
        self.put_text(self.fields[SHOP_NAME].set_label, "Name of the workshop")
        self.put_text(self.fields[SHOP_NAME].set_remark, "Stands on everything that is printed")
        self.put_text(self.fields[_ADDRESS].set_label, "Address")
        self.put_text(self.fields[_PHONE].set_label, "Phone")
        self.put_text(self.fields[_WHATSAPP].set_label, "WhatsApp number of the workshop")
        for key, field in self.fields.items():
            field.watch_length(LONGEST["shop"][key])
        self.language = ChoiceBox({language.code: language.name for language in list_languages()})
        self._language_field = Field("", self.language)
        self.put_text(self._language_field.set_label, "Language of letters and messages to customers")
        self._logo = TextLabel("", TextRole.BODY, "text2")
        self.choose_logo = self.worded(KeyButton("", "folder"), "Choose a logo…")
        self.drop_logo = self.worded(KeyButton("", "close", kind=ButtonKind.LINK), "Without a logo")
        self.texts = self.worded(KeyButton("", "chat"), "Texts to customers…")
        self._files = TextLabel("", TextRole.BODY, "text2", wrap=True)
        self._files.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._build()
        for key, edit in self.edits.items():
            edit.editingFinished.connect(partial(self._on_entered, key))
        self.edits[_WHATSAPP].textChanged.connect(self._tell_whatsapp)
        self.language.activated.connect(lambda _: self._on_language())
        self.choose_logo.clicked.connect(self._on_choose_logo)
        self.drop_logo.clicked.connect(self._on_drop_logo)
        self.texts.clicked.connect(self._on_texts)
        shell.changed.connect(self._on_changed)
        self.put_again(self._show_kept)

    def shop_opened(self) -> None:
        """Fill in what is kept in the file, but where somebody is typing."""
        for key, edit in self.edits.items():
            if not edit.isModified():
                edit.setText(self._kept(key))
        self._show_kept()

    def _show_kept(self) -> None:
        self._tell_whatsapp()
        if self._shell.is_open:
            from bengkel_crm.workshop.settings.shop_details import customers_language  # as below

            self.language.set_value(customers_language(self._shell.database))
            self._files.setText(self.tr("The shop's file: {0}").format(self._shell.database.path))
        self._show_logo()

    def take_logo(self, path: str) -> None:
        """Take a picture into the shop's own file, where it stays."""
        from bengkel_crm.workshop.settings.shop_details import keep_logo  # as below

        with self._shell.showing_errors():
            self._tell(keep_logo(self._shell.database, Path(path)), self.tr("Logo saved"))
        self._show_logo()

    def _kept(self, key: str) -> str:
        if not self._shell.is_open:
            return ""
        # Imported here because it loads the ORM, which the first paint does without.
        from bengkel_crm.workshop.settings.shop_details import find_setting

        return find_setting(self._shell.database, key) or ""

    def _keep(self, key: str, value: str, said: str) -> None:
        from bengkel_crm.workshop.settings.shop_details import keep_shop  # as above

        with self._shell.showing_errors():
            self._tell(keep_shop(self._shell.database, {key: value}), said)

    def _tell(self, change: Change | None, said: str) -> None:
        if change is not None:
            show_change(self._shell, change, said)

    def _on_changed(self, change: Change) -> None:
        if change.touches(_SHOWS) and self._shell.is_open:
            self.shop_opened()

    def _on_entered(self, key: str) -> None:
        value = self.edits[key].text().strip()
        if not self._shell.is_open or value == self._kept(key):
            return
        said = (
            self.tr("Name of the workshop saved")
            if key == SHOP_NAME
            else self.tr("Data of the workshop saved")
        )
        self._keep(key, value, said)
        self.edits[key].setModified(self._kept(key) != value)

    def _tell_whatsapp(self) -> None:
        typed = self.edits[_WHATSAPP].text().strip()
        field = self.fields[_WHATSAPP]
        phones = read_phones(typed)
        if not typed:
            field.set_remark(self.tr("Letters then carry a code that answers to it"))
        elif not phones or phones[0].e164 is None:
            field.set_remark(self.tr("not a whole number: {0}").format(typed), Tone.WARN)
        else:
            shown = format_phone(phones[0])
            field.set_remark("" if shown == typed else shown)

    def _show_logo(self) -> None:
        picture = QPixmap()
        data = self._logo_kept()
        has_picture = data is not None and picture.loadFromData(data)
        self.drop_logo.setVisible(data is not None)
        if not has_picture:
            self._logo.setPixmap(QPixmap())
            self._logo.setText(self.tr("No logo"))
            return
        ratio = self.devicePixelRatioF()
        room = QSize(theme().px(_LOGO_PX.width()), theme().px(_LOGO_PX.height())) * ratio
        shown = picture.scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        self._logo.setPixmap(shown)

    def _logo_kept(self) -> bytes | None:
        if not self._shell.is_open:
            return None
        from bengkel_crm.workshop.settings.shop_details import find_logo  # as above

        return find_logo(self._shell.database)

    def _on_choose_logo(self) -> None:
        if not self._shell.is_open:
            return
        dialog = FileDialog(self, self.tr("Choose a logo"), Path.home())
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Pictures (*.png *.jpg *.jpeg)"))
        dialog.fileSelected.connect(self.take_logo)
        dialog.open()

    def _on_drop_logo(self) -> None:
        from bengkel_crm.workshop.settings.shop_details import drop_logo  # as above

        with self._shell.showing_errors():
            self._tell(drop_logo(self._shell.database), self.tr("Papers carry no logo now"))
        self._show_logo()

    def _on_language(self) -> None:
        if not self._shell.is_open:
            return
        from bengkel_crm.workshop.settings.shop_details import keep_customers_language  # as above

        with self._shell.showing_errors():
            change = keep_customers_language(self._shell.database, self.language.value())
            self._tell(
                change, self.tr("Customers are written to in: {0}").format(self.language.currentText())
            )

    def _on_texts(self) -> None:
        if not self._shell.is_open:
            return
        self._shell.openers.edit_texts()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        # What is said under a field belongs to it, not to the one below.
        grid.setVerticalSpacing(10)
        grid.addWidget(self.fields[SHOP_NAME], 0, 0)
        grid.addWidget(self.fields[_ADDRESS], 0, 1)
        grid.addWidget(self.fields[_PHONE], 1, 0)
        grid.addWidget(self.fields[_WHATSAPP], 1, 1)
        grid.addWidget(self._language_field, 2, 0)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._logo)
        row.addWidget(self.choose_logo)
        row.addWidget(self.drop_logo)
        row.addStretch(1)
        row.addWidget(self.texts)
        self.body.addWidget(self._title)
        self.body.addLayout(grid)
        self.body.addLayout(row)
        self.body.addWidget(self._files)
