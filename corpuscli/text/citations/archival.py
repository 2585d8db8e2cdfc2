"""Archival citations: fond, opis, delo, list and the repository that holds them."""

from __future__ import annotations

import re
import string
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.model.values import dataclass
from corpuscli.text.citations.broken import lost_fond, read_broken
from corpuscli.text.citations.holders import OF_STATE, known_name, name_at_end
from corpuscli.text.citations.marks import LEVELS, Chain, read_chain
from corpuscli.text.citations.repositories import Repositories, unknown_id
from corpuscli.text.later import later

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_AFTER_SLASH = later(
    r"\s?/\s?((?:Госархив|ГА|Державний архів|State Archive of)\s[А-ЯЁA-Z][\w-]+(?:\s(?:обл(?:асти)?|oblast))?"
    rf"|(?:[A-ZА-ЯЁ]{{3,}}|ГА|GA)(?:[\s\xa0](?:{OF_STATE})(?!\w))?)"
)
_NAME_BEHIND = later(
    r"\s?,\s([A-ZА-ЯЁ]{2}[A-Za-zА-Яа-яЁё]*(?:\s(?:RF|РФ|SPb|СПб))?)(?!\w|[.,;:]?\s?(?:[FfФф]|fond|фонд|Op|op|оп|Оп)\.?\s?\d)"
)
"""A repository behind its numbers, which no other numbers follow."""
_GAP = string.whitespace + "\xa0\x85\u2028\u2029\u202f\u2009.,;:–—-"
_IBID = re.compile(r"(?<!\w)(?:[Тт]ам\sже|Ibid(?:em)?|ibid(?:em)?|In\sthe\ssame\splace|[Ee]benda|[Ee]bd)\.?$")
_ENDS_IBID = frozenset("едmdea")
"""The last letters of the words for ibid, without a full stop."""
_ALSO = r"(?:[,;]|\s[–—-])\s(?:[аи]\s)?(?:(?:см|see|siehe|vgl|cf)\.?\s)?(?:также|also|and\salso|sowie|auch)\s"
_GOES_ON = re.compile(rf"{_ALSO}|\.?\s?;\s?(?:и\s|and\s)?|,?\s(?:and|и|und)\s|,\s|\.[ \xa0](?:[–—-]\s)?")
_WHOLE = frozenset({"fond", "opis", "delo"})
_WORDS_BETWEEN = re.compile(r"[;,]\s[a-zа-яё–—][^.;()\n]{1,50}(?<=[\s(:])$")
_CAPITALS = re.compile(r"[A-ZА-ЯЁ]{2}")
"""Words of the same sentence between a citation and whole marks, none of them a repository: ``; a copy is in f. 2``."""
_LONGEST_BETWEEN = 60
_LONGEST_IBID = 24
_AGAIN = re.compile(r"([^\W\d_]{1,4})\.? ?[0-9]{1,6}[.,;–-]? ?\1\.? ?[0-9]")
"""A mark that is said again right behind its number: the first stands alone, and is none without a name before it."""
_NEAR = 8
_REACH = 160
"""How far before the first mark a repository's name may begin, in code points."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Where the locators are held: a name as cited, or what the citation leans on."""

    start: int
    cited: str | None = None
    form: str = "full"
    broken: bool = False


def find_archival(
    text: str,
    known: Repositories,
    following: Callable[[str, int], int | None],
    reading: Callable[[str, int], Chain | None] = read_chain,
) -> list[Citation]:
    """Find the archival citations of a text, those that lean on another one without their parents.

    Args:
        text: Any text.
        known: The archives in use.
        following: Returns where the next mark at or behind a place begins, or None.
        reading: Reads the marks that begin at a place.
    """
    found: list[Citation] = []
    done = 0
    mark = following(text, 0)
    while mark is not None:
        far = not found or mark - done > _REACH
        if far and _numbered(text, mark, known) and _AGAIN.match(text, mark) is not None:
            mark = following(text, mark + 1)
            continue
        chain = reading(text, mark)
        holder = _holder(text, chain, done, found, known) if chain is not None else None
        citation = _citation(text, chain, holder, known) if chain is not None else None
        place = mark + 1
        if citation is not None:
            found.append(citation)
            place = done = citation.span.end
        mark = following(text, place)
    return found


def _numbered(text: str, mark: int, known: Repositories) -> bool:
    """Tell whether a number stands before a mark: then no name does, which is the commonest case."""
    return not known.numbered and text[max(0, mark - _NEAR) : mark].rstrip(_GAP)[-1:].isdigit()


def _holder(text: str, chain: Chain, done: int, found: list[Citation], known: Repositories) -> Holder | None:
    """Look before the first mark for what holds the locators."""
    start = chain.span.start
    low = max(done, start - _REACH)
    stem = text[low:start].rstrip(_GAP)
    last = stem[-1:]
    ibid = _IBID.search(stem, max(0, len(stem) - _LONGEST_IBID)) if last in _ENDS_IBID else None
    if ibid is not None:
        return Holder(low + ibid.start(), None, "ibid")
    broken = lost_fond(stem) if chain.first == 1 else None
    if broken is not None:
        stem = stem[:broken].rstrip(_GAP)
    name = None
    if stem and (known.numbered or not last.isdigit()):
        name = name_at_end(stem, known, bracketed=len(chain.numbers) > 1)
    if name is not None:
        return Holder(low + name[0], stem[name[0] : name[1]], broken=broken is not None)
    return _going_on(text, chain, done) if found and found[-1].span.end == done else None


