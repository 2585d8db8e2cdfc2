"""The short way through YAML: lines of ``key: value`` or ``key: [a, b]`` and ``- item``, as nearly all of it is.

What is read here is read alike by the C parser (a property test proves it), without importing PyYAML and several times
faster. Anything else, wrong things too, is left to the long way in ``yamltree``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from corpuscli.model.span import Span
from corpuscli.store.node import Node

_STRANGE_ASCII = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")
_STRANGE = "[\\x00-\\x09\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]|\r(?!\n)"
"""Control characters, tabs, lone carriage returns and YAML's other line breaks."""


def is_strange(source: str, start: int, end: int) -> bool:
    """Tell whether there is a strange character; the pattern for all of Unicode is built when it is needed."""
    if source[start:end].replace("\r\n", "\n").replace("\n", "").isprintable():
        return False
    pattern = _STRANGE_ASCII if source.isascii() else re.compile(_STRANGE)
    return pattern.search(source, start, end) is not None


_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_LINE = re.compile(r"( *)(?:([A-Za-z][A-Za-z0-9_-]*):|-)(?: +([^ \r\n][^\r\n]*))? *\r?\n| *(?:#[^\r\n]*)?\r?\n")
_FLOW_SPECIAL = re.compile(r"[\[\]{}:#?'\"]")
_SPECIAL = frozenset(" -?:,[]{}#&*!|>'\"%@`")
"""What begins something else than a plain scalar, or may."""


_DEEPEST = 3
"""How deep the short way goes; registers are mappings of mappings."""


class _Line(NamedTuple):
    """A line that says something.

    Args:
        indent: The blanks before it.
        name: Its key; None for an item of a list.
        start: Where key or dash stands.
        colon: Where the key ends.
        value: What it says, or None where there is nothing behind colon or dash.
    """

    indent: int
    name: str | None
    start: int
    colon: int
    value: Node | None


def read_plain(source: str, start: int, end: int) -> Node | None:
    """Read ``source[start:end]`` when it is plain: texts, lists of texts and mappings of these, one thing a line.

    Returns:
        The root mapping as ``yamltree.compose_fully`` would give it, or None when the long way must be taken.
    """
    if end <= start or source[end - 1] != "\n" or is_strange(source, start, end):
        return None
    lines = _lines(source, start, end)
    if not lines or lines[0].indent:
        return None
    read = _mapping(lines, 0, 1)
    return read[0] if read is not None and read[1] == len(lines) else None


def read_values(source: str, start: int, end: int) -> dict[str, str | tuple[str, ...]] | None:
    """Read the values alone, without places: for those who read very many letters and quote none of them.

    Returns:
        What ``read_plain`` would find under each key, or None when there is more than texts and lists of texts, or the
        long way must be taken.
    """
    if end <= start or source[end - 1] != "\n" or is_strange(source, start, end):
        return None
    found: dict[str, str | tuple[str, ...]] = {}
    key, indent, members = "", 0, list[str]()
    for line in source[start : end - 1].replace("\r\n", "\n").removesuffix("\r").split("\n"):
        name, colon, text = line.partition(": ")
        if not colon or not is_key(name):
            words = line.strip(" ")
            if not words or words[0] == "#":
                continue
            name, text = words[:-1], ""
            if words[-1] != ":" or not line.startswith(words) or not is_key(name):  # an item, or nothing that is plain
                blanks = len(line) - len(line.lstrip(" "))
                item = words_of(words[2:].lstrip(" ")) if words[:2] == "- " else None
                if item is None or not key or (members and blanks != indent):
                    return None
                indent = blanks
                members.append(item)
                found[key] = tuple(members)
                continue
        if name in found:
            return None
        text = text.strip(" ")
        value = _values(text) if text else ""
        if value is None:
            return None
        key, members = "" if text else name, []
        found[name] = value
    return found or None


@lru_cache(maxsize=1 << 10)
def is_key(name: str) -> bool:
    """Tell whether a word is a key as the short way knows them."""
    return _KEY.fullmatch(name) is not None


