"""What a command says, without the codes by which a text could speak to the terminal."""

import errno
import os
import stat
from contextlib import suppress
from typing import TextIO

# A customer's name may hold them, from a book that came from anywhere: ESC moves and recolours what is shown.
_CONTROL = {
    code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"
} | dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))


class ReaderGone(Exception):
    """Whoever read the answer had enough of it (`| head`)."""


class PlainStream:
    """A stream of text to write to; letters that command a terminal are shown as one that can not be read."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text and return its length.

        Raises:
            ReaderGone
        """
        try:
            self._stream.write(text.translate(_CONTROL))
        except OSError as problem:
            raise _meaning_of(problem, self._stream) from problem
        return len(text)

    def flush(self) -> None:
        """Hand on what was written.

        Raises:
            ReaderGone
        """
        try:
            self._stream.flush()
        except OSError as problem:
            raise _meaning_of(problem, self._stream) from problem

    def fileno(self) -> int:
        """Return the number of the file behind."""
        return self._stream.fileno()

    def isatty(self) -> bool:
        """Return whether that is a terminal."""
        return self._stream.isatty()


def hand_on_or_drop(stream: TextIO | None) -> None:
    """Hand on what was written; where nobody reads it any more the rest goes nowhere.

    The interpreter would stumble over it at its end.
    """
    if stream is None:
        return
    try:
        PlainStream(stream).flush()
    except ReaderGone:
        drop_rest(stream)


def drop_rest(stream: TextIO) -> None:
    """Send what was not handed on yet, and all that follows, nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _meaning_of(problem: OSError, stream: TextIO) -> Exception:
    """Return what an error of a stream means."""
    if problem.errno == errno.EPIPE:
        return ReaderGone()
    with suppress(OSError):
        # Windows has no error of its own for a pipe without a reader.
        if problem.errno == errno.EINVAL and stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode):
            return ReaderGone()
    return problem
