"""Who cites what, as points and the lines between them."""

from __future__ import annotations

from corpuscli.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A letter, or what letters cite.

    Args:
        id: Its id, unlike all others: a letter's, or a canonical id as ``archive:RGASPI/5/2/315``.
        label: What is shown.
        kind: letter | archive | work | missing (named, but not there).
    """

    id: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Edge:
    """One thing cites another.

    Args:
        source: The id of the node that cites.
        target: The id of what it cites.
        kind: kept (its source), cites, or why a letter is thought to be meant: same-leaf, number, date ...
        weight: How many citations say so.
    """

    source: str
    target: str
    kind: str
    weight: int


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges, each in a stable order.

    Args:
        nodes: All nodes.
        edges: All edges; both ends of each are among the nodes.
        title: What is shown.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    title: str = ""
