"""To whom a telegram goes, in its own words: ``Moscow Kremlin to LENIN, STALIN``, ``TO STALIN, copy TO LENIN``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.pages import pattern
from corpuscli.intake.page.parties import NAME, likeness, split_parties
from corpuscli.text.later import later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpuscli.intake.page.lines import Line

_HEAD = 4
_LONGEST = 160
_LEAST = 0.7


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    flags = re.IGNORECASE
    to = re.compile(rf"(?:^|.*?[\s.,;]){pattern('to')}\s+", flags)
    greeted = re.compile(
        rf"(?:(?:my|very|highly|much)\s+)?(?:(?:dear|esteemed|respected)\s+)?(?={pattern('title')}\s)", flags
    )
    return to, greeted


def addressees(text: Sequence[Line]) -> tuple[Line, ...]:
    r"""Return the parties that the first lines of a text are addressed to.

    >>> from corpuscli.intake.page.lines import split_lines
    >>> [p.text for p in addressees(split_lines("Moscow Kremlin to LENIN, STALIN."))]
    ['LENIN', 'STALIN']
    >>> [p.text for p in addressees(split_lines("Comrade Stalin.\n\nThe train left."))]
    ['Comrade Stalin']
    """
    for form in _patterns():
        for line in text[:_HEAD]:
            found = form.match(line.text) if len(line.text) <= _LONGEST else None
            parties = split_parties(line.part(found.end()).without_tail(".:!,")) if found else ()
            if parties and all(likeness(party.words) >= _LEAST for party in parties):
                return parties
    for line in text[:_HEAD]:
        if len(line.text) <= _LONGEST and _RECEIVING.fullmatch(line.text):
            return split_parties(line)
    return ()


_RECEIVING = later(rf"{NAME}(?<=[уюемй])(?:(?:,\s|\sи\s){NAME}(?<=[уюемй]))*|{NAME}(?<=[УЮЕМЙ])")
"""A line that is a name in the case that receives: ``Г. Я. СОКОЛЬНИКОВУ``."""
