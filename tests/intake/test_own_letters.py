"""A folder that holds the corpus may be read for pages: its own letters are passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpuscli.errors import InputError
from corpuscli.intake.files import files_of
from corpuscli.store.corpus import open_corpus

_LETTER = "---\nid: a\ndate: 1921\nsenders: [A]\nrecipients: [B]\n---\nText.\n"


def test_letters_of_the_corpus_are_no_pages(tmp_path: Path) -> None:
    inside = tmp_path / "letters" / "more"
    inside.mkdir(parents=True)
    for path in (tmp_path / "letters" / "corpus.yaml", tmp_path / "page.txt", inside / "page.txt"):
        path.touch()
    (inside / "a.txt").write_text(_LETTER, encoding="utf-8")
    (inside / "b.md").write_text("\ufeff" + _LETTER, encoding="utf-8")
    (tmp_path / "another.txt").write_text(_LETTER, encoding="utf-8")
    corpus = open_corpus(tmp_path / "letters")
    found, others = files_of(str(tmp_path), corpus)
    assert [Path(path).relative_to(tmp_path).as_posix() for path in found] == [
        "another.txt",
        "letters/more/page.txt",
        "page.txt",
    ]
    assert others == "1 .yaml, 2 of the corpus itself"
    (inside / "page.txt").unlink()
    with pytest.raises(InputError, match="only letters of the corpus itself"):
        files_of(str(inside), corpus)
