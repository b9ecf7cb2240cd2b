"""The shop files that are measured: made once by the program's own generator and kept in the user's cache."""

import hashlib
import os
import shutil
from datetime import date
from itertools import count
from pathlib import Path

import platformdirs

import bengkel_crm
from bengkel_crm.workshop.demo.demo import fill_demo
from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop

TODAY = date(2026, 11, 21)
SEED = 20
_copies = count(1)
_PACKAGE = Path(bengkel_crm.__file__).parent


def _fingerprint() -> str:
    """Return a word that changes with anything that changes what a generated file holds."""
    folders = ("workshop/demo", "db/derived", "db/engine", "schema", "trade")
    sources = [path for folder in folders for path in sorted((_PACKAGE / folder).glob("*.py"))]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in sources))
    return digest.hexdigest()[:12]


def cache_folder() -> Path:
    """Return the folder of what is made once and measured often."""
    folder = platformdirs.user_cache_path("Bengkel CRM", appauthor=False) / "benchmarks"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def kept_fleet(vehicles: int) -> Path:
    """Return a shop file of so many vehicles, about 12.5 work orders each; making it takes a while."""
    folder = cache_folder()
    path = folder / f"{vehicles}-{_fingerprint()}.db"
    if not path.exists():
        for old in folder.glob(f"{vehicles}-*.db"):
            old.unlink(missing_ok=True)
        # Another run may be making the same file: each makes its own, and the last one stays.
        part = folder / f"{path.stem}-{os.getpid()}.part"
        try:
            database = open_shop(part)
            fill_demo(database, vehicles, SEED, today=TODAY)
            close_shop(database)
            part.replace(path)
        finally:
            for left in folder.glob(f"{part.name}*"):
                left.unlink()
    return path


def copy_of(fleet: Path, folder: Path) -> Path:
    """Return a copy that may be written to."""
    return Path(shutil.copy(fleet, folder / f"copy-{next(_copies)}.db"))
