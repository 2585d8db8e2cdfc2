r"""Case files: letters that carry their own expectations.

A file ``cases/<code>_<name>.txt`` belongs to the rule of that name. Its cases begin with a line of their own::

    == fires: what is to be seen
    == quiet: what looks alike and is right
    == fixed: what the fires-case above becomes when all fixes are made

Under ``fires`` a line of carets marks what the line above it is accused of; words behind the carets stand in the
message. A finding that reaches into further lines is marked where it begins, with ``...`` behind the carets. Carets
above the first line of a file, under no line, mean offset 0.

Files: a case is one letter, ``1921-03-10-chicherin-stalin.txt``, or several, each under ``>>> path``; ``corpus.yaml``
and ``people.yaml`` may be among them. A letter without ``---`` is a text: front matter is put before it. Front matter
without the required keys gets them, at its end, unless the case is headed ``== fires bare:`` or ``== quiet bare:``.

Escapes: ``\uXXXX``, ``\xXX``, ``\r`` and ``\t`` stand for one code point; ``\s`` for a blank at a line's end; ``\c`` at
the end of a file takes away its last line end. Carets count for the code points that the escapes above them stand for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

CASES = Path(__file__).parent / "cases"
PATH = "1921-03-10-chicherin-stalin.txt"
_HEAD = re.compile(r"^== (fires|quiet|fixed)( bare)?: (.*)$")
_FILE = re.compile(r"^>>> (\S+)$")
_MARK = re.compile(r"^( *)(\^+)(\.\.\.)?(?: (.*))?$")
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([rts]))")
_NAMED = {"r": "\r", "t": "\t", "s": " "}
_REQUIRED = {"id": "{stem}", "date": "1921-03-10", "senders": "[G. V. Chicherin]", "recipients": "[I. V. Stalin]"}


@dataclass(frozen=True)
class Mark:
    """What is expected: a place, and words of the message."""

    path: str
    line: int
    column: int
    length: int | None
    words: str


@dataclass
class Case:
    """One case: its files, and what the rule says of them."""

    kind: str
    title: str
    line: int
    files: dict[str, str] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)


def read_cases(path: Path) -> list[Case]:
    """Read a case file."""
    cases: list[Case] = []
    block: list[str] = []
    heads: list[tuple[str, bool, str, int, list[str]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        head = _HEAD.match(line)
        if head:
            block = []
            heads.append((head[1], bool(head[2]), head[3], number, block))
        elif heads:
            block.append(line)
    for kind, bare, title, number, lines in heads:
        case = Case(kind, title, number)
        while lines and not lines[-1]:
            lines.pop()
        parse_files(case, lines, bare=bare)
        cases.append(case)
    return cases


def parse_files(case: Case, lines: list[str], *, bare: bool = False) -> None:
    """Read the letters and registers of a case."""
    path, files = PATH, dict[str, list[str]]()
    if not (lines and _FILE.match(lines[0])):
        files[path] = []
    for line in lines:
        named = _FILE.match(line)
        if named:
            path = named[1]
            files[path] = []
        else:
            files[path].append(line)
    for name, content in files.items():
        _read(case, name, content, bare=bare)


def _read(case: Case, path: str, lines: list[str], *, bare: bool) -> None:
    while lines and not lines[-1]:
        lines.pop()
    letter = not path.endswith(".yaml")
    if letter and not bare:
        lines = _complete(path, lines)
    kept: list[str] = []
    starts: list[list[int]] = []
    for line in lines:
        mark = _MARK.match(line)
        if mark:
            case.marks.append(_mark(path, mark, starts))
            continue
        text, start = _decode(line)
        kept.append(text)
        starts.append(start)
    source = "\n".join(kept) + "\n"
    case.files[path] = source.removesuffix("\\c\n")


def _mark(path: str, mark: re.Match[str], starts: list[list[int]]) -> Mark:
    columns = starts[-1] if starts else [0]
    at, end = len(mark[1]), len(mark[1]) + len(mark[2])
    first = sum(start < at for start in columns) if at not in columns else columns.index(at)
    last = columns.index(end) if end in columns else first + 1
    return Mark(path, max(len(starts), 1), first + 1, None if mark[3] else last - first, mark[4] or "")


def _decode(line: str) -> tuple[str, list[int]]:
    """Return the line without escapes, and where each of its code points stands in the line as written."""
    text, starts, done = "", list[int](), 0
    for found in _ESCAPE.finditer(line):
        starts += range(done, found.start())
        text += line[done : found.start()]
        starts.append(found.start())
        text += chr(int(found[1] or found[2], 16)) if found[1] or found[2] else _NAMED[found[3]]
        done = found.end()
    return text + line[done:], [*starts, *range(done, len(line) + 1)]


def _complete(path: str, lines: list[str]) -> list[str]:
    stem = path.rpartition("/")[2].rpartition(".")[0]
    opening, closing, front, rest = "---", "---", list[str](), lines
    if lines and lines[0].removeprefix(r"\ufeff").startswith("---"):
        end = lines.index(next(line for line in lines[1:] if line.startswith("---")), 1)
        opening, closing, front, rest = lines[0], lines[end], lines[1:end], lines[end + 1 :]
    has = {line.partition(":")[0] for line in front}
    added = [f"{key}: {value.format(stem=stem)}" for key, value in _REQUIRED.items() if key not in has]
    return [opening, *front, *added, closing, *rest]
