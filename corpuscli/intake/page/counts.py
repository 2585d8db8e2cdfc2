"""Whether the words around a number make it an amount, a date or a reference, and no footnote marker."""

from __future__ import annotations

import re

from corpuscli.data.pages import matches
from corpuscli.text.later import later

_BEFORE = re.compile(r"((?:[^\W\d_]+['’])?[^\W\d_]+)\.?$")
_INITIALS = re.compile(r"(?:^|\s)(?:[A-ZА-ЯЁ]\.\s?){2,}$")
_OTHER_MARK = re.compile(r"[!?…)\]\"”»*]$")
_AFTER = re.compile(r"\s*([^\W\d_][\w.']*)")
_PLURAL_OF_MANY = 2
"""From this number on, a noun that follows stands in the plural."""
_SURE = 3.0
_NEAR = 100
"""How far back the word before a number is looked for: lines may be as long as files."""


def is_count(text: str, start: int, end: int, weight: float) -> bool:
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
        goes_on = after is not None and after[1][0].islower() and not text[end].isalpha()
        counted = matches("counts", before[1]) and not _is_told(head, before) and not _ENDED.fullmatch(before[0])
        if (counted and not (after is None and _MANY_THINGS.fullmatch(before[1]))) or (
            goes_on and matches("quantity", before[1])
        ):
            return True
    named = _MONTH_AFTER.match(text[end : end + 20])
    if named and matches("month", named[1]) and not _OTHER_MARK.search(head):
        return True
    one_thing = after is not None and text[start:end] != "1" and _ONE_THING.fullmatch(after[1])
    return bool(after and not one_thing and after[1][0].islower() and matches("unit", after[1].rstrip(".")))


_ONE_THING = later(r"letter|telegram|member|train|wagon|car|gun|copy|page")
"""Things in the singular that only one can be counted of: ``Vasily's 2 letter`` is no amount."""
_YEAR_AFTER = later(r"\s?,\s?1[5-9]\d\d\b")
_YEAR = len(" , 1921.")
_TOLD = re.compile(
    r"\b(?:the|this|that|these|those|our|your|his|her|their|its|my|a|an|\d+(?:st|nd|rd|th)?)\s+$", re.IGNORECASE
)
_NOUN = 4
_ENDED = later(r"(?!sept|chap|prot)[^\W\d_]{4,}\.", re.IGNORECASE)
"""A word at a sentence's end, which no full stop shortens: ``quarrelling about rooms.2 I ask``."""
_MANY_THINGS = later(r"(?!pages|notes|items)[a-z]{4,}s")
"""Things counted that no number stands after at a sentence's end: ``quarrelling about rooms 3.``."""


def _is_told(head: str, before: re.Match[str]) -> bool:
    """Whether an article makes the word before a number a thing, not a count: ``The note 1 was handed over``."""
    noun = before[1].islower() and len(before[1]) >= _NOUN and not matches("month", before[1])
    return noun and _TOLD.search(head[: before.start()]) is not None


def _is_named(head: str, before: re.Match[str]) -> bool:
    """Whether a name stands before a number, and no preposition makes a place of it: ``In Petrograd 5 shops``."""
    above = _BEFORE.search(head[: before.start()].rstrip())
    named = before[1][0].isupper() and len(before[1]) >= _NOUN and not before[0].endswith(".")
    return bool(named and not matches("quantity", before[1]) and not (above and matches("governs", above[1])))


_MANY = later(r"^[а-яё]+(?:[аяыи]|[оеё][вйк]|лет)$")
_MONTH_AFTER = later(r"\.?\s+([^\W\d_]+)")


def _plural(text: str, start: int, end: int, label: str) -> float:
    after = _AFTER.match(text, end)
    if not after or not label.isdigit() or int(label) < _PLURAL_OF_MANY:
        return 0.0
    word = after[1]
    if _MANY.search(word):
        return -0.7  # две роты, 5 полков
    head = text[max(0, start - _NEAR) : start].rstrip()
    before = _BEFORE.search(head)
    if before and (_is_told(head, before) or _is_named(head, before)):
        return 0.0  # The commission 2 asks, Tukhachevsky 2 asks
    many = word.islower() and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return -1.0 if many and not matches("quantity", word) else 0.0  # was, has


def against(text: str, start: int, end: int, label: str) -> float:
    """Weigh what the words around a number say against its being a marker, 0 or below.

    Args:
        text: The line.
        start: Offset of the number in it (code points).
        end: Offset after it.
        label: The number in digits.
    """
    return _plural(text, start, end, label) + _noun(text, start, end) + _governed(text, start, end)


_APART = re.compile(r"\s[.,;:!?]")


def _governed(text: str, start: int, end: int) -> float:
    """Weigh that a preposition asks for a thing, and a number at the end may be it: ``5 voted for, against 3.``."""
    if not text[start - 1].isspace() or text[end : end + 1].isalpha() or _APART.match(text, end):
        return 0.0
    before, after = _BEFORE.search(text[max(0, start - _NEAR) : start].rstrip()), _AFTER.match(text, end)
    ends = after is None or after[1][0].isupper()
    return -2.6 if before and ends and matches("governs", before[0]) else 0.0


def _noun(text: str, start: int, end: int) -> float:
    """Weigh that German nouns have capitals: ``mit 12 Gänsen`` is no marker before a sentence."""
    apart = text[start - 1 : start].isspace() and text[end : end + 1].isspace()
    return -1.3 if apart and text[end + 1 : end + 2].isupper() and _GERMAN.search(text) else 0.0


_GERMAN = later(r"[äöüß]|\b(?:und|nicht|ist|sind|ich|der|das|mit|zu)\b")
