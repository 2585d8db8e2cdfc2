"""Letters that pass on their way into the index are taken up; where that will not do, they are read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import InputError
from corpuscli.linting import run
from corpuscli.linting.choice import Choice, choose
from corpuscli.linting.desk import Desk
from corpuscli.linting.known import lint_corpus
from corpuscli.linting.loader import load_rules
from corpuscli.linting.passing import Passing
from corpuscli.linting.run import Run, lint
from corpuscli.store.corpus import open_corpus
from corpuscli.store.index import reading, refresh
from corpuscli.store.index.forks import forked
from corpuscli.store.index.kept import KeptFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from corpuscli.model.finding import Findings
    from corpuscli.store.index.walk import Shelf

LETTER = "---\nid: {id}\ndate: 1921-03-10\nsenders: [G. V. Chicherin]\nrecipients: [I. V. Stalin]\n---\nOne{id}[^1]\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "letters"
    root.mkdir()
    (root / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    for name in ("a", "b", "c"):
        written(root, name, name)
    return root


@pytest.fixture
def back(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Says so when facts are asked for that the index keeps."""
    asked: list[str] = []
    old = KeptFacts.missing

    def missing(self: KeptFacts) -> list[str]:
        asked.append("missing")
        return old(self)

    monkeypatch.setattr(KeptFacts, "missing", missing)
    return asked


def written(root: Path, name: str, of: str) -> None:
    path = root / f"{name}.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(LETTER.format(id=of), encoding="utf-8")


def looked(root: Path) -> Findings:
    return lint(open_corpus(root), choose(load_rules(), open_corpus(root).config.lint, Choice()))


def test_of_a_whole_corpus_nothing_is_read_back(root: Path, back: list[str]) -> None:
    assert lint_corpus(open_corpus(root), Choice()) == looked(root)
    assert not back
    assert lint_corpus(open_corpus(root), Choice()) == looked(root)
    assert not back, "what was found is kept as a whole"


def test_one_letter_more_is_not_the_whole(root: Path, back: list[str]) -> None:
    lint_corpus(open_corpus(root), Choice())
    written(root, "d", "a")
    found = lint_corpus(open_corpus(root), Choice())
    assert found == looked(root)
    assert found.letters == 4
    assert back


def test_lists_of_paths_and_of_folders_may_differ(root: Path, back: list[str]) -> None:
    """``a.txt`` comes before ``a/z.txt`` as a path, the folder ``a`` before it as a name."""
    written(root, "a/z", "a")
    found = lint_corpus(open_corpus(root), Choice())
    assert found == looked(root)
    assert [one.where.path for one in found.findings if one.code == "X102"] == ["a.txt"], "the later of the two"
    assert back


def test_a_letter_without_permission_is_looked_at_by_itself(root: Path, back: list[str]) -> None:
    (root / "b.txt").unlink()
    (root / "b.txt").symlink_to("nowhere")
    assert lint_corpus(open_corpus(root), Choice()) == looked(root)
    assert back


def test_a_part_and_settings_that_changed_are_no_whole(root: Path) -> None:
    passing = Passing(open_corpus(root), Choice())
    passing.ready(True)
    assert passing.whole() is None, "nobody has asked yet whether the settings hold"
    assert passing.holds()
    assert passing.whole() is not None
    passing.ready(False)
    assert passing.whole() is None
    passing.ready(True)
    (root / "corpus.yaml").write_text("span: [1900, 1901]\n", encoding="utf-8")
    assert not passing.holds()
    assert passing.whole() is None


@pytest.mark.parametrize("cores", [1, 2])
def test_where_a_fork_walks_the_findings_are_the_same(root: Path, monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    monkeypatch.setattr(reading, "cores", lambda: cores)
    warm: list[str] = []
    old = Passing.warm

    def noted(self: Passing) -> None:
        warm.append("warm")
        old(self)

    monkeypatch.setattr(Passing, "warm", noted)
    assert lint_corpus(open_corpus(root), Choice()) == looked(root)
    assert warm == ["warm"] * (cores - 1) * reading.FORKS
    written(root, "d", "a")
    assert lint_corpus(open_corpus(root), Choice()) == looked(root)
    assert len(warm) < cores, "one letter more is no reason"


def test_a_folder_that_cannot_be_listed_is_said_by_a_fork_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "cores", lambda: 2)

    def refused(_: str) -> Iterator[Shelf]:
        raise InputError("cannot be listed: no permission", "letters/x")

    monkeypatch.setattr(refresh, "shelves", refused)
    with pytest.raises(InputError, match="cannot be listed"):
        lint_corpus(open_corpus(root), Choice())


@pytest.mark.skipif(not reading.FORKS, reason="this system does not fork")
def test_where_forks_look_across_the_findings_are_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        written(root, f"a{number}", f"a{number // 2}")
    desk = Desk(open_corpus(root), load_rules())
    runs = [Run(desk), Run(desk)]
    shared: list[str] = []

    def noted(parts: Sequence[object], work: Callable[[object], bytes], processes: int) -> Iterator[bytes]:
        shared.append(f"{len(parts)} parts")
        return forked(parts, work, processes)

    monkeypatch.setattr("corpuscli.store.index.forks.forked", noted)
    monkeypatch.setattr(reading, "cores", lambda: 2)
    monkeypatch.setattr(run, "cores", lambda: 2)
    one = runs[0].over(desk.corpus.letter_paths())
    assert not shared
    monkeypatch.setattr(run, "MANY", 2)
    two = runs[1].over(desk.corpus.letter_paths())
    assert shared == ["2 parts"]
    assert two == one
    assert {found.code for found in two.findings} >= {"X101", "X102"}
    assert runs[1].again == runs[0].again
    assert set(runs[0].again) >= {"a0.txt", "a1.txt", "a2.txt", "a3.txt"}
