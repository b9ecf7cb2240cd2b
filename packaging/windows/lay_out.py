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

from laid_out import QT_FOLDERS, QT_MODULES, drop_empty, drop_unneeded, gather_licences, unpack_wheels

# The plugins by which a window, pictures and printing come.
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
BUILDERS_ENDINGS = {".pyi", ".lib", ".prl", ".qmltypes", ".h", ".hpp", ".exe"}
# A renderer in software for OpenGL, which no widget asks for, and parts of Pillow.
UNUSED = {"PySide6/opengl32sw.dll", "PIL/_avif.cp313-win_amd64.pyd", "PIL/_imagingtk.cp313-win_amd64.pyd"}
PATHS = "python313.zip\n.\nLib\\site-packages\nimport site\n"
OBJDUMP = "x86_64-w64-mingw32-objdump"


def main() -> None:
    python, wheels, app_wheel, to = map(Path, sys.argv[1:5])
    epoch = int(sys.argv[5])
    unpack_python(python, to)
    site = to / "Lib" / "site-packages"
    unpack_wheels((*sorted(wheels.glob("*.whl")), app_wheel), site)
    gather_licences(site, to / "licences")
    shutil.copyfile(to / "LICENSE.txt", to / "licences" / "Python.txt")
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
    qt, shiboken = site / "PySide6", site / "shiboken6"
    drop_unneeded(
        {path.name.lower(): path for path in qt.glob("*.dll")},
        [
            *qt.glob("*.pyd"),
            *qt.rglob("plugins/**/*.dll"),
            *shiboken.glob("*.pyd"),
            *shiboken.glob("*.dll"),
        ],
        needed_by,
    )


def is_wanted_of_qt(inside: str) -> bool:
    """Return whether a file of PySide6 may be needed; its libraries are asked for afterwards."""
    first, _, rest = inside.partition("/")
    if first == "plugins":
        return rest in QT_PLUGINS
    if first in QT_FOLDERS:
        return False
    return not inside.endswith(".pyd") or inside.removesuffix(".pyd") in QT_MODULES


def needed_by(library: Path) -> Iterator[str]:
    """Yield the names of the libraries that one loads, in small letters."""
    told = subprocess.run([OBJDUMP, "-p", library], capture_output=True, text=True, check=True).stdout
    for line in told.splitlines():
        if "DLL Name:" in line:
            yield line.split(":")[1].strip().lower()


if __name__ == "__main__":
    main()
