"""Many processes at once: ``python -m tests.faults.parallel [--processes 50] [--times 10]``.

Each adds letters, changes them, takes commands back or reads, all on one corpus, as soon as all stand ready. What every
command answered says what must stand there afterwards: the letters of all that succeeded, but what an undo has named.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import re
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from tests.faults.running import run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.synchronize import Barrier, Event

MEMORY = Path("/dev", "shm")
BASE = 6
END = "The end."
WORDS = [first + middle + last for first in "bdfgklmnprst" for middle in ("a", "eo", "i", "ou") for last in "dklmnrst"]
LETTER = (
    "---\nid: base{0}\ndate: 1921\nsenders:\n  - A\nrecipients:\n  - B\n---\nThe oneWe said ,he {0}.\n\n" + END + "\n"
)
EXPECTED = (
    "has changed since",
    "run again",
    "nothing to undo",
    "is locked by",
    "another letter has this id",
    "no such file",
)
"""What may be said where others are at work; a letter that undo takes away may have been listed before."""
_UNDONE = re.compile(r"^Undone: (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """What one command answered."""

    words: tuple[str, ...]
    code: int
    err: str
    sound: bool

    @property
    def done(self) -> bool:
        """Tell whether it changed what it was to; where a letter could not be read too, that is no success."""
        return self.code == 0 or "changed; corpuscli undo takes that back" in self.err

    @property
    def line(self) -> str:
        """The command line, as undo names it."""
        return " ".join(self.words)


def commands(number: int) -> list[tuple[str, ...]]:
    """Return what a process does: each fifth adds, changes, wants the same id, takes back, reads."""
    me = f"p{number}"
    add = ("add", f"{me}.txt", "--sender", "Lenin", "--recipient", "Stalin", "--date", "1922-01-01")
    same = ("add", f"{me}.txt", "--sender", me, "--recipient", me, "--date", "1923", "--id", "same")
    return {
        0: [add, ("set", f"x-{me}=yes", "--date", "1921")],
        1: [("set", f"x-{me}=yes", "--date", "1921"), ("lint", "--fix", "--quiet"), add],
        2: [same, ("lint", "--fix", "--quiet"), add],
        3: [("list",), ("undo",), ("search", "end"), ("undo",), ("undo",)],
        4: [("list", "--format", "jsonl"), ("export", "--format", "jsonl"), ("search", "end"), ("lint",)],
    }[number % 5]


def word_of(number: int) -> str:
    """Return the word by which a process's letters are known."""
    return f"token{number}x"


def make(folder: Path, processes: int) -> None:
    """Make the corpus, and a text with a word of its own for every process."""
    root = folder / "letters"
    root.mkdir(parents=True)
    (root / "corpus.yaml").write_text("title: x\n")
    for number in range(BASE):
        (root / f"base{number}.txt").write_text(LETTER.format(number))
    for number in range(processes):
        words = Random(number).choices(WORDS, k=60)
        (folder / f"p{number}.txt").write_text(f"Dear {word_of(number)},\n\n{' '.join(words)}\n\n{END}\n")


def _work(folder: Path, number: int, ready: Barrier, answers: Any) -> None:  # noqa: ANN401 - a queue of two kinds
    os.chdir(folder)
    os.environ.update(XDG_CACHE_HOME=str(folder / "cache"), CORPUSCLI_CORPUS="")
    ready.wait()
    found: list[Answer] = []
    for words in commands(number):
        ran = run(*words)
        found.append(Answer(words, ran.code, ran.err, ran.is_sound()))
    answers.put(found)


def _watch(folder: Path, over: Event, halves: Any) -> None:  # noqa: ANN401 - as above
    """Read every letter again and again, as a reader that knows nothing of locks does."""
    bad: set[str] = set()
    looks = 0
    while not over.is_set():
        for path in (folder / "letters").glob("*.txt"):
            try:
                text = path.read_text(encoding="utf-8")
            except FileNotFoundError:
                continue
            looks += 1
            if not (text.startswith("---\nid: ") and text.endswith(f"{END}\n")):
                bad.add(f"{path.name}: half a file of {len(text)}")
        time.sleep(0.002)
    halves.put((looks, sorted(bad)))


