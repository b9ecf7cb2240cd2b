"""Our own outline icons, coloured when they are first needed and kept.

`QIcon` is named where it is needed: it brings an enumeration of 150 icons that the first paint does without.
"""

from PySide6 import QtGui
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from bengkel_crm.base.paths import resources
from bengkel_crm.ui.look.theme import theme
from bengkel_crm.ui.look.tokens import ColorName

_sources: dict[str, bytes] = {}
_pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}


def pixmap(name: str, color: ColorName, size: int, dpr: float) -> QPixmap:
    """Return `resources/icons/<name>.svg` in a colour of the theme, `size` logical pixels square."""
    key = (name, theme().color(color).name(), size, dpr)
    found = _pixmaps.get(key)
    if found is None:
        found = _pixmaps[key] = _draw(*key)
    return found


def icon(name: str, color: ColorName = "text2", size: int = 18) -> "QtGui.QIcon":
    """Return an icon that is sharp on ordinary and on dense screens, greyed when disabled."""
    kind = QtGui.QIcon
    made = kind()
    for dpr in (1.0, 1.25, 1.5, 2.0):
        made.addPixmap(pixmap(name, color, size, dpr), kind.Mode.Normal)
        made.addPixmap(pixmap(name, "text3", size, dpr), kind.Mode.Disabled)
    return made


def _draw(name: str, color: str, size: int, dpr: float) -> QPixmap:
    source = _sources.get(name)
    if source is None:
        source = _sources[name] = (resources() / "icons" / f"{name}.svg").read_bytes()
    # Drawn on whole device pixels, or the outline is blurred at 125 %.
    drawn = QPixmap(round(size * dpr), round(size * dpr))
    drawn.setDevicePixelRatio(dpr)
    drawn.fill(QColor(0, 0, 0, 0))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer = QSvgRenderer(QByteArray(source.replace(b"currentColor", color.encode())))
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn
