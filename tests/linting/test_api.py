from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import corpuscli
from corpuscli.errors import UnknownNameError

if TYPE_CHECKING:
    from pathlib import Path


def test_lint_from_a_notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "letters"
    root.mkdir()
    (root / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    text = "---\nid: a\ndate: 1921-03-10\nsenders: [A. B. Cee]\nrecipients: [D. E. Eff]\n---\nDear[^1] \n"
    (root / "a.txt").write_text(text, encoding="utf-8")
    corpus = corpuscli.open_corpus(root)
    assert [(one.code, one.where.line, one.where.column) for one in corpuscli.lint(corpus)] == [
        ("M101", 7, 5),
        ("T114", 7, 9),
    ]
    assert [one.code for one in corpuscli.lint(corpus, ignore=["T"])] == ["M101"]
    assert [one.code for one in corpuscli.lint(corpus, select=["S"], hints=True)] == ["S108"]
    with pytest.raises(UnknownNameError):
        corpuscli.lint(corpus, select=["nothing"])


def test_accepted_passages_are_no_findings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    said = " ".join(f"word{n}" for n in range(30))
    (tmp_path / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(f"---\nid: a\n---\nDear.\n\n{said}\n\nOnce more.\n\n{said}\n", encoding="utf-8")
    corpus = corpuscli.open_corpus(tmp_path)
    [found] = corpuscli.lint(corpus, select=["T101"])
    (tmp_path / "accepted.yaml").write_text(f"x:\n  reason: on purpose\n  text: {said[:-7]}\n", encoding="utf-8")
    assert found.code == "T101"
    assert corpuscli.lint(corpus, select=["T101"]) == []
