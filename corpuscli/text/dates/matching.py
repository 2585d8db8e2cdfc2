"""Whether a date may or must lie in a stretch of days.

The negations follow by the law possible(not A) = not certain(A), and certain(not A) = not possible(A); undated
letters match neither A nor not A.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from corpuscli.model.date import Date


def may_lie(when: Date, first: date | None, last: date | None) -> bool:
    """Tell whether at least one day that ``when`` may mean lies from ``first`` to ``last``, both counted.

    Args:
        when: The stored date; an undated one never lies anywhere.
        first: None for a stretch without beginning.
        last: None for a stretch without end.

    >>> from datetime import date
    >>> from corpuscli.text.dates.edtf import parse_edtf
    >>> may_lie(parse_edtf("1921-03"), date(1921, 3, 31), None)
    True
    """
    if when.undated or (first is not None and last is not None and first > last):
        return False
    starts_in_time = when.earliest is None or last is None or when.earliest <= last
    ends_in_time = when.latest is None or first is None or when.latest >= first
    return starts_in_time and ends_in_time


def must_lie(when: Date, first: date | None, last: date | None) -> bool:
    """Tell whether every day that ``when`` may mean lies from ``first`` to ``last``, both counted.

    What is uncertain (``?``, ``%``) never must; what is approximate (``~``) keeps its stated span.
    """
    if when.undated or when.uncertain:
        return False
    starts_inside = first is None or (when.earliest is not None and when.earliest >= first)
    ends_inside = last is None or (when.latest is not None and when.latest <= last)
    return starts_inside and ends_inside
