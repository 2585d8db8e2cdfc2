"""Citations that lean on the one before: ibid, Там же, and parents left out behind a semicolon."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.text.citations.archival import inherit
from corpuscli.text.citations.locators import LOCATORS, read_locators
from corpuscli.text.citations.numbers import members
from corpuscli.text.citations.published import state_of, work_id
from corpuscli.text.later import later

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_IBID_WORK = later(
    r"(?<!\w)(?:[Тт]ам[ \xa0]же|[Ii]bid(?:em)?|In the same place|[Ee]benda|[Ee]bd)\.?,?\s?"
    r"(?=(?:[СсSs]|[сcCС]тр|pp?|[тtТT]|vol|Bd|[Nn]os?|Nr)\.\s?\d|(?:№|n°)\s?\d|(?P<day>\d{1,2}\.?\s[^\W\d_]{3,9}\s1[89]\d\d)|(?<=,\s)\d{1,4}(?:[-–]\d{1,4})?(?:[.;)\n]|$))"
)
_NEXT_ISSUE = later(
    r";\s(?:and\s|и\s)?(?=(?:[Nn]os?\.|№|vols?\.|[тТ]\.|T\.|(?:1[89]|20)\d\d[.,]\s(?:№|[Nn]o))\s?\d?)"
    r"|,\s(?=(?:vol|[тТT])\.\s?\d)"
)
_CAPITALISED = later(r"[A-ZÀ-ÞА-ЯЁ][^\W\d_]+(?:[-’'][^\W\d_]+)?")
_AUTHOR_REACH = 40
"""How far behind the beginning of a work its authors may stand, in code points."""
_BARE_PAGES = re.compile(r"\d{1,4}(?:[-–]\d{1,4})?")
_UNNAMED = re.compile(r",\s[\d–-]+$")
_SHEETS = re.compile(r"(?<!\w)[СсSs]\.\s?\d")
_WORDS = (
    (b"b", re.compile(rb"b(?=id|enda|d\.)"), 1),
    ("ж".encode("cp1251"), re.compile("ж(?<=ам ж)(?=е)".encode("cp1251")), 4),
    (b"same place", re.compile(b"in the same place"), 0),
)
"""What must stand in a text, then what is looked for, and how far behind the beginning it stands."""


def ibids_of_works(text: str, ibids: Iterable[int]) -> list[Citation]:
    """Find ibids that name pages or a volume; what they lean on is settled by ``lean``.

    Args:
        text: Any text.
        ibids: Where words for ibid may begin.
    """
    loose = (read_ibid(text, place) for place in ibids)
    return [one for one in loose if one is not None]


def read_ibid(text: str, place: int) -> Citation | None:
    """Read an ibid that begins at ``place`` and names pages or a volume; None where there is none."""
    ibid = _IBID_WORK.match(text, place)
    if ibid is None:
        return None
    locators, end = read_locators(text, ibid.end(), needs=("date",) if ibid["day"] else ())
    bare = _BARE_PAGES.match(text, ibid.end()) if not locators else None
    if bare is not None:
        locators, end = {"pages": members(bare[0])[0]}, bare.end()
    if not locators:
        return None
    span = Span(place, end)
    fields: dict[str, FieldValue] = {"work": None, **locators}
    return Citation(span, span.of(text), "work", "ibid", ("work:?",), MappingProxyType(fields), "dangling")


def next_issues(text: str, works: Sequence[Citation]) -> list[Citation]:
    """Find volumes and issues named behind a citation of the same work: ``Istochnik, no. 5 (1995): 3; no. 7, p. 5``."""
    found: list[Citation] = []
    for work in works:
        place = work.span.end
        while (behind := _NEXT_ISSUE.match(text, place)) is not None:
            locators, end = read_locators(text, behind.end())
            if "pages" not in locators or not {"no", "vol"} & locators.keys():
                break
            span = Span(behind.end(), end)
            fields: dict[str, FieldValue] = {"work": None, **locators}
            found.append(
                Citation(span, span.of(text), "work", "continued", ("work:?",), MappingProxyType(fields), "dangling")
            )
            place = end
    return found


def find_ibids(flat: bytes) -> list[int]:
    """Return where words for ibid may begin, ascending, in a text with small letters, in one byte a sign."""
    found: list[int] = []
    for sign, word, back in _WORDS:
        if sign in flat:
            found += [one.start() - back for one in word.finditer(flat) if one.start() >= back]
    return sorted(found)


def lean(citations: Sequence[Citation], before: Citation | None = None) -> list[Citation]:
    """Give each citation that leans what it leans on: the nearest before it, of archives or works as it is itself.

    Args:
        citations: In the order of the text.
        before: The last citation of an earlier part of the same letter.

    Returns:
        The citations; those with nothing to lean on stay dangling.
    """
    settled: list[Citation] = []
    last = before
    authors: dict[str, Citation] = {}
    again = any(one.form == "ibid" and "author" in one.fields for one in citations)
    for citation in citations:
        one = citation
        if again and one.kind == "work" and one.form == "full":
            authors |= dict.fromkeys(_CAPITALISED.findall(one.raw[:_AUTHOR_REACH]), one)
        if one.form == "ibid" and last is not None and _leaves_called_pages(one, last):
            one = _of_archive(one)
        if one.form != "full":
            above = last if last is not None and last.kind == one.kind and _may_bear(last) else None
            if "author" in one.fields:
                above = authors.get(str(one.fields["author"]))
            if one.fields.get("archive"):
                pass
            elif one.kind == "archive":
                one = inherit(one, above)
            elif above is not None:
                one = _same_work(one, above)
        settled.append(one)
        last = one
    return settled


def _may_bear(above: Citation) -> bool:
    """Tell whether a citation may be leaned on: one that dangles itself only where it names a fond or file."""
    return above.state != "dangling" or bool(above.fields.get("fond") or above.fields.get("delo"))


def _leaves_called_pages(ibid: Citation, above: Citation) -> bool:
    """Tell whether ``Там же. С. 21`` means leaves: it leans on a file whose leaves are called pages as well.

    Bare figures, as in ``Ibid., 21``, are of whatever it leans on.
    """
    pages = ibid.kind == "work" and set(ibid.fields) == {"work", "pages"}
    unnamed = _UNNAMED.search(ibid.raw) is not None
    return pages and above.kind == "archive" and (unnamed or _SHEETS.search(above.raw) is not None)


def _of_archive(ibid: Citation) -> Citation:
    fields: dict[str, FieldValue] = {
        "archive": None,
        "archive_as_cited": None,
        "fond": None,
        "opis": None,
        "delo": (),
        "listy": tuple(str(ibid.fields["pages"]).split(",")),
    }
    return Citation(ibid.span, ibid.raw, "archive", "ibid", (), MappingProxyType(fields), "dangling")


def _same_work(citation: Citation, parent: Citation) -> Citation:
    own = {name: value for name, value in citation.fields.items() if value is not None}
    volume = {name: value for name, value in parent.fields.items() if name not in ("pages", "date") or name in own}
    if citation.form == "continued":
        volume = {"work": parent.fields.get("work")}
    fields: dict[str, FieldValue] = {**volume, **own}
    fields = {name: fields[name] for name in ("work", *LOCATORS) if name in fields}
    state = "malformed" if state_of(own) == "malformed" else parent.state
    return Citation(
        citation.span, citation.raw, "work", citation.form, (work_id(fields),), MappingProxyType(fields), state
    )
