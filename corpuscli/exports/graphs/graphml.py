"""GraphML, for yEd and Gephi."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.xml import Xml
from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from corpuscli.model.graph import Graph

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="relation" for="edge" attr.name="relation" attr.type="string"/>
  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
  <graph edgedefault="directed">
"""


def write(graph: Graph, out: TextIO) -> None:
    """Write the graph."""
    names = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
    out.write(_HEAD)
    for node in graph.nodes:
        label, kind = _text(node.label), _text(node.kind)
        out.write(
            f'    <node id="{names[node.id]}"><data key="label">{label}</data><data key="kind">{kind}</data></node>\n'
        )
    for number, edge in enumerate(graph.edges):
        ends = f'source="{names[edge.source]}" target="{names[edge.target]}"'
        said = f'<data key="relation">{_text(edge.kind)}</data><data key="weight">{edge.weight}</data>'
        out.write(f'    <edge id="e{number}" {ends}>{said}</edge>\n')
    out.write("  </graph>\n</graphml>\n")


def _text(words: str) -> str:
    return Xml().text(visible(words))
