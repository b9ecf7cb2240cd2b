"""What a command says, without the codes by which a text could speak to the terminal."""

from typing import TextIO

# A customer's name may hold them, from a book that came from anywhere: ESC moves and recolours what is shown.
_CONTROL = {
    code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"
} | dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


class PlainStream:
    """A stream of text to write to; letters that command a terminal are shown as one that can not be read."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text and return its length."""
        self._stream.write(text.translate(_CONTROL))
        return len(text)

    def flush(self) -> None:
        """Hand on what was written."""
        self._stream.flush()

    def fileno(self) -> int:
        """Return the number of the file behind."""
        return self._stream.fileno()

    def isatty(self) -> bool:
        """Tell whether that is a terminal."""
        return self._stream.isatty()
