from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpuscli.errors import FrontMatterError
from corpuscli.model.letter import plain
from corpuscli.store.frontmatter.reader import parse_letter


def test_every_value_is_text_with_its_place() -> None:
    source = "---\nid: 017\ndone: no\nat: 12:30\nnum: 558.\nempty:\nwho:\n  - 'A'\n  - B\nt: {from: ru}\n---\nText.\n"
    letter = parse_letter(source, "017.txt")
    assert {f.key: plain(f.value) for f in letter.fields} == {
        "id": "017", "done": "no", "at": "12:30", "num": "558.", "empty": "", "who": ["A", "B"], "t": {"from": "ru"},
    }  # fmt: skip
    assert [f.span.of(source) for f in letter.fields] == [
        "017",
        "no",
        "12:30",
        "558.",
        "",
        "- 'A'\n  - B",
        "{from: ru}",
    ]
    assert [s.of(source) for s in letter.fields[5].items] == ["'A'", "B"]
    assert letter.all("who") == ("A", "B")
    assert letter.all("id") == ("017",)
    assert letter.all("empty") == letter.all("gone") == ()
    assert (letter.get("id"), letter.get("who"), letter.stem) == ("017", "", "017")


@pytest.mark.parametrize(
    ("source", "text", "body"),
    [
        ("---\na: b\n---\nText.\n\n[^1]: Note.\n", "Text.", "Text.\n\n[^1]: Note.\n"),
        ("\ufeff---\r\na: b\r\n---\r\nOne\r\n\r\nTwo\r\n", "One\r\n\r\nTwo", "One\r\n\r\nTwo\r\n"),
        ("---\na: b\n---", "", ""),
        ("---\na: b\n---\n", "", ""),
        ("---\n---\nText", "Text", "Text"),
        ("---\n# only a comment\n---\nA\n---\nB\n", "A\n---\nB", "A\n---\nB\n"),
        ("---\na: b\n---\n[^1]: Only a note.\n", "", "[^1]: Only a note.\n"),
        ("---\na: b\n---\nA marker[^1] alone.\n", "A marker[^1] alone.", "A marker[^1] alone.\n"),
        ("---\na: b\n---\nA\n[^1] no note\n[^1]: A note.", "A\n[^1] no note", "A\n[^1] no note\n[^1]: A note."),
        ("---\na: b\n---\nA\n[^1 2]: no label\n[^", "A\n[^1 2]: no label\n[^", "A\n[^1 2]: no label\n[^"),
    ],
)
def test_text_and_body(source: str, text: str, body: str) -> None:
    letter = parse_letter(source, "x.txt")
    assert (letter.text.of(source), letter.body.of(source)) == (text, body)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "x:1:1: no front matter"),
        ("Text", "x:1:1: no front matter"),
        ("---\na: b\n", "x:1:1: the front matter does not end"),
        ("---\na: b\n...\n", "x:3:1: the front matter ends with '...'"),
        ("---\n- a\n---\n", "x:2:1: front matter is lines of"),
        ("---\na: 1\nb: 2\na: 3\n---\n", "x:4:1: the key 'a' stands twice"),
        ("---\na: b: c\n---\n", "x:2:5: not YAML: mapping values are not allowed in this context (a value that holds"),
        ("---\na: &x 1\n---\n", "x:2:4: an anchor"),
        ("---\na: *x\n---\n", "x:2:4: an alias"),
        ("---\na: !!str x\n---\n", "x:2:4: a tag"),
        ("---\n<<: {a: b}\n---\n", "x:2:1: a merge key"),
        ("---\n[a]: b\n---\n", "x:2:1: a key that is no text"),
        ("---\na: " + "[" * 20 + "]" * 20 + "\n---\n", "x:2:13: nested deeper than 10"),
        ("---\na: " + "x" * 300_000 + "\n---\n", "x:2:1: the YAML is longer than 256 KiB"),
        ("---\na: \0\n---\n", "x:2:4: not YAML: control characters"),
        ("---\na: \ud800\n---\n", "x:2:1: not YAML: surrogates"),
        ("---\na: @b\n---\n", "x:2:4: not YAML: found character that cannot start any token (quote"),
        ("---\na: b\n--- c\nd: e\n---\n", "x:3:1: a second YAML document"),
        ("---\na: [b\n---\n", "x:3:1: not YAML"),
    ],
)
def test_what_is_refused_names_line_and_column(source: str, said: str) -> None:
    with pytest.raises(FrontMatterError) as raised:
        parse_letter(source, "x")
    assert str(raised.value).startswith(said)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_read_or_refused_with_a_place(block: str, text: str) -> None:
    source = f"---\n{block}\n---\n{text}"
    try:
        letter = parse_letter(source, "x")
    except FrontMatterError as problem:
        place = (problem.line, problem.column)
    else:
        place = (1, 1)
        assert letter.source == source
        assert all(field.span.end <= letter.body.start for field in letter.fields)
    assert min(place) >= 1


def test_a_hundred_thousand_brackets_are_too_deep() -> None:
    # Where builds of the C parser that look ahead stop by themselves, the column is theirs.
    with pytest.raises(FrontMatterError, match=r"^x:2:\d+: nested deeper than 10$"):
        parse_letter("---\na: " + "[" * 100_000 + "\n---\n", "x")


@pytest.mark.parametrize("text", ["No colon.", "One: two."])
def test_a_key_without_a_colon_has_its_empty_value_in_the_front_matter(text: str) -> None:
    source = f"---\n{{id: a, tags}}\n---\n{text}\n"
    field = parse_letter(source, "x").field("tags")
    assert field is not None
    assert (field.value, source[: field.span.start]) == ("", "---\n{id: a, tags")
