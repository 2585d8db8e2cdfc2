"""Letters as tables with keys: SQLite, Data Package, Parquet; and folders that are whole or not there."""

from __future__ import annotations

import csv
import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import WriteError
from corpuscli.exports import load
from corpuscli.exports.relational.rows import rows_of
from corpuscli.exports.relational.schema import FRAMES
from corpuscli.exports.volume import Volume
from corpuscli.model.person import Person
from corpuscli.relations.people.register import Register
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.store.frontmatter.render import render_letter
from corpuscli.store.outside_folder import filling

if TYPE_CHECKING:
    from pathlib import Path

    from corpuscli.model.letter import Letter

PASSAGE = "The border of Turkey was defined along the northern border of the Ardagan and Kars once and for all. At the "
PASSAGE += "same time a decision was made on further assistance with money and weapons, provided that it respects us. "
REPEATED = PASSAGE * 2


def letter(name: str, text: str = "", **fields: str | tuple[str, ...]) -> Letter:
    known = {"id": name, "date": "1921-03-10?", "senders": ("G. V. Chicherin", "X"), "recipients": ("I. V. Stalin",)}
    return parse_letter(render_letter({**known, **fields}.items(), text), f"folder/{name}.txt")


def volume() -> Volume:
    letters = [
        letter("a", f"Gold[^1] für Türkei.\n\n{REPEATED}\n\n[^1]: See Stalin I.V. Op. T. 5. S. 424.", title="=1+1"),
        letter(
            "b", source=("RGASPI. F. 5. Op. 2. D. 315. L. 34",), tags=("gold", "arms"), date="XXXX", **{"x-own": "1"}
        ),
        letter("b", "Another letter with the same id."),
    ]
    people = (Person("chicherin", "G. V. Chicherin", refs=("https://d-nb.info/gnd/1",)), Person("b", "CC", body=True))
    return Volume(letters, Register(people), "Letters", {"licence": "https://x.org/l", "editor": "E"})


def test_a_database_holds_together(tmp_path: Path) -> None:
    given = volume()
    load("letters", "sqlite").save(given, str(tmp_path / "a.db"))
    load("letters", "sqlite").save(volume(), str(tmp_path / "b.db"))
    assert (tmp_path / "a.db").read_bytes() == (tmp_path / "b.db").read_bytes()
    assert given.losses == {"letter whose id another letter has": 1}
    with sqlite3.connect(tmp_path / "a.db") as database:
        ask = database.execute
        assert ask("PRAGMA foreign_key_check").fetchall() == []
        assert ask("PRAGMA integrity_check").fetchone() == ("ok",)
        assert ask("SELECT id, title, year, date_earliest, date_certain, other_keys FROM letters").fetchall() == [
            ("a", "=1+1", 1921, "1921-03-10", 0, None),
            ("b", None, None, None, 0, '{"x-own": "1"}'),
        ]
        assert ask("SELECT name, person FROM parties WHERE letter = 'a' AND role = 'sender'").fetchall() == [
            ("G. V. Chicherin", "chicherin"),
            ("X", None),
        ]
        assert ask("SELECT field, value FROM listed").fetchall() == [
            ("source", "RGASPI. F. 5. Op. 2. D. 315. L. 34"), ("tags", "gold"), ("tags", "arms"),
        ]  # fmt: skip
        assert ask("SELECT target FROM citations WHERE kind = 'archive'").fetchall() == [("archive:RGASPI/5/2/315/34",)]
        [first, second] = ask("SELECT start_at, end_at, words FROM passages").fetchall()
        assert first[1] <= second[0]
        assert first[2] > 10
        assert ask("SELECT rowid FROM letters_fts WHERE letters_fts MATCH 'turkei'").fetchall() == [(1,)]
        assert ask("SELECT rowid FROM notes_fts WHERE notes_fts MATCH 'stalin'").fetchall() == [(1,)]
        assert ask("SELECT target FROM most_cited WHERE kind = 'work'").fetchone()[0].startswith("work:stalin")
        assert ask("SELECT letters FROM correspondences WHERE sender = 'chicherin'").fetchall() == [(2,)]
        assert ask("SELECT year, letters FROM letters_by_year").fetchall() == [(None, 1), (1921, 1)]
    database.close()


