"""What laying out the program has in common on every system: wheels, licences, the parts of Qt that stay."""

import shutil
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

# The parts of Qt that the program imports.
QT_MODULES = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport"}
# Beside Qt's libraries: for who builds with them, or for parts of Qt that are not here.
QT_FOLDERS = {
    "qml",
    "metatypes",
    "resources",
    "translations",
    "include",
    "typesystems",
    "glue",
    "doc",
    "scripts",
    "libexec",
}
# Debian keeps the texts that many parts share; Qt's wheels name their licences and bring no text of them.
COMMON_LICENCES = Path("/usr/share/common-licenses")
SHARED_TEXTS = ("LGPL-3", "GPL-3", "Apache-2.0")


def unpack_wheels(wheels: Iterable[Path], site: Path) -> None:
    """Unpack wheels into the folder from which Python imports."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(site)


def gather_licences(site: Path, folder: Path) -> None:
    """Copy the licence of each part into a folder that a person finds, under the part's name."""
    folder.mkdir(parents=True)
    for info in sorted(site.glob("*.dist-info")):
        name = info.name.removesuffix(".dist-info")
        texts = [path for path in sorted(info.rglob("*")) if path.is_file() and is_licence(path)]
        for number, path in enumerate(texts or [info / "METADATA"]):
            shutil.copyfile(path, folder / f"{name}{f'-{number + 1}' if number else ''}.txt")
    for name in SHARED_TEXTS:
        shutil.copyfile(COMMON_LICENCES / name, folder / f"{name}.txt")


def is_licence(path: Path) -> bool:
    return path.name.upper().startswith(("LICEN", "COPYING", "NOTICE")) or path.parent.name == "licenses"


def drop_unneeded(
    libraries: Mapping[str, Path], roots: Iterable[Path], needed_by: Callable[[Path], Iterable[str]]
) -> None:
    """Remove the libraries that no root needs, directly or by another; `needed_by` names what one loads."""
    needed: set[str] = set()
    to_ask = list(roots)
    while to_ask:
        for name in needed_by(to_ask.pop()):
            if name in libraries and name not in needed:
                needed.add(name)
                to_ask.append(libraries[name])
    for name, path in libraries.items():
        if name not in needed:
            path.unlink()


def drop_empty(root: Path) -> None:
    """Remove the folders that nothing is left in."""
    for path in sorted(root.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()
