"""How fast lint is, as ratios on this machine: ``python -m tests.benchmarks.lint [LETTERS]``.

Prints CPU time of lint, cold, against reading all bytes; on all cores, against one; again, when nothing has changed,
less the same on an empty corpus, against walking and stat-ing; and the start on a tiny corpus against ``python -c
pass``. yamllint (on the front matter) and markdownlint-cli2 (from npm) run on all of the same letters where they are
installed, against lint of whole letters, and of letters that are their front matter alone. The index is a temporary
one.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.letters import compose

ROOT = Path(__file__).parents[2]


def cpu(*command: str, cwd: Path, times: int = 1, cold: bool = False, loud: bool = True) -> tuple[float, float, float]:
    """Return the least CPU seconds, wall seconds and most MiB of a command run some times; cold, without an index.

    A peer may find fault with letters, and says so by its exit code (``loud`` is off); what is ours must not fail.
    """
    best = (1e9, 1e9, 0.0)
    cache = str(cwd.parent / "cache")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "", "XDG_CACHE_HOME": cache}
    for _ in range(times):
        if cold:
            shutil.rmtree(cache, ignore_errors=True)
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(
            command,
            cwd=cwd,
            env=environment,
            check=loud,
            stdout=subprocess.DEVNULL,
            stderr=None if loud else subprocess.DEVNULL,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best = (min(best[0], used), min(best[1], time.perf_counter() - start), after.ru_maxrss / 1024)
    return best


WALK = "import os\nfor f, _, n in os.walk('.'):\n  for p in n: os.stat(os.path.join(f, p))"
ALONE = "import os, sys\nos.sched_setaffinity(0, [min(os.sched_getaffinity(0))])\nos.execv(sys.argv[1], sys.argv[1:])"
READ = "import sys, os\nfor f, _, n in os.walk('.'):\n  for p in n: open(os.path.join(f, p), 'rb').read()"


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    lint = (sys.executable, "-m", "corpuscli", "lint", "--quiet", "--exit-zero", "--format", "jsonl")
    with tempfile.TemporaryDirectory() as place:
        tiny = compose(Path(place) / "tiny", 1)
        time.sleep(3)  # what was written just now is read again each time
        bare = cpu(sys.executable, "-c", "pass", cwd=tiny, times=7)[0]
        start = cpu(*lint, cwd=tiny, times=7)[0]
        print(f"start to end, one letter:   {start / bare:6.1f} x python -c pass (at most 15)")
        corpus = compose(Path(place) / "large", count)
        reading = cpu(sys.executable, "-c", READ, cwd=corpus, times=5)[0] - bare
        runs = max(1, min(3, 30_000 // count))
        used, wall, memory = cpu(*lint, cwd=corpus, times=runs, cold=True)
        print(f"cold, {count} letters:      {used / reading:6.1f} x reading all bytes (at most 60)")
        print(f"  {used:.1f} s CPU, {wall:.1f} s wall, {memory:.0f} MiB, {used / count * 1e6:.0f} us a letter")
        _again(lint, corpus, tiny, bare)
        if hasattr(os, "sched_setaffinity"):
            slow, alone, _ = cpu(sys.executable, "-c", ALONE, *lint, cwd=corpus, times=runs, cold=True)
            print(f"all cores against one:     {wall / alone:6.2f} x the wall time (at most 0.5 on two)")
            print(f"  on one core: {slow:.1f} s CPU, {slow / reading:.1f} x reading all bytes")
        _peers(lint, corpus, used, count, runs)


def _peers(lint: tuple[str, ...], corpus: Path, used: float, count: int, runs: int) -> None:
    """Measure the peers on the same letters, against ``used`` seconds of ours, and say which are not there."""
    alone = _front(corpus)
    ours = cpu(*lint, cwd=alone, times=runs, cold=True)[0]
    for command in (("yamllint", "-d", "relaxed", "front"), ("markdownlint-cli2", "**/*.txt")):
        if not shutil.which(command[0]):
            print(f"{command[0]}: not installed, not measured")
            continue
        other = cpu(*command, cwd=corpus, loud=False)[0]
        print(f"{command[0]}, {count} letters: {other:.1f} s CPU, {other / used:.1f} x lint", end="")
        print(f", {other / ours:.1f} x lint of the front matter alone")


def _again(lint: tuple[str, ...], corpus: Path, tiny: Path, bare: float) -> None:
    """Measure lint when nothing has changed."""
    time.sleep(3)
    cpu(*lint, cwd=corpus)
    walking = cpu(sys.executable, "-c", WALK, cwd=corpus, times=5)[0] - bare
    again, _, memory = cpu(*lint, cwd=corpus, times=5)
    less = again - cpu(*lint, cwd=tiny, times=5)[0]
    print(f"again, nothing changed:    {less / walking:6.1f} x walking and stat-ing (at most 2.5), {memory:.0f} MiB")


def _front(corpus: Path) -> Path:
    """Write the front matter of each letter as a YAML file of its own; return a corpus of letters without text."""
    folder, alone = corpus / "front", corpus.parent / "alone" / "letters"
    folder.mkdir(exist_ok=True)
    for path in corpus.glob("[0-9]*/*.txt"):
        front = path.read_text(encoding="utf-8").split("---\n")[1]
        folder.joinpath(f"{path.stem}.yaml").write_text(front, "utf-8")
        letter = alone / path.relative_to(corpus)
        letter.parent.mkdir(parents=True, exist_ok=True)
        letter.write_text(f"---\n{front}---\n", "utf-8")
    shutil.copy(corpus / "corpus.yaml", alone)
    return alone


if __name__ == "__main__":
    main()
