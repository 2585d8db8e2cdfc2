"""How well repeats were found: recall by kind, overlap of edges, precision."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Spans = dict[int, list[tuple[str, int, int]]]
"""Plant → its places: letter, start, end (code points of the file)."""


@dataclass(frozen=True, slots=True)
class Scores:
    """What a run is worth.

    Args:
        recall: By kind: the share of plants with half of every side covered by one row that is no boilerplate.
        overlap: Mean intersection over union of the sides found.
        precision: The share of rows other than boilerplate that are planted.
        wrong: Rows that are not, for looking at.
        missed: Plants that were not found: kind, number.
    """

    recall: dict[str, float]
    overlap: float
    precision: float
    wrong: list[dict[str, Any]]
    missed: list[tuple[str, int]]

    def told(self) -> str:
        """Return them as two lines."""
        recall = " ".join(f"{kind} {share:.3f}" for kind, share in sorted(self.recall.items()))
        return f"  recall {recall}\n  IoU {self.overlap:.3f}, precision {self.precision:.3f}"


def score(kinds: Sequence[str], planted: Mapping[str, list[tuple[int, int, int]]], rows: Sequence[Any]) -> Scores:
    """Compare rows of ``dedupe --format json`` with what was planted."""
    places: Spans = defaultdict(list)
    for letter, spans in planted.items():
        for plant, start, end in spans:
            places[plant].append((letter, start, end))
    told = [row for row in rows if row["kind"] != "boilerplate"]
    by_plant: dict[int, list[Any]] = defaultdict(list)
    wrong: list[dict[str, Any]] = []
    for row in told:
        hit = _planted_in(row, planted)
        for plant in hit:
            by_plant[plant].append(row)
        if not hit:
            wrong.append(row)
    found: Counter[str] = Counter()
    overlaps: list[float] = []
    missed: list[tuple[str, int]] = []
    for plant, sides in places.items():
        best = max((_overlaps(sides, row) for row in by_plant[plant]), key=sum, default=[])
        if best and all(covered for covered in (_covered(sides, by_plant[plant]))):
            found[kinds[plant]] += 1
            overlaps += best
        else:
            missed.append((kinds[plant], plant))
    total = Counter(kinds[plant] for plant in places)
    recall = {kind: found[kind] / total[kind] for kind in total}
    precision = 1 - len(wrong) / len(told) if told else 1.0
    return Scores(recall, sum(overlaps) / max(len(overlaps), 1), precision, wrong, missed)


def _planted_in(row: Any, planted: Mapping[str, list[tuple[int, int, int]]]) -> list[int]:  # noqa: ANN401 - JSON
    """Return the plants that two copies of a row lie in, by half of their length or more."""
    met: Counter[int] = Counter()
    for copy in row["copies"]:
        for plant, start, end in planted.get(copy["letter"], ()):
            if 2 * _shared(copy, start, end) >= copy["end"] - copy["start"]:
                met[plant] += 1
    return [plant for plant, times in met.items() if times > 1]


def _covered(sides: list[tuple[str, int, int]], rows: list[Any]) -> list[bool]:
    """Tell of each side whether one row that covers it covers half of it."""
    return max(
        ([_most(side, row) * 2 >= side[2] - side[1] for side in sides] for row in rows), key=sum, default=[False]
    )


def _most(side: tuple[str, int, int], row: Any) -> int:  # noqa: ANN401 - JSON
    letter, start, end = side
    return max((_shared(copy, start, end) for copy in row["copies"] if copy["letter"] == letter), default=0)


def _overlaps(sides: list[tuple[str, int, int]], row: Any) -> list[float]:  # noqa: ANN401 - JSON
    return [
        max(
            (
                _shared(copy, start, end) / (max(copy["end"], end) - min(copy["start"], start))
                for copy in row["copies"]
                if copy["letter"] == letter
            ),
            default=0.0,
        )
        for letter, start, end in sides
    ]


def _shared(copy: Any, start: int, end: int) -> int:  # noqa: ANN401 - JSON
    return max(0, min(copy["end"], end) - max(copy["start"], start))
