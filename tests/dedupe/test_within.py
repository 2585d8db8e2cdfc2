from __future__ import annotations

import pytest

from corpuscli.dedupe.within import removal, repeats_of
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.store.writing.rewrite import edited

P = " ".join(f"word{n}" for n in range(20))
HEAD = "---\nid: a\n---\n"


def mended(body: str) -> tuple[str, tuple[str, ...]]:
    letter = parse_letter(HEAD + body, "a.txt")
    plan = removal(letter, repeats_of(letter))
    return edited(letter, plan.edits).removeprefix(HEAD), plan.kept


@pytest.mark.parametrize(
    ("body", "after"),
    [
        (f"A. {P} {P} B.\n", f"A. {P} B.\n"),
        (f"A. {P}\n\n{P}\n", f"A. {P}\n"),
        (f"{P}\n\n{P} And more.\n", f"{P}\n\nAnd more.\n"),
        (f"{P}\n\nA new paragraph, {P}\n\nEnd.\n", f"{P}\n\nA new paragraph,\n\nEnd.\n"),
        (f"{P}\n\n[^1]: {P} More.\n", f"{P}\n\n[^1]: More.\n"),
        (f"Text[^1].\n\n[^1]: N. {P}\n    {P}\n", f"Text[^1].\n\n[^1]: N. {P}\n"),
        (f"{P} {P} {P}\n", f"{P}\n"),
        ("Nothing twice.\n", "Nothing twice.\n"),
    ],
)
def test_the_seams_are_tidy(body: str, after: str) -> None:
    assert mended(body) == (after, ())
    assert mended(after) == (after, ())


def test_the_only_marker_of_a_note_stays() -> None:
    marked = P.replace("word7", "word7[^1]")
    body = f"{P.replace('word7', 'word7[^2]')}\n\n{marked}\n\n[^1]: One.\n[^2]: Two.\n"
    assert mended(body)[0] == body
    twice = f"{marked} {marked}\n\n[^1]: One.\n"
    assert mended(twice) == (f"{marked}\n\n[^1]: One.\n", ())
    whole = f"{marked} x\n\n[^1]: One.\n\n[^2]: {P}\n"
    assert mended(whole)[0] == whole


def test_a_copy_that_is_all_its_note_says_stays() -> None:
    body = f"{P} x[^1]\n\n[^1]: {P}\n"
    after, kept = mended(body)
    assert after == body
    assert kept == ("a copy stays: it is all that its note says",)


def test_a_letter_and_its_parts() -> None:
    letter = parse_letter(f"{HEAD}A. {P}\n\n[^1]: B. {P}\n", "a.txt")
    [found] = repeats_of(letter)
    assert found.parts == ("text", "note:1")
