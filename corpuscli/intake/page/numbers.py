"""The number of a letter in its edition: ``No. 5``, ``Документ № 7``, ``12``, ``XXIV.``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpuscli.intake.page.lines import Line

_NUMBER = re.compile(
    r"[\[·•*=~—–-]*\s*(?:(?:Letter|Lettre|Brief|Письмо)\s+(?=No|№|Nr|N°|n°))?(?:(?:Document|Документ|Doc|Dok|Док)\.?\s*(?=№|N))?(?:№|#|Nº|N°|(?:No|N0|Nr|N|Number|Nummer)\b|(?:Do[ck]|Brief|Lettre|Letter|Док)(?:ument|умент)?\b(?=\.?\s*\d+\s*(?:[.:·•*=~—–-]|$)))\s*(?:[.:]|,(?=\s*\d+\.?$))?\s*(?P<number>\d{1,5}[a-zа-я]?)\s*(?P<mark>\d{1,2}\s*(?=\.$))?[.:)\]]?(?=\s|$)\s*[·•*=~—–-]*\s*",
    re.IGNORECASE,
)
_LED = re.compile(r"\[?(?P<number>\d{1,4}|[IVXLC]{2,7})\s*[.):\]]*(?:\s*[–—-])?\s+(?=\S)")
_BARE = re.compile(r"\[?(?P<number>\d{1,4}|[IVXLC]{1,7})\s*[.:)\]]?$")


def read_number(line: Line) -> tuple[Line, Line] | None:
    """Read ``No. 5`` at a line's start.

    Returns:
        The number itself, and what follows it on the line; None where there is none.

    >>> from corpuscli.intake.page.lines import Line
    >>> read_number(Line("No. 5", 0))[0].text, read_number(Line("No. 12. A to B", 0))[1].text
    ('5', 'A to B')
    >>> read_number(Line("Док. № 15", 0))[0].text, read_number(Line("No one came.", 0)) is None
    ('15', True)
    """
    found = _NUMBER.match(line.text)
    if found is None:
        return None
    return line.part(*found.span("number")), line.part(found.end()).without_head(".:–—-")


def leading_number(line: Line) -> tuple[Line, Line] | None:
    """Read a bare number before other words, as ``112. A to B``: it is one only where a header follows."""
    found = _LED.match(line.text)
    return (line.part(*found.span("number")), line.part(found.end())) if found else None


def bare_number(line: Line) -> Line | None:
    """Read a line that is nothing but a figure: it is a letter's number only where a header follows."""
    found = _BARE.match(line.text)
    return line.part(*found.span("number")) if found else None
