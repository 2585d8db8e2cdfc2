"""What is no part of a corpus is never written over what is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import WriteError
from corpuscli.store.guarding import keep_off
from corpuscli.store.outside import write_text
from corpuscli.store.outside_database import making
from corpuscli.store.outside_folder import filling

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    (folder / "1921").mkdir(parents=True)
    (folder / ".corpuscli").mkdir()
    (folder / "corpus.yaml").write_text("title: T\n")
    (folder / "1921" / "a.txt").write_text("a letter")
    return folder


@pytest.mark.parametrize(
    "name",
    ["1921/a.txt", "1921/A.TXT", "new.txt", "1921/new.md", "corpus.yaml", "Corpus.yaml", "people.yaml", "accepted.yaml",
     "archives.yaml", "works.yaml", "places.yaml", ".corpuscli/lock", ".corpuscli/undo/1", "1921/../1921/a.txt"],
)  # fmt: skip
def test_what_belongs_to_a_corpus_is_refused(name: str, root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    for write in (keep_off, lambda path: write_text(path, "x"), lambda path: making(path).__enter__()):
        with pytest.raises(WriteError, match=r"corpus there: name another; nothing was written"):
            write(str(root / name))
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "name", ["out.xml", "1921/out.csv", "_drafts/x.txt", ".hidden/x.txt", "_x.txt", "1921/corpus.yaml", "../x.txt"]
)
def test_anything_else_is_free(name: str, root: Path) -> None:
    (root / name).parent.mkdir(exist_ok=True)
    write_text(str(root / name), "x")
    assert (root / name).read_text() == "x"


def test_links_are_followed(root: Path, tmp_path: Path) -> None:
    link = tmp_path / "out.xml"
    link.symlink_to("letters/1921/a.txt")
    with pytest.raises(WriteError, match=r"would be a letter"):
        write_text(str(link), "x")
    assert (root / "1921" / "a.txt").read_text() == "a letter"


def test_no_folder_is_filled_where_records_are(root: Path) -> None:
    with pytest.raises(WriteError, match="belongs to the corpus"):
        filling(str(root / ".corpuscli")).__enter__()
    with filling(str(root)) as folder:
        folder.text("letters.csv").write("x")
    assert (root / "letters.csv").read_text() == "x"
