"""Bad inputs through every command that reads: no bug, no hang, no byte changed, each complained of by its place."""

from __future__ import annotations

import os
import re
import sqlite3
from pathlib import Path

import pytest

from corpuscli.errors import InputError
from corpuscli.store.corpus import Corpus
from corpuscli.store.index.place import index_path
from tests.faults.bad_letters import LETTERS, Row
from tests.faults.bad_places import PLACES, SHUT
from tests.faults.bad_words import CONFIG, PAGES, READABLE, WORDS
from tests.faults.running import run

GOOD = b"---\nid: good\ndate: 1921\nsenders: [A]\nrecipients: [B]\n---\ngood text\n"
READING = (
    ("list",),
    ("list", "--format", "json"),
    ("list", "--columns", "title,senders,path", "--format", "csv"),
    ("list", "match:/good/"),
    ("search", "text"),
    ("stats",),
    ("xref",),
    ("people",),
    ("dedupe",),
    ("lint",),
    ("lint", "--format", "sarif"),
    *(("export", "--format", name) for name in ("tei", "jsonl", "csl")),
)


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus with one good letter."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("CORPUSCLI_CORPUS", raising=False)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    root = tmp_path / "letters"
    root.mkdir()
    (root / "corpus.yaml").write_text("title: x\n")
    (root / "people.yaml").write_text("")
    (root / "good.txt").write_bytes(GOOD)
    return root


def held(root: Path, *, without: str = "") -> dict[str, object]:
    """What is in a corpus: bytes, link targets, modes, times; a folder left out, in which files may come and go."""
    found: dict[str, object] = {}
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name != without]
        for name in (*folders, *files):
            path = Path(folder, name)
            status = path.lstat()
            data = path.read_bytes() if path.is_file() and not path.is_symlink() and status.st_mode & 0o400 else b""
            found[str(path)] = (status.st_mode, status.st_size, status.st_mtime_ns, data)
    return found


def commands() -> list[tuple[str, ...]]:
    from corpuscli.cli.table import COMMANDS

    known = {entry.name for entry in COMMANDS}
    return [words for words in READING if words[0] in known]


def places(err: str) -> set[str]:
    """The places that lines of stderr begin with."""
    return set(re.findall(r"^letters/(.*?): ", err, re.MULTILINE))


def parts() -> list[list[tuple[str, Row]]]:
    rows = list(LETTERS.items())
    return [rows[start::4] for start in range(4)]


@pytest.mark.parametrize("rows", parts(), ids=range(4))
def test_bad_letters(root: Path, rows: list[tuple[str, Row]]) -> None:
    wrong: set[str] = set()
    for number, (name, (data, expected)) in enumerate(rows):
        path = f"{number:03}.txt"
        (root / path).write_bytes(data)
        try:
            Corpus(root).read(path)
            raised = None
        except InputError as problem:
            raised = type(problem).__name__
            wrong.add(f"{path}:{problem.line}:{problem.column}")
        assert raised == expected, name
    assert not [place for place in wrong if ":0" in place]
    before = held(root)
    for words in commands():
        ran = run(*words)
        assert ran.is_sound(), (words, ran.err[:500])
        if words[0] != "lint":
            assert (ran.code, places(ran.err)) == (2, wrong), words
            assert "good" in ran.out or words[0] in ("stats", "xref", "people", "dedupe"), words
        else:
            assert ran.code == 1
            assert "sarif" in words or all(f"letters/{place}: F101" in ran.out for place in wrong)
    for number, (name, (_, expected)) in enumerate(rows):
        for words in (("show", f"{number:03}"), ("add", "--from", f"letters/{number:03}.txt", "--dry-run")):
            ran = run(*words)
            assert ran.is_sound(), (name, words, ran.err[:500])
            assert ran.code == (2 if expected and words[0] == "show" else ran.code), name
    assert held(root) == before


@pytest.mark.parametrize("name", PLACES)
def test_bad_places(root: Path, name: str) -> None:
    make, complained = PLACES[name]
    make(root)
    if name in SHUT and os.access(root / complained, os.R_OK):
        pytest.skip("nothing is shut to the administrator")
    before = held(root)
    for words in (("list",), ("lint",), ("xref",), ("dedupe",), ("people",), ("export", "--format", "jsonl")):
        ran = run(*words)
        assert ran.is_sound(), (words, ran.err[:500])
        said = ran.out if words[0] == "lint" else ran.err
        assert (complained in said) if complained else ("letters/" not in ran.err), (words, said)
        assert ran.code == (0 if not complained else 1 if words[0] == "lint" and name not in SHUT else 2) or (
            words[0] == "lint" and not complained
        )
        assert "good" in ran.out or words[0] not in ("list", "export") or name in SHUT
    assert held(root) == before
    (root / "sub").exists() and (root / "sub").chmod(0o700)


