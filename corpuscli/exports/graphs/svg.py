"""SVG: a picture for any browser, letters on the left, what they cite on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from corpuscli.exports.xml import Xml
from corpuscli.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpuscli.model.graph import Edge, Graph

_LINE, _LEFT, _RIGHT, _WIDTH = 18, 320, 720, 1100
"""Height of a line, where the two columns end and begin, and the width of all, in pixels."""
_COLOURS = {"letter": "#222222", "archive": "#7a4b00", "work": "#00507a", "missing": "#a00000"}
_LONGEST = 48


def write(graph: Graph, out: TextIO) -> None:
    """Write the picture: straight lines between the columns, bows between letters."""
    left = [node for node in graph.nodes if node.kind == "letter"]
    right = [node for node in graph.nodes if node.kind != "letter"]
    places = {node.id: (_LEFT, _line(number)) for number, node in enumerate(left)}
    places |= {node.id: (_RIGHT, _line(number)) for number, node in enumerate(right)}
    height = _line(max(len(left), len(right), 1))
    out.write(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}"'
        ' font-family="sans-serif" font-size="12">\n'
        f"<title>{_text(graph.title)}</title>\n"
    )
    out.writelines(_edge(edge, places) for edge in graph.edges)
    for node in (*left, *right):
        x, y = places[node.id]
        anchor, shift = ("end", -4) if x == _LEFT else ("start", 4)
        short = node.label if len(node.label) <= _LONGEST else f"{node.label[: _LONGEST - 1]}…"
        out.write(
            f'<text x="{x + shift}" y="{y + 4}" text-anchor="{anchor}" fill="{_COLOURS[node.kind]}">'
            f"{_text(short)}<title>{_text(node.label)}</title></text>\n"
        )
    out.write("</svg>\n")


def _line(number: int) -> int:
    return _LINE * (number + 1)


def _edge(edge: Edge, places: Mapping[str, tuple[int, int]]) -> str:
    (x, y), (to, down) = places[edge.source], places[edge.target]
    bend = _LEFT + 60 + abs(down - y) // 8 if x == to else 0
    path = f"M{x},{y} Q{min(bend, _RIGHT - 40)},{(y + down) // 2} {to},{down}" if bend else f"M{x},{y} L{to},{down}"
    stroke = f'stroke="#888888" stroke-width="{min(edge.weight, 6)}" fill="none"'
    return f'<path d="{path}" {stroke}><title>{_text(f"{edge.source} {edge.kind} {edge.target}")}</title></path>\n'


def _text(words: str) -> str:
    return Xml().text(visible(words))
