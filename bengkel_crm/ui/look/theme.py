"""Colours, fonts and sizes of the window, switchable while it is open.

None of the modules that the first paint needs names `Qt` before it: that namespace makes a hundred enums
the moment it is named, and they would be a tenth of the start. They say `QtCore.Qt` where they need it.
"""

import os
import re
from importlib.util import find_spec
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from bengkel_crm.base.gc_pause import gc_paused
from bengkel_crm.base.paths import resources
from bengkel_crm.ui.look.tokens import COLORS, TYPE, ColorName, Scheme, TextRole

TEXT_SCALES = (100, 115, 130)

# Read when the application object is made. QApplication.setStyle would do the same, but returns a QStyle,
# whose hundred enums cost the start ten milliseconds.
os.environ["QT_STYLE_OVERRIDE"] = "Fusion"


class Theme(QObject):
    """The one theme of a running window: ask `theme()` for it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Scheme.LIGHT
        self.scale_percent = 100
        self._family = ""
        self._fonts: dict[TextRole, QFont] = {}
        self._colors: dict[str, QColor] = {}
        self._applied = False

    def apply(self, scheme: Scheme, scale_percent: int = 100) -> None:
        """Dress the whole application; costs nothing when nothing changed."""
        if self._applied and (scheme, scale_percent) == (self.scheme, self.scale_percent):
            return
        self.scheme, self.scale_percent = scheme, scale_percent
        self._fonts.clear()
        self._colors.clear()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        # Qt walks over all widgets here: one that the collector takes away on the way would end the program.
        with gc_paused():
            self._dress(app)
        self._applied = True
        self.changed.emit()

    def _dress(self, app: QApplication) -> None:
        QApplication.setPalette(self._palette())
        app.setStyleSheet(self._style_sheet())
        # Last: the first style sheet makes a style, and Windows then gives lists, menus and message boxes
        # fonts of its own, which a font for the whole application takes back.
        QApplication.setFont(self.font(TextRole.BODY))
        if self._applied:
            for widget in QApplication.allWidgets():
                role = widget.property("role")
                if role:
                    widget.setFont(self.font(TextRole(role)))

    def color(self, name: ColorName) -> QColor:
        """Return a colour of the present scheme."""
        found = self._colors.get(name)
        if found is None:
            found = self._colors[name] = QColor(COLORS[self.scheme][name])
        return found

    def font(self, role: TextRole) -> QFont:
        """Return the font of a role at the present text size; treat it as read-only."""
        found = self._fonts.get(role)
        if found is None:
            found = self._fonts[role] = self._make_font(role)
        return found

    def px(self, at_100_percent: float) -> int:
        """Return a length that grows with the text: row heights, paddings, icons."""
        return round(at_100_percent * self.scale_percent / 100)

    def _make_font(self, role: TextRole) -> QFont:
        style = TYPE[role]
        font = QFont(self._load_family())
        font.setPointSizeF(style.points * self.scale_percent / 100)
        # The weight goes on the font's own axis only: on Linux Qt finds just the default instance of a
        # variable font, and setWeight would smear it to a fake bold.
        font.setVariableAxis(QFont.Tag("wght"), style.weight)
        # Hinting at 10 pt would give every glyph a whole number of pixels and uneven gaps.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if style.spacing_px:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.px(style.spacing_px * 10) / 10)
        for feature in style.features:
            font.setFeature(QFont.Tag(feature), 1)
        return font

    def _load_family(self) -> str:
        if not self._family:
            number = QFontDatabase.addApplicationFont(str(font_file()))
            families = QFontDatabase.applicationFontFamilies(number)
            # Without its font the window is plainer, not broken.
            self._family = families[0] if families else QFont().family()
        return self._family

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        named: dict[QPalette.ColorRole, ColorName] = {
            role.Window: "bg",
            role.WindowText: "text",
            role.Base: "surface",
            role.AlternateBase: "sunken",
            role.Text: "text",
            role.PlaceholderText: "text3",
            role.Button: "surface",
            role.ButtonText: "text",
            role.BrightText: "onprimary",
            role.Highlight: "primary",
            role.HighlightedText: "onprimary",
            role.Accent: "primary",
            role.Link: "primary",
            role.LinkVisited: "primary",
            role.ToolTipBase: "text",
            role.ToolTipText: "surface",
            role.Light: "surface",
            role.Midlight: "line",
            role.Mid: "line2",
            role.Dark: "edge",
            role.Shadow: "line2",
        }
        palette = QPalette()
        for color_role, name in named.items():
            palette.setColor(color_role, self.color(name))
        for color_role in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, color_role, self.color("text3"))
        return palette

    def _style_sheet(self) -> str:
        sheet = (resources() / "themes" / "base.qss").read_text(encoding="utf-8")
        words: dict[str, str] = dict(COLORS[self.scheme].items())
        words |= {f"px{n}": f"{self.px(n)}px" for n in range(1, 61)}
        # Half of the round indicator with its edges: a radius past the half is dropped altogether.
        words["radio"] = f"{(self.px(16) + 2) // 2}px"
        # A cell's text stands three pixels further in than its padding says; a title's does not.
        words["cell"] = f"{self.px(10) + 3}px"
        words["railhover"] = _between(words["rail"], words["railselected"])
        words["railchosen"] = words["surface" if self.scheme is Scheme.LIGHT else "text"]
        words["themes"] = (resources() / "themes").as_posix()
        words["scheme"] = self.scheme.value
        return re.sub(r"\$(\w+)", lambda found: words[found[1]], sheet)


def _between(one: str, other: str) -> str:
    """Return the colour halfway between two."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes((a + b) // 2 for a, b in pairs).hex()


_theme: list[Theme] = []


def theme() -> Theme:
    """Return the one theme of the running window."""
    if not _theme:
        _theme.append(Theme())
    return _theme[0]


def set_role(widget: QWidget, role: TextRole) -> None:
    """Give a widget the font of a role, now and whenever the text size changes."""
    widget.setProperty("role", role.value)
    widget.setFont(theme().font(role))


def system_scheme() -> Scheme:
    """Return what the desktop asks for; light when it does not say."""
    dark = QGuiApplication.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark
    return Scheme.DARK if dark else Scheme.LIGHT


def font_file() -> Path:
    """Return the variable Inter of the fontpkg-inter package."""
    spec = find_spec("fontpkg_inter")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "files" / "Inter[opsz,wght].ttf"
