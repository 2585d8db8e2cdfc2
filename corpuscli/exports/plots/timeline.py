"""Letters a year or a month as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.exports.plots.svg import box, letters, page, text

if TYPE_CHECKING:
    from corpuscli.model.table import Table

WIDTH, HEIGHT, EDGE = 900, 320, 48
LABELS = 24
"""At most so many steps are named below the columns."""


def draw(table: Table) -> str:
    """Draw the table ``years`` or ``months``; the part of a column that is doubtful is paler."""
    name = table.columns[0]
    rows = [(str(row[name]), _int(row["letters"]), _int(row["doubtful"])) for row in table.rows if row[name]]
    most = max((number for _, number, _ in rows), default=0) or 1
    step = (WIDTH - 2 * EDGE) / max(1, len(rows))
    floor, room = HEIGHT - EDGE, HEIGHT - 2 * EDGE - 16
    parts = [text((EDGE - 6, floor), "0", anchor="end"), text((EDGE - 6, floor - room + 4), str(most), anchor="end")]
    every = -(-len(rows) // LABELS) or 1
    for at, (label, number, doubtful) in enumerate(rows):
        x, sure = EDGE + at * step, (number - doubtful) / most * room
        tall = number / most * room
        tip = f"{label}: {letters(number)}" + (f", {doubtful} doubtful" if doubtful else "")
        wide = max(0.5, step * 0.86)
        if number:
            parts.append(box((x, floor - tall), (wide, tall - sure), tip, 0.45))
            parts.append(box((x, floor - sure), (wide, sure), tip))
        if at % every == 0:
            parts.append(text((x + step / 2, floor + 14), label, anchor="end", size=11, turned=-45))
    return page(WIDTH, HEIGHT, table.title or "letters", parts)


def _int(value: object) -> int:
    return value if isinstance(value, int) else 0
