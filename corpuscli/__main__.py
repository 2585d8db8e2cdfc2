"""``python -m corpuscli`` and the console script."""

from __future__ import annotations

import atexit
import gc
import os
import sys

CYCLES = 100_000
"""How many new objects make the collector look for cycles: with Python's 700, looking costs a twentieth of a start."""


def main() -> None:
    """Run the command line and leave with its exit code.

    All is flushed and closed by then. What was registered to be done at exit is done; Python's own taking apart of
    everything it has loaded, which nobody would see and which costs as much as its start, is left out.
    """
    gc.set_threshold(CYCLES)
    from corpuscli.store.patterns import patterns_of

    patterns = patterns_of(sys.argv[1] if len(sys.argv) > 1 else "")
    if patterns:
        patterns.use()
    from corpuscli.cli.app import run

    code = run(sys.argv[1:])
    if patterns and code in (0, 1):  # else there may be no such command
        patterns.keep()
    atexit._run_exitfuncs()  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - Python's own way has more to it
    os._exit(code)


if __name__ == "__main__":
    main()
