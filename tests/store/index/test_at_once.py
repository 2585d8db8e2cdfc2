"""Several commands at once: those that ask while others add see no error, and in the end all that was added."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROCESSES = 8
"""As many ask as add."""
ROUNDS = 2


def started(letters: Path, *words: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "XDG_CACHE_HOME": str(letters.parent / "cache")}
    command = [sys.executable, "-m", "corpuscli", *words, "--corpus", str(letters)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8")


def test_eight_ask_while_eight_add(tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    first = started(letters, "add", "--sender", "A", "--recipient", "B", "--date", "1920", "-").communicate("Words.\n")
    added = {Path(first[0].strip()).stem}
    for turn in range(ROUNDS):
        adding = [
            started(letters, "add", "--sender", f"A{turn}{n}", "--recipient", "B", "--date", f"1921-03-1{n}", "-")
            for n in range(PROCESSES)
        ]
        asking = [started(letters, "list", "--format", "ids") for _ in range(PROCESSES)]
        said = [process.communicate("Words.\n", timeout=300) for process in adding]
        answers = [process.communicate(timeout=300) for process in asking]
        assert [err for _, err in answers] == [""] * PROCESSES
        assert [process.returncode for process in (*adding, *asking)] == [0] * 2 * PROCESSES, said
        before = added
        added = before | {Path(out.strip()).stem for out, _ in said}
        assert all(before <= set(out.split()) <= added for out, _ in answers)
        last, err = started(letters, "list", "--format", "ids").communicate(timeout=300)
        assert (set(last.split()), err) == (added, "")
    assert len(added) == 1 + PROCESSES * ROUNDS
