"""Who wrote to whom as a chequerboard: senders down, recipients across, the darker the more letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpuscli.exports.plots.svg import box, letters, page, text

if TYPE_CHECKING:
    from corpuscli.model.table import Table

CELL, LEFT, TOP = 30, 190, 190
LONGEST = 26
"""Characters of a name beside the board."""


def draw(table: Table) -> str:
    """Draw the table ``matrix``."""
    across = table.columns[1:]
    rows = list(table.rows)
    numbers = [value for row in rows for name in across if isinstance(value := row.get(name), int)]
    most = max(numbers, default=1)
    parts = [
        text((LEFT + (at + 0.6) * CELL, TOP - 8), name.strip()[:LONGEST], turned=-60) for at, name in enumerate(across)
    ]
    for down, row in enumerate(rows):
        y = TOP + down * CELL
        parts.append(text((LEFT - 8, y + CELL * 0.62), str(row["sender"])[:LONGEST], anchor="end"))
        for at, name in enumerate(across):
            number = row.get(name)
            if isinstance(number, int):
                tip = f"{row['sender']} → {name.strip()}: {letters(number)}"
                parts.append(box((LEFT + at * CELL, y), (CELL - 2, CELL - 2), tip, 0.15 + 0.85 * number / most))
    width, height = LEFT + CELL * len(across) + 140, TOP + CELL * len(rows) + 30
    return page(max(width, 420), height, table.title or "who wrote to whom", parts)
