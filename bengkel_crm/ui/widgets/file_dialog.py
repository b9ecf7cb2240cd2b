"""The dialog that asks for a file: it lists what lies in a folder and opens none of it.

Whoever closes any descriptor of a file takes its process's POSIX locks off it. Qt's own dialog looks into the
files it lists to choose their icons, and so do those of GTK and KDE, which run in this process: a shop file
among them would lose the locks that keep other programs from removing its log.
"""

import sys
from pathlib import Path
from typing import overload

from PySide6.QtCore import QDir, QFileInfo, QMimeDatabase, Qt
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QStyle, QWidget

# Windows' and macOS's dialogs are processes of their own or know no such locks.
_SYSTEMS_OWN_IS_SAFE = sys.platform in ("win32", "darwin")


class FileDialog(QFileDialog):
    """A file dialog that goes when it is closed; open it with `open()`."""

    def __init__(self, parent: QWidget, title: str, start: Path) -> None:
        # Begun in the root folder: the first folder is listed before anybody can say how.
        super().__init__(parent, title, QDir.rootPath())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._icons = _NamesOnly()
        if not _SYSTEMS_OWN_IS_SAFE:
            self.setOption(QFileDialog.Option.DontUseNativeDialog)
            self.setIconProvider(self._icons)
        self._begin_at(start)

    def _begin_at(self, start: Path) -> None:
        """Go to a folder, or to the folder of a file with its name as the proposal."""
        if start.is_dir():
            self.setDirectory(str(start))
            return
        self.setDirectory(str(start.parent))
        self.selectFile(start.name)


class _NamesOnly(QAbstractFileIconProvider):
    """Tells folders from files, and the kind of a file by its name; asked from a thread of the dialog's."""

    def __init__(self) -> None:
        super().__init__()
        style = QApplication.style()
        self._folder = style.standardIcon(QStyle.StandardPixmap.SP_DirIcon)
        self._file = style.standardIcon(QStyle.StandardPixmap.SP_FileIcon)
        self._drive = style.standardIcon(QStyle.StandardPixmap.SP_DriveHDIcon)
        self._kinds = QMimeDatabase()

    @overload
    def icon(self, what: QAbstractFileIconProvider.IconType, /) -> QIcon: ...
    @overload
    def icon(self, what: QFileInfo, /) -> QIcon: ...

    def icon(self, what: QAbstractFileIconProvider.IconType | QFileInfo, /) -> QIcon:
        if isinstance(what, QFileInfo):
            return self._folder if what.isDir() else self._file
        kinds = QAbstractFileIconProvider.IconType
        if what is kinds.File:
            return self._file
        return self._drive if what in (kinds.Drive, kinds.Computer) else self._folder

    def type(self, info: QFileInfo, /) -> str:
        """Return what kind of file it is by its name alone; the file is not opened."""
        by_name = QMimeDatabase.MatchMode.MatchExtension
        return self._kinds.mimeTypeForFile(info, by_name).comment()
