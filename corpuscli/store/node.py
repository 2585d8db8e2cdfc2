"""A value of YAML and its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpuscli.model.letter import Pairs
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from corpuscli.model.letter import Value
    from corpuscli.model.span import Span


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its place.

    Args:
        value: Text for a scalar, a tuple of nodes for a list, a tuple of (key node, node) for a mapping.
        span: Its place in the source; a list or mapping ends with its last member.
        kind: scalar | list | mapping.
    """

    value: Any
    span: Span
    kind: str

    def plain(self) -> Value:
        """Return the value without places."""
        if self.kind == "mapping":
            return Pairs((key.value, node.plain()) for key, node in self.value)
        if self.kind == "list":
            return tuple(node.plain() for node in self.value)
        text: str = self.value
        return text
