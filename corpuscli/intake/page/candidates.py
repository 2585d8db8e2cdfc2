"""Where a footnote marker may stand in a line of the text: every gluing, each with how much it looks like one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.pages import matches, pattern, value_of
from corpuscli.intake.page.counts import against, is_count
from corpuscli.model.values import dataclass
from corpuscli.text.later import later

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from corpuscli.intake.page.lines import Line

SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a marker.

    Args:
        label: The number it shows, in digits, or asterisks.
        mark: The number itself.
        weight: How much it looks like a marker; below 0 it needs the company of others.
        glued: Whether the next word is glued to it.
    """

    label: str
    mark: Line
    weight: float
    glued: bool = False


@cache
def _forms() -> tuple[tuple[re.Pattern[str], float], ...]:
    """Each form with its weight; ``n`` is the marker. An earlier form wins over a later one at the same place."""
    word = pattern("numeral")
    end = r"(?=\s*$)"
    forms = (
        (r"(?<=\S)\s*\[(?P<n>\d{1,3})\]", 3.0),  # word[1]
        (r"(?<=\S)\s*(?P<n>[¹²³⁴⁵⁶⁷⁸⁹⁰]+)", 4.0),
        (r"(?<=\S)\s(?P<n>\d{1,2})\s+(?=[.,;:!?])", 3.0),  # word 1 .
        (r"(?<=\b1[89]\d\d)(?P<n>\d)(?=\s)", 1.0),  # in 19194
        (r"(?<=\b1[89]\d\d)\s(?P<n>\d{1,2})(?=[.,;:](?:\s|$)|\s+[A-ZА-ЯЁ]|\s*$)", 0.8),  # in 1919 4.
        (r"(?<=\b1[89]\d\d)\s(?P<n>\d{1,2})(?=\s+[^\W\d])", -0.6),  # in 1919 4 they
        (r"(?<=\b1[89]\d\d\.)(?P<n>\d{1,2})(?=\s)", 1.5),  # in 1919.4 .
        (r"(?<=[^\d\s][.!?…])\s?(?P<n>\d{1,2})(?=\s+[.,;:])", 3.0),  # word.1 .
        (r"(?<=[^\W\d_][.!?…])(?P<n>\d{1,2})(?=\s|$)", 2.2),  # word.1 Word
        (r"(?<=[^\W\d_]\s[.!?…])(?P<n>\d{1,2})(?=\s+[A-ZА-ЯЁ]|\s*$)", 2.0),  # word .1 Word
        (r"(?<=[^\W\d_][,;:])(?P<n>\d{1,2})(?=\s+[^\W\d])", 1.2),  # word,1 word
        (r"(?<=[.!?…\d][)\]\"”»])\s?(?P<n>\d{1,2})(?=[\s.,;]|$)", 2.2),  # [...] 1 word
        (r"(?<=[!?…])\s(?P<n>\d{1,2})(?=\s+[^\W\d]|\s*$)", 2.0),  # word! 1 Word
        (r"(?<=[^\W\dA-ZА-Я_]{2})(?P<n>\d{1,2})(?=[\s.,;:!?)\]\"”»]|$)", 2.2),  # word4
        (r"(?<=[^\W_][)\]\"”»«“])(?P<n>\d{1,2})(?=[\s.,;:!?]|$)", 2.2),  # word)4
        (r"(?<=[)\]\"”»])\s(?P<n>\d{1,2})(?=\s+[^\W\d])", 0.6),  # word) 4 word
        (r"(?<=\S\s)(?P<n>\d{1,2})(?=(?!(?:st|nd|rd|th)\b)[a-zA-Zа-яА-Я]{2,})", 1.6),  # 3he
        (r"(?<=[^\s\d])\s(?P<n>\d{1,2})(?=[.,;:!?)\]\"”»]+(?:\s|$))", 1.5),  # word 1.
        (r"(?<=[^\s\d])\s(?P<n>\d{1,2})(?=\s+(?:»|[-–—]\s+[^\W\d]))", 1.2),  # « word 1 », word 1 - word
        (r"(?<=[^\W\d_])\s?\((?P<n>\d{1,2})\)", -0.3),  # word (1)
        (r"(?<=\d\.)(?P<n>\d{1,2})(?=\s+[A-ZА-ЯЁ]|\s*$)", -0.6),  # on the 8.2
        (rf"(?<=[^\s\d])\s(?P<n>\d{{1,2}}){end}", 2.0),  # Stalin 4
        (r"(?<=[^\s\d])\s(?P<n>\d{1,2})(?=\s+[A-ZА-ЯЁ«“\"])", 1.0),  # word 1 Word
        (r"(?<=[^\s\d])\s(?P<n>\d{1,2})(?=\s+[^\W\d])", -0.3),  # word 1 word
        (rf"(?<=[.!?…\"”»)\]])\s+(?P<n>{word})(?=\s+[A-ZА-ЯЁ\"“«]|\s*[.,;:]|\s*$)", 2.5),  # word! one Word
        (rf"(?<=[^\s\d])\s(?P<n>{word})\s+(?=[.,;:!?])", 2.5),  # word one .
        (rf"(?<=[^\W\d_])(?P<n>(?-i:{word}))(?=\s+[A-ZА-ЯЁ])(?<=\]\w{{3}})", 2.0),
    )
    return tuple((re.compile(form), weight) for form, weight in forms)


