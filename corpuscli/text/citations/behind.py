"""What stands before a number that may belong to a citation, as one expression over a text in one byte a sign.

It looks back from the first digit: a mark of an archive or a lead of a reference stands there, known by its last four
signs; or a month that words lead to. ``?`` may be any sign of rare scripts, so what holds one is looked at as well.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.date_words import date_words
from corpuscli.data.references import references
from corpuscli.text.citations.flat import decoded, small
from corpuscli.text.citations.marks import SPELLINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MONTH = "{month}"
_WIDTH, _LONG = 4, 6
"""How many signs of a word are looked at, and of a lead of two words."""
_BLANK = "[ ?]"
_PREFIX, _SIGN = "№nрpraап", "№–-"
"""What may stand between a mark and its number: the letter of a fond, then a dash; or the sign of numbers."""
_THREE = r"(?=0{0,5}+(?:\.0{1,5}\.|[ ?]0{1,5}[ ?]|/0{1,5}/)0)"
_MONTHS = range(3, 10)
"""How many letters a month's name may have in a form."""


BARE = 1
"""The group of the expression for the first of three numbers; others are behind leads that are no marks."""


@cache
def numbers() -> re.Pattern[bytes]:
    """Return an expression of the first digit of a number; its groups tell what it may be if not behind a mark.

    >>> found = numbers().finditer(small("        Of 150 men, fond 6, see note 7, RGASPI 8.9.1"))
    >>> [(one.start(), one.lastindex) for one in found]
    [(25, None), (37, 2), (47, 1)]
    """
    apart = f"(?<={_BLANK}0)(?:{_alternatives(_BLANK)})"
    return re.compile(f"0(?<!00)(?:{_THREE}()|{apart}|{_alternatives('')})".encode("cp1251"))


def _alternatives(blank: str) -> str:
    """Return an expression of a digit behind all that may lead to it, with a blank between or none."""
    marks, leads, days = [*_marks()], _leads("document", "note"), _leads("letter")
    prefixed = (
        f"(?<=[{_PREFIX}{_SIGN}]{blank}0)(?:(?<=[. ?][{_PREFIX}]{blank}0)|(?<=[. ?{_PREFIX}][{_SIGN}]{blank}0)"
        f"|(?<={_tails(marks)}[{_PREFIX}{_SIGN}]{blank}0))"
    )
    stopped = (rf"(?<=\.{blank}{blank}0)",) if blank else ()
    day = "|".join([_behind(days, _WIDTH, blank), _behind(days, _LONG, blank), *(_months() if blank else ())])
    led = f"(?:{_behind(leads, _WIDTH, blank)}|(?!00)(?:{day}))()"
    return "|".join((_behind(marks, _WIDTH, blank), *stopped, prefixed, led))


def _behind(words: list[str], width: int, blank: str) -> str:
    """Return an expression of a digit that stands behind words of one kind: those of one word, or of several."""
    known = [word for word in words if width == _WIDTH or " " in word]
    lasts = "".join(sorted({decoded(small(word))[-1] for word in known} | {"?"}))
    return f"(?<=[{re.escape(lasts)}]{blank}0)(?<={_tails(known, width)}{blank}0)"


def _months() -> Iterator[str]:
    """Yield expressions of a month's name behind a word that leads to it."""
    names = {decoded(small(name))[-3:] for row in date_words() if row.kind == "month" for name in row.forms}
    ends = "|".join(sorted(name for name in names if name.isascii() and name.isalpha() and len(name) == 3))
    before = {lead.removesuffix(f" {MONTH}")[-1] for row in references() for lead in row.leads if lead.endswith(MONTH)}
    for last, stop in (("[a-z]", ""), (r"\.", r"\.")):
        led = "|".join(f"(?<=[{''.join(sorted(before))}] {'[a-z]' * length}{stop} 0)" for length in _MONTHS)
        yield f"(?<={last} 0)(?:{led})(?<=(?:{ends}){stop} 0)"


def _marks() -> Iterator[str]:
    for spelling in "|".join(SPELLINGS.values()).split("|"):
        for apostrophe in "’'ʹ" if "’" in spelling else "’":
            mark = spelling.replace("’", apostrophe)
            yield from (mark, f"{mark}.")


def _leads(*kinds: str) -> list[str]:
    """Return the leads of some kinds of references that a number follows at once."""
    leads = (lead for row in references() if row.kind in kinds for lead in row.leads)
    return [lead for lead in dict.fromkeys(leads) if not lead.endswith(MONTH)]


def _tails(words: Iterable[str], width: int = _WIDTH) -> str:
    """Return an expression, so many signs wide, of the ends of words; those that begin alike share a branch."""
    tails: dict[str, set[str]] = {}
    for word in words:
        before, end = _end(word, width)
        tails.setdefault(before, set()).add(end)
    branches = [f"{before}(?:{'|'.join(sorted(ends))})" for before, ends in sorted(tails.items(), reverse=True)]
    odd = ["." * place + r"\?" + "." * (width - place - 1) for place in range(width)]
    return f"(?:{'|'.join([*branches, *odd])})"


def _end(word: str, width: int) -> tuple[str, str]:
    """Return expressions, together so many signs wide, of what stands before a short word, and of it or its end.

    Within a mark of two words a blank may be wanting.

    >>> _end("Document", 4), _end("ед. хр", 4)
    (('', 'ment'), ('..', 'хр'))
    """
    flat = decoded(small(word))
    if len(flat) >= width and (" " not in flat or width == _LONG):
        return "", re.escape(flat[-width:]).replace(r"\ ", _BLANK)
    last = flat.split()[-1]
    more = width - len(last)
    return "." * more if " " in flat else "." * (more - 1) + _boundary(), re.escape(last)


@cache
def _boundary() -> str:
    """Return an expression of all signs that are no letter or digit."""
    letters = "".join(filter(str.isalnum, map(decoded, (bytes([code]) for code in range(256)))))
    return f"[^{letters}]"
