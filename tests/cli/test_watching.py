"""``lint --watch``: it looks again when something has changed, and only then."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from corpuscli.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LETTER = "---\nid: a\ndate: 1921-03-10\nsenders: [A]\nrecipients: [B]\nsource: [RGASPI. F. 5]\n---\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(LETTER + "The delegation[^1].\n", encoding="utf-8")
    return tmp_path


def watched(root: Path, monkeypatch: pytest.MonkeyPatch, *changes: Callable[[], object]) -> int:
    """Run until all changes are made, one a pause, and then interrupt."""
    waiting = list(changes)

    def sleep(_seconds: float) -> None:
        if not waiting:
            raise KeyboardInterrupt
        waiting.pop(0)()

    monkeypatch.setattr(time, "sleep", sleep)
    return run(["lint", "--corpus", str(root), "--format", "concise", "--watch"])


def test_it_looks_again_when_a_letter_or_a_register_changes(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    letter, config = root / "a.txt", root / "corpus.yaml"
    code = watched(
        root,
        monkeypatch,
        lambda: None,
        lambda: letter.write_text(LETTER + "The delegation [^1].\n", encoding="utf-8"),
        lambda: None,
        lambda: config.write_text("lint: {ignore: [M101]}\n", encoding="utf-8"),
        lambda: config.write_text("lint: {ignore: [M101\n", encoding="utf-8"),
        lambda: None,
        lambda: config.write_text("lint: {ignore: [mojibak]}\n", encoding="utf-8"),
    )
    said = capsys.readouterr()
    assert code == 130
    assert [line.split()[1] for line in said.out.splitlines()] == ["M101", "M107", "M101", "M107"]
    assert said.err.count("waiting for changes") == 5
    assert said.err.count("corpus.yaml:") == 2
    assert "unknown rule 'mojibak'" in said.err


def test_it_only_looks(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "--corpus", str(root), "--watch", "--fix"]) == 2
    assert "--watch only looks" in capsys.readouterr().err
