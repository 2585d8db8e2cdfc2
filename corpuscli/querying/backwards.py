"""Ranges of days that run backwards: nobody means to ask for no day at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.errors import UsageError
from corpuscli.querying.questions import Days
from corpuscli.querying.tree import Leaf, Node

if TYPE_CHECKING:
    from collections.abc import Iterator

BACKWARDS = "the range runs backwards"


def refuse_backwards(node: Node) -> None:
    """Refuse two ends of one range that stand the wrong way round, as ``since:1921 until:1920``.

    Only ends that must both hold are one range; alternatives and what is negated are none. Ends that meet, as
    ``after:1921 before:1922``, run forwards, though no day lies between them.

    Raises:
        UsageError: Names both ends.
    """
    if isinstance(node, Leaf):
        return
    if node.any:
        for part in node.parts:
            refuse_backwards(part)
        return
    days = [leaf.test for leaf in _together(node) if isinstance(leaf.test, Days) and not leaf.negated]
    starts = [(one.first, one.words) for one in days if one.first and one.last is None]
    ends = [(one.last, one.words) for one in days if one.last and one.first is None]
    if starts and ends:
        (first, since), (last, until) = max(starts), min(ends)
        meet = since.startswith("after:") or until.startswith("before:")
        if (first - last).days > meet:
            raise UsageError(f"{since} {until}: {BACKWARDS}")


def _together(node: Node) -> Iterator[Leaf]:
    """Yield the tests that must all hold; alternatives among them are looked at by themselves."""
    if isinstance(node, Leaf):
        yield node
    elif node.any:
        refuse_backwards(node)
    else:
        for part in node.parts:
            yield from _together(part)
