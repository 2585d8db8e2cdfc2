"""Mending, over letters put together by chance: it comes to rest, leaves letters that can be read, and keeps words."""

from __future__ import annotations

import unicodedata
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from corpuscli.errors import InputError
from corpuscli.linting.desk import Desk
from corpuscli.linting.fixes import mend_letters
from corpuscli.linting.loader import load_rules
from corpuscli.store.frontmatter.reader import parse_letter
from tests.linting.memory import Memory

RULES = load_rules()
KEYS = (
    "date_text: March 10, 1921", "date_text: '10.3.1921 '", "language: deu", "language: [de, ru]", "tags: gold",
    "tags: [gold, gold]", "tags:\n  - gold\n  - gold # twice", "source: [RGASPI. F. 5. On. 2. D. 315. L. 34.]",
    "source:\n  - RTSKHIDNI. F. 5. Op. 2. D. 315. L. 34.", "place: Mo\u00a0scow", "place:  Baku  ", "place: TODO",
    "translation:\n  from: rus", "foo: 1", "title: a &amp; b", "title: |\n  two  \n  lines",
    "summary: >-\n  folded\n", "lint_ignore: [T108 as printed]", "lint_ignore: [T999]", "url: example.org",
    "calendar: old", "type:", "number: 12.", "recipients: [I. V. Stalin, I. V. Stalin]", "senders: ['Chicherin,']",
    "related: [a, b]", "published: [x  y.]",
)  # fmt: skip
WORDS = (
    "The the", "delegation", " ", "  ", "\n", "\r\n", "\n\n", "\n\n\n\n", "[^1]", " [^1]", "[^2]", "\n[^1]: ",
    "\n[^1]:", "\n[^2]: oneWe are", "oneWe", "cafe\u0301", "\u00a0", " \u00a0", "\t", "\u00ad", "\u200b", "\ufeff",
    "&nbsp;", "&lt;", "&uuml;", "<b>", "</i>", "<br>", "dele-\ngation", "1З5", "Иocква", "¹", "word²", ".", " ,",
    "...", "(", ")", "«", "»", "“", "\x07", "\x0c", "\u202e", "\ue000", "\ufffd", "Ã¤", "Notes:", "- 12 -", "12",
    "1", "Next | Home", "RGASPI. F. 5. On. 2. D. 3", "-", "Herz1ich", "\\", "---", "#",
)  # fmt: skip
LETTERS = st.builds(
    lambda bom, end, keys, words: (
        bom + "\n".join(("---", "id: a", "date: 1921-03-10", *keys, "---")).replace("\n", end) + end + "".join(words)
    ),
    st.sampled_from(("", "", "\ufeff")),
    st.sampled_from(("\n", "\n", "\r\n")),
    st.lists(st.sampled_from(KEYS), max_size=4, unique_by=lambda line: line.partition(":")[0]),
    st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=14),
)


def mended(source: str, *, unsafe: bool) -> str | None:
    found = list(mend_letters(Memory({"a.txt": source}), RULES, None, Counter(), unsafe=unsafe))
    return found[0].new if found else None


def said(source: str) -> str:
    """The letters and digits of text and notes, whatever their form."""
    body = parse_letter(source, "a.txt").body.of(source)
    return "".join(c for c in unicodedata.normalize("NFC", body) if c.isalnum())


@settings(max_examples=250, deadline=None)
@given(LETTERS, st.booleans())
def test_mending_again_changes_nothing(source: str, unsafe: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    new = mended(source, unsafe=unsafe)
    if new is not None:
        assert new != source
        assert mended(new, unsafe=unsafe) is None
    rest = Desk(Memory({}), RULES).alone(parse_letter(source if new is None else new, "a.txt"))
    assert [one.code for one in rest if one.fixable == "safe" or (unsafe and one.fixable == "unsafe")] == []


@settings(max_examples=150, deadline=None)
@given(LETTERS)
def test_safe_fixes_keep_every_letter_and_digit(source: str) -> None:
    new = mended(source, unsafe=False)
    if new is not None and "&" not in source:
        assert said(new) == said(source)


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=40)
    | st.builds(lambda text: f"---\n{text}\n---\n", st.text("a:-[]{}'\"&*!|>%@`#\t \n", max_size=20))
)
def test_what_cannot_be_read_is_never_rewritten(source: str) -> None:
    try:
        parse_letter(source, "a.txt")
    except InputError:
        assert mended(source, unsafe=True) is None
