"""The short way through YAML: lines of ``key: value`` or ``key: [a, b]`` and ``- item``, as nearly all front matter is.

What is read here is read alike by the C parser (a property test proves it), without importing PyYAML and several times
faster. Anything else, wrong things too, is left to the long way in ``yamltree``.
"""

from __future__ import annotations

import re

from corpuscli.model.span import Span
from corpuscli.store.node import MAX_LENGTH, Node

_STRANGE = re.compile(
    "[^\\x20-\\x7e\\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff\r\n]|\r(?!\n)"
)
"""Control characters, tabs, lone carriage returns and YAML's other line breaks."""

_LINE = re.compile(r"(?:([A-Za-z][A-Za-z0-9_-]*):|( *)-)(?: +([^ \r\n][^\r\n]*))? *\r?\n| *(?:#[^\r\n]*)?\r?\n")
_FLOW_SPECIAL = re.compile(r"[\[\]{}:#?'\"]")
_SPECIAL = frozenset(" -?:,[]{}#&*!|>'\"%@`")
"""What begins something else than a plain scalar, or may."""


def read_plain(source: str, start: int, end: int) -> Node | None:
    """Read ``source[start:end]`` when it is plain: texts and lists of texts, one a line.

    Returns:
        The root mapping as ``yamltree.compose_fully`` would give it, or None when the long way must be taken.
    """
    if end - start > MAX_LENGTH // 4 or end <= start or source[end - 1] != "\n" or _STRANGE.search(source, start, end):
        return None
    pairs: dict[str, tuple[Node, Node]] = {}
    items: list[Node] = []
    key = indent = ""
    place = start
    while place < end:
        line = _LINE.match(source, place, end)
        if line is None:
            return None
        place = line.end()
        name, dash, text = line.groups()
        value = _value(text, line.start(3), in_list=dash is not None) if text is not None else None
        if name is not None:
            if name in pairs or (text is not None and value is None):
                return None
            colon = line.end(1)
            key, items = name, []
            pairs[name] = (
                Node(name, Span(colon - len(name), colon), "scalar"),
                value or Node("", Span(colon + 1, colon + 1), "scalar"),
            )
        elif dash is not None:
            if value is None or not _may_hold(pairs.get(key), items, indent, dash):
                return None
            indent = dash
            items.append(value)
            first = line.end(2) if len(items) == 1 else pairs[key][1].span.start
            pairs[key] = (pairs[key][0], Node(tuple(items), Span(first, value.span.end), "list"))
    nodes = tuple(pairs.values())
    return Node(nodes, Span(nodes[0][0].span.start, nodes[-1][1].span.end), "mapping") if nodes else None


def _may_hold(pair: tuple[Node, Node] | None, items: list[Node], indent: str, dash: str) -> bool:
    """Tell whether a list's next item may stand here: behind a key without value, or in line with the item before."""
    if pair is None:
        return False
    return dash == indent if items else pair[1].value == "" and pair[1].span.start == pair[1].span.end


def _value(text: str, start: int, *, in_list: bool) -> Node | None:
    return _flow_list(text.rstrip(" "), start) if text[0] == "[" and not in_list else _scalar(text, start)


def _flow_list(text: str, start: int) -> Node | None:
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
    end = start + len(text)
    if text[0] in _SPECIAL:
        quote, inner = text[0], text[1:-1]
        simple = len(text) > 1 and text[-1] == quote and quote in "'\"" and quote not in inner and "\\" not in inner
        return Node(inner, Span(start, end), "scalar") if simple else None
    if ": " in text or " #" in text or text[-1] == ":":
        return None
    return Node(text, Span(start, end), "scalar")
