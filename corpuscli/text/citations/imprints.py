"""What a book that is cited whole looks like: its author and title before the year, volume and pages behind it.

Besides those with commas or a colon only, two orders are known: that of GOST R 7.0.5 (``Carr E. H. Title. London, 1954.
P. 5``) and that of the Chicago Manual's notes (``E. H. Carr, Title (London, 1954), p. 5``).
To compile it takes long, and most texts cite no such book: it is done when one may stand there.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.text.citations.numbers import LIST

if TYPE_CHECKING:
    from collections.abc import Mapping

Head = tuple[str, re.Pattern[str]]
"""Where a book may begin, a name of ``begins``, and what it looks like from there up to its year."""

_NUMBER = r"(?:[0-9]{1,3}(?:[–-][0-9]{1,3})?|[IVXL]{1,6})"
_MARK = r"(?:[ТтTtVv]|[Vv]ols?|Bde?|[ЧчКк]н?)\.\s?"
_VOLUME = rf"{_MARK}(?P<vol>{_NUMBER})"
_DASH = r"[.,]\s(?:[–—-]\s)?"
_TAIL = (
    r", (?P<year>(?:1[89]|20)[0-9]{2})(?:"
    rf"\)?{_DASH}(?:{_VOLUME}{_DASH}(?:{_MARK}{_NUMBER}{_DASH})?)?(?:[СсCSsPp]|[Pp]p|[Сс]тр)\.\s?"
    rf"|\),\s(?:(?P<of>{_NUMBER}):\s?)?)(?P<pages>{LIST})(?!\w)"
)
_PLAIN_TAIL = (
    rf"(?<=[^\W\d_.]|[.)])\s(?P<year>(?:1[89]|20)[0-9]{{2}})(?:,\s(?:Bde?|[Vv]ols?|t)\.\s?(?P<vol>(?P<of>{_NUMBER})))?"
    rf",\s(?:[СсCSsPp]|[Pp]p|[Сс]тр)\.\s?(?P<pages>{LIST})(?!\w)"
)
_INITIALS = r"[A-ZА-ЯЁ]\.(?:\s?[A-ZА-ЯЁ]\.)?"
_CAPITAL = r"(?:[OО][’'])?[A-ZÀ-ÞА-ЯЁ][^\W\d_]{1,20}"
_SURNAME = rf"{_CAPITAL}(?:[-’'][A-ZÀ-ÞА-ЯЁ]?[^\W\d_]{{1,20}})?"
_TOWN = r"(?:[A-ZА-ЯЁ][^\W\d_]{0,3}\.|[A-ZÀ-ÞА-ЯЁ][^\W\d_]{0,20})"
"""A place; only a short one is abbreviated, or the end of a title would be taken for it."""
_PLACE = (
    rf"{_TOWN}(?:(?:\s?[;–—/-]\s?|(?<!\.)\s(?:(?:and|und|et|am)\s)?){_TOWN}){{0,3}}(?:,\s[A-Z][A-Za-z.]{{1,4}})?"
    r"(?:\s?:\s[^,;:()\n]{2,50})?"
)
_NO_NAME = (
    r"(?!(?:See|Also|[СC][мрfp]|Также|Там|Vgl|Siehe|Auch|Compare|Quoted|Cited|Published|Printed|I[nm]|But|And|Thus|As|The|Der|Die|Das"
    r"|Voir)\b)"
)
_TURNED = (
    rf"(?P<author>{_INITIALS}\s?(?P<surname>{_SURNAME}))\.\s"
    r"(?P<title>[«\"“]?[A-ZÀ-ÞА-ЯЁ][^;()\n]{3,160}?)"
    rf"(?:\.\s(?:[–—-]\s)?{_VOLUME})?[.…!?»]\s(?:[–—-]\s)?(?P<place>{_PLACE})"
)
"""The same with the initials first."""
_GOST = (
    rf"{_NO_NAME}(?P<author>(?P<surname>{_SURNAME}),?\s{_INITIALS}(?:,\s{_SURNAME}\s{_INITIALS}){{0,2}})\s"
    r"(?P<title>[«\"“]?[A-ZÀ-ÞА-ЯЁ][^;()\n]{3,160}?)"
    rf"(?:\.\s(?:[–—-]\s)?{_VOLUME})?[.…!?»]\s(?:[–—-]\s)?(?P<place>{_PLACE})"
)
_TITLED = (
    r"(?P<title>[«\"“]?[A-ZÀ-ÞА-ЯЁ][^:;()\n]{3,120}?)"
    rf"(?:\.\s(?:[–—-]\s)?{_VOLUME})?[.…!?»]\s(?:[–—-]\s)?"
    r"(?P<place>(?:М|Л|СПб|Пг|M|L|SPb|Pg|Москва|Ленинград|Петроград|Киев|Moscow|Moskva|Leningrad|Petrograd|Kiev)\.?"
    r"(?:;\s?(?:[ЛLМM]|СПб)\.)?(?:\s?:\s[^,;:()\n]{2,50})?)"
)
"""A collection without an author: its place must be one where such books are printed, or any sentence would be one."""
_NO_LEAD = (
    r"(?!(?:Опубл|Впервые|Цит|Печат|Публ|Источник|Подлинник|Копия|Текст|Source|Text|First)\w*[^:;()\n]{0,30}[:.])"
)
"""No title of a collection that begins a note: what leads to it."""
_GIVEN = rf"{_NO_NAME}(?:{_SURNAME}(?:\s[A-Z]\.){{0,2}}|{_INITIALS})\s"
_OTHERS = rf"(?:(?:,\s{_GIVEN}{_SURNAME}){{0,2}},?\s(?:and|und|et|&)\s{_GIVEN}{_SURNAME})?(?:,?\s\(?eds?\.\)?)?"
_BEFORE = rf"(?P<author>{_GIVEN}(?P<surname>{_SURNAME}){_OTHERS}),\s"
_BEHIND = rf"(?:,\s{_VOLUME})?\s\((?P<place>{_PLACE})"
_CHICAGO = rf"{_BEFORE}(?P<title>[A-ZÀ-ÞА-ЯЁ][^;()\n]{{3,160}}?){_BEHIND}"
_ONE_SENTENCE = rf"{_BEFORE}(?P<title>[A-ZÀ-ÞА-ЯЁ](?:[^.;()\n]|(?:(?<=[A-Z])|(?<=vols)|(?<=ed))\.){{3,160}}?){_BEHIND}"
_FULL_NAME = rf"{_GIVEN}(?:{_CAPITAL}\s)?(?:(?:von|van|de|der|zu)\s){{0,2}}"
_EDITORS = r"(?:\s\((?:Hg|Hrsg|eds?)\.\))?"
_NOT_PLACE = r"(?!(?:Jan|Feb|Mär|Mar|Apr|Mai|May|Jun|Jul|Aug|Sep|Okt|Oct|Nov|Dez|Dec|Anf|End)[^\W\d_]{0,6}(?!\w))"
_NOT_TITLE = r"(?!(?:Jg|Bd|Nr|H|Vol|No|T|Heft)\.?\s\d)"
"""A journal has the month and its numbers where a book has a place and a title."""
_PLAIN_TOWN = (
    rf"{_NOT_PLACE}{_TOWN}(?:(?:\s?[;–—/-]\s?|\s(?:(?:and|und|et|am)\s)?){_NOT_PLACE}{_TOWN}){{0,2}}"
    r"(?:\sa\.\s?[MOS]\.)?(?:\s\((?:Ost|West|Main)\))?"
)
_COLON = (
    rf"(?P<author>{_FULL_NAME}(?P<surname>{_SURNAME})(?:(?:,|/|\s(?:und|and|et))\s?{_FULL_NAME}{_SURNAME}){{0,2}}"
    rf"{_EDITORS}):\s{_NOT_TITLE}(?P<title>[A-ZÀ-ÞА-ЯЁ„“«»\"][^;()\n]{{3,160}}?)(?:[.,]\s{_VOLUME})?[.,!?]\s"
    rf"(?P<place>{_PLAIN_TOWN}(?::\s[^,;:()\n]{{2,70}})?)"
)
"""As German books are cited: ``Arthur Schnitzler: Jugend in Wien. Wien: Molden 1968, S. 5``."""
_COMMAS = (
    rf"(?P<author>{_FULL_NAME}(?P<surname>{_SURNAME})(?:(?:/|\s(?:und|and|et))\s?{_FULL_NAME}{_SURNAME}){{0,2}}"
    rf"{_EDITORS}),\s{_NOT_TITLE}(?P<title>[A-ZÀ-ÞА-ЯЁ„“«»\"][^;()\n]{{3,160}}?)(?:,\s{_VOLUME})?,\s"
    rf"(?P<place>{_PLAIN_TOWN}(?:,\s[A-ZÀ-Ý][^,;:()\d\n]{{2,30}})?)"
)
"""With commas only: ``Karl Barth, Der Römerbrief, München 1922, S. 12``."""
_LED = (
    r"(?<=[;:]\s)|(?<=\()|(?<=[Сс][мр]\.\s)|(?<=[Ss]ee\s)|(?<=[Cc][fp]\.\s)|(?<=\s[io]n\s)|(?<=\sby\s)"
    r"|(?<=from\s)|(?<=also\s)|(?<=также\s)|(?<=[Vv]gl\.\s)|(?<=[Ss]iehe\s)|(?<=[Vv]oir\s)|(?<=auch\s)|(?<=ompare\s)"
)
"""Behind what leads to a book."""
_BEGIN = rf"(?:^|(?<=\n)|{_LED})"
"""The author must begin a note, or stand behind what leads to one."""
_BEHIND_SENTENCE = r"(?:(?<=[^\W\d_]{2}[.!?]\s)|(?<=[\d)»”\"][.!?]\s))"
_FIRST = "(?=[A-ZÀ-ÞА-ЯЁ])"
"""Looked at before all else: most places of a text are passed over at once."""


@cache
def tail() -> re.Pattern[str]:
    """Return what stands from the comma before the year to the last page; pages may stand bare behind a parenthesis."""
    return re.compile(_TAIL)


@cache
def plain_tail() -> re.Pattern[str]:
    """Return what stands from the blank before the year to the last page, where no comma stands before the year."""
    return re.compile(_PLAIN_TAIL)


@cache
def begins() -> Mapping[str, re.Pattern[str]]:
    """Return where a book may begin: one with an author, one behind a sentence; or without an author, led to or not."""
    title = r"(?=[«\"“A-ZÀ-ÞА-ЯЁ])"
    places = {
        "author": _FIRST + _BEGIN,
        "sentence": _FIRST + _BEHIND_SENTENCE,
        "line": rf"{title}(?:^|(?<=\n))",
        "led": f"{title}(?:{_LED})",
    }
    return {name: re.compile(place) for name, place in places.items()}


@cache
def plain() -> tuple[Head, ...]:
    """Return what stands from the author to the place where commas or a colon stand between author and title."""
    return _heads(("author", _COLON), ("author", _COMMAS))


@cache
def commas() -> tuple[Head, ...]:
    """Return the same where a comma stands before the year."""
    return _heads(("author", _COMMAS))


@cache
def gost() -> tuple[Head, ...]:
    """Return what stands from the author to the place, up to the comma before the year; the last have no author."""
    titled = _NO_NAME + _TITLED
    with_colon = f"{_NO_LEAD}{titled.replace('^:;', '^;')}"
    return _heads(("author", _GOST), ("sentence", _GOST), ("author", _TURNED), ("line", with_colon), ("led", titled))


@cache
def chicago() -> tuple[Head, ...]:
    """Return the same of books whose place and year stand in parentheses."""
    return _heads(("author", _CHICAGO), ("sentence", _ONE_SENTENCE))


def _heads(*heads: tuple[str, str]) -> tuple[Head, ...]:
    return tuple((begin, re.compile(f"{looks}$")) for begin, looks in heads)
