"""Gives the nodes of a register or of corpus.yaml the shape that is wanted."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.errors import ConfigError
from corpuscli.text.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.store.node import Node


class Shaper:
    """Turns nodes of one file into values of the shape wanted; what has another shape is an error with its place.

    Args:
        source: The decoded file.
        path: The file, for messages.
    """

    def __init__(self, source: str, path: str) -> None:
        self.source, self.path = source, path

    def fail(self, node: Node, message: str) -> ConfigError:
        """Return the error that names the node's place."""
        return ConfigError(message, *self.place(node))

    def place(self, node: Node) -> tuple[str, int, int]:
        """Return where a node stands: path, line and column from 1."""
        return (self.path, *Positions(self.source).at(node.span.start))

    def pairs(self, node: Node, known: tuple[str, ...] | None) -> dict[str, tuple[Node, Node]]:
        """Read a mapping; with ``known``, refuse keys that are not among them."""
        if node.kind == "scalar" and node.value == "":
            return {}
        if node.kind != "mapping":
            raise self.fail(node, "lines of 'key: value' are wanted here")
        found: dict[str, tuple[Node, Node]] = {}
        for key, value in node.value:
            if known is not None and key.value not in known:
                from corpuscli.text.nearest import nearest

                best = nearest(key.value, known)
                hint = f"; did you mean {best[0]}?" if best else f"; known are {', '.join(known)}"
                raise self.fail(key, f"unknown key {key.value!r}{hint}")
            found[key.value] = (key, value)
        return found

    def text(self, node: Node) -> str:
        """Return one text."""
        if node.kind != "scalar":
            raise self.fail(node, "one text is wanted here")
        text: str = node.value
        return text

    def texts(self, node: Node) -> tuple[str, ...]:
        """Return a list of texts; a lone text is a list of one, an empty one an empty list."""
        if node.kind == "scalar":
            return (node.value,) if node.value else ()
        if node.kind != "list":
            raise self.fail(node, "a list is wanted here")
        return tuple(self.text(item) for item in node.value)

    def mapping(self, node: Node) -> Mapping[str, str]:
        """Return texts by key."""
        return MappingProxyType({key: self.text(value) for key, (_, value) in self.pairs(node, None).items()})

    def flag(self, node: Node) -> bool:
        """Return true or false; yes and no are understood."""
        value = self.text(node).lower()
        if value not in ("true", "false", "yes", "no"):
            raise self.fail(node, "true or false is wanted here")
        return value in ("true", "yes")

    def years(self, node: Node) -> tuple[int, int] | None:
        """Return the first and the last year, or None for an empty value."""
        years = self.texts(node)
        if not years:
            return None
        if len(years) != 2 or not all(year.isdecimal() and len(year) == 4 for year in years):  # noqa: PLR2004 - first and last, four digits
            raise self.fail(node, "span is two years, as [1912, 1927]")
        first, last = int(years[0]), int(years[1])
        if first > last:
            raise self.fail(node, "span ends before it begins")
        return first, last
