"""Markers, notes and parts, in letters that look like letters."""

from __future__ import annotations

import pytest

from corpuscli.model.letter import Letter
from corpuscli.model.span import Span
from corpuscli.text.footnotes import find_markers, find_notes, notes_of, parts

HEAD = "---\nid: a\n---\n"


def letter(body: str) -> Letter:
    source = HEAD + body
    span = Span(len(HEAD), len(source))
    return Letter("a.txt", source, (), span, span)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No notes at all.",
        "A power of x^2 and a list [1].",
        "An empty one [^] and one with a blank [^a b].",
        "A nested one [^a[b].",
        "Words [ ^1] and [^ 1].",
    ],
)
def test_no_markers_and_no_notes(text: str) -> None:
    assert find_markers(text) == ()
    assert find_notes(text) == ()


def test_markers_in_text_and_in_notes_but_no_openers() -> None:
    text = "One[^1], two[^a-b]: three\n[^2] four.\n\n[^1]: Note[^x].\n"
    assert [(m.label, m.span.of(text)) for m in find_markers(text)] == [
        ("1", "[^1]"),
        ("a-b", "[^a-b]"),
        ("2", "[^2]"),
        ("x", "[^x]"),
    ]


def test_offsets_are_added() -> None:
    assert find_markers("x[^1]", 10)[0].span == Span(11, 15)
    note = find_notes("[^1]: y", 10)[0]
    assert (note.span, note.body) == (Span(10, 17), Span(16, 17))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[^1]: One line.", [("[^1]: One line.", "One line.")]),
        ("[^1]:One line.  \n", [("[^1]:One line.  ", "One line.")]),
        ("[^1]:\n", [("[^1]:", "")]),
        ("[^1]:   \n\nText", [("[^1]:   ", "")]),
        ("[^1]:\n\tBelow.\n", [("[^1]:\n\tBelow.", "Below.")]),
        ("[^1]: A\n  b\n\n  c\nText", [("[^1]: A\n  b\n\n  c", "A\n  b\n\n  c")]),
        ("[^1]: A\n\nText\n", [("[^1]: A", "A")]),
        ("[^1]: A\n   \nText\n", [("[^1]: A", "A")]),
        ("[^1]: A\n[^2]: B\n", [("[^1]: A", "A"), ("[^2]: B", "B")]),
        ("[^1]: A\r\n  b\r\n\r\n[^2]: B\r\n", [("[^1]: A\r\n  b", "A\r\n  b"), ("[^2]: B", "B")]),
        (" [^1]: indented, so no note", []),
        ("see [^1]: no note either", []),
    ],
)
def test_notes(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(n.span.of(text), n.body.of(text)) for n in find_notes(text)] == expected


def test_parts_of_a_letter() -> None:
    it = letter("\nDear comrade,[^1]\n\nGreetings.\n\n[^1]: A note.\n[^2]:\n\nStray words.\n[^3]: Last\n    one.\n")
    assert [(name, span.of(it.source)) for name, span in parts(it)] == [
        ("text", "Dear comrade,[^1]\n\nGreetings."),
        ("note:1", "A note."),
        ("text", "Stray words."),
        ("note:3", "Last\n    one."),
    ]
    assert [note.label for note in notes_of(it)] == ["1", "2", "3"]


def test_a_letter_without_text_has_no_parts() -> None:
    assert parts(letter("")) == ()
    assert parts(letter("\n\n")) == ()


def test_many_openers_and_blank_lines_cost_no_more_than_their_length() -> None:
    text = "[^1]: a\n" + "\n" * 50_000 + "[^2]: b\n" * 5_000
    assert len(find_notes(text)) == 5_001
