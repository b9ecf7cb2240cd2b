"""`python -m benchmarks.kill 2000`: kill the program while it saves; nothing told as saved is lost."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import lives


def _show(done: int, total: int) -> None:
    if done % 50 == 0 or done == total:
        print(f"{done} of {total}", flush=True)


def main() -> int:
    """Return 0 when nothing was lost and nothing torn."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kill", description=__doc__)
    parser.add_argument("times", type=int, nargs="?", default=200)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        outcome = lives.run(Path(folder), options.times, progress=_show)
    told = f"{outcome.told} saves told, {outcome.kept_untold} kept but not yet told"
    print(f"{outcome.kills} kills, {told}")
    for fault in outcome.faults:
        print(fault)
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
