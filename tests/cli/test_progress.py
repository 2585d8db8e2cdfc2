"""How far a long command has come: told on a terminal, and nowhere else."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest

from corpuscli.cli import progress
from corpuscli.cli.console import Console
from corpuscli.cli.progress import watched
from corpuscli.linting.choice import Choice
from corpuscli.linting.known import lint_corpus
from corpuscli.store.corpus import open_corpus

if TYPE_CHECKING:
    from pathlib import Path

LETTER = "---\nid: {id}\ndate: 1921-03-10\n---\nText.\n"


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> StringIO:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    return _Terminal()


def told(err: StringIO, *, quiet: bool = False) -> str:
    with watched(Console(StringIO(), err, quiet=quiet), "letters") as watching:
        watching.tell(1_500, "a\x1b.txt")
    return err.getvalue()


def test_a_terminal_is_told_and_the_line_taken_away(terminal: StringIO) -> None:
    shown = told(terminal)
    assert "1,500 letters, " in shown
    assert "\x1b.txt" not in shown
    assert shown.endswith("\r\x1b[K")


def test_nothing_is_told_elsewhere(terminal: StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(StringIO()) == ""
    assert told(terminal, quiet=True) == ""
    monkeypatch.setenv("CI", "true")
    assert told(terminal) == ""


def fail(err: StringIO) -> None:
    with watched(Console(StringIO(), err), "letters") as watching:
        watching.tell(1)
        raise ValueError("wrong")


def test_the_line_is_taken_away_before_an_error(terminal: StringIO) -> None:
    with pytest.raises(ValueError, match="wrong"):
        fail(terminal)
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_lint_tells_how_many_letters_it_has_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "letters"
    root.mkdir()
    (root / "corpus.yaml").touch()
    for name in "abc":
        (root / f"{name}.txt").write_text(LETTER.format(id=name), encoding="utf-8")
    counts: list[int] = []
    lint_corpus(open_corpus(root), Choice(), told=counts.append)
    assert counts == [3]
    lint_corpus(open_corpus(root), Choice(hints=True), told=counts.append)
    assert counts[-3:] == [1, 2, 3]
