"""Numbers as bars and sparklines, of block characters or of ASCII."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

BLOCKS = " ▁▂▃▄▅▆▇█"
EIGHTHS = " ▏▎▍▌▋▊▉"
PLAIN = " .:-=+*#@"


def bar(value: float, most: float, width: int, *, plain: bool = False) -> str:
    """Draw a number as a bar of at most ``width`` cells, exact to an eighth of a cell; in ASCII to a cell.

    What is more than nothing is seen.

    >>> bar(3, 8, 4), bar(0, 8, 4), bar(8, 8, 4, plain=True)
    ('█▌', '', '####')
    """
    if value <= 0 or most <= 0:
        return ""
    eighths = max(1, round(value / most * width * 8))
    if plain:
        return "#" * max(1, round(eighths / 8))
    return "█" * (eighths // 8) + EIGHTHS[eighths % 8].strip()


def sparkline(values: Sequence[float], *, plain: bool = False) -> str:
    """Draw numbers side by side, one cell each; only nothing is blank.

    >>> sparkline([0, 1, 4, 8]), sparkline([0, 1, 4, 8], plain=True)
    (' ▁▄█', ' .=@')
    """
    steps = PLAIN if plain else BLOCKS
    most = max(values, default=0)
    if most <= 0:
        return " " * len(values)
    return "".join(steps[0 if value <= 0 else max(1, round(value / most * 8))] for value in values)
