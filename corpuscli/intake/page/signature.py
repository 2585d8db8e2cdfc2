"""Who signed: settles broken headers, and stands in for one that is not there."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.pages import matches, pattern
from corpuscli.intake.page.candidates import candidates
from corpuscli.intake.page.parties import NAME, split_parties
from corpuscli.text.later import later

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from corpuscli.intake.page.lines import Line

_SIGNED = 3
"""How many lines from the end may hold the signature."""
_LONGEST = 90
_NAME = later(NAME)
_CAPITALS = later(r"[A-ZА-ЯЁ][A-ZА-ЯЁ'’-]{2,}(?:\s*,\s*[A-ZА-ЯЁ][A-ZА-ЯЁ'’-]{2,})*")
_WORDS = later(r"[A-ZА-ЯЁ][\w'’-]+(?:\[\w+\])?(?:\s*,\s*[A-ZА-ЯЁ][\w'’-]+)*")
_INITIALS = later(r"(?:^|\s)((?:[A-ZА-ЯЁ]\.\s?){2,3})$")
_FULL = later(
    r"[A-ZА-ЯЁÄÖÜÉ][\w'’-]+(?:\s[A-ZА-ЯЁÄÖÜ]\.)?(?:\s(?:von|van|de|der|zu|du))*(?:\s[A-ZА-ЯЁÄÖÜÉ][\w'’-]+){1,2}"
)
"""A name in full, as the whole of a line."""
_LAST_WORD = re.compile(r"[^\W\d_][\w'’-]*$")


_INITIALS_LAST = re.compile(r"(?<=\w)(?:\s[A-ZА-ЯЁ]\.(?:\s?[A-ZА-ЯЁ]\.)*)$")


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"^.*?\b{pattern('closing')}\b[\s,.:!]*", re.IGNORECASE)


def signatures(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines at a text's end that look like a signature, the last one first."""
    return tuple(line for line in reversed(lines[-_SIGNED:]) if len(line.text) <= _LONGEST)


def last_words(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the few words after the last sentence of a text whose last line is long: ``I hug you. Mikhail Tomsky``."""
    last = lines[-1] if lines else None
    stops = [*_SENTENCE_ENDS.finditer(last.text[-_LONGEST:])] if last and len(last.text) > _LONGEST else []
    return (last.part(len(last.text) - _LONGEST + stops[-1].end()),) if last and stops else ()


_SENTENCE_ENDS = re.compile(r"[^\W\d_]{2}(?:[.!?…]|\s?\d{1,2}\s?\.)\s+")


def signed_by(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the names in the signature, as printed, without closing words, office and marker.

    >>> from corpuscli.intake.page.lines import split_lines
    >>> [n.text for n in signed_by(split_lines("People's Commissar - Antonov-Ovseenko."))]
    ['Antonov-Ovseenko']
    >>> [n.text for n in signed_by(split_lines("Pre-revolutionary military council TROTSKY 2 ."))]
    ['TROTSKY']
    """
    for line in signatures(lines):
        names = _names(_unmarked(line))
        if names:
            return names
    for line in signatures(lines):
        initials = _INITIALS.search(line.text)
        if initials:
            return (line.part(initials.start(1)),)
    return ()


def _unmarked(line: Line) -> Line:
    marks = [found.mark for found in candidates(line)]
    if marks and not line.text[marks[-1].end - line.start :].strip(" .,"):
        line = line.part(0, marks[-1].start - line.start)
    return line.without_tail(".,")


def _names(line: Line) -> tuple[Line, ...]:
    if line.text.startswith("[") and line.text.endswith("]"):
        line = line.part(1, -1)
    closed = _closing().match(line.text)
    rest = line.part(closed.end()) if closed else line
    rest = rest.trimmed("[]")
    dash = [*re.finditer(r"\s[-–—]\s", rest.text)]
    rest = rest.part(dash[-1].end()) if dash else rest
    initials = [*_NAME.finditer(rest.text)]
    if initials:
        return tuple(rest.part(*found.span()) for found in initials)
    if _FULL.fullmatch(rest.text) and not matches("greeting", rest.text.split()[0]):
        return (rest,)
    for form in (_CAPITALS, _WORDS):
        found = [*form.finditer(rest.text)]
        if (
            found
            and not rest.text[found[-1].end() :].strip("[] .")
            and (form is _CAPITALS or found[-1].start() == 0 or closed)
        ):
            parts = split_parties(rest.part(*found[-1].span()))
            return tuple(part for part in parts if not matches("place", part.text))
    return ()


def surname(party: str) -> str:
    """Return the word by which a party is known: its last, without case."""
    bare = _INITIALS_LAST.sub("", party)
    found = _LAST_WORD.search((bare or party).rstrip(" .])"))
    return found[0].casefold() if found else ""


def signs(party: str, lines: Iterable[Line]) -> bool:
    """Tell whether a party's surname stands in one of these lines, spelt nearly so."""
    wanted = surname(party)
    words = [
        word.casefold().replace("[", "").replace("]", "")
        for line in lines
        for word in re.findall(r"[^\W\d_][\w'’\[\]-]*", line.text)
    ]
    if not wanted or not words or wanted in words:
        return bool(wanted) and bool(words)
    return any(_likeness(wanted, word) >= _NEARLY for word in words)


def _likeness(one: str, other: str) -> float:
    """Return how much two words are alike, 0 to 100, as rapidfuzz's ``ratio`` does: to import it costs a bare Python.

    >>> round(_likeness("ordzhonikidze", "ordzhonidze"))
    92
    """
    total = len(one) + len(other)
    if 200 * min(len(one), len(other)) < _NEARLY * total:
        return 0.0
    row = [0] * (len(other) + 1)
    for mark in one:
        before = 0
        for at, theirs in enumerate(other, 1):
            before, row[at] = row[at], before + 1 if mark == theirs else max(row[at], row[at - 1])
    return 200 * row[-1] / total


_NEARLY = 82
"""Likeness (0-100) at which two spellings of a surname are one, as Ordzhonikidze and Ordzhonisky are not."""
