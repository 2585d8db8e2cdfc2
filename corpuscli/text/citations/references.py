"""References to what is near: documents of the edition by number, notes, other letters by date and person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.data.references import references
from corpuscli.errors import DateError
from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.text.citations.numbers import members

if TYPE_CHECKING:
    from collections.abc import Iterator

_RANGE = r"(?:\s?[-–—]\s?\d{1,4})?"
_NUMBERS = rf"(?P<n>\d{{1,4}}[a-zа-я]?{_RANGE}(?:(?:,\s?|\s(?:and|и|und)\s)\d{{1,4}}{_RANGE}(?!\w)){{0,12}})(?!\w)"
_MONTH = r"[A-Za-zА-Яа-яёäéû]{3,9}"
_YEAR = r"(?:1[6-9]|20)\d\d(?!\d)"
_DATE = (
    rf"(?P<date>\d{{1,2}}(?:st|nd|rd|th|-го|\.)?\s(?:of\s)?{_MONTH}\.?(?:,?\s{_YEAR})?"
    rf"|[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s{_YEAR})?"
    rf"|\d{{1,2}}[./]\s?(?:[IVX]{{1,4}}(?!\w)|\d{{1,2}}(?=[./-]\d))(?:[./-]\s?\d{{2,4}}|\s{_YEAR})?)(?!\w)"
)
_NAME = r"(?:[A-ZА-ЯЁ]\.\s?){0,3}[A-ZА-ЯЁ][a-zа-яё]\w*(?:-[A-ZА-ЯЁ]\w+)?"
_REACH = 90
"""How far before an anchor a reference may begin, in code points."""
_PERSONS = {
    "you": "your ihr dein ваш ваше ваша вашего вашей вашу вашему вашем вашим твое твоё твоя",
    "I": "my mein мое моё моя моего моей мою моему моем моим",
    "we": "our unser наш наше наша нашего нашей нашу нашему нашем нашим",
    "he": "his sein его",
    "she": "her её ее",
    "they": "their",
}
_PERSON = {word: person for person, words in _PERSONS.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Form:
    """A form with the words that anchor it."""

    kind: str
    anchors: tuple[str, ...]
    pattern: re.Pattern[str]


@cache
def forms() -> tuple[Form, ...]:
    """Return the forms of the built-in rows, ready to be matched."""
    return tuple(Form(row.kind, row.anchors, _pattern(row.form)) for row in references())


def _pattern(form: str) -> re.Pattern[str]:
    number = r"(?P<document>\d{1,4})(?!\w)"
    for mark, words in (("{n}", _NUMBERS), ("{date}", _DATE), ("{name}", _NAME), ("{doc}", number)):
        form = form.replace(mark, words)
    return re.compile(form)


def find_references(text: str) -> list[Citation]:
    """Find references to documents, notes and letters; what they point to is the resolver's to say.

    >>> [(c.raw, dict(c.fields)) for c in find_references("I have your letter of March 9.")]
    [('your letter of March 9', {'type': 'letter', 'date': 'XXXX-03-09', 'person': 'you'})]
    """
    found: list[Citation] = []
    for form in forms():
        done = 0
        for start, end in _windows(text, form.anchors):
            place = max(start, done)
            while (match := form.pattern.search(text, place, end)) is not None:
                citation = read_reference(text, form.kind, match)
                place = done = match.end()
                if citation is not None:
                    found.append(citation)
    return _apart(found)


def _apart(found: list[Citation]) -> list[Citation]:
    """Keep what begins first, the longest of those, and nothing that meets it."""
    kept: list[Citation] = []
    for citation in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or citation.span.start >= kept[-1].span.end:
            kept.append(citation)
    return kept


def _windows(text: str, anchors: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the stretches around anchors, those that meet as one."""
    places = sorted(place for anchor in anchors for place in _places(text, anchor))
    low = high = -1
    for place in places:
        if place - _REACH > high:
            if high >= 0:
                yield max(low, 0), high
            low = place - _REACH
        high = place + 2 * _REACH
    if high >= 0:
        yield max(low, 0), high


def _places(text: str, anchor: str) -> Iterator[int]:
    place = text.find(anchor)
    while place >= 0:
        yield place
        place = text.find(anchor, place + 1)


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
        person = groups.get("sender") or groups.get("person")
        if person:
            fields["person"] = _person(person)
        fields |= {key: groups[key] for key in ("recipient", "number") if groups.get(key)}
        ids: tuple[str, ...] = (f"letter:?;date={date}",)
    else:
        numbers = members(groups["n"])
        fields["number"] = numbers
        if groups.get("document"):
            fields["document"] = groups["document"]
        within = f"document:{groups['document']};" if groups.get("document") else ""
        ids = tuple(f"{within}{kind}:{number}" for number in numbers)
    return Citation(span, span.of(text), kind, "full", ids, MappingProxyType(fields), "unresolved")


def _person(word: str) -> str:
    folded = word.lower()
    return _PERSON.get(folded) or _PERSON.get(re.sub(r"e[nmrs]?$", "", folded)) or word


def _edtf(words: str) -> str | None:
    from corpuscli.text.dates import parse_printed

    try:
        return parse_printed(words.rstrip(".")).edtf
    except DateError:
        return None
