"""How far a long command has come: told on a terminal, and nowhere else."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest

from corpuscli.cli import progress
from corpuscli.cli.console import Console
from corpuscli.linting.choice import Choice
from corpuscli.linting.known import lint_corpus
from corpuscli.store.corpus import open_corpus
from corpuscli.store.index.index import open_index
from corpuscli.store.telling import listen, passed_on

if TYPE_CHECKING:
    from collections.abc import Iterator
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
    watching = Console(StringIO(), err, quiet=quiet).progress("letters")
    watching.tell(1_500, "a\x1b.txt")
    watching.clear()
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


@pytest.fixture
def counts() -> Iterator[list[int | str]]:
    heard: list[int | str] = []

    class Heard:
        def tell(self, count: int) -> None:
            heard.append(count)

        def clear(self) -> None:
            heard.append("clear")

    listen(Heard)
    yield heard
    listen(None)


def test_the_line_is_taken_away_before_an_error(counts: list[int | str]) -> None:
    reading = passed_on([[1, 2], [3]])
    next(reading)
    with pytest.raises(ValueError, match="wrong"):
        reading.throw(ValueError("wrong"))
    assert counts == [2, "clear"]


def test_whoever_listens_hears_how_many_letters_have_been_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, counts: list[int | str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "letters"
    root.mkdir()
    (root / "corpus.yaml").touch()
    for name in "abc":
        (root / f"{name}.txt").write_text(LETTER.format(id=name), encoding="utf-8")
    open_index(open_corpus(root)).close()
    assert counts == [3, "clear"]
    open_index(open_corpus(root), words=True).close()  # the letters are young: they are read again, then their words
    assert counts[2:] == [3, "clear", 3, "clear"]
    lint_corpus(open_corpus(root), Choice(hints=True))
    assert counts[-4:] == [1, 2, 3, "clear"]
