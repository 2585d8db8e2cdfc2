"""A glance says of a letter what reading it says, whichever way it takes."""

from __future__ import annotations

import pytest

from corpuscli.errors import FrontMatterError
from corpuscli.model.letter import plain
from corpuscli.store.frontmatter.glance import PLAIN, glance
from corpuscli.store.frontmatter.reader import parse_letter


@pytest.mark.parametrize(
    "block",
    [
        "id: 017\nsenders:\n  - A\n  - B\n",
        "id: 'quoted'\nsenders: [A, B]\n",
        "# a comment\ntitle: >\n  folded\n  twice\ntranslation: {from: ru}\n",
        "id: long\ntitle: " + "x" * (PLAIN + 1) + "\n",
        "",
    ],
    ids=["plain", "flow", "folded", "too long to be short", "empty"],
)
def test_a_glance_is_what_reading_says(block: str) -> None:
    source = f"---\n{block}---\nText.\n\n[^1]: Note.\n"
    letter, seen = parse_letter(source, "x"), glance(source, "x")
    assert {key: plain(value) for key, value in seen.values.items()} == {
        field.key: plain(field.value) for field in letter.fields
    }
    assert (seen.text, seen.body) == (letter.text, letter.body)


@pytest.mark.parametrize("source", ["Text", "---\na: b\n", "---\na: b: c\n---\n", f"---\na: &x {'x' * PLAIN}\n---\n"])
def test_a_glance_refuses_what_reading_refuses(source: str) -> None:
    with pytest.raises(FrontMatterError) as seen:
        glance(source, "x")
    with pytest.raises(FrontMatterError) as read:
        parse_letter(source, "x")
    assert str(seen.value) == str(read.value)
