"""YAML as we take it: texts, lists and mappings with their places, and nothing else.

Built on the events of PyYAML's C parser, which know every place and guess no types. Refused, with line and column:
duplicate keys, tags, anchors, aliases, merge keys, several documents, and depth beyond ``MAX_DEPTH``.
"""

from __future__ import annotations

from typing import Any

from corpuscli.errors import FrontMatterError, InputError
from corpuscli.model.span import Span
from corpuscli.store.node import Node
from corpuscli.store.plainyaml import read_plain
from corpuscli.text.positions import Positions

MAX_DEPTH = 10
_TOO_DEEP = f"nested deeper than {MAX_DEPTH}"
_FOREIGN_ERRORS = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RuntimeError, MemoryError)
"""What PyYAML raises besides its own errors on hostile input (measured)."""


class _Composer:
    """Reads one document from the parser's events."""

    def __init__(self, source: str, start: int, end: int, path: str, error: type[InputError]) -> None:
        from yaml import YAMLError
        from yaml._yaml import CParser

        self._source, self._offset, self._path, self._error = source, start, path, error
        self._yaml_errors = (YAMLError, *_FOREIGN_ERRORS)
        try:
            self._parser = CParser(source[start:end])
        except self._yaml_errors as problem:
            raise self._mended(problem) from None

    def fail(self, offset: int, message: str) -> InputError:
        line, column = Positions(self._source).at(offset)
        return self._error(message, self._path, line, column)

    def _mended(self, problem: BaseException) -> InputError:
        mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
        place = getattr(mark, "index", None)
        if place is None:
            at = getattr(problem, "position", 0)
            place = at if isinstance(at, int) else 0
        if "maximum nesting depth" in str(problem):  # newer builds of the C parser stop by themselves, looking ahead
            return self.fail(self._offset + place, _TOO_DEEP)
        what = getattr(problem, "problem", None) or getattr(problem, "reason", None) or str(problem) or "unreadable"
        hint = _HINTS.get(str(what), "")
        return self.fail(self._offset + place, f"not YAML: {what}{hint}")

    def next(self) -> Any:  # noqa: ANN401 - PyYAML's events have no types
        try:
            return self._parser.get_event()
        except self._yaml_errors as problem:
            raise self._mended(problem) from None

    def document(self) -> Node | None:
        self.next()  # the stream's start
        event = self.next()
        if type(event).__name__ == "StreamEndEvent":
            return None
        node = self.node(self.next(), 1)
        self.next()  # the document's end
        event = self.next()
        if type(event).__name__ != "StreamEndEvent":
            raise self.fail(self._offset + event.start_mark.index, "a second YAML document: keep one")
        return node

    def node(self, event: Any, depth: int) -> Node:  # noqa: ANN401 - PyYAML's events have no types
        kind = type(event).__name__
        start = self._offset + event.start_mark.index
        self._refuse(event, kind, start, depth)
        if kind == "ScalarEvent":
            return Node(event.value, Span(start, self._offset + event.end_mark.index), "scalar")
        if kind == "SequenceStartEvent":
            return self._list(event, start, depth)
        return self._mapping(event, start, depth)

    def _refuse(self, event: Any, kind: str, start: int, depth: int) -> None:  # noqa: ANN401 - PyYAML's events have no types
        if kind == "AliasEvent":
            raise self.fail(start, "an alias (*): write the value out, or put it in quotes")
        if event.anchor is not None:
            raise self.fail(start, "an anchor (&): take it away, or put the value in quotes")
        if event.tag is not None:
            raise self.fail(start, "a tag (!): take it away, or put the value in quotes")
        if depth > MAX_DEPTH:
            raise self.fail(start, _TOO_DEEP)

    def _list(self, event: Any, start: int, depth: int) -> Node:  # noqa: ANN401 - PyYAML's events have no types
        nodes: list[Node] = []
        while type(child := self.next()).__name__ != "SequenceEndEvent":
            nodes.append(self.node(child, depth + 1))
        end = self._offset + child.end_mark.index if event.flow_style else (nodes[-1].span.end if nodes else start)
        return Node(tuple(nodes), Span(start, end), "list")

    def _mapping(self, event: Any, start: int, depth: int) -> Node:  # noqa: ANN401 - PyYAML's events have no types
        pairs: list[tuple[Node, Node]] = []
        seen: set[str] = set()
        while type(child := self.next()).__name__ != "MappingEndEvent":
            key = self.node(child, depth + 1)
            if key.kind != "scalar":
                raise self.fail(key.span.start, "a key that is no text: put it in quotes")
            if key.value == "<<":
                raise self.fail(key.span.start, "a merge key (<<): write the keys out")
            if key.value in seen:
                raise self.fail(key.span.start, f"the key {key.value!r} stands twice: keep one")
            seen.add(key.value)
            pairs.append((key, self._placed(key, self.node(self.next(), depth + 1))))
        end = self._offset + child.end_mark.index if event.flow_style else (pairs[-1][1].span.end if pairs else start)
        return Node(tuple(pairs), Span(start, end), "mapping")

    def _placed(self, key: Node, node: Node) -> Node:
        """Put an empty value behind its key's colon, where a person would look for it."""
        if node.kind != "scalar" or node.span.start != node.span.end:
            return node
        colon = self._source.find(":", key.span.end)
        if colon < 0 or self._source[key.span.end : colon].strip():  # in braces a key may stand without one
            return node
        return Node("", Span(colon + 1, colon + 1), "scalar")


_HINTS = {
    "mapping values are not allowed in this context": " (a value that holds ': ' needs quotes)",
    "found character that cannot start any token": " (quote a value that begins with % @ or `; indent with blanks)",
    "did not find expected key": " (check quotes and indents)",
    "could not find expected ':'": " (a line is 'key: value')",
}


def compose(
    source: str, path: str, start: int = 0, end: int | None = None, error: type[InputError] = FrontMatterError
) -> Node | None:
    """Read the YAML that stands in ``source[start:end]``.

    Args:
        source: A decoded file; spans and places count in it, in code points.
        path: The file, for messages.
        start: Where the YAML begins.
        end: Where it ends; the end of the source by default.
        error: The class of error to raise.

    Returns:
        The root node, or None where there is nothing but comments.

    Raises:
        InputError: (of class ``error``) what is not YAML, or YAML that we refuse; knows line and column.
    """
    end = len(source) if end is None else end
    return read_plain(source, start, end) or compose_fully(source, path, start, end, error)


def compose_fully(source: str, path: str, start: int, end: int, error: type[InputError]) -> Node | None:
    """Read by the C parser whatever the YAML is; arguments and errors as for ``compose``."""
    return _Composer(source, start, end, path, error).document()