def at_once(folder: Path, processes: int) -> tuple[list[Answer], int, list[str]]:
    """Run all processes; return their answers, how often a letter was looked at meanwhile, and half files seen."""
    make(folder, processes)
    forked = multiprocessing.get_context("fork")
    answers, halves = forked.SimpleQueue(), forked.SimpleQueue()
    ready, over = forked.Barrier(processes), forked.Event()
    watcher = forked.Process(target=_watch, args=(folder, over, halves))
    workers = [forked.Process(target=_work, args=(folder, n, ready, answers)) for n in range(processes)]
    for process in (watcher, *workers):
        process.start()
    found = [answer for _ in workers for answer in answers.get()]
    for process in workers:
        process.join()
    over.set()
    looks, half = halves.get()
    watcher.join()
    return found, looks, half


def judged(folder: Path, answers: Sequence[Answer]) -> list[str]:
    """Say what is lost, what stands twice, and what no command should have answered."""
    wrong = [f"{one.line}: exit {one.code}: {one.err[:300]}" for one in answers if not _is_in_order(one)]
    undone = Counter(name for one in answers if one.code == 0 for name in _UNDONE.findall(one.err))
    done = Counter(one.line for one in answers if one.done and one.words[0] in ("add", "set"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (folder / "letters").glob("*.txt")}
    for name, text in texts.items():
        if not (text.startswith(f"---\nid: {name}\n") and text.endswith(f"{END}\n")):
            wrong.append(f"{name}: not whole")
    wrong += [f"base{number}: lost" for number in range(BASE) if f"base{number}" not in texts]
    for line in sorted({one.line for one in answers if one.words[0] in ("add", "set")}):
        left = done[line] - undone[line]
        wrong += _stands(line, left, texts)
    survivors = [line for line in done if "--id same" in line and done[line] > undone[line]]
    if len(survivors) != ("same" in texts):
        wrong.append(f"the same id: {len(survivors)} commands, {'one' if 'same' in texts else 'no'} letter")
    return wrong


def _stands(line: str, left: int, texts: dict[str, str]) -> list[str]:
    """Compare a command that was done and not taken back ``left`` times with what stands there."""
    words = line.split()
    if words[0] == "set":
        key = words[1].replace("=", ": ")
        have = sum(f"\n{key}\n" in texts.get(f"base{number}", "") for number in range(BASE))
        return [] if have == BASE * left else [f"{line}: {have} of {BASE * left} letters have it"]
    word = word_of(int(words[1].removeprefix("p").removesuffix(".txt")))
    same = "--id" in words
    have = sum(f"Dear {word}," in text for name, text in texts.items() if (name == "same") == same)
    return [] if have == left else [f"{line}: {have} letters, not {left}"]


def _is_in_order(one: Answer) -> bool:
    """Tell whether a command may answer so: what was changed or taken meanwhile is named, and no success."""
    if not one.sound:
        return False
    if one.code == 2:
        return any(words in one.err for words in EXPECTED)
    return one.code in ((0, 1) if one.words[0] == "lint" else (0,))


def main(words: Sequence[str]) -> int:
    """Let them run so many times; print what was lost."""
    parser = argparse.ArgumentParser(prog="tests.faults.parallel")
    parser.add_argument("--processes", type=int, default=50)
    parser.add_argument("--times", type=int, default=10)
    asked = parser.parse_args(words)
    bad = 0
    for turn in range(1, asked.times + 1):
        with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as name:
            answers, looks, half = at_once(Path(name), asked.processes)
            wrong = [*judged(Path(name), answers), *half]
            codes = Counter((one.words[0], one.code) for one in answers)
        bad += len(wrong)
        said = ", ".join(f"{command} exit {code}: {count}" for (command, code), count in sorted(codes.items()))
        print(f"{turn}: {asked.processes} processes, {len(answers)} commands ({said}), letters looked at {looks} times")
        print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"{bad} lost, twice, half or wrongly answered")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
