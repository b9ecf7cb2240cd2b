"""Keeping a child process within its time and memory, and ending it when nobody waits for it any more."""

import ctypes
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import Any

from bengkel_crm.base.errors import Cancelled

_EVERY_SECONDS = 0.02
_ASK_EVERY = 5  # rounds
_STATM = "/proc/{}/statm"
# Windows: JOBOBJECTINFOCLASS and the flags of its extended limits.
_EXTENDED_LIMITS = 9
_LIMIT_PROCESS_MEMORY, _KILL_ON_CLOSE = 0x100, 0x2000


class Watch:
    """Looks at a child as long as it has time; `is_late`, `is_too_big` and `stopped_by` say how it ended."""

    def __init__(self, child: "subprocess.Popen[bytes]", megabytes: int) -> None:
        self._child = child
        self._most_bytes = megabytes << 20
        self.is_late = False
        self.is_too_big = False
        self.stopped_by: BaseException | None = None

    @contextmanager
    def within(self, seconds: float, check: Callable[[], object] | None = None) -> Iterator[None]:
        """End the child when the block takes longer than that, when it takes too much memory, or when `check`
        says so, which is asked several times a second on another thread.

        Raises:
            Cancelled: `check` raised it.
        """
        over = Event()
        thread = Thread(target=self._look, args=(monotonic() + seconds, over, check), daemon=True)
        thread.start()
        try:
            yield
        except BaseException:
            self._child.kill()
            if self.stopped_by is not None:
                raise self.stopped_by from None
            raise
        finally:
            over.set()
            thread.join()

    def _look(self, until: float, over: Event, check: Callable[[], object] | None) -> None:
        rounds = 0
        while not over.wait(_EVERY_SECONDS):
            rounds += 1
            self.is_late = monotonic() > until
            self.is_too_big = (memory_of(self._child.pid) or 0) > self._most_bytes
            if check is not None and rounds % _ASK_EVERY == 0:
                try:
                    check()
                except Cancelled as problem:
                    self.stopped_by = problem
            if self.is_late or self.is_too_big or self.stopped_by is not None:
                self._child.kill()
                return


def memory_of(pid: int) -> int | None:
    """Return how many bytes of memory a process has now, None where that is not told or it is gone."""
    if os.name == "nt":
        return _memory_on_windows(pid)
    try:
        pages = Path(_STATM.format(pid)).read_bytes().split()[1]
    except (OSError, IndexError):
        return None
    return int(pages) * os.sysconf("SC_PAGESIZE")


def limit_on_windows(child: "subprocess.Popen[bytes]", megabytes: int) -> object | None:
    """Put a child into a job that bounds its memory and ends it with us; None on other systems.

    What is returned is to be kept as long as the child lives.
    """
    if os.name != "nt":
        return None
    return _job_on_windows(child, megabytes)


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS_EX."""

    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("PageFaultCount", ctypes.c_uint32),
        *(
            (name, ctypes.c_size_t)
            for name in (
                "PeakWorkingSetSize",
                "WorkingSetSize",
                "QuotaPeakPagedPoolUsage",
                "QuotaPagedPoolUsage",
                "QuotaPeakNonPagedPoolUsage",
                "QuotaNonPagedPoolUsage",
                "PagefileUsage",
                "PeakPagefileUsage",
                "PrivateUsage",
            )
        ),
    )


class _BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def _memory_on_windows(pid: int) -> int | None:
    windows: Any = getattr(ctypes, "windll", None)
    kernel, query = windows.kernel32, 0x0400 | 0x0010  # what may be asked, what may be read
    kernel.OpenProcess.restype = ctypes.c_void_p
    process = kernel.OpenProcess(query, False, pid)
    if not process:
        return None
    counters = _Counters()
    counters.cb = ctypes.sizeof(counters)
    try:
        told = windows.psapi.GetProcessMemoryInfo(
            ctypes.c_void_p(process), ctypes.byref(counters), counters.cb
        )
    finally:
        kernel.CloseHandle(ctypes.c_void_p(process))
    return int(max(counters.PrivateUsage, counters.WorkingSetSize)) if told else None


class _Job:
    """Closes a job's handle when it goes; that ends what is still in the job."""

    def __init__(self, kernel: Any, handle: int) -> None:
        self._kernel, self._handle = kernel, handle

    def __del__(self) -> None:
        self._kernel.CloseHandle(ctypes.c_void_p(self._handle))


def _job_on_windows(child: "subprocess.Popen[bytes]", megabytes: int) -> _Job | None:
    windows: Any = getattr(ctypes, "windll", None)
    kernel = windows.kernel32
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    handle = kernel.CreateJobObjectW(None, None)
    if not handle:
        return None
    limits = _ExtendedLimits()
    limits.BasicLimitInformation.LimitFlags = _LIMIT_PROCESS_MEMORY | _KILL_ON_CLOSE
    limits.ProcessMemoryLimit = megabytes << 20
    job, size = ctypes.c_void_p(handle), ctypes.sizeof(limits)
    kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size)
    process: Any = child  # its handle has no public name
    kernel.AssignProcessToJobObject(job, ctypes.c_void_p(int(process._handle)))
    return _Job(kernel, handle)
