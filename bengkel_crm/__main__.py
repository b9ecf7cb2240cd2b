"""The entrance: a command runs in the terminal, no command opens the window."""

import sys

from bengkel_crm.arguments import build_parser


def main() -> int:
    """Run what the command line asks for and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            # A customer's name must not end a command on a terminal that lacks a letter of it.
            stream.reconfigure(errors="replace")
    parser = build_parser()
    options = parser.parse_args()
    # Each face loads its own half of the program: the window starts without the commands' imports.
    if options.command is None:
        from bengkel_crm import app

        return app.run(options.database, options.language, options.demo)
    from bengkel_crm import cli

    return cli.run(parser, options)


if __name__ == "__main__":
    sys.exit(main())
