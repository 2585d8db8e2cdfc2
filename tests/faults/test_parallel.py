"""Some processes at once; ``python -m tests.faults.parallel`` lets fifty of them run ten times."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.faults.parallel import Answer, at_once, commands, judged, make

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="processes are not forked here")
def test_nothing_is_lost_where_many_write(tmp_path: Path) -> None:
    answers, looks, half = at_once(tmp_path, 10)
    assert len(answers) == sum(len(commands(number)) for number in range(10))
    assert judged(tmp_path, answers) == []
    assert half == []
    assert looks > 0
    assert Counter(one.code for one in answers if one.words[0] == "list") == {0: 4}


ADD = ("add", "p0.txt", "--sender", "Lenin", "--recipient", "Stalin", "--date", "1922-01-01")
SAME = ("add", "p2.txt", "--sender", "p2", "--recipient", "p2", "--date", "1923", "--id", "same")
SET = ("set", "x-p0=yes", "--date", "1921")


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([Answer(ADD, 0, "", sound=True)], "0 letters, not 1"),
        ([Answer(SET, 0, "", sound=True)], "0 of 6 letters have it"),
        ([Answer(SAME, 0, "", sound=True)] * 2, "0 letters, not 2"),
        ([Answer(SAME, 0, "", sound=True)], "the same id: 1 commands, no letter"),
        ([Answer(ADD, 2, "odd", sound=True)], "exit 2: odd"),
        ([Answer(ADD, 3, "", sound=False)], "exit 3"),
        (
            [Answer(("undo",), 0, f"Undone: {' '.join(ADD)}\n", sound=True), Answer(ADD, 2, "run again", sound=True)],
            "not -1",
        ),
    ],
)
def test_what_is_lost_is_noticed(tmp_path: Path, answers: list[Answer], said: str) -> None:
    make(tmp_path, 3)
    assert judged(tmp_path, []) == []
    assert any(said in what for what in judged(tmp_path, answers))


def test_a_letter_that_is_cut_or_stands_twice_is_noticed(tmp_path: Path) -> None:
    make(tmp_path, 3)
    path = tmp_path / "letters/base0.txt"
    path.write_text(path.read_text()[:20])
    assert "base0: not whole" in judged(tmp_path, [])
    text = (tmp_path / "p0.txt").read_text()
    for name in ("a", "b"):
        (tmp_path / f"letters/{name}.txt").write_text(f"---\nid: {name}\n---\n{text}")
    assert any("2 letters, not 1" in what for what in judged(tmp_path, [Answer(ADD, 0, "", sound=True)]))
