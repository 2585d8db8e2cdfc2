"""A corpus under measure, and what its figures are compared with."""

from __future__ import annotations

import shutil
import sys
import time
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.corpora import compose
from tests.benchmarks.measuring import CORPUSCLI, Used, run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

GRAIN = 2.1
"""Seconds after which a file's time is trusted."""
FEW = 300
READ = (
    "import os\n"
    "for f, _, n in os.walk('.'):\n"
    "  for p in n:\n"
    "    if p.endswith('.txt'): open(os.path.join(f, p), 'rb').read()"
)
WALK = (
    "import os\n"
    "def walk(folder):\n"
    "  for entry in os.scandir(folder):\n"
    "    if entry.is_dir(): walk(entry.path)\n"
    "    elif entry.name.endswith('.txt'): entry.stat()\n"
    "walk('.')"
)


@dataclass(frozen=True, slots=True)
class Bench:
    """A corpus under measure.

    Args:
        corpus: Its folder.
        letters: How many letters it has.
        empty: A corpus without letters.
        few: One of 300, where what a question names is found.
        cache: Where indexes lie.
        bare: CPU seconds of ``python -c pass``.
        walk: CPU seconds of a walk with stat, without the start.
        read: CPU seconds of reading all bytes, without the start.
        figures: CPU seconds of what was measured, net of what an empty corpus takes.
    """

    corpus: Path
    letters: int
    empty: Path
    few: Path
    cache: Path
    bare: float
    walk: float
    read: float
    figures: dict[str, float] = field(default_factory=dict[str, float])

    def ask(
        self, command: Sequence[str], *, place: Path | None = None, times: int = 3, said: str | None = None
    ) -> Used:
        """Run a command of corpuscli, in the corpus or another place."""
        return run((*CORPUSCLI, *command), place or self.corpus, {"XDG_CACHE_HOME": str(self.cache)}, times, said)

    def warm(self, command: Sequence[str]) -> None:
        """Bring the index in step, once files are old enough to be trusted."""
        time.sleep(GRAIN)
        self.ask(command, times=2)

    def forget(self) -> None:
        """Throw all indexes away."""
        shutil.rmtree(self.cache, ignore_errors=True)

    def net(self, command: Sequence[str], used: Used) -> float:
        """Return CPU seconds beyond those that the same takes on an empty corpus, where a name may be an error."""
        nothing = self.ask(command, place=self.empty, times=5)
        return used.cpu - (nothing if nothing.code == used.code else self.ask(command, place=self.few, times=6)).cpu

    def beyond(self, command: Sequence[str], other: Sequence[str], turns: int = 15) -> tuple[Used, float]:
        """Return what a command takes, and the CPU seconds beyond another, each net of what it takes on a small corpus.

        What is asked for are milliseconds in a second, and the machine's pace changes meanwhile: so the four run in
        turn, and the median of the differences counts.
        """
        cases = [(command, self.corpus), (command, self.few), (other, self.corpus), (other, self.few)]
        rounds = [[self.ask(words, place=place, times=1) for words, place in cases] for _ in range(turns)]
        over = median((mine.cpu - bare.cpu) - (theirs.cpu - start.cpu) for mine, bare, theirs, start in rounds)
        return sorted((mine for mine, *_ in rounds), key=lambda used: used.cpu)[turns // 2], over

    def completed(self, words: Sequence[str]) -> Used:
        """Ask for the completion of a line as bash does."""
        line = {"_CORPUSCLI_COMPLETE": "complete_bash", "COMP_WORDS": " ".join(("corpuscli", *words))}
        line |= {"COMP_CWORD": str(len(words)), "XDG_CACHE_HOME": str(self.cache)}
        return run(CORPUSCLI, self.corpus, line, times=5)

    def say(self, name: str, figure: float, unit: str, used: Used) -> None:
        """Print one figure, and keep what it took for the growth."""
        self.figures[name] = used.cpu - self._start()
        failed = f"  EXIT {used.code}" if used.code else ""
        print(f"{name:42} {figure:8.2f} {unit}; {used.cpu:.3f} s, {used.memory:.0f} MiB{failed}", flush=True)

    def _start(self) -> float:
        """CPU seconds that a question to an empty corpus takes, measured once."""
        if "" not in self.figures:
            self.figures[""] = self.ask(("list", "--count"), place=self.empty, times=5).cpu
        return self.figures[""]


def prepared(place: Path, letters: int, seed: int) -> Bench:
    """Generate a corpus, unless it is there, and measure what is compared with."""
    corpus, empty, few = place / f"{letters}-{seed}", place / "empty", place / f"few-{seed}"
    for folder, count in ((corpus, letters), (empty, 0), (few, FEW)):
        if not folder.exists():
            compose(folder, count, seed)
            time.sleep(GRAIN)
    bare = run((sys.executable, "-c", "pass"), corpus, times=9).cpu
    walk, read = (run((sys.executable, "-c", code), corpus, times=5).cpu - bare for code in (WALK, READ))
    print(f"\n{letters} letters, seed {seed}; in seconds: walk and stat {walk:.3f}, reading {read:.3f}", end=", ")
    print(f"python -c pass {bare:.4f}", flush=True)
    return Bench(corpus, letters, empty, few, place / "cache", bare, walk, read)
