"""DOT, for Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from corpuscli.model.graph import Graph

MOST_RANKED = 1000
"""So many edges are put into ranks."""
_SPRINGS = "layout=sfdp; overlap=prism; splines=line; outputorder=edgesfirst; packmode=array"
_SHAPES = {"letter": "note", "archive": "folder", "work": "box", "missing": "plaintext"}


def write(graph: Graph, out: TextIO) -> None:
    """Write the graph; every name is quoted.

    A large one is laid out by springs, without words at its edges: ranks of thousands would take ``dot`` hours. What
    hangs together is put into an array: fitting thousands of small pieces around one another takes minutes.
    """
    large = len(graph.edges) > MOST_RANKED
    layout = _SPRINGS if large else "rankdir=LR"
    said = "tooltip" if large else "label"
    out.write(f"digraph {_quoted(graph.title)} {{\n  {layout};\n")
    out.writelines(
        f"  {_quoted(node.id)} [label={_quoted(node.label)}, shape={_SHAPES[node.kind]}];\n" for node in graph.nodes
    )
    for edge in graph.edges:
        weight = f", penwidth={min(edge.weight, 9)}" if edge.weight > 1 else ""
        out.write(f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [{said}={_quoted(edge.kind)}{weight}];\n")
    out.write("}\n")


def _quoted(words: str) -> str:
    r"""Return words as DOT has them; a backslash is one, not the beginning of ``\N`` or ``\l``.

    >>> print(_quoted('a "b" \\N'))
    "a \"b\" \\N"
    """
    shown = visible(words).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{shown}"'
