"""The shop's picture: what one is, told by its bytes, and how it stands in the shop file as a text."""

import base64
import binascii

MOST_BYTES = 1 << 20
# A picture begins so, whatever its file is called.
_BEGINNINGS = {
    b"\x89PNG\r\n\x1a\n": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"GIF87a": ".gif",
    b"GIF89a": ".gif",
    b"BM": ".bmp",
}
_WEBP = (b"RIFF", b"WEBP")
ENDINGS = (*dict.fromkeys(_BEGINNINGS.values()), ".jpeg", ".webp")


def ending_of(data: bytes) -> str | None:
    """Return the ending that a picture's file should have, or None for what is no picture of at most 1 MB."""
    if len(data) > MOST_BYTES:
        return None
    if data[:4] == _WEBP[0] and data[8:12] == _WEBP[1]:
        return ".webp"
    return next((ending for mark, ending in _BEGINNINGS.items() if data.startswith(mark)), None)


def text_of(picture: bytes) -> str:
    """Return a picture as a text."""
    return base64.b64encode(picture).decode("ascii")


def picture_from(text: str) -> bytes | None:
    """Return the picture that a text holds, or None where it holds none."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if ending_of(data) is not None else None
