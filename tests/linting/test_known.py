"""What the index knows: the findings are those of a first look, whatever has happened since."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpuscli.linting import known
from corpuscli.linting.across import Gathered, traces
from corpuscli.linting.choice import Choice, choose
from corpuscli.linting.desk import Desk
from corpuscli.linting.known import lint_corpus
from corpuscli.linting.loader import load_rules
from corpuscli.linting.outcome import Outcome, dump_findings, gist, load_findings, load_outcome
from corpuscli.linting.passing import Passing
from corpuscli.linting.rule import Fact
from corpuscli.linting.run import lint
from corpuscli.linting.version import version_of
from corpuscli.model.span import Span
from corpuscli.store.corpus import open_corpus
from tests.linting.samples import ALL, NONE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpuscli.model.finding import Findings
    from corpuscli.store.index.looking import Read

FRONT = "---\nid: {id}\ndate: 1921-03-10\nsenders: [G. V. Chicherin]\nrecipients: [I. V. Stalin]\n{more}---\n"
TEXTS = ("Dear \n", "Dear[^1]\n", "Comrade Stalin.\n", "The the delegation.\n" * 9)
MORE = (
    "", "related: [b]\n", "related: [a]\n", "lint_ignore: [M101 lost]\n", "tags: [Gold]\n", "tags: [gold]\n",
    "source: [RGASPI. F. 5. Op. 2. D. 315. L. 34]\n",
)  # fmt: skip
NAMES = ("a.txt", "b.txt", "x/a.txt", "x/c.md", "A.txt")
LETTERS = st.builds(
    lambda name, text, more: FRONT.format(id=name, more=more) + text,
    st.sampled_from("abc"), st.sampled_from(TEXTS), st.sampled_from(MORE),
)  # fmt: skip
PEOPLE = ("", "chicherin:\n  name: G. V. Chicherin\n", "stalin:\n  name: I.V. Stalin\n")
CONFIGS = ("title: T\n", "span: [1922, 1923]\n", "lint:\n  ignore: [T114]\n  severity: {M101: error}\n")
EDITS = st.one_of(
    st.tuples(st.sampled_from(NAMES), LETTERS | st.sampled_from(["no front matter", ""])),
    st.tuples(st.sampled_from(NAMES), st.none()),
    st.tuples(st.just("people.yaml"), st.sampled_from(PEOPLE)),
    st.tuples(st.just("corpus.yaml"), st.sampled_from(CONFIGS)),
)
CHOICES = st.sampled_from([Choice(), Choice(), Choice(hints=True), Choice(("M", "X1")), Choice(ignore=("F",))])
ASKED = st.sampled_from([None, None, frozenset({"a.txt"}), frozenset({"b.txt", "x/c.md"})])


def write(root: Path, name: str, content: str | None) -> None:
    path = root / name
    path.parent.mkdir(exist_ok=True)
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.write_text(content, encoding="utf-8")


def first_look(root: Path, choice: Choice = Choice(), asked: frozenset[str] | None = None) -> Findings:  # noqa: B008 - frozen
    corpus = open_corpus(root)
    return lint(corpus, choose(load_rules(), corpus.config.lint, choice), asked)


@given(st.lists(st.tuples(st.lists(EDITS, max_size=4), CHOICES, ASKED), max_size=4))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_known_is_what_would_be_found(
    cache: Path, rounds: list[tuple[list[tuple[str, str | None]], Choice, frozenset[str] | None]]
) -> None:
    del cache
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "letters"
        root.mkdir()
        write(root, "corpus.yaml", "title: T\n")
        for edits, choice, asked in rounds:
            for edit in edits:
                write(root, *edit)
            for _ in range(2):
                assert lint_corpus(open_corpus(root), choice, asked) == first_look(root, choice, asked)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def root(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus; nothing is looked at but its letters."""
    del cache
    monkeypatch.setattr(Passing, "warm", lambda _: None)
    root = tmp_path / "letters"
    root.mkdir()
    for name in ("a", "b", "c"):
        write(root, f"{name}.txt", FRONT.format(id=name, more="") + f"Letter {name}[^1]\n")
    write(root, "torn.txt", "no front matter")
    write(root, "corpus.yaml", "title: T\n")
    return root


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The letters that are looked at, one by one."""
    seen: list[str] = []
    old = Desk.outcomes_of

    def outcomes_of(self: Desk, letters: Sequence[Read], *, wanted: bool = True) -> list[Outcome]:
        seen.extend(path for path, _, _ in letters)
        return old(self, letters, wanted=wanted)

    monkeypatch.setattr(Desk, "outcomes_of", outcomes_of)
    return seen


def test_only_what_has_changed_is_looked_at(root: Path, looked: list[str]) -> None:
    lint_corpus(open_corpus(root), Choice())
    assert looked == ["a.txt", "b.txt", "c.txt", "torn.txt"]
    looked.clear()
    lint_corpus(open_corpus(root), Choice())
    assert looked == []
    write(root, "b.txt", FRONT.format(id="b", more="") + "Changed.\n")
    lint_corpus(open_corpus(root), Choice())
    assert looked == ["b.txt"]
    looked.clear()
    (root / "a.txt").rename(root / "z.txt")
    found = lint_corpus(open_corpus(root), Choice())
    assert looked == ["z.txt"]
    assert [one.code for one in found.findings if one.where.path == "z.txt"] == ["F102", "M101"]


def test_each_way_of_asking_has_a_memory_of_its_own(root: Path, looked: list[str]) -> None:
    ways = [Choice(), Choice(hints=True), Choice(("M",))]
    for choice in ways:
        lint_corpus(open_corpus(root), choice)
    looked.clear()
    for choice in ways:
        lint_corpus(open_corpus(root), choice)
    assert looked == []


@pytest.mark.parametrize(
    "change",
    [
        lambda root: write(root, "people.yaml", PEOPLE[1]),
        lambda root: write(root, "archives.yaml", "x: y\n"),
        lambda root: write(root, "corpus.yaml", "bibliography: works.bib\n"),
    ],
)
def test_other_settings_are_another_version(root: Path, change: Callable[[Path], None]) -> None:
    before = version_of(open_corpus(root), Choice())
    assert version_of(open_corpus(root), Choice()) == before
    change(root)
    assert version_of(open_corpus(root), Choice()) != before


def test_a_bibliography_and_a_year_are_part_of_the_version(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, "corpus.yaml", "bibliography: works.bib\n")
    versions = [version_of(open_corpus(root), Choice())]
    write(root, "works.bib", "@book{x}")
    versions.append(version_of(open_corpus(root), Choice()))
    monkeypatch.setattr("corpuscli.linting.version.sys.version", "another Python")
    versions.append(version_of(open_corpus(root), Choice()))
    assert len(set(versions)) == len(versions)


@pytest.mark.parametrize("hook", ["outcome", "outcomes_of"])
@pytest.mark.parametrize("name", ["a.txt", "people.yaml"])
def test_nothing_is_kept_of_what_changes_under_our_eyes(
    root: Path, looked: list[str], monkeypatch: pytest.MonkeyPatch, name: str, hook: str
) -> None:
    """In ``outcome`` a letter is not read yet, in ``outcomes_of`` it is: only of the latter its findings hold."""
    monkeypatch.setattr(known, "FLUSH", 1)
    before = (root / name).read_text(encoding="utf-8") if name == "a.txt" else None
    if hook == "outcome":
        lint_corpus(open_corpus(root), Choice(hints=True))
    old, done = getattr(Desk, hook), list[str]()

    def changing(self: Desk, letters: object, *, wanted: bool = True) -> object:
        if not done:
            done.append(name)
            write(root, name, FRONT.format(id="a", more="") + "Other.\n" if name == "a.txt" else PEOPLE[1])
        return old(self, letters, wanted=wanted)

    monkeypatch.setattr(Desk, hook, changing)
    lint_corpus(open_corpus(root), Choice())
    write(root, name, before)
    looked.clear()
    found = lint_corpus(open_corpus(root), Choice())
    assert looked[:1] == (["a.txt"] if name != "a.txt" or hook == "outcome" else [])
    assert found == first_look(root)


def test_a_letter_that_goes_while_others_are_looked_at(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, "c.txt", FRONT.format(id="a", more="lint_ignore: [M101 lost]\n") + "Letter c[^1]\n")
    old = Desk.outcomes_of

    def going(self: Desk, letters: Sequence[Read], *, wanted: bool = True) -> list[Outcome]:
        if any(path == "c.txt" for path, _, _ in letters):
            (root / "c.txt").unlink(missing_ok=True)
        return old(self, letters, wanted=wanted)

    monkeypatch.setattr(Desk, "outcomes_of", going)
    found = lint_corpus(open_corpus(root), Choice())
    assert [one.where.path for one in found.findings if one.code == "M101"] == ["a.txt", "b.txt"]
    assert lint_corpus(open_corpus(root), Choice()) == first_look(root)


def test_without_a_place_for_an_index_the_findings_are_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    assert lint_corpus(open_corpus(root), Choice()) == first_look(root)


def test_a_letter_without_permission(root: Path, looked: list[str]) -> None:
    (root / "torn.txt").chmod(0)
    lint_corpus(open_corpus(root), Choice())
    looked.clear()
    lint_corpus(open_corpus(root), Choice())
    assert looked == []


def test_of_letters_that_are_the_same_bytes_one_serves_itself_alone(root: Path, looked: list[str]) -> None:
    for name in ("x/a.txt", "y/a.txt"):
        write(root, name, (root / "a.txt").read_text(encoding="utf-8"))
    found = lint_corpus(open_corpus(root), Choice())
    assert found == first_look(root)
    assert [one.where.path for one in found.findings if one.code == "M101" and one.where.path.endswith("a.txt")] == [
        "a.txt", "x/a.txt", "y/a.txt",
    ]  # fmt: skip
    looked.clear()
    assert lint_corpus(open_corpus(root), Choice()) == found
    assert looked == []


@given(
    st.builds(
        Outcome,
        st.sampled_from(["a.txt", "x/\udcff.md", "ä"]),
        st.sampled_from([None, (), ALL.findings]),
        st.binary(max_size=20),
        st.booleans(),
        st.sampled_from([b"", b"\0" * 16]),
    )
)
def test_outcomes_read_back(outcome: Outcome) -> None:
    assert load_outcome(outcome.dump()) == outcome
    assert gist(outcome.dump()) == (None if outcome.findings or outcome.suppressing else outcome.traces)


@given(st.lists(st.builds(Fact, st.sampled_from("ab"), st.just(Span(0, 1)), st.booleans(), st.sampled_from(["", "f"]))))
def test_facts_are_told_apart_when_packed(facts: list[Fact]) -> None:
    """What is worth a look is the same, whether the facts are all of one letter or one of each."""
    one, each = Gathered(), Gathered()
    one.add(b"")
    one.add(traces((rule, fact) for rule in (3, 4) for fact in facts))
    for fact in facts:
        each.add(traces([(4, fact)]))
    groups = dict(each.suspicious(4))
    assert dict(one.suspicious(4)) == dict.fromkeys(groups, (1,))
    assert not dict(each.suspicious(3))
    for key in "ab":
        members = [fact for fact in facts if fact.key == key]
        worth = sum(not fact.wanted for fact in members) != 1 and ({f.form for f in members} not in ({"f"}, set()))
        expected = tuple(number for number, fact in enumerate(facts) if fact.key == key)
        assert (expected in groups.values()) is worth


def test_findings_read_back() -> None:
    for found in (ALL, NONE, replace(ALL, letters=0)):
        assert load_findings(dump_findings(found)) == found
