"""Run only where they are asked for by their mark (`./start test-postgresql`): they need a server."""

from pathlib import Path

import pytest


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the folder out of whatever else is run."""
    del collection_path
    return None if config.option.markexpr == "postgresql" else True
