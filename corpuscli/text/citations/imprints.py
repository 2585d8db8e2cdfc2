"""What a book that is cited whole looks like: its author and title before the year, volume and pages behind it.

Two orders are known: that of GOST R 7.0.5 (``Carr E. H. Title. London, 1954. P. 5``) and that of the Chicago Manual's
notes (``E. H. Carr, Title (London, 1954), p. 5``). To compile it takes long, and most texts cite no such book: it is
done when one may stand there.
"""

from __future__ import annotations

import re
from functools import cache

from corpuscli.text.citations.numbers import LIST

_NUMBER = r"(?:[0-9]{1,3}(?:[–-][0-9]{1,3})?|[IVXL]{1,6})"
_MARK = r"(?:[ТтTtVv]|[Vv]ols?|Bde?|[ЧчКк]н?)\.\s?"
_VOLUME = rf"{_MARK}(?P<vol>{_NUMBER})"
_DASH = r"[.,]\s(?:[–—-]\s)?"
_TAIL = (
    r", (?P<year>(?:1[89]|20)[0-9]{2})(?:"
    rf"\)?{_DASH}(?:{_VOLUME}{_DASH}(?:{_MARK}{_NUMBER}{_DASH})?)?(?:[СсCSsPp]|[Pp]p)\.\s?"
    rf"|\),\s(?:(?P<of>{_NUMBER}):\s?)?)(?P<pages>{LIST})(?!\w)"
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
_GOST = (
    rf"(?P<author>(?P<surname>{_SURNAME}),?\s{_INITIALS}(?:,\s{_SURNAME}\s{_INITIALS}){{0,2}})\s"
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
_NO_NAME = (
    r"(?!(?:See|Also|[СC][мрfp]|Также|Там|Vgl|Siehe|Auch|Compare|Quoted|Cited|Published|Printed|I[nm]|But|And|Thus|As|The|Der|Die|Das"
    r"|Voir)\b)"
)
_GIVEN = rf"{_NO_NAME}(?:{_SURNAME}(?:\s[A-Z]\.){{0,2}}|{_INITIALS})\s"
_OTHERS = rf"(?:(?:,\s{_GIVEN}{_SURNAME}){{0,2}},?\s(?:and|und|et|&)\s{_GIVEN}{_SURNAME})?(?:,?\s\(?eds?\.\)?)?"
_BEFORE = rf"(?P<author>{_GIVEN}(?P<surname>{_SURNAME}){_OTHERS}),\s"
_BEHIND = rf"(?:,\s{_VOLUME})?\s\((?P<place>{_PLACE})"
_CHICAGO = rf"{_BEFORE}(?P<title>[A-ZÀ-ÞА-ЯЁ][^;()\n]{{3,160}}?){_BEHIND}"
_ONE_SENTENCE = rf"{_BEFORE}(?P<title>[A-ZÀ-ÞА-ЯЁ](?:[^.;()\n]|(?:(?<=[A-Z])|(?<=vols)|(?<=ed))\.){{3,160}}?){_BEHIND}"
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
def gost() -> tuple[re.Pattern[str], ...]:
    """Return what stands from the author to the place, to be searched for up to the comma before the year.

    The second begins a sentence, the third has a title and no author.
    """
    return (
        *(re.compile(rf"{_FIRST}{begin}{_GOST}$") for begin in (_BEGIN, _BEHIND_SENTENCE)),
        re.compile(rf"(?=[«\"“A-ZÀ-ÞА-ЯЁ])(?:{_LED}){_NO_NAME}{_TITLED}$"),
    )


@cache
def chicago() -> tuple[re.Pattern[str], ...]:
    """Return the same of books whose place and year stand in parentheses."""
    return (
        re.compile(rf"{_FIRST}{_BEGIN}{_CHICAGO}$"),
        re.compile(rf"{_FIRST}{_BEHIND_SENTENCE}{_ONE_SENTENCE}$"),
    )
