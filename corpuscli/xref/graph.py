"""Who cites what, as a graph: letters, the files of archives and volumes of works they cite, and one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.model.graph import Edge, Graph, Node
from corpuscli.relations.citations.known import FILE_PARTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpuscli.relations.citations.facts import Cited


def graph(cited: Iterable[Cited], title: str = "") -> Graph:
    """Make the graph of some citations.

    An archive is cited by its files, without leaves; a work by its volumes, without pages. What is named but not there
    is a node of its own.
    """
    nodes: dict[str, Node] = {}
    weights: dict[tuple[str, str, str], int] = {}
    for one in cited:
        nodes.setdefault(one.letter, Node(one.letter, one.letter, "letter"))
        for node, kind in _targets(one):
            nodes.setdefault(node.id, node)
            key = (one.letter, node.id, kind)
            weights[key] = weights.get(key, 0) + 1
    edges = tuple(Edge(*key, weight) for key, weight in weights.items())
    return Graph(tuple(nodes.values()), edges, title)


def _targets(one: Cited) -> Iterator[tuple[Node, str]]:
    citation = one.citation
    for link in citation.links:
        yield Node(link.letter, link.letter, "letter"), link.by
    kind = "kept" if one.part == "source" else "cites"
    for id_ in citation.ids:
        if citation.kind in ("archive", "work"):
            unit = unit_of(id_)
            missing = "?" in unit.partition(":")[2].split("/")[0]
            label = citation.raw if missing else unit.partition(":")[2]
            node = f"{one.letter}#{citation.span.start}" if missing else unit
            yield Node(node, label, "missing" if missing else citation.kind), kind
        elif not citation.links and citation.state != "resolved":
            yield Node(f"{one.letter}#{citation.span.start}", citation.raw, "missing"), kind


def unit_of(id_: str) -> str:
    """Return a canonical id without leaves or pages.

    >>> unit_of("archive:RGASPI/5/2/315/34"), unit_of("work:lenin-pss;vol=5;pages=7")
    ('archive:RGASPI/5/2/315', 'work:lenin-pss;vol=5')
    """
    if id_.startswith("archive:"):
        return "/".join(id_.split("/")[:FILE_PARTS]).rstrip("/-")
    return ";".join(part for part in id_.split(";") if not part.startswith("pages="))
