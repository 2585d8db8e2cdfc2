"""Books that no register knows, read where author, title, place, year and pages are all there, in this order.

Two orders are read: that of GOST R 7.0.5 (``Carr E. H. Title. London, 1954. P. 5``) and that of the Chicago Manual's
notes (``E. H. Carr, Title (London, 1954), p. 5``). The author must begin a note, or stand behind what leads to one.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.text.citations.locators import LOCATORS
from corpuscli.text.citations.numbers import LIST, arabic, members
from corpuscli.text.citations.published import work_id

if TYPE_CHECKING:
    from collections.abc import Iterator

_CENTURIES = (", 18", ", 19", ", 20")
_VOLUME = r"(?:[ТтTtVv]|[Vv]ol|Bd|[ЧчКк]н?)\.\s?(?P<{}>[0-9]{{1,3}}|[IVXL]{{1,6}})"
_TAIL = re.compile(
    rf", (?P<year>(?:1[89]|20)[0-9]{{2}})\)?[.,]\s(?:{_VOLUME.format('vol')}[.,]\s)?"
    rf"(?:[СсCSsPp]|[Pp]p)\.\s?(?P<pages>{LIST})(?!\w)"
)
_INITIALS = r"[A-ZА-ЯЁ]\.(?:\s?[A-ZА-ЯЁ]\.)?"
_SURNAME = r"(?P<{}>[A-ZÀ-ÞА-ЯЁ][^\W\d_]{{1,20}}(?:[-’'][A-ZÀ-ÞА-ЯЁ]?[^\W\d_]{{1,20}})?)"
_ANOTHER = _SURNAME.replace("?P<{}>", "?:").format()
_PLACE = r"[A-ZÀ-ÞА-ЯЁ][^\W\d_]{0,20}\.?(?:[ ;–—-]{1,3}[A-ZÀ-ÞА-ЯЁ][^\W\d_]{0,20}\.?)?(?:\s?:\s[^,;:()\n]{2,40})?"
_GOST = (
    rf"{_SURNAME.format('gost')},?\s{_INITIALS}(?:,\s{_ANOTHER}\s{_INITIALS}){{0,2}}\s"
    rf"(?P<title>[«\"“]?[A-ZÀ-ÞА-ЯЁ][^;()\n]{{3,160}}?)[.…!?»]\s(?:[–—-]\s)?{_PLACE}"
)
_NO_NAME = r"(?!(?:See|Also|Cf|Vgl|Siehe|Compare|Quoted|Cited|Published|Printed|In)\b)"
_GIVEN = rf"{_NO_NAME}(?:{_ANOTHER}(?:\s[A-Z]\.){{0,2}}|{_INITIALS})\s"
_CHICAGO = (
    rf"{_GIVEN}{_SURNAME.format('chicago')}(?:\sand\s{_GIVEN}{_ANOTHER})?,\s"
    rf"(?P<name>[A-ZÀ-ÞА-ЯЁ][^;()\n]{{3,160}}?)(?:,\s{_VOLUME.format('within')})?\s\({_PLACE}"
)
_BEGIN = (
    r"(?:^|(?<=[;:]\s)|(?<=[(\n])|(?<=[Сс]м\.\s)|(?<=[Ss]ee\s)|(?<=[Cc]f\.\s)|(?<=\sin\s)|(?<=[Ss]ee\salso\s)"
    r"|(?<=также\s))"
)
_HEAD = re.compile(rf"{_BEGIN}(?:{_GOST}|{_CHICAGO})$")
_REACH = 240
"""How far before the year an author may begin, in code points."""
_TITLE_WORDS = 3
"""How many words of a title its id has."""


def find_monographs(text: str) -> list[Citation]:
    """Find books that are cited whole, whether a register knows them or not.

    >>> [c.ids for c in find_monographs("See Carr E. H. A History of Soviet Russia. London, 1954. P. 118.")]
    [('work:carr-a-history-of;year=1954;pages=118',)]
    """
    found: list[Citation] = []
    done = 0
    for place in sorted(_years(text)):
        citation = read_monograph(text, place, done) if place >= done else None
        if citation is not None:
            found.append(citation)
            done = citation.span.end
    return found


def _years(text: str) -> Iterator[int]:
    """Yield where a comma stands before a year."""
    for century in _CENTURIES:
        place = text.find(century)
        while place >= 0:
            yield place
            place = text.find(century, place + 1)


def read_monograph(text: str, place: int, done: int) -> Citation | None:
    """Read the book whose year stands behind the comma at ``place``; None where a part of it is wanting.

    Args:
        text: Any text.
        place: Where the comma before the year stands.
        done: Where the last book ended.
    """
    tail = _TAIL.match(text, place)
    head = _HEAD.search(text, max(done, place - _REACH), place) if tail is not None else None
    if tail is None or head is None or (head["chicago"] is not None) != (")" in text[place : tail.start("pages")]):
        return None
    volume = tail["vol"] or head["within"]
    said: dict[str, FieldValue] = {
        "work": _key(head["gost"] or head["chicago"], head["title"] or head["name"]),
        "vol": arabic(volume) if volume else None,
        "year": tail["year"],
        "pages": ",".join(members(tail["pages"])),
    }
    fields = {name: said[name] for name in ("work", *LOCATORS) if said.get(name)}
    span = Span(head.start(), tail.end())
    return Citation(span, span.of(text), "work", "full", (work_id(fields),), MappingProxyType(fields), "unresolved")


def _key(author: str, title: str) -> str:
    from corpuscli.text.names import slug

    return "-".join([slug(author), *slug(title).split("-")[:_TITLE_WORDS]])
