"""The entrance: a command runs in the terminal, no command opens the window."""

import gc
import sys
from pathlib import Path


def main() -> int:
    """Run what the command line asks for and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            # A customer's name must not end a command on a terminal that lacks a letter of it.
            stream.reconfigure(errors="replace")
    # Each face loads its own half of the program: the window starts without the commands' imports, and
    # when nothing is asked for, without what reads the command line.
    if len(sys.argv) == 1:
        return _open_window(None, None, False)
    from bengkel_crm.arguments import build_parser

    parser = build_parser()
    options = parser.parse_args()
    if options.command is None:
        return _open_window(options.database, options.language, options.demo)
    from bengkel_crm import cli

    return cli.run(parser, options)


def _open_window(database: Path | None, language: str | None, demo: bool) -> int:
    # Hardly anything becomes garbage while the program is loaded; the first paint turns collecting on again.
    gc.disable()
    from bengkel_crm import app

    return app.run(database, language, demo)


if __name__ == "__main__":
    sys.exit(main())
