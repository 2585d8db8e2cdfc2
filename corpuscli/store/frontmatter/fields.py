"""The short way to the fields of a letter: keys with a text or a list of texts, as nearly all front matter is.

What is read here is read alike by ``yamltree`` (a property test proves it), and in half the time of ``plainyaml``,
which makes nodes of everything first. Anything else is left to these two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.letter import Field
from corpuscli.model.span import Span
from corpuscli.store.plainyaml import LINE, flow_list, is_strange, words_of

if TYPE_CHECKING:
    import re


def read_fields(source: str, start: int, end: int) -> tuple[Field, ...] | None:
    """Read ``source[start:end]``.

    Returns:
        The fields, or None when there is more than texts and lists of texts, or the long way must be taken.
    """
    if end <= start or source[end - 1] != "\n" or is_strange(source, start, end):
        return None
    lines, place = list(LINE.finditer(source, start, end)), start
    for line in lines:
        if line.start() != place:
            return None
        place = line.end()
    said = [line for line in lines if line[1] is not None]
    if place != end or not said:
        return None
    return _fields(said)


def _fields(lines: list[re.Match[str]]) -> tuple[Field, ...] | None:
    found: dict[str, Field] = {}
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        blanks, name, text = line.groups()
        if blanks or name is None or name in found:
            return None
        first = number
        while text is None and number < len(lines) and lines[number][2] is None:
            number += 1
        field = _field(line, name, text) if number == first else _list(line, name, lines[first:number])
        if field is None:
            return None
        found[name] = field
    return tuple(found.values())


def _field(line: re.Match[str], name: str, text: str | None) -> Field | None:
    """Make a field of a line that says all."""
    colon, key = line.end(2), Span(*line.span(2))
    if text is None:
        return Field(name, "", key, Span(colon + 1, colon + 1))
    start, text = line.start(3), text.rstrip(" ")
    if text[0] == "[":
        node = flow_list(text, start)
        items = node.value if node is not None else ()
        place = Span(start, start + len(text))
        return Field(name, tuple(n.value for n in items), key, place, tuple(n.span for n in items)) if items else None
    words = words_of(text)
    return Field(name, words, key, Span(start, start + len(text))) if words is not None else None


def _list(line: re.Match[str], name: str, below: list[re.Match[str]]) -> Field | None:
    """Make a field of a key and the lines below it, each an item."""
    values: list[str] = []
    spans: list[Span] = []
    for item in below:
        blanks, _, text = item.groups()
        text = (text or "").rstrip(" ")
        words = words_of(text) if text and blanks == below[0][1] else None
        if words is None:
            return None
        start = item.start(3)
        values.append(words)
        spans.append(Span(start, start + len(text)))
    place = Span(below[0].end(1), spans[-1].end)
    return Field(name, tuple(values), Span(*line.span(2)), place, tuple(spans))
