"""Shapes of one date: which item is the day, which the month, which the year.

Slots: ``d`` day, ``m`` month, ``y`` year, ``s`` season, ``f`` feast, ``h`` half, third or quarter with ``i``, which
of them; ``?`` day or month, in an order that must be known; ``-`` an item that says nothing. Where a month has a
name the full stops do not count: their shapes hold ``d`` for ``o`` and ``M`` for ``R``.
"""

from __future__ import annotations

from functools import lru_cache

NAMED = {
    "dMY": "dmy", "dMd": "dmy", "dMy": "dmy", "dMt": "dmy", "dM": "dm",
    "MdY": "mdy", "Mdd": "mdy", "Mdy": "mdy", "Mdt": "mdy", "Md": "md",
    "MY": "my", "My": "my", "Mt": "my", "M": "m",
    "YMd": "ymd", "YdM": "ydm", "YM": "ym",
    "d/MY": "d-my", "d/Md": "d-my", "d/My": "d-my", "d/M-Y": "d-m-y", "d/M-d": "d-m-y", "d/M/Y": "d-m-y",
    "d/M/d": "d-m-y", "d/M": "d-m", "d-M-Y": "d-m-y", "d-M-d": "d-m-y", "d-MY": "d-my", "d-M": "d-m",
    "dM-d": "dm-y", "M-Y": "m-y", "M/Y": "m-y", "Y-M-d": "y-m-d",
    "SY/d": "sy--", "SY-d": "sy--", "SY/Y": "sy--", "SY-Y": "sy--", "Sd/d": "sy--", "Sd-d": "sy--", "SY/y": "sy--",
    "SY": "sy", "YS": "ys", "Sy": "sy", "S": "s",
    "dHMY": "ihmy", "dHM": "ihm", "HdMY": "himy", "dHY": "ihy", "MHY": "ihy",
    "MHMY": "ihmy", "MHM": "ihm", "Md/Y": "md-y", "M/d/Y": "m-d-y", "M/d/d": "m-d-y", "M/d/y": "m-d-y",
    "FY": "fy", "YF": "yf",
    "YdH": "yih", "YMdH": "ymih",
}  # fmt: skip
"""Shapes with a month, season or stretch."""

NUMERIC = {
    "ooY": "dmy", "odY": "dmy", "doY": "dmy", "ood": "dmy", "ooo": "dmy", "oot": "dmy", "ooy": "dmy", "oo": "dm",
    "od": "dm", "ddY": "??y", "oY": "my", "Y": "y", "y": "y",
    "d/d": "?-?", "d/o": "?-?", "o/o": "d-m", "o/d": "d-m", "d/d/Y": "?-?-y", "d/d/d": "?-?-y", "d/d/o": "?-?-y",
    "d/dY": "?-?y", "d/oY": "?-?y", "d/dd": "?-?y", "d/do": "?-?y", "d/od": "?-?y", "d/d-d": "?-?-y",
    "d/d-Y": "?-?-y", "d-d-Y": "?-?-y", "d-d-d": "?-?-y", "d/Y": "m-y", "d-Y": "m-y",
    "Y-d-d": "y-m-d", "Y/d/d": "y-m-d", "Ydd": "ymd", "Yoo": "ymd", "Yod": "ymd", "Y-d-o": "y-m-d",
}  # fmt: skip
"""Shapes of numbers alone."""

SIDES = {"d": "d", "o": "d", "dY": "dy", "doY": "dmy", "": ""}
"""Shapes that are a date only beside another one, as the ends of a range."""


@lru_cache(maxsize=4096)
def slots(shape: str, *, side: bool = False) -> str | None:
    """Return the slot of each item, or None for a shape that is no date.

    Args:
        shape: As :class:`~corpuscli.text.dates.run.Run` writes it, without early, mid and late.
        side: Whether it is one end of a range, which the other end completes.
    """
    found = NUMERIC.get(shape) or (NUMERIC.get(shape[:-1] + "d") if shape[-1:] == "o" else None)
    if found is None:
        plain = shape.replace("o", "d").replace("R", "M")
        found = NAMED.get(plain)
        if found is None and side:
            found = SIDES.get(shape) or SIDES.get(plain)
    return found
