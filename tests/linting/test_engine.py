"""The engine: which rules run, what is suppressed, what is mended, what a baseline leaves out."""

from __future__ import annotations

import importlib.util
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpuscli.cli.app import run
from corpuscli.errors import InputError, UnknownNameError, UsageError
from corpuscli.linting import parallel
from corpuscli.linting.baseline import dump, parse, without
from corpuscli.linting.choice import Choice, choose
from corpuscli.linting.desk import Desk
from corpuscli.linting.fixes import compatible, mend_letters
from corpuscli.linting.loader import load_rules, read_rule
from corpuscli.linting.manual import FAMILIES, explained, named
from corpuscli.linting.manual import listed as table
from corpuscli.linting.run import lint
from corpuscli.model.edit import Edit
from corpuscli.model.span import Span
from corpuscli.store.asked import listed, resolve
from corpuscli.store.changed import changed_since
from corpuscli.store.config import LintConfig
from corpuscli.store.corpus import open_corpus
from tests.linting.memory import Memory
from tests.linting.samples import HINT, HOSTILE, PLAIN

if TYPE_CHECKING:
    from corpuscli.store.corpus import Corpus

FRONT = "---\nid: {id}\ndate: 1921-03-10\nsenders: [G. V. Chicherin]\nrecipients: [I. V. Stalin]\n{more}---\n"
RULES = load_rules()


def letter(name: str, text: str, more: str = "") -> str:
    return FRONT.format(id=name, more=more) + text


def codes(config: LintConfig = LintConfig(), choice: Choice = Choice()) -> set[str]:  # noqa: B008 - both are frozen
    return {rule.code for rule in choose(RULES, config, choice)}


def test_by_default_no_hints_run() -> None:
    assert "T102" not in codes()
    assert {"T101", "M103", "F101"} <= codes()
    assert "T102" in codes(choice=Choice(hints=True))


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        (("M103",), (), {"M103"}),
        (("glued-marker",), (), {"M103"}),
        (("m103",), (), {"M103"}),
        (("T102",), (), {"T102"}),
        (("M10",), ("M",), {"M101", "M102", "M103", "M104", "M105", "M107", "M108", "M109"}),
        (("M103",), ("M",), {"M103"}),
        (("M103",), ("M103",), set()),
        (("M",), ("ALL",), {code for code in codes() if code[0] == "M"}),
    ],
)
def test_the_longer_word_wins(select: tuple[str, ...], ignore: tuple[str, ...], expected: set[str]) -> None:
    assert codes(choice=Choice(select, ignore)) == expected


def test_the_corpus_chooses_and_grades() -> None:
    config = LintConfig(("M", "T102"), ("M103",), {"T102": "warning", "M": "error", "spaced-marker": "warning"})
    chosen = {rule.code: rule.severity for rule in choose(RULES, config, Choice())}
    assert chosen["T102"] == "warning"
    assert chosen["M101"] == "error"
    assert chosen["M107"] == "warning"
    assert "M103" not in chosen
    assert "F101" not in chosen


@pytest.mark.parametrize(
    "config", [LintConfig(("M999",)), LintConfig(ignore=("xyz",)), LintConfig(severity={"Q": "hint"})]
)
def test_an_unknown_rule_is_an_error(config: LintConfig) -> None:
    with pytest.raises(UnknownNameError):
        choose(RULES, config, Choice())


def test_what_is_suppressed_is_not_found_and_what_is_suppressed_in_vain_is() -> None:
    ignoring = "lint_ignore: [M101 lost, M102 lost]\n"
    corpus = Memory({"a.txt": letter("a", "Dear[^1]\n", ignoring), "b.txt": letter("b", "Comrade Stalin[^1]\n")})
    found = lint(corpus, choose(RULES, LintConfig(), Choice()))
    assert [(f.where.path, f.code) for f in found.findings] == [("a.txt", "K115"), ("b.txt", "M101")]
    assert found.failing
    assert str(found) == "2 warnings in 2 letters"


