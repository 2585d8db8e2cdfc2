"""Fuzzes the readers: ``python -m tests.faults.fuzz [--minutes 1] [TARGET ...]``, all of ``targets`` by default.

Needs atheris (``pip install atheris``), which follows the branches that an input takes. An input that raises what is
none of our errors, or breaks what must hold, is kept in the working folder as ``crash-...`` and ends the run with exit
code 1; so does one that takes longer than 20 s (``timeout-...``).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.targets import TARGETS, seeds

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGES = ["corpuscli.text", "corpuscli.intake", "corpuscli.store", "corpuscli.model"]
LONGEST = 4096
"""Bytes of one input."""


def fuzz(name: str, minutes: float, folder: str) -> None:
    """Fuzz one target; the process ends with it."""
    import atheris

    for number, seed in enumerate(seeds(name)):
        (Path(folder) / str(number)).write_bytes(seed.encode()[:LONGEST])
    target = TARGETS[name]
    with atheris.instrument_imports(include=PACKAGES):
        target("")
    options = [f"-max_total_time={round(minutes * 60)}", f"-max_len={LONGEST}", "-timeout=20", "-rss_limit_mb=3000"]
    atheris.Setup(
        [sys.argv[0], *options, "-print_final_stats=1", folder], lambda data: target(data.decode("utf-8", "replace"))
    )
    atheris.Fuzz()


def main(words: Sequence[str]) -> int:
    """Fuzz the targets that are named, or all, each in a process of its own."""
    parser = argparse.ArgumentParser(prog="tests.faults.fuzz")
    parser.add_argument("targets", nargs="*", metavar="TARGET", choices=[*TARGETS, []], help=", ".join(TARGETS))
    parser.add_argument("--minutes", type=float, default=1.0, help="for each")
    parser.add_argument("--here", default="", help=argparse.SUPPRESS)
    asked = parser.parse_args(words)
    if asked.here:
        fuzz(asked.targets[0], asked.minutes, asked.here)
    worst = 0
    for name in asked.targets or TARGETS:
        with tempfile.TemporaryDirectory() as folder:
            again = ["-m", "tests.faults.fuzz", name, "--minutes", str(asked.minutes), "--here", folder]
            worst = max(worst, subprocess.run([sys.executable, *again], check=False).returncode != 0)
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
