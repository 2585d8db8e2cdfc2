"""How fast questions are answered, as ratios on this machine: ``python -m tests.benchmarks.asking [LETTERS] [SEED]``.

Generates a corpus of 100,000 letters (or as many as named) and one of a tenth, and prints what DESIGN section 6 asks
of list, search, stats, add, completion, the first build of the index and its refresh; CPU time of all processes. Peers
that are installed answer like questions in the same run.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.corpora import compose
from tests.benchmarks.measuring import CORPUSCLI, Used, run
from tests.benchmarks.peers import peers

if TYPE_CHECKING:
    from collections.abc import Sequence

GRAIN = 2.1
"""Seconds after which a file's time is trusted."""
FILES = "import os\nfor f, _, n in os.walk('.'):\n  for p in n:\n    if p.endswith('.txt'): "
READ = f"{FILES}open(os.path.join(f, p), 'rb').read()"
WALK = (
    "import os\n"
    "def walk(folder):\n"
    "  for entry in os.scandir(folder):\n"
    "    if entry.is_dir(): walk(entry.path)\n"
    "    elif entry.name.endswith('.txt'): entry.stat()\n"
    "walk('.')"
)
QUESTIONS = {
    "list, all ids": ("list", "--format", "ids"),
    "list, one sender since 1921, csv": ("list", "--sender", "Karov", "--since", "1921", "--format", "csv"),
    "list, tag and type, ids": ("list", "tag:genoa type:telegram date:1921..1922", "--format", "ids"),
    "list, archive and fond, ids": ("list", "--archive", "RGASPI", "--fond", "85", "--format", "ids"),
    "list, all columns of all letters, csv": ("list", "--format", "csv"),
    "stats": ("stats",),
}
SEARCH = ("search", "kamuka torchi*", "--limit", "20", "--format", "json")


@dataclass(frozen=True, slots=True)
class Bench:
    """A corpus under measure.

    Args:
        corpus: Its folder.
        empty: A corpus without letters.
        cache: Where indexes lie.
        bare: CPU seconds of ``python -c pass``.
        walk: CPU seconds of a walk with stat, without the start.
        read: CPU seconds of reading all bytes, without the start.
    """

    corpus: Path
    empty: Path
    cache: Path
    bare: float
    walk: float
    read: float

    def ask(self, command: Sequence[str], *, empty: bool = False, times: int = 3) -> Used:
        """Run a command of corpuscli."""
        place = self.empty if empty else self.corpus
        return run((*CORPUSCLI, *command), place, {"XDG_CACHE_HOME": str(self.cache)}, times)


def prepared(place: Path, letters: int, seed: int) -> Bench:
    """Generate a corpus and measure what is compared with."""
    corpus, empty = compose(place / f"{letters}", letters, seed), compose(place / "empty", 0)
    time.sleep(GRAIN)
    bare = run((sys.executable, "-c", "pass"), corpus, times=9).cpu
    walk, read = (run((sys.executable, "-c", code), corpus, times=5).cpu - bare for code in (WALK, READ))
    print(
        f"\n{letters} letters, seed {seed}: walk, stat {walk:.2f} s, reading {read:.2f} s, python -c pass {bare:.3f} s"
    )
    return Bench(corpus, empty, place / "cache", bare, walk, read)


def ask_all(bench: Bench) -> None:
    """Print the ratios of first build, questions and changes."""
    first = bench.ask(("list", "--count"), times=1)
    say("first build", (first.cpu - bench.bare) / bench.read, "x reading all bytes (at most 25)", first)
    bench.ask(("list", "--count"), times=1)
    refresh = bench.ask(("list", "--count"))
    base = refresh.cpu - bench.ask(("list", "--count"), empty=True).cpu
    for name, command in QUESTIONS.items():
        bench.ask(command, times=1)
        used = bench.ask(command)
        ratio = (used.cpu - bench.ask(command, empty=True).cpu) / bench.walk
        say(name, ratio, "x walk and stat (list with filters: at most 1.8; 60 MiB)", used)
    used = bench.ask(SEARCH)
    more = used.cpu - bench.ask(SEARCH, empty=True).cpu - base
    say("search, first 20 with snippets", more * 1000, "ms over list's refresh (at most 20)", used)
    _changes(bench)
    add = ("add", "--sender", "A. Karov", "--recipient", "B. Orlova", "--date", "1921-03-10", "-")
    used = bench.ask((*add, "--force"), times=5)
    say("add one letter", used.cpu / bench.bare, "x python -c pass (at most 12)", used)
    for words in (("list", "--sender", "Ka"), ("show", "1921-0"), ("list", "--tag", "")):
        used = completed(bench, words)
        say(f"completion of {' '.join(words)}", used.cpu / bench.bare, "x python -c pass (at most 8)", used)


def completed(bench: Bench, words: Sequence[str]) -> Used:
    """Ask for the completion of a line as bash does."""
    line = {"_CORPUSCLI_COMPLETE": "complete_bash", "COMP_WORDS": " ".join(("corpuscli", *words))}
    line |= {"COMP_CWORD": str(len(words)), "XDG_CACHE_HOME": str(bench.cache)}
    return run(CORPUSCLI, bench.corpus, line, times=5)


def _changes(bench: Bench) -> None:
    paths = sorted(bench.corpus.glob("*/*.txt"))
    empty = bench.ask(("list", "--count"), empty=True).cpu
    for number in (1, 100, 10_000):
        for path in paths[:: max(1, len(paths) // number)][:number]:
            with path.open("a", encoding="utf-8") as file:
                file.write("One word more.\n")
        used = bench.ask(("list", "--count"), times=1)
        time.sleep(GRAIN)
        say(f"refresh after {number} changes", (used.cpu - empty) / bench.walk, "x walk and stat", used)


def say(name: str, figure: float, unit: str, used: Used) -> None:
    """Print one figure."""
    failed = f"  EXIT {used.code}" if used.code else ""
    print(f"{name:42} {figure:8.2f} {unit}; {used.cpu:.3f} s, {used.memory:.0f} MiB{failed}", flush=True)


def main() -> None:
    """Measure and print."""
    letters = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1921
    with tempfile.TemporaryDirectory() as place:
        for count in (letters // 10, letters):
            bench = prepared(Path(place), count, seed)
            ask_all(bench)
        peers(bench.corpus, Path(place))


if __name__ == "__main__":
    main()
