"""The entrance: a command runs in the terminal, no command opens the window."""

import sys


def main() -> int:
    """Run what the command line asks for and return the exit code."""
    from bengkel_crm import cli

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
