"""Every rule's case file, and the manual in its docstring."""

from __future__ import annotations

import itertools
import textwrap
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

import pytest

from corpuscli.errors import InputError
from corpuscli.linting.desk import Desk
from corpuscli.linting.loader import load_rules
from corpuscli.linting.rule import HIDDEN
from corpuscli.linting.run import lint
from corpuscli.model.edit import apply_edits
from tests.linting.casefile import CASES, Case, parse_files, read_cases
from tests.linting.memory import Memory

if TYPE_CHECKING:
    from corpuscli.linting.look import Look
    from corpuscli.linting.rule import Rule
    from corpuscli.model.finding import Finding

RULES = load_rules()
LEAST = 3


def case_path(rule: Rule) -> str:
    return f"{rule.code.lower()}_{rule.name.replace('-', '_')}.txt"


def findings(rule: Rule, files: dict[str, str]) -> tuple[Finding, ...]:
    corpus = Memory(files)
    needed = [rule] if rule.unused is None else [other for other in RULES if other.severity != "hint"]
    report = lint(corpus, needed)
    return tuple(found for found in report.findings if found.code == rule.code)


ALL = [(rule, case) for rule in RULES for case in read_cases(CASES / case_path(rule))]


@pytest.mark.parametrize(
    ("rule", "case"),
    [pytest.param(rule, case, id=f"{rule.code}:{case.line}") for rule, case in ALL if case.kind != "fixed"],
)
def test_case(rule: Rule, case: Case) -> None:
    found = findings(rule, case.files)
    if case.kind == "quiet":
        assert [(f.where, f.message) for f in found] == [], case.title
        return
    assert case.marks, "a case that fires marks its places"
    places = [(f.where.path, f.where.line, f.where.column) for f in found]
    assert places == sorted((m.path, m.line, m.column) for m in case.marks), case.title
    for one, mark in zip(found, sorted(case.marks, key=lambda m: (m.path, m.line, m.column)), strict=True):
        assert mark.words in one.message
        if mark.length is None:
            assert one.where.end_line > one.where.line
        else:
            same_line = one.where.end_line == one.where.line
            assert (one.where.end_column - one.where.column if same_line else None) in (mark.length, 0)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_cases_enough(rule: Rule) -> None:
    kinds = [case.kind for case in read_cases(CASES / case_path(rule))]
    assert kinds.count("fires") >= LEAST
    assert kinds.count("quiet") >= LEAST
    assert (rule.fixable != "no") == ("fixed" in kinds), "a fix is shown by a fixed-case, and only a fix"


def test_every_case_file_has_a_rule() -> None:
    assert {path.name for path in CASES.iterdir()} == {case_path(rule) for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_fixes(rule: Rule) -> None:
    cases = read_cases(CASES / case_path(rule))
    for case, then in itertools.pairwise(cases):
        if then.kind == "fixed":
            files = mended(rule, case.files)
            assert files == {**case.files, **then.files}, then.title
            assert mended(rule, files) == files


def mended(rule: Rule, files: dict[str, str]) -> dict[str, str]:
    found = findings(rule, files)
    return {
        path: apply_edits(text, {edit for f in found if f.where.path == path for edit in f.edits})
        for path, text in files.items()
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_fixable_is_kept_to(rule: Rule) -> None:
    for _, case in (pair for pair in ALL if pair[0] is rule):
        for one in findings(rule, case.files):
            assert (one.fixable == "no") == (one.edits == ())
            assert one.fixable in ("no", rule.fixable) or (one.fixable == "safe" and rule.fixable == "unsafe")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_manual_shows_what_it_says(rule: Rule) -> None:
    sections = dict(rule.sections())
    assert all(sections.values()), "every heading has words under it"
    bad, good = (
        findings(rule, example(sections[name], bare=rule.unread is not None)) for name in ("Example", "Use instead")
    )
    assert bad, "the example triggers the rule"
    assert not good, "what to use instead does not"


def example(section: str, *, bare: bool) -> dict[str, str]:
    """The indented block of a section, read like a case."""
    lines = section.split("\n")
    start = next(n for n, line in enumerate(lines) if line.endswith("::"))
    block = [line for line in lines[start + 1 :] if not line or line.startswith("    ")]
    case = Case("", "", 0)
    parse_files(case, textwrap.dedent("\n".join(block)).strip("\n").split("\n"), bare=bare)
    return case.files


@cache
def looks() -> tuple[Look, ...]:
    """A look at every letter of every case that can be read."""
    found: list[Look] = []
    for _, case in ALL:
        with suppress(InputError):
            desk = Desk(Memory(case.files), RULES)
            found += (desk.look(path) for path in desk.corpus.letter_paths())
    return tuple(found)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.needs], ids=lambda rule: rule.code)
def test_a_rule_has_nothing_to_say_of_letters_without_the_keys_that_it_needs(rule: Rule) -> None:
    lacking = [
        look for look in looks() if not any(look.odd if key == HIDDEN else look.letter.field(key) for key in rule.needs)
    ]
    assert lacking
    for look in lacking:
        assert not list(rule.check(look) if rule.check is not None else ())
        assert not list(rule.collect(look) if rule.collect is not None else ())
