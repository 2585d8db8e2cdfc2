"""Changes to people.yaml that leave every other byte, comments above all, as it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.errors import ConfigError
from corpuscli.model.edit import Edit
from corpuscli.model.letter import Pairs
from corpuscli.model.span import Span
from corpuscli.store.frontmatter.scalars import flow_value, scalar
from corpuscli.store.yamltree import compose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.model.letter import Value
    from corpuscli.model.person import Person
    from corpuscli.store.node import Node


class RegisterEditor:
    """Collects edits of one register.

    Args:
        source: The decoded file.
        path: The file, for messages.
    """

    def __init__(self, source: str, path: str) -> None:
        self._edits: dict[Span, str] = {}
        self._source = source
        self._newline = "\r\n" if "\r\n" in source else "\n"
        root = compose(source, path, error=ConfigError)
        self._entries: dict[str, tuple[Node, Node]] = {}
        if root is not None and root.kind == "mapping":
            self._entries = {key.value: (key, node) for key, node in root.value}

    @property
    def edits(self) -> list[Edit]:
        """All changes; what is inserted at one place stands there in the order of the calls."""
        return [Edit(span, text) for span, text in self._edits.items()]

    def extend(self, key: str, field: str, texts: Sequence[str]) -> None:
        """Append texts to a list of an entry (``variants``, ``refs``), which is made where it is missing."""
        if not texts:
            return
        node = self._field(key, field)
        if node is None:
            self._put(key, field, tuple(texts))
        elif node.kind == "scalar":
            old = (node.value,) if node.value else ()
            blank = "" if node.value else " "
            self._replace(node.span, blank + flow_value((*old, *texts)))
        elif self._source[node.span.start] == "[":
            comma = ", " if node.value else ""
            inside = flow_value(tuple(texts))[1:-1]
            self._insert(node.span.end - 1, comma + inside)
        else:
            dash = re.match(r" *", self._source[self._line_start(node.value[-1].span.start) :])
            indent = dash[0] if dash else ""
            lines = (f"{self._newline}{indent}- {scalar(text) or chr(39) * 2}" for text in texts)
            self._insert(self._line_end(node.span.end), "".join(lines))

    def put(self, key: str, field: str, text: str) -> None:
        """Give an entry's field another text."""
        node = self._field(key, field)
        if node is None:
            self._put(key, field, text)
        else:
            blank = "" if node.value else " "
            self._replace(node.span, blank + scalar(text, flow=True))

    def rename(self, key: str, new: str) -> None:
        """Give an entry another key."""
        self._replace(self._entries[key][0].span, scalar(new, flow=True))

    def add(self, person: Person) -> None:
        """Append an entry at the file's end."""
        values: list[tuple[str, Value]] = [("name", person.name)]
        if person.variants:
            values.append(("variants", person.variants))
        if person.refs:
            values.append(("refs", person.refs))
        if person.body:
            values.append(("body", "true"))
        lines = [f"{scalar(person.key, flow=True)}:", *(f"  {name}: {flow_value(value)}" for name, value in values)]
        end = len(self._source)
        before = "" if not self._source or self._source.endswith("\n") else self._newline
        if Span(end, end) in self._edits:
            before = ""
        self._insert(end, before + "".join(line + self._newline for line in lines))

    def remove(self, key: str) -> None:
        """Take an entry away; its comments stay."""
        name, node = self._entries[key]
        start = self._line_start(name.span.start)
        end = self._line_end(max(node.span.end, name.span.end))
        end += len(self._newline) if end < len(self._source) else 0
        values = _scalars(node)
        kept: list[str] = []
        at = start
        for line in self._source[start:end].splitlines(keepends=True):
            after = max((value.span.end for value in values if at <= value.span.start < at + len(line)), default=at)
            comment = re.search(r"(?:^|\s)(#.*\s*)$", self._source[max(after, at) : at + len(line)])
            if comment:
                kept.append(comment[1])
            at += len(line)
        self._replace(Span(start, end), "".join(kept))

    def _field(self, key: str, field: str) -> Node | None:
        node = self._entries[key][1]
        if node.kind != "mapping":
            return None
        return next((value for name, value in node.value if name.value == field), None)

    def _put(self, key: str, field: str, value: Value) -> None:
        """Add a field to an entry that lacks it."""
        name, node = self._entries[key]
        text = f"{field}: {flow_value(value)}"
        if node.kind == "mapping" and self._source[node.span.start] == "{":
            self._insert(node.span.end - 1, (", " if node.value else "") + flow_value(Pairs([(field, value)]))[1:-1])
        elif node.kind == "mapping":
            first = node.value[0][0].span.start
            indent = self._source[self._line_start(first) : first]
            self._insert(self._line_end(node.span.end), f"{self._newline}{indent}{text}")
        else:
            self._insert(self._line_end(name.span.end), f"{self._newline}  {text}")

    def _insert(self, at: int, text: str) -> None:
        self._replace(Span(at, at), text)

    def _replace(self, span: Span, text: str) -> None:
        self._edits[span] = self._edits.get(span, "") + text

    def _line_start(self, at: int) -> int:
        return self._source.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        """Return where the line of ``at`` ends, before its line end."""
        found = re.compile(r"\r?\n").search(self._source, at)
        return found.start() if found else len(self._source)


def _scalars(node: Node) -> list[Node]:
    """Return all texts inside a node."""
    if node.kind == "scalar":
        return [node]
    if node.kind == "list":
        return [text for item in node.value for text in _scalars(item)]
    return [text for name, item in node.value for text in (name, *_scalars(item))]