def test_mending_leaves_alone_what_is_suppressed_or_in_the_baseline() -> None:
    text = "Dear \t\ncom\u00adrade\n"
    corpus = Memory({"a.txt": letter("a", text, "lint_ignore: [T108 as printed]\n")})
    (mended,) = mend_letters(corpus, RULES, None, Counter(), unsafe=False)
    assert mended.new == letter("a", "Dear\ncom\u00adrade\n", "lint_ignore: [T108 as printed]\n")
    assert mended.count == 1
    known = Counter(one.fingerprint for one in Desk(corpus, RULES).alone(corpus.read("a.txt")))
    assert list(mend_letters(corpus, RULES, None, known, unsafe=False)) == []
    assert list(mend_letters(corpus, RULES, frozenset(), Counter(), unsafe=False)) == []


def test_a_letter_that_cannot_be_read_is_never_mended() -> None:
    corpus = Memory({"a.txt": "no front matter \n"})
    assert list(mend_letters(corpus, RULES, None, Counter(), unsafe=True)) == []
    assert [f.code for f in lint(corpus, RULES).findings] == ["F101"]


def test_mending_comes_to_rest() -> None:
    text = "\ufeffThe [^1]  cafe\u0301&nbsp; \r\nThe the\u200b dele-\ngation \u00a0[^1] 1З5 \n\n\n\n\n"
    text += "[^1]: oneWe\nlie . \n"
    corpus = Memory({"a.txt": letter("a", text)})
    (mended,) = mend_letters(corpus, RULES, None, Counter(), unsafe=True)
    again = Memory({"a.txt": mended.new})
    assert list(mend_letters(again, RULES, None, Counter(), unsafe=True)) == []


def test_edits_in_each_others_way_wait() -> None:
    one = replace(PLAIN, edits=(Edit(Span(0, 5)),))
    two = replace(PLAIN, edits=(Edit(Span(5, 9)), Edit(Span(20, 21))))
    three = replace(PLAIN, edits=(Edit(Span(20, 21)),))
    assert compatible([one, two, three]) == ((Edit(Span(0, 5)), Edit(Span(20, 21))), 2)


def test_a_baseline_survives_moved_lines_and_counts() -> None:
    before = lint(Memory({"a.txt": letter("a", "Dear[^1]\n")}), RULES).findings
    known = parse(dump(before), "b.json")
    moved = lint(Memory({"a.txt": letter("a", "\nOn Monday.\n\nDear[^1]\n")}), RULES).findings
    assert without(moved, known) == ()
    twice = lint(Memory({"a.txt": letter("a", "Dear[^1]\n\nDear[^1]\n")}), RULES).findings
    assert [f.code for f in without(twice, known) if f.severity != "hint"] == ["M101"]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 1}', '{"version": 1, "findings": [1]}', '{"version": 2}']
)
def test_no_baseline(text: str) -> None:
    with pytest.raises(InputError):
        parse(text, "b.json")


def test_a_baseline_reads_back() -> None:
    known = parse(dump([PLAIN, HOSTILE, HINT, PLAIN]), "b.json")
    assert known[PLAIN.fingerprint] == 2


def test_letters_are_asked_for_by_id_path_and_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = on_disk(tmp_path)
    known = tuple(corpus.letter_paths())
    monkeypatch.chdir(tmp_path)
    assert resolve(corpus, known, ["b"]) == {"x/b.txt"}
    assert resolve(corpus, known, ["letters/x", "a.txt"]) == {"x/b.txt", "a.txt"}
    assert resolve(corpus, known, ["letters"]) == {"a.txt", "x/b.txt"}
    assert listed(corpus, known, "letters/a.txt\nREADME.md\n\n") == ({"a.txt"}, ("README.md",))
    assert listed(corpus, known, "b\nnobody\n") == ({"x/b.txt"}, ("nobody",))
    with pytest.raises(UnknownNameError):
        resolve(corpus, known, ["nothing"])


