"""Mermaid, as GitHub draws it in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.model.graph import Edge, Graph

MOST_EDGES, MOST_LETTERS = 500, 50_000
"""What GitHub draws: Mermaid's defaults of maxEdges and maxTextSize."""
_SHAPES = {"letter": ("(", ")"), "archive": ("[(", ")]"), "work": ("[", "]"), "missing": (">", "]")}
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -.,:/=+")


def write(graph: Graph, out: TextIO) -> None:
    """Write the graph, or what Mermaid can draw of it: the edges of most weight, and the nodes at their ends."""
    edges = drawn(graph)
    names = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
    ends = {end for edge in edges for end in (edge.source, edge.target)} if len(edges) < len(graph.edges) else names
    out.write("flowchart LR\n")
    for node in graph.nodes:
        if node.id in ends:
            out.write(_node(names[node.id], node.label, node.kind))
    out.writelines(_edge(names, edge) for edge in edges)
    if len(edges) < len(graph.edges):
        out.write(f"  %% {len(edges)} of {len(graph.edges)} edges: more are not drawn\n")


def drawn(graph: Graph) -> Sequence[Edge]:
    """Return the edges that can be drawn, in the order of the graph: all, or those of most weight."""
    nodes = {node.id: (len(_node(f"n{number}", node.label, node.kind))) for number, node in enumerate(graph.nodes)}
    names = dict.fromkeys(nodes, f"n{len(nodes)}")
    room, kept, seen = MOST_LETTERS - 100, set[int](), set[str]()
    for number in sorted(range(len(graph.edges)), key=lambda number: -graph.edges[number].weight):
        edge = graph.edges[number]
        new = {edge.source, edge.target} - seen
        size = len(_edge(names, edge)) + sum(nodes[end] for end in new)
        if len(kept) == MOST_EDGES or size > room:
            break
        room -= size
        seen |= new
        kept.add(number)
    return [edge for number, edge in enumerate(graph.edges) if number in kept]


def _node(name: str, label: str, kind: str) -> str:
    opening, closing = _SHAPES[kind]
    return f'  {name}{opening}"{_encoded(label)}"{closing}\n'


def _edge(names: dict[str, str], edge: Edge) -> str:
    times = f" {edge.weight}x" if edge.weight > 1 else ""
    return f'  {names[edge.source]} -->|"{_encoded(edge.kind + times)}"| {names[edge.target]}\n'


def _encoded(words: str) -> str:
    """Return words as Mermaid's character references; letters of other scripts stay.

    >>> _encoded('a "b" <c>')
    'a #34;b#34; #60;c#62;'
    """
    return "".join(c if c in _SAFE or (c.isalnum() and ord(c) > 127) else f"#{ord(c)};" for c in visible(words))  # noqa: PLR2004 - ASCII
