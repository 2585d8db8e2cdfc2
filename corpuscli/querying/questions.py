"""What can be asked of a letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpuscli.errors import UsageError
from corpuscli.model.values import dataclass
from corpuscli.querying.judging import Unindexed, ValueTest, quoted, sure
from corpuscli.querying.patience import found
from corpuscli.querying.tree import Condition, Verdict
from corpuscli.store.index.folds import PARTY_KEYS
from corpuscli.store.index.where import UNDATED, between, counted
from corpuscli.text.dates.matching import may_lie, must_lie
from corpuscli.text.folding import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from corpuscli.querying.facts import Facts
    from corpuscli.store.index.index import Index


@dataclass(frozen=True, slots=True)
class Party(ValueTest):
    """Asks for a sender, a recipient or either.

    Args:
        field: from, to or person.
        name: As asked.
        keys: Folded spellings, any of which will do.
        fuzzy: Whether a likeness of 80 in 100 will do.
    """

    field: str
    name: str
    keys: tuple[str, ...]
    fuzzy: bool = False

    @property
    def where(self) -> tuple[str, ...]:
        """The keys whose values are looked at."""
        return {"from": ("senders",), "to": ("recipients",)}.get(self.field, ("senders", "recipients"))

    @property
    def either(self) -> Party:
        """The same name, whether of a sender or of a recipient."""
        return Party("person", self.name, self.keys, self.fuzzy)

    def holds(self, value: str, folded: str) -> bool:  # noqa: ARG002 - the interface of the base class
        """Tell whether a party bears the name."""
        return any(self._bears(folded, key) for key in self.keys)

    def _bears(self, party: str, asked: str) -> bool:
        if self.fuzzy:
            from rapidfuzz import fuzz

            return max(fuzz.ratio(asked, word) for word in (party, *party.split())) >= _ALIKE
        return bears(party, asked)

    def __str__(self) -> str:
        return f"{self.field}:{'~' * self.fuzzy}{quoted(self.name)}"


_ALIKE = 80


def bears(party: str, asked: str) -> bool:
    """Tell whether the words asked for all stand in a party's folded name.

    >>> bears("g v chicherin", "chicherin"), bears("l b kamenev", "s s kamenev")
    (True, False)
    """
    return bool(asked) and set(asked.split()) <= set(party.split())


@dataclass(frozen=True, slots=True)
class Days:
    """Asks for letters from the first to the last day, both counted; None leaves an end open.

    ``words`` is how the question was written.
    """

    first: date | None
    last: date | None
    words: str

    def judge(self, facts: Facts) -> Verdict | None:
        """Judge a letter by its date; an undated one is not judged."""
        if facts.date.undated:
            return None
        return Verdict(may_lie(facts.date, self.first, self.last), must_lie(facts.date, self.first, self.last))

    def condition(self, index: Index) -> Condition:  # noqa: ARG002 - the interface of all tests
        """Ask the index; undated letters are not judged."""
        first, last = (day.toordinal() if day else None for day in (self.first, self.last))
        return Condition(between(first, last, must=False), between(first, last, must=True), dated=True)

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Undated:
    """Asks for letters without any date."""

    def judge(self, facts: Facts) -> Verdict:
        """Judge a letter."""
        return sure(facts.date.undated)

    def condition(self, index: Index) -> Condition:  # noqa: ARG002 - the interface of all tests
        """Ask the index."""
        return Condition(UNDATED, UNDATED)

    def __str__(self) -> str:
        return "undated:yes"


@dataclass(frozen=True, slots=True)
class Key(ValueTest):
    """Asks whether a key is there: ``has:place``, or its negation ``missing:place``."""

    key: str

    @property
    def where(self) -> tuple[str, ...]:
        """The key."""
        return (self.key,)

    def holds(self, value: str, folded: str) -> bool:  # noqa: ARG002 - the interface of the base class
        """Any value will do."""
        return bool(value)

    def __str__(self) -> str:
        return f"has:{self.key}"


@dataclass(frozen=True, slots=True)
class Holds(ValueTest):
    """Asks for words in a key's value, or for a whole value where ``whole``; case and accents do not matter.

    A language is also that of any region and script of it: ``de`` is ``de-AT`` too (RFC 4647, basic filtering).
    """

    key: str
    words: str
    whole: bool = False

    @property
    def where(self) -> tuple[str, ...]:
        """The key."""
        return (self.key,)

    def holds(self, value: str, folded: str) -> bool:
        """Tell whether a value holds the words, or is the words."""
        asked = plain_text(self.words)
        folded = plain_text(value) if self.key in PARTY_KEYS else folded
        if self.key == "language":
            return f"{folded}-".startswith(f"{asked}-")
        return folded == asked if self.whole else asked in folded

    def __str__(self) -> str:
        return f"{self.key}:{quoted(self.words)}"


@dataclass(frozen=True, slots=True)
class Pattern(ValueTest):
    """Asks for a regular expression in a key's value."""

    key: str
    pattern: re.Pattern[str]

    @property
    def where(self) -> tuple[str, ...]:
        """The key."""
        return (self.key,)

    def holds(self, value: str, folded: str) -> bool:  # noqa: ARG002 - the interface of the base class
        """Search a value as it stands."""
        return found(self.pattern, value)

    def __str__(self) -> str:
        return f"{self.key}:/{self.pattern.pattern}/"


@dataclass(frozen=True, slots=True)
class Search(Unindexed):
    """Asks for a regular expression in text and notes."""

    pattern: re.Pattern[str]

    def judge(self, facts: Facts) -> Verdict:
        """Judge a letter."""
        return sure(found(self.pattern, facts.letter.source, facts.letter.body.start))

    def __str__(self) -> str:
        return f"match:/{self.pattern.pattern}/"


@dataclass(frozen=True, slots=True)
class Match(Unindexed):
    """Asks for words anywhere in text and notes; case and accents do not matter."""

    words: str

    def judge(self, facts: Facts) -> Verdict:
        """Judge a letter."""
        return sure(plain_text(self.words) in facts.body)

    def __str__(self) -> str:
        return f"match:{quoted(self.words)}"


_COMPARE: dict[str, Callable[[int, int], bool]] = {
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    "=": lambda a, b: a == b,
}


@dataclass(frozen=True, slots=True)
class Words:
    """Compares the number of words of the text."""

    sign: str
    number: int

    def judge(self, facts: Facts) -> Verdict:
        """Judge a letter."""
        return sure(_COMPARE[self.sign](facts.words, self.number))

    def condition(self, index: Index) -> Condition:  # noqa: ARG002 - the interface of all tests
        """Ask the index."""
        found = counted(self.sign, self.number)
        return Condition(found, found)

    def __str__(self) -> str:
        return f"words:{self.sign}{self.number}"


def words_test(value: str) -> Words:
    """Read ``>500``.

    Raises:
        UsageError: No comparison of a number.
    """
    found = re.fullmatch(r"(>=|<=|>|<|=?)\s*(\d{1,9})", value)
    if found is None:
        raise UsageError(f"words:{value}: compare a number, as words:>500")
    return Words(found[1] or "=", int(found[2]))
