"""Lines of a source, also where it has but one, or begins or ends with a line end."""

from __future__ import annotations

import pytest

from corpuscli.store.frontmatter import lines


@pytest.mark.parametrize(
    ("source", "offset", "start", "content_end", "after"),
    [
        ("abc", 1, 0, 3, 3),
        ("abc", 3, 0, 3, 3),
        ("", 0, 0, 0, 0),
        ("\nx", 0, 0, 0, 1),
        ("\nx", 1, 1, 2, 1),
        ("a\r\nb\r\n", 0, 0, 1, 3),
        ("a\r\nb\r\n", 3, 3, 4, 3),
        ("a\r\nb\r\n", 4, 3, 4, 6),
        ("a\r", 0, 0, 1, 2),
        ("a\n\nb", 1, 0, 1, 2),
        ("a\n\nb", 2, 2, 2, 2),
    ],
)
def test_where_a_line_begins_and_ends(source: str, offset: int, start: int, content_end: int, after: int) -> None:
    found = (lines.start(source, offset), lines.content_end(source, offset), lines.after(source, offset))
    assert found == (start, content_end, after)


@pytest.mark.parametrize(
    ("source", "ending"), [("a\r\nb\n", "\r\n"), ("a\nb\r\n", "\n"), ("a\r", "\n"), ("\n", "\n"), ("\na\r\n", "\n")]
)
def test_the_first_line_says_how_lines_end(source: str, ending: str) -> None:
    assert lines.ending(source) == ending
