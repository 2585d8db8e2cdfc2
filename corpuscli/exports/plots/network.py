"""Who wrote to whom as a network: people on a circle, a line for each pair, the thicker the more letters."""

from __future__ import annotations

from collections import Counter
from math import cos, log2, pi, sin
from typing import TYPE_CHECKING

from corpuscli.exports.plots.svg import COLOUR, escaped, letters, page, text

if TYPE_CHECKING:
    from corpuscli.model.table import Table

SIZE, RING = 760, 230
MOST = 40
"""As many people as the ring has room for, the busiest."""


def draw(table: Table) -> str:
    """Draw the table ``pairs``."""
    ties, busy = Counter[tuple[str, str]](), Counter[str]()
    for row in table.rows:
        number = row["letters"]
        if isinstance(number, int):
            ties[str(row["sender"]), str(row["recipient"])] += number
            busy.update({str(row["sender"]): number, str(row["recipient"]): number})
    ring = [name for name, _ in sorted(busy.items(), key=lambda item: (-item[1], item[0]))[:MOST]]
    places = {name: 2 * pi * at / len(ring) - pi / 2 for at, name in enumerate(ring)}
    drawn = sorted((pair, number) for pair, number in ties.items() if pair[0] in places and pair[1] in places)
    lines = [_line(places, *pair, number) for pair, number in drawn if pair[0] != pair[1]]
    dots = [_dot(name, angle, busy[name]) for name, angle in places.items()]
    return page(SIZE, SIZE, table.title or "who wrote to whom", (*lines, *dots))


def _at(angle: float, far: float = RING) -> tuple[float, float]:
    return SIZE / 2 + far * cos(angle), SIZE / 2 + far * sin(angle)


def _line(places: dict[str, float], sender: str, recipient: str, number: int) -> str:
    """A line bent towards the middle, to the right of its direction: both ways of a pair are seen."""
    (x1, y1), (x2, y2) = _at(places[sender]), _at(places[recipient])
    bent_x, bent_y = (x1 + x2) / 2 - (y2 - y1) * 0.12, (y1 + y2) / 2 + (x2 - x1) * 0.12
    tip = f"<title>{escaped(f'{sender} → {recipient}: {letters(number)}')}</title>"
    path = f"M{x1:.1f} {y1:.1f}Q{bent_x:.1f} {bent_y:.1f} {x2:.1f} {y2:.1f}"
    style = f'fill="none" stroke="{COLOUR}" stroke-opacity="0.5" stroke-width="{1 + log2(number):.1f}"'
    return f'<path d="{path}" {style}>{tip}</path>'


def _dot(name: str, angle: float, number: int) -> str:
    x, y = _at(angle)
    radius = 4 + log2(1 + number)
    left = cos(angle) < 0
    label_x, label_y = _at(angle, RING + radius + 6)
    turned = angle * 180 / pi + (180 if left else 0)
    label = text((label_x, label_y), name, anchor="end" if left else "start", turned=turned)
    tip = f"<title>{escaped(f'{name}: {letters(number)}')}</title>"
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{COLOUR}">{tip}</circle>{label}'