def test_a_data_package_is_what_it_says(tmp_path: Path) -> None:
    load("letters", "datapackage").save(volume(), str(tmp_path / "package"))
    package = json.loads((tmp_path / "package" / "datapackage.json").read_text())
    assert package["licenses"] == [{"path": "https://x.org/l"}]
    tables = {}
    for resource in package["resources"]:
        with (tmp_path / "package" / resource["path"]).open(newline="") as file:
            rows = list(csv.DictReader(file))
        tables[resource["name"]] = rows
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert not rows or list(rows[0]) == fields
        keys = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
    for resource in package["resources"]:
        for key in resource["schema"].get("foreignKeys", ()):
            known = {row[key["reference"]["fields"][0]] for row in tables[key["reference"]["resource"]]}
            assert {row[key["fields"][0]] for row in tables[resource["name"]]} - {""} <= known
    assert tables["letters"][0]["title"] == "'=1+1"
    assert (tables["people"][1]["body"], tables["letters"][0]["date_certain"]) == ("true", "false")


def test_parquet_is_read_back(tmp_path: Path) -> None:
    from pyarrow import parquet

    load("letters", "parquet").save(volume(), str(tmp_path / "p"))
    letters = parquet.read_table(tmp_path / "p" / "letters.parquet").to_pylist()
    assert [str(row["date_earliest"]) for row in letters] == ["1921-03-10", "None"]
    assert {path.stem for path in (tmp_path / "p").iterdir()} == {frame.name for frame in FRAMES}


def test_every_row_has_a_cell_for_each_column() -> None:
    given = volume()
    widths = {frame.name: len(frame.columns) for frame in FRAMES}
    for one in given.letters:
        for name, row in rows_of(one, given):
            assert len(row) == widths[name]


def test_one_file_a_letter(tmp_path: Path) -> None:
    given = Volume([letter("a", "Words."), letter("b")], Register(()), "Letters", {})
    load("letters", "tei").save(given, str(tmp_path / "tei"))
    assert sorted(path.name for path in (tmp_path / "tei" / "folder").iterdir()) == ["a.xml", "b.xml"]
    assert '<TEI xmlns="http' in (tmp_path / "tei" / "folder" / "a.xml").read_text()


def test_a_folder_is_whole_or_as_it_was(tmp_path: Path) -> None:
    kept = tmp_path / "out" / "kept.txt"
    kept.parent.mkdir()
    kept.write_text("old")

    def broken() -> None:
        with filling(str(kept.parent)) as folder:
            folder.whole("kept.txt", "new")
            raise OSError(28, "No space left on device")

    with pytest.raises(WriteError, match="No space left on device: nothing was written"):
        broken()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert kept.read_text() == "old"
    with filling(str(kept.parent)) as folder:
        folder.text("sub/new.txt").write("x")
        folder.whole("kept.txt", "new")
    assert (kept.read_text(), (tmp_path / "out" / "sub" / "new.txt").read_text()) == ("new", "x")


@pytest.mark.parametrize("form", ["sqlite", "datapackage", "tei"])
def test_no_half_export(form: str, tmp_path: Path) -> None:
    blocked = tmp_path / "here"
    blocked.mkdir() if form == "sqlite" else blocked.write_text("a file")
    with pytest.raises(WriteError, match="name another"):
        load("letters", form).save(volume(), str(blocked))
    with pytest.raises(WriteError, match="nothing was written"):
        load("letters", form).save(volume(), str(tmp_path / "no" / "such"))
    assert [path.name for path in tmp_path.iterdir()] == ["here"]
