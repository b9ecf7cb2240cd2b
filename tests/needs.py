"""What only some systems have: each function gives it, or leaves out the test that asks, and says why."""

import importlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# Programs of Unix: its shell runs ./start, its signals reach the window on the X server.
needs_unix = pytest.mark.skipif(os.name != "posix", reason="needs a Unix system")
needs_bytes_names = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere every name of a file is a text"
)
needs_other_users = pytest.mark.skipif(
    not hasattr(os, "getuid"), reason="needs modes of files and a user without powers"
)
needs_no_screen = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere there always is a screen: the window would open and wait"
)

# Code that makes a process of its own anybody's: root may write anywhere, a clerk may not.
GIVE_UP_POWERS = """
import os
if os.getuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
"""


def without_powers(command: list[str]) -> list[str]:
    """Return a command that may write only where the modes of files let its user: root may write anywhere."""
    if os.name != "posix":
        pytest.skip("needs modes of files")
    if os.getuid() != 0:
        return command
    if shutil.which("setpriv") is None:
        pytest.skip("needs setpriv to give up the powers of root")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]


def is_root() -> bool:
    """Tell whether these tests run with all powers."""
    return os.name == "posix" and os.getuid() == 0


# Code with a function that tells the megabytes which a process and its children needed at their peaks;
# nothing where the system tells neither. Not ru_maxrss of the process: it inherits that of its starter.
PEAK_MEGABYTES = """
import re
from pathlib import Path
def peak_megabytes():
    try:
        import resource
        own = int(re.search("VmHWM:\\\\s+([0-9]+)", Path("/proc/self/status").read_text())[1])
    except (ImportError, OSError):
        return 0.0
    return (own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024
"""


def make_pipe(path: Path) -> None:
    """Make a pipe with a name."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs pipes in folders")
    os.mkfifo(path)


def make_link(path: Path, to: Path) -> None:
    """Make a symbolic link; Windows lets only some users do so."""
    try:
        path.symlink_to(to)
    except (NotImplementedError, OSError) as error:
        pytest.skip(f"needs symbolic links: {error}")


@contextmanager
def longest_file(size: int) -> Iterator[None]:
    """Within the block no file grows beyond so many bytes, as on a full disk."""
    try:
        limits = importlib.import_module("resource")
    except ImportError:
        pytest.skip("needs a limit on the size of files")
    usual = limits.getrlimit(limits.RLIMIT_FSIZE)
    limits.setrlimit(limits.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        limits.setrlimit(limits.RLIMIT_FSIZE, usual)


def is_writable_handle(handle: int) -> bool:
    """Tell whether an open file may be written, as Unix tells it."""
    try:
        control = importlib.import_module("fcntl")
    except ImportError:
        pytest.skip("needs a system that tells how a file was opened")
    return bool(control.fcntl(handle, control.F_GETFL) & os.O_ACCMODE != os.O_RDONLY)
