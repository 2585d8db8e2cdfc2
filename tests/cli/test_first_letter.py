"""The first real page, all its way: read, linted, mended, cross-referenced, listed, undone."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from corpuscli.store.frontmatter.reader import parse_letter
from tests.readme import PAGE

if TYPE_CHECKING:
    from pathlib import Path

NAME = "1921-03-10-chicherin-stalin"
TAIL = "The border of Turkey was defined"


def run(folder: Path, *arguments: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "corpuscli", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        input=given if given is not None else "",
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CORPUSCLI_CORPUS", raising=False)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PYTHONPATH", str(PAGE.parents[2]))
    shutil.copy(PAGE, tmp_path / "page.txt")
    assert run(tmp_path, "init", "letters").returncode == 0
    added = run(tmp_path, "add", "--from", "page.txt")
    assert (added.returncode, added.stdout) == (0, f"letters/{NAME}.txt\n"), added.stderr
    return tmp_path


def source(folder: Path) -> str:
    return (folder / "letters" / f"{NAME}.txt").read_bytes().decode("utf-8")


def test_the_letter_says_what_the_page_says(folder: Path) -> None:
    letter = parse_letter(source(folder), f"{NAME}.txt")
    assert letter.get("id") == NAME
    assert (letter.get("date"), letter.get("date_text")) == ("1921-03-10", "March 10, 1921")
    assert (letter.all("senders"), letter.all("recipients")) == (("G. V. Chicherin",), ("I. V. Stalin",))
    assert letter.all("source") == ("RTSKHIDNI. F. 5. Op. 2. D. 315. L. 34",)
    assert letter.get("form") == "Typewritten text"
    assert letter.get("edition") == "Bolshevik leadership Correspondence. 1912-1927. Collection of documents 1996"
    assert {f.key for f in letter.fields} == {
        *("id", "date", "date_text", "senders", "recipients", "source", "form", "edition"),
    }


def test_every_other_word_stands_byte_for_byte(folder: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    letter = parse_letter(source(folder), f"{NAME}.txt")
    start, end = page.index("Comrade Stalin."), page.index("\n\nRTSKHIDNI")
    text = page[start:end].replace("The Turkish delegation 1 declared", "The Turkish delegation[^1] declared")
    note = page[page.index("We are talking") :].rstrip("\n")
    assert letter.body.of(letter.source) == f"{text}\n\n[^1]: {note}\n"
    assert "Home Page" not in letter.source
    assert "Kvashonkin" not in letter.source


def test_adding_it_again_is_refused(folder: Path) -> None:
    before = source(folder)
    again = run(folder, "add", "--from", "page.txt")
    assert again.returncode == 2
    assert NAME in again.stderr
    assert source(folder) == before
    assert len(list((folder / "letters").glob("*.txt"))) == 1


def test_lint_names_the_repeat_with_its_three_places(folder: Path) -> None:
    text = source(folder)
    places = []
    at = text.find(TAIL)
    while at >= 0:
        places.append((text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)))
        at = text.find(TAIL, at + 1)
    ran = run(folder, "lint", "--format", "json")
    findings = json.loads(ran.stdout)
    assert ran.returncode == 1
    assert [f["name"] for f in findings if f["severity"] != "hint"] == ["repeated-passage"]
    finding = next(f for f in findings if f["name"] == "repeated-passage")
    assert (finding["line"], finding["column"]) == places[1]
    assert [(r["line"], r["column"]) for r in finding["related"]] == [places[0], places[2]]
    hints = json.loads(run(folder, "lint", "--hints", "--format", "json").stdout)
    named = {f["name"] for f in hints if f["severity"] == "hint"}
    assert named == {"later-event-first", "successor-archive"}


def test_dedupe_removes_the_two_later_copies_and_only_them(folder: Path) -> None:
    path = folder / "letters" / f"{NAME}.txt"
    before = path.read_bytes()
    first = source(folder).index(TAIL)
    tail = source(folder)[first : first + 699]
    assert source(folder).count(tail) == 3

    row = json.loads(run(folder, "dedupe", "--format", "json").stdout)[0]
    assert (row["kind"], row["words"], row["similarity"]) == ("within", 114, 100)
    assert [(c["start"], c["end"], c["part"]) for c in row["copies"]] == [
        (first + step * 700, first + step * 700 + 699, "note:1") for step in range(3)
    ]
    assert run(folder, "dedupe").returncode == 0
    assert run(folder, "dedupe", "--check").returncode == 1
    assert path.read_bytes() == before

    written = run(folder, "dedupe", "--write")
    assert (written.returncode, written.stdout) == (0, f"letters/{NAME}.txt\n"), written.stderr
    after = path.read_bytes()
    assert after.decode("utf-8") == before.decode("utf-8").replace(f"{tail} {tail} {tail}", tail)

    stamp = path.stat().st_mtime_ns
    again = run(folder, "dedupe", "--write")
    assert (again.returncode, again.stdout, path.stat().st_mtime_ns) == (0, "", stamp)
    assert run(folder, "dedupe", "--check").returncode == 0
    assert run(folder, "lint").returncode == 0

    assert run(folder, "undo").returncode == 0
    assert path.read_bytes() == before


def test_xref_resolves_every_citation(folder: Path) -> None:
    def cited() -> list[tuple[str, str, str]]:
        rows = [json.loads(line) for line in run(folder, "xref", "--format", "jsonl").stdout.splitlines()]
        text = source(folder)
        for row in rows:
            start = row["start"]
            assert text[start : row["end"]] == row["raw"]
            assert (row["line"], row["column"]) == (text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
            assert row["state"] == "resolved"
        return [(row["part"], row["ids"][0], row["fields"].get("archive_as_cited", "")) for row in rows]

    tail = ("note:1", "archive:RGASPI/558/2/162/1", "RTSKHIDNI")
    work = ("note:1", "work:stalin-sochineniia;vol=5;pages=424", "")
    own = ("source", "archive:RGASPI/5/2/315/34", "RTSKHIDNI")
    assert sorted(cited()) == sorted([own, work, tail, tail, tail])
    assert run(folder, "dedupe", "--write").returncode == 0
    assert sorted(cited()) == sorted([own, work, tail])


def test_list_finds_it_and_a_misspelt_name_is_no_silence(folder: Path) -> None:
    found = run(folder, "list", "--sender", "Chicherin", "--since", "1921", "--format", "github")
    assert found.returncode == 0
    assert f"| {NAME} | 1921-03-10 | G. V. Chicherin | I. V. Stalin |" in " ".join(found.stdout.split())
    missed = run(folder, "list", "--sender", "Chicerin")
    assert missed.returncode == 2
    assert "did you mean" in missed.stderr
    assert "Chicherin" in missed.stderr


def test_a_letter_typed_in_lints_clean(folder: Path) -> None:
    run(folder, "dedupe", "--write")
    parties = ("--sender", "G. V. Chicherin", "--recipient", "V. I. Lenin")
    added = run(folder, "add", *parties, "--date", "March 12, 1921", "-", given="Dear comrade, the talks go on.\n")
    assert (added.returncode, added.stdout) == (0, "letters/1921-03-12-chicherin-lenin.txt\n"), added.stderr
    linted = run(folder, "lint")
    assert (linted.returncode, linted.stdout) == (0, "")
    for wrong, text in (
        ((*parties, "--date", "1900-02-29"), "Text.\n"),
        ((*parties, "--date", "March 12, 1921"), " \n"),
        ((*parties, "--date", "March 13, 1921", "--id", NAME), "Text.\n"),
    ):
        refused = run(folder, "add", *wrong, "-", given=text)
        assert refused.returncode == 2
        assert refused.stdout == ""
        assert refused.stderr.count("\n") == 1
    assert len(list((folder / "letters").glob("*.txt"))) == 2