def _going_on(text: str, chain: Chain, done: int) -> Holder | None:
    """Tell whether marks go on with the archive of the citation that ends at ``done``."""
    start = chain.span.start
    if start - done < _LONGEST_BETWEEN and chain.numbers.keys() >= _WHOLE:
        between = _WORDS_BETWEEN.match(text, done, start)
        if between is not None and not _CAPITALS.search(text, done, start):
            return Holder(start, None, "continued")
    goes_on = _GOES_ON.match(text, done, start)
    if goes_on is None or not _may_go_on(goes_on[0], chain):
        return None
    if goes_on.end() == start:
        return Holder(start, None, "continued")
    lost = read_broken(text, goes_on.end())
    if lost is not None and not text[lost[1] : start].strip(_GAP):
        return Holder(goes_on.end(), None, "continued", broken=True)
    return None


def _may_go_on(between: str, chain: Chain) -> bool:
    """Tell whether marks go on with the archive of the citation right before: behind a full stop only whole ones do."""
    if between == ", ":
        return LEVELS[chain.first] in ("opis", "delo")
    return ";" in between or between[0] != "." or chain.numbers.keys() >= _WHOLE


def _citation(text: str, chain: Chain, holder: Holder | None, known: Repositories) -> Citation | None:
    span, numbers = chain.span, chain.numbers
    cited: str | None = None
    form = "full"
    if holder is not None:
        span, cited, form = Span(holder.start, span.end), holder.cited, holder.form
    elif (first := chain.first) == 0 and (slash := _AFTER_SLASH.match(text, span.end)) is not None:
        span, cited = Span(span.start, slash.end(1)), slash[1]
    elif first == 0 and (behind := _NAME_BEHIND.match(text, span.end)) is not None and known.id_of(behind[1]):
        span, cited = Span(span.start, behind.end(1)), behind[1]
    elif first > 0 or len(numbers) < 3:  # noqa: PLR2004 - fond, opis, delo: less may be anything
        return None
    id_ = None if cited is None else known_name(cited, known)
    if cited is not None and id_ is None and len(numbers) < 2:  # noqa: PLR2004 - some capitals and one number
        return None
    fond, opis = numbers.get("fond"), numbers.get("opis")
    fields: dict[str, FieldValue] = {
        "archive": None if cited is None else id_ or unknown_id(cited),
        "archive_as_cited": cited,
        "fond": fond[0] if fond else None,
        "opis": opis[0] if opis else None,
    }
    if "papka" in numbers:
        fields["papka"] = numbers["papka"][0]
    if chain.volume:
        fields["volume"] = chain.volume
    fields["delo"], fields["listy"] = numbers.get("delo", ()), numbers.get("listy", ())
    state = "resolved" if id_ else "dangling" if form != "full" else "unresolved"
    if chain.broken or (holder is not None and holder.broken):
        state = "malformed"
    ids = ids_of(fields) if form == "full" else ()
    raw = text[span.start : span.end]
    return Citation(span, raw, "archive", form, ids, MappingProxyType(fields), state, (), chain.repairs)


def ids_of(fields: Mapping[str, FieldValue]) -> tuple[str, ...]:
    """Return the canonical ids of an archival citation, one per file: a missing level between others is ``-``.

    A volume of a file is a file by itself, as ``archive:RGVA/25883/3/1;vol=2/7``: its leaves are numbered anew.
    """
    head = f"archive:{fields['archive'] or '?'}/{fields['fond'] or '-'}/{fields['opis'] or '-'}"
    files, leaves = fields["delo"], ",".join(fields["listy"] or ())
    if files:
        behind = f"/{leaves}" if leaves else ""
        if fields.get("volume"):
            behind = f";vol={fields['volume']}{behind}"
        if len(files) == 1:
            return (f"{head}/{files[0]}{behind}",)
        return tuple([f"{head}/{file}{behind}" for file in files])
    if leaves:
        return (f"{head}/-/{leaves}",)
    while head.endswith("/-"):
        head = head[:-2]
    return (head,)


def inherit(citation: Citation, parent: Citation | None) -> Citation:
    """Give a citation what stands left of its first member in the one it leans on, if any, and its ids."""
    fields, state = dict(citation.fields), citation.state
    if parent is not None:
        _fill(fields, parent.fields)
        state = state if state == "malformed" else parent.state
    return Citation(
        citation.span,
        citation.raw,
        "archive",
        citation.form,
        ids_of(fields),
        MappingProxyType(fields),
        state,
        (),
        citation.repairs,
    )


def _fill(fields: dict[str, FieldValue], above: Mapping[str, FieldValue]) -> None:
    fields["archive"] = above.get("archive")
    for level in LEVELS:
        if fields.get(level):
            if level == "listy" and "volume" in above:
                fields["volume"] = above["volume"]
            return
        if level in above:
            fields[level] = above[level]
