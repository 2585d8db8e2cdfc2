"""Transcripts: command lines and what they print, run as tests and renewed by ``python -m tests.transcripts``.

A transcript is a ``*.transcript`` file::

    # A comment. Each transcript runs in an empty folder of its own.
    >> letters/corpus.yaml        (writes the lines that begin with '| ' to the file)
    | title: Letters
    $ corpuscli list --format ids
    1921-03-10-chicherin-stalin
    ! what was said on stderr
    [exit 1]

Standard output stands as it is, lines of standard error behind ``! ``; ``[exit N]`` follows where N is not 0. A command
may be fed by ``echo "..." | `` or ``< file`` before or behind it, and other programs than corpuscli go through a shell.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent
PROGRAM = f"{sys.executable} -m corpuscli"


def transcripts() -> list[Path]:
    """All transcripts, sorted."""
    return sorted(ROOT.rglob("*.transcript"))


def replay(path: Path) -> str:
    """Run a transcript in an empty folder and return it as it would be written today."""
    with tempfile.TemporaryDirectory() as folder:
        lines = path.read_text(encoding="utf-8").splitlines()
        return "\n".join(_replay(lines, Path(folder))) + "\n"


def _replay(lines: list[str], folder: Path) -> Iterator[str]:
    target: Path | None = None
    answering = False
    for line in lines:
        if line.startswith("$ "):
            answering, target = True, None
            yield line
            yield from _answer(line[2:], folder)
        elif line.startswith(">> "):
            answering, target = False, folder / line[3:].strip()
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(b"")
            yield line
        elif line.startswith("|") and target is not None:
            with target.open("a", encoding="utf-8", newline="\n") as file:
                file.write(line[2:] + "\n")
            yield line
        elif line.startswith("#") or (not line and not answering):
            answering, target = False, None
            yield line
        elif not line and answering:
            answering = False
            yield line


def ran_in(command: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a shell command in a folder that is home, cache and working folder; ``corpuscli`` is this checkout."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT.parent),
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(folder / ".cache"),
        "COLUMNS": "100",
        "FIXTURES": str(ROOT / "fixtures"),
    }
    for name in ("CORPUSCLI_CORPUS", "GITHUB_ACTIONS", "NO_COLOR", "VISUAL", "EDITOR"):
        environment.pop(name, None)
    return subprocess.run(
        ["bash", "-c", f'corpuscli() {{ {PROGRAM} "$@"; }}; {command}'],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )


def _answer(command: str, folder: Path) -> Iterator[str]:
    ran = ran_in(command, folder)
    yield from _lines(ran.stdout, "")
    yield from _lines(ran.stderr, "! ")
    if ran.returncode:
        yield f"[exit {ran.returncode}]"


def _lines(data: bytes, mark: str) -> Iterator[str]:
    for line in data.decode("utf-8", "replace").splitlines():
        # A blank line would end the answer in the transcript.
        yield mark + line if mark or line else "."


def renew() -> None:
    """Rewrite every transcript with what its commands print today; look at the diff before you commit."""
    for path in transcripts():
        path.write_text(replay(path), encoding="utf-8")


if __name__ == "__main__":
    renew()