@pytest.mark.parametrize("name", CONFIG)
def test_bad_config(root: Path, name: str) -> None:
    file, data, line = CONFIG[name]
    (root / file).write_bytes(data)
    before = held(root)
    for words in (("people",), ("lint",), ("list", "--person", "A")):
        ran = run(*words)
        assert ran.is_sound(), (words, ran.err)
        assert ran.code == 2, words
        assert re.match(rf"letters/{file}:{line}(:\d+)?: .+\n\Z", ran.err), ran.err
    assert held(root) == before


@pytest.mark.parametrize("name", PAGES)
def test_bad_pages(root: Path, name: str) -> None:
    Path("page").write_bytes(PAGES[name])
    before = held(root)
    ran = run("add", "--from", "page", "--dry-run")
    assert ran.is_sound(), ran.err[:500]
    assert ran.code == (0 if name in READABLE else 2), ran.err[:500]
    assert re.match(r"page:\d+(:\d+)?: ", ran.err) or name in READABLE, ran.err[:500]
    assert "root:" not in ran.out + ran.err
    assert held(root) == before


@pytest.mark.parametrize("name", WORDS)
def test_bad_words(root: Path, name: str) -> None:
    long = b"a" * 5000 + b"!" + b"x" * 5000
    (root / "long.txt").write_bytes(GOOD.replace(b"id: good", b"id: long\ntitle: " + long) + long)
    Path("text").write_text("Dear comrade,\n")
    before = held(root.parent, without="cache")
    ran = run(*WORDS[name])
    assert ran.is_sound(), ran.err[:500]
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert len(ran.err) < 1000 or max(map(len, WORDS[name])) > 1000
    assert held(root.parent, without="cache") == before


def test_there_are_at_least_two_hundred() -> None:
    named = {*LETTERS, *(f"place {name}" for name in PLACES), *(f"page {name}" for name in PAGES)}
    assert len(named) + len(CONFIG) + len(POISON) >= 200


def poisoned(database: sqlite3.Connection, sql: str) -> None:
    with database:
        database.executescript(sql)


POISON: dict[str, object] = {
    "no database": b"nonsense" * 1000,
    "nothing": b"",
    "a pickle": b"\x80\x04\x95\x1c\0\0\0\0\0\0\0\x8c\x05posix\x8c\x06system\x93\x8c\x02id\x85R.",
    "cut": "cut",
    "a hostile record": "UPDATE records SET record = '['; UPDATE letters SET id = '../x', path = '../../etc/passwd'",
    "another version": "PRAGMA user_version = 99",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON letters BEGIN DELETE FROM letters; END",
    "a view for a table": "DROP TABLE meta",
    "a link": "link",
    "a folder": "folder",
    "a FIFO": "fifo",
}


@pytest.mark.parametrize("name", POISON)
def test_a_poisoned_index(root: Path, name: str) -> None:
    """The index is a cache of one's own; what is damaged or foreign in it may cost time, never more."""
    assert run("list").code == 0
    place, poison = Path(index_path(root)), POISON[name]
    precious = root / "precious"
    precious.write_bytes(b"precious")
    if isinstance(poison, bytes):
        place.write_bytes(poison)
    elif poison == "cut":
        place.write_bytes(place.read_bytes()[:5000])
    elif poison in ("link", "folder", "fifo"):
        place.unlink()
        {"link": lambda: place.symlink_to(precious), "folder": place.mkdir, "fifo": lambda: os.mkfifo(place)}[poison]()
    else:
        database = sqlite3.connect(place)
        poisoned(database, str(poison))
        database.close()
    before = held(root)
    for words in (
        ("list",),
        ("search", "text"),
        ("list", "--format", "json"),
        ("lint",),
        ("export", "--format", "jsonl"),
    ):
        ran = run(*words)
        assert ran.is_sound(), (words, ran.err)
    assert held(root) == before
