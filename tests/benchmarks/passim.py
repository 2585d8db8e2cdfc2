"""David Smith's passim on the letters of ``repeats``, where it is installed."""

from __future__ import annotations

import json
import shutil
import time
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from tests.benchmarks.measuring import run
from tests.benchmarks.reuse_scores import score

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.benchmarks.reuse_letters import Reuse

FENCE = "\n---\n"


def peer(folder: Path, corpus: Reuse, planted: Mapping[str, list[tuple[int, int, int]]]) -> None:
    """Print what passim takes, and what its clusters are worth; nothing where it is not there.

    Args:
        folder: Where ``letters`` lie; what passim reads and makes is put beside them.
        corpus: What was composed.
        planted: What was planted, by letter.
    """
    if not _is_there():
        return
    given, made = folder / "passim.json", folder / "passim"
    begins: dict[str, int] = {}
    with given.open("w", encoding="utf-8") as file:
        for path in sorted((folder / "letters").rglob("*.txt")):
            source = path.read_text(encoding="utf-8")
            begins[path.stem] = source.index(FENCE) + len(FENCE)
            said = {"id": path.stem, "series": path.stem, "text": source[begins[path.stem] :]}
            file.write(json.dumps(said) + "\n")
    start = time.perf_counter()
    used = run(("passim", str(given), str(made)), folder)
    seconds = time.perf_counter() - start
    print(f"  passim: {seconds:.1f} s, CPU {used.cpu:.1f} s, {used.memory:.0f} MiB, exit {used.code}")
    if not used.code:
        print(score(corpus.kinds, planted, _rows(made, begins)).told())


def _is_there() -> bool:
    """Tell whether the program of that name is the one that finds reuse: it brings ``seriatim`` with it."""
    return bool(shutil.which("passim") and shutil.which("seriatim"))


def _rows(made: Path, begins: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return passim's clusters as rows of ``dedupe``."""
    clusters: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for path in sorted((made / "out.json").glob("*.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            by = begins[one["id"]]
            clusters[one["cluster"]].append({"letter": one["id"], "start": one["begin"] + by, "end": one["end"] + by})
    return [{"kind": "across", "copies": copies} for copies in clusters.values()]
