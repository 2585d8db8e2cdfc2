from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from corpuscli.text.footnotes import find_notes, text_and_notes

PIECES = [
    "a",
    "и",
    "[^1]",
    "[^1]: ",
    "[^2]:x",
    "\n",
    "\n\n",
    " ",
    "    ",
    "\t",
    "\r\n",
    "\xa0",
    "\x1c",
    "\u2028",
    "\u200b",
]


@settings(max_examples=2000)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_text_and_notes_are_what_the_spans_of_notes_tell(text: str) -> None:
    outside, notes = text_and_notes(text)
    found = find_notes(text)
    assert notes == "\n".join(note.body.of(text) for note in found)
    for note in reversed(found):
        text = f"{text[: note.span.start]}\n{text[note.span.end :]}"
    assert outside.split() == text.split()
