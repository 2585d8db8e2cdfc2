from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.errors import InputError
from corpuscli.model.edit import apply_edits
from corpuscli.model.letter import Pairs
from corpuscli.store.files import decode
from corpuscli.store.frontmatter.reader import parse_letter
from corpuscli.store.frontmatter.render import render_letter
from corpuscli.store.frontmatter.scalars import block_lines, key_lines, quoted_like, scalar

WORDS = st.text(max_size=30).filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))
PIECES = [
    "a",
    " ",
    ": ",
    " #",
    "'",
    '"',
    "[",
    "]",
    "{",
    "- ",
    "-",
    "?",
    "&",
    "*",
    "!",
    ">",
    "%",
    "@",
    "`",
    ",",
    "\n",
    "---",
    "é",
    "\\",
    "\t",
    ":",
    "|",
]
NASTY = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
TEXT = WORDS | NASTY
VALUE = (
    TEXT
    | st.lists(TEXT, max_size=4).map(tuple)
    | st.lists(st.tuples(st.just("from"), TEXT), min_size=1, max_size=1).map(Pairs)
)


@given(st.dictionaries(st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True), VALUE, min_size=1, max_size=5), WORDS)
def test_a_rendered_letter_reads_back(fields: dict[str, object], text: str) -> None:
    source = render_letter(fields.items(), text)
    letter = parse_letter(source, "x")
    assert {f.key: f.value for f in letter.fields} == fields
    assert letter.body.of(source).rstrip("\n") == text.rstrip("\n")


@given(st.binary(max_size=200) | st.binary(max_size=60).map(lambda b: b"---\nid: a\n---\n" + b))
def test_what_is_read_is_written_back_byte_for_byte(data: bytes) -> None:
    try:
        source = decode(data, "x")
        letter = parse_letter(source, "x")
    except InputError:
        return
    assert apply_edits(letter.source, []).encode("utf-8") == data


@pytest.mark.parametrize(
    "text",
    ["017", "no", "12:30", "558.", "1921-03-10", "../1918", "RTSKHIDNI. F. 5. Op. 2", "a, b [c]", "~", "-5", "null"],
)
def test_what_can_stand_plain_stands_plain(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text",
    ["[sic]", "{a}", "% of", "@home", "& co", "* star", "! wow", "| x", "> y", "# no", "`b`", "a: b", "a #b", "---"],
)
def test_what_cannot_is_quoted(text: str) -> None:
    assert scalar(text) == f"'{text}'"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\x01", '"\\x01"'),
        ("\u2028", '"\\u2028"'),
        ("\n\U000e0001", '"\\n\\U000e0001"'),
        ("\xff\n", '"\xff\\n"'),
        ("\x9f\u0100", '"\\x9f\u0100"'),
    ],
)
def test_what_cannot_be_printed_is_written_in_the_shortest_escape(text: str, written: str) -> None:
    assert scalar(text) == written


def test_names_and_members_are_quoted_where_their_place_asks_for_it() -> None:
    assert key_lines("a, b", "Halifax XX") == ["'a, b': Halifax XX"]
    assert key_lines("a", Pairs([("b, c", "d, e")])) == ["a:", "  'b, c': d, e"]
    assert block_lines((("a", "b, c"), Pairs([("d", "e")]), "f, g")) == ["- [a, 'b, c']", "- {d: e}", "- f, g"]
    assert (quoted_like("a, b", "x", flow=True), quoted_like("a, b", "x")) == ("'a, b'", "a, b")
