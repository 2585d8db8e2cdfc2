"""Where a footnote marker may stand in a line of the text: every gluing, each with how much it looks like one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpuscli.data.pages import matches, pattern, value_of
from corpuscli.model.values import dataclass
from corpuscli.text.late import Late

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from corpuscli.intake.page.lines import Line

SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_PLURAL_OF_MANY = 2
"""From this number on, a noun that follows stands in the plural."""


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
        (r"(?<=\b1[89]\d\d\.)(?P<n>\d{1,2})(?=\s)", 1.5),  # in 1919.4 .
        (r"(?<=[^\d\s][.!?…])\s?(?P<n>\d{1,2})(?=\s+[.,;:])", 3.0),  # word.1 .
        (r"(?<=[^\W\d_][.!?…])(?P<n>\d{1,2})(?=\s|$)", 2.2),  # word.1 Word
        (r"(?<=[^\W\d_][,;:])(?P<n>\d{1,2})(?=\s+[^\W\d])", 1.2),  # word,1 word
        (r"(?<=[.!?…\d][)\]\"”»])\s?(?P<n>\d{1,2})(?=[\s.,;]|$)", 2.2),  # [...] 1 word
        (r"(?<=[!?…])\s(?P<n>\d{1,2})(?=\s+[^\W\d]|\s*$)", 2.0),  # word! 1 Word
        (r"(?<=[^\W\dA-ZА-Я_]{2})(?P<n>\d{1,2})(?=[\s.,;:!?)\]\"”»]|$)", 2.2),  # word4
        (r"(?<=[^\W_][)\]\"”»«“])(?P<n>\d{1,2})(?=[\s.,;:!?]|$)", 2.2),  # word)4
        (r"(?<=[)\]\"”»])\s(?P<n>\d{1,2})(?=\s+[^\W\d])", 0.6),  # word) 4 word
        (r"(?<=\S\s)(?P<n>\d{1,2})(?=(?!st|nd|rd|th)[a-zA-Zа-яА-Я]{2,})", 1.6),  # 3he
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
_BEFORE = re.compile(r"([^\W\d_]+)\.?$")
_INITIALS = re.compile(r"(?:^|\s)(?:[A-ZА-ЯЁ]\.\s?){2,}$")
_OTHER_MARK = re.compile(r"[!?…)\]\"”»*]$")
_AFTER = re.compile(r"\s*([^\W\d_][\w.']*)")


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
            if start in taken or _is_count(line.text, start, end, weight):
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
                weight + _plural(line.text, start, end, label) + _noun(line.text, start, end),
                line.text[end : end + 1].isalpha(),
            )
    for found in _STARS.finditer(line.text):
        taken[found.start("n")] = Candidate(found["n"], line.part(*found.span("n")), 1.0)
    return tuple(taken[at] for at in sorted(taken))


_LETTER = Late(r"(?<=[”“\"»«)\]!?.…])(?P<n>[a-h])(?=[\s.,;:!?]|$)")
"""The letter of a note to the words of the manuscript, after a quotation or a stop: ``„Landsturm“a``."""


def lettered(line: Line) -> tuple[Candidate, ...]:
    """Return the letters in a line that may be markers, where a note with that letter answers."""
    return tuple(Candidate(found["n"], line.part(*found.span("n")), 1.0) for found in _LETTER.finditer(line.text))


_AFTER_WORD = r"(?<=[^\s\d,;:(\[–—-])"
_LIKE_NOTES = (
    (Late(rf"{_AFTER_WORD}\s?\((?P<n>\d{{1,3}})\)"), "(", 1.5),
    (Late(rf"{_AFTER_WORD}\s?(?P<n>\d{{1,3}})\)(?=[\s.,;:!?]|$)"), ")", 1.5),
    (Late(rf"{_AFTER_WORD}(?P<n>\d{{3}})(?=[\s.,;:!?)\]\"”»]|$)"), "", 2.2),
    (Late(r"(?:\bNo\.?|№)\s?\d{1,5}\s(?P<n>\d{1,2})(?=\s+[^\W\d])"), "", 0.3),
    (Late(r"(?<=[^\W\d_])\s(?P<n>\d{3})(?=[\s.,;:!?)\]\"”»]|$)"), "", 0.3),
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
    """Yield a marker that is glued to a number of the text, where no note answers to the whole: ``not 31 .``.

    >>> from corpuscli.intake.page.lines import Line
    >>> [c.label for c in parted(Line("We need 3 trains, not 31 . None came.", 0), {"1", "2"})]
    ['1']
    """
    for found in _TO_NUMBER.finditer(line.text):
        if found["n"] in labels and found["before"] + found["n"] not in labels:
            yield Candidate(found["n"], line.part(*found.span("n")), 1.0)


_TO_NUMBER = Late(r"(?<![\d.,/-])(?P<before>[1-9]\d?)(?P<n>[1-9])(?=\s+[.,;:!?])")


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


_SURE = 3.0
_NEAR = 100
"""How far back the word before a number is looked for: lines may be as long as files."""


def _is_count(text: str, start: int, end: int, weight: float) -> bool:
    """Whether the words around a number make it an amount, a date or a reference."""
    if text[end : end + 1] == ")" and text.rfind("(", 0, start) <= text.rfind(")", 0, start):
        return True  # 2) second
    if text[start - 1].isalpha() or (weight >= _SURE and not _YEAR_AFTER.match(text[end : end + _YEAR])):
        return False
    head = text[max(0, start - _NEAR) : start].rstrip()
    if head.endswith((":", "№", "#")):
        return True  # Tanks: 3.
    before, after = _BEFORE.search(head), _AFTER.match(text, end)
    if before and not _INITIALS.search(head) and not _OTHER_MARK.search(head):
        goes_on = after is not None and after[1][0].islower()
        counted = matches("counts", before[1]) and not _is_told(head, before) and not _ENDED.fullmatch(before[0])
        if (counted and not (after is None and _MANY_THINGS.fullmatch(before[1]))) or (
            goes_on and matches("quantity", before[1])
        ):
            return True
    named = _MONTH_AFTER.match(text[end : end + 20])
    if named and matches("month", named[1]) and not _OTHER_MARK.search(head):
        return True
    return bool(after and after[1][0].islower() and matches("unit", after[1].rstrip(".")))


_YEAR_AFTER = Late(r"\s?,\s?1[5-9]\d\d\b")
_YEAR = len(" , 1921.")
_TOLD = re.compile(r"\b(?:the|this|that|these|those|our|your|his|her|their|its|my|a|an|\d+)\s+$", re.IGNORECASE)
_NOUN = 4
_ENDED = Late(r"(?!sept|chap|prot)[^\W\d_]{4,}\.", re.IGNORECASE)
"""A word at a sentence's end, which no full stop shortens: ``quarrelling about rooms.2 I ask``."""
_MANY_THINGS = Late(r"(?!pages|notes|items)[a-z]{4,}s")
"""Things counted that no number stands after at a sentence's end: ``quarrelling about rooms 3.``."""


