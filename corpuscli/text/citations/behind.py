"""What stands before a number that may belong to a citation, as one expression over a text in one byte a sign.

It looks back from the first digit: a mark of an archive or a lead of a reference stands there, known by its last
signs; or a month that words lead to. ``?`` may be any sign of rare scripts, a blank or an apostrophe among them.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from corpuscli.data.date_words import date_words
from corpuscli.data.references import references
from corpuscli.text.citations.flat import decoded, small
from corpuscli.text.citations.marks import SPELLINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MONTH = "{month}"
_WIDTH, _LONG = 3, 6
"""How many signs of a word are looked at, and of two words."""
_BLANK = "[ ?]"
_PREFIX, _SIGN = "№nрpraап", "№–-"
"""What may stand between a mark and its number: the letter of a fond, then a dash; or the sign of numbers."""
_THREE = r"(?=0{0,5}+(?:\.0{1,5}\.|,?[ ?]0{1,5}[a-zа-я]?,?[ ?]|/0{1,5}/|-0{1,5}-)0)"
_MONTHS, _MONTH_ENDS = range(3, 10), 3
"""How many letters a month's name may have in a form, and how many of them are looked at."""


BARE = 1
"""The group of the expression for the first of three numbers."""


@cache
def numbers() -> re.Pattern[bytes]:
    """Return an expression of the first digit of a number that may belong to a citation.

    >>> found = numbers().finditer(small("        Of 150 men, fond 6, see note 7, RGASPI 8.9.1"))
    >>> [(one.start(), one.lastindex) for one in found]
    [(25, None), (37, None), (47, 1)]
    """
    words, fonds = [*_marks(), *_leads("document", "note")], SPELLINGS["fond"].split("|")
    behind = [_behind(words, blank) for blank in (_BLANK, "")]
    prefixed = [
        f"(?<=[{_PREFIX}]{blank}0)(?:(?<=[. ?][{_PREFIX}]{blank}0)|{_behind(fonds, f'[{_PREFIX}]{blank}')})"
        f"|(?<=[{_SIGN}]{blank}0)(?<=[. ?{_PREFIX}{_lasts(words)}][{_SIGN}]{blank}0)"
        for blank in (_BLANK, "")
    ]
    apart = "|".join((behind[0], rf"(?<=\.{_BLANK}{_BLANK}0)", prefixed[0], f"(?!00)(?:{_days()})"))
    every = f"0(?<!00)(?:{_THREE}()|(?<={_BLANK}0)(?:{apart})|{behind[1]}|{prefixed[1]})"
    return re.compile(every.encode("cp1251"))


def _behind(words: Iterable[str], between: str) -> str:
    """Return an expression of a digit behind words, or their last signs, with something between."""
    looks: list[str] = []
    for stopped in (False, True):
        some = [word for word in words if word.endswith(".") == stopped]
        ends: dict[tuple[str, int], set[str]] = {}
        for before, end in map(_end, some):
            ends.setdefault((before, len(end)), set()).add(end)
        each = (f"(?<={before}(?:{_alike(same)}){between}0)" for (before, _), same in sorted(ends.items()))
        looks += [f"(?<=[{_lasts(some)}]{between}0)(?:{'|'.join(each)})"] if some else []
    return "|".join(looks)


def _alike(ends: Iterable[str]) -> str:
    """Return an expression of any of some ends; those that begin with one sign share a branch.

    >>> _alike(["let", "of", "lio"])
    'l(?:et|io)|o(?:f)'
    """
    groups = [(first, [end[1:] for end in same]) for first, same in groupby(sorted(ends), key=lambda end: end[:1])]
    return "|".join(f"{_escaped(first)}(?:{'|'.join(map(_escaped, rests))})" for first, rests in groups)


def _escaped(signs: str) -> str:
    return re.escape(signs).replace(r"\ ", _BLANK)


def _lasts(words: Iterable[str]) -> str:
    return re.escape("".join(sorted({decoded(small(word))[-1] for word in words})))


def _days() -> str:
    """Return an expression of a digit behind words that lead to a day, and behind a month's name that they lead to."""
    before = {word[-1] for word in _leads("letter", month=True)}
    led = [_behind(_leads("letter"), _BLANK)]
    names = (decoded(small(name))[-_MONTH_ENDS:] for row in date_words() if row.kind == "month" for name in row.forms)
    ends = zip(*(end for end in names if len(end) == _MONTH_ENDS and end.isascii() and end.isalpha()), strict=True)
    month = "".join(f"[{''.join(sorted(set(letters)))}]" for letters in ends)
    for stop in ("", r"\."):
        far = "|".join(f"(?<=[{''.join(sorted(before))}] {'.' * length}{stop} 0)" for length in _MONTHS)
        led.append(f"(?<={month}{stop} 0)(?:{far})")
    return "|".join(led)


def _marks() -> Iterator[str]:
    for spelling in "|".join(SPELLINGS.values()).split("|"):
        first, stop, second = spelling.rpartition(" ")
        glued = [f"{part}{gap}{second}" for part in {first, first.rstrip(".")} for gap in {stop, ""}]
        for mark in glued:
            for apostrophe in "’'ʹ" if "’" in mark else "’":
                whole = mark.replace("’", apostrophe)
                yield from (whole, f"{whole}.")


def _leads(*kinds: str, month: bool = False) -> list[str]:
    """Return the leads of some kinds of references that a number follows at once, or the name of a month."""
    leads = dict.fromkeys(lead for row in references() if row.kind in kinds for lead in row.leads)
    return [lead.removesuffix(f" {MONTH}") for lead in leads if lead.endswith(MONTH) == month]


def _end(word: str) -> tuple[str, str]:
    """Return an expression of what stands before a short word, and the word or its last signs.

    >>> _end("Document"), _end("of the")
    (('', 'ent'), ('', 'of the'))
    """
    flat = decoded(small(word))
    width = _LONG if " " in flat else _WIDTH
    return ("", flat[-width:]) if len(flat) >= width else (_boundary(), flat)


@cache
def _boundary() -> str:
    """Return an expression of all signs that are no small letter or digit."""
    letters = [code for code in range(256) if decoded(bytes([code])).isalnum()]
    runs = [list(run) for _, run in groupby(letters, key=lambda code: code - letters.index(code))]
    return f"[^{''.join(f'{decoded(bytes([run[0]]))}-{decoded(bytes([run[-1]]))}' for run in runs)}]"
