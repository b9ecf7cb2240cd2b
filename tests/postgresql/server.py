"""A PostgreSQL of its own: made and stopped in a temporary folder, reached through a socket there alone."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from peewee import PostgresqlDatabase

from tests.needs import is_root

_PROGRAMS = Path("/usr/lib/postgresql/15/bin")
_USER = "postgres"
# No answer to the network, no waiting for the disk: it lives as long as the tests.
_OPTIONS = "-c listen_addresses= -c fsync=off -c unix_socket_directories={folder}"


@contextmanager
def running_server() -> Iterator[Path]:
    """Yield the folder in which a new server's socket lies."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # It refuses to run as root; Debian's package brings a user.
        as_whom: dict[str, Any] = {}
        if is_root():
            as_whom = {"user": _USER, "group": _USER, "extra_groups": [], "cwd": "/"}
            subprocess.run(["chown", _USER, name], check=True)
        data = folder / "data"

        def run(program: str, *words: str) -> None:
            subprocess.run(
                [_PROGRAMS / program, "-D", data, *words], check=True, stdout=subprocess.DEVNULL, **as_whom
            )

        run("initdb", "--auth=trust", f"--username={_USER}", "--encoding=UTF8", "--locale=C.UTF-8")
        run("pg_ctl", "start", "--wait", "-l", str(folder / "log"), "-o", _OPTIONS.format(folder=folder))
        try:
            yield folder
        finally:
            run("pg_ctl", "stop", "--wait", "--mode=fast")


def connect(folder: Path) -> PostgresqlDatabase:
    """Return a connection to the server whose socket lies in a folder."""
    return PostgresqlDatabase(
        "postgres",
        host=str(folder),
        user=_USER,
        prefer_psycopg3=True,
        autoconnect=True,
        # A whole number of SQLite's has eight bytes.
        field_types={"INT": "BIGINT"},
    )
