"""Tries every fault at every call: ``python -m tests.faults [--every N] [--jobs N] [COMMAND ...]``.

First in this process, at every call of the writer; then, under strace, at every system call of whole commands. Prints
how many faults were injected for each command and kind, and how many left anything but the old or the intended bytes,
or what else must not be. Exit code 1 when any did.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.judging import Bench
from tests.faults.layer import KINDS
from tests.faults.points import points
from tests.faults.programs import PROGRAMS
from tests.faults.scenarios import SCENARIOS

if TYPE_CHECKING:
    from collections.abc import Sequence

MEMORY = Path("/dev", "shm")
Tally = tuple[Counter[tuple[str, str]], list[str]]


def try_part(name: str, every: int, part: int, parts: int) -> Tally:
    """Try one of several shares of a command's faults, and of these every so many."""
    counts: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    program = next(program for program in PROGRAMS if program.name == name)
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as place:
        bench = Bench(program, Path(place))
        for fault in bench.faults()[::every][part::parts]:
            counts[name, fault.kind] += 1
            wrong += bench.tried(fault)
    return counts, wrong


def in_process() -> Tally:
    """Try every kind of fault at every call of the writer."""
    counts: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as place:
        for scenario in SCENARIOS:
            folder = Path(place) / scenario.name
            folder.mkdir()
            for point, at in points(scenario, folder):
                for kind in KINDS:
                    counts[f"in process: {scenario.name}", kind.name] += 1
                    try:
                        point.tried(folder / "corpus", at, kind)
                    except AssertionError as problem:
                        wrong.append(str(problem))
                    shutil.rmtree(folder / "corpus")
    return counts, wrong


def main(words: Sequence[str]) -> int:
    """Try all, or the commands named."""
    parser = argparse.ArgumentParser(prog="tests.faults")
    parser.add_argument("commands", nargs="*", metavar="COMMAND", help="init, add, set, 'lint --fix' ...; default all")
    parser.add_argument("--every", type=int, default=1, help="try every so many faults only")
    parser.add_argument("--jobs", type=int, default=2, help="processes")
    asked = parser.parse_args(words)
    names = asked.commands or [program.name for program in PROGRAMS]
    counts, wrong = (Counter[tuple[str, str]](), list[str]()) if asked.commands else in_process()
    print(*wrong, sep="\n", end="\n" if wrong else "", file=sys.stderr, flush=True)
    with ProcessPoolExecutor(asked.jobs) as pool:
        tasks = [
            pool.submit(try_part, name, asked.every, part, asked.jobs) for name in names for part in range(asked.jobs)
        ]
        for task in tasks:
            found, bad = task.result()
            counts += found
            wrong += bad
            print(*bad, sep="\n", end="\n" if bad else "", file=sys.stderr, flush=True)
    for name in dict.fromkeys(command for command, _ in counts):
        kinds = ", ".join(f"{kind} {number}" for (command, kind), number in sorted(counts.items()) if command == name)
        print(f"{name}: {sum(number for (command, _), number in counts.items() if command == name)} ({kinds})")
    print(f"{counts.total()} faults; {len(wrong)} left what they must not")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
