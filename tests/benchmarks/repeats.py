"""How well and how fast dedupe finds planted reuse.

``python -m tests.benchmarks.repeats [LETTERS ...] [--seeds A B ...]``

Every corpus is composed from a seed, with plants of each kind, one in fifty letters (see ``reuse_letters``). Parameters
of the finder were tuned on seeds 1 to 3; figures to report are those of other seeds. Time and memory are those of the
installed program from its start, reading the letters included. Where David Smith's ``passim`` is on the path, it
reads the same letters, and its clusters are scored as ours are: ``pip install git+https://github.com/dasmiq/passim.git``
(with Java 17; when it starts it fetches GraphFrames from a repository of Java packages). The ``passim`` on PyPI is
another program, which compares passwords; it is not taken for it.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from math import log
from pathlib import Path

from tests.benchmarks.passim import peer
from tests.benchmarks.reuse_letters import Reuse
from tests.benchmarks.reuse_scores import score

MANY = 20_000
"""Letters from which rows are not scored: only time and memory count."""


def main() -> None:
    """Compose corpora, search them, print figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("letters", type=int, nargs="*", default=[1000])
    parser.add_argument("--seeds", type=int, nargs="*", default=[11, 12, 13])
    asked = parser.parse_args()
    took: dict[int, float] = {}
    for count in sorted(asked.letters):
        for seed in asked.seeds:
            with tempfile.TemporaryDirectory() as folder:
                took[count] = measure(Path(folder), count, seed)
    for (fewer, short), (more, long) in pairwise(took.items()):
        print(f"growth from {fewer} to {more} letters: CPU time to the power of {log(long / short, more / fewer):.2f}")


def measure(folder: Path, count: int, seed: int) -> float:
    """Compose one corpus, search it, print its figures; returns the CPU seconds of all processes."""
    corpus = Reuse(count, seed, max(count // 50, 1))
    planted = corpus.write(folder)
    out = folder / "rows.json"
    program = [sys.executable, "-m", "corpuscli", "dedupe", "--corpus", str(folder / "letters"), "--format", "json"]
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with out.open("wb") as file:
        subprocess.run([*program, "--quiet"], stdout=file, check=True)
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    peak = after.ru_maxrss / 1024
    print(
        f"{count} letters, seed {seed}: {seconds:.1f} s, CPU {worked:.1f} s, {peak:.0f} MB (the largest child so far)"
    )
    if count < MANY:
        print(score(corpus.kinds, planted, json.loads(out.read_text(encoding="utf-8"))).told())
    peer(folder, corpus, planted)
    return worked


if __name__ == "__main__":
    main()