def _is_told(head: str, before: re.Match[str]) -> bool:
    """Whether an article makes the word before a number a thing, not a count: ``The note 1 was handed over``."""
    noun = before[1].islower() and len(before[1]) >= _NOUN and not matches("month", before[1])
    return noun and _TOLD.search(head[: before.start()]) is not None


_MANY = Late(r"^[а-яё]+(?:[аяыи]|[оеё][вйк]|лет)$")
_MONTH_AFTER = Late(r"\.?\s+([^\W\d_]+)")


def _plural(text: str, start: int, end: int, label: str) -> float:
    after = _AFTER.match(text, end)
    if not after or not label.isdigit() or int(label) < _PLURAL_OF_MANY:
        return 0.0
    word = after[1]
    if _MANY.search(word):
        return -0.7  # две роты, 5 полков
    head = text[max(0, start - _NEAR) : start].rstrip()
    before = _BEFORE.search(head)
    if before and _is_told(head, before):
        return 0.0  # The commission 2 asks
    many = word.islower() and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return -1.0 if many and not matches("quantity", word) else 0.0  # was, has


def _noun(text: str, start: int, end: int) -> float:
    """Weigh that German nouns have capitals: ``mit 12 Gänsen`` is no marker before a sentence."""
    apart = text[start - 1 : start].isspace() and text[end : end + 1].isspace()
    return -1.3 if apart and text[end + 1 : end + 2].isupper() and _GERMAN.search(text) else 0.0


_GERMAN = Late(r"[äöüß]|\b(?:und|nicht|ist|sind|ich|der|das|mit|zu)\b")
_LOST = re.compile(r"(?<=[^\W\d_])\s+(?=[.,;](?:\s|$))")


def lost(line: Line) -> tuple[int, ...]:
    """Return where markers seem to be lost: a blank before a full stop or comma, as in ``the word .``."""
    return tuple(line.start + found.start() for found in _LOST.finditer(line.text))
