"""Which files a process has locked, as Linux tells it."""

import os
from pathlib import Path

LOCKS = Path("/proc/locks")


def locked_by(pid: int, path: Path) -> bool:
    """Return whether a process holds POSIX locks on the file at `path`."""
    inode = str(path.stat().st_ino)
    for line in LOCKS.read_text(encoding="ascii").splitlines():
        words = line.split()
        if words[1] == "POSIX" and words[4] == str(pid) and words[5].rsplit(":", 1)[1] == inode:
            return True
    return False


def locked_by_this_process(path: Path) -> bool:
    """Return whether this process holds POSIX locks on the file at `path`."""
    return locked_by(os.getpid(), path)