_STARS = re.compile(r"(?<=[\w.,;:!?)\]\"”»'’])\s?(?P<n>\*{1,4})(?=[\s.,;:!?)\]\"”»]|$)")


def candidates(line: Line) -> tuple[Candidate, ...]:
    """Return what may be a marker in a line, in its order.

    >>> from corpuscli.intake.page.lines import Line
    >>> [(c.label, c.weight) for c in candidates(Line("The delegation 1 declared. It gave 7 rubles", 0))]
    [('1', -0.3)]
    """
    taken: dict[int, Candidate] = {}
    for form, weight in _forms():
        for found in form.finditer(line.text):
            start, end = found.span("n")
            if start in taken or is_count(line.text, start, end, weight):
                continue
            label = found["n"].translate(SUPERSCRIPTS)
            label = label.lstrip("0") if label.isdigit() else value_of("numeral", label)
            if not label:
                continue
            whole = found.group().strip() if found.group().strip()[0] in "[(" else found["n"]
            begin = line.text.index(whole, found.start())
            mark = line.part(begin, begin + len(whole))
            taken[start] = Candidate(
                label,
                mark,
                weight + against(line.text, start, end, label),
                line.text[end : end + 1].isalpha(),
            )
    for found in _STARS.finditer(line.text):
        taken[found.start("n")] = Candidate(found["n"], line.part(*found.span("n")), 1.0)
    return tuple(taken[at] for at in sorted(taken))


_LETTER = later(r"(?<=[”“\"»«)\]!?.…])(?P<n>[a-h])(?=[\s.,;:!?]|$)")
"""The letter of a note to the words of the manuscript, after a quotation or a stop: ``„Landsturm“a``."""


def lettered(line: Line) -> tuple[Candidate, ...]:
    """Return the letters in a line that may be markers, where a note with that letter answers."""
    return tuple(Candidate(found["n"], line.part(*found.span("n")), 1.0) for found in _LETTER.finditer(line.text))


_AFTER_WORD = r"(?<=[^\s\d,;:(\[–—-])"
_LIKE_NOTES = (
    (later(rf"{_AFTER_WORD}\s?\((?P<n>\d{{1,3}})\)"), "(", 1.5),
    (later(rf"{_AFTER_WORD}\s?(?P<n>\d{{1,3}})\)(?=[\s.,;:!?]|$)"), ")", 1.5),
    (later(rf"{_AFTER_WORD}(?P<n>\d{{3}})(?=[\s.,;:!?)\]\"”»]|$)"), "", 2.2),
    (later(r"(?:\bNo\.?|№)\s?\d{1,5}\s(?P<n>\d{1,2})(?=\s+[^\W\d])"), "", 0.3),
    (later(r"(?<=[^\W\d_])\s(?P<n>\d{3})(?=[\s.,;:!?)\]\"”»]|$)"), "", 0.3),
)
"""Forms that are markers only where a note has that number, printed so: ``word (1)``, ``word 1)``, ``word341``."""


