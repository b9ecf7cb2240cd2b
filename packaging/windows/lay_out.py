"""Lay out the program as it lies in its folder on Windows: Python, the libraries, the package, the licences.

    lay_out.py PYTHON WHEELS APP_WHEEL TO EPOCH

PYTHON is the zip of the embeddable CPython, WHEELS a folder of wheels, APP_WHEEL the program's own. What Qt
brings and this program never loads is left out; what a Qt library needs stays: the libraries are asked.
"""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

# The parts of Qt that the program imports, and the plugins by which a window, pictures and printing come.
QT_MODULES = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport"}
QT_PLUGINS = {
    "platforms/qwindows.dll",
    "platforms/qoffscreen.dll",
    "iconengines/qsvgicon.dll",
    "imageformats/qsvg.dll",
    "imageformats/qjpeg.dll",
    "imageformats/qgif.dll",
    "imageformats/qico.dll",
    "imageformats/qwebp.dll",
    "printsupport/windowsprintersupport.dll",
    "styles/qmodernwindowsstyle.dll",
}
# Beside the libraries: for who builds with them, or for parts of Qt that are not here.
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
}
BUILDERS_ENDINGS = {".pyi", ".lib", ".prl", ".qmltypes", ".h", ".hpp", ".exe"}
# A renderer in software for OpenGL, which no widget asks for, and parts of Pillow.
UNUSED = {"PySide6/opengl32sw.dll", "PIL/_avif.cp313-win_amd64.pyd", "PIL/_imagingtk.cp313-win_amd64.pyd"}
PATHS = "python313.zip\n.\nLib\\site-packages\nimport site\n"
# Debian keeps the texts that many parts share.
COMMON_LICENCES = Path("/usr/share/common-licenses")
OBJDUMP = "x86_64-w64-mingw32-objdump"


def main() -> None:
    python, wheels, app_wheel, to = map(Path, sys.argv[1:5])
    epoch = int(sys.argv[5])
    unpack_python(python, to)
    site = to / "Lib" / "site-packages"
    for wheel in (*sorted(wheels.glob("*.whl")), app_wheel):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(site)
    gather_licences(to, site)
    leave_out(site)
    drop_empty(to)
    # Read by the launcher, and laid down last: with it the folder is whole.
    (to / "complete").write_text(f"{app_wheel.name}\n", "utf-8")
    for path in to.rglob("*"):
        os.utime(path, (epoch, epoch))
    files = [path for path in to.rglob("*") if path.is_file()]
    print(f"{len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB laid out")


def unpack_python(python: Path, to: Path) -> None:
    """Unpack the interpreter; its own programs stay away, the launcher is one."""
    with zipfile.ZipFile(python) as archive:
        for name in archive.namelist():
            folder, _, file = name.rpartition("/")
            if folder == "cp313" and file and not file.endswith(".exe"):
                target = to / file
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(name))
    (to / "python313._pth").write_text(PATHS, "ascii")


def gather_licences(to: Path, site: Path) -> None:
    """Copy the licence of each part into one folder that a person finds, under the part's name."""
    folder = to / "licences"
    folder.mkdir()
    for info in sorted(site.glob("*.dist-info")):
        name = info.name.removesuffix(".dist-info")
        texts = [path for path in sorted(info.rglob("*")) if path.is_file() and is_licence(path)]
        for number, path in enumerate(texts):
            shutil.copyfile(path, folder / f"{name}{f' {number + 1}' if number else ''}.txt")
        if not texts:
            shutil.copyfile(info / "METADATA", folder / f"{name}.txt")
    # Qt's wheels name their licences and bring no text of them.
    for name in ("LGPL-3", "GPL-3", "Apache-2.0"):
        shutil.copyfile(COMMON_LICENCES / name, folder / f"{name}.txt")
    if (to / "LICENSE.txt").is_file():
        shutil.copyfile(to / "LICENSE.txt", folder / "Python.txt")


def is_licence(path: Path) -> bool:
    return path.name.upper().startswith(("LICEN", "COPYING", "NOTICE")) or path.parent.name == "licenses"


def leave_out(site: Path) -> None:
    """Remove what the program never loads."""
    for path in [path for path in site.rglob("*") if path.is_file()]:
        inside = path.relative_to(site).as_posix()
        if (
            path.suffix in BUILDERS_ENDINGS
            or inside in UNUSED
            or (inside.startswith("PySide6/") and not is_wanted_of_qt(inside.removeprefix("PySide6/")))
        ):
            path.unlink()
    drop_libraries(site / "PySide6", site / "shiboken6")


def is_wanted_of_qt(inside: str) -> bool:
    """Tell whether a file of PySide6 may be needed; its libraries are asked for afterwards."""
    first, _, rest = inside.partition("/")
    if first == "plugins":
        return rest in QT_PLUGINS
    if first in QT_FOLDERS:
        return False
    return not inside.endswith(".pyd") or inside.removesuffix(".pyd") in QT_MODULES


def drop_libraries(qt: Path, shiboken: Path) -> None:
    """Remove Qt's libraries that nothing which stays needs, directly or by another."""
    libraries = {path.name.lower(): path for path in qt.glob("*.dll")}
    needed: set[str] = set()
    to_ask = [
        *qt.glob("*.pyd"),
        *qt.rglob("plugins/**/*.dll"),
        *shiboken.glob("*.pyd"),
        *shiboken.glob("*.dll"),
    ]
    while to_ask:
        for name in imports_of(to_ask.pop()):
            if name in libraries and name not in needed:
                needed.add(name)
                to_ask.append(libraries[name])
    for name, path in libraries.items():
        if name not in needed:
            path.unlink()


def imports_of(library: Path) -> Iterator[str]:
    """Yield the names of the libraries that one loads, in small letters."""
    told = subprocess.run([OBJDUMP, "-p", library], capture_output=True, text=True, check=True).stdout
    for line in told.splitlines():
        if "DLL Name:" in line:
            yield line.split(":")[1].strip().lower()


def drop_empty(to: Path) -> None:
    for path in sorted(to.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()


if __name__ == "__main__":
    main()
