"""How fast questions are answered, as ratios on this machine: ``python -m tests.benchmarks.asking [LETTERS ...]``.

Generates corpora of 1,000, 10,000 and 100,000 letters (or of the numbers named) from a seed, and prints what DESIGN
section 6 asks of list, search, stats, add, completion, the first build of the index and its refresh: CPU time of all
processes. Peers that are installed answer like questions in the same run. At the end it says with which power of the
number of letters each figure grows: 1 is linear. ``--only list,search`` measures these alone; with ``--in FOLDER`` the
corpora are kept there, and found again.
"""

from __future__ import annotations

import argparse
import itertools
import math
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.bench import GRAIN, Bench, prepared
from tests.benchmarks.peers import peers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


COUNT = ("list", "--count")
QUESTIONS = {
    "list, all ids": ("list", "--format", "ids"),
    "list, one sender since 1921, csv": ("list", "--sender", "Karov", "--since", "1921", "--format", "csv"),
    "list, tag and type, ids": ("list", "tag:genoa type:telegram date:1921..1922", "--format", "ids"),
    "list, archive and opis, ids": ("list", "--archive", "RGASPI", "--opis", "1", "--format", "ids"),
}
WHOLE = {
    "list, all columns of all letters, csv": ("list", "--format", "csv"),
    "list, all letters as a table": ("list", "--format", "github"),
}
STATS = {"stats": ("stats",), "stats, pairs, csv": ("stats", "--of", "pairs", "--format", "csv")}
SEARCHES = {
    "search, two words": ("search", "kamuka torchi*", "--limit", "20", "--format", "json"),
    "search, a phrase of one sender": ("search", '"ba de"', "from:karov", "--limit", "20", "--format", "json"),
}
ADD = ("add", "--sender", "A. Karov", "--recipient", "B. Orlova", "--date", "1921-03-10", "--force", "-")
LINES = (("list", "--sender", "Ka"), ("show", "1921-0"), ("list", "--tag", ""), ("list", "@w"))


def build(bench: Bench) -> None:
    """Measure the first build of the index."""
    bench.forget()
    used = bench.ask(COUNT, times=1)
    bench.say("first build", (used.cpu - bench.bare) / bench.read, "x reading all bytes (at most 25)", used)


def ask(bench: Bench) -> None:
    """Measure list with filters, and without."""
    for questions, limit in ((QUESTIONS, " (at most 1.8; 60 MiB)"), (WHOLE, " (60 MiB)")):
        for name, command in questions.items():
            bench.warm(command)
            used = bench.ask(command)
            bench.say(name, bench.net(command, used) / bench.walk, f"x walk and stat{limit}", used)


def stats(bench: Bench) -> None:
    """Measure stats."""
    for name, command in STATS.items():
        bench.warm(command)
        used = bench.ask(command)
        bench.say(name, bench.net(command, used) / bench.walk, "x walk and stat", used)


def search(bench: Bench) -> None:
    """Measure how the first search reads all words, then what search takes beyond the refresh that list has as well."""
    bench.forget()
    bench.warm(COUNT)
    used = bench.ask(SEARCHES["search, two words"], times=1)
    bench.say("words, read at the first search", used.cpu / bench.read, "x reading all bytes", used)
    for name, command in SEARCHES.items():
        bench.warm(COUNT)
        used, over = bench.beyond(command, COUNT)
        bench.say(name, over * 1000, "ms over list's refresh (at most 20)", used)


def refresh(bench: Bench) -> None:
    """Measure the refresh after some letters have changed; their old bytes are given back."""
    bench.warm(COUNT)
    paths = sorted(bench.corpus.glob("*/*.txt"))
    for number in (1, 100, 10_000):
        if number > len(paths):
            continue
        chosen = paths[:: len(paths) // number][:number]
        sizes = [path.stat().st_size for path in chosen]
        for path in chosen:
            with path.open("a", encoding="utf-8") as file:
                file.write("One word more.\n")
        time.sleep(GRAIN)
        used = bench.ask(COUNT, times=1)
        bench.say(f"refresh after {number} changes", bench.net(COUNT, used) / bench.walk, "x walk and stat", used)
        for path, size in zip(chosen, sizes, strict=True):
            with path.open("r+b") as whole:
                whole.truncate(size)
        bench.warm(COUNT)


def add(bench: Bench) -> None:
    """Measure adding one letter; what was added is taken away again."""
    bench.warm(COUNT)
    used = bench.ask(ADD, times=5, said="Dear comrade, the talks go on.\n")
    bench.say("add one letter", used.cpu / bench.bare, "x python -c pass (at most 12)", used)
    for path in bench.corpus.glob("*.txt"):
        path.unlink()


def complete(bench: Bench) -> None:
    """Measure completion."""
    bench.warm(COUNT)
    for words in LINES:
        used = bench.completed(words)
        bench.say(f"completion of {' '.join(words)}", used.cpu / bench.bare, "x python -c pass (at most 8)", used)


SECTIONS: dict[str, Callable[[Bench], None]] = {
    "build": build, "list": ask, "stats": stats, "search": search, "refresh": refresh, "add": add,
    "completion": complete, "peers": peers,
}  # fmt: skip


def growth(benches: Sequence[Bench]) -> None:
    """Print the power of the number of letters with which each figure grows, from each corpus to the next."""
    first, last = benches[0], benches[-1]
    print(
        f"\ngrowth: the power of the number of letters, net of what an empty corpus takes; {first.letters} to", end=" "
    )
    print(" to ".join(str(bench.letters) for bench in benches[1:]))
    for name in filter(None, last.figures):
        known = [(bench.letters, bench.figures[name]) for bench in benches if name in bench.figures]
        steps = [
            f"{math.log(b[1] / a[1]) / math.log(b[0] / a[0]):.2f}" if a[1] > _LEAST and b[1] > _LEAST else "-"
            for a, b in itertools.pairwise(known)
        ]
        print(f"{name:42} {'  '.join(steps)}")


_LEAST = 0.010
"""Seconds below which a figure is noise."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="asking", description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("letters", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    parser.add_argument("--seed", type=int, default=1921)
    parser.add_argument("--only", default=",".join(SECTIONS), help="what is measured: " + ", ".join(SECTIONS))
    parser.add_argument("--in", dest="folder", default="", help="where corpora are kept")
    asked = parser.parse_args()
    names = asked.only.split(",")
    if unknown := set(names) - set(SECTIONS):
        sys.exit(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
    place = Path(asked.folder or tempfile.mkdtemp(prefix="corpuscli-"))
    try:
        benches: list[Bench] = []
        for letters in asked.letters:
            benches.append(prepared(place, letters, asked.seed))
            for name, measure in SECTIONS.items():
                if name in names:
                    measure(benches[-1])
        if len(benches) > 1:
            growth(benches)
    finally:
        if not asked.folder:
            shutil.rmtree(place)


if __name__ == "__main__":
    main()