def _values(text: str) -> str | tuple[str, ...] | None:
    if text[0] != "[":
        return words_of(text)
    if text[-1] != "]" or _FLOW_SPECIAL.search(text, 1, len(text) - 1):
        return None
    items = tuple(piece.strip(" ") for piece in text[1:-1].split(","))
    return items if all(item and item[0] not in _SPECIAL for item in items) else None


def _lines(source: str, start: int, end: int) -> list[_Line] | None:
    """Read all lines that say something; None where one is not plain."""
    lines: list[_Line] = []
    place = start
    while place < end:
        line = _LINE.match(source, place, end)
        if line is None:
            return None
        place = line.end()
        blanks, name, text = line.groups()
        if blanks is None:
            continue
        value = _value(text, line.start(3), in_list=name is None) if text is not None else None
        if value is None and (text is not None or name is None):
            return None
        lines.append(_Line(len(blanks), name, line.end(1), line.end(2), value))
    return lines


def _mapping(lines: list[_Line], number: int, depth: int) -> tuple[Node, int] | None:
    """Read the mapping that begins with a line; returns it and the number of the line behind it."""
    indent, first = lines[number].indent, lines[number].start
    pairs: dict[str, tuple[Node, Node]] = {}
    while number < len(lines) and lines[number].indent == indent:
        _, name, start, colon, value = lines[number]
        number += 1
        if name is None or name in pairs:
            return None
        if value is None:
            read = _below(lines, number, indent, depth)
            if read is None:
                return None
            value, number = read
            value = value or Node("", Span(colon + 1, colon + 1), "scalar")
        pairs[name] = (Node(name, Span(start, colon), "scalar"), value)
    nodes = tuple(pairs.values())
    return Node(nodes, Span(first, nodes[-1][1].span.end), "mapping"), number


def _below(lines: list[_Line], number: int, indent: int, depth: int) -> tuple[Node | None, int] | None:
    """Read what stands below a key without a value: a list, a mapping or nothing."""
    if number == len(lines):
        return None, number
    below = lines[number]
    if below.name is None and below.indent >= indent:
        return _list(lines, number)
    if below.indent <= indent:
        return None, number
    return _mapping(lines, number, depth + 1) if depth < _DEEPEST else None


def _list(lines: list[_Line], number: int) -> tuple[Node, int]:
    first = lines[number]
    items: list[Node] = []
    while number < len(lines) and lines[number].name is None and lines[number].indent == first.indent:
        value = lines[number].value
        items += [value] if value is not None else []
        number += 1
    return Node(tuple(items), Span(first.start, items[-1].span.end), "list"), number


def _value(text: str, start: int, *, in_list: bool) -> Node | None:
    return flow_list(text.rstrip(" "), start) if text[0] == "[" and not in_list else _scalar(text, start)


def flow_list(text: str, start: int) -> Node | None:
    """Read ``[a, b]`` where the members are plain; None where they are not."""
    inner = text[1:-1]
    if text[-1] != "]" or _FLOW_SPECIAL.search(inner):
        return None
    items: list[Node] = []
    place = start + 1
    for piece in inner.split(","):
        word = piece.strip(" ")
        if not word or word[0] in _SPECIAL:
            return None
        at = place + piece.index(word)
        items.append(Node(word, Span(at, at + len(word)), "scalar"))
        place += len(piece) + 1
    return Node(tuple(items), Span(start, start + len(text)), "list")


def _scalar(text: str, start: int) -> Node | None:
    """Read what stands behind a colon or dash; None when it is not plain or simply quoted."""
    text = text.rstrip(" ")
    words = words_of(text)
    return Node(words, Span(start, start + len(text)), "scalar") if words is not None else None


def words_of(text: str) -> str | None:
    """Return the value of a scalar without blanks behind it; None when it is not plain or simply quoted."""
    if text[0] in _SPECIAL:
        quote, inner = text[0], text[1:-1]
        simple = len(text) > 1 and text[-1] == quote and quote in "'\"" and quote not in inner and "\\" not in inner
        return inner if simple else None
    return text if is_plain(text) else None


def is_plain(text: str) -> bool:
    """Tell whether a scalar without blanks behind it says what is written."""
    return not (text[0] in _SPECIAL or ": " in text or " #" in text or text[-1] == ":")
