"""JSON: nodes and links, as d3 and networkx (node-link data) read them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from corpuscli.model.graph import Graph


def write(graph: Graph, out: TextIO) -> None:
    """Write the graph as one object: directed, multigraph, nodes, links."""
    nodes = [{"id": node.id, "label": node.label, "kind": node.kind} for node in graph.nodes]
    links = [
        {"source": edge.source, "target": edge.target, "kind": edge.kind, "weight": edge.weight} for edge in graph.edges
    ]
    whole = {"directed": True, "multigraph": True, "graph": {"title": graph.title}, "nodes": nodes, "links": links}
    json.dump(whole, out, ensure_ascii=False, indent=1)
    out.write("\n")
