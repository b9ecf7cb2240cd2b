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
            if not stream.isatty():
                # Windows would write a file in the code page of the country, with "?" for the other letters.
                stream.reconfigure(encoding="utf-8", errors="replace")
    # Each face loads its own half of the program: the window starts without the commands' imports, and
    # when nothing is asked for, without what reads the command line.
    if len(sys.argv) == 1:
        return _open_window(None, None, False)
    from bengkel_crm.base.plain_stream import hand_on_or_drop
    from bengkel_crm.cli.arguments import build_parser

    parser = build_parser()
    try:
        options = parser.parse_args()
    except SystemExit:
        # Help, the version or a wrong word was told; perhaps to nobody any more.
        for stream in (sys.stdout, sys.stderr):
            hand_on_or_drop(stream)
        raise
    if options.command is None:
        return _open_window(options.database, options.language, options.demo)
    from bengkel_crm.cli import run

    return run.run(parser, options)


def _open_window(database: Path | None, language: str | None, demo: bool) -> int:
    # Hardly anything becomes garbage while the program is loaded; the first paint turns collecting on again.
    gc.disable()
    try:
        from bengkel_crm import app
    except (ImportError, OSError) as problem:
        if sys.stderr is not None:
            raise
        # Started without a terminal: nobody would ever see why no window comes.
        _tell_unseen(problem)
        return 1
    return app.run(database, language, demo)


def _tell_unseen(problem: Exception) -> None:
    """Write a problem into the log, and show it in the box that Windows itself has."""
    import ctypes
    import traceback

    from bengkel_crm.base.disk import append_to_log
    from bengkel_crm.base.paths import log_file

    append_to_log(log_file(), "".join(traceback.format_exception(problem)))
    windows = getattr(ctypes, "windll", None)
    if windows is not None:
        text = (
            "Bengkel CRM tidak lengkap. Pasang sekali lagi.\n"
            "Bengkel CRM is not complete. Please install it again."
        )
        windows.user32.MessageBoxW(None, f"{text}\n\n{problem}", "Bengkel CRM", 0x10)


if __name__ == "__main__":
    sys.exit(main())
