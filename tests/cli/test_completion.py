"""What the shell offers, asked for as bash, zsh and fish do."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.transcripts import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LETTER = """---
id: {id}
date: 1921
senders:
  - {sender}
recipients:
  - I. V. Stalin
place: Moscow
tags: [famine, press]
type: telegram
---
Text.
"""


@pytest.fixture(name="folder", scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("completion")
    letters = folder / "letters"
    letters.mkdir()
    (letters / "corpus.yaml").write_text("queries:\n  wires: type:telegram\n", encoding="utf-8")
    for number, sender in enumerate(("G. V. Chicherin", "Чичерин Г. В.", "A. 'Б'; $(id)")):
        name = f"1921-a-{number}"
        (letters / f"{name}.txt").write_text(LETTER.format(id=name, sender=sender), encoding="utf-8")
    asked(folder, {}, "list", "--quiet", "--count")
    return folder


def asked(folder: Path, more: dict[str, str], *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT.parent), "HOME": str(folder)}
    environment |= {"XDG_CACHE_HOME": str(folder / "cache"), **more}
    command = [sys.executable, "-m", "corpuscli", *arguments]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    assert ran.stderr == b""
    return ran.stdout.decode()


def bash(folder: Path, line: str) -> list[str]:
    words = {"_CORPUSCLI_COMPLETE": "complete_bash", "COMP_WORDS": f"corpuscli {line}"}
    said = asked(folder, {**words, "COMP_CWORD": str(len(line.split(" ")))})
    return [found for found in said.split("\n") if found]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("show 1921-a", ["1921-a-0", "1921-a-1", "1921-a-2"]),
        ("edit 1921-a-2", ["1921-a-2"]),
        ("list --sender chi", [r"G.\ V.\ Chicherin"]),
        ("list --sender Чич", [r"Чичерин\ Г.\ В."]),
        ("list --sender tschitsch", [r"G.\ V.\ Chicherin", r"Чичерин\ Г.\ В."]),
        ("list --sender A", [r"A.\ \'Б\'\;\ \$\(id\)"]),
        ("list --recipient chi", []),
        ("stats --place mos", ["Moscow"]),
        ("export --tag ", ["famine", "press"]),
        ("list @", ["@wires"]),
        ("list fro", ["from:"]),
        ("list type:tel", ["type:telegram"]),
        ("list to : sta", [r"I.\ V.\ Stalin"]),
        ("rules t10", ["T101"]),
        ("lis", ["list"]),
    ],
)
def test_bash_is_offered(folder: Path, line: str, offered: list[str]) -> None:
    found = bash(folder, line)
    assert found[: len(offered)] == offered
    assert len(found) == len(offered) or line.startswith("rules")


def test_zsh_and_fish_are_offered_names(folder: Path) -> None:
    zsh = asked(folder, {"_CORPUSCLI_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "corpuscli list --sender chi"})
    assert '"G. V. Chicherin"' in zsh
    fish = {"_CORPUSCLI_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    assert "G. V. Chicherin" in asked(folder, {**fish, "_TYPER_COMPLETE_ARGS": "corpuscli list --sender chi"})


def test_outside_a_corpus_nothing_is_offered(tmp_path: Path) -> None:
    assert bash(tmp_path, "show 19") == []
    assert bash(tmp_path, "list @w") == []
