"""A long passage that stands in another letter, too.

What it does:
    Finds passages of sixty words and more that stand in two letters, letter case, blanks and punctuation aside. Letters
    whose text is the same as a whole are not meant here: duplicate-letter reports them. Nor are lists, clauses of a
    contract, and what is printed at the head of the paper: they are copied on purpose.

Why it is bad:
    A page was pasted under the wrong letter, or one letter was cut off where another begins. It may be right: circular
    letters, enclosures, drafts.

Example:
    ::

        >>> a.txt
        Dear comrade, a decision was made on further assistance to Turkey with money and weapons, provided that it
        respects Soviet interests in Georgia and in the other republics of the Caucasus, where our delegation has
        found many who doubt that the treaty will be kept for longer than the war with Greece makes it useful to both
        of the governments that have signed it in Moscow.
        >>> b.txt
        Another day has gone. A decision was made on further assistance to Turkey with money and weapons, provided that
        it respects Soviet interests in Georgia and in the other republics of the Caucasus, where our delegation has
        found many who doubt that the treaty will be kept for longer than the war with Greece makes it useful to both
        of the governments that have signed it in Moscow.

Use instead:
    ::

        >>> a.txt
        Dear comrade, a decision was made on further assistance to Turkey.
        >>> b.txt
        Another day has gone.

Fix safety:
    There is no fix here: ``corpuscli dedupe`` shows passages that stand in several letters.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING
from zlib import crc32

from corpuscli.linting.rule import Fact
from corpuscli.model.problem import Place, Problem
from corpuscli.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpuscli.linting.look import Look
    from corpuscli.linting.rule import Group
    from corpuscli.model.problem import Severity

SEVERITY: Severity = "hint"
WORDS = 60
"""Words from which a passage counts."""
RUN, AMONG = 12, 24
"""Runs of so many words are compared; of so many neighbours the one with the least hash is kept, so that every passage
of RUN + AMONG words is met, wherever it begins (winnowing: Schleimer, Wilkerson and Aiken, 2003)."""

CLAUSE = r"(?m)^\W{0,3}(?:§+|Art(?:\.|icle|ikel)|Стать[яи]|ст\.) ?[0-9]"
CLAUSES, ROWS, LONGEST = 2, 8, 5
"""How many clauses are a contract's, and how many lines of how few words are a list."""
DATED = r"[^\n]{0,40}[0-9]"
"""What stands behind the head of printed paper: place and day."""

Words = tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]


def _words(look: Look) -> Words:
    """The folded words of the text, and where each begins and ends."""
    span = look.letter.text
    found = list(re.finditer(r"\w+", look.source[span.start : span.end]))
    return (
        tuple(one[0].casefold() for one in found),
        tuple(one.start() + span.start for one in found),
        tuple(one.end() + span.start for one in found),
    )


def collect(look: Look) -> Iterator[Fact]:
    """Say some runs of words, chosen by their own hashes."""
    words, starts, ends = _words(look)
    if len(words) < WORDS:
        return
    for n in least(_hashes(words), AMONG):
        yield Fact(" ".join(words[n : n + RUN]), (starts[n], ends[n + RUN - 1]))


def _hashes(words: Sequence[str]) -> list[int]:
    """Return the hash of each run of words, blanks between them."""
    encoded = [word.encode("utf-8", "surrogatepass") for word in words]
    said, begins = b" ".join(encoded), [0, *accumulate(len(word) + 1 for word in encoded)]
    return [crc32(said[start : end - 1]) for start, end in zip(begins, begins[RUN:], strict=False)]


def least(numbers: Sequence[int], among: int) -> list[int]:
    """Return where the least of each so many neighbours stands, of equal ones the first; ascending, each once."""
    found: list[int] = []
    for last in range(among - 1, len(numbers)):
        if not found or found[-1] <= last - among:
            start = last - among + 1
            found.append(numbers.index(min(numbers[start : last + 1]), start))
        elif numbers[last] < numbers[found[-1]]:
            found.append(last)
    return found


def across(group: Group) -> Iterator[tuple[Look, Problem]]:
    """Report the whole passage in the later letter, once: at the first run in it that both have chosen."""
    first, said = group[0]
    for look, fact in group[1:]:
        if look is first or _words(look)[0] == _words(first)[0]:
            continue
        here, there, count = _passage(look, fact.span, first, said.span)
        shared = {one.key for one in collect(first)}
        chosen = (one.span for one in collect(look) if one.key in shared and here.holds(one.span))
        if count >= WORDS and next(chosen, None) == fact.span and not _on_purpose(look, here, first, there):
            message = f"a passage of {count} words stands in {first.letter.id}, too; corpuscli dedupe shows it"
            yield look, Problem(here, message, related=(Place(first.path, there),))


def _on_purpose(look: Look, here: Span, other: Look, there: Span) -> bool:
    """Tell whether a passage is a list, a contract, or the head of the paper that both letters are written on."""
    said = here.of(look.source)
    rows = [len(line.split()) for line in said.split("\n") if line.strip()]
    if (len(rows) >= ROWS and sum(rows) <= LONGEST * len(rows)) or len(re.findall(CLAUSE, said)) >= CLAUSES:
        return True
    places = ((look, here), (other, there))
    return all(_words(one)[1][0] == span.start and re.match(DATED, one.source[span.end :]) for one, span in places)


def _passage(look: Look, span: Span, other: Look, place: Span) -> tuple[Span, Span, int]:
    """Widen a common run as far as the two letters agree; returns its places, and its length in words."""
    (mine, my_starts, my_ends), (theirs, their_starts, their_ends) = _words(look), _words(other)
    at, to = my_starts.index(span.start), their_starts.index(place.start)
    back = 0
    while back < min(at, to) and mine[at - back - 1] == theirs[to - back - 1]:
        back += 1
    on = RUN
    while mine[at + on : at + on + 1] == theirs[to + on : to + on + 1] != ():
        on += 1
    here = Span(my_starts[at - back], my_ends[at + on - 1])
    return here, Span(their_starts[to - back], their_ends[to + on - 1]), back + on
