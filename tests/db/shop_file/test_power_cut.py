"""A power cut at any moment of a backup: what was not synced is lost, torn or comes in another order."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bengkel_crm.base import errors
from bengkel_crm.db.engine import vacuum
from bengkel_crm.db.engine.connection import SCHEMA_VERSION
from bengkel_crm.db.shop_file.manifests import manifest_of, read_manifest
from bengkel_crm.workshop.shop_file import backup
from bengkel_crm.workshop.shop_file.shop_file import Database
from tests.factories import make_vehicle

_NOW = datetime(2026, 8, 12, 17, 5, 30)
# python -m pytest tests/db/shop_file/test_power_cut.py with POWER_CUTS=3000 is the full run.
_CUTS = int(os.environ.get("POWER_CUTS", "60"))


@dataclass(frozen=True)
class Step:
    """One change of the folder: a file synced, a name given, a name taken; or the folder synced."""

    kind: str
    name: str = ""
    content: bytes = b""
    to: str = ""


class Recorder:
    """Writes down what is done to the files of one folder, in order."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.steps: list[Step] = []

    @contextmanager
    def recording(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for name in ("fsync", "replace", "unlink"):
                patch.setattr(os, name, self._wrapped(getattr(os, name), getattr(self, f"_{name}")))
            yield

    def _wrapped(self, plain: Callable[..., Any], note: Callable[..., None]) -> Callable[..., Any]:
        def step(*args: Any, **named: Any) -> Any:
            result = plain(*args, **named)
            note(*args)
            return result

        return step

    def _fsync(self, handle: int) -> None:
        path = Path(f"/proc/self/fd/{handle}").readlink()
        if path == self.folder:
            self.steps.append(Step("folder"))
        elif path.parent == self.folder:
            self.steps.append(Step("file", path.name, path.read_bytes()))

    def _replace(self, source: Any, target: Any) -> None:
        if Path(target).parent == self.folder:
            self.steps.append(Step("replace", Path(source).name, to=Path(target).name))

    def _unlink(self, path: Any, *_: Any) -> None:
        if Path(path).parent == self.folder:
            self.steps.append(Step("unlink", Path(path).name))


def _after_cut(before: dict[str, bytes], steps: list[Step], luck: random.Random) -> dict[str, bytes]:
    """Return a folder as it may be after a cut behind the last of `steps`.

    What was named before the folder was synced stays so; of the names since then any may have reached the
    disk, in any order. The content of a file is there when it was synced, else any part of it.
    """
    last_sync = max((place for place, step in enumerate(steps) if step.kind == "folder"), default=-1)
    files = dict(before)
    contents = {step.name: step.content for step in steps if step.kind == "file"}
    late: list[Step] = []
    for place, step in enumerate(steps):
        if step.kind in ("replace", "unlink"):
            if place < last_sync:
                _do(step, files, contents)
            else:
                late.append(step)
    late = [step for step in late if luck.random() < 0.5]
    luck.shuffle(late)
    for step in late:
        _do(step, files, contents)
    return files


def _do(step: Step, files: dict[str, bytes], contents: dict[str, bytes]) -> None:
    if step.kind == "unlink":
        files.pop(step.name, None)
    else:
        # Never synced: nothing of it need be there.
        files[step.to] = contents.get(step.name, b"")


def _holds(folder: Path) -> int | None:
    """Return how many vehicles the copy holds that a restore would take, None when it would be refused."""
    copy = folder / "cadangan.db"
    try:
        manifest = read_manifest(copy)
        if manifest is not None and manifest.sha256 != vacuum.checksum(copy):
            return None
        return vacuum.verify_copy(copy, SCHEMA_VERSION, None)["vehicle"]
    except (errors.ShopFileError, OSError):
        return None


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _spread(files: dict[str, bytes], folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture
def recorded(database: Database, tmp_path: Path) -> tuple[dict[str, bytes], list[Step]]:
    """A folder with a copy of one vehicle, and the steps that put one of two in its place."""
    stick = tmp_path / "stick"
    stick.mkdir()
    make_vehicle(database)
    backup.back_up(database, stick / "cadangan.db", _NOW)
    before = _files(stick)
    make_vehicle(database)
    recorder = Recorder(stick)
    with recorder.recording():
        backup.back_up(database, stick / "cadangan.db", _NOW)
    return before, recorder.steps


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the name of an open file is asked of /proc")
def test_no_power_cut_leaves_no_copy_and_none_takes_a_told_one(
    recorded: tuple[dict[str, bytes], list[Step]], tmp_path: Path
) -> None:
    before, steps = recorded
    luck = random.Random(7)
    for cut in range(_CUTS):
        done = steps[: cut % (len(steps) + 1)]
        held = _holds(_spread(_after_cut(before, done, luck), tmp_path / "cut"))
        assert held in (1, 2), done
        assert held == 2 or len(done) < len(steps)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the name of an open file is asked of /proc")
@pytest.mark.parametrize("left_out", ["file", "folder"])
def test_a_backup_that_waits_for_nothing_would_be_found_out(
    recorded: tuple[dict[str, bytes], list[Step]], tmp_path: Path, left_out: str
) -> None:
    before, steps = recorded
    hasty = [step for step in steps if step.kind != left_out]
    luck = random.Random(7)
    held = {_holds(_spread(_after_cut(before, hasty, luck), tmp_path / "cut")) for _ in range(60)}
    assert held & {None, 1}


def test_a_manifest_left_from_the_copy_before_would_be_found_out(
    recorded: tuple[dict[str, bytes], list[Step]], tmp_path: Path
) -> None:
    before, _ = recorded
    folder = _spread(before, tmp_path / "mixed")
    copy = folder / "cadangan.db"
    shutil.copy(tmp_path / "stick" / "cadangan.db", copy)
    assert _holds(folder) is None
    manifest_of(copy).unlink()
    assert _holds(folder) == 2