def like_notes(line: Line, printed: Mapping[str, str]) -> Iterator[Candidate]:
    """Yield what is printed as the notes' own numbers are, and may be a marker for that.

    Args:
        line: A line of the text.
        printed: The labels of the notes, each with its number as printed.

    >>> from corpuscli.intake.page.lines import Line
    >>> [c.label for c in like_notes(Line("The debts (1), and for 2) bread", 0), {"1": "(1)", "2": "2."})]
    ['1']
    """
    for form, bracket, weight in _LIKE_NOTES:
        for found in form.finditer(line.text):
            number = printed.get(found["n"], "")
            if _bracket(number) == bracket and number:
                begin = found.start("n") if bracket == "" else found.start()
                yield Candidate(found["n"], line.part(begin, found.end()), weight)


def parted(line: Line, labels: Collection[str]) -> Iterator[Candidate]:
    """Yield a marker that is glued to a number of the text, where no note answers to the whole, or stands behind one.

    >>> from corpuscli.intake.page.lines import Line
    >>> [c.label for c in parted(Line("We need 3 trains, not 31 . None came.", 0), {"1", "2"})]
    ['1']
    >>> [c.label for c in parted(Line("Article 107 2 has been applied in 14 3 cases.", 0), {"2"})]
    ['2']
    """
    for found in _TO_NUMBER.finditer(line.text):
        if found["n"] in labels and found["before"] + found["n"] not in labels:
            yield Candidate(found["n"], line.part(*found.span("n")), 1.0)
    for found in _behind_month().finditer(line.text):
        if found["n"] in labels and matches("begins_sentence", found["next"]):
            yield Candidate(found["n"], line.part(*found.span("n")), 0.0)
    for found in _BEHIND_NUMBER.finditer(line.text):
        if found["n"] in labels and not is_count(line.text, *found.span("n"), 0.0):
            weight = against(line.text, *found.span("n"), found["n"])
            yield Candidate(found["n"], line.part(*found.span("n")), weight - 0.3)


@cache
def _behind_month() -> re.Pattern[str]:
    """A number behind a month, and a sentence whose full stop before it is lost: ``in September 1 The tax``."""
    return re.compile(rf"\b(?i:{pattern('month')})\s(?P<n>\d{{1,2}})\s+(?P<next>[A-Z][a-z]*)\b")


_BEHIND_NUMBER = later(r"(?<![\d.,/:-])(?!1[89]\d\d)\d{1,4}\s(?P<n>\d{1,2})(?=\s+[^\W\d])")
_TO_NUMBER = later(r"(?<![\d.,/-])(?P<before>[1-9]\d?)(?P<n>[1-9])(?=\s+[.,;:!?])")


def _bracket(number: str) -> str:
    return "(" if number.startswith("(") else ")" if number.rstrip(" .:").endswith(")") else ""


@cache
def _amid() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])([^\W\d_]{{1,40}})\s(?P<n>{pattern('numeral')})\s{{1,9}}([^\W\d_]{{1,40}})")


def worded(line: Line) -> tuple[Candidate, ...]:
    """Return the numerals in words amid a sentence: markers that were translated, where notes were so too.

    >>> from corpuscli.intake.page.lines import Line
    >>> [c.label for c in worded(Line("The engineers one are pardoned, only one of them is glad.", 0))]
    ['1']
    """
    found = (
        match for match in _amid().finditer(line.text) if not _counts(match[1]) and not matches("after_one", match[3])
    )
    return tuple(Candidate(value_of("numeral", one["n"]), line.part(*one.span("n")), -0.5) for one in found)


def before_sentences(line: Line) -> tuple[Candidate, ...]:
    """Return the numerals in words that part two sentences, where the full stop is lost.

    >>> from corpuscli.intake.page.lines import Line
    >>> [c.label for c in before_sentences(Line("It lies in pieces one Of us no one The rest met one Ivanov", 0))]
    ['1']
    """
    found = (
        match
        for match in _amid().finditer(line.text)
        if match[3][0].isupper() and matches("begins_sentence", match[3]) and not matches("before_one", match[1])
    )
    return tuple(Candidate(value_of("numeral", one["n"]), line.part(*one.span("n")), 1.0) for one in found)


def _counts(word: str) -> bool:
    return any(matches(kind, word) for kind in ("quantity", "unit", "counts"))


_LOST = re.compile(r"(?<=[^\W\d_])\s+(?=[.,;](?:\s|$))")


def lost(line: Line) -> tuple[int, ...]:
    """Return where markers seem to be lost: a blank before a full stop or comma, as in ``the word .``."""
    return tuple(line.start + found.start() for found in _LOST.finditer(line.text))
