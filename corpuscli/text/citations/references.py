"""References to what is near: documents of the edition by number, notes, other letters by date and person."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.data.references import references
from corpuscli.errors import DateError
from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.model.values import dataclass
from corpuscli.text.citations.numbers import members
from corpuscli.text.citations.wording import century_left_open, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_REACH = 150
"""How far before an anchor a reference may begin, in code points."""
_BEHIND = {"letter": 220, "note": 40, "document": 40}
"""How far behind the beginning of an anchor the number or day may stand."""
_WORD = re.compile(r"(?<!\w)\w")
_PARTIES = (("sender", "by", "person"), ("recipient", "to", "toward"))
"""The groups of a form that name the writer, and those that name whom he wrote to, before or behind the day."""
_PERSONS = {
    "you": "your votre ta ton ihr dein ваш ваше ваша вашего вашей вашу вашему вашем вашим твое твоё твоя",
    "I": "my ma mon mein мое моё моя моего моей мою моему моем моим",
    "we": "our notre unser наш наше наша нашего нашей нашу нашему нашем нашим",
    "he": "his sa son sein его",
    "she": "her её ее",
    "they": "their leur",
}
_PERSON = {word: person for person, words in _PERSONS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Form:
    """A form with the words that anchor it and those that lead to its number; its pattern is built when it is met."""

    kind: str
    anchors: tuple[str, ...]
    leads: tuple[str, ...]
    form: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """What the form looks like."""
        return _pattern(self.form)


@cache
def forms() -> tuple[Form, ...]:
    """Return the forms of the built-in rows, ready to be matched."""
    return tuple(Form(row.kind, row.anchors, row.leads, row.form) for row in references())


@cache
def _pattern(form: str) -> re.Pattern[str]:
    for mark, meant in words():
        form = form.replace(mark, meant)
    return re.compile(form.replace(r"\d", "[0-9]"))  # the digits of other scripts number nothing here


def find_references(text: str, led: Sequence[tuple[int, str]], archival: Sequence[Citation] = ()) -> list[Citation]:
    """Find references to documents, notes and letters; what they point to is the resolver's to say.

    Args:
        text: Any text.
        led: Where numbers begin behind leads, ascending, with the leads.
        archival: Citations, in the order of the text, which references do not meet.

    >>> [dict(c.fields) for c in find_references("I have your letter of March 9.", [(28, "of {month}")])]
    [{'type': 'letter', 'date': 'XXXX-03-09', 'person': 'you'}]
    """
    if not led:
        return []
    windows: dict[int, list[tuple[int, int]]] = {}
    every, answering = forms(), _by_lead()
    for place, lead in led:
        for which in answering[lead]:
            form = every[which]
            behind = _BEHIND[form.kind]
            near = text[max(0, place - behind) : place]
            anchors = [near.rfind(anchor) for anchor in form.anchors if anchor in near]
            if anchors:
                low = place - len(near)
                _widen(windows.setdefault(which, []), max(0, low - _REACH), low + max(anchors) + 1)
    each = ((every[which], place) for which, places in windows.items() for place in places)
    found = [one for form, (start, end) in each for one in read_window(text, form, start, end)]
    return apart(found, archival)


@cache
def _by_lead() -> dict[str, list[int]]:
    """Return which forms each lead leads to, counted from 0."""
    answering: dict[str, list[int]] = {}
    for which, form in enumerate(forms()):
        for lead in form.leads:
            answering.setdefault(lead, []).append(which)
    return answering


def _widen(windows: list[tuple[int, int]], start: int, end: int) -> None:
    """Add a stretch that begins no sooner than the last one, which it joins where they meet."""
    if windows and start <= windows[-1][1]:
        start, end = windows[-1][0], max(end, windows.pop()[1])
    windows.append((start, end))


def read_window(text: str, form: Form, start: int, end: int) -> Iterator[Citation]:
    """Yield the references of one form that begin between ``start`` and ``end``."""
    done, pattern = start, form.pattern
    for word in _WORD.finditer(text, start, end):
        match = pattern.match(text, word.start()) if word.start() >= done else None
        if match is None:
            continue
        done = match.end()
        citation = read_reference(text, form.kind, match)
        if citation is not None:
            yield citation


def apart(found: list[Citation], archival: Sequence[Citation]) -> list[Citation]:
    """Keep what begins first, the longest of those, and nothing that meets it or one of ``archival``."""
    kept: list[Citation] = []
    starts = [one.span.start for one in archival] if found else []
    for citation in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        span, before = citation.span, bisect_left(starts, citation.span.end)
        clear = not before or archival[before - 1].span.end <= span.start
        if clear and (not kept or span.start >= kept[-1].span.end):
            kept.append(citation)
    return kept


def read_reference(text: str, kind: str, match: re.Match[str]) -> Citation | None:
    """Make a citation of what a form matched; None where its date is none."""
    groups = match.groupdict()
    cited = "cited" if groups.get("cited") else 0
    span = Span(*match.span(cited))
    fields: dict[str, FieldValue] = {}
    if kind == "letter":
        date = _edtf(groups["date"])
        if date is None:
            return None
        fields["type"], fields["date"] = groups["type"].lower(), date
        person, recipient = (next((groups[key] for key in keys if groups.get(key)), None) for keys in _PARTIES)
        if person:
            fields["person"] = _person(person)
        if recipient:
            fields["recipient"] = recipient
        if groups.get("number"):
            fields["number"] = groups["number"]
        ids: tuple[str, ...] = (f"letter:?;date={date}",)
    else:
        numbers = members(groups["n"])
        fields["number"] = numbers
        document = groups.get("document") or ("?" if groups.get("elsewhere") is not None else None)
        if document:
            fields["document"] = document  # "?" is a letter named by its day: its note is none of the citing letter's
        within = f"document:{document};" if document else ""
        ids = tuple(f"{within}{kind}:{number}" for number in numbers)
    return Citation(span, span.of(text), kind, "full", ids, MappingProxyType(fields), "unresolved")


def _person(word: str) -> str:
    folded = word.lower()
    return _PERSON.get(folded) or _PERSON.get(re.sub(r"e[nmrs]?$", "", folded)) or word


def _edtf(words: str) -> str | None:
    """Return a day as EDTF; the century of a year of two digits is left to the resolver, who knows the letter's own."""
    from corpuscli.text.dates import parse_printed

    words = words.rstrip(".")
    open_ = century_left_open(words)
    try:
        found = parse_printed(words if open_ is None else open_[0]).edtf
    except DateError:
        return None
    return found if open_ is None else found.replace("XXXX", f"XX{open_[1]}", 1)
