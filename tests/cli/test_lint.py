"""Ways to ask lint for some letters: filters and queries, beside paths and ids."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from corpuscli.cli.app import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "corpus.yaml").write_text("title: T\n", encoding="utf-8")
    for name, sender, year in (("a", "Chicherin", 1921), ("b", "Lenin", 1921), ("c", "Chicherin", 1922)):
        front = f"---\nid: {name}\ndate: {year}-03-10\nsenders: [{sender}]\nrecipients: [Stalin]\nsource: [R. F. 5]\n"
        (tmp_path / f"{name}.txt").write_text(f"{front}---\nLost[^1].\n", encoding="utf-8")
    (tmp_path / "torn.txt").write_text("no front matter\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (["--sender", "Chicherin"], {"a", "c"}),
        (["--where", "from:chicherin date:1921"], {"a"}),
        (["--since", "1922"], {"c"}),
        (["a", "b", "--sender", "Chicherin"], {"a"}),
        (["b", "--where", "from:chicherin"], set()),
    ],
)
def test_filters(root: Path, asked: list[str], expected: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A letter that cannot be read might answer: it is among the findings, unless others are named."""
    run(["lint", "--corpus", str(root), "--format", "json", "--select", "M101,F101", *asked])
    found = json.loads(capsys.readouterr().out)
    names = {one["path"].rpartition("/")[2].removesuffix(".txt") for one in found}
    assert names == expected | ({"torn"} if asked[0].startswith("--") else set())


def test_a_name_that_nobody_has(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["lint", "--corpus", str(root), "--sender", "Chicherni"]) == 2
    assert "did you mean Chicherin" in capsys.readouterr().err