def on_disk(folder: Path) -> Corpus:
    letters = folder / "letters"
    (letters / "x").mkdir(parents=True)
    (letters / "corpus.yaml").write_text("", encoding="utf-8")
    (letters / "a.txt").write_text(letter("a", "Dear\n"), encoding="utf-8")
    (letters / "x" / "b.txt").write_text(letter("b", "Dear\n"), encoding="utf-8")
    return open_corpus(letters)


def test_what_changed_since_a_commit(tmp_path: Path) -> None:
    corpus = on_disk(tmp_path)
    with pytest.raises(UsageError, match="no git repository"):
        changed_since(corpus.root, "HEAD")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "a")
    assert changed_since(corpus.root, "HEAD") == frozenset()
    (corpus.root / "x" / "b.txt").write_text("other", encoding="utf-8")
    (corpus.root / "ä c.txt").write_text("new", encoding="utf-8")
    (corpus.root / "a.txt").unlink()
    marker = tmp_path / "ran"
    git(tmp_path, "config", "core.fsmonitor", f"touch {marker}")
    git(tmp_path, "config", "diff.external", f"touch {marker}")
    assert changed_since(corpus.root, "HEAD") == {"x/b.txt", "ä c.txt"}
    assert not marker.exists()
    for ref in ("nothing", "--output=x"):
        with pytest.raises(UsageError, match="no such commit"):
            changed_since(corpus.root, ref)


def test_git_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="not installed"):
        changed_since(tmp_path, "HEAD")


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


GOOD = (Path(__file__).parents[2] / "corpuscli/linting/rules/m104_duplicate_note.py").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("Two notes with one label.", "Two notes", 1, "one sentence"),
        ("Why it is bad:", "Why:", 3, "'Why it is bad:'"),
        ('"error"', '"grave"', 42, "SEVERITY is one of"),
        ('SEVERITY: Severity = "error"', 'SEVERITY: Severity = "error"\nFIXABLE = "yes"', 43, "FIXABLE is one of"),
        ("def check", "def chekc", 45, "exactly one of"),
    ],
)
def test_a_malformed_rule_is_refused_with_its_line(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    path = tmp_path / "m104_duplicate_note.py"
    assert old in GOOD
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("planted", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    with pytest.raises(InputError, match=words) as caught:
        read_rule(module, path)
    assert caught.value.line == line


def test_codes_and_names_are_unique_and_in_order() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)


def test_rules_are_listed_and_explained() -> None:
    rows = list(table(RULES).rows)
    assert rows[0]["code"] == RULES[0].code
    assert explained(named(RULES, "T101")) == explained(named(RULES, "repeated-passage"))
    assert explained(named(RULES, "x")).startswith("X101 ")
    assert "\n\n\nX102 " in explained(named(RULES, "X"))
    assert explained(named(RULES, "all")).count("What it does:") == len(RULES)
    assert set(FAMILIES) == {rule.code[0] for rule in RULES}
    with pytest.raises(UnknownNameError):
        explained(named(RULES, "nothing"))


def test_several_processes_find_what_one_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = on_disk(tmp_path)
    for number in range(20):
        corpus.root.joinpath(f"c{number}.txt").write_text(letter(f"c{number // 2}", "Dear \n"), encoding="utf-8")
    one = lint(corpus, RULES)
    monkeypatch.setattr(parallel, "LARGE", 10)
    monkeypatch.setattr(parallel, "BATCH", 3)
    monkeypatch.setattr(parallel.os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    assert lint(corpus, RULES) == one
    assert {"T114", "X101", "F102"} <= {found.code for found in one.findings}


def test_a_family_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "M", "--format", "csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line[0] for line in lines[1:]} == {"M"}
    assert run(["rules", "--format", "tabulated"]) == 2
    assert "'tabulated'; did you mean" in capsys.readouterr().err
