"""References to what is near: documents of the edition by number, notes, other letters by date and person."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpuscli.data.references import references
from corpuscli.errors import DateError
from corpuscli.model.citation import Citation, FieldValue
from corpuscli.model.span import Span
from corpuscli.model.values import dataclass
from corpuscli.text.citations.numbers import members

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_RANGE = r"(?:\s?[-–—]\s?\d{1,4})?"
_NUMBERS = rf"(?P<n>\d{{1,4}}[a-zа-я]?{_RANGE}(?:(?:,\s?|\s(?:and|и|und)\s)\d{{1,4}}{_RANGE}(?!\w)){{0,12}})(?!\w)"
_MONTH = r"[A-Za-zА-Яа-яёäéû]{3,9}"
_YEAR = r"(?:1[6-9]|20)\d\d(?!\d)"
_DATE = (
    rf"(?P<date>\d{{1,2}}(?:st|nd|rd|th|-го|\.)?\s(?:of\s)?{_MONTH}\.?(?:,?\s{_YEAR})?"
    rf"|[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,?\s{_YEAR})?"
    rf"|\d{{1,2}}[./]\s?(?:[IVX]{{1,4}}(?!\w)|\d{{1,2}}(?=[./-]\d))(?:[./-]\s?\d{{2,4}}|\s{_YEAR})?)(?!\w)"
)
_NAME = r"(?:[A-ZА-ЯЁ]\.\s?){0,3}[A-ZА-ЯЁ][a-zа-яё]\w{0,30}(?:-[A-ZА-ЯЁ]\w{1,30})?"
_REACH = 90
"""How far before an anchor a reference may begin, in code points."""
_BEHIND = {"letter": 200, "note": 30, "document": 30}
"""How far behind an anchor the first number may stand."""
_WORD = re.compile(r"(?<!\w)\w")
_DIGIT = re.compile(r"[0-9]")
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
    """A form with the words that anchor it; its pattern is built when an anchor is met."""

    kind: str
    anchors: tuple[str, ...]
    form: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """What the form looks like."""
        return _pattern(self.form)


@cache
def forms() -> tuple[Form, ...]:
    """Return the forms of the built-in rows, ready to be matched."""
    return tuple(Form(row.kind, row.anchors, row.form) for row in references())


@cache
def _pattern(form: str) -> re.Pattern[str]:
    number = r"(?P<document>\d{1,4})(?!\w)"
    for mark, words in (("{n}", _NUMBERS), ("{date}", _DATE), ("{name}", _NAME), ("{doc}", number)):
        form = form.replace(mark, words)
    return re.compile(form.replace(r"\d", "[0-9]"))  # as _DIGIT: the digits of other scripts number nothing here


def find_references(text: str) -> list[Citation]:
    """Find references to documents, notes and letters; what they point to is the resolver's to say.

    >>> [(c.raw, dict(c.fields)) for c in find_references("I have your letter of March 9.")]
    [('your letter of March 9', {'type': 'letter', 'date': 'XXXX-03-09', 'person': 'you'})]
    """
    found: list[Citation] = []
    anchors = {anchor for form in forms() for anchor in form.anchors}
    places = {anchor: list(_places(text, anchor)) for anchor in anchors}
    for form in forms():
        for start, end in _windows(text, form, places):
            found += read_window(text, form, start, end)
    return apart(found)


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


def apart(found: list[Citation]) -> list[Citation]:
    """Keep what begins first, the longest of those, and nothing that meets it."""
    kept: list[Citation] = []
    for citation in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or citation.span.start >= kept[-1].span.end:
            kept.append(citation)
    return kept


def _windows(text: str, form: Form, places: Mapping[str, list[int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches before anchors that have a number soon behind them, those that meet as one."""
    low = high = -1
    for place in sorted(place for anchor in form.anchors for place in places[anchor]):
        if _DIGIT.search(text, place, place + _BEHIND[form.kind]) is None:
            continue
        if place - _REACH > high:
            if high >= 0:
                yield max(low, 0), high
            low = place - _REACH
        high = place + 1
    if high >= 0:
        yield max(low, 0), high


def _places(text: str, anchor: str) -> Iterator[int]:
    if anchor[0] not in text:  # one letter is found sooner than a word, and most texts are of one script
        return
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
