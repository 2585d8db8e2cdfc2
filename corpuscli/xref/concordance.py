"""Which folders of which archives a corpus draws on, which leaves, and which pages of which works: cited by whom."""

from __future__ import annotations

import re
from dataclasses import field
from typing import TYPE_CHECKING

from corpuscli.errors import UnknownNameError
from corpuscli.model.table import Table
from corpuscli.model.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from corpuscli.relations.citations.facts import Cited

ARCHIVAL = ("archive", "fond", "opis", "delo")
HOLDS = {"archive": "fonds", "fond": "opisi", "opis": "dela", "delo": "leaves", "work": "volumes", "page": "pages"}
"""Each level, and what is listed of each of its units."""
LEVELS = tuple(HOLDS)
_FIGURES = re.compile(r"([0-9]+)")


@dataclass(slots=True)
class Unit:
    """A unit of an archive, or a work or its pages, and who cites it.

    Args:
        citations: How many citations name it.
        kept: The letters kept in it: whose source it is.
        letters: The letters that cite it, sources not counted.
        places: What is named in it: fonds, leaves, pages ...
    """

    citations: int = 0
    kept: dict[str, None] = field(default_factory=dict[str, None])
    letters: dict[str, None] = field(default_factory=dict[str, None])
    places: dict[str, None] = field(default_factory=dict[str, None])


def concordance(cited: Iterable[Cited], level: str) -> Table:
    """Gather citations by archive, fond, opis, delo, work or page.

    Args:
        cited: The citations.
        level: One of ``LEVELS``.

    Returns:
        One row per unit in the order of its number: id, citations, what is named in it (see ``HOLDS``), kept (ids of
        the letters whose source it is), cited_by (ids of the letters that cite it).

    Raises:
        UnknownNameError: There is no such level, with the nearest.
    """
    if level not in LEVELS:
        from corpuscli.text.nearest import nearest

        raise UnknownNameError("level", level, nearest(level, LEVELS) or LEVELS)
    units: dict[str, Unit] = {}
    for one in cited:
        for id_, places in _units(one.citation.ids, level):
            unit = units.setdefault(id_, Unit())
            unit.citations += 1
            (unit.kept if one.part == "source" else unit.letters)[one.letter] = None
            unit.places |= dict.fromkeys(places)
    columns = ("id", "citations", HOLDS[level], "kept", "cited_by")
    return Table(columns, _rows(units, HOLDS[level]), numeric=frozenset(["citations"]), title=f"concordance by {level}")


def _units(ids: Iterable[str], level: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the unit of each id and what it names in it; what does not reach down to the level is left out."""
    for id_ in ids:
        kind, _, rest = id_.partition(":")
        if kind == "archive" and level in ARCHIVAL:
            parts = rest.split("/")
            depth = ARCHIVAL.index(level) + 1
            if len(parts) >= depth and parts[depth - 1] != "-":
                yield (
                    f"{kind}:{'/'.join(parts[:depth])}",
                    [one for one in "/".join(parts[depth : depth + 1]).split(",") if one not in ("", "-")],
                )
        elif kind == "work" and level not in ARCHIVAL:
            work, *locators = rest.split(";")
            pages = [page for part in locators if part.startswith("pages=") for page in part[6:].split(",")]
            volume = ";".join(part for part in locators if not part.startswith("pages="))
            if level == "work":
                yield f"work:{work}", [volume] if volume else []
            elif pages:
                yield f"work:{work};{volume}".rstrip(";"), pages


def _rows(units: Mapping[str, Unit], name: str) -> Iterator[Mapping[str, object]]:
    for id_ in sorted(units, key=_natural):
        unit = units[id_]
        yield {
            "id": id_,
            "citations": unit.citations,
            name: sorted(unit.places, key=_natural),
            "kept": list(unit.kept),
            "cited_by": list(unit.letters),
        }


def _natural(words: str) -> list[tuple[bool, int, str]]:
    """Return a key that sorts 2 before 10."""
    return [(not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in _FIGURES.split(words)]
