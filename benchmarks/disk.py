"""What a process did to a folder, as recorded by strace, and what a disk may hold of it after a power cut.

Of what was not yet told to be on the disk (fsync), a cut may keep anything: none of it, a beginning of it,
any part of it in any order, half of a write in sectors of 512 bytes. Names are told to the disk by an fsync
of their folder; a journalling file system writes them earlier, in order.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

SECTOR = 512
_CALLS = (
    "openat,creat,close,dup,dup2,fcntl,lseek,write,writev,pwrite64,pwritev,pwritev2,ftruncate,truncate,fallocate,"
    "fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir,sendfile,copy_file_range"
)
_LINE = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+)")
_STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


def can_record() -> bool:
    """Tell whether processes can be recorded here."""
    return shutil.which("strace") is not None


@dataclass(frozen=True)
class Event:
    """One thing that happened: `kind` is write, cut, sync, name or told; `file` says to which."""

    kind: str
    file: int = -1
    at: int = 0
    data: bytes = b""
    # Of a name: make, move, link or drop; what has it; what gets it.
    deed: str = ""
    path: str = ""
    other: str = ""


@dataclass
class Recording:
    """Everything a process did below `root`, in order."""

    root: Path
    events: list[Event] = field(default_factory=list)


class _Reader:
    """Turns lines of strace into events; follows which number of the process stands for which file."""

    def __init__(self, root: Path) -> None:
        self._root = os.path.realpath(root)
        self._open: dict[int, int] = {}  # the process's number of an open file -> ours
        self._place: dict[int, int] = {}
        self._appends: set[int] = set()
        self._names: dict[str, int] = {}
        self._count = 0
        self.events: list[Event] = []

    def take(self, line: str) -> None:
        """Read one line; what failed changed nothing."""
        match = _LINE.match(line)
        if match is None or int(match[3]) < 0:
            return
        call, words, result = match[1], match[2], int(match[3])
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _STRING.findall(words)]
        numbers = [int(word) for word in re.findall(r"(?<![\w\"\\])-?\d+(?![\w\"])", _STRING.sub("", words))]
        if (take := getattr(self, f"_on_{call}", None)) is not None:
            take(words, texts, numbers, result)

    def _inside(self, text: bytes) -> str | None:
        path = str(Path(self._root, os.fsdecode(text)))
        return path if path.startswith(self._root + os.sep) or path == self._root else None

    def _new(self, path: str) -> int:
        self._count += 1
        self._names[path] = self._count
        return self._count

    def _on_openat(self, words: str, texts: list[bytes], _: list[int], result: int) -> None:
        self._forget(result)
        path = self._inside(texts[0])
        if path is None:
            return
        if path not in self._names:
            file = self._new(path)
            if "O_CREAT" in words:
                self.events.append(Event("name", file, deed="make", path=path))
        file = self._names[path]
        if "O_TRUNC" in words:
            self.events.append(Event("cut", file))
        self._open[result], self._place[result] = file, 0
        if "O_APPEND" in words:
            raise AssertionError("append is not followed")

    def _forget(self, number: int) -> None:
        self._open.pop(number, None)

    def _on_close(self, _: str, __: list[bytes], numbers: list[int], ___: int) -> None:
        self._forget(numbers[0])

    def _on_lseek(self, _: str, __: list[bytes], numbers: list[int], result: int) -> None:
        self._place[numbers[0]] = result

    def _on_write(self, _: str, texts: list[bytes], numbers: list[int], result: int) -> None:
        if numbers[0] == 1:
            self.events.append(Event("told", data=texts[0].strip()))
        elif numbers[0] in self._open:
            at = self._place[numbers[0]]
            self.events.append(Event("write", self._open[numbers[0]], at, texts[0][:result]))
            self._place[numbers[0]] = at + result

    def _on_pwrite64(self, _: str, texts: list[bytes], numbers: list[int], result: int) -> None:
        if numbers[0] in self._open:
            self.events.append(Event("write", self._open[numbers[0]], numbers[-1], texts[0][:result]))

    def _on_ftruncate(self, _: str, __: list[bytes], numbers: list[int], ___: int) -> None:
        if numbers[0] in self._open:
            self.events.append(Event("cut", self._open[numbers[0]], numbers[1]))

    def _on_fsync(self, _: str, __: list[bytes], numbers: list[int], ___: int) -> None:
        if numbers[0] in self._open:
            file = self._open[numbers[0]]
            path = next((path for path, known in self._names.items() if known == file), "")
            self.events.append(Event("sync", file, path=path))

    _on_fdatasync = _on_fsync

    def _on_rename(self, _: str, texts: list[bytes], __: list[int], ___: int) -> None:
        old, new = self._inside(texts[0]), self._inside(texts[1])
        if old is None or new is None:
            return
        file = self._names.pop(old)
        self._names[new] = file
        self.events.append(Event("name", file, deed="move", path=old, other=new))

    _on_renameat = _on_renameat2 = _on_rename

    def _on_link(self, _: str, texts: list[bytes], __: list[int], ___: int) -> None:
        old, new = self._inside(texts[0]), self._inside(texts[1])
        if old is None or new is None:
            return
        self._names[new] = self._names[old]
        self.events.append(Event("name", self._names[old], deed="link", path=old, other=new))

    _on_linkat = _on_link

    def _on_unlink(self, words: str, texts: list[bytes], _: list[int], __: int) -> None:
        path = self._inside(texts[0])
        if path is not None and "AT_REMOVEDIR" not in words and path in self._names:
            self.events.append(Event("name", self._names.pop(path), deed="drop", path=path))

    _on_unlinkat = _on_unlink

    def _refuse(self, words: str, _: list[bytes], numbers: list[int], __: int) -> None:
        if numbers and numbers[0] in self._open:
            raise AssertionError(f"not followed: {words[:80]}")

    _on_writev = _on_pwritev = _on_pwritev2 = _on_sendfile = _on_copy_file_range = _on_dup = _on_dup2 = (
        _refuse
    )
    _on_fallocate = _refuse


def record(command: Sequence[str], root: Path, log: Path) -> Recording:
    """Run a command in `root` and return what it did there; it tells what it has done by lines on its output.

    Raises:
        AssertionError: it failed, or did something that is not followed.
    """
    words = ["strace", "-o", str(log), "-xx", "-s", "1000000", "-e", f"trace={_CALLS}", *command]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    reader = _Reader(root)
    with log.open(encoding="ascii") as lines:
        for line in lines:
            reader.take(line)
    return Recording(Path(os.path.realpath(root)), reader.events)


@dataclass(frozen=True)
class Rule:
    """How a disk treats what was not told to be on it."""

    name: str
    # How much of the writes that wait is kept: none, a beginning, any of them, or any sector of any of them.
    keeps: str
    # A journal keeps names in their order, and an fsync of any file writes those before it.
    journal: bool


RULES = tuple(
    Rule(f"{keeps}, {'journal' if journal else 'no journal'}", keeps, journal)
    for keeps in ("none", "beginning", "any", "sectors")
    for journal in (True, False)
)


def _write(content: bytearray, at: int, data: bytes) -> None:
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(data)] = data


class Disk:
    """The state of a disk while a recording goes by."""

    def __init__(self, rule: Rule, random: Random, *, obeys: bool = True) -> None:
        self._rule, self._random, self._obeys = rule, random, obeys
        self._content: dict[int, bytearray] = {}
        self._waiting: list[Event] = []
        self._names: dict[str, int] = {}
        self._waiting_names: list[Event] = []
        self.told: list[bytes] = []

    def take(self, event: Event) -> None:
        """Let one event go by."""
        if event.kind == "told":
            self.told.append(event.data)
        elif event.kind == "name":
            self._waiting_names.append(event)
        elif event.kind == "sync":
            if self._obeys:
                self._sync(event)
        else:
            self._waiting.append(event)

    def _sync(self, event: Event) -> None:
        rest = []
        for waiting in self._waiting:
            if waiting.file == event.file:
                self._apply(waiting)
            else:
                rest.append(waiting)
        self._waiting = rest
        later = []
        for name in self._waiting_names:
            folders = {str(Path(path).parent) for path in (name.path, name.other) if path}
            if self._rule.journal or event.path in folders:
                self._apply_name(name)
            else:
                later.append(name)
        self._waiting_names = later

    def _apply(self, event: Event) -> None:
        content = self._content.setdefault(event.file, bytearray())
        if event.kind == "write":
            _write(content, event.at, event.data)
        elif len(content) >= event.at:
            del content[event.at :]
        else:
            content.extend(bytes(event.at - len(content)))

    def _apply_name(self, event: Event) -> None:
        if event.deed == "drop":
            self._names.pop(event.path, None)
        elif event.deed == "make":
            self._names[event.path] = event.file
        else:
            if event.deed == "move" and self._names.get(event.path) == event.file:
                del self._names[event.path]
            self._names[event.other] = event.file

    def cut(self) -> None:
        """Let the power go: of what waits, the rule keeps some."""
        random = self._random
        names = self._waiting_names
        if self._rule.journal:
            names = names[: random.randint(0, len(names))]
        else:
            names = [name for name in names if random.random() < 0.5]
        for name in names:
            self._apply_name(name)
        waiting = self._waiting
        if self._rule.keeps == "none":
            waiting = []
        elif self._rule.keeps == "beginning":
            waiting = waiting[: random.randint(0, len(waiting))]
        elif self._rule.keeps == "any":
            waiting = [event for event in waiting if random.random() < 0.5]
            random.shuffle(waiting)
        for event in waiting:
            if self._rule.keeps == "sectors" and event.kind == "write":
                self._apply_sectors(event)
            else:
                self._apply(event)

    def _apply_sectors(self, event: Event) -> None:
        for start in range(0, len(event.data), SECTOR):
            if self._random.random() < 0.5:
                part = event.data[start : start + SECTOR]
                self._apply(Event("write", event.file, event.at + start, part))

    def lay_out(self, root: Path, to: Path) -> None:
        """Write what the disk holds into the folder `to`, which stands for `root`."""
        for path, file in self._names.items():
            place = to / os.path.relpath(path, root)
            place.parent.mkdir(parents=True, exist_ok=True)
            if not place.is_dir():
                place.write_bytes(self._content.get(file, b""))
