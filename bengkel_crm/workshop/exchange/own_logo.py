"""The shop's picture on the way through an export: a file beside the shop file, known there by its path."""

import base64
import binascii
from pathlib import Path

from bengkel_crm.workshop.exchange.own_book import OwnBook
from bengkel_crm.workshop.shop import LOGO

# Where the picture stands among the texts that no cell holds.
PLACE = ("setting", LOGO, "picture")
_MOST_BYTES = 4 << 20
_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".svg"})


def logo_name(kept: str) -> str:
    """Return what is exported in the place of a path that means nothing on another PC."""
    return Path(kept.replace("\\", "/")).name


def logo_text(kept: str) -> str | None:
    """Return the picture at a path as text, or None where there is none of a sensible size."""
    path = Path(kept)
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        return base64.b64encode(path.read_bytes()).decode("ascii")
    except OSError:
        return None


def put_logo(own: OwnBook, name: str, folder: Path) -> str:
    """Write the picture of an export into a folder and return its path; without one return the name.

    Raises:
        OSError: the disk refused.
    """
    suffix = Path(name).suffix.lower()
    text = own.texts.get(PLACE)
    if text is None or suffix not in _SUFFIXES:
        return name
    try:
        picture = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return name
    path = folder / f"logo{suffix}"
    path.write_bytes(picture)
    return str(path)
