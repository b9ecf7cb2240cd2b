"""Where things live: the shop's data in the user's own folder, the program's resources beside its code."""

import os
from pathlib import Path

_NAME = "Bengkel CRM"
_DATA_FOLDER_VARIABLE = "BENGKEL_CRM_DATA"
_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """Return the folder of the shop's data, which may not exist yet; `BENGKEL_CRM_DATA` names another."""
    chosen = os.environ.get(_DATA_FOLDER_VARIABLE, "").strip()
    if chosen:
        return Path(chosen).expanduser().absolute()
    # Imported here because it costs a tenth of the start, and `--database` does without it.
    import platformdirs

    # Without an author: Windows would nest two folders of the same name.
    return platformdirs.user_data_path(_NAME, appauthor=False)


def default_database() -> Path:
    """Return the shop file that opens when none is named."""
    return data_folder() / "bengkel.db"


def demo_database() -> Path:
    """Return the file of the sample data, apart from the shop's own."""
    return data_folder() / "demo.db"


def log_file() -> Path:
    """Return the file the program writes its log to."""
    return data_folder() / "bengkel-crm.log"


def storable_name(path: Path) -> str:
    """Return a file's name as a text for the shop file; bytes of it that are no text become "?"."""
    return path.name.encode(errors="replace").decode()


def is_file(path: Path) -> bool:
    """Return whether a plain file is there; a name that no disk takes is none."""
    try:
        return path.is_file()
    except OSError:  # longer than a name may be, for one
        return False


def is_folder(path: Path) -> bool:
    """Return whether a folder is there; a name that no disk takes is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def resources() -> Path:
    """Return the folder of icons, themes and tables: in the installed package, beside it in a checkout."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def pc_name() -> str:
    """Return what this PC calls itself."""
    return os.environ.get("COMPUTERNAME") or (os.uname().nodename if hasattr(os, "uname") else "")
