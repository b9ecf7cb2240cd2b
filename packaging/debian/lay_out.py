"""Lay out the program as it lies on Debian: an environment of its own on the system's Python.

    lay_out.py WHEELS APP_WHEEL ROOT

It is one of Python's own kind, /usr/lib/bengkel-crm. Parts of Qt that the program never loads are left out;
what those that stay need is asked of the libraries themselves.
"""

import compileall
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from py_compile import PycInvalidationMode

from laid_out import QT_FOLDERS, QT_MODULES, drop_empty, drop_unneeded, gather_licences, unpack_wheels

HOME = Path("usr/lib/bengkel-crm")
PYTHON = "python3.11"
QT_PLUGINS = re.compile(
    r"platforms/lib(qxcb|qoffscreen|qminimal)\.so|platforminputcontexts/.*"
    r"|platformthemes/libqxdgdesktopportal\.so"
    r"|iconengines/libqsvgicon\.so|imageformats/libq(svg|jpeg|gif|ico|webp)\.so|printsupport/.*"
)
COMMAND = f'#!/bin/sh\nexec /{HOME.as_posix()}/bin/python -P -m bengkel_crm "$@"\n'


def main() -> None:
    wheels, app_wheel, root = map(Path, sys.argv[1:4])
    home = root / HOME
    site = home / "lib" / PYTHON / "site-packages"
    site.mkdir(parents=True)
    unpack_wheels((*sorted(wheels.glob("*.whl")), app_wheel), site)
    leave_out(site)
    make_environment(home)
    gather_licences(site, root / "usr/share/doc/bengkel-crm")
    # Nobody but the administrator may write there later.
    compileall.compile_dir(
        site,
        quiet=1,
        stripdir=str(root),
        prependdir="/",
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
    )
    for name in ("bengkel-crm", "bengkel-crm-window"):
        command = root / "usr/bin" / name
        command.parent.mkdir(parents=True, exist_ok=True)
        command.write_text(COMMAND, "utf-8")
        command.chmod(0o755)


def make_environment(home: Path) -> None:
    """Make the folder an environment of the system's Python."""
    (home / "bin").mkdir()
    (home / "bin" / "python").symlink_to(f"/usr/bin/{PYTHON}")
    (home / "pyvenv.cfg").write_text("home = /usr/bin\ninclude-system-site-packages = false\n", "utf-8")


def leave_out(site: Path) -> None:
    """Remove what the program never loads."""
    qt = site / "PySide6"
    for path in [path for path in qt.rglob("*") if path.is_file() or path.is_symlink()]:
        if not is_wanted(path.relative_to(qt).as_posix()):
            path.unlink()
    for path in site.rglob("*.pyi"):
        path.unlink()
    drop_unneeded(
        {path.name: path for path in (qt / "Qt" / "lib").glob("*.so*")},
        [*qt.glob("*.so*"), *(qt / "Qt" / "plugins").rglob("*.so"), *(site / "shiboken6").glob("*.so*")],
        needed_by,
    )
    drop_empty(qt)


def is_wanted(inside: str) -> bool:
    """Return whether a file of PySide6 may be needed; its libraries are asked for afterwards."""
    parts = inside.split("/")
    if parts[0] == "Qt":
        if parts[1] == "plugins":
            return QT_PLUGINS.fullmatch("/".join(parts[2:])) is not None
        return parts[1] == "lib"
    if parts[0] in QT_FOLDERS or (len(parts) == 1 and "." not in inside):
        return False
    module = re.fullmatch(r"(Qt\w+)\.abi3\.so", inside)
    return module is None or module[1] in QT_MODULES


def needed_by(library: Path) -> Iterator[str]:
    """Yield the names of the libraries that one loads."""
    told = subprocess.run(["readelf", "-d", library], capture_output=True, text=True, check=True).stdout
    yield from re.findall(r"\(NEEDED\).*\[(.+)\]", told)


if __name__ == "__main__":
    main()
