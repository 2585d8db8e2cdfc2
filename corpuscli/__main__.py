"""``python -m corpuscli`` and the console script."""

from __future__ import annotations

import gc
import sys

CYCLES = 100_000
"""How many new objects make the collector look for cycles: with Python's 700, looking costs a twentieth of a start."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(CYCLES)
    from corpuscli.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
