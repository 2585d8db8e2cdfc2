"""Years of two styles: England began the year on 25 March until 1752, so that editors print 25 January 1705/6.

Source: Calendar (New Style) Act 1750, 24 Geo. 2 c. 23, section 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LAST = 1751
_MARCH = 3


def one_year(shape: str, values: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Return shape and values with the later of two years that name one, else as they are.

    Args:
        shape: As :class:`~corpuscli.text.dates.run.Run` writes it.
        values: One per letter of the shape.
    """
    if shape[-3:] not in ("Y/d", "Y/o", "Y-d", "Y-o") or not values[-3].isdecimal():
        return shape, values
    later = int(values[-3]) + 1
    months = [int(value) for letter, value in zip(shape, values, strict=True) if letter in "MR"]
    early = len(months) == 1 and months[0] <= _MARCH
    if not early or later - 1 > _LAST or not str(later).endswith(values[-1]):
        return shape, values
    return shape[:-2], [*values[:-3], str(later)]
