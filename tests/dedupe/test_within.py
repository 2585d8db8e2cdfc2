from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.dedupe.within import removal
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.store.writing.rewrite import edited

P = " ".join(f"word{n}" for n in range(20))
HEAD = "---\nid: a\n---\n"


def mended(body: str) -> tuple[str, tuple[str, ...]]:
    letter = parse_letter(HEAD + body, "a.txt")
    plan = removal(letter)
    return edited(letter, plan.edits).removeprefix(HEAD), plan.kept


@pytest.mark.parametrize(
    ("body", "after"),
    [
        (f"A. {P} {P} B.\n", f"A. {P} B.\n"),
        (f"A. {P}. {P}. {P}. B.\n", f"A. {P}. B.\n"),
        (f"A, {P}; then. {P}. B.\n", f"A, {P}; then. B.\n"),
        (f"A. {P}\n\n{P}\n", f"A. {P}\n"),
        (f"{P}\n\n{P} And more.\n", f"{P}\n\nAnd more.\n"),
        (f"{P}\n\nA new paragraph, {P}\n\nEnd.\n", f"{P}\n\nA new paragraph,\n\nEnd.\n"),
        (f"Text[^1].\n\n[^1]: N. {P}\n    {P}\n", f"Text[^1].\n\n[^1]: N. {P}\n"),
        (f"{P} {P} {P}\n", f"{P}\n"),
        (f"{P}[^1] x {P}[^1] y[^1]\n\n[^1]: One.\n", f"{P}[^1] x y[^1]\n\n[^1]: One.\n"),
        ("Nothing twice.\n", "Nothing twice.\n"),
    ],
)
def test_the_seams_are_tidy(body: str, after: str) -> None:
    assert mended(body) == (after, ())
    assert mended(after) == (after, ())


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (f"{P.replace('word7', 'word7[^1]')} x {P}[^2]\n\n[^1]: One.\n[^2]: Two.\n", "the only marker of note 2"),
        (f"{P} x {P.replace('word7', 'word7[^2]')}\n\n[^2]: Two.\n", "the only marker of note 2"),
        (f"{P}. And now {P.replace('word7 ', 'word7, ')}.\n", "differs from the first"),
        (f"{P} a b c {P.replace('word7', 'other')}.\n", ""),
    ],
)
def test_what_is_not_the_same_stays(body: str, why: str) -> None:
    after, kept = mended(body)
    assert after == body
    assert why in " ".join(kept)


def test_notes_that_cite_the_same_stay() -> None:
    body = f"Text[^1] and[^2].\n\n[^1]: See {P}, p. 1.\n[^2]: See {P}, p. 2.\n"
    assert mended(body) == (body, ())


@given(st.lists(st.sampled_from([P, "x.", "\n\n", "Y[^1]", P.upper()]), max_size=9))
def test_a_second_run_finds_nothing_to_do(pieces: list[str]) -> None:
    after, _ = mended(" ".join(pieces) + "\n")
    assert mended(after)[0] == after
