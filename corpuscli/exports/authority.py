"""References to authority files, those first that correspSearch knows.

Source: the documentation of correspSearch (CMIF, "Normdaten"): GND, VIAF, BnF, LC and NDL for persons, GeoNames for
places.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_HOSTS = {
    "GND": r"(?:www\.)?d-nb\.info/gnd/", "VIAF": r"(?:www\.)?viaf\.org/viaf/", "BnF": r"(?:catalogue|data)\.bnf\.fr/",
    "LC": r"(?:id|lccn)\.loc\.gov/", "NDL": r"id\.ndl\.go\.jp/", "GeoNames": r"(?:\w+\.)?geonames\.org/",
}  # fmt: skip
KNOWN = ("GND", "VIAF", "BnF", "LC", "NDL")
"""The authority files for persons that correspSearch knows."""
_PLACES = tuple(re.compile(rf"https?://{host}") for host in _HOSTS.values())


def _rank(ref: str) -> int:
    return next((place for place, host in enumerate(_PLACES) if host.match(ref)), len(_PLACES))


def is_known(ref: str) -> bool:
    """Tell whether correspSearch knows whom a reference means.

    >>> is_known("https://d-nb.info/gnd/118520474"), is_known("https://www.wikidata.org/wiki/Q1")
    (True, False)
    """
    return _rank(ref) < len(_PLACES)


def ordered(refs: Iterable[str]) -> list[str]:
    """Put references into the order in which correspSearch looks at them; others keep theirs, behind.

    >>> ordered(["https://www.wikidata.org/wiki/Q1", "https://viaf.org/viaf/1", "http://d-nb.info/gnd/1"])
    ['http://d-nb.info/gnd/1', 'https://viaf.org/viaf/1', 'https://www.wikidata.org/wiki/Q1']
    """
    return sorted(refs, key=_rank)
