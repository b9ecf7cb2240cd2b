"""What every test gets: a shop file of its own, no network, no screen, none of the user's folders."""

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from bengkel_crm.workshop.shop_file.shop_file import Database

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_connect = socket.socket.connect


_not_judged = pytest.StashKey[int]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what LibreOffice is to judge where it is not there; the last lines say how many."""
    if shutil.which("soffice") is not None:
        return
    judged = [item for item in items if item.get_closest_marker("libreoffice") is not None]
    config.stash[_not_judged] = len(judged)
    if judged:
        items[:] = [item for item in items if item not in judged]
        config.hook.pytest_deselected(items=judged)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which tests had no judge."""
    if left_out := config.stash.get(_not_judged, 0):
        terminalreporter.write_line(f"LibreOffice is not installed: {left_out} tests were left out.")


def _refuse(self: socket.socket, address: Any) -> None:
    if self.family in (socket.AF_INET, socket.AF_INET6):
        raise AssertionError(f"a test reached for the network: {address}")
    _connect(self, address)


@pytest.fixture(autouse=True)
def _apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests off the network and out of the user's data folder."""
    monkeypatch.setattr(socket.socket, "connect", _refuse)
    monkeypatch.setenv("BENGKEL_CRM_DATA", str(tmp_path / "data"))


@pytest.fixture(scope="session")
def new_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop file as it is on the first day; made once, because making it waits for the disk."""
    # Imported here so that tests of the shelf and of widgets load no database.
    from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop

    path = tmp_path_factory.mktemp("new") / "toko.db"
    close_shop(open_shop(path))
    return path


@pytest.fixture
def database(tmp_path: Path, new_shop: Path) -> "Iterator[Database]":
    """A new shop file, closed at the end."""
    from bengkel_crm.workshop.shop_file.shop_file import close_shop, open_shop

    shop = open_shop(Path(shutil.copy(new_shop, tmp_path)))
    yield shop
    close_shop(shop)
